"""One line of content as a strip, for widgets that draw by the line: only changed lines are drawn anew."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from guide.ui.say import join

MARK, NO_MARK = "> ", "  "
"""Before the chosen row, and before the others: a sign, because a colour may be missing."""


def strip_of(widget: Widget, words: Content, width: int) -> Strip:
    """Draw one line in the widget's own style, cut to `width` with an ellipsis and filled up to it."""
    if words.cell_length > width:
        words = words.truncate(width, ellipsis=True)
    strips = Visual.to_strips(widget, words, width, 1, widget.visual_style, pad=True, apply_selection=False)
    return strips[0] if strips else Strip.blank(width, widget.rich_style)


def marked(words: Content, chosen: bool) -> Content:
    """A line with its mark: `>` and bold when it is the chosen one."""
    return join(MARK, words.stylize("bold")) if chosen else join(NO_MARK, words)
