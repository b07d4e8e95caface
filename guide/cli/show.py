"""`unmuted show ENTRY`: one entry in the words as they were asked then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.words import look as words

if TYPE_CHECKING:
    from guide.journal.look import Entry


def run(argv: list[str]) -> int:
    """Print one entry."""
    made = parser("show", "One entry in the words as they were asked.")
    made.add_argument("entry", help="its id, or the beginning of it, as `unmuted review` shows it")
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--md", action="store_true", help="as Markdown")
    args = made.parse_args(argv)
    from guide.journal import entry_text, look

    with journal_of(args) as journal:
        entry = look.entry(journal, args.entry)
    if args.json:
        print_json({"entry": as_json(entry)})
        return 0
    if args.md:
        print_lines(entry_text.markdown(entry))
        return 0
    print_lines(as_text(entry))
    return 0


def as_json(entry: Entry) -> dict[str, object]:
    """An entry as plain values."""
    lines = [{**line._asdict(), "earlier": [old._asdict() for old in line.earlier]} for line in entry.lines]
    return {**entry._asdict(), "lines": lines}


def as_text(entry: Entry) -> list[str]:
    """An entry as lines: what is said of it, then each question with its answer and what stood there before."""
    from guide.journal import entry_text

    lines = [words.ENTRY.format(title=entry.title, day=entry.day), *entry_text.about(entry)]
    for line in entry.lines:
        lines += ["", entry_text.question(line), *(f"  {one}" for one in line.words)]
        lines += [f"  ({one})" for one in entry_text.beside(line)]
        for said, old in entry_text.wordings(line):
            lines += [f"  {said}", *(f"    {one}" for one in old)]
    return lines if entry.lines else [*lines, "", words.ENTRY_NOTHING]
