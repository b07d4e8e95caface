"""`unmuted progress`: the progress view as text."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.words import look as words


def run(argv: list[str]) -> int:
    """Print every part of the progress view, charts included."""
    made = parser("progress", "What you wrote, counted and drawn, as text.", demo=True)
    made.add_argument("--since", metavar="DAY", default="", help="from this day on, such as 2026-11-01")
    made.add_argument("--ascii", action="store_true", help="draw with plain ASCII characters only")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    from guide.journal.progress import as_data, heads, progress

    width = max(40, min(80, shutil.get_terminal_size((80, 24)).columns)) if sys.stdout.isatty() else 80
    with journal_of(args) as journal:
        parts = progress(journal, width=width, since=args.since, ascii=args.ascii)
        above = heads(journal, parts)
    fold = _folding(width)
    if args.json:
        print_json({"parts": [as_data(part) for part in parts]})
        return 0
    if not parts:
        print_lines([words.PROGRESS, "", *(row for line in above for row in fold(line))])
        return 0
    lines = [words.PROGRESS, *(row for line in above for row in fold(line))]
    for part in parts:
        lines += ["", *fold(part.title), "", *part.rows, *([""] if part.rows else [])]
        lines += [row for line in part.words for row in fold(line)]
        for heading, group in part.groups:
            lines += ([""] if lines[-1] else []) + (fold(heading) if heading else [])
            lines += [row for line in group for row in fold(f"  {line}", "    ")]
    print_lines(lines)
    return 0


def _folding(width: int) -> Callable[..., list[str]]:
    """Sentences are broken between words on a terminal; in a pipe each stays on its line."""
    if not sys.stdout.isatty():
        return lambda line, indent="": [line]
    from guide.insight.texts import wrap

    def fold(line: str, indent: str = "") -> list[str]:
        first = " " * (len(line) - len(line.lstrip()))
        return [first + row for row in wrap(line, width - len(first), indent[len(first) :])]

    return fold
