"""The full screen of a preview: the real screens on a pack in an author's hands, read again when it is saved."""

from __future__ import annotations

import gc
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from guide.journal import kept
from guide.journal.preview import Preview
from guide.ui import themes
from guide.ui.app_base import GuideApp
from guide.ui.screens import go
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.preview import PreviewScreen

if TYPE_CHECKING:
    from guide.places import Places

LOOK_EVERY = 0.4
"""Seconds between two looks at the files; each costs a few calls of stat."""


class PreviewApp(GuideApp):
    """Hosts the list of exercises and the exercises themselves; follows the file."""

    CSS_PATH = "app.tcss"

    def __init__(self, preview: Preview, *, exercise: str = "", theme: str = "") -> None:
        self.preview = preview
        self._exercise = exercise
        self._changed = False
        super().__init__(
            help_here=_help_here, help_now=self._people_to_call, theme=theme or themes.DARK, animations=False
        )

    def get_default_screen(self) -> Screen[Any]:
        """The list is the lowest screen."""
        return PreviewScreen(self.preview)

    def on_mount(self) -> None:
        """Begin what was asked for, and keep an eye on the files."""
        gc.enable()
        if self._exercise and self.preview.usable:
            go.begin(self.screen, self.preview.journal, self._exercise)
        self.set_interval(LOOK_EVERY, self.look)

    def look(self) -> None:
        """Follow the file when it was saved. While help lies on top, or the screen is hidden, it waits."""
        self._changed = self.preview.look() or self._changed
        screen = self.screen
        if not self._changed or not isinstance(screen, (PreviewScreen, ExerciseScreen)):
            return
        self._changed = False
        if isinstance(screen, ExerciseScreen):
            self._follow(screen)
            return
        if self.preview.usable and screen is not self.screen_stack[0]:
            self.pop_screen()  # problems over an exercise, now mended
            self._changed = True
            self.call_after_refresh(self.look)
            return
        screen.read_anew(_now())

    def _follow(self, screen: ExerciseScreen) -> None:
        """Show the step that stands there in the wording of now, or what is wrong with the file."""
        if not self.preview.usable:
            self.push_screen(PreviewScreen(self.preview, over=True))
            return
        screen.keep()
        sitting = self.preview.again(screen.sitting)
        if sitting is not None:
            self.switch_screen(ExerciseScreen(self.preview.journal, sitting))
        for lowest in self.screen_stack[:1]:
            if isinstance(lowest, PreviewScreen):
                lowest.read_anew(_now())

    def _people_to_call(self) -> Screen[Any]:
        from guide.ui.screens.help_now import HelpNowScreen

        journal = self.preview.journal
        return HelpNowScreen(journal.places, head=kept.help_head(journal.store))


def run(places: Places, path: Path, *, built_in: bool, language: str, exercise: str, theme: str) -> int:
    """Open a preview on the full screen; the exit code for the shell. Raises GuideError when there is no pack."""
    from guide.ui.app import THEMES

    preview = Preview(places, path, built_in=built_in, language=language)
    try:
        app = PreviewApp(preview, exercise=exercise, theme=THEMES.get(theme, themes.DARK))
        return app.run_guarded(lambda words: None)  # what is typed in a preview is nobody's and goes nowhere
    finally:
        preview.close()


def _now() -> str:
    return datetime.now().strftime("%H:%M:%S")


def _help_here(screen: Screen[Any]) -> Screen[Any]:
    from guide.ui.screens.help_here import HelpHereScreen

    return HelpHereScreen(screen)
