"""`unmuted items`: what was built up, list by list; setting items aside, and ticking them for the page."""

from __future__ import annotations

import argparse
from typing import Any

from guide.cli.frame import named_packs, parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.errors import GuideError
from guide.journal import items
from guide.journal.journal import Journal
from guide.words import items as words
from guide.words.changing import SAYS_REWORD
from guide.words.stepping import BOX_ON


def run(argv: list[str]) -> int:
    """Print lists, or change one item."""
    args = _parser().parse_args(argv)
    if args.demo and (args.archive or args.restore or args.page or args.reword):
        raise GuideError(words.DEMO, code=2)
    if args.reword:
        return _reword(args)
    with journal_of(args) as journal:
        if args.archive or args.restore or args.page:
            said, changed = _change(journal, args)
            if args.json:
                print_json({"item": _item(changed)})
            else:
                print_lines(said)
            return 0
        named = [items.find(journal, args.collection)] if args.collection else items.built_up(journal)
        found = [(one, items.held(journal, one, aside=args.aside)) for one in named]
        if args.json:
            print_json({"lists": [_plain(*one) for one in found]})
        elif args.collection:
            print_lines(_one(journal, *found[0], aside=args.aside))
        else:
            shown = [one for one in found if one[1] or not args.aside]
            none = words.EMPTY if not found else words.EMPTY_ASIDE if args.aside else words.ALL_ASIDE
            print_lines(_every(shown) if any(held for _, held in shown) else [none])
    return 0


def _parser() -> argparse.ArgumentParser:
    made = parser("items", "What was built up: all lists, or one of them, the newest first.", demo=True)
    made.add_argument("collection", nargs="?", metavar="LIST", help="the name of a list, or its title")
    made.add_argument("--aside", action="store_true", help="what is set aside instead of what is in use")
    made.add_argument("--json", action="store_true", help="as JSON")
    change = made.add_mutually_exclusive_group()
    change.add_argument("--archive", metavar="ID", help="set an item aside; it is kept")
    change.add_argument("--restore", metavar="ID", help="take an item back that was set aside")
    change.add_argument("--reword", metavar="ID", help=SAYS_REWORD)
    change.add_argument(
        "--page", metavar="ID", help="tick an item for the page for a prescriber, or untick it"
    )
    return made


def _reword(args: argparse.Namespace) -> int:
    from guide.cli.lines import with_streams
    from guide.plain import editing

    return with_streams(
        args.home,
        named_packs(args),
        lambda journal, inp, out, tty: editing.reword(journal, args.reword, inp, out, interactive=tty),
    )


def _change(journal: Journal, args: argparse.Namespace) -> tuple[list[str], items.Held]:
    """What to say, and the item as it stands after the change."""
    if args.collection:
        items.find(journal, args.collection)  # a name that is wrong is said, also beside an id that is right
    if args.page:
        found = items.tick(journal, args.page)
        return [f"{words.TICKED if found.ticked else words.UNTICKED}", f"  {_line(found)}"], found
    found = items.set_aside(journal, args.archive or args.restore, bool(args.archive))
    if args.restore:
        return [words.TAKEN_BACK_ONE.format(label=found.label)], found
    said = [words.SET_ASIDE_ONE.format(label=found.label), words.SET_ASIDE_HOW.format(id=found.id[:8])]
    return said, found


def _every(found: list[tuple[items.Built, list[items.Held]]]) -> list[str]:
    lines: list[str] = []
    for built, held in found:
        lines += ["", f"{built.title} ({built.call})"] if lines else [f"{built.title} ({built.call})"]
        lines += [f"  {_line(one)}" for one in held] or [f"  {words.EMPTY_IN_USE}"]
    return lines


def _one(journal: Journal, built: items.Built, held: list[items.Held], *, aside: bool) -> list[str]:
    """One list. Sentences are printed as they can be cut out and carried along."""
    if aside:
        title = words.ASIDE_OF.format(title=built.title)
        return [title, *(f"  {_line(one)}" for one in held)] if held else [words.EMPTY_ASIDE]
    if not held:
        maker = items.maker(journal, built)
        empty = words.EMPTY_MADE_BY.format(title=maker) if maker else words.EMPTY_LIST
        return [words.EMPTY_IN_USE, _more(built)] if built.aside else [empty]
    if built.role == items.SENTENCES:
        return items.as_text(built, held)
    lines = [built.title, *(f"  {_line(one)}" for one in held)]
    return [*lines, *(["", _more(built)] if built.aside else [])]


def _more(built: items.Built) -> str:
    return words.ASIDE_HOW.format(n=built.aside, name=built.call)


def _line(one: items.Held) -> str:
    tick = f"  {BOX_ON}{words.ON_THE_PAGE}" if one.ticked else ""
    return f"{one.id[:8]}  {one.label}{tick}"


def _plain(built: items.Built, held: list[items.Held]) -> dict[str, Any]:
    return {
        "list": built.name,
        "title": built.title,
        "role": built.role,
        "in_use": built.in_use,
        "set_aside": built.aside,
        "items": [_item(one) for one in held],
    }


def _item(one: items.Held) -> dict[str, Any]:
    said = {"id": one.id, "label": one.label, "fields": one.fields, "day": one.day}
    return {**said, "set_aside": one.aside, "for_the_page": one.ticked}
