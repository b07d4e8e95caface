"""One plan for a coming occasion: if this happens, then I do that; and what might get in the way.

The form is that of implementation intentions (Gollwitzer and Sheeran 2006).
"""

from __future__ import annotations

from guide.steps.base import GIVEN, Answer, Feed, Json, Making, Others, Problem, Step, World
from guide.steps.fields import Flag, Plain, Text, Whole
from guide.steps.groups import Record
from guide.steps.items import item_feed, label_of, set_home
from guide.steps.list import ListKind
from guide.steps.parts import read_record
from guide.steps.short import EXAMPLES
from guide.words.answers import IF_THEN

PARTS = ("cue", "action", "obstacle")
_PART = {
    "prompt": Text(required=True),
    "help": Text(max_length=600),
    "max_length": Whole(1, 2000),
    **EXAMPLES,
}


class PlanKind(ListKind):
    """A list of one record. Its fields `cue`, `action` and `obstacle` are those of the collection."""

    name = "plan"
    operators = ()
    parts = {}
    fields = {
        "prompt": Text(required=True),
        "for": Plain(),
        "cue": Record(_PART, what="'cue'", required=True),
        "action": Record(_PART, what="'action'", required=True),
        "obstacle": Record({**_PART, "optional": Flag()}, what="'obstacle'"),
        "collect": Plain(),
    }

    def check(self, step: Step, path: object, problems: object) -> None:
        """How its keys fit together is seen by the fields alone."""

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        set_home(frozen, world)
        frozen["record"] = {
            name: {"kind": "short", "max_length": 300, **frozen[name]} for name in PARTS if name in frozen
        }
        if "obstacle" in frozen["record"]:
            frozen["record"]["obstacle"]["optional"] = True
        frozen["items"] = {"max": 1}
        found = world.answer(frozen["for"]) if "for" in frozen else None
        chosen = list(found[1].value or []) if found and found[1].state == GIVEN else []
        frozen["about"] = [str(one.get("own") or one.get("label", "")) for one in chosen]
        frozen["refs"] = [one["item"] for one in chosen if "item" in one]

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        given = [raw] if isinstance(raw, dict) else raw
        if isinstance(given, list) and len(given) > 1:
            raise Problem("One plan at a time fits here.")
        answer = super().parse(frozen, given, making)
        return Answer(GIVEN, answer.value[:1])

    def record(self, frozen: Step, fields: Json, making: Making, index: int) -> dict[str, Json]:
        """A plan is both halves: half of one would be asked about later, and say nothing."""
        return read_record(frozen["record"], fields, making, str(index), all_needed=True)

    def empty(self, raw: Json) -> bool:
        return super().empty([raw] if isinstance(raw, dict) else raw)

    def words(self, frozen: Step, answer: Answer) -> str:
        """As the collection words it, so that a plan reads the same everywhere."""
        label = str((frozen.get("home") or {}).get("label", ""))
        whole = "{cue}" in label and "{action}" in label
        return label_of(label if whole else IF_THEN, answer.value[0]["fields"])

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        fields = answer.value[0]["fields"]
        lines = [self.words(frozen, answer)]
        if fields.get("obstacle"):
            lines.append(f"{frozen['record']['obstacle']['prompt']}: {fields['obstacle']}")
        return lines

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        if "home" not in frozen:
            return []
        one = answer.value[0]
        return [item_feed(frozen, one["item"], one["fields"], list(frozen.get("refs") or []), at)]


KIND = PlanKind()
