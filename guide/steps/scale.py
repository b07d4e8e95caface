"""A whole number between two ends that have words; with states of its own beside it."""

from __future__ import annotations

from typing import Final

from guide.steps.base import (
    CANNOT_TELL,
    GIVEN,
    NUMB,
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
    compare,
    tracked,
)
from guide.steps.choice import keep_feed
from guide.steps.fields import Flag, Plain, Text, Whole
from guide.steps.groups import Record
from guide.steps.problems import Path, Problems
from guide.words.answers import STATE_WORDS

RANGE = Record(
    {"min": Whole(0, 100), "max": Whole(1, 100), "low": Text(max_length=80), "high": Text(max_length=80)},
    what="A range",
)
USUAL: Final = {"min": 0, "max": 10}


def check_range(range_: Json, path: Path, problems: Problems) -> None:
    """The low end must be lower than the high end."""
    if isinstance(range_, dict) and range_.get("min", 0) >= range_.get("max", 10):
        problems.add((*path, "min"), "'min' has to be smaller than 'max'.")


def freeze_range(frozen: dict[str, Json], track: str | None, world: World) -> dict[str, Json]:
    """The range as shown: the step's own, else the series', else 0 to 10."""
    declared = world.declared("series", track) if track else {}
    for candidate in (frozen.get("range"), declared.get("range")):
        if isinstance(candidate, dict):
            return {**USUAL, **candidate}
    return dict(USUAL)


def read_rating(raw: Json, range_: Step, *, numb: bool, cannot_tell: bool) -> Answer:
    """A rating from a number, its digits, or the name of a state. Raises Problem naming what is allowed."""
    if raw == NUMB and numb:
        return Answer(NUMB)
    if raw == CANNOT_TELL and cannot_tell:
        return Answer(CANNOT_TELL)
    text = str(raw).strip() if isinstance(raw, (int, str)) and not isinstance(raw, bool) else ""
    low, high = range_["min"], range_["max"]
    if text.isascii() and text.isdigit() and len(text) <= 3 and low <= int(text) <= high:
        return Answer(GIVEN, int(text))
    states = "".join(
        f", or {STATE_WORDS[name]}" for name, on in ((NUMB, numb), (CANNOT_TELL, cannot_tell)) if on
    )
    raise Problem(f"Please give a whole number from {low} to {high}{states}.")


def raw_of(rating: Json) -> Json:
    """A rating as it would be given again, whether it was kept with its state or is still as it was typed."""
    if isinstance(rating, dict):
        return rating.get("value") if rating.get("state") == GIVEN else rating.get("state")
    return rating if isinstance(rating, (int, float, str)) else None


def rating_words(range_: Step, answer: Answer) -> str:
    """'7 of 10', with the words of an end when the number is that end."""
    if answer.state != GIVEN:
        return STATE_WORDS.get(answer.state, answer.state)
    end = {range_["min"]: range_.get("low"), range_["max"]: range_.get("high")}.get(answer.value)
    return f"{answer.value} of {range_['max']}" + (f" ({end})" if end else "")


class ScaleKind(Kind):
    """A rating for one thing at one moment."""

    name = "scale"
    operators = NUMBER_TESTS
    fields = {
        "prompt": Text(required=True),
        "range": RANGE,
        "numb": Flag(),
        "cannot_tell": Flag(),
        "track": Plain(),
        "of": Plain(),
        "keep": Plain(),
    }

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        check_range(step.get("range"), (*path, "range"), problems)

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        track = frozen.get("track")
        frozen["range"] = freeze_range(frozen, track, world)
        if track:
            frozen["track"] = world.full_name(track)

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        numb, cannot = bool(frozen.get("numb")), bool(frozen.get("cannot_tell"))
        return read_rating(raw, frozen["range"], numb=numb, cannot_tell=cannot)

    def test(self, answer: Answer, operator: str, value: Json) -> bool:
        return answer.state == GIVEN and compare(answer.value, operator, value)

    def tries(self, frozen: Step) -> list[Json]:
        range_ = {**USUAL, **frozen["range"]} if isinstance(frozen.get("range"), dict) else USUAL
        states = [state for key, state in (("numb", NUMB), ("cannot_tell", CANNOT_TELL)) if frozen.get(key)]
        return [*range(range_["min"], range_["max"] + 1), *states]

    def words(self, frozen: Step, answer: Answer) -> str:
        return rating_words(frozen["range"], answer)

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        kept = keep_feed(frozen, answer.value, at) if answer.state == GIVEN else []
        return kept + tracked(frozen, answer, at, others)


KIND = ScaleKind()
