"""Progress: every declared part in order, as rows of characters and the sentences that say the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from guide.journal import progress, progress_spans
from guide.journal.journal import Journal
from guide.journal.progress import Part
from guide.ui.base import Column, GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.widgets.hints import hints
from guide.ui.widgets.strips import MARK, NO_MARK
from guide.words import look as said
from guide.words import progress_view as words
from guide.words import screens as around

_LEAST = 34
_MOST = 76


class Piece(Static):
    """A stretch of one part; a click opens the part alone."""

    def __init__(self, words: Content, *, place: int, classes: str) -> None:
        super().__init__(words, classes=classes)
        self._place = place

    async def on_click(self) -> None:
        """Show the part this belongs to in large."""
        if isinstance(self.screen, ProgressScreen):
            self.screen.open(self._place)


class ProgressScreen(GuideScreen[None]):
    """Parts one under the other; laid out anew when the width changes. One of them is the current one."""

    where = "progress"
    help_text = around.HELP_PROGRESS
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
        self._span = progress_spans.usual(journal)
        self._as_text = False
        self._laid = 0
        self._coming: Iterator[Part] | None = None
        self._parts: list[Part] = []
        self._here = 0

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
        """Begin anew for a width: what can be seen is read and shown at once, the rest a screenful at a time."""
        self._laid = width
        since = progress_spans.since(self._span, self._journal.clock().day)
        until = progress_spans.until(self._span, self._journal)
        self._coming = progress.parts(self._journal, width=width, since=since, until=until, ascii=in_ascii())
        self._parts = []
        async with self.batch():
            await self.query_one("#parts", Vertical).remove_children()
            await self._fill()
        self.query_one("#about", Static).update(dim("\n".join(self._about(since, until))))
        if self._here:
            self.call_after_refresh(self._show_current)
        self._follow()

    def _about(self, since: str, until: str) -> list[str]:
        above = progress.heads(self._journal, bool(self._parts), span=bool(since), until=until)
        if not self._parts and not since:
            return above
        span = words.SHOWN.format(span=words.SPANS[self._span])
        offered = [("progress.span", words.SPAN), ("progress.words", said.PROGRESS_AS_TEXT)]
        offered += [("progress.alone", words.LARGE)] if self._parts else []
        return [*above, f"{span}  {hints(self.app, *offered)}"]

    async def _fill(self, key: str = "") -> None:
        """Show the next screenful of parts; more, until the current one is there, and the one with this key.

        Each time costs as much as there is already, so the more there is, the more comes at once.
        """
        room = max(self.app.size.height, sum(map(progress.rows_of, self._parts)) // 3)
        first = len(self._parts)
        while self._coming and (room > 0 or len(self._parts) <= self._here or (key and not self._has(key))):
            part = next(self._coming, None)
            if part is None:
                self._coming = None
                self._here = max(0, min(self._here, len(self._parts) - 1))
                break
            self._parts.append(part)
            if len(self._parts) > self._here:  # beneath the current one, so that it can stand on top
                room -= progress.rows_of(part)
        new = [(place, self._parts[place]) for place in range(first, len(self._parts))]
        await self.query_one("#parts", Vertical).mount_all(
            [widget for place, part in new for widget in self._shown(place, part)]
        )

    def _has(self, key: str) -> bool:
        return any(part.key == key for part in self._parts)

    def _follow(self) -> None:
        if self._coming:
            self.call_after_refresh(self._go_on, self._coming)

    async def _go_on(self, coming: Iterator[Part]) -> None:
        """Show the next ones when nothing else waits, unless the view was begun anew."""
        if coming is self._coming:
            async with self.batch():
                await self._fill()
            self._follow()

    def _shown(self, place: int, part: Part) -> Iterator[Static]:
        yield Piece(self._head(place), place=place, classes="part head")
        if part.rows and not self._as_text:
            yield Piece(say("\n".join(part.rows)), place=place, classes="chart")
        blocks: list[tuple[str, list[Content]]] = [("words", [say(line) for line in part.words])]
        for heading, rows in part.groups:
            if heading:
                blocks.append(("words", [strong(say(heading, lines=False))]))
            if blocks[-1][0] != "indented":
                blocks.append(("indented", []))
            blocks[-1][1].extend(say(row) for row in rows)
        blocks.append(("words", [dim(part.cannot)] if part.cannot else []))
        blocks = [block for block in blocks if block[1]]
        for number, (name, lines) in enumerate(blocks, 1):
            last = " last" if number == len(blocks) else ""
            yield Piece(join(*lines, between="\n"), place=place, classes=name + last)

    def _head(self, place: int) -> Content:
        mark = MARK if place == self._here else NO_MARK
        return strong(join(mark, say(self._parts[place].title, lines=False)))

    # -- what a person does ---------------------------------------------------------------------------
    async def action_next_part(self) -> None:
        """Go to the next part."""
        await self._step(1)

    async def action_previous_part(self) -> None:
        """Go to the part before."""
        await self._step(-1)

    async def _step(self, by: int) -> None:
        if self._here + by >= len(self._parts):
            await self._fill()
        if self._parts:
            self._stand(max(0, min(len(self._parts) - 1, self._here + by)))
            self.call_after_refresh(self._show_current)

    def _tops(self) -> list[int]:
        room = self.query_one("#parts").virtual_region.y
        return [head.virtual_region_with_margin.y + room for head in self.query(".head")]

    def _stand(self, place: int) -> None:
        """Make another part the current one."""
        heads = [*self.query(".head").results(Static)]
        before, self._here = self._here, place
        for one in {before, place}:
            if 0 <= one < len(heads):
                heads[one].update(self._head(one), layout=False)

    async def action_span(self) -> None:
        """Show another range of days."""
        spans = [*words.SPANS]
        self._span = spans[(spans.index(self._span) + 1) % len(spans)]
        await self._lay(self._laid)

    async def action_words(self) -> None:
        """Show the same without charts, or with them again."""
        self._as_text = not self._as_text
        await self._lay(self._laid)

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines; the current part follows."""
        column = self.query_one(Column)
        column.scroll_relative(y=rows, animate=False)
        here, tops = max(0, min(column.max_scroll_y, column.scroll_y + rows)), self._tops()
        seen = [place for place, top in enumerate(tops) if here <= top < here + column.size.height - 1]
        above = [place for place, top in enumerate(tops) if top < here]
        if tops and self._here not in seen:
            self._stand((seen or above[-1:] or [0])[0])

    def action_alone(self) -> None:
        """Show the current part alone, in large."""
        self.open(self._here)

    def open(self, place: int) -> None:
        """Show a part alone."""
        if 0 <= place < len(self._parts):
            from guide.ui.screens.progress_alone import AloneScreen

            self._stand(place)
            shown = AloneScreen(self._journal, self._parts[place].key, self._span)
            self.app.push_screen(shown, self._after_alone)

    async def _after_alone(self, found: tuple[str, str, bool] | None) -> None:
        """Come back to the part and the range that were shown last; read anew when an entry was changed."""
        if found is None:
            return
        key, span, changed = found
        if span != self._span or changed:
            self._span = span
            await self._lay(self._laid)
        await self._fill(key)
        keys = [part.key for part in self._parts]
        if key in keys:
            self._stand(keys.index(key))
            self.call_after_refresh(self._show_current)

    def _show_current(self) -> None:
        tops = self._tops()
        if self._here < len(tops):
            self.query_one(Column).scroll_to(y=tops[self._here] if self._here else 0, animate=False)


def in_ascii() -> bool:
    """Whether the terminal cannot be trusted with anything but ASCII."""
    encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
    return "utf" not in encoding.lower()
