"""A small application that hosts the step widgets as the exercise screen does, on a real sitting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from guide.journal.sitting import Sitting
from guide.steps.base import Json
from guide.ui.base import GuideApp, GuideScreen
from guide.ui.steps import REGISTRY
from guide.ui.steps.base import StepView
from guide.ui.steps.one_screen import OneScreen


class Host(GuideScreen[None]):
    """Shows the current step of a sitting, or a step that stands alone, and keeps what the views say."""

    where = "exercise"

    def __init__(self, sitting: Sitting | None, step: dict[str, Any] | None = None, raw: Json = None) -> None:
        super().__init__()
        self.sitting, self.step, self.raw = sitting, step, raw
        self.views: dict[str, StepView] = {}
        self.current: StepView | None = None
        self.answered: list[Json] = []
        self.held: list[Json] = []
        self.now: list[Json] = []
        self.chosen: list[str] = []
        self.passed: list[str] = []

    def body(self) -> ComposeResult:
        """Yield a line that nothing needs."""
        yield Static("host", markup=False)

    async def on_mount(self) -> None:
        """Show the first step."""
        await self.show_step()

    async def show_step(self, *, again: bool = False) -> None:
        """Show the current step in the view of its kind."""
        view = self.sitting.view() if self.sitting is not None else None
        step, raw = (view.step, view.raw) if view is not None else (self.step, self.raw)
        if step is None:
            for each in self.views.values():
                each.display = False
            self.set_focus(None)
            self.current = None
            return
        layout = self.sitting.exercise.data.get("layout") if self.sitting is not None else None
        name = "one-screen" if layout == "one-screen" and not step.get("more") else step["kind"]
        if name not in self.views:
            found = OneScreen() if name == "one-screen" else REGISTRY[name]()
            if self.sitting is not None:
                found.nudge = self.sitting.nudge
                sitting = self.sitting
                found.time = lambda: sitting.clock().utc
                found.today = lambda: sitting.clock().day
            self.views[name] = found
            await self.query_one("Column").mount(found)
        before, self.current = self.current, self.views[name]
        for each in self.views.values():
            each.display = each is self.current
        self.current.show(step, raw, again=again)
        self.current.focus_first()
        if before is not None and before is not self.current:
            before.hand_over(self.current)

    async def on_step_view_answered(self, message: StepView.Answered) -> None:
        """Give the answer to the sitting."""
        self.answered.append(message.raw)
        if self.sitting is None or self.current is None:
            return
        assert self.sitting.view().step is not None
        outcome = self.sitting.give(message.raw)
        if outcome.problem:
            self.current.problem(outcome.problem, outcome.part)
        elif outcome.question:
            self.current.question(outcome.question)
        else:
            await self.show_step()

    def on_step_view_held(self, message: StepView.Held) -> None:
        """Keep what is typed."""
        self.held.append(message.raw)
        if message.now:
            self.now.append(message.raw)
        if self.sitting is not None:
            self.sitting.hold(message.raw)

    async def on_step_view_chose(self, message: StepView.Chose) -> None:
        """Note it, and do what the sitting can do."""
        self.chosen.append(message.action)
        if self.sitting is not None and message.action == "stop":
            self.sitting.stop()
        elif self.sitting is not None and message.action == "back":
            self.sitting.back()
            await self.show_step()

    async def action_skip(self) -> None:
        """Note that the key came through."""
        self.passed.append("skip")

    async def action_step_back(self) -> None:
        """Note that the key came through."""
        self.passed.append("back")

    async def action_more(self) -> None:
        """Open what stands behind `m`."""
        self.passed.append("more")
        if self.sitting is not None and self.sitting.more():
            await self.show_step()

    @property
    def view(self) -> StepView:
        """The view that is shown."""
        assert self.current is not None
        return self.current


class HostApp(GuideApp):
    """The application around it."""

    CSS_PATH = "../../guide/ui/steps.tcss"

    def __init__(self, make: Callable[[], Host], theme: str) -> None:
        def nowhere(_screen: Screen[Any] | None = None) -> Screen[Any]:
            return GuideScreen()

        super().__init__(help_here=nowhere, help_now=nowhere, theme=theme, animations=False)
        self.host = make()

    def on_mount(self) -> None:
        """Show the host."""
        self.push_screen(self.host)


def host_of(
    sitting: Sitting | None = None,
    *,
    step: dict[str, Any] | None = None,
    raw: Json = None,
    theme: str = "unmuted-dark",
) -> HostApp:
    """Return the application for a sitting, or for one frozen step."""
    return HostApp(lambda: Host(sitting, step, raw), theme)


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Type words key by key."""
    names = {" ": "space", ".": "full_stop", ",": "comma", "'": "apostrophe"}
    for letter in words:
        await pilot.press(names.get(letter, letter))


def shown(app: HostApp) -> str:
    """Return what stands on the screen."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines)
