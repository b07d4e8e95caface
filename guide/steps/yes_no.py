"""Yes or no."""

from __future__ import annotations

from guide.steps.base import GIVEN, OPTION_TESTS, Answer, Feed, Json, Kind, Making, Others, Problem, Step
from guide.steps.choice import keep_feed, option_kept
from guide.steps.fields import Plain, Text
from guide.words.answers import NO, YES


class YesNoKind(Kind):
    """Enter alone is no answer: silence is not taken for a no."""

    name = "yes-no"
    operators = OPTION_TESTS
    fields = {"prompt": Text(required=True), "keep": Plain()}

    def option_ids(self, step: Step) -> list[str] | None:
        return ["yes", "no"]

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if raw in ("yes", "no"):
            return Answer(GIVEN, raw)
        raise Problem("Please answer yes or no, or leave it open.")

    def test(self, answer: Answer, operator: str, value: Json) -> bool:
        met = answer.value in (value if isinstance(value, list) else [value])
        return not met if operator in ("is_not", "none_of") else met

    def tries(self, frozen: Step) -> list[Json]:
        return ["yes", "no"]

    def words(self, frozen: Step, answer: Answer) -> str:
        return {"yes": YES, "no": NO}.get(answer.value, "")

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        return keep_feed(frozen, option_kept(answer.value, self.words(frozen, answer)), at)


KIND = YesNoKind()
