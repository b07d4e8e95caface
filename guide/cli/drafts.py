"""`unmuted drafts`: what is unfinished, and how to go on with it."""

from __future__ import annotations

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.words.look import DRAFTS, DRAFTS_EMPTY


def run(argv: list[str]) -> int:
    """List unfinished entries."""
    made = parser("drafts", "What is unfinished.")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    with journal_of(args) as journal:
        rows = journal.drafts()
    if args.json:
        print_json(
            {
                "drafts": [
                    {"id": row.id, "exercise": row.exercise, "title": row.title, "day": row.day}
                    for row in rows
                ]
            }
        )
        return 0
    print_lines(
        [DRAFTS_EMPTY] if not rows else [DRAFTS, *(_line(row.title, row.day, row.exercise) for row in rows)]
    )
    return 0


def _line(title: str, day: str, exercise: str) -> str:
    return f"  {title}, since {day}. `unmuted do {exercise}` goes on with it."
