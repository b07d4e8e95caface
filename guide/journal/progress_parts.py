"""Parts of the progress view: numbers over time, repetitions, a choice by day, a grid, and items as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from guide.insight import credit, ease, feelings, muted, trend
from guide.insight.texts import clean, counted
from guide.insight.values import Point
from guide.journal.progress_page import MOST_CHARTS, Page, Part, Spec, by_item
from guide.store import derived
from guide.store.pages import shifted
from guide.store.records import Item, StepAnswer
from guide.words import progress as words
from guide.words.answers import NO, YES

_STRIP_DAYS = 28
_MOST_ITEMS = 60
_LOW = 7  # rows of one chart among several
_OWN = "other"
_YES_NO = {"yes": {"text": YES, "key": "y"}, "no": {"text": NO, "key": "n"}}


def line(page: Page, spec: Spec) -> list[Part]:
    """One series over days; of a series kept by item a chart for each, never one over different items."""
    points = page.points(spec["series"])
    if not points:
        return []
    declared = page.declared("series", spec["series"])
    title = page.title(spec, declared.get("title"), spec["series"])
    per = page.per(spec)
    if not per:
        return [
            one_line(
                page, points, title, str(declared.get("title", spec["series"])), page.range(spec["series"])
            )
        ]
    items = {item.id: item for item in page.items(per)}
    grouped = by_item(points)
    shown = sorted(grouped, key=lambda id_: _aside(items.get(id_)))[:MOST_CHARTS]
    parts = [
        one_line(
            page,
            grouped[id_],
            words.OF_ITEM.format(title=title, item=item_name(items.get(id_))),
            title,
            page.range(spec["series"], items.get(id_)),
            id_,
        )
        for id_ in shown
    ]
    more = len(grouped) - len(shown)
    if more:
        parts[-1].words.append(counted(more, words.MORE_CHARTS))
    return parts


def one_line(
    page: Page, points: list[Point], title: str, name: str, ends: tuple[float, float], item: str = ""
) -> Part:
    """A chart of one series over days; `name` stands in its legend, `ends` are those of the scale.

    One of several charts, of an `item`, is lower, and not drawn for a single day.
    """
    shown = trend.line(points, page.markers, page.since, today=page.today)
    rows = trend.line_chart(
        shown,
        page.width,
        min(page.height, _LOW) if item else page.height,
        name=name,
        low=ends[0],
        high=ends[1],
        today=page.today,
        ascii=page.ascii,
    )
    if item and len(shown.days) < 2:
        rows = []
    data: dict[str, Any] = {"days": [day._asdict() for day in shown.days], "notes": shown.notes}
    return Part("line", title, rows, list(shown.words), [], data | ({"item": item} if item else {}))


def item_name(item: Item | None) -> str:
    """What an item is called; one that was taken back with its entry has no name any more."""
    if item is None:
        return words.ITEM_GONE
    return words.ITEM_ASIDE.format(item=item.label) if item.archived else item.label


def _aside(item: Item | None) -> bool:
    return item is None or item.archived


def repetitions(page: Page, spec: Spec) -> list[Part]:
    """All items side by side first, then the repetitions of each as a chart of its own."""
    discomfort = page.points(spec["series"])
    if not discomfort:
        return []
    expected = page.points(spec["before"]) if "before" in spec else []
    per = page.per(spec)
    declared = page.declared("series", spec["series"])
    title = page.title(spec, declared.get("title"), spec["series"])
    told = ease.SENTENCES if page.declared("collections", per).get("role") == "sentences" else ease.THINGS
    if not per:
        return [_repeated(page, spec, discomfort, expected, title, None, told)]
    items = {item.id: item for item in page.items(per)}
    labels = {id_: item.label for id_, item in items.items()}
    every = ease.ease_all(labels, discomfort, expected, page.markers, told)
    head = [row.words for row in every.rows]
    groups = [("", head)] if head else []
    parts = [Part("ease", title, [], list(every.words), groups, {"sentences": len(every.rows)})]
    after, before = by_item(discomfort), by_item(expected)
    for row in every.rows:
        name = labels.get(row.item, told.gone)
        mine, guessed = after[row.item], before.get(row.item, [])
        parts.append(_repeated(page, spec, mine, guessed, name, items.get(row.item), told))
    return parts


def _repeated(
    page: Page,
    spec: Spec,
    discomfort: list[Point],
    expected: list[Point],
    title: str,
    item: Item | None,
    told: ease.Told,
) -> Part:
    low, high = page.range(spec["series"], item)
    shown = ease.ease(discomfort, expected, page.markers, told)
    rows = ease.ease_chart(
        shown, page.width, page.height, low=low, high=high, today=page.today, ascii=page.ascii
    )
    data = {
        "item": discomfort[0].item,
        "repetitions": [one._asdict() for one in shown.repetitions],
        "days": shown.days,
    }
    return Part("ease", title, rows, list(shown.words), [], data)


def balance(page: Page, spec: Spec) -> list[Part]:
    """Which option was chosen, by day. The strip shows four weeks, so only those are read."""
    answers = page.given(spec, ("choice",), max(page.since, shifted(page.today, -_STRIP_DAYS)))
    if not answers:
        return []
    options = options_of(answers)
    notes = [muted.Note(one.value if isinstance(one.value, str) else options.own, one.day) for one in answers]
    shown = muted.balance(notes, [*options.known.values()], page.today)
    data = {"counts": [count._asdict() for count in shown.counts], "since": shown.since, "strip": shown.strip}
    title = page.title(spec, answers[-1].frozen.get("prompt"), spec["step"])
    rows = muted.strip_rows(shown, page.width, page.today)
    return [Part("balance", title, rows, list(shown.words), [], data)]


class Options(NamedTuple):
    """Options by id, and the id under which words of one's own are counted."""

    known: dict[str, muted.Option]
    own: str


