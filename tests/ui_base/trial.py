"""An application with one screen of fields, for the tests without a terminal."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from guide.ui.base import GuideApp, GuideScreen, LineInput, Words
from guide.ui.say import say


class Help(GuideScreen[None]):
    """Shows a text."""

    where = "help"

    def __init__(self, text: str = "help now") -> None:
        super().__init__()
        self.text = text

    def body(self) -> ComposeResult:
        """Yield the text."""
        yield Static(say(self.text), id="text")


class Now(Help):
    """Help now."""

    any_size = True


class Marks(Widget, can_focus=True):
    """A widget of our own that says where the cursor belongs, and takes a letter itself."""

    DEFAULT_CSS = "Marks { height: 3; border: round $border; }"

    def park_at(self) -> Offset:
        """Return the third cell."""
        return Offset(2, 0)

    def on_key(self, event: events.Key) -> None:
        """Take the letter b."""
        if event.key == "b":
            event.stop()


class Form(GuideScreen[str]):
    """Fields, a list, and some of the commands of an exercise."""

    where = "exercise"
    help_text = "Say [what] you felt."

    def __init__(self) -> None:
        super().__init__(id="form")
        self.did: list[str] = []

    def body(self) -> ComposeResult:
        """Yield the widgets."""
        yield LineInput(id="line")
        yield Words(id="words")
        yield OptionList("one", "two\nlines", "three", id="list")
        yield Marks(id="marks")

    DEFAULT_CSS = "Form Words { height: 5; } Form OptionList { height: 6; }"

    def keep(self) -> None:
        """Note it."""
        self.did.append("keep")

    def typing(self) -> bytes | None:
        """Return the longer text, if any."""
        return self.query_one(Words).text.encode() or None

    def action_go_on(self) -> None:
        """Note it."""
        self.did.append("go on")

    def action_step_back(self) -> None:
        """Note it."""
        self.did.append("back")

    def action_examples(self) -> None:
        """Note it."""
        self.did.append("examples")


class Dialog(ModalScreen[None]):
    """A dialog with a field."""

    def compose(self) -> ComposeResult:
        """Yield the field."""
        yield LineInput(id="asked")


class Trial(GuideApp):
    """The application under test."""

    def __init__(self, **options: Any) -> None:
        super().__init__(help_here=self.here, help_now=Now, **options)
        self.form = Form()

    @staticmethod
    def here(screen: Screen[Any]) -> Screen[Any]:
        """Return help for a screen."""
        return Help(getattr(screen, "help_text", "no help"))

    def on_mount(self) -> None:
        """Show the form."""
        self.push_screen(self.form)
