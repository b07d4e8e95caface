"""Step after step of one exercise: shows, asks, hands over, and acts on the words that are commands."""

from __future__ import annotations

from typing import Final

from guide.errors import GuideError
from guide.journal import kept
from guide.journal.enough import enough
from guide.journal.journal import Journal
from guide.journal.offers import Chosen, title_of
from guide.journal.opens import opens_help_now
from guide.journal.origin import own_lines
from guide.journal.shown import Outcome, View
from guide.journal.sitting import Sitting
from guide.plain import pages
from guide.plain.console import Console
from guide.plain.prompts import PROMPTS, settled
from guide.plain.turn import Command, TooMany, Turn, checked
from guide.steps import KINDS
from guide.steps.base import Json
from guide.words import home as home_words
from guide.words import notices, stepping
from guide.words import plain as words

KEPT_AS_TYPED: Final = ("short", "long", "list", "sentence", "plan", "update")
"""Kinds whose words are held when they do not fit, so that a pause does not lose them."""
MARKS: Final = ("next", "all", "doubted", "item", "revises")
"""Keys that a held answer has beside its parts: where to go on, and which item a part is about."""
_LEAVE, _STAY = True, False


class Walker:
    """One sitting, walked in lines. `then` is the exercise to open at its end, or empty."""

    def __init__(self, journal: Journal, sitting: Sitting, talk: Console) -> None:
        self.journal, self.sitting, self.talk = journal, sitting, talk
        self.code = 0
        self._chosen = Chosen()
        self._left = False
        self._warned = ("", "")

    @property
    def then(self) -> str:
        """The exercise chosen last on the way; none when this one was left before its end."""
        return "" if self._left else self._chosen.next

    def walk(self) -> int:
        """Walk to the end, or until the person leaves; the exit code.

        Raises Ended, Gone and KeyboardInterrupt where they happen: what was given is kept already.
        """
        self._open()
        while True:
            view = self.sitting.view()
            if (self._end(view) if view.step is None else self._step(view)) is _LEAVE:
                return self.code

    # -- what is written around a step ----------------------------------------------------------------

    def _open(self) -> None:
        exercise, own = self.sitting.exercise, own_lines(self.sitting)
        self.talk.blank()
        self.talk.say(exercise.title)
        for line in filter(None, own):
            self.talk.say(line)
        if exercise.purpose:
            self.talk.say(exercise.purpose)
        self.talk.once(words.COMMANDS)
        view = self.sitting.view()
        if view.can_go_back or view.raw is not None:
            self.talk.say(words.GOING_ON)

    def _head(self, view: View) -> None:
        assert view.step is not None
        self.talk.blank()
        self._notice(view)
        self.talk.say(words.PLACE.format(n=view.place[0]))
        for prompt, said in view.in_view:
            self.talk.say(f"{prompt}: {said}", first="  | ", rest="  | ")
        for key in ("prompt", "help"):
            if view.step.get(key):
                self.talk.say(" ".join(str(view.step[key]).split()))

    def _notice(self, view: View) -> None:
        if view.notice:
            self.talk.say(pages.help_key(view.notice))
            self.talk.blank()

    def _aside(self, word: str) -> None:
        """Help or why, in place."""
        if word == "?":
            pages.why(self.talk, self.journal, self.sitting.exercise, self.sitting.view().step)
        else:
            pages.help_now_page(self.talk, self.journal, word)

    # -- one step -------------------------------------------------------------------------------------

    def _step(self, view: View) -> bool:
        """Show a step and ask until it is kept, left open or left. True leaves the exercise."""
        step = view.step
        assert step is not None
        turn = Turn(self.talk, self.journal, self.sitting, step, view.raw, self._aside)
        turn.at_once = self.sitting.exercise.data.get("layout") == "one-screen" and not self.sitting.ended
        turn.in_view = [said for _, said in view.in_view]
        kept = self.sitting.walk.answers.get(step["id"])
        turn.unkept = view.raw is not None and (kept is None or view.raw not in (kept.value, kept.state))
        if opens_help_now(self.sitting, step):
            pages.help_now_page(self.talk, self.journal)
        self._head(view)
        prompt = PROMPTS[step["kind"]]
        prompt.show(turn)
        if any("F2" in str(step.get(key)) for key in ("prompt", "help", "text")):
            self.talk.say(words.F2_HERE)
        while True:
            try:
                raw = prompt.ask(turn)
                if self._given(turn, raw):
                    return _STAY
            except Command as command:
                stays = self._command(command.name, turn)
                if stays is not None:
                    return stays
            except TooMany:
                return self._gave_up()
            except GuideError as error:
                if not self.talk.interactive:
                    raise
                self.talk.say(str(error))
                return _STAY

    def _given(self, turn: Turn, raw: Json) -> bool:
        """Hand over an answer. True when the step is done with; False asks again."""
        outcome = self._give(raw)
        if outcome.question:
            if self.talk.interactive:
                self.talk.say(f"{outcome.question} {words.LEAVE_OPEN}")
                if not self.talk.only_enter():
                    return False
            outcome = self._give(raw)
        if outcome.problem:
            if turn.step["kind"] in KEPT_AS_TYPED:
                turn.hold(raw)
            turn.trouble(outcome.problem)
            return False
        self._fit_ahead()
        self._chosen.take(turn.step["id"], turn.then)
        if turn.then and self.sitting.view().step is not None:
            pack = self.sitting.exercise.ref.split("/")[0]
            self.talk.say(stepping.OPENS_NEXT.format(title=title_of(self.journal, pack, turn.then)))
        return True

    def _give(self, raw: Json) -> Outcome:
        """`sitting.give`, once more when the store could not be written and the person says so."""
        while True:
            try:
                return self.sitting.give(raw)
            except GuideError as error:
                if not self.talk.interactive:
                    raise
                self.talk.say(str(error))
                self.talk.say(words.NOT_KEPT_YET)
                turn = Turn(
                    self.talk, self.journal, self.sitting, self.sitting.view().step or {}, raw, self._aside
                )
                if turn.line().words.strip():
                    return Outcome(False, problem=str(turn.step.get("prompt") or ""))

    def _fit_ahead(self) -> None:
        """Answers typed at once that are more than what is asked would land on the wrong questions."""
        place, count = self.sitting.view().place
        left = 0 if self.sitting.view().step is None else count - place + 1
        if len(self.talk.ahead) > left:
            self.talk.ahead.clear()
            self.talk.say(words.CHOOSE_AT_ONCE_LEFT)

    def _gave_up(self) -> bool:
        self._keeps(notices.ASKED_THREE_TIMES)
        if self.sitting.ended:
            self.sitting.stop()
        self.code = 1
        return _LEAVE

    # -- commands -------------------------------------------------------------------------------------

    def _command(self, name: str, turn: Turn) -> bool | None:
        """Act on a command at a step: True leaves, False goes to another step, None asks on."""
        if name in ("pause", "quit"):
            return self._pause()
        if name == "stop":
            return self._stop(turn)
        if name == "skip":
            return self._skip(turn)
        moved = self.sitting.back() if name == "back" else self.sitting.more()
        if moved:
            return _STAY
        later = words.MORE_LATER if self.sitting.walk.keeps_more else words.NO_MORE
        self.talk.say(words.FIRST_STEP if name == "back" else later)
        self.talk.say(turn.reminder or str(turn.step.get("prompt") or ""))
        return None

    def _skip(self, turn: Turn) -> bool | None:
        """Go on, with what is finished here. When words would be left out, say so once and stay."""
        outcome = self.sitting.skip(sure=self._warned == (turn.step["id"], "skip"))
        if outcome.question:
            self._warn(turn, "skip", words.SKIP_LOSS)
            return None
        return _STAY

    def _pause(self) -> bool:
        self._left = True
        if self.sitting.ended:
            self.sitting.stop()
            self._keeps(home_words.KEPT)
        else:
            self.sitting.pause()
            self._keeps(notices.PAUSED)
        return _LEAVE

    def _stop(self, turn: Turn) -> bool | None:
        """End here with what is whole. When something half written is no answer yet, say so once and stay."""
        step, kind = turn.step, KINDS[turn.step["kind"]]
        if kind.asks and size(turn.raw):
            whole = settled(step, turn.raw)
            lost = size(whole) < size(turn.raw) or bool(checked(step, whole))
            if turn.unkept and lost and self._warn(turn, "stop", words.SMALL_LOSS):
                return None
            self.sitting.stop(None if kind.empty(whole) else whole)
        else:
            self.sitting.stop()
        self._left = True
        self._keeps(home_words.STOPPED)
        return _LEAVE

    def _keeps(self, text: str) -> None:
        """Say what is kept, as far as anything is kept here."""
        self.talk.say(kept.said(self.sitting.store, text))

    def _warn(self, turn: Turn, name: str, text: str) -> bool:
        """Say once, at a step and for a command, that words would go. True when it was said now."""
        if self._warned == (turn.step["id"], name):
            return False
        self._warned = (turn.step["id"], name)
        self.talk.say(text)
        return True

    # -- the end --------------------------------------------------------------------------------------

    def _end(self, view: View) -> bool:
        """Say what is kept, and offer what can still be done with it. True leaves."""
        self.talk.ahead.clear()
        self.talk.blank()
        self._notice(view)
        self.talk.say(kept.saved(self.sitting.store, view.kept))
        if more := enough(self.sitting):
            self.talk.say(more)
        if self.then:
            return _LEAVE
        rows = [words.END_MORE] if view.has_more else []
        rows += [words.END_UNDO, *([words.END_BACK] if view.can_go_back else []), words.END_ENTER]
        turn = Turn(self.talk, self.journal, self.sitting, {}, None, self._aside)
        turn.asks(" ".join(rows))
        while True:
            try:
                given = turn.line(local=("undo",))
                if given.word == "undo":
                    self.sitting.undo()
                    self.talk.say(home_words.UNDONE)
                    return _LEAVE
                if not given.words.strip():
                    return _LEAVE
                turn.trouble(words.END_NOT)
            except Command as command:
                if command.name == "more" and not view.has_more:
                    self.talk.say(words.NO_MORE)
                elif command.name not in ("more", "back"):
                    return _LEAVE
                elif self.sitting.more() if command.name == "more" else self.sitting.back():
                    return _STAY
                else:
                    self.talk.say(words.FIRST_STEP)
            except TooMany:
                return _LEAVE


def size(raw: Json) -> int:
    """How many things a raw answer holds, marks of where to go on left aside."""
    if isinstance(raw, dict):
        return sum(size(one) for key, one in raw.items() if key not in MARKS)
    if isinstance(raw, list):
        return sum(map(size, raw))
    return int(raw not in (None, "", False))
