"""The application: the journal, the theme, the keys, and home as the lowest screen."""

from __future__ import annotations

import gc
from typing import Any

from textual.screen import Screen

from guide.journal import kept, support_plan
from guide.journal.home import home
from guide.journal.journal import Journal
from guide.ui import themes
from guide.ui.app_base import GuideApp
from guide.ui.screens.home import HomeScreen

THEMES = {"dark": themes.DARK, "light": themes.LIGHT, "ansi": "ansi-dark"}
"""What the setting `theme` may say, and the theme that is meant."""


_AFTER = 5.0  # seconds after the start, when home has long been drawn


class UnmutedApp(GuideApp):
    """One person's journal on the full screen.

    `exercise` begins at once above home when it is given, after the first card if nobody has read that yet.
    `theme` is a value of the setting; without one the dark theme is taken, and its dimmer sister in the night
    hours.
    """

    CSS_PATH = "app.tcss"

    def __init__(self, journal: Journal, *, exercise: str = "", theme: str = "") -> None:
        self.journal = journal
        self._exercise = exercise
        self._home = home(journal)
        night = self._home.night and theme in ("", "dark")
        super().__init__(
            help_here=_help_here,
            help_now=self._people_to_call,
            theme=themes.NIGHT if night else THEMES.get(theme, themes.DARK),
            animations=False,
        )

    def get_default_screen(self) -> Screen[Any]:
        """Home is the lowest screen: nothing is drawn before it."""
        return HomeScreen(self.journal, self._home, covered=self._home.first or bool(self._exercise))

    def on_mount(self) -> None:
        """Open the first card, or what was asked for on the command line."""
        self.call_after_refresh(self._started)
        self.set_timer(_AFTER, self._look_after)
        if self._home.first:
            from guide.ui.screens.first import FirstScreen

            self.push_screen(FirstScreen(self.journal, self._home, then=self._exercise))
        elif self._exercise:
            from guide.ui.screens import go

            go.begin(self.screen, self.journal, self._exercise)

    def _started(self) -> None:
        """Look for garbage again, now that the first screen stands; what was made for it stays anyway."""
        gc.freeze()
        gc.enable()

    def _look_after(self) -> None:
        """Bring the copy of the plan up to date, and back a large store up beside what the person does."""
        self.journal.copy_plan(only_add=True)
        self.journal.backup_aside()

    def _people_to_call(self) -> Screen[Any]:
        from guide.ui.screens.help_now import HelpNowScreen

        journal = self.journal
        head = kept.help_head(journal.store, made_up=journal.made_up)
        return HelpNowScreen(journal.places, own=support_plan.page(journal), head=head)


def _help_here(screen: Screen[Any]) -> Screen[Any]:
    from guide.ui.screens.help_here import HelpHereScreen

    return HelpHereScreen(screen)


__all__ = ["THEMES", "UnmutedApp"]
