"""`unmuted list`: the exercises by door, with how often and when last they were done."""

from __future__ import annotations

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.journal.home import Door, Shown, by_group, doors
from guide.journal.origin import door_title
from guide.store.pages import counts
from guide.words.home import DOOR_EMPTY, NEVER_DONE, TIMES_DONE


def run(argv: list[str]) -> int:
    """List all exercises."""
    made = parser("list", "The exercises by door, with times done and last done.", demo=True)
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    with journal_of(args) as journal:
        found = doors(journal, counts(journal.store))
    if args.json:
        print_json(
            {
                "doors": [
                    {**door._asdict(), "exercises": [one._asdict() for one in door.exercises]}
                    for door in found
                ]
            }
        )
        return 0
    lines: list[str] = []
    wide = max((len(_name(one)) for door in found for one in door.exercises), default=0)
    for door in found:
        lines += ["", door_title(door)] if lines else [door_title(door)]
        lines += _exercises(door, min(wide, WIDEST)) or [f"  {DOOR_EMPTY}"]
    print_lines(lines)
    return 0


WIDEST = 32
"""Cells of the names by which `do` knows exercises, so that one long name pushes no title off the line."""


def _name(one: Shown) -> str:
    return one.ref.split("/")[1] if one.ours else one.ref


def _exercises(door: Door, wide: int) -> list[str]:
    lines = []
    for group, one in by_group(door.exercises):
        lines += [f"  {group}:"] if group else []
        done = (
            NEVER_DONE
            if not one.times
            else TIMES_DONE[0]
            if one.times == 1
            else TIMES_DONE[1].format(n=one.times)
        )
        lines.append(
            f"  {_name(one):<{wide}}  {one.title} ({done}{', last ' + one.last if one.last else ''})"
        )
    return lines
