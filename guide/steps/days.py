"""Dates as people remember them: a day, a month or a year; read from what was typed, and said in words."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import combining, normalize

from guide.steps.base import Json, Problem
from guide.words.answers import ABOUT, AS_REMEMBERED, MONTHS

DAY, MONTH, YEAR = "day", "month", "year"
FIRST_YEAR, LAST_YEAR = 1900, 2100
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DOTTED: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_WORDS: Final = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th|er|º)?\.? +)?([a-z]{3,10})\.?,? +(\d{4})")
_AGO: Final = re.compile(r"(\d{1,3}) +(day|week|month|year)s? +ago")
_NAMES: Final = {
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "de": "januar februar marz april mai juni juli august september oktober november dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
"""Months as people write them in languages that packs are written in, without accents.

Three letters are enough where they fit one month only.
"""

_TODAY: Final = frozenset({"today", "hoy", "hoje", "aujourd'hui", "heute", "oggi"})
_YESTERDAY: Final = frozenset({"yesterday", "ayer", "ontem", "hier", "gestern", "ieri"})
_OF: Final = frozenset({"de", "del", "do", "of", "the", "di"})
"""Words between the parts of a date."""
HOW: Final = "a date such as 2026-03-14 or 14 March 2026"
HOW_ABOUT: Final = "a date such as 2026-03-14, a month such as March 2026, or a year"


def read_date(raw: Json, today: str, *, approximate: bool) -> dict[str, str]:
    """{"date", "precision"} from a typed date or an answer as kept. Raises Problem that names the forms.

    `today` (local, ISO) is what 'today', 'yesterday' and 'three weeks ago' count from. With `approximate` a
    month or a year alone is an answer: people remember those, and a made-up day would look exact.
    """
    text = (
        str(raw.get("date", "")) if isinstance(raw, dict) else str(raw) if isinstance(raw, (str, int)) else ""
    )
    text = _plain(text)
    found = _relative(text, today) or _iso(text) or _dotted(text) or _named(text)
    if found is None or not _possible(*found):
        raise Problem(f"Please give {HOW_ABOUT if approximate else HOW}.")
    year, month, day = found
    precision = DAY if day else MONTH if month else YEAR
    if precision != DAY and not approximate:
        raise Problem(f"Please give the whole day: {HOW}.")
    parts = [f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])]
    return {"date": "-".join(parts), "precision": precision}


def _iso(text: str) -> tuple[int, int, int] | None:
    found = _ISO.fullmatch(text)
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None


def _plain(text: str) -> str:
    """Small letters without accents, and without the words that stand between the parts of a date."""
    letters = "".join(one for one in normalize("NFKD", text.lower()) if not combining(one))
    return " ".join(word for word in letters.replace("\u2019", "'").split() if word not in _OF)


def _dotted(text: str) -> tuple[int, int, int] | None:
    """`14.3.2026` is day, month, year wherever it is written; with slashes nobody can tell which is which."""
    found = _DOTTED.fullmatch(text)
    return (int(found[3]), int(found[2]), int(found[1])) if found else None


def _named(text: str) -> tuple[int, int, int] | None:
    found = _WORDS.fullmatch(text)
    month = _month(found[2]) if found else 0
    return (int(found[3]), month, int(found[1] or 0)) if found and month else None


def _month(word: str) -> int:
    """The month that a name or the beginning of one stands for, 0 for none; in doubt none."""
    fitting = {
        place
        for names in _NAMES.values()
        for place, name in enumerate(names.split(), 1)
        if name.startswith(word)
    }
    return fitting.pop() if len(fitting) == 1 else 0


def _relative(text: str, today: str) -> tuple[int, int, int] | None:
    if not today:
        return None
    from datetime import date, timedelta

    here = date.fromisoformat(today)
    if text in _TODAY or text in _YESTERDAY:
        here -= timedelta(days=text in _YESTERDAY)
        return here.year, here.month, here.day
    found = _AGO.fullmatch(text)
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    if unit in ("day", "week"):
        here -= timedelta(days=number * (7 if unit == "week" else 1))
        return here.year, here.month, here.day
    months = here.year * 12 + here.month - 1 - number * (12 if unit == "year" else 1)
    return months // 12, 0 if unit == "year" else months % 12 + 1, 0


def _possible(year: int, month: int, day: int) -> bool:
    from datetime import date

    if not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return False
    return True


def date_words(value: Json, *, remembered: bool = False) -> str:
    """'14 March 2026', 'about March 2026'; an unreadable value as it stands."""
    text = str(value.get("date", "")) if isinstance(value, dict) else str(value)
    found = _iso(text)
    if found is None or not _possible(*found):
        return text
    year, month, day = found
    if not month:
        words = ABOUT.format(words=year)
    elif not day:
        words = ABOUT.format(words=f"{MONTHS[month - 1]} {year}")
    else:
        words = f"{day} {MONTHS[month - 1]} {year}"
    return AS_REMEMBERED.format(words=words) if remembered else words