def options_of(answers: Sequence[StepAnswer]) -> Options:
    """Options of one step over time: those of the latest answer in their order, then older ones, and one for
    own words when there are any. The latest words of an option win."""
    found: dict[str, muted.Option] = {}
    owned = False
    for frozen, value in ((one.frozen, one.value) for one in reversed(answers)):
        options = frozen.get("options") or (_YES_NO if frozen.get("kind") == "yes-no" else {})
        for name, option in options.items():
            found.setdefault(name, muted.Option(name, str(option["text"]), str(option.get("key", ""))))
        owned = owned or any(
            isinstance(one, Mapping) for one in (value if isinstance(value, list) else [value])
        )
    own = _OWN if _OWN not in found else f"+{_OWN}"  # no option can have this sign in its id
    if owned:
        found[own] = muted.Option(own, words.MIX_OTHER)
    return Options(found, own)


def grid(page: Page, spec: Spec) -> list[Part]:
    """How often each row of a grid was answered how, and the same by tag."""
    answers = page.given(spec, ("grid",))
    if not answers:
        return []
    notes = [feelings.GridNote(one.day, one.value, _listed(one.frozen)) for one in answers]
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
    data = {"rows": [row._asdict() for row in shown.rows], "notes": shown.notes, "days": shown.days}
    title = page.title(spec, answers[-1].frozen.get("prompt"), spec["step"])
    return [Part("grid", title, [], said, groups, data)]


def _listed(frozen: Spec) -> dict[str, Any]:
    """A frozen grid with its rows and columns as lists that carry their ids."""
    return {
        key: [{"id": name, **one} for name, one in frozen.get(key, {}).items()] for key in ("rows", "columns")
    }


def items(page: Page, spec: Spec) -> list[Part]:
    """What a collection holds, the newest first; facts with the sentences that draw on them."""
    held = page.items(spec["collection"], archived=False)
    if not held:
        return []
    declared = page.declared("collections", spec["collection"])
    title = page.title(spec, declared.get("title"), spec["collection"])
    if declared.get("role") == "evidence" and {credit.THEN, credit.NOW} <= set(declared.get("fields", {})):
        return [_facts(page, title, held)]
    lines = [clean(item.label) for item in held[:_MOST_ITEMS]]
    more = len(held) - len(lines)
    lines += [counted(more, words.MORE)] if more else []
    return [Part("items", title, [], [], [("", lines)], {"items": len(held)})]


def _facts(page: Page, title: str, held: list[Item]) -> Part:
    journal = page.journal
    sentences = [
        credit.Sentence(one.id, one.label, one.refs)
        for name in journal.library.named_by_role("collections", "sentences")
        for one in derived.items(journal.store, name)
    ]
    shown = credit.credit([credit.Fact(one.id, one.label, one.fields, one.day) for one in held], sentences)
    groups = [("", list(pair.rows)) for pair in shown.rows]
    return Part("items", title, [], list(shown.words), groups, {"items": [item.id for item in held]})


DRAW: Final[Mapping[str, Callable[[Page, Spec], list[Part]]]] = {
    "line": line,
    "ease": repetitions,
    "balance": balance,
    "grid": grid,
    "items": items,
}
"""How each part is drawn; the other kinds stand in progress_lists."""
