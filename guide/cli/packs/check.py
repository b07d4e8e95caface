"""`unmuted packs check`: every problem of the named packs at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.packs import is_ours
from guide.errors import GuideError
from guide.words import walks as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guide.packs.load import Loaded, Report

INDENT: Final = "    "
NARROWEST: Final = 30


def run(argv: list[str]) -> int:
    """Report every problem: 0 when there is none, else 1."""
    made = parser(
        "packs check", "Find every problem in packs: file:line:col, what is wrong, and what would be right."
    )
    made.add_argument("paths", nargs="+", metavar="PATH", help="a pack's folder, or its pack.yaml")
    made.add_argument("--strict", action="store_true", help="warnings count as problems")
    made.add_argument(
        "--against",
        metavar="OLD",
        help="an earlier version of the pack: what the change would lose is a problem",
    )
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    if args.against is not None and len(args.paths) > 1:
        raise GuideError(words.AGAINST_PATHS.format(n=len(args.paths)), words.AGAINST_PATHS_REMEDY, code=2)
    from guide.packs.check import check

    reports: list[Report] = []
    texts: dict[str, str] = {}
    unread: list[str] = []
    for name in args.paths:
        path = Path(name)
        checked = check(path, built_in=is_ours(path))
        reports += checked.reports
        texts |= checked.texts
        unread += checked.unread
    compared = _Compared({}, words.AGAINST_LATER, [])
    if args.against is not None:
        compared = _compare(path, Path(args.against), checked)
        reports = compared.reports
    if args.json:
        told = {"against": compared.counts or None} if args.against is not None else {}
        print_json({"problems": [report._asdict() for report in reports], "unread": unread, **told})
    else:
        show(reports, texts, unread)
        print_lines([compared.line] if args.against is not None and compared.line else [])
    bad = [report for report in reports if args.strict or not report.warning]
    return 1 if bad else 0


class _Compared(NamedTuple):
    """A pack beside its earlier version: counts for JSON, a line for people, and all reports, in order."""

    counts: dict[str, object]
    line: str
    reports: list[Report]


def _compare(path: Path, old_path: Path, checked: Loaded) -> _Compared:
    """What the change loses, among the other reports. Raises GuideError when the earlier version has errors."""
    from guide.packs.against import Against
    from guide.packs.load import load

    built_in = is_ours(path)
    old = load(old_path, built_in=True)  # whose roles it takes is no matter here
    if old.pack is None:
        raise GuideError(words.AGAINST_OLD.format(first=old.errors[0]), words.AGAINST_OLD_REMEDY)
    if checked.pack is None:
        return _Compared({}, words.AGAINST_LATER, checked.reports)
    against = Against(old.pack)
    again = load(path, built_in=built_in, sound_lints=(against,)).reports
    found = [report for report in again if report not in checked.reports]
    order = {str(file): place for place, file in enumerate(checked.files)}
    reports = sorted([*checked.reports, *found], key=lambda one: (order.get(one.file, 0), one.line, one.col))
    new, changed = against.counted
    counts: dict[str, object] = {"version": old.pack["version"], "new_steps": new, "changed_steps": changed}
    if found:
        return _Compared(counts, "", reports)
    said = [words.STEPS_NEW[new != 1].format(n=new)] if new else []
    said += [words.STEPS_CHANGED[changed != 1].format(n=changed)] if changed else []
    rest = words.STEPS_JOIN.join(said) + "." if said else words.NO_CHANGE
    line = words.AGAINST_FINE.format(old=old.pack["version"], new=checked.pack["version"], counts=rest)
    return _Compared(counts, line, reports)


def show(reports: list[Report], texts: dict[str, str], unread: Iterable[str] = ()) -> None:
    """Print reports as lines, on a terminal with the source line beneath, and how many there are.

    `unread` are the files that could be read in part only: what else is wrong in them is not known yet.
    """
    from guide.packs.source import snippet

    lines: list[str] = []
    width = _width()
    for report in reports:
        lines += _folded(str(report), width)
        if width and report.file in texts:
            beneath = snippet(texts[report.file], report.line, report.col, width - len(INDENT))
            lines += [INDENT + line for line in beneath]
    errors = sum(1 for report in reports if not report.warning)
    warnings = len(reports) - errors
    if not reports:
        lines.append(words.NO_PROBLEMS)
    else:
        shown = (
            words.PROBLEMS[errors != 1].format(n=errors),
            words.WARNINGS[warnings != 1].format(n=warnings),
        )
        lines.append(f"{', '.join(shown)}.")
    for file in unread:
        lines += _folded(words.UNREAD.format(file=file), width)
    print_lines(lines)


def _width() -> int:
    """Columns of the terminal; 0 in a pipe, where every report stays on its line."""
    if not sys.stdout.isatty():
        return 0
    import shutil

    return max(NARROWEST, shutil.get_terminal_size((80, 24)).columns - 1)


def _folded(line: str, width: int) -> list[str]:
    """A line broken between words."""
    if not width:
        return [line]
    from guide.insight.texts import wrap

    return wrap(line, width, INDENT)
