"""Parts of the progress view that are counts and lists: options by week, words, measures, plans, dates.

Our own pack uses none of them so far, so this is imported when a pack asks for one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.insight import measures, mix, plans, timeline, words_count
from guide.insight.dates import day_words
from guide.insight.texts import clean, counted
from guide.journal.measured import measure_of
from guide.journal.progress_charts import one_line
from guide.journal.progress_page import MOST_CHARTS, MOST_READ, Mark, Page, Part, Spec
from guide.journal.progress_parts import Options, options_of
from guide.steps.base import GIVEN
from guide.store import by_day
from guide.store.records import Item, StepAnswer
from guide.words import progress as words

MOST_MEASURES = 60


def options_by_week(page: Page, spec: Spec) -> list[Part]:
    """Which options were chosen, by week; over a longer time by month or year."""
    answers = page.answers(spec, ("choice", "choices", "yes-no"))
    if not any(one.state == GIVEN for one in answers):
        return []
    options = options_of(answers)
    chosen = [mix.Chosen(one.day, one.state, _options(one, options)) for one in answers]
    last = max(page.today, *(one.day for one in answers))
    shown = mix.mix(chosen, [*options.known.values()], page.since, last, today=page.today)
    groups = [("", list(shown.lines))] if shown.lines else []
    data = {
        "options": [total._asdict() for total in shown.totals],
        "weeks": [{"first": one.first, "notes": one.notes, "counts": one.counts} for one in shown.weeks],
        "unit": shown.unit,
        "outside": dict(shown.outside),
    }
    title = page.title(spec, answers[-1].frozen.get("prompt"), spec["step"])
    said = [*shown.words, *page.counted_from(spec)[1]]

    def draw(width: int, height: int, mark: Any = None) -> list[str]:
        return mix.mix_rows(shown, width, page.today)

    def marks() -> list[Mark]:
        texts = {id_: option.text for id_, option in options.known.items()}
        return [
            Mark(
                None,
                _dated(page, one.day, ", ".join(texts.get(id_, id_) for id_ in picked.options)),
                one.entry,
            )
            for picked, one in zip(chosen, answers, strict=True)
            if picked.options
        ]

    rows = draw(page.width, page.height)
    return [Part("mix", title, rows, said, groups, data, cannot=words.CANNOT["mix"], draw=draw, marks=marks)]


def _dated(page: Page, day: str, what: str) -> str:
    return words.DATED.format(when=day_words(day, page.today), what=clean(what))


def _options(answer: StepAnswer, options: Options) -> tuple[str, ...]:
    """Ids of the options chosen; several words of one's own in one answer count once."""
    values = answer.value if isinstance(answer.value, list) else [answer.value]
    ids = (one if isinstance(one, str) else options.own for one in values if one)
    return tuple(dict.fromkeys(ids))


def words_given(page: Page, spec: Spec) -> list[Part]:
    """Words given to one step, counted."""
    answers = page.given(spec, ("short", "choice", "choices"))
    if not answers:
        return []
    options = options_of(answers)
    said = [words_count.Said(text, one.day) for one in answers for text in _texts(one, options)]
    shown = words_count.words_count(said, today=page.today)
    rows = [row.words for row in shown.rows] + ([counted(shown.more, words.MORE)] if shown.more else [])
    data = {
        "words": [{"text": row.text, "times": row.times, "last_day": row.last_day} for row in shown.rows],
        "times": shown.times,
        "different": shown.different,
    }
    title = page.title(spec, answers[-1].frozen.get("prompt"), spec["step"])
    told = [*shown.words, *page.counted_from(spec)[1]]

    def marks() -> list[Mark]:
        found = [(one, ", ".join(_texts(one, options))) for one in answers]
        return [Mark(None, _dated(page, one.day, f"“{text}”"), one.entry) for one, text in found if text]

    groups = [("", rows)] if rows else []
    return [Part("words", title, [], told, groups, data, cannot=words.CANNOT["words"], marks=marks)]


def _texts(answer: StepAnswer, options: Options) -> list[str]:
    """The words of one answer: those of its options as they read now, or the person's own."""
    values = answer.value if isinstance(answer.value, list) else [answer.value]
    found = []
    for value in values:
        if isinstance(value, Mapping):  # words of one's own, or words that became an item
            found.append(str(value.get("other") or value.get("text") or ""))
        elif answer.frozen.get("kind") != "short" and value in options.known:
            found.append(options.known[value].text)
        elif isinstance(value, str):
            found.append(value)
    return found


