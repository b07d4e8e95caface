"""Help now: people to call. Needs no store, no pack and no network; stands over every screen and dialog."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from guide import settings
from guide.errors import GuideError
from guide.journal import help_page
from guide.places import Places
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.screens.listed import ListedScreen
from guide.ui.widgets.rows import Row, Rows
from guide.ui.widgets.sections import Section, sections
from guide.words import help_now as said
from guide.words import screens as words

_ANYWHERE = help_page.ANYWHERE

STAYS = 1.0
"""Seconds in which Enter does not close a page that opened by itself: a held or doubled key would take it away."""


class HelpNowScreen(GuideScreen[None]):
    """Own people first, then the lines of the person's country, the directory, and the first-weeks card.

    `own` is the support plan where it lies nowhere on a disk, `head` what stands above it all.
    """

    where = "help-now"
    shows_one = False
    help_text = said.HEAD[0]
    any_size = True
    DEFAULT_CSS = """
    #page { height: auto; width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c", "country", said.CHOOSE_COUNTRY, show=False, id="help-now.country", tooltip=words.KEY_COUNTRY
        ),
        Binding("enter", "enter", words.BACK, show=False, id="help-now.back"),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(
        self, places: Places, *, own: Places | str | None = None, head: Sequence[str] = said.HEAD
    ) -> None:
        super().__init__()
        self._places, self._head = places, head
        self._own = places if own is None else own
        self._country = settings.country(places, os.environ)
        self._stays_until = 0.0

    def stay(self) -> None:
        """Stay for a moment when Enter comes: this page opened by itself, over a question just answered."""
        self._stays_until = monotonic() + STAYS

    def body(self) -> ComposeResult:
        """Yield the page."""
        yield Static(strong(said.TITLE), classes="title")
        with Vertical(id="page"):
            yield from sections(self._sections())

    def action_country(self) -> None:
        """Choose another country, with every country's lines in sight."""
        self.app.push_screen(CountryScreen(self._country), self._take)

    def action_enter(self) -> None:
        """Go back to where one was."""
        if monotonic() >= self._stays_until:
            self.action_back()

    def action_scroll(self, rows: int) -> None:
        """Scroll the page by lines."""
        for column in self.query("Column"):
            column.scroll_relative(y=rows, animate=False)

    async def _take(self, country: str | None) -> None:
        if country is None:
            return
        self._country = country
        said_ = ""
        try:
            settings.keep(self._places, "country", country)
        except GuideError:
            said_ = words.COUNTRY_ONLY_NOW
        page = self.query_one("#page", Vertical)
        await page.remove_children()
        await page.mount_all([*sections(self._sections(said_))])
        self.call_after_refresh(self._to_lines)

    def _to_lines(self) -> None:
        """Show the page from its beginning, or as far down as the lines that were chosen stand."""
        for lines in self.query("#lines"):
            for column in self.query("Column"):
                seen = column.scrollable_content_region.height
                first, last = lines.virtual_region.y, lines.virtual_region.bottom
                column.scroll_to(y=max(0, min(first, last - seen)), animate=False)

    def _sections(self, noted: str = "") -> list[Section]:
        name, lines = help_page.country_lines(self._country)
        weeks = [
            line
            for sentence, points in help_page.first_weeks()
            for line in [sentence, *(f"  - {point}" for point in points)]
        ]
        return [
            Section("", list(self._head)),
            Section(said.OWN_FIRST, help_page.own_people(self._own)),
            Section("", [help_page.own_trouble(self._own)]),
            Section(
                help_page.lines_title(name),
                [noted, *(f"{who}: {how}" for who, how in lines)],
                "lines",
            ),
            Section("", [words.HELP_NOW_KEYS.format(back=said.BACK)]),
            Section("", [said.MEANWHILE]),
            Section("", [help_page.checked(date.today().isoformat())]),
            Section(said.OWN_PLAN, help_page.own_plan(self._own)),
            Section(said.FIRST_WEEKS_TITLE, weeks),
        ]


class CountryScreen(ListedScreen[str]):
    """Every country in the list, each with its lines; the chosen one's code is the result."""

    where = "country"
    shows_one = False
    help_text = words.KEY_COUNTRY
    any_size = True

    def __init__(self, country: str) -> None:
        super().__init__()
        self._country = country

    def body(self) -> ComposeResult:
        """Yield the countries with their lines."""
        yield Static(strong(said.CHOOSE_COUNTRY), classes="title")
        named = help_page.countries()
        codes = ["", *(code for code in named if code)]  # what is marked while none is chosen stands first
        yield Rows([self._row(code, named[code]) for code in codes])
        yield Static(dim(f"[Enter] {words.OPEN}  [Esc] {words.BACK}"), classes="title")

    def on_mount(self) -> None:
        """Stand on the country that is shown now."""
        super().on_mount()
        self.query_one(Rows).choose(self._country or _ANYWHERE)

    def do(self, row: str) -> None:
        """Give the code back."""
        self.dismiss(row)

    def _row(self, code: str, name: str) -> Row:
        found = help_page.country_lines(code)[1]
        lines = found[:-1] if code else found  # the directory stands once, under "anywhere else"
        return Row(code or _ANYWHERE, say(name), say("\n".join(f"{who}: {how}" for who, how in lines)))
