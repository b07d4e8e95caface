"""`unmuted packs`: check packs, or list those at hand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guide.cli.frame import named_packs, parser, print_json, print_lines

if TYPE_CHECKING:
    from guide.journal.library import Library
    from guide.packs.load import Report

ACTIONS = ("check", "list")


def run(argv: list[str]) -> int:
    """Dispatch to one of the pack commands."""
    action = next((word for word in argv if word in ACTIONS), "")
    if action:
        rest = list(argv)
        rest.remove(action)
        return check(rest) if action == "check" else list_packs(rest)
    made = parser(
        "packs", "`packs list` shows the packs at hand, `packs check PATH…` finds every problem in a pack."
    )
    made.add_argument("action", choices=ACTIONS)
    made.parse_args(argv)
    return 2


def check(argv: list[str]) -> int:
    """Report every problem of the named packs at once: 0 when there is none, else 1."""
    made = parser(
        "packs check", "Find every problem in packs: file:line:col, what is wrong, and what would be right."
    )
    made.add_argument("paths", nargs="+", metavar="PATH", help="a pack's folder, or its pack.yaml")
    made.add_argument("--strict", action="store_true", help="warnings count as problems")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    from guide.packs.discover import built_in
    from guide.packs.load import load

    reports = []
    texts: dict[str, str] = {}
    for name in args.paths:
        path = Path(name)
        loaded = load(path, built_in=path.resolve() == built_in() or _is_ours(path))
        reports += loaded.reports
        texts |= loaded.texts
    if args.json:
        print_json({"problems": [report._asdict() for report in reports]})
    else:
        _print(reports, texts)
    bad = [report for report in reports if args.strict or not report.warning]
    return 1 if bad else 0


def _is_ours(path: Path) -> bool:
    """A checkout's own built-in pack is held to the rules of the built-in one wherever it lies."""
    return path.resolve().name == "core" and path.resolve().parent.name in ("exercises", "_exercises")


def _print(reports: list[Report], texts: dict[str, str]) -> None:
    from guide.packs.source import snippet

    lines: list[str] = []
    pretty = sys.stdout.isatty()
    for report in reports:
        lines.append(str(report))
        if pretty and report.file in texts:
            lines += [f"    {line}" for line in snippet(texts[report.file], report.line, report.col)]
    errors = sum(1 for report in reports if not report.warning)
    warnings = len(reports) - errors
    if not reports:
        lines.append("No problems found.")
    else:
        lines.append(
            f"{errors} problem{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}."
        )
    print_lines(lines)


def list_packs(argv: list[str]) -> int:
    """List the packs at hand with what they hold; broken ones with their first problem."""
    made = parser("packs list", "The packs at hand.")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    library = _library(args)
    if args.json:
        print_json({"packs": [_brief(library, name) for name in library.packs], "troubles": library.troubles})
        return 0
    lines = []
    for name in library.packs:
        brief = _brief(library, name)
        ours = "comes with the program" if brief["ours"] else "not from us"
        lines.append(f"{name} {brief['version']}: {brief['title']} ({brief['exercises']} exercises, {ours})")
    print_lines([*lines, *library.troubles])
    return 0


def _library(args: argparse.Namespace) -> Library:
    import os

    from guide import places, settings
    from guide.journal.library import Library

    found = places.find(args.home, os.environ)
    return Library(found, named_packs(args), settings.language(found))


def _brief(library: Library, name: str) -> dict[str, object]:
    pack = library.packs[name]
    return {
        "id": name,
        "version": pack["version"],
        "title": library.say(name, pack["title"]),
        "exercises": len(pack["exercises"]),
        "license": pack.get("license", ""),
        "authors": pack.get("authors", []),
        "ours": name in library.ours,
    }
