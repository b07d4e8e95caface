"""Support: one's own people, who prescribes, a pharmacist, a break. Not help now (care rule 12)."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from guide.journal import help_page, support_plan
from guide.journal.journal import Journal
from guide.ui.base import GuideScreen
from guide.ui.say import dim, strong
from guide.ui.widgets.hints import help_now_keys, hints
from guide.ui.widgets.sections import Section, sections
from guide.words import help_now
from guide.words import screens as words
from guide.words import support as said


class SupportScreen(GuideScreen[None]):
    """A page to read; nothing on it has to be done. With `older`, the words for old hurt stand first."""

    where = "support"
    help_text = words.HELP_SUPPORT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", words.BACK, show=False, id="support.back")
    ]

    def __init__(self, journal: Journal, *, older: bool = False) -> None:
        super().__init__()
        self._journal, self._older = journal, older

    def body(self) -> ComposeResult:
        """Yield the page."""
        yield Static(strong(said.TITLE), classes="title")
        crisis = said.NOT_CRISIS.format(help_key=help_now_keys(self.app))
        page = support_plan.page(self._journal)
        own = help_page.own_people(page)
        maker = "" if own else support_plan.maker(self._journal.library)
        yield from sections(
            [
                Section("", [said.OLDER] if self._older else []),
                Section("", [said.HEAD, crisis]),
                Section(help_now.OWN_FIRST, own),
                Section(help_now.OWN_PLAN, help_page.own_plan(page)),
                Section("", [said.NONE_YET.format(exercise=maker)] if maker else []),
                Section(said.OWN, [said.OWN_HINT]),
                Section(said.PRESCRIBER, [said.PRESCRIBER_HINT]),
                Section(said.PHARMACIST, [said.PHARMACIST_HINT]),
                Section(said.BREAK, [said.BREAK_HINT]),
                Section(said.OPENING_TITLE, said.OPENINGS),
                Section("", [said.MEDICINE]),
            ]
        )
        yield Static(dim(hints(self.app, ("Enter", said.BACK))), classes="part")
