"""The first minutes: one card, then "What brings you tonight?" (care rule 20)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from guide.journal import home
from guide.journal.home import Home
from guide.journal.journal import Journal
from guide.ui.say import dim, say, strong
from guide.ui.screens import go
from guide.ui.screens.listed import ListedScreen
from guide.ui.widgets.hints import help_now_keys, hints
from guide.ui.widgets.rows import Row, Rows, gap
from guide.words import first as said
from guide.words import screens as words

_EVENING = 18
_MORNING = 6
_CARD, _LOOK = "card", "look"


class FirstScreen(ListedScreen[None]):
    """Lies over home until the card was read and a door, or "let me look", was chosen.

    `then` is an exercise to begin once the card was read, in place of the doors.
    """

    where = "first"
    shows_one = False
    help_text = words.HELP_FIRST

    def __init__(self, journal: Journal, shown: Home, *, then: str = "") -> None:
        super().__init__()
        self._journal, self._shown, self._then = journal, shown, then

    def body(self) -> ComposeResult:
        """Yield the card; the doors take its place."""
        yield Static(strong(said.CARD_TITLE), classes="title", id="head")
        help_line = said.CARD_HELP.format(help_key=help_now_keys(self.app))
        yield Static(say("\n\n".join([*said.CARD, help_line])), classes="part", id="words")
        yield Rows([Row(_CARD, say(hints(self.app, ("Enter", said.CARD_GO_ON))))])

    def action_back(self) -> None:
        """Esc on the card leaves it unread; on the doors it goes to the home screen."""
        self.dismiss()

    def do(self, row: str) -> None:
        """Read the card, then open what was chosen."""
        if row == _CARD and self._then:
            home.card_read(self._journal)
            go.begin(self, self._journal, self._then, instead=True)
            return
        if row == _CARD:
            self._ask()
            return
        door = next((one for one in self._shown.doors if f"door:{one.id}" == row), None)
        ref = home.first_behind(self._journal, door, self._shown.quick_log) if door is not None else ""
        if ref:
            go.begin(self, self._journal, ref, instead=True)
        else:
            self.dismiss()

    def _ask(self) -> None:
        home.card_read(self._journal)
        late = self._shown.hour >= _EVENING or self._shown.hour < _MORNING
        self.query_one("#head", Static).update(strong(said.ASK_NIGHT if late else said.ASK_DAY))
        self.query_one("#words", Static).update(dim(said.ASK_HINT))
        doors = [
            Row(f"door:{door.id}", say(f"{number}  {door.title}", lines=False))
            for number, door in enumerate((one for one in self._shown.doors if one.ours and one.exercises), 1)
        ]
        self.query_one(Rows).set_rows(
            [*doors, gap(), Row(_LOOK, say(f"{len(doors) + 1}  {said.LOOK}"), say(said.LOOK_HINT))],
            keep=False,
        )
