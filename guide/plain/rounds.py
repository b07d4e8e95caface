"""The rounds of a rehearsal while they are asked."""

from __future__ import annotations

from typing import Any, Final

from guide.journal.edit_round import Opened
from guide.plain import pages
from guide.plain.prompts import choice, scale, yes_no
from guide.plain.prompts.short import BLANK, blank_mind, examples
from guide.plain.turn import Command, Turn
from guide.steps.base import NUMB, Json, Problem
from guide.steps.rehearse import KIND, MOST, compared
from guide.words import plain as words
from guide.words import rehearsal

NEXT: Final = "next"
SAID: Final = "say"
_NO: Final = "no"
_SIDES: Final = {"before": ("before", "expect"), "after": ("after", "happened")}


class Rounds:
    """Done rounds, and the one under way with the part to ask next. Both are held after every part.

    With `again` it is one round that is asked anew: it keeps its time, and no other follows.
    """

    def __init__(self, turn: Turn, again: Opened | None = None) -> None:
        self.turn, self.step, self.again = turn, turn.step, again
        held = turn.raw if isinstance(turn.raw, dict) else {}
        self.done: list[dict[str, Any]] = [
            dict(one) for one in held.get("rounds") or [] if isinstance(one, dict)
        ]
        now = held.get("now")
        self.now: dict[str, Any] | None = dict(now) if isinstance(now, dict) else None
        self.most = int((self.step.get("rounds") or {}).get("max", MOST))
        self.leaving = False
        self.shown: set[str] = set()

    def ask(self) -> Json:
        """Ask until the person has had enough; None when nothing was said."""
        if not self.step.get("said"):
            return self._no_sentence()
        while not self.leaving:
            try:
                if self.now is None and self.done and not self._again():
                    break
            except Command as command:
                if command.name != "back":
                    raise
                self.now = self.done.pop()
                self._hold(self._parts()[-1])
            self._round()
            self.leaving = self.leaving or self.again is not None
        said = any(one.get("said") for one in self.done) or self.again
        return {"rounds": self.done} if said and self.done else None

    def _no_sentence(self) -> None:
        self.turn.asks(words.NO_SENTENCE)
        while self.turn.line().words.strip():
            self.turn.trouble(words.NO_SENTENCE)

    # -- one round ------------------------------------------------------------------------------------

    def _parts(self) -> list[str]:
        """The parts of this round. Words are asked for as the step says, in the first round unless it does."""
        parts: list[str] = []
        for side in ("before", "after"):
            spec, (rate, ask) = self.step.get(side) or {}, _SIDES[side]
            if side == "after":
                parts.append(SAID)
            if "rate" in spec:
                parts.append(rate)
            when = (spec.get("ask") or {}).get("rounds", "first")
            if "ask" in spec and (when == "all" or (when == "first" and not self.done)):
                parts.append(ask)
        return parts

    def _round(self) -> None:
        fresh = self.now is None
        now = self.now = self.now or {}
        parts = self._parts()
        place = parts.index(now[NEXT]) if now.get(NEXT) in parts else 0
        self._head(fresh)
        if fresh and self.done:
            self._hold(parts[0])
        while place < len(parts):
            try:
                self._part(parts[place])
            except Command as command:
                if command.name == "back" and place:
                    place -= 1
                    continue
                if command.name == "back" and self.done and not self.again:
                    self.now = None  # to the question after the round before
                    self.turn.hold({"rounds": self.done})
                    return
                if command.name != "skip" or not (place or self.done):
                    raise
                if parts[place] == SAID:
                    now["said"] = False
            if now.get("said") is False and parts[place] == SAID:
                self._unsaid()
                return
            place += 1
            self._hold(parts[place] if place < len(parts) else "")
        self._close()

    def _head(self, fresh: bool) -> None:
        talk, said = self.turn.talk, self.step["said"]
        talk.blank()
        if self.done:
            talk.say(rehearsal.ROUND.format(n=len(self.done) + 1))
        talk.say(f"{rehearsal.SENTENCE}:")
        talk.say(words.WORDS_OF.format(words=" ".join(str(said["text"]).split())), first="  ")
        if self.done and fresh:
            return
        facts = said.get("evidence") or []
        talk.say(f"{rehearsal.FACTS}:" if facts else rehearsal.NO_FACTS)
        for fact in facts:
            talk.say(str(fact), first="  ")

    def _part(self, name: str) -> None:
        self.turn.talk.blank()
        if name == SAID:
            self._say()
        elif name in _SIDES:
            self._rate(name)
        else:
            self._words("before" if name == "expect" else "after", name)

    def _rate(self, side: str) -> None:
        """A rating; Enter leaves it open."""
        assert self.now is not None
        rate = self.step[side]["rate"]
        self.turn.asks(str(rate["prompt"]))
        if side not in self.shown:
            scale.ends(self.turn, rate["range"], numb=bool(rate.get("numb")))
            self.shown.add(side)
        inner = self.turn.part(side, self.step, self.now.get(side), lambda raw: None)
        inner.reminder = self.turn.reminder
        while True:
            raw = scale.rating(inner)
            if raw is None:
                return
            try:
                kept = KIND.rating(rate, raw)
            except Problem as problem:
                inner.trouble(problem.message)
                continue
            self.now[side] = NUMB if kept["state"] == NUMB else kept["value"]
            return

    def _words(self, side: str, key: str) -> None:
        assert self.now is not None
        asked = self.step[side]["ask"]
        self.turn.asks(str(asked["prompt"]))
        self.turn.talk.say(words.EXPECT_OPEN)
        local = (BLANK,) if blank_mind(self.turn, asked) else ()
        if local:
            self.turn.talk.once(words.EXAMPLES)
        while True:
            before = str(self.now.get(key) or "")
            while (given := self.turn.line(words.KEEP if before else "", local=local)).word == BLANK:
                examples(self.turn, asked)
            text = given.words.strip() or before
            if not text:
                return
            problem = self.turn.check({"rounds": [{"said": True, key: text}]})
            if not problem:
                self.now[key] = text
                return
            self.turn.trouble(problem)

    def _say(self) -> None:
        """Say it, in the way of last time or another."""
        assert self.now is not None
        ways = {name: {"text": text} for name, text in (self.step.get("ways") or {}).items()}
        last = self.done[-1].get("way") if self.done else None
        way = self.now.get("way") or last or self.step.get("way") or next(iter(ways), None)
        if way in ways and SAID in self.shown:
            self.turn.asks(words.SAY_WAY.format(way=ways[way]["text"]))
        else:
            choice.rows(self.turn, ways)
            self.turn.asks(words.SAY_WAYS if ways else words.SAY_PLAIN)
        self.shown.add(SAID)
        unsaid = _NO if self.again and not self.again.said else ""  # Enter keeps what stands there
        while True:
            default = unsaid or (str(list(ways).index(way) + 1) if way in ways else "")
            text = self.turn.line(default).words.strip() or unsaid
            if text.lower() in (_NO, "n"):
                self.now["said"] = False
                return
            found = choice.match(ways, text) if text else way
            if not text or found is not None or _same(text, str(self.step["said"]["text"])):
                self.now["said"] = True
                if found is not None:
                    self.now["way"] = found
                return
            self.turn.trouble(self.turn.reminder)

    # -- between rounds -------------------------------------------------------------------------------

    def _unsaid(self) -> None:
        """A round that was not said is none; what was said before stays, and so do its words, as unfinished.

        One that was kept unsaid before, as imports may hold, is put right and stays so.
        """
        if self.again and not self.again.said:
            self.done.append(self._finished())
        self.now = None
        self.leaving = True

    def _close(self) -> None:
        done = self._finished()
        self.done.append(done)
        self.now = None
        self.turn.hold({"rounds": self.done})
        if done.get("way") and not self.again:
            self.turn.journal.set_state("last-way", done["way"])
        if compared(done):
            self.turn.talk.say(compared(done))

    def _finished(self) -> dict[str, Any]:
        """The round as it is kept."""
        done = {key: value for key, value in (self.now or {}).items() if key != NEXT}
        # When it was said, not when the last round was handed over or one was put right.
        done["at"] = (self.again.at if self.again else "") or self.turn.journal.clock().utc
        return done

    def _hold(self, part: str) -> None:
        assert self.now is not None
        self.now.pop(NEXT, None)
        if part:
            self.now[NEXT] = part
        self.turn.hold({"rounds": self.done, "now": dict(self.now)})

    def _again(self) -> bool:
        """Whether there is another round. After strong discomfort Enter means stop (care rule 13)."""
        if KIND.strong(self.step, self.done[-1]):
            return self._strong()
        if len(self.done) >= self.most:
            self.turn.talk.say(rehearsal.ENOUGH_TODAY)
            return False
        self.turn.talk.blank()
        self.turn.asks(words.ANOTHER_ROUND)
        return yes_no.confirm(self.turn, False)

    def _strong(self) -> bool:
        offers = (self.step.get("strong") or {}).get("offer") or ["stop", "again"]
        rows = {
            "smaller": ("s", rehearsal.STRONG_SMALLER),
            "again": ("a", rehearsal.STRONG_AGAIN),
            "support": ("t", rehearsal.STRONG_SUPPORT),
        }
        there = {
            name: row
            for name, row in rows.items()
            if name in offers and (name != "again" or len(self.done) < self.most)
        }
        keys = {key: name for name, (key, _) in there.items()}
        self.turn.talk.blank()
        self.turn.talk.say(f"{rehearsal.STRONG} {rehearsal.STRONG_KEPT}")
        self.turn.asks(words.STRONG_CHOICE.format(stop=rehearsal.STRONG_STOP))
        for key, text in there.values():
            self.turn.talk.say(words.STRONG_ROW.format(key=key, words=text))
        while True:
            given = self.turn.line(words.STOP_HERE, local=tuple(keys))
            chosen = keys.get(given.word)
            if chosen == "support":
                pages.support_page(self.turn.talk, self.turn.journal, older=True)
            elif chosen == "smaller":
                self._smaller()
                return False
            elif chosen == "again":
                return True
            elif not given.words.strip():
                return False
            else:
                self.turn.trouble(self.turn.reminder)

    def _smaller(self) -> None:
        """Ways to a smaller sentence; the exercise that makes one opens when this one is at its end."""
        self.turn.talk.blank()
        for way in rehearsal.SMALLER_WAYS:
            self.turn.talk.say(way, first="  ")
        maker = self.turn.journal.made_by(self.turn.sitting.exercise)
        if maker is not None:
            self.turn.then = maker.ref


def _same(typed: str, sentence: str) -> bool:
    """Whether the sentence itself was typed; capitals and signs make no difference."""
    return _letters(typed) == _letters(sentence)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