def levels(page: Page, spec: Spec) -> list[Part]:
    """Each measure beside its own start, then a chart for those noted on enough days."""
    held = by_day.newest(page.journal.store, page.full(spec["collection"]), "", MOST_MEASURES)
    if not held:
        return []
    declared = page.declared("collections", spec["collection"])
    series = page.declared("series", spec["series"])
    unit = str(series.get("unit", ""))
    points = {item.id: page.points(spec["series"], item.id, "") for item in held}
    days = [item.day for item in held] + [one.day for some in points.values() for one in some]
    if not any(map(page.holds, days)):
        return []
    levels = {
        item.id: measures.level(
            measure_of(item.id, item.label, item.fields, declared),
            points[item.id],
            unit=unit,
            today=page.today,
        )
        for item in reversed(held)
    }
    said = [counted(len(levels), words.MEASURES_COUNT)]
    said += [words.MEASURES_REMEMBERED] if any(one.remembered for one in levels.values()) else []
    groups = [(one.measure.label, list(one.words)) for one in levels.values()]
    data = {"measures": [_numbers(one) for one in levels.values()]}
    title = page.title(spec, declared.get("title"), spec["collection"])
    parts = [Part("measures", title, [], said, groups, data, cannot=words.CANNOT["measures"])]
    drawn = [item for item in held if levels[item.id].days >= measures.ENOUGH_TO_DRAW]
    drawn.sort(key=lambda item: points[item.id][-1].at, reverse=True)
    for item in drawn[:MOST_CHARTS]:
        mine = [point for point in points[item.id] if page.holds(point.day)]
        ends = page.range(spec["series"], item)
        heading = words.OF_ITEM.format(title=title, item=item.label)
        if mine:
            chart = one_line(page, mine, heading, item.label, ends, item.id)
            parts.append(chart._replace(kind="measures", cannot=words.CANNOT["measures"]))
    return parts


def _numbers(level: measures.Level) -> dict[str, Any]:
    """A measure beside its start, for JSON."""
    return {
        "item": level.measure.id,
        "label": level.measure.label,
        "better": level.measure.better or "none",
        "start": level.start,
        "start_day": level.start_day,
        "start_from_memory": level.remembered,
        "start_is_first_note": level.first_note,
        "now": level.now,
        "now_day": level.now_day,
        "notes": level.notes,
        "points": level.change,
        "percent": None if level.percent is None else round(level.percent, 1),
    }


def outcomes(page: Page, spec: Spec) -> list[Part]:
    """Plans that were made, counted by what became of them, and those without a word yet."""
    made = by_day.newest(
        page.journal.store,
        page.full(spec["collection"]),
        page.since,
        MOST_READ,
        until=page.until,
        archived=True,
    )
    if not made:
        return []
    declared = page.declared("collections", spec["collection"])
    fields = declared.get("fields", {})
    choices = [name for name, field in fields.items() if field.get("kind") == "choice"]
    name = str(spec.get("field") or next(iter(choices), ""))
    options = {key: str(text) for key, text in fields.get(name, {}).get("options", {}).items()}
    shown = plans.plans([_plan(item, name) for item in made], options)
    rows = plans.open_rows(shown)
    groups = [(words.PLANS_STILL, rows)] if rows else []
    data = {
        "made": shown.made,
        "outcomes": [one._asdict() for one in shown.outcomes],
        "nothing_noted": shown.unsaid,
        "set_aside": shown.aside,
    }
    title = page.title(spec, declared.get("title"), spec["collection"])
    return [Part("plans", title, [], list(shown.words), groups, data, cannot=words.CANNOT["plans"])]


def _plan(item: Item, name: str) -> plans.Plan:
    value = item.fields.get(name)
    own = str(value.get("other") or "") if isinstance(value, Mapping) else ""
    return plans.Plan(item.id, item.label, value if isinstance(value, str) else "", own, item.archived)


def dates(page: Page, spec: Spec) -> list[Part]:
    """The dated events of one marker as a list, the newest last."""
    declared = page.declared("markers", spec["marker"])
    named = str(declared.get("title", ""))
    title = page.title(spec, named, spec["marker"])
    found = page.markers_of(spec["marker"])
    shown = timeline.timeline(found, page.since, today=page.today, title=named)
    if not shown.rows:
        return []
    said = list(shown.words)
    said += [words.MEDICINE_NOTE] if declared.get("role") == "medicine" else []
    rows = [counted(shown.earlier, words.DATES_EARLIER)] if shown.earlier else []
    data = {
        "dates": [{"date": one.date, "precision": one.precision, "label": one.label} for one in shown.events]
    }
    return [Part("dates", title, [], said, [("", [*rows, *shown.rows])], data, cannot=words.CANNOT["dates"])]


DRAW: Final[Mapping[str, Callable[[Page, Spec], list[Part]]]] = {
    "mix": options_by_week,
    "words": words_given,
    "measures": levels,
    "plans": outcomes,
    "dates": dates,
}
"""How each part is made; together with those of progress_parts the kinds of `model.views.PROGRESS`."""
