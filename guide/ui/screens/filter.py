"""What review shows: one choice after the other, each a list with digits, so that a filter is three keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import filters
from guide.journal.filters import Choice, Filters
from guide.journal.journal import Journal
from guide.ui.base import GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.screens.listed import ListedScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.rows import Row, Rows
from guide.words import review as said
from guide.words import screens as words

if TYPE_CHECKING:
    from guide.ui.fields import LineInput

_OWN = "own"


class FilterScreen(ListedScreen[Filters]):
    """The kinds of filter with what each is set to. The result is the filters as they are then, or nothing."""

    where = "filter"
    help_text = said.HELP_FILTER

    def __init__(self, journal: Journal, now: Filters) -> None:
        super().__init__()
        self._journal, self._now = journal, now

    def body(self) -> ComposeResult:
        """Yield a row a kind of filter."""
        yield Static(strong(said.FILTER), classes="title")
        yield Rows(self._rows())
        yield Static(dim(hints(self.app, ("Enter", words.OPEN), ("Esc", words.BACK))), classes="title")

    def _rows(self) -> list[Row]:
        now, journal, none = self._now, self._journal, Filters()
        all_ = (
            ("exercise", said.FILTER_EXERCISE, none._replace(exercise=now.exercise)),
            ("pack", said.FILTER_PACK, none._replace(pack=now.pack)),
            ("collection", said.FILTER_LIST, none._replace(collection=now.collection)),
            ("days", said.FILTER_DAYS, none._replace(since=now.since, until=now.until)),
        )
        rows = [
            Row(name, say(f"{n}  {title}"), say(filters.said(journal, one) or said.FILTER_ANY, lines=False))
            for n, (name, title, one) in enumerate(all_, 1)
        ]
        return [*rows, *([Row("all", say(f"5  {said.FILTER_ALL}"))] if now.any else [])]

    def do(self, row: str) -> None:
        """Open the choices of a kind."""
        if row == "all":
            self.dismiss(Filters())
        elif row == "days":
            days = [Choice(str(number), title) for title, number in said.SPANS]
            self._open(said.FILTER_DAYS, [*days, Choice(_OWN, said.SPAN_OWN)], self._days)
        else:
            read, title = {
                "exercise": (filters.exercises, said.FILTER_EXERCISE),
                "pack": (filters.packs, said.FILTER_PACK),
                "collection": (filters.lists, said.FILTER_LIST),
            }[row]
            choices = [Choice("", said.FILTER_ANY), *read(self._journal)]
            self._open(title, choices, lambda one: self.dismiss(self._now._replace(**{row: one})))

    def _open(self, title: str, choices: Sequence[Choice], then: Callable[[str], object]) -> None:
        def chosen(one: str | None) -> None:
            if one is not None:
                then(one)

        self.app.push_screen(ChoiceScreen(title, choices), chosen)

    def _days(self, chosen: str) -> None:
        if chosen == _OWN:
            self.app.push_screen(DaysScreen(self._journal, self._now), self._between)
        else:
            self._between(filters.span(self._journal, int(chosen)))

    def _between(self, days: tuple[str, str] | None) -> None:
        if days is not None:
            self.dismiss(self._now._replace(since=days[0], until=days[1]))


class ChoiceScreen(ListedScreen[str]):
    """One of several; the result is its id."""

    where = "choice"
    help_text = said.HELP_FILTER

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._heading, self._choices = title, choices

    def body(self) -> ComposeResult:
        """Yield the choices, each with its number as far as there are digits."""
        rows = []
        for number, one in enumerate(self._choices, 1):
            head = (f"{number}  " if number <= 9 else "   ") + one.title
            title = say(head, lines=False)
            rows.append(Row(str(number), join(title, "  ", dim(one.beside)) if one.beside else title))
        yield Static(strong(say(self._heading)), classes="title")
        yield Rows(rows)
        if len(self._choices) < 2:
            yield Static(say(said.FILTER_NONE), classes="part")
        yield Static(dim(hints(self.app, ("Enter", words.OPEN), ("Esc", words.BACK))), classes="title")

    def do(self, row: str) -> None:
        """Hand it back."""
        self.dismiss(self._choices[int(row) - 1].id)


class DaysScreen(GuideScreen[tuple[str, str]]):
    """A first and a last day, in two fields; either may stay open."""

    where = "days"
    help_text = said.HELP_DAYS

    def __init__(self, journal: Journal, now: Filters, keys: str = said.DAYS_KEYS) -> None:
        super().__init__()
        self._journal, self._now, self._keys = journal, now, keys

    def body(self) -> ComposeResult:
        """Yield how days can be written, the fields, and what is wrong with them."""
        from guide.ui.base import LineInput

        yield Static(strong(said.FILTER_DAYS), classes="title")
        yield Static(say(said.DAYS_HOW), classes="part")
        yield Static(say(said.FROM_DAY))
        yield LineInput(self._now.since, id="from-day")
        yield Static(say(said.TO_DAY))
        yield LineInput(self._now.until, id="to-day")
        yield Static("", id="note", classes="part")
        yield Static(dim(self._keys), classes="title")

    def on_mount(self) -> None:
        """Stand in the first field."""
        self._field("from-day").focus()

    def _field(self, name: str) -> LineInput:
        from guide.ui.base import LineInput

        return self.query_one(f"#{name}", LineInput)

    def on_input_submitted(self) -> None:
        """From the first field to the second, and from there back with both days."""
        first, last = self._field("from-day"), self._field("to-day")
        if self.focused is first:
            last.focus()
            return
        try:
            self.dismiss(filters.between(self._journal, first.value, last.value))
        except GuideError as error:
            self.query_one("#note", Static).update(strong(say(str(error))))
