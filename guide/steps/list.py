"""A list of small records, such as pairs of then and now; each may become an item, or a date on the timeline."""

from __future__ import annotations

from collections.abc import Mapping

from guide.steps.base import (
    GIVEN,
    NUMBER_TESTS,
    Answer,
    Feed,
    Json,
    Kind,
    Making,
    Others,
    Problem,
    Step,
    World,
)
from guide.steps.fields import Plain, Text, Whole, Word
from guide.steps.groups import MapOf, Record
from guide.steps.items import item_feed, marker_feed, set_home
from guide.steps.parts import (
    PART_KINDS,
    Part,
    half_written,
    only_begun,
    part_words,
    read_record,
    record_tries,
    record_words,
    some,
    state_of,
)
from guide.steps.problems import Path, Problems

__all__ = ["KIND", "MOST", "PART_KINDS", "ListKind"]

MOST = 50


class ListKind(Kind):
    """Records, as many as a person likes up to a bound; none is a proper answer."""

    name = "list"
    fields = {
        "prompt": Text(required=True),
        "record": MapOf(Part(), most=8, required=True),
        "items": Record(
            {"min": Whole(0, MOST), "suggested": Whole(0, MOST), "max": Whole(1, MOST)}, what="'items'"
        ),
        "collect": Plain(),
        "mark": Plain(),
        "existing": Word("edit", "show", "hide"),
    }
    parts = {"count": NUMBER_TESTS}

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        bounds = step.get("items") or {}
        if bounds.get("min", 0) > bounds.get("max", MOST):
            problems.add((*path, "items", "min"), "'min' is larger than 'max', so no list would fit.")
        if "collect" in step and "mark" in step:
            problems.add(
                (*path, "mark"),
                "A list either collects items or marks dates; please keep one of the two.",
                key=True,
            )
        dates = [name for name, part in (step.get("record") or {}).items() if part.get("kind") == "date"]
        if "mark" in step and step.get("record") and len(dates) != 1:
            problems.add(
                (*path, "record"),
                "A list that marks dates needs one field of the kind 'date': that is where the mark stands.",
                key=True,
            )
        if "existing" in step and "collect" not in step:
            problems.add(
                (*path, "existing"), "'existing' is about a collection; please say 'collect' too.", key=True
            )

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        set_home(frozen, world)
        for part in frozen["record"].values():
            PART_KINDS[part["kind"]].freeze(part, world)
        if "collect" in frozen and frozen.get("existing", "hide") != "hide":
            frozen["there"] = world.items([frozen["collect"]], "oldest")

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if not isinstance(raw, list):
            raise Problem("This takes a list.")
        kept: list[Json] = []
        for index, record in enumerate(raw):
            try:
                read = {} if only_begun(record) else self.record(frozen, self._fields(record), making, index)
            except Problem:
                if not half_written(record):
                    raise
                continue  # still being written when the walk was stopped; the whole ones are kept
            if read:
                before = record.get("item") if "fields" in record else None
                kept.append({"item": before or making.new_id(), "fields": read})
        for index, one in enumerate(kept):
            check_scale(frozen, one["fields"], index)
        bounds = frozen.get("items") or {}
        there = {one["item"] for one in frozen.get("there") or []}
        new = sum(1 for record in kept if record["item"] not in there)
        if new > bounds.get("max", MOST):
            raise Problem(f"Up to {bounds['max']} fit here; these are {new}.")
        if 0 < len(kept) < bounds.get("min", 0):
            raise Problem(f"At least {bounds['min']} together, or none; these are {len(kept)}.")
        if not kept:
            raise Problem("Nothing to keep yet: please write something, or leave it open.")
        return Answer(GIVEN, kept)

    def record(self, frozen: Step, fields: Json, making: Making, index: int) -> dict[str, Json]:
        """One record as `steps.parts` reads it. Raises Problem with the part as `index.field`."""
        return read_record(frozen["record"], fields, making, str(index))

    def tries(self, frozen: Step) -> list[Json]:
        bounds = frozen.get("items") or {}
        record = _upwards(frozen, record_tries(frozen["record"]))
        most, least = min(bounds.get("max", MOST), 3), max(bounds.get("min", 0), 1)
        counts = sorted({least, max(least, most), bounds.get("max", least) if most < 12 else least})
        return [[dict(record) for _ in range(min(count, MOST))] for count in counts] if record else []

    def empty(self, raw: Json) -> bool:
        return not raw or (isinstance(raw, list) and all(not some(self._fields(one)) for one in raw))

    @staticmethod
    def _fields(record: Json) -> dict[str, Json]:
        fields = record.get("fields", record) if isinstance(record, dict) else {}
        return fields if isinstance(fields, dict) else {}

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        return len(answer.value or [])

    def words(self, frozen: Step, answer: Answer) -> str:
        return "; ".join(self.review(frozen, answer))

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        return [self.record_words(frozen, record) for record in answer.value or []]

    def record_words(self, frozen: Step, record: Step) -> str:
        """'Then: … · Now: …' in the words of the record's own prompts."""
        return record_words(frozen["record"], record["fields"])

    def items_made(self, frozen: Step, answer: Answer) -> list[str]:
        return [record["item"] for record in answer.value or []] if "collect" in frozen else []

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        if "home" not in frozen:
            return []
        if "mark" in frozen:
            return [feed for record in answer.value or [] for feed in self._marked(frozen, record, at)]
        return [
            item_feed(frozen, record["item"], {**self._others(frozen, record), **record["fields"]}, [], at)
            for record in answer.value or []
        ]

    @staticmethod
    def _others(frozen: Step, record: Step) -> dict[str, Json]:
        """The fields of an existing item that this list does not ask: they stay. What was cleared here is gone."""
        there = next((one for one in frozen.get("there") or [] if one["item"] == record["item"]), None)
        fields = there["fields"] if there else {}
        return {name: value for name, value in fields.items() if name not in frozen["record"]}

    @staticmethod
    def _marked(frozen: Step, record: Step, at: str) -> list[Feed]:
        """The marker of one record, on its date; a record without one is kept and stands on no line."""
        name = next(name for name, part in frozen["record"].items() if part["kind"] == "date")
        fields = {key: value for key, value in record["fields"].items() if key != name}
        when = record["fields"].get(name)
        if not isinstance(when, Mapping) or "date" not in when:
            return []
        known = {key: _said(frozen, key, value) for key, value in fields.items()}
        return [marker_feed(frozen, when, known, at)]


