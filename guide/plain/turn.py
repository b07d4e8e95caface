"""One step being asked: reading a line with the commands that work everywhere, holding, counting problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, Protocol

from guide.errors import GuideError
from guide.journal.journal import Journal
from guide.journal.library import Exercise
from guide.plain.console import Console
from guide.steps import KINDS
from guide.steps.base import Json, Making, Problem, Step
from guide.words import plain as words

COMMANDS: Final = frozenset({"skip", "back", "pause", "stop", "quit", "more"})
"""Words that leave the prompt; `run` acts on them."""
COUNTRY: Final = "help country "
"""What stands before a country that is to be kept, such as help country GB."""


class _Asides(frozenset[str]):
    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or (isinstance(word, str) and word.startswith(COUNTRY))


ASIDE: Final = _Asides({"help", "help plan", "help weeks", "help countries", "?"})
"""Words that are answered in place, after which the prompt stands again; `help country` with any country among them."""
NUMB: Final = "numb"
_WRITTEN: Final = ("short", "long", "list", "sentence", "plan", "update", "rehearse", "pick")
"""Kinds in which a word can be an answer."""
ALIKE: Final = {"f2": "help", "f1": "?"}
"""Names of keys of the full screen, typed as words -> what they are here."""
PROBLEMS_MOST: Final = 3
DEFAULT_MOST: Final = 30
LINE_MOST: Final = 80
"""Characters of the longest line that can be a command."""


class Sat(Protocol):
    """What a prompt asks of a sitting, or of one answer that is given anew."""

    @property
    def exercise(self) -> Exercise:
        """The exercise that the step belongs to."""

    @property
    def language(self) -> str:
        """The language it is shown in."""

    def hold(self, raw: Json) -> None:
        """Keep what is typed and is no answer yet."""

    def nudge(self, part: str, words: str, record: Json = None) -> str:
        """One question about these words, or nothing."""


class Command(Exception):
    """A command that leaves the prompt."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TooMany(Exception):
    """Three problems on one step, and no person there to answer: the exercise pauses."""


class Given(NamedTuple):
    """One line: ordinary `words`, or a special `word` such as `numb` or one that the prompt itself takes."""

    words: str
    word: str = ""


def read(line: str, local: tuple[str, ...] = (), also: re.Pattern[str] | None = None) -> Given:
    """Tell a command from ordinary words.

    Capitals and spaces around make no difference: whoever types `Help` wants help. One backslash in front
    makes a command an ordinary word. `also` are further commands, such as `edit 2`.
    """
    word = " ".join(line.split()).lower() if len(line) < LINE_MOST else line
    special = {*COMMANDS, *ASIDE, *ALIKE, NUMB, *local}

    def known(text: str) -> bool:
        return text in special or text in ASIDE or (also is not None and also.fullmatch(text) is not None)

    if known(word):
        return Given("", word if word in local else ALIKE.get(word, word))
    if word.startswith("\\") and known(word.lstrip("\\")):
        return Given(line.strip()[1:])
    return Given(line)


class Turn:
    """The conversation about one step, or about one field of a record.

    `raw` is what was typed or answered here before and follows what is held; `unkept` says that it is no
    committed answer; `at_once` that several answers may stand in one line; `in_view` is what is written
    above; `then` the exercise to open when this one is at its end; `also` are commands that the step itself
    takes while one of its parts is asked.
    """

    def __init__(
        self,
        talk: Console,
        journal: Journal,
        sitting: Sat,
        step: Step,
        raw: Json,
        aside: Callable[[str], None],
    ) -> None:
        self.talk, self.journal, self.sitting = talk, journal, sitting
        self.step, self.raw = step, raw
        self.then = ""
        self.at_once = False
        self.unkept = False
        self.in_view: list[str] = []
        self.also: re.Pattern[str] | None = None
        self.reminder = ""
        self._aside = aside
        self._problems = 0
        self._cleared: tuple[Step, Json] | None = None
        self._parent: Turn | None = None
        self._name = ""
        self._holder: Callable[[Json], None] | None = None
        self._record: Mapping[str, Json] = {}

    def part(
        self,
        name: str,
        step: Step,
        raw: Json,
        holder: Callable[[Json], None],
        record: Mapping[str, Json] | None = None,
    ) -> Turn:
        """A turn for one part of this step. It holds through `holder`; its problems count here."""
        inner = Turn(self.talk, self.journal, self.sitting, step, raw, self._aside)
        inner._parent, inner._name, inner._holder, inner._record = self, name, holder, record or {}
        return inner

    def line(self, default: str = "", *, local: tuple[str, ...] = (), numb: bool = False) -> Given:
        """Read one line. Help and `?` are answered here; other commands are raised as Command.

        Raises Ended and Gone as the console does, and TooMany.
        """
        while True:
            given = read(self.talk.ask(default), local, self.also)
            if given.word in ("", *local):
                return given
            if given.word in COMMANDS or (self.also is not None and self.also.fullmatch(given.word)):
                raise Command(given.word)
            if given.word in ASIDE:
                self._aside(given.word)
                self.talk.say(self.reminder or str(self.step.get("prompt") or ""))
            elif numb:
                return given
            else:
                typed = self.step.get("kind") in _WRITTEN or bool(self.step.get("other"))
                self.trouble(f"{words.NO_NUMB} {words.NUMB_WORD}" if typed else words.NO_NUMB)

    def only_read(self) -> None:
        """Read Enter for a step that asks nothing."""
        while self.line().words.strip():
            self.trouble(words.READ)

    def asks(self, text: str) -> None:
        """Write what is asked now; it is written again after help."""
        self.reminder = text
        self.talk.say(text)

    def trouble(self, message: str) -> None:
        """Say one sentence about what was typed. From a pipe the third one raises TooMany."""
        if self._parent is not None:
            self._parent.trouble(message)
            return
        self.talk.ahead.clear()
        self.talk.say(message)
        self._problems += 1
        if not self.talk.interactive and self._problems >= PROBLEMS_MOST:
            raise TooMany

    def hold(self, raw: Json) -> None:
        """Keep a part of the answer at once. A store that cannot write says so and stops nobody."""
        self.raw = raw
        if self._holder is not None:
            self._holder(raw)
            return
        self.unkept = True
        try:
            self.sitting.hold(raw)
        except GuideError as error:
            self.talk.once(str(error))

    def nudge(self, text: str) -> str:
        """One question about these words, or nothing. Not from a pipe: the next line there is the next answer."""
        return self.sitting.nudge(self._name, text, dict(self._record)) if self.talk.interactive else ""

    def clears(self, part: Step, raw: Json) -> bool:
        """Whether leaving this part open may clear what stands in it. Words are asked about once, where a person is."""
        typed = part["kind"] in ("short", "long") and raw not in (None, "")
        if not typed or not self.talk.interactive or self._cleared == (part, raw):
            return True
        self._cleared = (part, raw)
        self.talk.say(words.FIELD_LOSS)
        return False

    def check(self, raw: Json) -> str:
        """The problem with a raw answer to this step or field, or an empty text. Keeps nothing."""
        return checked(self.step, raw)


def checked(step: Step, raw: Json) -> str:
    """What `parse` says against a raw answer, or an empty text."""
    try:
        KINDS[step["kind"]].parse(step, raw, Making(lambda: "", ""))
    except Problem as problem:
        return problem.message
    return ""


def short(text: Any) -> str:
    """A default as it stands in brackets: one short line."""
    line = " ".join(str(text).split())
    return line if len(line) <= DEFAULT_MOST else line[: DEFAULT_MOST - 1] + "…"
