"""Charts of the progress view: a number over days, and repetitions of one thing, each drawn on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.insight import ease, ease_words, trend
from guide.insight.dates import day_words, parse_day
from guide.insight.repetitions import Repetition
from guide.insight.texts import clean, counted
from guide.insight.values import Point, rating
from guide.journal.progress_page import MOST_READ, Mark, Page, Part, Spec, item_name, value_words
from guide.store import by_day
from guide.store.records import Item
from guide.words import progress as words

LOW = 7
"""Rows of one chart of a number over days among several."""
WRITTEN = 3
"""How many rounds are shown with what was expected and what happened; alone in large there are more."""
MOST_WRITTEN = 60
MOST_TOGETHER = 60
"""Repetitions in the drawing of all of them: as many as there are columns on a narrow screen."""


def line(page: Page, spec: Spec) -> Iterator[Part]:
    """One series over days; of a series kept by item a chart for each, never one over different items."""
    declared = page.declared("series", spec["series"])
    title = page.title(spec, declared.get("title"), spec["series"])
    per = page.per(spec)
    if not per:
        yield from _plain(page, spec, title, str(declared.get("title", spec["series"])))
        return
    shown, more, items = page.latest_items(page.noted(spec["series"]), per)
    for left, id_ in zip(reversed(range(len(shown))), shown, strict=True):
        part = one_line(
            page,
            page.points(spec["series"], id_),
            words.OF_ITEM.format(title=title, item=item_name(items.get(id_))),
            title,
            page.range(spec["series"], items.get(id_)),
            id_,
        )
        if more and not left:
            part.words.append(counted(more, words.MORE_CHARTS))
        yield part


def _plain(page: Page, spec: Spec, title: str, name: str) -> list[Part]:
    """A series that is kept by no item, counted by day; all of them begin and end on the same days."""
    store, series = page.journal.store, page.full(spec["series"])
    held = by_day.noted(store, series, page.since, page.until)
    noted = [trend.Noted(*one) for one in held if parse_day(one.day)]
    if not noted:
        return []
    last = next((one.day for one in reversed(noted) if one.values), "")
    shown = trend.line_of(
        noted,
        page.markers,
        page.first,
        page.last,
        today=page.today,
        latest=by_day.latest(store, series, last) if last else None,
    )

    def marks() -> list[Mark]:
        points = by_day.last_points(store, series, page.since, MOST_READ, page.until)
        return _marks(page, list(map(Point._make, points)))

    part = _line_part(page, shown, title, name, page.range(spec["series"]), page.height)
    return [part._replace(marks=marks)]


def one_line(
    page: Page, points: list[Point], title: str, name: str, ends: tuple[float, float], item: str = ""
) -> Part:
    """A chart of one series over days; `name` stands in its legend, `ends` are those of the scale.

    One of several charts, of an `item`, is lower, and not drawn for a single day.
    """
    shown = trend.line(points, page.markers, page.first, today=page.today)
    part = _line_part(page, shown, title, name, ends, min(page.height, LOW) if item else page.height)
    drawn = not item or len(shown.days) > 1
    return part._replace(
        rows=part.rows if drawn else [],
        draw=part.draw if drawn else None,
        words=part.words if drawn else [one for one in part.words if one != words.MEDICINE_NOTE],
        data=part.data | ({"item": item} if item else {}),
        marks=lambda: _marks(page, points[-MOST_READ:]),
    )


def _line_part(
    page: Page, shown: trend.Line, title: str, name: str, ends: tuple[float, float], height: int
) -> Part:
    def draw(width: int, height: int, mark: Any = None) -> list[str]:
        return trend.line_chart(
            shown,
            width,
            height,
            name=name,
            low=ends[0],
            high=ends[1],
            today=page.today,
            ascii=page.ascii,
            mark=str(mark or ""),
        )

    data: dict[str, Any] = {"days": [day._asdict() for day in shown.days], "notes": shown.notes}
    rows = draw(page.width, height)
    return Part("line", title, rows, list(shown.words), [], data, cannot=words.CANNOT["line"], draw=draw)


def _marks(page: Page, points: Sequence[Point]) -> list[Mark]:
    """Each note by itself. Of several on a day the chart shows the middle, so each says that it is one of them."""
    rated = Counter(point.day for point in points if rating(point) is not None)
    found = []
    for point in points:
        said = value_words(point.state, rating(point))
        if rated[point.day] > 1 and rating(point) is not None:
            said = words.MARK_ONE_OF.format(value=said, n=rated[point.day])
        said = words.DATED.format(when=day_words(point.day, page.today), what=said)
        found.append(Mark(point.day, said, point.entry))
    return found


# -- repetitions ---------------------------------------------------------------------------------------------


def repetitions(page: Page, spec: Spec) -> Iterator[Part]:
    """All items side by side first, then the repetitions of each as a chart of its own."""
    store, series = page.journal.store, page.full(spec["series"])
    noted = page.noted(spec["series"])
    if not noted:
        return
    per = page.per(spec)
    declared = page.declared("series", spec["series"])
    title = page.title(spec, declared.get("title"), spec["series"])
    told = ease.SENTENCES if page.declared("collections", per).get("role") == "sentences" else ease.THINGS
    if not per:
        found = ease.ease(*_both(page, spec, ""), page.markers, told, page.since)
        yield _repeated(page, spec, found, title, None, "")
        return
    shown, more, items = page.latest_items(noted, per)
    labels = {id_: items[id_].label for id_ in shown if id_ in items}
    both = [_both(page, spec, id_) for id_ in shown]
    every = ease.ease_all(
        labels,
        [point for after, _ in both for point in after],
        [point for _, before in both for point in before],
        page.markers,
        told,
        page.since,
        (
            sum(one.times for one in noted),
            len(noted),
            by_day.days_asked(store, series, page.since, page.until),
        ),
    )
    yield _together(page, spec, title, every, told, more, items)
    for row in every.rows:
        name = labels.get(row.item, told.gone)
        yield _repeated(page, spec, row.ease, name, items.get(row.item), row.item)


def _both(page: Page, spec: Spec, item: str) -> tuple[list[Point], list[Point]]:
    """What was felt and what was expected of one item, from its first day on: repetitions keep their numbers."""
    before = page.points(spec["before"], item, "") if "before" in spec else []
    return page.points(spec["series"], item, ""), before


def _together(
    page: Page,
    spec: Spec,
    title: str,
    every: ease.EaseAll,
    told: ease.Told,
    more: int,
    items: Mapping[str, Item],
) -> Part:
    """Counts of each item, and every repetition in its order; nothing is averaged over different ones.

    The numbers go on over all items and from the first day on, whatever the range.
    """
    earlier = by_day.times_before(page.journal.store, page.full(spec["series"]), page.since)
    found = _row_of_all(page, spec, earlier + every.repetitions)
    before, drawn = found.earlier, len(found.repetitions)
    head = [row.words for row in every.rows] + ([counted(more, words.MORE)] if more else [])
    said = [every.words[0], words.EASE_TOGETHER if told is ease.SENTENCES else words.EASE_THINGS_TOGETHER]
    said += [counted(earlier, words.EASE_EARLIER)] if earlier else []
    said += [words.EASE_LATEST.format(n=before + 1, most=drawn)] if before > earlier else []
    said += list(every.words[1:])
    said += [words.MEDICINE_NOTE] if any(one.medicine for one in found.markers) else []
    data = {"sentences": len(every.rows) + more}
    part = Part("ease", title, [], said, [("", head)] if head else [], data, cannot=words.CANNOT["ease"])

    def marks() -> list[Mark]:
        names = {id_: clean(items[id_].label) for id_ in {one.item for one in found.repetitions} & set(items)}
        return [
            Mark(one.number, f"{_said(page, one)}  {names.get(one.item) or told.gone}", one.entry)
            for one in found.repetitions
        ]

    return _drawn(page, part, found, page.range(spec["series"]), page.height)._replace(marks=marks)


def _row_of_all(page: Page, spec: Spec, count: int) -> ease.Ease:
    """The latest repetitions of all items in one row; `count` is how many there are up to the last of them."""

    def latest(name: str, most: int) -> list[Point]:
        series = page.full(spec[name])
        found = by_day.last_points(page.journal.store, series, page.since, most, page.until)
        return list(map(Point._make, found))

    felt = latest("series", MOST_TOGETHER)
    wanted = latest("before", 2 * MOST_TOGETHER) if "before" in spec else []
    return ease.ease_together(felt, wanted, page.markers, before=count - len(felt))


def _repeated(page: Page, spec: Spec, shown: ease.Ease, title: str, item: Item | None, id_: str) -> Part:
    data = {
        "item": id_,
        "repetitions": [one._asdict() for one in shown.repetitions],
        "days": shown.days,
    }
    rows = ease_words.words_rows(written(page, shown.repetitions, page.written * 3), page.written, page.today)
    groups = [(words.SAID_HEAD, rows)] if rows else []
    part = Part("ease", title, [], list(shown.words), groups, data, cannot=words.CANNOT["ease"])
    part = _drawn(page, part, shown, page.range(spec["series"], item), page.height)
    return part._replace(
        marks=lambda: [Mark(one.number, _said(page, one), one.entry) for one in shown.repetitions]
    )


def _drawn(page: Page, part: Part, shown: ease.Ease, ends: tuple[float, float], height: int) -> Part:
    def draw(width: int, height: int, mark: Any = None) -> list[str]:
        return ease.ease_chart(
            shown,
            width,
            height,
            low=ends[0],
            high=ends[1],
            today=page.today,
            ascii=page.ascii,
            mark=mark,
        )

    rows = draw(page.width, height) if shown.repetitions else []
    return part._replace(rows=rows, draw=draw if rows else None)


def _said(page: Page, one: Repetition) -> str:
    """ "Repetition 9, 12 Nov: expected 7, was 5"."""
    was = value_words(one.state, one.value)
    what = words.MARK_WAS.format(was=was)
    if one.expected_state:
        what = words.MARK_BOTH.format(expected=value_words(one.expected_state, one.expected), was=was)
    when = words.MARK_ROUND.format(n=one.number, day=day_words(one.day, page.today))
    return words.DATED.format(when=when, what=what)


def written(page: Page, said: Sequence[Repetition], most: int) -> list[ease_words.Words]:
    """What was written before and after the latest of these repetitions, oldest first, where anything was."""
    found: list[ease_words.Words] = []
    rounds: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for one in said[-most:] if most > 0 else []:
        place = (one.entry, one.step)
        if place not in rounds:
            rounds[place] = _rounds(page, *place)
        mine = rounds[place]
        told = mine[one.n] if one.n < len(mine) else {}
        found.append(
            ease_words.Words(one.day, str(told.get("expect") or ""), str(told.get("happened") or ""))
        )
    return found


def _rounds(page: Page, entry: str, step: str) -> list[Mapping[str, Any]]:
    """The rounds that were said in one answer; none when the step is of another kind."""
    answer = by_day.answer_at(page.journal.store, entry, step)
    rounds = answer.get("rounds") if isinstance(answer, Mapping) else None
    if not isinstance(rounds, list):
        return []
    return [one for one in rounds if isinstance(one, Mapping) and one.get("said")]
