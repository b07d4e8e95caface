"""An item in other words, on the full screen: its fields one by one, in the view that goes through items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import changing
from guide.journal.half_edit import HalfEdit
from guide.journal.journal import Journal
from guide.journal.rewording import Rewording
from guide.steps.base import Json
from guide.ui.say import strong
from guide.ui.screens.edit_answer import Edited, EditScreen
from guide.ui.screens.keeping import Keeping
from guide.words import changing as said


class _Unkept(HalfEdit):
    """Other words belong to no entry until they are given, so there is none to keep half of them with."""

    def __init__(self, rewording: Rewording) -> None:
        self._rewording = rewording

    def hold(self, raw: Json) -> None:
        """Keep nothing yet."""

    def give(self, raw: Json, *, sure: bool = False) -> changing.Outcome:
        """Keep the new version."""
        return self._rewording.give(raw, sure=sure)

    def leave(self) -> None:
        """Leave the item as it is."""


class RewordScreen(EditScreen):
    """The item stays as it is until its new words are kept."""

    def __init__(self, journal: Journal, rewording: Rewording) -> None:
        # There is one item only, so its first field is open at once.
        (record,) = rewording.editable.raw
        first = next(iter(rewording.frozen["ask"]))
        rewording.editable = rewording.editable._replace(raw=[{**record, "now": first}])
        super().__init__(journal, rewording)
        self._half = _Unkept(rewording)
        self._keeping = Keeping(self._half, self.set_timer, self._say_error)

    def body(self) -> ComposeResult:
        """Yield what this is, and room for the view of the fields."""
        yield Static(strong(said.REWORDED), id="place")
        yield Vertical(id="step")

    def typing(self) -> bytes | None:
        """Nothing for the rescue file: there is no entry to put it back into."""
        return None


def open_for(screen: Screen[Any], journal: Journal, item: str, after: Callable[[str], None]) -> None:
    """Open it for one item; `after` gets what there is to say, an empty text when it was left as it is."""

    def done(edited: Edited | None) -> None:
        after("\n".join(filter(None, [edited.notice, *edited.said])) if edited else "")

    try:
        screen.app.push_screen(RewordScreen(journal, Rewording(journal, item)), done)
    except GuideError as error:
        after(error.message)
