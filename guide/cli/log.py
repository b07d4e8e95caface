"""`unmuted log`: the four-key log, asked or in one line.

What is typed on a command line is visible to the shell that runs it; `--note -` reads it from standard input.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from guide.cli.frame import named_packs, parser, print_lines, say_error
from guide.errors import GuideError


def run(argv: list[str]) -> int:
    """Save a log without asking, or ask when nothing was given."""
    made = parser("log", "Note what is muted. With SIDE STRENGTH MOOD it is saved at once; alone it asks.")
    made.add_argument("words", nargs="*", metavar="SIDE STRENGTH MOOD", help="such as: b 7 4")
    made.add_argument("--side", help="both, pleasant, unpleasant, neither or unsure, or its key")
    made.add_argument("--strength", help="0 to 10")
    made.add_argument("--mood", help="0 to 10")
    made.add_argument(
        "--note",
        help="words to keep with it; - reads them from standard input (an argument is visible to your shell)",
    )
    args = made.parse_args(argv)
    given = _given(args)
    from guide.journal.journal import from_environment

    packs = named_packs(args)
    if not given:
        from guide.cli.do import start

        return start(_quick_log(args.home, packs), args.home, packs, args.plain)
    note = _note(given.pop("note", None))
    journal = from_environment(args.home, named=packs, tidy=False)
    for notice in journal.notices:  # such as that the notebook was lost: nobody may look anywhere else
        say_error(notice)
    try:
        from guide.journal.quick_log import save

        saved = save(journal, given, note)
    finally:
        journal.close()
    from guide.words.unsafe import COMMAND

    print_lines([saved.said.replace("{help_key}", COMMAND)])
    if saved.unkept:
        from guide.words.notices import NOTE_KEPT, NOTE_UNKEPT

        how = NOTE_KEPT.format(id=saved.entry[:8], step=saved.step)
        raise GuideError(NOTE_UNKEPT.format(problem=saved.unkept), how)
    return 0


def _given(args: argparse.Namespace) -> dict[str, str]:
    if len(args.words) > 3:
        raise GuideError(
            "A log takes up to three words: SIDE STRENGTH MOOD.", "Such as: unmuted log b 7 4", code=2
        )
    names = ("side", "strength", "mood")
    found = dict(zip(names, args.words, strict=False))
    for name in (*names, "note"):
        value = getattr(args, name)
        if value is not None and name in found:
            raise GuideError(f"'{name}' is given twice.", "Please give it once.", code=2)
        if value is not None:
            found[name] = value
    if found and "side" not in found:
        raise GuideError("A log needs the side: both, pleasant, unpleasant, neither or unsure.", code=2)
    return found


def _note(value: str | None) -> str:
    if value != "-":
        return value or ""
    return sys.stdin.read(20000) if sys.stdin is not None else ""


def _quick_log(home: str | None, packs: tuple[Path, ...]) -> str:
    from guide.journal.journal import from_environment

    journal = from_environment(home, named=packs, tidy=False)
    try:
        exercise = journal.library.with_role("quick-log")
    finally:
        journal.close()
    if exercise is None:
        raise GuideError("No pack at hand has a quick log.", "`unmuted list` shows what there is.")
    return exercise.ref
