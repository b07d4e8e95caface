"""`unmuted packs preview PATH`: the real screens on a pack while it is being written. Nothing is kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guide.cli.frame import capable, parser
from guide.cli.packs import is_ours
from guide.errors import GuideError

if TYPE_CHECKING:
    from guide.places import Places


def run(argv: list[str]) -> int:
    """Show a pack as it will be, and follow its file."""
    made = parser(
        "packs preview",
        "See a pack as it will be, on the real screens. Nothing is kept, and each time the file is saved it is "
        "read again.",
    )
    made.add_argument("path", metavar="PATH", help="the pack's folder, or its pack.yaml")
    made.add_argument("exercise", nargs="?", default="", help="the exercise to begin with")
    args = made.parse_args(argv)
    from guide import places, settings

    found = places.find(args.home, os.environ)
    path, language = Path(args.path), settings.language(found)
    if not args.plain and capable():
        os.environ.pop("COLUMNS", None)
        os.environ.pop("LINES", None)
        from guide.ui.start import import_textual

        import_textual()
        from guide.ui.preview import run as full_screen

        theme = settings.load(found).get("theme", "")
        _must_have(path, args.exercise)
        return full_screen(
            found, path, built_in=is_ours(path), language=language, exercise=args.exercise, theme=theme
        )
    return _plain(found, path, language, args.exercise)


def _plain(found: Places, path: Path, language: str, exercise: str) -> int:
    from guide.journal.preview import Preview
    from guide.plain import preview as plain
    from guide.plain.console import Console

    if sys.stdin is None or sys.stdout is None:
        raise GuideError("A preview needs a terminal, or a pipe to read from.", "Please open one.")
    _must_have(path, exercise)
    preview = Preview(found, path, built_in=is_ours(path), language=language)
    try:
        return plain.run(preview, Console(sys.stdin, sys.stdout, interactive=sys.stdin.isatty()), exercise)
    finally:
        preview.close()


def _must_have(path: Path, exercise: str) -> None:
    """An exercise that is named must be there, unless the file is broken: then the preview says why."""
    if not exercise:
        return
    from guide.packs.load import load
    from guide.steps.problems import did_you_mean
    from guide.words.preview import EXERCISE_NOT_HERE

    pack = load(path, built_in=is_ours(path)).pack
    names = [one["id"] for one in (pack or {}).get("exercises", [])]
    if pack is not None and exercise not in names:
        hint = did_you_mean(exercise, names).strip() or f"It has: {', '.join(names)}."
        raise GuideError(EXERCISE_NOT_HERE.format(name=exercise[:60]), hint)
