"""`unmuted help-now`: people to call. It opens with an unreadable home, a broken store, or nothing at all."""

from __future__ import annotations

import os

from guide.cli.frame import parser, print_lines
from guide.errors import GuideError


def run(argv: list[str]) -> int:
    """Print the help page. A usage mistake is passed over: this page is never refused."""
    home = None
    try:
        made = parser("help-now", "People to call. Works with nothing else working.", demo=True)
        home = made.parse_args(argv).home
    except GuideError:
        home = None
    import time

    from guide.journal import help_page

    places, country = None, ""
    try:
        from guide import places as places_
        from guide import settings

        places = places_.find(home, os.environ)
        country = settings.country(places)
    except (GuideError, OSError, ValueError, RuntimeError):
        pass  # whatever is wrong with the home, the lines below do not need it
    lines = help_page.page(places, country, time.strftime("%Y-%m-%d"))
    if not country:
        lines += ["", *help_page.every_country()]
    from guide.plain.wrap import wrap

    indents = ["    " if line.startswith(" ") else "" for line in lines]
    wrapped = [wrap(line, rest=indent, width=79) for line, indent in zip(lines, indents, strict=True)]
    print_lines([part for parts in wrapped for part in parts])
    return 0
