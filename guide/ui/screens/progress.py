"""Progress: every declared part in order, as rows of characters and the sentences that say the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from guide.journal import progress
from guide.journal.journal import Journal
from guide.journal.progress import Part
from guide.ui.base import Column, GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.widgets.hints import hints
from guide.words import look as said
from guide.words import screens as words

_LEAST = 34
_MOST = 76


class ProgressScreen(GuideScreen[None]):
    """Parts one under the other; laid out anew when the width changes."""

    where = "progress"
    help_text = words.HELP_PROGRESS
    DEFAULT_CSS = """
    #parts { height: auto; width: 100%; }
    .chart { text-wrap: nowrap; overflow-x: hidden; }
    .indented { padding: 0 0 0 2; }
    .last { padding: 0 0 1 0; }
    .indented.last { padding: 0 0 1 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._span = 0
        self._as_text = False
        self._laid = 0

    def body(self) -> ComposeResult:
        """Yield the title and room for the parts."""
        yield Static(strong(said.PROGRESS), classes="title")
        yield Static(id="about", classes="part")
        yield Vertical(id="parts")

    async def on_mount(self) -> None:
        """Lay the parts out for the width there is."""
        await self._lay(self._width(self.app.size.width))

    async def on_resize(self, event: events.Resize) -> None:
        """Lay out anew when the width changed."""
        width = self._width(event.size.width)
        if self._laid and width != self._laid:
            await self._lay(width)

    def _width(self, columns: int) -> int:
        return max(_LEAST, min(_MOST, columns - 4) - 2)  # the column's padding, and room for its scroll bar

    async def _lay(self, width: int) -> None:
        self._laid = width
        name, days = words.SPANS[self._span]
        since = (
            (date.fromisoformat(self._journal.clock().day) - timedelta(days=days)).isoformat() if days else ""
        )
        parts = progress.progress(self._journal, width=width, since=since, ascii=_ascii())
        span = words.PROGRESS_SPAN.format(span=name)
        keys = hints(self.app, ("progress.span", "span"), ("progress.words", said.PROGRESS_AS_TEXT))
        above = progress.heads(self._journal, parts, span=bool(days))
        about = [*above, f"{span}  {keys}"] if parts or days else above
        self.query_one("#about", Static).update(dim("\n".join(about)))
        room = self.query_one("#parts", Vertical)
        async with self.batch():
            await room.remove_children()
            await room.mount_all([widget for part in parts for widget in self._shown(part)])

    def _shown(self, part: Part) -> Iterator[Static]:
        yield Static(strong(say(part.title, lines=False)), classes="part head")
        if part.rows and not self._as_text:
            yield Static(say("\n".join(part.rows)), classes="chart")
        blocks: list[tuple[str, list[Content]]] = [("words", [say(line) for line in part.words])]
        for heading, rows in part.groups:
            if heading:
                blocks.append(("words", [strong(say(heading, lines=False))]))
            if blocks[-1][0] != "indented":
                blocks.append(("indented", []))
            blocks[-1][1].extend(say(row) for row in rows)
        blocks = [block for block in blocks if block[1]]
        for place, (name, lines) in enumerate(blocks, 1):
            last = " last" if place == len(blocks) else ""
            yield Static(join(*lines, between="\n"), classes=name + last)

    # -- what a person does ---------------------------------------------------------------------------
    def action_next_part(self) -> None:
        """Scroll to the next part."""
        self._step(1)

    def action_previous_part(self) -> None:
        """Scroll to the part before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        column = self.query_one(Column)
        tops = [head.virtual_region_with_margin.y for head in self.query(".head")]
        tops = [top + self.query_one("#parts").virtual_region.y for top in tops]
        here = round(column.scroll_y)
        after = [top for top in tops if top > here + 1]
        before = [top for top in tops if top < here]
        goal = (after[:1] or [column.max_scroll_y]) if by > 0 else (before[-1:] or [0])
        column.scroll_to(y=goal[0], animate=False)

    async def action_span(self) -> None:
        """Show another span of days."""
        self._span = (self._span + 1) % len(words.SPANS)
        await self._lay(self._laid)

    async def action_words(self) -> None:
        """Show the same without charts, or with them again."""
        self._as_text = not self._as_text
        await self._lay(self._laid)

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        self.query_one(Column).scroll_relative(y=rows, animate=False)


def _ascii() -> bool:
    """Whether the terminal cannot be trusted with anything but ASCII."""
    encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
    return "utf" not in encoding.lower()
