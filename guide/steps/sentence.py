"""A sentence of fair credit, made from one's own evidence and held against one's own facts."""

from __future__ import annotations

import re
from collections.abc import Mapping

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
    point,
)
from guide.steps.fields import Flag, Plain, Text, Whole
from guide.steps.groups import ListOf, Record
from guide.steps.items import field_words, item_feed, set_home, use_feed
from guide.steps.problems import Path, Problems
from guide.steps.scale import USUAL, freeze_range, rating_words, raw_of, read_rating

SENTENCE_MAX = 300
_SLOT = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def facts_of(chosen: list[Json], own: Json, world: World) -> list[dict[str, str]]:
    """What each picked fact can put into a slot: its fields in words.

    `own` is what the pick step says under that key: words of one's own fill the field that it names.
    """
    found = []
    for one in chosen:
        declared = world.declared("collections", str(one.get("collection", ""))).get("fields", {})
        fields = one.get("fields") or {own: one.get("own", "")}
        words = {
            name: field_words(value, declared.get(name, {}).get("options")) for name, value in fields.items()
        }
        found.append({name: text for name, text in words.items() if text})
    return found


def filled_frames(frozen: Step, facts: list[dict[str, str]]) -> list[str]:
    """The frames with the picked facts in their slots; a frame whose slot has nothing is left out."""
    result: list[str] = []
    for frame in frozen.get("frames") or []:
        for fact in facts or [{}]:
            if all(fact.get(slot) for slot in _SLOT.findall(frame)):
                text = fill_frame(frame, fact)
                if text not in result:
                    result.append(text)
    return result


def fill_frame(frame: str, fact: Mapping[str, str]) -> str:
    """One frame with one fact in its slots.

    After "I " a fact that says "I" itself does not say it twice, and its first word is put in lower case,
    as inside any sentence; words in capitals throughout stay. The fact's own full stop is dropped.
    """

    def slot(found: re.Match[str]) -> str:
        words = fact[found[1]].strip().rstrip(".;,")
        if not frame[: found.start()].endswith("I "):
            return words
        words = re.sub(r"^[Ii] (?=\S)", "", words)
        first = words.split(" ", 1)[0]
        return words if first.isupper() or "'" in first or "’" in first else words[:1].lower() + words[1:]

    return re.sub(r"\bI (?=I['’])", "", _SLOT.sub(slot, frame))


class SentenceKind(Kind):
    """One sentence; the gate asks how well it fits the facts, never how it feels: numb is no answer (care rule 3)."""

    name = "sentence"
    fields = {
        "prompt": Text(required=True),
        "evidence": Plain(required=True),
        "frames": ListOf(Text(max_length=200), most=8),
        "examples": ListOf(Text(max_length=300), most=6),
        "doubt": Text(max_length=120),
        "believable": Record(
            {"prompt": Text(required=True), "track": Plain(), "smaller_below": Whole(0, 10)},
            what="'believable'",
        ),
        "collect": Plain(),
        "revise": Flag(),
    }
    parts = {"believable": NUMBER_TESTS}

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        set_home(frozen, world)
        if frozen.get("revise") and "collect" in frozen:
            frozen["there"] = world.items([frozen["collect"]], "newest")
        found = world.answer(frozen["evidence"])
        chosen = list(found[1].value or []) if found and found[1].state == GIVEN else []
        frozen["facts"] = [str(one.get("own") or one.get("label", "")) for one in chosen]
        frozen["refs"] = [one["item"] for one in chosen if "item" in one]
        frozen["starts"] = filled_frames(
            frozen, facts_of(chosen, found[0].get("own") if found else None, world)
        )
        gate = frozen.get("believable")
        if gate:
            gate["range"] = freeze_range(gate, gate.get("track"), world)
            if "track" in gate:
                gate["track"] = world.full_name(gate["track"])

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        fields = raw if isinstance(raw, dict) else {"text": raw}
        words = clean_words(fields.get("text"), most=SENTENCE_MAX)
        if not words:
            raise Problem("Nothing to keep yet: please write a sentence, or leave it open.", "text")
        revised = self.revised(frozen, fields)
        refs = list(frozen.get("refs") or [])
        value: dict[str, Json] = {
            "item": revised["item"] if revised else making.item_id(),
            "text": words,
            "evidence": refs or list((revised or {}).get("refs") or []),
        }
        if revised:
            value["revises"] = revised["item"]
        rating = fields.get("believable")
        gate = frozen.get("believable")
        if gate and rating is not None and rating != "":
            answer = read_rating(raw_of(rating), gate["range"], numb=False, cannot_tell=False)
            value["believable"] = {"state": answer.state, "value": answer.value}
        return Answer(GIVEN, value)

    def revised(self, frozen: Step, raw: Json) -> Step | None:
        """The earlier sentence that this one replaces, where the step offers them and one was chosen."""
        name = raw.get("revises") if isinstance(raw, dict) else None
        return next((one for one in frozen.get("there") or [] if one["item"] == name), None)

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        if "revise" in step and "collect" not in step:
            problems.add(
                (*path, "revise"), "'revise' offers earlier sentences; please say 'collect' too.", key=True
            )

    def empty(self, raw: Json) -> bool:
        text = raw.get("text") if isinstance(raw, dict) else raw
        return not text or not str(text).strip()

    def small(self, frozen: Step, value: Json) -> bool:
        """Whether the gate suggests a smaller sentence. Only a suggestion: the person decides."""
        gate = frozen.get("believable") or {}
        rating = (value or {}).get("believable") or {}
        number = rating.get("value")
        return isinstance(number, int) and number < gate.get("smaller_below", 0)

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        return (answer.value.get("believable") or {}).get("value")

    def tries(self, frozen: Step) -> list[Json]:
        gate = frozen.get("believable")
        if not gate:
            return [{"text": "I answered a letter."}]
        range_ = {**USUAL, **(gate.get("range") or {})}
        rated: list[Json] = [None, *range(range_["min"], range_["max"] + 1)]
        return [{"text": "I answered a letter.", "believable": rating} for rating in rated]

    def words(self, frozen: Step, answer: Answer) -> str:
        return str(answer.value["text"])

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        lines = [f"“{answer.value['text']}”"]
        rating, gate = answer.value.get("believable"), frozen.get("believable")
        if rating and gate:
            lines.append(
                f"{gate['prompt']}: {rating_words(gate['range'], Answer(rating['state'], rating['value']))}"
            )
        return lines

    def items_made(self, frozen: Step, answer: Answer) -> list[str]:
        return [answer.value["item"]]

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        value = answer.value
        result: list[Feed] = []
        if "home" in frozen:
            field = next(iter(frozen["home"]["fields"]), "text")
            result.append(item_feed(frozen, value["item"], {field: value["text"]}, value["evidence"], at))
        result += [use_feed(frozen, fact, at) for fact in value["evidence"]]
        rating, gate = value.get("believable"), frozen.get("believable") or {}
        if rating and "track" in gate:
            result.append(
                point(frozen, gate["track"], value["item"], Answer(rating["state"], rating["value"]), at)
            )
        return result


KIND = SentenceKind()
