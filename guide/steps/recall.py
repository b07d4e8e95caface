"""What was answered before, shown again: the latest, a list, or counts. It asks nothing."""

from __future__ import annotations

from typing import Final

from guide.steps.base import GIVEN, Answer, Json, Kind, Making, Step, World
from guide.steps.fields import ID_PATTERN, Field, Plain, Text, Word
from guide.steps.filters import SPAN
from guide.steps.groups import ListOf, Record
from guide.steps.problems import Path, Problems

LAST_TIME: Final = "last-time"
ALL: Final = "all"
_NAME: Final = Plain(rf"({ID_PATTERN}/)?{ID_PATTERN}", "the id of an exercise")
_FROM: Final[dict[str, Field]] = {
    "exercise": _NAME,
    "step": Plain(ID_PATTERN, "the id of a step"),
    "entries": Word(ALL),
    "exercises": ListOf(_NAME, most=20, or_one=True),
}


class RecallKind(Kind):
    """Answers to one step of an exercise (`exercise` and `step`), or how often exercises were done (`entries`).

    What is shown is frozen: an answer that is edited later does not change what was seen here.
    """

    name = "recall"
    asks = False
    fields = {
        "prompt": Text(),
        "from": Record(_FROM, what="'from'", required=True),
        "since": Plain(rf"{LAST_TIME}|{SPAN}", "last-time, or a span such as 2 weeks"),
        "show": Word("latest", "counts", "list"),
    }

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        source = step.get("from")
        if not isinstance(source, dict):
            return
        one, many = "exercise" in source or "step" in source, "entries" in source or "exercises" in source
        if one and many:
            problems.add(
                (*path, "from"),
                "'from' names either an exercise and its step, or entries; not both.",
                key=True,
            )
        elif one and ("exercise" not in source or "step" not in source):
            lacking = "step" if "exercise" in source else "exercise"
            problems.add((*path, "from"), f"'from' needs the key '{lacking}' too.")
        elif not one and not many:
            problems.add((*path, "from"), "'from' is {exercise: …, step: …}, or {entries: all}.")
        elif many and step.get("show", "counts") != "counts":
            problems.add((*path, "show"), "Entries are shown as counts; please write show: counts.")

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        frozen["lines"] = world.recall(frozen)

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        return Answer(GIVEN)

    def empty(self, raw: Json) -> bool:
        return False

    def tries(self, frozen: Step) -> list[Json]:
        return [None]

    def words(self, frozen: Step, answer: Answer) -> str:
        return "; ".join(frozen.get("lines") or [])


KIND = RecallKind()
