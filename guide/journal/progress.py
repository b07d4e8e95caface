"""The progress view as plain values: parts with a title, rows of a chart, and sentences that say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from guide.insight.markers import starts
from guide.insight.texts import counted
from guide.insight.values import Marker
from guide.journal import progress_parts
from guide.journal.journal import Journal
from guide.journal.progress_charts import WRITTEN
from guide.journal.progress_page import Page, Part, Spec, as_data
from guide.store import by_day, derived
from guide.words import look
from guide.words import progress as words

_OVER_DAYS = ("line", "measures")
"""The parts that draw a number over days."""

__all__ = ["Part", "as_data", "heads", "parts", "progress", "rows_of"]


def progress(
    journal: Journal,
    *,
    width: int = 72,
    height: int = 11,
    since: str = "",
    until: str = "",
    ascii: bool = False,
    written: int = WRITTEN,
) -> list[Part]:
    """Every part that the packs declare and that has something to draw or say, in their order.

    `width` in cells and `height` in rows are those of one chart; `since` and `until` are local days (ISO), both
    included, "" for no limit. `written` is how many rounds are shown with what was expected beside what happened.
    """
    return list(
        parts(journal, width=width, height=height, since=since, until=until, ascii=ascii, written=written)
    )


def parts(
    journal: Journal,
    *,
    width: int,
    height: int = 11,
    since: str,
    until: str,
    ascii: bool,
    written: int = WRITTEN,
) -> Iterator[Part]:
    """The same, each read when it is asked for: a screen shows the first while the others are still to come."""
    medicine = [
        one
        for name in journal.library.named_by_role("markers", "medicine")
        for one in _markers(journal, name, True)
    ]
    for pack, data in journal.library.packs.items():
        if not data.get("progress"):
            continue
        own = [
            one
            for name, declared in data.get("markers", {}).items()
            if declared.get("role") != "medicine"
            for one in _markers(journal, f"{pack}/{name}", False)
        ]
        today, specs = journal.clock().day, data["progress"]
        page = Page(
            journal, pack, width, height, since, until, today, ascii, medicine + own, "", "", {}, written
        )
        yield from _parts(page._replace(first=_first_day(page, specs), last=_last_day(page, specs)), specs)


def rows_of(part: Part) -> int:
    """About how many rows a part takes on a screen, its title aside."""
    return len(part.rows) + len(part.words) + sum(len(lines) for _, lines in part.groups)


def _parts(page: Page, specs: list[Spec]) -> Iterator[Part]:
    """The parts of one pack, with their titles and keys."""
    plain = False
    for place, spec in enumerate(specs):
        drawn = iter(_drawer(spec["show"])(page, spec))
        beside = spec["show"] == "line" and not page.per(spec)
        n = -1
        for n, part in enumerate(drawn):
            if plain and beside and not n:
                part.words.append(words.LINES_APART)
            yield part._replace(
                title=_title(page, part.title), pack=page.pack, key=f"{page.pack}:{place}:{n}"
            )
        plain = beside and n >= 0


def heads(journal: Journal, shown: bool, *, span: bool = False, until: str = "") -> list[str]:
    """The sentences above the view; `shown` says that it has any part, `span` that only some days are shown, `until`
    with which day these end. A longer range is spoken of only where it holds something.

    Entries of packs that are no longer here have no part of their own: it is said where they are. So it is of those
    with a later day, which a clock set wrong gives them.
    """
    from guide.store.pages import counts

    gone = any(ref.split("/")[0] not in journal.library.packs for ref in counts(journal.store))
    ever = shown or (
        span and next(parts(journal, width=72, since="", until="", ascii=True), None) is not None
    )
    first = look.PROGRESS_HEAD if ever else look.PROGRESS_NOTHING if gone else look.PROGRESS_EMPTY
    later = by_day.after(journal.store, until) if until else 0
    said = [first, *([counted(later, look.PROGRESS_LATER)] if later else [])]
    said += [look.PROGRESS_NOT_HERE] if ever and not shown else []
    return [*said, look.PROGRESS_GONE] if gone else said


def _first_day(page: Page, specs: list[Spec]) -> str:
    """The day on which the charts of numbers over time begin: that of the first number in any of them, or of a
    marked date before it when a range was asked for and holds it."""
    store = page.journal.store
    days = [
        by_day.first_day(store, page.full(spec["series"])) for spec in specs if spec["show"] in _OVER_DAYS
    ]
    noted = max(page.since, min(filter(None, days), default=""))
    marked = [starts(one) for one in page.markers] if page.since else []
    return min([noted, *(day for day in marked if day >= page.since)])


def _last_day(page: Page, specs: list[Spec]) -> str:
    """The day with which the charts of series that are kept by no item end: that of the range, else today, or a
    later one that one of them holds. They stand beneath each other, so it is the same for all of them."""
    if page.until:
        return page.until
    plain = [spec["series"] for spec in specs if spec["show"] == "line" and not page.per(spec)]
    return max([page.today, *(by_day.last_day(page.journal.store, page.full(name)) for name in plain)])


def _markers(journal: Journal, name: str, medicine: bool) -> list[Marker]:
    found = derived.markers(journal.store, name)
    return [Marker(one.date, one.precision, one.label, medicine) for one in found]


def _drawer(kind: str) -> Callable[[Page, Spec], Iterable[Part]]:
    if kind in progress_parts.DRAW:
        return progress_parts.DRAW[kind]
    from guide.journal import progress_lists

    return progress_lists.DRAW[kind]


def _title(page: Page, title: str) -> str:
    """A part's title on one line; that of somebody else's pack says whose it is."""
    line = " ".join(title.split())
    if page.ours:
        return line
    from guide.journal.origin import quoted

    return words.FROM_PACK.format(title=line, pack=quoted(page.journal.library.title(page.pack)))
