"""The page for a prescriber as Markdown. Every sign that Markdown reads as more than itself is escaped."""

from __future__ import annotations

import re
from typing import Final

from guide.clean import one_line
from guide.insight.summary import Page

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>&|~$@]")
_AT_START: Final = re.compile(r"^(?:([#+=-])|(\d+)([.)]))")
_LINKS: Final = re.compile(r"(?=//)|(?<=www)(?=\.)|(?<=[^\s.])(?=\.[^\W\d_])", re.IGNORECASE)
"""What turns into a link by itself where Markdown is read generously: addresses, and names such as `x.com`."""


def lines(page: Page) -> list[str]:
    """The page as lines of Markdown."""
    rows = [f"# {escaped(page.title)}", ""]
    rows += [row for line in page.head for row in (escaped(line), "")]
    for section in page.sections:
        rows += [f"## {escaped(section.title)}", ""]
        rows += [f"- {escaped(line)}" for line in section.lines]
        rows.append("")
    rows += [row for line in page.notes for row in (escaped(line), "")]
    return rows[:-1]


def escaped(text: str) -> str:
    """A text on one line that reads as it stands: no link, picture, HTML, heading or emphasis comes out of it."""
    line = one_line(text)
    line = _SIGNS.sub(r"\\\g<0>", line)
    line = _LINKS.sub(r"\\", line)
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)
