"""A series drawn beside the exercise, with the sentence that says the same. It asks nothing."""

from __future__ import annotations

from guide.steps.base import GIVEN, Answer, Json, Kind, Making, Step, World
from guide.steps.fields import Plain, Text
from guide.steps.filters import SPAN


class ChartKind(Kind):
    """What is seen is frozen with the entry: a later look shows what was shown then."""

    name = "chart"
    asks = False
    fields = {
        "prompt": Text(),
        "series": Plain(required=True),
        "of": Plain(),
        "last": Plain(SPAN, "a span such as 4 weeks"),
        "say": Text(max_length=300),
    }

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        items: list[str] | None = None
        if "of" in frozen:
            found = world.answer(frozen["of"])
            chosen = found[1].value if found and found[1].state == GIVEN else []
            several = chosen if isinstance(chosen, list) else [chosen]
            items = [one["item"] for one in several if isinstance(one, dict) and "item" in one]
        frozen["series"] = world.full_name(frozen["series"])
        drawn = world.chart(frozen["series"], items, frozen.get("last", ""))
        frozen["rows"], frozen["words"] = drawn.get("rows", []), drawn.get("words", [])

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        return Answer(GIVEN)

    def empty(self, raw: Json) -> bool:
        return False

    def tries(self, frozen: Step) -> list[Json]:
        return [None]

    def words(self, frozen: Step, answer: Answer) -> str:
        return " ".join(frozen.get("words") or [])


KIND = ChartKind()
