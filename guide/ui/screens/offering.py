"""What the steps of an exercise offer beside an answer: pages, another exercise, ways past and out of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.errors import GuideError
from guide.journal.offers import Chosen, opens_now, title_of
from guide.ui.base import GuideScreen
from guide.ui.screens import go
from guide.ui.steps.base import StepView

if TYPE_CHECKING:
    from guide.journal.journal import Journal
    from guide.journal.shown import View
    from guide.journal.sitting import Sitting


class OfferingScreen(GuideScreen[None]):
    """The part of the exercise's screen that follows offers. The subclass shows and keeps.

    An exercise that is chosen while steps are still to come opens when this one is at its end, so that nothing
    is left unasked; at the last step it opens at once.
    """

    _journal: Journal
    _view: View
    sitting: Sitting
    chosen: Chosen

    async def on_step_view_chose(self, message: StepView.Chose) -> None:
        """Open what a step offers beside an answer."""
        message.stop()
        what, _, name = message.action.partition(":")
        if what == "stop":
            self.action_stop()
        elif what == "back":
            await self.action_step_back()
        elif what == "skip":
            await self._skip(sure=True)
        elif what == "help-now":
            await self.run_action("app.help_now")
        elif what in ("support", "summary", "sentences"):
            older = (self._view.step or {}).get("kind") == "rehearse"
            go.page(self, self._journal, what, near=self._pack, older=older)
        elif what == "smaller":
            maker = self._journal.made_by(self.sitting.exercise)
            self._instead(maker.ref if maker is not None else "")
        elif what == "exercise" and opens_now(self.sitting):
            self._instead(name)
        elif what == "exercise":
            await self._at_the_end(name)

    @property
    def _pack(self) -> str:
        return self.sitting.exercise.ref.split("/")[0]

    @property
    def next_title(self) -> str:
        """The title of the exercise that opens when this one is at its end, or an empty text."""
        return title_of(self._journal, self._pack, self.chosen.next) if self.chosen.next else ""

    def open_next(self) -> None:
        """Open the exercise that was chosen on the way, in the place of this one."""
        go.begin(self, self._journal, self.chosen.next, near=self._pack, instead=True)

    async def _at_the_end(self, name: str) -> None:
        """Note what opens at the end, and go on from the text that offers it."""
        step = str((self._view.step or {}).get("id", ""))
        try:
            self.sitting.give(None)
        except GuideError as error:
            self._say_error(error)
            return
        self.chosen.take(step, name)
        await self._show()

    def _instead(self, name: str) -> None:
        """End this sitting as far as it came, and begin the exercise of this name in its place."""
        if not name:
            self.action_stop()
            return
        try:
            self._commit()
            if (self._view.step or {}).get("kind") == "text":
                self.sitting.give(None)
            if not self.sitting.ended:
                self.sitting.stop()
        except GuideError as error:
            self._say_error(error)
            return
        go.begin(self, self._journal, name, near=self._pack, instead=True)

    # -- what the subclass does -----------------------------------------------------------------------

    def action_stop(self) -> None:
        """End here."""
        raise NotImplementedError

    async def action_step_back(self) -> None:
        """Back to the step before."""
        raise NotImplementedError

    async def _show(self) -> None:
        raise NotImplementedError

    async def _skip(self, *, sure: bool) -> None:
        raise NotImplementedError

    def _commit(self) -> None:
        raise NotImplementedError

    def _say_error(self, error: GuideError) -> None:
        raise NotImplementedError
