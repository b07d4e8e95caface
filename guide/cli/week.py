"""`unmuted week`: seven plain lines, no totals, no advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of

if TYPE_CHECKING:
    from guide.journal.week import Day


def run(argv: list[str]) -> int:
    """Print the last seven days, oldest first."""
    made = parser("week", "The last seven days in seven plain lines, today last.", demo=True)
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    from guide.journal.week import line, week

    with journal_of(args) as journal:
        days = week(journal)
    if args.json:
        print_json({"days": [{**day._asdict(), **_answers(day)} for day in days]})
    else:
        print_lines([line(day) for day in days])
    return 0


def _answers(day: Day) -> dict[str, object]:
    """The answers of a day's log as groups of keys, null where there is none."""
    named = {"side": day.side, "strength": day.strength, "mood": day.mood}
    return {name: part._asdict() if part is not None else None for name, part in named.items()}
