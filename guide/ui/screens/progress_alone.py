"""One part of progress alone, in large: a sign steps over its points, and each leads to its entry and back."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from guide.journal import progress_spans
from guide.journal.journal import Journal
from guide.journal.progress_alone import Alone, alone
from guide.ui.base import Column, GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.screens.progress import in_ascii
from guide.ui.widgets.hints import hints
from guide.ui.widgets.sections import put
from guide.words import progress_view as words

_BESIDE = 14
"""Rows that the title, the axis, the legend and the point take beside the scale of a chart."""
_LEAST, _MOST = 11, 21
"""Rows of the scale: never fewer than in the list, so a low screen scrolls; both give every whole number of 0 to 10
a row of its own."""


class AloneScreen(GuideScreen[tuple[str, str, bool]]):
    """The result is the part and the range shown last, and whether an entry was changed."""

    where = "alone"
    help_text = words.HELP_ALONE
    DEFAULT_CSS = "#drawing { text-wrap: nowrap; overflow-x: hidden; } #point { padding: 0 0 1 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]

    def __init__(self, journal: Journal, key: str, span: str) -> None:
        super().__init__()
        self._journal, self._key, self._span = journal, key, span
        self._found: Alone | None = None
        self._mark = 0
        self._room = (0, 0)
        self._changed = False

    def body(self) -> ComposeResult:
        """Yield the title, the point, the drawing, and the words beneath."""
        yield Static(id="head", classes="title")
        yield Static(id="about", classes="part")
        yield Static(id="point")  # above the drawing: on a low screen its foot lies beneath the edge
        yield Static(id="drawing")
        yield Static(id="words", classes="part")

    def on_mount(self) -> None:
        """Read the part for the room there is."""
        self._fit(*self.app.size)
        self._read()

    def on_resize(self, event: events.Resize) -> None:
        """Draw anew when the room changed."""
        if self._fit(*event.size) and self._found is not None:
            self._show()

    def _fit(self, columns: int, rows: int) -> bool:
        size = (max(34, min(76, columns - 4) - 2), _MOST if rows - _BESIDE >= _MOST else _LEAST)
        changed, self._room = size != self._room, size
        return changed

    def _read(self, step: int = 0, *, entry: str = "") -> None:
        """Read the part, or the one `step` after it; stand on its last point, or on the last one of `entry`."""
        since = progress_spans.since(self._span, self._journal.clock().day)
        width, height = self._room
        self._found = alone(
            self._journal,
            self._key,
            width=width,
            height=height,
            since=since,
            until=progress_spans.until(self._span, self._journal),
            ascii=in_ascii(),
            step=step,
        )
        marks = self._found.marks if self._found else []
        places = [place for place, mark in enumerate(marks) if mark.entry == entry]
        self._mark = places[-1] if places else len(marks) - 1
        if self._found:
            self._key = self._found.part.key
        self._show()

    # -- what stands there ----------------------------------------------------------------------------
    def _show(self) -> None:
        found = self._found
        if found is None:
            put(self.query_one("#head", Static), strong(words.EMPTY))
        else:
            put(self.query_one("#head", Static), strong(say(found.part.title, lines=False)))
        for name in ("drawing", "point", "words"):
            self.query_one(f"#{name}").display = found is not None
        put(self.query_one("#about", Static), dim(self._about()))
        if found is not None:
            put(self.query_one("#words", Static), _words(found))
            self._draw()
        self.refresh_bindings()

    def _about(self) -> str:
        span = words.SHOWN.format(span=words.SPANS[self._span])
        found = self._found
        place = words.PART.format(place=found.place + 1, count=found.total) if found else ""
        keys = [("alone.next-part", words.NEXT_PART), ("alone.span", words.SPAN)]
        keys += [("← →", words.STEP), ("alone.open", words.OPEN)] if found and found.marks else []
        return f"{place}  {span}\n{hints(self.app, *keys)}".strip()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        rows = found.rows(*self._room, self._mark)
        put(self.query_one("#drawing", Static), say("\n".join(rows)))
        said = found.said(self._mark)
        count = words.POINT.format(words=said, place=self._mark + 1, count=len(found.marks))
        put(self.query_one("#point", Static), strong(say(count if said else words.NO_POINTS, lines=False)))

    # -- what a person does ---------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Points can be stepped over and opened only where there are some."""
        if action in ("earlier", "later", "open", "first", "last"):
            return self._found is not None and bool(self._found.marks)
        return super().check_action(action, parameters)

    def action_earlier(self) -> None:
        """To the point before."""
        self._to(self._mark - 1)

    def action_later(self) -> None:
        """To the next point."""
        self._to(self._mark + 1)

    def action_first(self) -> None:
        """To the first point."""
        self._to(0)

    def action_last(self) -> None:
        """To the last point."""
        self._to(len(self._found.marks) - 1 if self._found else 0)

    def _to(self, mark: int) -> None:
        if self._found is not None and 0 <= mark < len(self._found.marks):
            self._mark = mark
            self._draw()

    def action_open(self) -> None:
        """Open the entry of the point; it leads back to the same point."""
        if self._found is not None and 0 <= self._mark < len(self._found.marks):
            from guide.ui.screens.entry import EntryScreen

            entry = self._found.marks[self._mark].entry
            self.app.push_screen(
                EntryScreen(self._journal, entry), lambda changed: self._after(entry, changed)
            )

    def _after(self, entry: str, changed: bool | None) -> None:
        if changed:
            self._changed = True
            place = self._mark
            self._read(entry=entry)
            if self._found is not None and entry not in {mark.entry for mark in self._found.marks}:
                self._to(min(place, len(self._found.marks) - 1))
            elif (
                self._found is not None
                and self._found.marks[place:]
                and self._found.marks[place].entry == entry
            ):
                self._to(place)

    def action_next_part(self) -> None:
        """The next part."""
        self._read(1)

    def action_previous_part(self) -> None:
        """The part before."""
        self._read(-1)

    def action_span(self) -> None:
        """Another range of days."""
        spans = [*words.SPANS]
        self._span = spans[(spans.index(self._span) + 1) % len(spans)]
        self._read()

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        self.query_one(Column).scroll_relative(y=rows, animate=False)

    def action_back(self) -> None:
        """Go back, and say what was shown last."""
        if self.is_current:
            self.dismiss((self._key, self._span, self._changed))


def _words(found: Alone) -> Content:
    """What the part says, its lists, and what it cannot tell."""
    part = found.part
    lines = [say(line) for line in part.words]
    for heading, rows in part.groups:
        lines += [strong(say(heading, lines=False))] if heading else []
        lines += [say(f"  {row}") for row in rows]
    lines += [dim(part.cannot)] if part.cannot else []
    return join(*lines, between="\n")
