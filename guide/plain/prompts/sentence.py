"""One sentence: its words, the doubt at its end if wanted, and how well it fits the facts."""

from __future__ import annotations

from typing import Any

from guide.plain.prompts import scale, yes_no
from guide.plain.prompts.short import words_of
from guide.plain.turn import Command, Turn
from guide.steps.base import CANNOT_TELL, NUMB, Json, Problem, Step
from guide.steps.scale import read_rating
from guide.steps.sentence import KIND
from guide.words import plain as words
from guide.words import rehearsal

NEXT = "next"
"""In a held answer: the part to ask next. `parse` passes it over."""
DOUBTED = "doubted"
"""In a held answer: the doubt was offered already."""


def show(turn: Turn) -> None:
    """Write the facts it stands on, unless they are in view."""
    facts = [str(fact) for fact in turn.step.get("facts") or []]
    if "; ".join(facts) in turn.in_view:
        return  # they stand above already
    if facts:
        turn.talk.say(f"{rehearsal.FACTS}:")
    for fact in facts:
        turn.talk.say(fact, first="  ")


def ask(turn: Turn) -> Json:
    """Read the parts in their order; each is held at once."""
    return _Sentence(turn).ask()


def settled(step: Step, raw: Json) -> Json:
    """The sentence as far as it goes: without a rating it is whole."""
    return (
        {key: value for key, value in raw.items() if key not in (NEXT, DOUBTED)}
        if isinstance(raw, dict)
        else raw
    )


def with_doubt(text: str, doubt: str) -> str:
    """The sentence with the doubt inside it, as its ending (care rule 23)."""
    return f"{text.strip().rstrip('.')}, {doubt.strip().rstrip('.')}."


class _Sentence:
    """The sentence while it is asked."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        raw = turn.raw if isinstance(turn.raw, dict) else {"text": words_of(turn.raw)}
        self.text = words_of(raw)
        self.believable = scale.state(raw.get("believable"))
        self.gate: dict[str, Any] = turn.step.get("believable") or {}
        self.doubt = str(turn.step.get("doubt") or "")
        self.parts = ["text", *(["doubt"] if self.doubt else []), *(["fit", "smaller"] if self.gate else [])]
        self.next = str(raw.get(NEXT)) if raw.get(NEXT) in self.parts else "text"
        self.doubted = bool(raw.get(DOUBTED))

    def ask(self) -> Json:
        """Ask part by part; None when no sentence was written."""
        place = self.parts.index(self.next)
        while place < len(self.parts):
            try:
                place = getattr(self, f"_{self.parts[place]}")(place)
            except Command as command:
                if command.name == "back" and place:
                    place, self.doubted = 0, False
                elif command.name == "skip" and place:
                    place += 1
                else:
                    raise
            if place == len(self.parts) and not self.text:
                return None
        return {"text": self.text, "believable": self.believable}

    def _text(self, place: int) -> int:
        """The words: a start as it is, or one's own."""
        starts = [str(one) for one in self.turn.step.get("starts") or []]
        self._starts(starts)
        while True:
            default = words.KEEP if self.text else "1" if starts else ""
            text = self.turn.line(default).words.strip()
            if not text and not self.text and not starts:
                return len(self.parts)
            chosen = text or self.text or starts[0]
            if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= len(starts):
                chosen = starts[int(text[:4]) - 1]
            problem = self.turn.check({"text": chosen})
            if not problem:
                break
            self.turn.trouble(problem)
        if chosen != self.text:
            self.believable = None  # a rating belongs to the words it was given for
        self.text = chosen
        self._hold(place + 1)
        return place + 1

    def _starts(self, starts: list[str]) -> None:
        self.turn.talk.blank()
        if starts:
            self.turn.talk.say(f"{rehearsal.STARTS}:")
        for number, start in enumerate(starts, 1):
            self.turn.talk.say(start, first=f"  {number}  ")
        if self.text:
            self.turn.talk.say(words.HERE_SO_FAR)
            self.turn.talk.say(self.text, first="  ")
        self.turn.asks(words.SENTENCE_WRITE if starts else words.SENTENCE_WRITE_ONLY)

    def _doubt(self, place: int) -> int:
        """Offer the doubt as an ending, once, unless it stands there or would not fit."""
        longer = with_doubt(self.text, self.doubt)
        there = self.doubt.rstrip(".").lower() in self.text.lower()
        if not self.doubted and not there and not self.turn.check({"text": longer}):
            self.turn.talk.blank()
            self.turn.asks(words.SENTENCE_DOUBT)
            self.turn.talk.say(longer, first="  ")
            if yes_no.confirm(self.turn, False):
                self.text = longer
            self.doubted = True
        self._hold(place + 1)
        return place + 1

    def _fit(self, place: int) -> int:
        """How well it fits the facts, and never how true it feels (care rule 3)."""
        self.turn.talk.blank()
        self.turn.asks(str(self.gate["prompt"]))
        self.turn.talk.say(words.WORDS_OF.format(words=self.text), first="  ")
        scale.ends(self.turn, self.gate["range"], numb=bool(self.gate.get("numb")))
        inner = self.turn.part("believable", self.turn.step, self.believable, lambda raw: None)
        inner.reminder = self.turn.reminder
        while (problem := _unfit(self.gate, raw := scale.rating(inner))) and raw is not None:
            inner.trouble(problem)
        self.believable = raw if raw in (None, NUMB, CANNOT_TELL) else int(raw)
        self._hold(place + 1)
        return place + 1

    def _smaller(self, place: int) -> int:
        """A low number suggests a smaller sentence, and blocks nothing."""
        if not KIND.small(self.turn.step, {"believable": {"value": self.believable}}):
            return place + 1
        self.turn.talk.blank()
        self.turn.talk.say(rehearsal.SMALLER)
        for way in rehearsal.SMALLER_WAYS:
            self.turn.talk.say(way, first="  ")
        self.turn.asks(words.SENTENCE_SMALLER)
        while (given := self.turn.line(words.KEEP, local=("s",))).words.strip():
            self.turn.trouble(words.SENTENCE_SMALLER)
        place = 0 if given.word == "s" else place + 1
        self._hold(place)
        return place

    def _hold(self, place: int) -> None:
        held: dict[str, Json] = {"text": self.text, "believable": self.believable}
        if place < len(self.parts):
            held[NEXT] = self.parts[place]
        if self.doubted:
            held[DOUBTED] = True
        self.turn.hold(held)


def _unfit(gate: Step, raw: Json) -> str:
    """What is wrong with a rating of the fit, or nothing."""
    try:
        read_rating(raw, gate["range"], numb=bool(gate.get("numb")), cannot_tell=False)
    except Problem as problem:
        return problem.message
    return ""
