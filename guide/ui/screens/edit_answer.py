"""One answer of an entry, given anew: the question as it was asked then, in the same step view as an exercise."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import edit_round
from guide.journal.correcting import Correction
from guide.journal.half_edit import HalfEdit
from guide.journal.journal import Journal
from guide.journal.yes_key import yes_key
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.screens import go
from guide.ui.screens.keeping import Keeping, as_bytes
from guide.ui.screens.listed import ListedScreen
from guide.ui.steps import REGISTRY
from guide.ui.steps.base import StepView
from guide.ui.widgets.days import shown_day
from guide.ui.widgets.rows import Row, Rows
from guide.words import review as said
from guide.words import screens as words


class Edited(NamedTuple):
    """What is said afterwards: sentences, and two lines about help when the new words call for them."""

    said: tuple[str, ...]
    notice: str = ""


class EditScreen(GuideScreen[Edited]):
    """Hosts the view of one step. The answer that stands there stays until another is kept.

    `number` is the round of a rehearsal that is opened again (from 0).
    """

    where = "edit"
    help_text = said.HELP_EDIT
    DEFAULT_CSS = """
    EditScreen #place { padding: 1 0; }
    EditScreen #step { height: auto; width: 100%; }
    EditScreen .step-head { padding: 0 0 1 0; }
    EditScreen .step-note, EditScreen .step-hint { padding: 1 0 0 0; }
    EditScreen StepWords { height: auto; min-height: 5; max-height: 10; }
    """

    def __init__(self, journal: Journal, correction: Correction, number: int = 0) -> None:
        super().__init__()
        self._journal, self._correction = journal, correction
        self._half = HalfEdit(correction)
        self._round = edit_round.opened(correction, number)
        self._frozen = correction.editable.frozen
        self._asked_open = False
        self._view: StepView | None = None
        self._keeping = Keeping(self._half, self.set_timer, self._say_error)
        self._begun: object = None

    def body(self) -> ComposeResult:
        """Yield what is being changed, and room for the view of the step."""
        title, day = self._correction.exercise.title, shown_day(self._correction.day)
        yield Static(strong(say(said.EDIT_TITLE.format(title=title, day=day), lines=False)), id="place")
        yield Static(dim(said.EDIT_HOW), classes="part")
        yield Vertical(id="step")

    async def on_mount(self) -> None:
        """Show the step with the answer in it."""
        view = self._view = REGISTRY[str(self._frozen["kind"])]()
        view.time, view.today = self._time, lambda: self._journal.clock().day
        view.yes_key = lambda: yes_key(self._correction.language)
        await self.query_one("#step", Vertical).mount(view)
        view.show(self._frozen, self._round.raw if self._round else self._correction.editable.raw)
        view.focus_first()
        self._keeping.begin(view)
        self._begun = view.current_raw()
        self.refresh_bindings()

    def _time(self) -> str:
        """A round that is put right was said when it was said."""
        return (self._round.at if self._round else "") or self._journal.clock().utc

    def _raw(self) -> object:
        raw = self._view.current_raw() if self._view is not None else None
        return edit_round.closed(raw, self._round.after) if self._round else raw

    # -- what the step says ---------------------------------------------------------------------------
    def on_step_view_answered(self, message: StepView.Answered) -> None:
        """Keep the answer, or show what is wrong with it."""
        message.stop()
        raw = edit_round.closed(message.raw, self._round.after) if self._round else message.raw
        self._give(raw, sure=self._asked_open and message.raw is None)

    def _give(self, raw: object, *, sure: bool = False) -> None:
        self._keeping.drop()
        view = self._view
        if view is None:
            return
        try:
            outcome = self._half.give(raw, sure=sure)
        except GuideError as error:
            self._say_error(error)
            return
        self._asked_open = bool(outcome.question)
        if outcome.problem:
            view.problem(outcome.problem, outcome.part)
        elif outcome.question:
            view.question(outcome.question)
        else:
            self.dismiss(Edited(outcome.said, outcome.notice))

    def on_step_view_held(self, message: StepView.Held) -> None:
        """Keep what is being typed: at once, or soon."""
        message.stop()
        self._asked_open = False
        raw = edit_round.closed(message.raw, self._round.after) if self._round else message.raw
        self._keeping.take(raw, now=message.now)

    async def on_step_view_chose(self, message: StepView.Chose) -> None:
        """Open what a step offers beside an answer, where it makes sense while one answer is changed."""
        message.stop()
        if message.action == "stop":
            self._give(self._raw())
        elif message.action == "skip":
            self._give(None, sure=True)
        elif message.action == "back":
            self.action_back()
        elif message.action == "help-now":
            await self.run_action("app.help_now")
        elif message.action == "support":
            go.page(self, self._journal, "support", older=self._frozen.get("kind") == "rehearse")
        elif self._view is not None:
            self._view.say_note(say(said.EDIT_ELSEWHERE))

    def _say_error(self, error: GuideError) -> None:
        if self._view is not None:
            self._view.problem(f"{error} {words.NOT_KEPT}")

    # -- what a person does ---------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Examples only where there are some."""
        if action == "examples":
            return self._view is not None and self._view.offers_examples
        return super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """Keep what stands here."""
        if self._view is not None:
            self._view.go_on()

    def action_examples(self) -> None:
        """Show examples, or hide them."""
        if self._view is not None:
            self._view.examples()

    def action_skip(self) -> None:
        """Leave the question open; asked about once, as the words that stand here would no longer count."""
        self._give(None, sure=self._asked_open)

    def action_back(self) -> None:
        """Leave; what was changed and not kept is asked about."""
        if self._view is None or self._raw() == self._first:
            self._leave("leave")
        else:
            self._keeping.take(self._raw(), now=True)
            self.app.push_screen(LeaveEditScreen(), self._leave)

    @property
    def _first(self) -> object:
        return edit_round.closed(self._begun, self._round.after) if self._round else self._begun

    def _leave(self, how: str | None) -> None:
        if how != "leave":
            return
        self._keeping.drop()
        try:
            self._half.leave()
        except GuideError as error:
            self._say_error(error)
            return
        self.dismiss(None)

    # -- keeping --------------------------------------------------------------------------------------
    def keep(self) -> None:
        """Keep what is typed beside the entry before the program is left."""
        if self._view is not None and self._raw() != self._first:
            self._keeping.take(self._raw(), now=True)

    def typing(self) -> bytes | None:
        """What is typed, for the rescue file, if it differs from the answer."""
        raw = self._raw()
        changed = self._view is not None and raw != self._first
        return as_bytes(self._correction.entry, self._correction.editable.step, raw) if changed else None


class LeaveEditScreen(ListedScreen[str]):
    """Asked once before something typed is left; Enter and Escape both go on changing."""

    where = "leave-edit"
    help_text = said.HELP_EDIT

    def body(self) -> ComposeResult:
        """Yield the question and both ways."""
        yield Static(strong(said.EDIT_LEAVE), classes="title")
        yield Rows([
            Row("go-on", say(f"1  {said.EDIT_GO_ON}")),
            Row("leave", say(f"2  {said.EDIT_AS_IT_WAS}")),
        ])  # fmt: skip

    def do(self, row: str) -> None:
        """Hand back what was chosen."""
        self.dismiss(row)
