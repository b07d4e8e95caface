"""Choosing from what one has collected; the words are frozen as they read then."""

from __future__ import annotations

from guide.steps.base import (
    GIVEN,
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
    clean_words,
)
from guide.steps.choices import LIMITS, check_limits, within_limits
from guide.steps.fields import Plain, Text
from guide.steps.filters import ORDER, WHERE
from guide.steps.groups import ListOf, Record, Shape
from guide.steps.items import item_feed, set_home, use_feed
from guide.steps.problems import Path, Problems
from guide.steps.short import EXAMPLES

OWN_MAX = 300
MOST = 100
"""Items that are offered, by the step's order. What is shown is frozen with the entry: without an end to it each
entry would hold the whole of a list that grows for years."""


class PickKind(Kind):
    """Items of one or several collections. `own` allows new words: `true` keeps them with the answer,

    the name of a field makes them an item of the first collection.
    """

    name = "pick"
    fields = {
        "prompt": Text(required=True),
        "from": Shape(
            ListOf(Plain(), most=8, or_one=True, least=1),
            Record({"collection": Plain(required=True)}, what="'from'"),
            required=True,
        ),
        "where": WHERE,
        "order": ORDER,
        "pick": LIMITS,
        "own": Plain(says="true, or the name of a field"),
        **EXAMPLES,
    }
    parts = {"count": NUMBER_TESTS}

    def collections(self, step: Step) -> list[str]:
        """The collections it draws on, as the pack names them."""
        source = step.get("from") or []
        return [source["collection"]] if isinstance(source, dict) else list(source)

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        check_limits(step, path, problems)
        for key in EXAMPLES:
            if step.get(key) and step.get("own") in (None, "false"):
                text = f"'{key}' are for words of one's own; please say 'own' too."
                problems.add((*path, key), text, key=True)

    def sources(self, step: Step) -> list[str] | None:
        return self.collections(step) if step.get("own") in (None, "false") else None

    def tries(self, frozen: Step) -> list[Json]:
        items = [one["item"] for one in frozen.get("choices") or []]
        limits = frozen.get("pick") or {}
        least, most = max(1, limits.get("min", 0)), limits.get("max", 1)
        some: list[Json] = [items[:count] for count in range(least, min(most, len(items)) + 1)]
        if frozen.get("own") in (None, "false"):
            return some
        beside = items[: least - 1]
        return [*some, [*beside, *({"own": f"my own words {n}"} for n in range(least - len(beside)))]]

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        names = self.collections(frozen)
        frozen["choices"] = world.items(names, frozen.get("order", "newest"), frozen.get("where"))[:MOST]
        frozen.setdefault("pick", {}).setdefault("max", 1)
        if frozen.get("own") not in (None, "true", "false"):
            frozen["collect"] = names[0]
            set_home(frozen, world)

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if not isinstance(raw, list):
            raise Problem("Please choose from the list.")
        there = {choice["item"]: choice for choice in frozen["choices"]}
        earlier = (
            [one for one in making.previous or [] if isinstance(one, dict)]
            if isinstance(making.previous, list)
            else []
        )
        there.update(
            {
                one["item"]: one
                for one in earlier
                if "collection" in one and "item" in one and one["item"] not in there
            }
        )
        chosen: list[Json] = []
        for value in raw:
            name = value.get("item") if isinstance(value, dict) and "collection" in value else value
            if isinstance(name, str) and name in there:
                one = there[name]
                new: Json = {key: one[key] for key in ("item", "collection", "label", "fields") if key in one}
            else:
                new = self._own(frozen, value, earlier, making)
            if new not in chosen:
                chosen.append(new)
        within_limits(frozen, len(chosen))
        return Answer(GIVEN, chosen)

    def _own(self, frozen: Step, value: Json, earlier: list[Json], making: Making) -> Json:
        if (
            not isinstance(value, dict)
            or frozen.get("own") in (None, "false")
            or not isinstance(value.get("own"), str)
        ):
            raise Problem("Please choose from the list.")
        words = clean_words(value["own"], most=OWN_MAX)
        if not words:
            raise Problem("Please write a few words, or choose from the list.")
        if "home" not in frozen:
            return {"own": words}
        before = next((one["item"] for one in earlier if one.get("own") == words), None)
        return {"own": words, "item": before or making.new_id()}

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        return len(answer.value or [])

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        return [str(one.get("own") or one.get("label", "")) for one in answer.value or []]

    def words(self, frozen: Step, answer: Answer) -> str:
        return "; ".join(self.review(frozen, answer))

    def items_made(self, frozen: Step, answer: Answer) -> list[str]:
        return [one["item"] for one in answer.value or [] if "item" in one]

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        picked = [one for one in answer.value or [] if "item" in one]
        used = [use_feed(frozen, one["item"], at) for one in picked]
        if "home" not in frozen:
            return used
        own = [one for one in picked if "own" in one]
        return [*(item_feed(frozen, one["item"], {frozen["own"]: one["own"]}, [], at) for one in own), *used]


KIND = PickKind()