def _said(frozen: Step, name: str, value: Json) -> Json:
    """A field of a marked record: an option whose text the marker does not declare is kept in words."""
    options = frozen["home"].get("options", {})
    part = frozen["record"][name]
    return value if part["kind"] != "choice" or name in options else part_words(part, value)


def check_scale(frozen: Step, fields: Step, index: int) -> None:
    """A scale that an item brings must lead upwards, and its start lie on it. Raises Problem at the field.

    Ends the wrong way round would turn every later number into its opposite.
    """
    scale = (frozen.get("home") or {}).get("scale") or {}
    low, high, start = (fields.get(scale.get(end, "")) for end in ("min", "max", "baseline"))
    if not (isinstance(low, (int, float)) and isinstance(high, (int, float))):
        return
    if low >= high:
        raise Problem(
            f"The lowest ({low}) is not below the highest ({high}). Please look once more.",
            f"{index}.{scale['max']}",
        )
    if isinstance(start, (int, float)) and not low <= start <= high:
        raise Problem(
            f"{start} does not lie between {low} and {high}. Please look once more.",
            f"{index}.{scale['baseline']}",
        )


def scale_problem(frozen: Step, fields: Mapping[str, Json]) -> str:
    """What is wrong with the ends of a scale in a record that is still being typed, as far as they are given.

    Both fronts ask after each field, so that it is said at the number that does not fit and not at the end.
    """
    read: dict[str, Json] = {}
    for name, value in fields.items():
        part = frozen["record"].get(name)
        if part is None or part["kind"] not in ("number", "scale"):
            continue
        try:
            read[name] = PART_KINDS[part["kind"]].parse(part, state_of(value), Making(lambda: "", "")).value
        except Problem:
            continue
    try:
        check_scale(frozen, read, 0)
    except Problem as problem:
        return problem.message
    return ""


def _upwards(frozen: Step, record: dict[str, Json]) -> dict[str, Json]:
    """A record for trial walks with the ends of its scale apart and its start between them; else without them."""
    scale = (frozen.get("home") or {}).get("scale") or {}
    low, high, start = (scale.get(end, "") for end in ("min", "max", "baseline"))
    if low not in record or high not in record:
        return record
    lows, highs, starts = (_numbers(frozen["record"].get(key)) for key in (low, high, start))
    apart = next(((a, b) for a in lows for b in reversed(highs) if a < b), None)
    rest = {key: value for key, value in record.items() if key not in (low, high, start)}
    if apart is None:
        return rest
    rest |= {low: apart[0], high: apart[1]}
    between = [one for one in starts if apart[0] <= one <= apart[1]]
    return {**rest, start: between[0]} if between else rest


def _numbers(part: Step | None) -> list[Json]:
    """The numbers among the answers that a field is tried with."""
    tries = PART_KINDS[part["kind"]].tries(part) if part else []
    return [one for one in tries if isinstance(one, (int, float))]


KIND = ListKind()
