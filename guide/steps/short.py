"""Words: one line (`short`) or several (`long`)."""

from __future__ import annotations

from typing import Final

from guide.steps.base import (
    GIVEN,
    Answer,
    Feed,
    Json,
    Kind,
    Making,
    Others,
    Problem,
    Step,
    World,
    clean_words,
)
from guide.steps.choice import keep_feed
from guide.steps.fields import Field, Plain, Text, Whole, Word
from guide.steps.groups import ListOf
from guide.steps.items import item_feed, set_home

EXAMPLES: Final[dict[str, Field]] = {
    "starters": ListOf(Text(max_length=120, goes_on=True), most=6),
    "examples": ListOf(Text(max_length=300), most=6),
}
"""For a blank mind, wherever words of one's own are asked for (care rule 27)."""

FIELDS: Final[dict[str, Field]] = {
    "prompt": Text(required=True),
    "max_length": Whole(1, 20000),
    **EXAMPLES,
    "nudge": Word("concrete"),
    "collect": Plain(),
    "keep": Plain(),
}


class ShortKind(Kind):
    """One line. Collecting puts it into the first field of the collection."""

    name = "short"
    fields = FIELDS
    usual_length = 500
    lines = False

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        frozen.setdefault("max_length", self.usual_length)
        set_home(frozen, world)

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        words = clean_words(raw, most=frozen.get("max_length", self.usual_length), lines=self.lines)
        if not words:
            raise Problem("Nothing to keep yet: please write something, or leave it open.")
        if "collect" not in frozen:
            return Answer(GIVEN, words)
        return Answer(GIVEN, {"item": making.item_id(), "text": words})

    def empty(self, raw: Json) -> bool:
        return raw is None or (isinstance(raw, str) and not raw.strip())

    def tries(self, frozen: Step) -> list[Json]:
        return ["a few words"[: frozen.get("max_length", self.usual_length)]]

    def words(self, frozen: Step, answer: Answer) -> str:
        value = answer.value
        return str(value["text"] if isinstance(value, dict) else value)

    def items_made(self, frozen: Step, answer: Answer) -> list[str]:
        return [answer.value["item"]] if isinstance(answer.value, dict) else []

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        words = self.words(frozen, answer)
        kept = keep_feed(frozen, words, at)
        if not isinstance(answer.value, dict) or "home" not in frozen:
            return kept
        field = next(iter(frozen["home"]["fields"]), "text")
        return [*kept, item_feed(frozen, answer.value["item"], {field: words}, [], at)]


KIND = ShortKind()
