"""The stage: one view a step kind, made when it is first needed, then shown again in place."""

from __future__ import annotations

from textual.containers import Vertical

from guide.journal import one_screen
from guide.journal.journal import Journal
from guide.journal.offers import opens_now, title_of
from guide.journal.opens import opens_help_now
from guide.journal.shown import View
from guide.journal.sitting import Sitting
from guide.journal.yes_key import yes_key
from guide.ui.screens import go
from guide.ui.screens.exercise_words import is_one_screen
from guide.ui.steps import REGISTRY
from guide.ui.steps.base import StepView
from guide.ui.steps.one_screen import OneScreen

_ROWS = "one-screen"


class Stage:
    """Chooses and shows the view of the current step. `current` is the one that is shown, or None."""

    def __init__(self, journal: Journal, sitting: Sitting) -> None:
        self._journal, self._sitting = journal, sitting
        self._views: dict[str, StepView] = {}
        self.current: StepView | None = None
        short = [step for step in sitting.exercise.data["steps"] if not step.get("more")]
        self._rows_fit = is_one_screen(sitting) and OneScreen.fits(short)

    async def show(self, room: Vertical, view: View) -> bool:
        """Show the step of this view; keys typed ahead go with it. False when the walk is at its end.

        At the end of a one-screen exercise its rows stay in sight, all answered.
        """
        rows = self._rows_fit and not (view.step or {}).get("more")
        if view.step is None and not rows:
            self._only(None)
            return False
        found = await self._view(room, _ROWS if rows else str((view.step or {})["kind"]))
        before = self.current
        self._only(found)
        if isinstance(found, OneScreen):
            found.show_rows(*one_screen.rows(self._sitting))
        else:
            found.show(view.step or {}, view.raw)
        found.focus_first()
        if opens_help_now(self._sitting, view.step):
            if before is not None:
                before.settle()  # keys typed ahead were not meant for what stands beneath the people to call
            go.help_now_by_itself(found.app)
        elif before is not None and before is not found:
            # Keys typed before the next step was there belong to it, also when another view shows it.
            before.hand_over(found)
        return view.step is not None

    def _only(self, shown: StepView | None) -> None:
        for each in self._views.values():
            each.display = each is shown
        self.current = shown

    async def _view(self, room: Vertical, name: str) -> StepView:
        if name not in self._views:
            made = self._views[name] = _make(name)
            made.nudge = self._sitting.nudge
            made.title_of = self._title_of
            made.is_last = self._is_last
            made.time, made.today, made.yes_key = self._time, self._today, self._yes_key
            await room.mount(made)
        return self._views[name]

    def _time(self) -> str:
        return self._sitting.clock().utc

    def _today(self) -> str:
        """The local day that answers are kept under: "yesterday" on the screen is the same day in the store."""
        return self._sitting.clock().day

    def _yes_key(self) -> str:
        return yes_key(self._sitting.language)

    def _is_last(self) -> bool:
        return opens_now(self._sitting)

    def _title_of(self, name: str) -> str:
        return title_of(self._journal, self._sitting.exercise.ref.split("/")[0], name)


def _make(name: str) -> StepView:
    return OneScreen() if name == _ROWS else REGISTRY[name]()
