"""Which side of feeling was muted, day by day. Counts and letters; never a label or a reading of them.

Whether it is the medicine, low mood, both or something else cannot be told from these (domain notes 1.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from string import ascii_letters, digits
from typing import NamedTuple

from guide.insight.dates import day_words, parse_day
from guide.insight.texts import cells, clean, clip, counted, wrap
from guide.words import progress as words

ENOUGH_DAYS = 3  # fewer days with a note: too little to say


class Option(NamedTuple):
    """An option of a choice step: `key` is its own letter, or ""."""

    id: str
    text: str
    key: str = ""


class Note(NamedTuple):
    """One answer of the choice step: the option's id and the local day (ISO)."""

    option: str
    day: str


class OptionCount(NamedTuple):
    """How many days hold an answer, and how many notes; `letter` stands for it in the strip."""

    id: str
    text: str
    letter: str
    days: int
    notes: int


class Balance(NamedTuple):
    """Answers of one choice over the last days. `enough` is False below three days with a note.

    `strip` has one character a day, oldest first, ending with the last day asked for: a letter, "+" for
    different answers on one day, or a space for a day without a note. `since` is its first day (ISO).
    """

    counts: tuple[OptionCount, ...]
    notes: int
    days: int
    mixed: int
    enough: bool
    strip: str
    since: str
    words: tuple[str, ...]


def balance(notes: Sequence[Note], options: Sequence[Option], until: str, last: int = 28) -> Balance:
    """Counts by option and a strip of the `last` days that end with `until` (ISO).

    Notes of options that exist no longer are counted under their id; other answers, in own words, should be
    handed in as one option by the caller. An `until` that is no date raises ValueError.
    """
    end = parse_day(until)
    if end is None:
        raise ValueError("the last day of the strip is no ISO date")
    length = min(max(1, last), end.toordinal())  # the calendar begins with year 1
    days = [end - timedelta(days=back) for back in range(length - 1, -1, -1)]
    since = days[0].isoformat()
    inside = [note for note in notes if parse_day(note.day) and since <= note.day <= until]
    by_day: dict[str, set[str]] = {}
    for note in inside:
        by_day.setdefault(note.day, set()).add(note.option)
    marked = lettered([*options, *_gone(inside, options)])
    counts = tuple(_count(option, letter, inside, by_day) for option, letter in marked)
    letters = {option.id: letter for option, letter in marked}
    mixed = sum(len(found) > 1 for found in by_day.values())
    enough = len(by_day) >= ENOUGH_DAYS
    return Balance(
        counts=counts,
        notes=len(inside),
        days=len(by_day),
        mixed=mixed,
        enough=enough,
        strip="".join(_letter(by_day.get(day.isoformat(), set()), letters) for day in days),
        since=since,
        words=tuple(_sentences(counts, len(inside), len(by_day), mixed, enough)),
    )


def _count(option: Option, letter: str, notes: Sequence[Note], by_day: Mapping[str, set[str]]) -> OptionCount:
    days = sum(option.id in found for found in by_day.values())
    noted = sum(note.option == option.id for note in notes)
    return OptionCount(option.id, clean(option.text) or option.id, letter, days, noted)


def _gone(notes: Sequence[Note], options: Sequence[Option]) -> list[Option]:
    known = {option.id for option in options}
    return [Option(id_, id_) for id_ in dict.fromkeys(note.option for note in notes) if id_ not in known]


def lettered(options: Sequence[Option]) -> list[tuple[Option, str]]:
    """A letter of its own for each option: its key, else the first free one of its words, else any."""
    taken = {words.STRIP_MIXED, " "} | {option.key for option in options if _drawable(option.key)}
    kept: set[str] = set()
    found = []
    for option in options:
        own = _drawable(option.key) and option.key not in kept and option.key != words.STRIP_MIXED
        letter = option.key if own else _free(option, taken)
        kept.add(letter)
        taken.add(letter)
        found.append((option, letter))
    return found


def _free(option: Option, taken: set[str]) -> str:
    wanted = (option.text + option.id).lower() + ascii_letters + digits
    return next((char for char in wanted if char.isalnum() and _drawable(char) and char not in taken), "?")


def _drawable(key: str) -> bool:
    return len(key) == 1 and key.isprintable() and key != " " and cells(key) == 1


def _letter(found: set[str], letters: dict[str, str]) -> str:
    if len(found) > 1:
        return words.STRIP_MIXED
    return letters[next(iter(found))] if found else " "


def _sentences(
    counts: Sequence[OptionCount], notes: int, days: int, mixed: int, enough: bool
) -> Iterable[str]:
    said = {"notes": counted(notes, words.NOTES), "days": counted(days, words.DAYS)}
    if not notes:
        yield words.BALANCE_NONE
    elif not enough:
        yield words.TOO_LITTLE.format(**said)
    else:
        items = [words.BALANCE_ITEM.format(text=count.text, n=count.days) for count in counts if count.days]
        yield words.BALANCE_COUNT.format(counts="; ".join(items), **said)
        if mixed:
            yield words.BALANCE_MIXED


def strip_rows(shown: Balance, width: int, today: str = "") -> list[str]:
    """The strip as a small calendar: a row a week from Monday, the date of its Monday in front, and a legend.

    Never wider than `width` columns. Days without a note stay blank.
    """
    first = parse_day(shown.since)
    if first is None:
        return []
    monday = first - timedelta(days=first.weekday())
    padded = " " * first.weekday() + shown.strip
    starts = [monday + timedelta(days=at) for at in range(0, len(padded), 7)]
    dates = [day_words(start.isoformat(), today) for start in starts]
    side = max(len(text) for text in dates)
    rows = [" " * side + "  " + " ".join(words.WEEKDAYS)]
    for at, text in enumerate(dates):
        rows.append(f"{text:>{side}}  " + "  ".join(padded[at * 7 : at * 7 + 7]))
    legend = [words.LEGEND.format(mark=count.letter, name=count.text) for count in shown.counts if count.days]
    if words.STRIP_MIXED in shown.strip:
        legend.append(words.LEGEND.format(mark=words.STRIP_MIXED, name=words.STRIP_LEGEND_MIXED))
    return [clip(row, width).rstrip() for row in rows] + [
        row for text in legend for row in wrap(text, width, "  ")
    ]
