"""`unmuted doctor`: whether everything is in order, and what to do where it is not."""

from __future__ import annotations

import os

from guide.cli.frame import named_packs, parser, print_json, print_lines
from guide.words import doctor as words


def run(argv: list[str]) -> int:
    """Look everything over; 0 when it is fine, 1 when something is wrong."""
    made = parser("doctor", words.SAYS)
    made.add_argument("--rebuild", action="store_true", help=words.REBUILD)
    made.add_argument("--settle", action="store_true", help=words.SETTLE)
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    from guide import places, settings
    from guide.cli import waiting
    from guide.journal.doctor import look

    home = places.find(args.home, os.environ)
    language = settings.language(home, os.environ)
    asked = {"rebuild": args.rebuild, "settle": args.settle}
    with waiting.shown(words.LOOKING) as tell:
        found = look(home, named=named_packs(args), language=language, tell=tell, **asked)
    wrong = sum(not one.fine for one in found)
    if args.json:
        print_json({"fine": not wrong, "checks": [one._asdict() for one in found]})
        return int(wrong > 0)
    lines = []
    for one in found:
        lines.append(f"{words.FINE if one.fine else words.WRONG}  {words.CHECKS[one.check]}: {one.said}")
        lines += [f"      {one.remedy}"] if one.remedy else []
    lines += ["", words.SOME_WRONG[wrong > 1].format(n=wrong) if wrong else words.ALL_FINE]
    print_lines(lines)
    return int(wrong > 0)
