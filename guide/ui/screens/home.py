"""Home: one calm screen with the doors, at most one suggestion with its reason, and what is unfinished."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from guide.journal import beneath, home, left_at
from guide.journal.home import Home
from guide.journal.journal import Journal
from guide.journal.origin import door_title
from guide.ui.base import GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.screens import go
from guide.ui.widgets.hints import hints
from guide.ui.widgets.rows import Row, Rows, gap, heading
from guide.ui.widgets.sections import put
from guide.words import home as said
from guide.words import screens as words
from guide.words.demo import LINE
from guide.words.notices import BROKEN_PACK_REMEDY

_DOORS = 9
"""Doors beyond the ninth have no digit; arrows reach them."""


class HomeScreen(GuideScreen[None]):
    """The lowest screen. `shown` is what `journal.home` returned; it is read anew whenever home comes back.

    `covered` says that another screen is opened over it at once, so that nobody sees it yet.
    """

    where = "home"
    AUTO_FOCUS: ClassVar[str | None] = ""  # it would scroll a long list into view, and the title out of it
    help_text = f"{words.HELP_HOME}\n\n{said.LOW_MOOD_RULE}"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"door({n})", words.OPEN, show=False, id=f"home.door-{n}", tooltip=words.KEY_DOOR)
            for n in range(1, _DOORS + 1)
        ),
    ]

    def __init__(self, journal: Journal, shown: Home, *, covered: bool = False) -> None:
        super().__init__()
        self._covered = covered
        self._journal = journal
        self.shown = shown
        self._fresh = True

    def body(self) -> ComposeResult:
        """Yield the title, the rows and what there is to know."""
        yield Static(strong(said.TITLE), classes="title")
        if self._journal.made_up:
            yield Static(dim(LINE), classes="part")
        yield Rows(self._rows(), id="doors")
        yield Static(self._hints(), id="hints", classes="title")
        yield Static(self._beneath(), id="beneath")
        yield Static(self._notices(), id="notices", classes="part")

    def on_mount(self) -> None:
        """Stand on what Enter does."""
        self.set_class(self.shown.night, "-night")
        self.query_one(Rows).focus(scroll_visible=False)
        put(self.query_one("#beneath", Static), self._beneath())
        if not self._covered:
            self.call_after_refresh(self._stood)

    def on_screen_resume(self) -> None:
        """Read everything anew after another screen was open."""
        if self._fresh:
            self._fresh = False
        else:
            self.read_anew(keep=False)

    def read_anew(self, *, keep: bool = True) -> None:
        """Show home as it is now; the mark stays where it was when `keep` is true."""
        self.shown = home.home(self._journal)
        self.query_one(Rows).set_rows(self._rows(), keep=keep)
        self.query_one("#hints", Static).update(self._hints())
        put(self.query_one("#beneath", Static), self._beneath())
        self.query_one("#notices", Static).update(self._notices())
        self.call_after_refresh(self._stood)
        self.set_class(self.shown.night, "-night")
        self.refresh_bindings()

    # -- what stands there ----------------------------------------------------------------------------
    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        if self.shown.drafts:
            rows += [self._draft(), gap()]
        rows += [*self._suggestion(), gap()]
        for number, door in enumerate(self.shown.doors, 1):
            digit = f"{number}  " if number <= _DOORS else "   "
            rows.append(Row(f"door:{door.id}", join(digit, say(door_title(door), lines=False))))
        return rows

    def _draft(self) -> Row:
        draft = self.shown.drafts[0]
        step = left_at.left_at(self._journal, draft.id)
        words_ = (said.DRAFT if step else said.DRAFT_START).format(step=step, title=draft.title)
        below = hints(self.app, ("Enter", said.DRAFT_GO_ON))
        more = len(self.shown.drafts) - 1
        if more:
            below += "  " + said.DRAFTS_MORE[more > 1].format(n=more)
        return Row(f"draft:{draft.id}", say(words_, lines=False), say(below))

    def _suggestion(self) -> list[Row]:
        found = self.shown.next
        if found is None:
            return [heading(said.NOTHING_NEXT_NIGHT if self.shown.night else said.NOTHING_NEXT)]
        line = found.title
        if found.minutes:
            minutes = said.MINUTES[found.minutes > 1].format(n=found.minutes)
            line = said.NEXT_LINE.format(title=found.title, minutes=minutes)
        key = "home.suggested" if self.shown.drafts else "Enter"
        keys = hints(self.app, (key, words.BEGIN), ("n", words.NOT_NOW))
        below = say("\n".join(filter(None, (found.origin, found.reason, keys))))
        return [heading(said.NEXT), Row(f"next:{found.ref}", say(line, lines=False), below)]

    def _hints(self) -> Content:
        pairs = [("home.log", words.LOG)] if self.shown.quick_log else []
        pairs += [
            ("one", words.SHOW_ONE),
            ("home.review", words.REVIEW),
            ("home.progress", words.PROGRESS),
            ("home.week", words.WEEK),
        ]
        more = [("home.items", words.BUILT_UP), ("home.summary", words.PAGE)]
        if self.shown.night:
            more.append(("home.enough", said.ENOUGH_TONIGHT))
        return dim("\n".join([hints(self.app, *pairs), hints(self.app, *more, ("q", words.QUIT))]))

    def _beneath(self) -> Content:
        """At most one line, with its key."""
        line = self.shown.beneath
        if line is None:
            return say("")
        low = line.kind == beneath.LOW_MOOD
        key = ("home.support", said.LOW_MOOD_KEY) if low else ("home.medicine", said.COMING_BACK_KEY)
        return join(say(line.text, lines=False), "  ", dim(hints(self.app, key)))

    def _stood(self) -> None:
        """The line was in sight: it comes no more after today, until its rule says so."""
        if self.shown.beneath is not None and self.is_current:
            beneath.stood(self._journal, self.shown.beneath)

    def _notices(self) -> Content:
        night = [said.NIGHT] if self.shown.night and self.shown.beneath is None else []
        packs = [*self.shown.troubles, BROKEN_PACK_REMEDY] if self.shown.troubles else []
        return dim("\n".join([*night, *self.shown.notices, *packs]))

    # -- what a person does ---------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is."""
        there = {
            "log": bool(self.shown.quick_log),
            "suggested": self.shown.next is not None,
            "not_now": self.shown.next is not None,
            "medicine": self._noting() != "",
            "enough": self.shown.night,
        }
        return there.get(action, super().check_action(action, parameters))

    def on_rows_clicked(self) -> None:
        """A click does what Enter does."""
        self.action_open()

    async def action_leave(self) -> None:
        """Quit; everything is kept already."""
        await self.app.run_action("quit")

    def action_open(self) -> None:
        """Do what is marked."""
        what, _, name = self.query_one(Rows).chosen.partition(":")
        if what == "draft":
            go.resume(self, self._journal, name)
        elif what == "next":
            go.begin(self, self._journal, name)
        elif what == "door":
            self._open_door(name)

    def action_door(self, number: int) -> None:
        """Open a door by its number."""
        if number <= len(self.shown.doors):
            self._open_door(self.shown.doors[number - 1].id)

    def _open_door(self, name: str) -> None:
        door = next((one for one in self.shown.doors if one.id == name), None)
        if door is None:
            return
        if len(door.exercises) == 1:
            go.begin(self, self._journal, door.exercises[0].ref)
            return
        from guide.ui.screens.door import DoorScreen

        self.app.push_screen(DoorScreen(self._journal, door))

    def action_suggested(self) -> None:
        """Begin the one suggested thing."""
        if self.shown.next is not None:
            go.begin(self, self._journal, self.shown.next.ref)

    def action_not_now(self) -> None:
        """Suggest it no more today."""
        if self.shown.next is not None:
            home.not_now(self._journal, self.shown.next.ref)
            self.read_anew()

    def _noting(self) -> str:
        """What the line beneath can begin."""
        return self.shown.beneath.exercise if self.shown.beneath is not None else ""

    def action_medicine(self) -> None:
        """Note what changed meanwhile."""
        go.begin(self, self._journal, self._noting())

    def action_support(self) -> None:
        """Open the page about one's own people."""
        from guide.ui.screens.support import SupportScreen

        self.app.push_screen(SupportScreen(self._journal))

    def action_log(self) -> None:
        """Begin the quick log at once."""
        go.begin(self, self._journal, self.shown.quick_log)

    def action_summary(self) -> None:
        """Open the page for a visit."""
        go.page(self, self._journal, "summary")

    def action_week(self) -> None:
        """Open the week in seven lines."""
        from guide.ui.screens.week import WeekScreen

        self.app.push_screen(WeekScreen(self._journal))

    def action_review(self) -> None:
        """Open review."""
        from guide.ui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self._journal))

    def action_take_away(self) -> None:
        """Open export, import and backups."""
        from guide.ui.screens.take_away import TakeAwayScreen

        self.app.push_screen(TakeAwayScreen(self._journal))

    def action_items(self) -> None:
        """Open what was built up."""
        from guide.ui.screens.items import ItemsScreen

        self.app.push_screen(ItemsScreen(self._journal))

    def action_progress(self) -> None:
        """Open progress."""
        from guide.ui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self._journal))

    async def action_enough(self) -> None:
        """Leave for tonight; everything is kept."""
        await self.run_action("app.quit")
