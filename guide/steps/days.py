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
_NTH: Final = r"(\d{1,2})(?:st|nd|rd|th|er|º)?\.?"
_WORDS: Final = re.compile(rf"(?:{_NTH} +)?([a-z]{{3,10}})\.?(?:,? +(\d{{4}}))?")
_MONTH_FIRST: Final = re.compile(rf"([a-z]{{3,10}})\.? +{_NTH}(?:,? +(\d{{4}}))?")
_COUNTED: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NUMBER: Final = rf"(\d{{1,3}}|{'|'.join(_COUNTED)})"
_AGO: Final = re.compile(rf"{_NUMBER} +(day|week|month|year)s? +ago")
_IN: Final = re.compile(rf"in +{_NUMBER} +(day|week|month|year)s?")
_BESIDE: Final = re.compile(r"(last|next) +(week|month|year)|(this) +(month|year)")
_BESIDE_BY: Final = {"last": -1, "this": 0, "next": 1}
_ROUGHLY: Final = re.compile(r"(?:about|around|roughly) +")
"""Before a date as people remember it, and as `date_words` says one. A month or a year is not exact anyway."""
_WEEKDAY: Final = re.compile(r"(?:(?:on|next|last|this) +)?(mon|tues|wednes|thurs|fri|satur|sun)day")
_WEEK: Final = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
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
_TOMORROW: Final = frozenset({"tomorrow", "manana", "amanha", "demain", "morgen", "domani"})
_YESTERDAY: Final = frozenset({"yesterday", "ayer", "ontem", "hier", "gestern", "ieri"})
_OF: Final = frozenset({"de", "del", "do", "of", "the", "di"})
"""Words between the parts of a date."""
HOW: Final = "a date such as 2026-03-14 or 14 March 2026"
HOW_AHEAD: Final = "a date such as 3 December, 2026-12-03, Thursday or in 2 weeks"
HOW_ABOUT: Final = "a date such as 2026-03-14, a month such as March 2026, or a year"


def read_date(raw: Json, today: str, *, approximate: bool, ahead: bool = False) -> dict[str, str]:
    """{"date", "precision"} from a typed date or an answer as kept. Raises Problem that names the forms.

    `today` (local, ISO) is what 'today', 'yesterday' and 'three weeks ago' count from. With `approximate` a
    month or a year alone is an answer: people remember those, and a made-up day would look exact. Where no year
    is said, '3 Dec', 'March' and 'Monday' are the latest, and with `ahead` the next.
    """
    text = (
        str(raw.get("date", "")) if isinstance(raw, dict) else str(raw) if isinstance(raw, (str, int)) else ""
    )
    text = _ROUGHLY.sub("", _plain(text), count=1) if approximate else _plain(text)
    found = _relative(text, today, ahead) or _iso(text) or _dotted(text) or _named(text, today, ahead)
    if found is None or not _possible(*found):
        raise Problem(f"Please give {HOW_AHEAD if ahead else HOW_ABOUT if approximate else HOW}.")
    year, month, day = found
    precision = DAY if day else MONTH if month else YEAR
    if precision != DAY and not approximate:
        raise Problem(f"Please give the whole day: {HOW_AHEAD if ahead else HOW}.")
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


def _named(text: str, today: str, ahead: bool) -> tuple[int, int, int] | None:
    found, turned = _WORDS.fullmatch(text), _MONTH_FIRST.fullmatch(text)
    parts = (found[3], found[2], found[1]) if found else (turned[3], turned[1], turned[2]) if turned else None
    month = _month(str(parts[1])) if parts else 0
    if parts is None or not month:
        return None
    day = int(parts[2] or 0)
    if parts[0]:
        return int(parts[0]), month, day
    if not today:
        return None
    return _nearest(month, day, today, ahead) if day else _nearest_month(month, today, ahead)


def _nearest(month: int, day: int, today: str, ahead: bool) -> tuple[int, int, int] | None:
    """The latest such day up to today, or with `ahead` the next from today on; the 29th of February may be far."""
    here = int(today[:4])
    for year in range(here, here + 9) if ahead else range(here, here - 9, -1):
        on = f"{year:04}-{month:02}-{day:02}"
        if _possible(year, month, day) and (on >= today[:10] if ahead else on <= today[:10]):
            return year, month, day
    return None


def _nearest_month(month: int, today: str, ahead: bool) -> tuple[int, int, int]:
    year, now = int(today[:4]), int(today[5:7])
    return year + (month < now if ahead else -(month > now)), month, 0


def _month(word: str) -> int:
    """The month that a name or the beginning of one stands for, 0 for none; in doubt none."""
    fitting = {
        place
        for names in _NAMES.values()
        for place, name in enumerate(names.split(), 1)
        if name.startswith(word)
    }
    return fitting.pop() if len(fitting) == 1 else 0


def _relative(text: str, today: str, ahead: bool) -> tuple[int, int, int] | None:
    if not today:
        return None
    from datetime import date, timedelta

    here = date.fromisoformat(today)
    days = 0 if text in _TODAY else -1 if text in _YESTERDAY else 1 if text in _TOMORROW else None
    ago, later, weekday = _AGO.fullmatch(text), _IN.fullmatch(text), _WEEKDAY.fullmatch(text)
    if weekday:
        days = (_WEEK.index(weekday[1]) - here.weekday()) % 7
        forward = text.startswith("next ") or (ahead and not text.startswith("last "))
        days = (days or 7) if forward else days - 7
    beside, found = _BESIDE.fullmatch(text), ago or later
    if found or beside:
        number, unit = _span(beside) if beside else (0, "")
        if found:
            number = (int(found[1]) if found[1].isdigit() else _COUNTED[found[1]]) * (-1 if ago else 1)
            unit = found[2]
        if unit in ("month", "year"):
            months = here.year * 12 + here.month - 1 + number * (12 if unit == "year" else 1)
            return months // 12, 0 if unit == "year" else months % 12 + 1, 0
        days = number * (7 if unit == "week" else 1)
    if days is None:
        return None
    try:
        here += timedelta(days=days)
    except OverflowError:
        return None
    return here.year, here.month, here.day


def _span(found: re.Match[str]) -> tuple[int, str]:
    """("last", "month") as -1 months. A week is counted as a day of the week before or after, as a week ago is."""
    return _BESIDE_BY[found[1] or found[3]], found[2] or found[4]


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
