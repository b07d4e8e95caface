"""`unmuted review`: ended entries, newest first."""

from __future__ import annotations

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.store.records import Row
from guide.words import look as words


def run(argv: list[str]) -> int:
    """List entries, or those that hold some words."""
    made = parser(
        "review", "What you wrote, newest first. WORDS look for entries that hold all of them.", demo=True
    )
    made.add_argument("words", nargs="*", metavar="WORDS", help="words to look for (visible to your shell)")
    made.add_argument("--exercise", metavar="ID", help="only this exercise")
    made.add_argument("--since", metavar="DAY", help="from this day on, such as 2026-11-01")
    made.add_argument("--until", metavar="DAY", help="up to this day")
    made.add_argument("--limit", type=int, default=50, metavar="N", help="at most this many (50)")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    from guide.journal import look

    with journal_of(args) as journal:
        exercise = journal.library.find(args.exercise).ref if args.exercise else None
        rows = look.entries(
            journal,
            limit=max(1, min(args.limit, 10000)),
            exercise=exercise,
            since=args.since,
            until=args.until,
            words=" ".join(args.words) or None,
        )
        drafts = journal.drafts()
    if args.json:
        entries = [{key: value for key, value in row._asdict().items() if key != "key"} for row in rows]
        print_json({"entries": entries})
        return 0
    if not rows:
        filtered = args.words or exercise or args.since or args.until
        none = [words.REVIEW_NO_MATCH, words.REVIEW_NO_MATCH_REMEDY] if filtered else [words.REVIEW_EMPTY]
        print_lines(none)
    print_lines(_by_day(rows) + ([f"\n{words.DRAFTS}: {len(drafts)} (`unmuted drafts`)"] if drafts else []))
    return 0


def _by_day(rows: list[Row]) -> list[str]:
    lines: list[str] = []
    day = ""
    for row in rows:
        if row.day != day:
            day = row.day
            lines += ["", day] if lines else [day]
        how = "" if row.how == "finished" else f" ({words.STOPPED})"
        first = f": {row.first_words}" if row.first_words else ""
        lines.append(f"  {row.id[:8]}  {row.title}{how}{first}")
    return lines
