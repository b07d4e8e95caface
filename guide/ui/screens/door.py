"""The exercises behind one door: title, minutes, times done, and what each is for."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from guide.journal.home import Door, Shown, by_group
from guide.journal.journal import Journal
from guide.ui.say import dim, say, strong
from guide.ui.screens import go
from guide.ui.screens.listed import ListedScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.rows import Row, Rows, heading
from guide.words import home as said
from guide.words import screens as words
from guide.words.notices import NOT_OURS


class DoorScreen(ListedScreen[None]):
    """A list of exercises; Enter begins one in place of this screen, so that Esc leads home."""

    where = "door"
    help_text = words.HELP_DOOR

    def __init__(self, journal: Journal, door: Door) -> None:
        super().__init__()
        self._journal, self._door = journal, door

    def body(self) -> ComposeResult:
        """Yield the door's title, its exercises and the keys."""
        yield Static(strong(say(self._door.title, lines=False)), classes="title")
        if not self._door.ours:
            yield Static(dim(NOT_OURS), classes="part")
        if not self._door.exercises:
            yield Static(say(said.DOOR_EMPTY), classes="part")
        yield Rows(_rows(self._door.exercises))
        keys = [("Enter", words.BEGIN)] if self._door.exercises else []
        yield Static(dim(hints(self.app, *keys, ("Esc", words.BACK))), classes="title")

    def do(self, row: str) -> None:
        """Begin the exercise."""
        go.begin(self, self._journal, row, instead=True)


def _rows(exercises: list[Shown]) -> list[Row]:
    rows: list[Row] = []
    for number, (group, one) in enumerate(by_group(exercises), 1):
        rows += [heading(group)] if group else []
        rows.append(_row(number, one))
    return rows


def _row(number: int, one: Shown) -> Row:
    facts = [said.MINUTES[one.minutes > 1].format(n=one.minutes)] if one.minutes else []
    facts.append(said.TIMES_DONE[one.times > 1].format(n=one.times) if one.times else said.NEVER_DONE)
    below = ", ".join(facts) + (f"\n{one.purpose}" if one.purpose else "")
    digit = f"{number}  " if number <= 9 else "   "
    return Row(one.ref, say(digit + one.title, lines=False), say(below))
