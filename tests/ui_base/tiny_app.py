"""A tiny application made of the foundations, for the pseudo-terminal: `python tiny_app.py HOME [flood]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import OptionList, Static

from guide.ui.base import GuideApp, GuideScreen, LineInput, Words
from guide.ui.leave import finish, private_writer
from guide.ui.say import say

HOME = Path(sys.argv[1])


class Card(GuideScreen[None]):
    """A screen that shows a sentence."""

    where = "help"

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def body(self) -> ComposeResult:
        """Yield the sentence."""
        yield Static(say(self.words))


class HelpNow(Card):
    """Stands for help now."""

    any_size = True


class Form(GuideScreen[None]):
    """Two fields and a list."""

    where = "exercise"
    help_text = "Form help [/ sad"

    def body(self) -> ComposeResult:
        """Yield the fields."""
        yield Static(say("FORM READY"))
        yield LineInput(id="line")
        yield Words(id="words")
        yield OptionList("one", "two", "three", id="list")

    def typing(self) -> bytes | None:
        """Return both fields."""
        words = f"{self.query_one(LineInput).value}|{self.query_one(Words).text}"
        return words.encode()

    def keep(self) -> None:
        """Write what a test can see afterwards."""
        (HOME / "kept").write_bytes(self.typing() or b"")

    def action_go_on(self) -> None:
        """Say that the key arrived."""
        self.query_one(Static).update(say("WENT ON"))

    def action_flood(self) -> None:
        """Draw without end, so that an unread terminal stalls the event loop."""
        self.set_interval(0.01, self._draw)

    def _draw(self) -> None:
        with (HOME / "beats").open("ab") as beats:
            beats.write(b".")
        self.styles.background = "#101010" if self.styles.background.hex == "#202020" else "#202020"
        self.app.refresh(layout=True)


class Tiny(GuideApp):
    """The application."""

    def on_mount(self) -> None:
        """Show the form."""
        self.push_screen(Form())
        if "flood" in sys.argv:
            self.call_after_refresh(lambda: self.screen.action_flood())  # type: ignore[attr-defined]


def help_here(screen: Screen[Any]) -> Screen[Any]:
    """Return help for a screen."""
    return Card(f"HELP: {getattr(screen, 'help_text', '')}")


def make(theme: str = "unmuted-dark") -> Tiny:
    """Return the application as the tests use it."""
    return Tiny(
        help_here=help_here, help_now=lambda: HelpNow("PEOPLE TO CALL"), theme=theme, animations=False
    )


if __name__ == "__main__":
    finish(make().run_guarded(private_writer(HOME / "rescue")))
