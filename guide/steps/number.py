"""A number with a unit, such as minutes or steps; decimals are fine."""

from __future__ import annotations

import re
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
from guide.words.answers import NUMBER_UNIT, NUMBER_UNIT_ONE, STATE_WORDS

LARGEST: Final = 999_999_999
DECIMALS: Final = 3
RANGE: Final = Record({"min": Whole(-LARGEST, LARGEST), "max": Whole(-LARGEST, LARGEST)}, what="A range")
_NUMBER: Final = re.compile(r"[-−]?[0-9]{1,9}(?:[.,][0-9]{1,9})?")


def number_words(value: Json, unit: str = "") -> str:
    """'7', '7.5', '7.5 km', '1 (minutes)': no decimals where there are none."""
    text = NUMBER_UNIT_ONE if value in (1, -1) and unit.endswith("s") else NUMBER_UNIT
    return text.format(number=value, unit=unit) if unit else str(value)


def read_number(raw: Json) -> int | float | None:
    """A number from its digits, with a point or a comma before the decimals; None when it is none."""
    if isinstance(raw, bool) or not isinstance(raw, (int, float, str)):
        return None
    text = "".join(str(raw).split())
    if not _NUMBER.fullmatch(text):
        return None
    value = round(float(text.replace(",", ".").replace("−", "-")), DECIMALS)
    return int(value) if value == int(value) else value


class NumberKind(Kind):
    """A number. Its range only bounds what can be kept; no end of it means anything."""

    name = "number"
    operators = NUMBER_TESTS
    fields = {
        "prompt": Text(required=True),
        "range": RANGE,
        "unit": Text(max_length=40),
        "numb": Flag(),
        "cannot_tell": Flag(),
        "track": Plain(),
        "of": Plain(),
        "keep": Plain(),
    }

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        range_ = step.get("range") or {}
        if range_.get("min", -LARGEST) >= range_.get("max", LARGEST):
            problems.add((*path, "range", "min"), "'min' has to be smaller than 'max'.")

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        track = frozen.get("track")
        declared = world.declared("series", track) if track else {}
        range_ = frozen.get("range") or declared.get("range")
        ends = range_ if isinstance(range_, dict) else {}
        frozen["range"] = {"min": ends.get("min", -LARGEST), "max": ends.get("max", LARGEST)}
        if "unit" not in frozen and "unit" in declared:
            frozen["unit"] = declared["unit"]
        if track:
            frozen["track"] = world.full_name(track)

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if raw == NUMB and frozen.get("numb"):
            return Answer(NUMB)
        if raw == CANNOT_TELL and frozen.get("cannot_tell"):
            return Answer(CANNOT_TELL)
        value = read_number(raw)
        low, high = self.ends(frozen)
        if value is None or not low <= value <= high:
            raise Problem(f"Please give a number{self._bounds(low, high)}, such as 7 or 7.5.")
        return Answer(GIVEN, value)

    @staticmethod
    def ends(frozen: Step) -> tuple[int, int]:
        """The least and the most that can be given."""
        range_ = frozen.get("range") or {}
        return range_.get("min", -LARGEST), range_.get("max", LARGEST)

    @staticmethod
    def _bounds(low: int, high: int) -> str:
        if low > -LARGEST and high < LARGEST:
            return f" from {low} to {high}"
        return f" of at least {low}" if low > -LARGEST else f" of at most {high}" if high < LARGEST else ""

    def test(self, answer: Answer, operator: str, value: Json) -> bool:
        return answer.state == GIVEN and compare(answer.value, operator, value)

    def tries(self, frozen: Step) -> list[Json]:
        low, high = self.ends(frozen)
        usual = sorted({max(low, min(high, one)) for one in (low, 0, 1, 10, high)})
        states = [state for key, state in (("numb", NUMB), ("cannot_tell", CANNOT_TELL)) if frozen.get(key)]
        return [*usual, *states]

    def words(self, frozen: Step, answer: Answer) -> str:
        if answer.state != GIVEN:
            return STATE_WORDS.get(answer.state, answer.state)
        return number_words(answer.value, str(frozen.get("unit", "")))

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        kept = keep_feed(frozen, answer.value, at) if answer.state == GIVEN else []
        return kept + tracked(frozen, answer, at, others)


KIND = NumberKind()
