"""`unmuted show ENTRY`: one entry in the words as they were asked then."""

from __future__ import annotations

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.words import look as words
from guide.words.answers import UNDONE


def run(argv: list[str]) -> int:
    """Print one entry."""
    made = parser("show", "One entry in the words as they were asked.")
    made.add_argument("entry", help="its id, or the beginning of it, as `unmuted review` shows it")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    from guide.journal import look

    with journal_of(args) as journal:
        entry = look.entry(journal, args.entry)
    if args.json:
        print_json({"entry": {**entry._asdict(), "lines": [line._asdict() for line in entry.lines]}})
        return 0
    lines = [words.ENTRY.format(title=entry.title, day=entry.day), words.ENTRY_AS_ASKED]
    if entry.how != "finished":
        lines.append(words.STOPPED if entry.how else words.UNFINISHED)
    for line in entry.lines:
        lines += ["", line.prompt, *(f"  {one}" for one in line.words)]
        lines += [f"  ({words.ENTRY_ORIGINAL.format(words='; '.join(old))})" for old in line.earlier[:1]]
        lines += [f"  ({UNDONE})"] if line.left_out else []
        lines += [f"  ({words.UNFINISHED})"] if line.state == look.UNFINISHED else []
    if not entry.lines:
        lines += ["", words.ENTRY_NOTHING]
    print_lines(lines)
    return 0
