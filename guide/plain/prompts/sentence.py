"""One sentence: its words, the doubt at its end if wanted, and how well it fits the facts."""

from __future__ import annotations

from typing import Any

from guide.plain.numbered import place_in
from guide.plain.prompts import scale, yes_no
from guide.plain.prompts.pick import ALL, SHOWN
from guide.plain.prompts.short import BLANK, blank_mind, examples, words_of
from guide.plain.records import squeezed
from guide.plain.turn import Command, Turn
from guide.steps.base import CANNOT_TELL, NUMB, Json, Problem, Step
from guide.steps.scale import raw_of, read_rating
from guide.steps.sentence import KIND
from guide.words import plain as words
from guide.words import rehearsal

NEXT = "next"
"""In a held answer: the part to ask next. `parse` passes it over."""
DOUBTED = "doubted"
"""In a held answer: the doubt was offered already."""
REVISES = "revises"
"""In an answer: the earlier sentence of which this is a new version."""
NEW = "new"


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
        self.believable = raw_of(raw.get("believable"))
        self.gate: dict[str, Any] = turn.step.get("believable") or {}
        self.doubt = str(turn.step.get("doubt") or "")
        self.parts = ["text", *(["doubt"] if self.doubt else []), *(["fit", "smaller"] if self.gate else [])]
        self.next = str(raw.get(NEXT)) if raw.get(NEXT) in self.parts else "text"
        self.doubted = bool(raw.get(DOUBTED))
        own = raw.get("item") if not raw.get(REVISES) else None
        self.earlier = [one for one in turn.step.get("there") or [] if one["item"] != own]
        self.revised = next((one for one in self.earlier if one["item"] == raw.get(REVISES)), None)

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
        return self._answer()

    def _answer(self) -> dict[str, Json]:
        revises = {REVISES: self.revised["item"]} if self.revised else {}
        return {"text": self.text, "believable": self.believable, **revises}

    def _text(self, place: int) -> int:
        """The words: a start as it is, one's own, or an earlier sentence to change."""
        starts = [str(one) for one in self.turn.step.get("starts") or []]
        local = ((ALL,) if len(self.earlier) > SHOWN else ()) + ((NEW,) if self.earlier else ())
        local += (BLANK,) if blank_mind(self.turn) else ()
        self._starts(starts)
        while True:
            default = words.KEEP if self.text else "1" if starts else ""
            given = self.turn.line(default, local=local)
            text = given.words.strip()
            number = place_in(text, len(starts) + len(self.earlier))
            if given.word == ALL:
                self._rows(len(starts), len(self.earlier))
                continue
            if given.word == BLANK:
                examples(self.turn)
                continue
            if given.word == NEW or number > len(starts):
                self._open(number - len(starts), place)
                continue
            if not text and not self.text and not starts:
                return len(self.parts)
            chosen = text or self.text or starts[0]
            if number:
                chosen, self.revised = starts[number - 1], None
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
        if self.earlier:
            self.turn.talk.say(words.SENTENCE_EARLIER)
            self._rows(len(starts), min(SHOWN, len(self.earlier)))
            if len(self.earlier) > SHOWN:
                self.turn.talk.say(words.PICK_ALL.format(n=len(self.earlier) - SHOWN))
        self._so_far()
        self.turn.asks(words.SENTENCE_WRITE if starts else words.SENTENCE_WRITE_ONLY)
        if blank_mind(self.turn):
            self.turn.talk.once(words.EXAMPLES)

    def _rows(self, before: int, count: int) -> None:
        """Earlier sentences; their numbers go on from those of the starts."""
        for number, one in enumerate(self.earlier[:count], before + 1):
            self.turn.talk.say(squeezed(one["label"]), first=f"  {number}  ")

    def _so_far(self) -> None:
        if self.text:
            self.turn.talk.say(words.HERE_SO_FAR)
            self.turn.talk.say(self.text, first="  ")
        if self.revised:
            self.turn.talk.say(words.SENTENCE_REVISES)

    def _open(self, number: int, place: int) -> None:
        """Take up an earlier sentence by its number, counted from 1; 0 and less begins a new one."""
        self.revised = self.earlier[number - 1] if number > 0 else None
        self.text = self._words(self.revised) if self.revised else ""
        self.believable = None
        self._so_far()
        self._hold(place)

    def _words(self, item: Step) -> str:
        """The words of a sentence that was collected: they stand in the first field."""
        field = next(iter((self.turn.step.get("home") or {}).get("fields") or {}), "text")
        return str(item["fields"].get(field) or item["label"])

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
        scale.ends(self.turn, self.gate["range"])
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
        ways = [
            *rehearsal.SMALLER_WAYS,
            *([rehearsal.SMALLER_DOUBT.format(doubt=self.doubt)] if self.doubt else []),
        ]
        for way in ways:
            self.turn.talk.say(way, first="  ")
        self.turn.asks(words.SENTENCE_SMALLER)
        while (given := self.turn.line(words.KEEP, local=("s",))).words.strip():
            self.turn.trouble(words.SENTENCE_SMALLER)
        place = 0 if given.word == "s" else place + 1
        self._hold(place)
        return place

    def _hold(self, place: int) -> None:
        held = self._answer()
        if place < len(self.parts):
            held[NEXT] = self.parts[place]
        if self.doubted:
            held[DOUBTED] = True
        self.turn.hold(held)


def _unfit(gate: Step, raw: Json) -> str:
    """What is wrong with a rating of the fit, or nothing."""
    try:
        read_rating(raw, gate["range"], numb=False, cannot_tell=False)
    except Problem as problem:
        return problem.message
    return ""
