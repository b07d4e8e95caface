"""Rounds of saying one sentence: expect, say, rate, note what happened."""

from __future__ import annotations

from collections.abc import Mapping

from guide.steps.base import (
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
    clean_words,
    point,
)
from guide.steps.fields import Flag, Plain, Text, Whole, Word
from guide.steps.groups import ListOf, MapOf, Record
from guide.steps.problems import Path, Problems
from guide.steps.scale import USUAL, freeze_range, rating_words, raw_of, read_rating
from guide.steps.short import EXAMPLES
from guide.words import rehearsal

MOST = 20
_RATE = Record({"prompt": Text(required=True), "track": Plain(), "numb": Flag()}, what="'rate'")
_ASK = Record(
    {
        "prompt": Text(required=True),
        "optional": Flag(),
        "rounds": Word("first", "all", "none"),
        **EXAMPLES,
    },
    what="'ask'",
)
_SIDE = Record({"rate": _RATE, "ask": _ASK}, what="This side")


def compared(one: Mapping[str, Json]) -> str:
    """What was expected of a round beside what was, in one sentence; nothing when one of the two was left open."""
    before, after = raw_of(one.get("before")), raw_of(one.get("after"))
    if before is None or after is None:
        return ""
    if before == NUMB:
        template = rehearsal.COMPARED_NUMB_BOTH if after == NUMB else rehearsal.COMPARED_NUMB_EXPECTED
    else:
        template = rehearsal.COMPARED_NUMB if after == NUMB else rehearsal.COMPARED
    return template.format(expected=before, after=after)


