"""A text to read. It asks nothing; it may offer a door to somewhere else."""

from __future__ import annotations

from guide.steps.base import GIVEN, Answer, Json, Kind, Making, Step
from guide.steps.fields import Plain, Text
from guide.steps.groups import ListOf

OFFER_PAGES = ("summary", "support", "help-now")


class TextKind(Kind):
    """Words, and offers: `summary`, `support`, `help-now` or an exercise."""

    name = "text"
    asks = False
    fields = {
        "text": Text(required=True),
        "offer": ListOf(
            Plain(r"[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?", "summary, support, help-now or an exercise"),
            or_one=True,
            most=4,
        ),
    }

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        return Answer(GIVEN)

    def empty(self, raw: Json) -> bool:
        return False


KIND = TextKind()
