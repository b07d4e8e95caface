"""One exercise: one step at a time, everything kept as it is given. The sitting decides; this screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal.journal import Journal
from guide.journal.offers import Chosen
from guide.journal.shown import View
from guide.journal.sitting import Sitting
from guide.ui.base import Column
from guide.ui.say import strong
from guide.ui.screens import exercise_words as around
from guide.ui.screens.help_here import About
from guide.ui.screens.keeping import Keeping, rescued
from guide.ui.screens.offering import OfferingScreen
from guide.ui.screens.stage import Stage
from guide.ui.steps.base import StepView
from guide.ui.widgets.sections import put
from guide.words import screens as words

if TYPE_CHECKING:
    from guide.steps.base import Json


class ExerciseScreen(OfferingScreen):
    """Hosts the view of the current step and hands what it says to the sitting."""

    where = "exercise"
    help_text = words.HELP_EXERCISE
    # Coming back to the line at the end, Textual would put the focus on a field that is hidden there.
    AUTO_FOCUS: ClassVar[str | None] = ""
    DEFAULT_CSS = """
    #place, #said { padding: 1 0; }
    #step { height: auto; width: 100%; }
    .step-head { padding: 0 0 1 0; }
    .step-note, .step-hint { padding: 1 0 0 0; }
    StepWords { height: auto; min-height: 5; max-height: 10; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "step_back", words.BACK, show=False, id="exercise.step-back-too"),
        Binding(
            "escape", "back", words.HOME, show=False, id="exercise.leave"
        ),  # where nothing is to be paused
    ]

    def __init__(self, journal: Journal, sitting: Sitting) -> None:
        super().__init__()
        self._journal = journal
        self.sitting = sitting
        self._view: View = sitting.view()
        self._stage = Stage(journal, sitting)
        self._keeping = Keeping(sitting, self.set_timer, self._say_error)
        self._undone = False
        self.chosen = Chosen()

    def body(self) -> ComposeResult:
        """Yield what stands around the step, and room for its view."""
        yield Static(id="place")
        yield Static(id="notice", classes="part")
        yield Static(id="in-view", classes="part")
        yield Vertical(id="step")
        yield Static(id="said", classes="part")

    async def on_mount(self) -> None:
        """Show the step at which the sitting stands."""
        await self._show()

    # -- showing --------------------------------------------------------------------------------------
    async def _show(self) -> None:
        """Show where the sitting stands now, in place."""
        view = self._view = self.sitting.view()
        put(self.query_one("#place", Static), around.place(self.sitting, view))
        put(self.query_one("#notice", Static), around.notice(self.app, view))
        put(self.query_one("#in-view", Static), around.in_view(view))
        asked = await self._stage.show(self.query_one("#step", Vertical), view)
        if not asked:
            self.set_focus(None)  # every key is the screen's now
        then = self.next_title
        said = around.then(then) if asked else around.saved(self.app, self.sitting, view, then)
        put(self.query_one("#said", Static), said)
        self.query_one(Column).scroll_home(animate=False)
        self._keeping.begin(self._stage.current)
        self.refresh_bindings()

    def _say_error(self, error: GuideError) -> None:
        """Say why something could not be kept, beside what was typed, which stays."""
        text = f"{error} {words.NOT_KEPT}"
        if self._stage.current is not None:
            self._stage.current.problem(text)
        else:
            put(self.query_one("#said", Static), strong(text))

    # -- what the step says ---------------------------------------------------------------------------
    async def on_step_view_answered(self, message: StepView.Answered) -> None:
        """Hand an answer to the sitting and show what it made of it."""
        message.stop()
        step = (self._view.step or {}).get("id", "")
        if self._view.step is None or (message.step and message.step != step):
            return
        self._keeping.drop()
        self.chosen.take(step, "")
        try:
            outcome = self.sitting.give(message.raw)
        except GuideError as error:
            self._say_error(error)
            return
        current = self._stage.current
        if current is not None and outcome.problem:
            current.problem(outcome.problem, outcome.part)
        elif current is not None and outcome.question:
            current.question(outcome.question)
        else:
            self._remember_way(message.raw)
            await self._show()

    def on_step_view_held(self, message: StepView.Held) -> None:
        """Keep what is being typed: at once, or soon."""
        message.stop()
        if self._view.step is None or message.step != self._view.step.get("id", ""):
            return  # of a step that was left meanwhile, with all that stood there
        if message.now:
            self._remember_way(message.raw)
        self._keeping.take(message.raw, now=message.now)

    def _remember_way(self, raw: Json) -> None:
        """Keep the way of saying that was chosen last: the next round begins with it."""
        way = around.way_of(self._view, raw)
        if way:
            self._journal.set_state("last-way", way)

    # -- keeping --------------------------------------------------------------------------------------
    def look_away(self) -> None:
        """The program is left: an exercise that was only looked at is not offered again as one that was begun."""
        if self._view.step is not None:
            self.sitting.look_away()

    def keep(self) -> None:
        """Commit what is being typed before the program is left."""
        self._commit()
        if self.sitting.ended and self._view.step is not None:
            self._end_more()

    def _commit(self) -> None:
        """Keep what was changed here, now: also what the view has not told of yet."""
        self._keeping.commit_all(self._stage.current if self._view.step is not None else None)

    def typing(self) -> bytes | None:
        """The field being typed, for the rescue file; reads and encodes, nothing else."""
        return rescued(self.sitting.entry, self._view.step, self._stage.current)

    # -- what a person does ---------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        open_ = self._view.step is not None
        there = {
            "step_back": self._can_go_back() and not self._undone,
            "skip": open_,
            "examples": open_ and self._stage.current is not None and self._stage.current.offers_examples,
            "more": self._view.has_more and not self._undone,
            "undo": not open_ and not self._undone,
            "pause": open_,
        }
        return there.get(action, super().check_action(action, parameters))

    @property
    def titles_now(self) -> dict[str, str]:
        """What two keys do at the end, for the line of keys, as the line above it says."""
        return {} if self._view.step is not None else around.titles_at_end(self.sitting, self.next_title)

    def _can_go_back(self) -> bool:
        current = self._stage.current if self._view.step is not None else None
        return self._view.can_go_back or (current is not None and current.back_within(ask=True))

    async def action_go_on(self) -> None:
        """Go on; at the end home, or to the exercise that was chosen on the way."""
        if self._view.step is None and self.chosen.next and not self._undone:
            self.open_next()
        elif self._view.step is None:
            self._leave()
        elif self._stage.current is not None:
            self._stage.current.go_on()

    def action_examples(self) -> None:
        """Show examples, or hide them."""
        if self._stage.current is not None:
            self._stage.current.examples()

    async def action_step_back(self) -> None:
        """Back to the part or the step before; what is typed here is kept, and stands here again."""
        if (
            self._view.step is not None
            and self._stage.current is not None
            and self._stage.current.back_within()
        ):
            self.refresh_bindings()
            return
        self._commit()
        try:
            if self.sitting.back():
                await self._show()
        except GuideError as error:
            self._say_error(error)

    async def action_skip(self) -> None:
        """Go on; what is finished is kept, and words that would be left out are asked about once."""
        await self._skip(sure=self._stage.current is not None and self._stage.current.skip_asked)

    async def _skip(self, *, sure: bool) -> None:
        self._commit()
        current = self._stage.current
        try:
            outcome = self.sitting.skip(sure=sure)
        except GuideError as error:
            self._say_error(error)
            return
        if outcome.question and current is not None:
            current.skip_question(outcome.question)
        else:
            await self._show()

    async def action_more(self) -> None:
        """Open what stands behind `m`."""
        self._commit()
        if self.sitting.more():
            await self._show()

    async def action_undo(self) -> None:
        """Take the whole entry back."""
        try:
            self.sitting.undo()
        except GuideError as error:
            self._say_error(error)
            return
        self._undone = True
        put(self.query_one("#said", Static), around.undone(self.app))
        self.refresh_bindings()

    def action_stop(self) -> None:
        """End here, keeping what was done; after the quick log is saved, leave the program."""
        if self._view.step is None:
            if around.is_one_screen(self.sitting):
                self.call_later(self.run_action, "app.quit")
            else:
                self._leave()
            return
        try:
            self.keep()
            self.sitting.stop()
        except GuideError as error:
            self._say_error(error)
            return
        self._leave()

    def action_pause(self) -> None:
        """Go home; the draft goes on at this step."""
        self.keep()
        self.sitting.look_away()
        self._leave()

    def action_back(self) -> None:
        """Home from the end; before it, the same as pausing."""
        if self._view.step is None:
            self._leave()
        else:
            self.action_pause()

    def _end_more(self) -> None:
        """Steps behind `m` belong to an entry that is kept already: what was typed there is kept with it."""
        try:
            self.sitting.stop()
        except GuideError as error:
            self._say_error(error)

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss()

    def about(self) -> About:
        """What F1 says about this step."""
        keys = self._stage.current.help_keys if self._stage.current is not None else ""
        return around.about(self._journal, self.sitting, self._view.step, keys)