class RehearseKind(Kind):
    """A round counts once it was said. Feeling is not required, and stopping keeps what was done (rules R8, R11)."""

    name = "rehearse"
    fields = {
        "prompt": Text(required=True),
        "sentence": Plain(required=True),
        "ways": MapOf(Text(max_length=60), most=6),
        "before": _SIDE,
        "after": _SIDE,
        "strong": Record(
            {
                "at_least": Whole(1, 100, required=True),
                "offer": ListOf(Word("stop", "smaller", "again", "support"), most=4),
            },
            what="'strong'",
        ),
        "rounds": Record(
            {"min": Whole(0, MOST), "suggested": Whole(1, MOST), "max": Whole(1, MOST)}, what="'rounds'"
        ),
    }
    parts = {"said": NUMBER_TESTS, "after.highest": NUMBER_TESTS, "after.latest": NUMBER_TESTS}

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        rounds = step.get("rounds") or {}
        if rounds.get("min", 0) > rounds.get("max", MOST):
            problems.add(
                (*path, "rounds", "min"), "'min' is larger than 'max', so no number of rounds would fit."
            )
        if "strong" in step and "rate" not in (step.get("after") or {}):
            problems.add(
                (*path, "strong"),
                "'strong' looks at the rating after a round; please add after: {rate: …}.",
                key=True,
            )

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        for side in ("before", "after"):
            rate = (frozen.get(side) or {}).get("rate")
            if rate:
                rate["range"] = freeze_range(rate, rate.get("track"), world)
                if "track" in rate:
                    rate["track"] = world.full_name(rate["track"])
        found = world.answer(frozen["sentence"])
        chosen = found[1].value if found and found[1].state == GIVEN else None
        one = chosen[0] if isinstance(chosen, list) and chosen else chosen
        if isinstance(one, dict):
            item = one.get("item", "")
            known = world.item(item) if item else None
            label = one.get("own") or one.get("text") or (known or one).get("label", "")
            facts = [world.item(ref) for ref in (known or {}).get("refs") or one.get("evidence") or []]
            frozen["said"] = {
                "item": item,
                "text": label,
                "evidence": [fact["label"] for fact in facts if fact],
            }
        way = world.last_way()
        if way in (frozen.get("ways") or {}):
            frozen["way"] = way

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        rounds = self._all(raw)
        if not isinstance(rounds, list) or not rounds:
            raise Problem("No round has been said yet.")
        bounds = frozen.get("rounds") or {}
        if len(rounds) > bounds.get("max", MOST):
            raise Problem(f"Up to {bounds.get('max', MOST)} rounds at a time; that is enough for now.")
        kept = [self._round(frozen, one, making, index) for index, one in enumerate(rounds)]
        if not any(one["said"] for one in kept):
            raise Problem("No round has been said yet.")
        return Answer(GIVEN, {"rounds": kept})

    def _round(self, frozen: Step, raw: Json, making: Making, index: int) -> dict[str, Json]:
        if not isinstance(raw, dict):
            raise Problem("This round cannot be read.")
        one: dict[str, Json] = {"said": bool(raw.get("said")), "at": str(raw.get("at") or making.now)}
        if raw.get("way") in (frozen.get("ways") or {}):
            one["way"] = raw["way"]
        for side, words_key in (("before", "expect"), ("after", "happened")):
            spec = frozen.get(side) or {}
            if "rate" in spec and raw.get(side) not in (None, ""):
                one[side] = self.rating(spec["rate"], raw[side], f"{index}.{side}")
            if raw.get(words_key):
                one[words_key] = clean_words(raw[words_key], most=500)
        return one

    def rating(self, rate: Step, raw: Json, part: str = "") -> Json:
        """One rating as kept: {"state", "value"}. Raises Problem."""
        try:
            answer = read_rating(raw_of(raw), rate["range"], numb=bool(rate.get("numb")), cannot_tell=False)
        except Problem as problem:
            raise Problem(problem.message, part) from None
        return {"state": answer.state, "value": answer.value}

    def strong(self, frozen: Step, one: Step) -> bool:
        """Whether this round's discomfort asks for an answer of its own (care rule 13)."""
        rule, after = frozen.get("strong"), one.get("after")
        number = after.get("value") if isinstance(after, dict) else after
        return bool(rule) and isinstance(number, int) and number >= rule["at_least"]  # type: ignore[index]

    def empty(self, raw: Json) -> bool:
        return not self._all(raw)

    @staticmethod
    def _all(raw: Json) -> Json:
        """The rounds done, and one that was said and then cut off: it counts (care rule 4)."""
        if not isinstance(raw, dict):
            return raw
        rounds, now = raw.get("rounds"), raw.get("now")
        said = [now] if isinstance(now, dict) and now.get("said") else []
        return [*rounds, *said] if isinstance(rounds, list) else rounds

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        rounds = [one for one in answer.value["rounds"] if one["said"]]
        if part == "said":
            return len(rounds)
        rated = [one["after"]["value"] for one in rounds if (one.get("after") or {}).get("state") == GIVEN]
        return None if not rated else max(rated) if part == "after.highest" else rated[-1]

    def tries(self, frozen: Step) -> list[Json]:
        rate = (frozen.get("after") or {}).get("rate") or {}
        range_ = {**USUAL, **(rate.get("range") or {})} if rate else {}
        strong = (frozen.get("strong") or {}).get("at_least", 100)
        ends = [range_["min"], max(range_["min"], min(strong, range_["max"]))] if rate else [None]
        most = (frozen.get("rounds") or {}).get("max", MOST)
        once = [{"rounds": [{"said": True, "after": rating}]} for rating in ends]
        return [*once, {"rounds": [{"said": True, "after": ends[0]}] * min(most, 3)}]

    def words(self, frozen: Step, answer: Answer) -> str:
        count = self.part(frozen, answer, "said")
        return "said once" if count == 1 else f"said {count} times"

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        lines = [f"“{frozen['said']['text']}”"] if "said" in frozen else []
        for number, one in enumerate(answer.value["rounds"], 1):
            bits = [f"{number}. " + (self._way(frozen, one) if one["said"] else "not said")]
            for side, label in (("before", "expected"), ("after", "was")):
                if side in one:
                    range_ = frozen[side]["rate"]["range"]
                    bits.append(
                        f"{label} {rating_words(range_, Answer(one[side]['state'], one[side]['value']))}"
                    )
            lines.append(", ".join(bits))
            lines += [
                f"   {label}: {one[key]}"
                for key, label in (("expect", "Expected"), ("happened", "Happened"))
                if key in one
            ]
        return lines

    @staticmethod
    def _way(frozen: Step, one: Step) -> str:
        return str((frozen.get("ways") or {}).get(one.get("way"), "said"))

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        item = (frozen.get("said") or {}).get("item", "")
        result: list[Feed] = []
        said = [one for one in answer.value["rounds"] if one["said"]]
        for n, one in enumerate(said):
            for side in ("before", "after"):
                track = ((frozen.get(side) or {}).get("rate") or {}).get("track")
                if track and side in one:
                    rating = Answer(one[side]["state"], one[side]["value"])
                    result.append(point(frozen, track, item, rating, one["at"], n))
                elif track and side == "after":
                    result.append(point(frozen, track, item, Answer("skipped"), one["at"], n))
        return result


KIND = RehearseKind()
