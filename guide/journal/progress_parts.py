"""Parts of the progress view: a choice by day, a grid, and items as they are; and how each kind is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from guide.insight import collected, credit, feelings, mix, muted
from guide.insight.dates import day_words
from guide.insight.texts import clean, counted
from guide.journal import progress_charts
from guide.journal.progress_page import Mark, Page, Part, Spec
from guide.steps.base import GIVEN
from guide.store import by_day
from guide.store.records import Item, StepAnswer
from guide.words import progress as words
from guide.words.answers import NO, YES

LEAST_DAYS, MOST_DAYS = 28, 91
"""The calendar of a choice by day has four weeks at the least and thirteen at the most."""
MOST_ITEMS = 60
_OWN = "other"
_YES_NO = {"yes": {"text": YES, "key": "y"}, "no": {"text": NO, "key": "n"}}


def balance(page: Page, spec: Spec) -> list[Part]:
    """Which option was chosen, by day; over a longer time the latest weeks by day, and all of it by month."""
    answers = page.given(spec, ("choice",))
    if not answers:
        return []
    options = options_of(answers)
    known = [*options.known.values()]
    chosen = [one.value if isinstance(one.value, str) else options.own for one in answers]
    notes = [muted.Note(option, one.day) for option, one in zip(chosen, answers, strict=True)]
    first, last = min(one.day for one in answers), max(one.day for one in answers)
    days = _strip_days(page, first)
    shown = muted.balance(notes, known, page.today, days)
    said, rows = list(shown.words), muted.strip_rows(shown, page.width, page.today)
    if first < shown.since:
        every = [mix.Chosen(one.day, GIVEN, (option,)) for option, one in zip(chosen, answers, strict=True)]
        months = mix.mix(every, known, page.since, max(page.today, last), today=page.today)
        rows = [*rows, "", *mix.mix_rows(months, page.width, page.today)]
        latest = [words.BALANCE_LATEST.format(n=days // 7, words=line) for line in said[:1]]
        said = [words.BALANCE_WHOLE.format(words=months.words[0]), *latest, *said[1:]]
    said += page.counted_from(spec)[1]
    data = {"counts": [count._asdict() for count in shown.counts], "since": shown.since, "strip": shown.strip}
    title = page.title(spec, answers[-1].frozen.get("prompt"), spec["step"])

    def marks() -> list[Mark]:
        texts = {option.id: clean(option.text) for option in known}
        return [
            Mark(
                None,
                words.DATED.format(when=day_words(one.day, page.today), what=texts.get(option, option)),
                one.entry,
            )
            for option, one in zip(chosen, answers, strict=True)
        ]

    cannot = words.CANNOT["balance" if page.ours else "mix"]  # of what somebody else asks we know less
    return [Part("balance", title, rows, said, [], data, cannot=cannot, marks=marks)]


def _strip_days(page: Page, first: str) -> int:
    """How many days the calendar has: those asked for, from the first note on, four weeks at the least."""
    today = date.fromisoformat(page.today)
    asked = (today - date.fromisoformat(page.since)).days + 1 if page.since else MOST_DAYS
    held = (today - date.fromisoformat(first)).days + 1
    return max(LEAST_DAYS, min(asked, held, MOST_DAYS))


class Options(NamedTuple):
    """Options by id, and the id under which words of one's own are counted."""

    known: dict[str, muted.Option]
    own: str


def options_of(answers: Sequence[StepAnswer]) -> Options:
    """Options of one step over time: those of the latest answer in their order, then older ones, and one for
    own words when there are any. The latest words of an option win."""
    found: dict[str, muted.Option] = {}
    owned = False
    seen: set[int] = set()  # steps shown alike are one object
    for frozen, value in ((one.frozen, one.value) for one in reversed(answers)):
        owned = owned or any(
            isinstance(one, Mapping) for one in (value if isinstance(value, list) else [value])
        )
        if id(frozen) in seen:
            continue
        seen.add(id(frozen))
        options = frozen.get("options") or (_YES_NO if frozen.get("kind") == "yes-no" else {})
        for name, option in options.items():
            found.setdefault(name, muted.Option(name, str(option["text"]), str(option.get("key", ""))))
    own = _OWN if _OWN not in found else f"+{_OWN}"  # no option can have this sign in its id
    if owned:
        found[own] = muted.Option(own, words.MIX_OTHER)
    return Options(found, own)


