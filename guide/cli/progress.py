"""`unmuted progress`: the progress view as text."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.words import look as words
from guide.words import progress_view as view

if TYPE_CHECKING:
    from guide.journal.progress import Part

FORMAT = 1
LATEST = 20
"""Points named in the text for each part; JSON holds all that are read."""


def run(argv: list[str]) -> int:
    """Print every part of the progress view, charts included."""
    made = parser("progress", view.ABOUT, demo=True)
    range_ = made.add_mutually_exclusive_group()
    range_.add_argument("--span", choices=[*view.SPANS], help=view.ARG_SPAN)
    range_.add_argument("--since", metavar="DAY", default="", help=view.ARG_SINCE)
    made.add_argument("--ascii", action="store_true", help=view.ARG_ASCII)
    made.add_argument("--entries", action="store_true", help=view.ARG_ENTRIES)
    made.add_argument("--json", action="store_true", help=view.ARG_JSON)
    args = made.parse_args(argv)
    from guide.journal import progress_spans
    from guide.journal.progress import heads, progress

    width = max(40, min(80, shutil.get_terminal_size((80, 24)).columns)) if sys.stdout.isatty() else 80
    with journal_of(args) as journal:
        span = "" if args.since else args.span or progress_spans.usual(journal)
        since = args.since or progress_spans.since(span, journal.clock().day)
        until = progress_spans.until(span, journal) if span else ""
        parts = progress(journal, width=width, since=since, until=until, ascii=args.ascii)
        above = heads(journal, bool(parts), span=bool(since), until=until)
        if args.json:
            shown = [_data(part, args.entries) for part in parts]
            print_json({"format": FORMAT, "span": span or None, "since": since or None, "parts": shown})
            return 0
        fold = _folding(width)
        lines = [words.PROGRESS, *(row for line in above for row in fold(line))]
        lines += [view.SHOWN.format(span=view.SPANS[span])] if span else []
        for part in parts:
            lines += _lines(part, fold)
            lines += _points(part, fold) if args.entries else []
    print_lines(lines)
    return 0


def _data(part: Part, entries: bool) -> dict[str, Any]:
    from guide.journal.progress import as_data

    found = as_data(part)
    if entries:
        marks = part.marks() if part.marks else []
        found["points"] = [{"words": mark.words, "entry": mark.entry} for mark in marks]
    return found


def _lines(part: Part, fold: Callable[..., list[str]]) -> list[str]:
    """One part: its title, its drawing, and what it says and cannot tell."""
    lines = ["", *fold(part.title), "", *part.rows, *([""] if part.rows else [])]
    lines += [row for line in part.words for row in fold(line)]
    for heading, group in part.groups:
        lines += ([""] if lines[-1] else []) + (fold(heading) if heading else [])
        lines += [row for line in group for row in fold(f"  {line}", "    ")]
    if part.cannot:
        lines += ([""] if part.groups else []) + fold(part.cannot)
    return lines


def _points(part: Part, fold: Callable[..., list[str]]) -> list[str]:
    """The latest points behind a part, each with the beginning of its entry's id, the latest first."""
    from guide.insight.texts import counted

    marks = part.marks() if part.marks else []
    if not marks:
        return []
    found = [view.POINT_ENTRY.format(words=mark.words, entry=mark.entry[:8]) for mark in marks[-LATEST:]]
    lines = ["", view.POINTS, *(row for line in reversed(found) for row in fold(f"  {line}", "    "))]
    more = len(marks) - len(found)
    return lines + ([f"  {counted(more, view.EARLIER)}"] if more else [])


def _folding(width: int) -> Callable[..., list[str]]:
    """Sentences are broken between words on a terminal; in a pipe each stays on its line."""
    if not sys.stdout.isatty():
        return lambda line, indent="": [line]
    from guide.insight.texts import wrap

    def fold(line: str, indent: str = "") -> list[str]:
        first = " " * (len(line) - len(line.lstrip()))
        return [first + row for row in wrap(line, width - len(first), indent[len(first) :])]

    return fold
