"""Which answer of an entry is to be changed: every question with what stands there, each round by itself."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widgets import Static

from guide.journal import changing, edit_round
from guide.journal.correcting import Correction
from guide.journal.journal import Journal
from guide.ui.say import dim, say, strong
from guide.ui.screens.listed import ListedScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.rows import Row, Rows
from guide.words import review as said
from guide.words import screens as words

_MOST = 160
"""Characters of an answer in a row: enough to know it by."""


class Which(ListedScreen[tuple[str, int]]):
    """The result is a step and a round of it (from 0)."""

    where = "which"
    help_text = said.HELP_WHICH

    def __init__(self, journal: Journal, entry: str) -> None:
        super().__init__()
        self._found = list(answers(journal, entry))

    @property
    def only(self) -> tuple[str, int] | None:
        """The one answer there is, when there is one only."""
        return self._found[0][0] if len(self._found) == 1 else None

    @property
    def none(self) -> bool:
        """Whether nothing can be changed."""
        return not self._found

    def body(self) -> ComposeResult:
        """Yield the answers, each with its number."""
        rows = []
        for number, (_, asked, answer) in enumerate(self._found, 1):
            head = (f"{number}  " if number <= 9 else "   ") + asked
            rows.append(Row(str(number), say(head, lines=False), say(answer, lines=False)))
        yield Static(strong(said.WHICH), classes="title")
        yield Rows(rows)
        yield Static(dim(hints(self.app, ("Enter", said.EDIT), ("Esc", words.BACK))), classes="title")

    def do(self, row: str) -> None:
        """Hand back the answer of this number."""
        self.dismiss(self._found[int(row) - 1][0])


def answers(journal: Journal, entry: str) -> Iterator[tuple[tuple[str, int], str, str]]:
    """(step, round), question and answer in one line each. Raises GuideError for what cannot be changed."""
    for one in changing.editable(journal, entry):
        asked = " ".join(one.prompt.split()) or one.step
        rounds = edit_round.rounds_of(Correction(journal, entry, one.step))
        if rounds:
            for number, lines in enumerate(rounds):
                yield (one.step, number), asked, _short(" / ".join(lines))
        else:
            yield (one.step, 0), asked, _short(" / ".join(one.words)) or said.LEFT_OPEN


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"
