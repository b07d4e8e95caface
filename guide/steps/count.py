"""A number made from earlier answers of the same exercise. It has no bands and no cut-offs: it says nothing."""

from __future__ import annotations

from guide.steps.base import GIVEN, SKIPPED, Answer, Feed, Json, Kind, Making, Others, Step, World, tracked
from guide.steps.fields import Plain, Text, Word
from guide.steps.groups import ListOf
from guide.steps.number import DECIMALS, number_words
from guide.words.answers import COUNT_NONE, COUNT_OF


class CountKind(Kind):
    """Sum or mean of numbers, or how many of the steps were answered. States such as numb enter none of them.

    No condition tests it: an author's cut-off would read as a verdict.
    """

    name = "count"
    fields = {
        "prompt": Text(required=True),
        "of": ListOf(Plain(), most=30, least=1, required=True),
        "how": Word("sum", "mean", "count", required=True),
        "track": Plain(),
    }

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        from guide.steps import KINDS

        numbers: list[float] = []
        answered = 0
        for reference in frozen["of"]:
            step, _, part = reference.partition(".")
            found = world.answer(step)
            if found is None:
                continue
            answered += 1
            value = KINDS[found[0]["kind"]].part(*found, part) if part else found[1].value
            if found[1].state == GIVEN and isinstance(value, (int, float)) and not isinstance(value, bool):
                numbers.append(value)
        how = frozen["how"]
        frozen["n"] = answered if how == "count" else len(numbers)
        frozen["all"] = len(frozen["of"])
        frozen["number"] = _made(how, numbers, answered)
        if "track" in frozen:
            frozen["track"] = world.full_name(frozen["track"])

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        number = frozen.get("number")
        return Answer(SKIPPED) if number is None else Answer(GIVEN, number)

    def empty(self, raw: Json) -> bool:
        return False

    def tries(self, frozen: Step) -> list[Json]:
        return [None]

    def words(self, frozen: Step, answer: Answer) -> str:
        return self.shown({**frozen, "number": answer.value})

    def shown(self, frozen: Step) -> str:
        """The number as it stands on the step, and from how many answers it comes."""
        if frozen.get("number") is None:
            return COUNT_NONE
        number = number_words(frozen["number"])
        return (
            number
            if frozen["how"] == "count"
            else COUNT_OF.format(number=number, n=frozen["n"], all=frozen["all"])
        )

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        return tracked(frozen, answer, at, lambda step: [""]) if answer.state == GIVEN else []


def _made(how: str, numbers: list[float], answered: int) -> float | int | None:
    if how == "count":
        return answered
    if not numbers:
        return None
    made = sum(numbers) if how == "sum" else round(sum(numbers) / len(numbers), DECIMALS)
    return int(made) if made == int(made) else made


KIND = CountKind()
