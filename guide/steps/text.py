"""A text to read. It asks nothing; it may offer a door to somewhere else."""

from __future__ import annotations

from guide.steps.base import GIVEN, Answer, Json, Kind, Making, Step
from guide.steps.fields import Plain, Text, Word
from guide.steps.groups import ListOf

SENTENCES = "sentences"
"""The page that is a list of the person's own sentences, to read or to take along."""
OFFER_PAGES = ("summary", "support", "help-now", SENTENCES)
OPENS = "help-now"
"""The one page that a step may open by itself (care rule 12: straight there, no more questions)."""


class TextKind(Kind):
    """Words, and offers: a page of `OFFER_PAGES`, or an exercise. `open` opens help now by itself."""

    name = "text"
    asks = False
    fields = {
        "text": Text(required=True),
        "offer": ListOf(
            Plain(
                r"[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?", "summary, support, help-now, sentences or an exercise"
            ),
            or_one=True,
            most=4,
        ),
        "open": Word(OPENS),
    }

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        return Answer(GIVEN)

    def empty(self, raw: Json) -> bool:
        return False


KIND = TextKind()