def grid(page: Page, spec: Spec) -> list[Part]:
    """How often each row of a grid was answered how, and the same by tag."""
    answers = page.given(spec, ("grid",))
    if not answers:
        return []
    listed: dict[int, dict[str, Any]] = {}  # steps shown alike are one object, and are read once
    for one in answers:
        listed.setdefault(id(one.frozen), _listed(one.frozen))
    notes = [feelings.GridNote(one.day, one.value, listed[id(one.frozen)]) for one in answers]
    shown = feelings.grid_counts(notes, words.FEELINGS if page.ours else words.ROWS)
    groups: list[tuple[str, list[str]]] = []
    said = list(shown.words)
    if shown.enough:
        groups = [("", [tag.words for tag in shown.tags])] if shown.tags else []
        groups.append(("", said))
        said = [
            words.GRID_COUNT.format(
                notes=counted(shown.notes, words.NOTES), days=counted(shown.days, words.DAYS)
            )
        ]
    said += page.counted_from(spec)[1]
    data = {"rows": [row._asdict() for row in shown.rows], "notes": shown.notes, "days": shown.days}
    title = page.title(spec, answers[-1].frozen.get("prompt"), spec["step"])
    return [Part("grid", title, [], said, groups, data, cannot=words.CANNOT["grid"])]


def _listed(frozen: Spec) -> dict[str, Any]:
    """A frozen grid with its rows and columns as lists that carry their ids."""
    return {
        key: [{"id": name, **one} for name, one in frozen.get(key, {}).items()] for key in ("rows", "columns")
    }


def items(page: Page, spec: Spec) -> list[Part]:
    """What a collection holds and when it was begun, the newest first; facts with the sentences that use them."""
    store, name = page.journal.store, page.full(spec["collection"])
    declared = page.declared("collections", spec["collection"])
    title = page.title(spec, declared.get("title"), spec["collection"])
    held = by_day.newest(store, name, page.since, MOST_ITEMS, until=page.until)
    if not held:
        return []
    began = by_day.collected(store, name)
    every = sum(n for _, n in began)
    lately = [(day, n) for day, n in began if not page.until or day <= page.until]
    drawn = collected.collected(lately, page.since, every=every, today=page.today)
    data: dict[str, Any] = {"items": every, "begun": [list(week) for week in drawn.weeks]}
    inside, pairs = len(held), sum(bool(item.fields.get(credit.THEN)) for item in held)
    if inside == MOST_ITEMS:
        inside = by_day.changed(store, name, page.since, page.until)
        pairs = by_day.with_words(store, name, page.since, credit.THEN, page.until) if pairs else 0
    if declared.get("role") == "evidence" and {credit.THEN, credit.NOW} <= set(declared.get("fields", {})):
        part = _facts(page, held, (pairs, inside), data)
    else:
        lines = [clean(item.label) for item in held]
        part = Part("items", "", [], [], [("", lines)], data)
    if inside > len(held):
        part.groups.append(("", [counted(inside - len(held), words.MORE)]))

    def draw(width: int, height: int, mark: Any = None) -> list[str]:
        return collected.collected_rows(drawn, width, today=page.today, ascii=page.ascii)

    said = [*drawn.words, *part.words]
    rows = draw(page.width, page.height)
    return [
        part._replace(
            title=title, rows=rows, words=said, draw=draw if rows else None, cannot=words.CANNOT["items"]
        )
    ]


def _facts(page: Page, held: list[Item], counts: tuple[int, int], data: dict[str, Any]) -> Part:
    """Facts with their then and now. `counts` are those that have both, and all of them."""
    journal = page.journal
    sentences = [
        credit.Sentence(one.id, one.label, one.refs)
        for full in journal.library.named_by_role("collections", "sentences")
        for one in by_day.newest(journal.store, full, "", -1)
    ]
    shown = credit.credit([credit.Fact(one.id, one.label, one.fields, one.day) for one in held], sentences)
    groups = [("", list(pair.rows)) for pair in shown.rows]
    said = list(credit.counts(*counts)) if held else []
    return Part("items", "", [], said, groups, data | {"ids": [item.id for item in held]})


DRAW: Final[Mapping[str, Callable[[Page, Spec], Iterable[Part]]]] = {
    "line": progress_charts.line,
    "ease": progress_charts.repetitions,
    "balance": balance,
    "grid": grid,
    "items": items,
}
"""How each part is drawn; the other kinds stand in progress_lists."""
