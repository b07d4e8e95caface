"""`unmuted edit ENTRY STEP`: answer one question of an entry anew."""

from __future__ import annotations

from guide.cli.frame import named_packs, parser, print_lines
from guide.words import changing as words


def run(argv: list[str]) -> int:
    """Ask one step again, in lines; without STEP say which there are."""
    made = parser("edit", words.SAYS_EDIT)
    made.add_argument("entry", help="its id, or the beginning of it, as `unmuted review` shows it")
    made.add_argument("step", nargs="?", help="the name of the question; without it all are listed")
    args = made.parse_args(argv)
    from guide.plain import editing

    if args.step:
        from guide.cli.lines import with_streams

        return with_streams(
            args.home,
            named_packs(args),
            lambda journal, inp, out, tty: editing.run(
                journal, args.entry, args.step, inp, out, interactive=tty
            ),
        )
    from guide.cli.opened import journal_of
    from guide.journal import changing

    with journal_of(args) as journal:
        found = changing.editable(journal, args.entry)
    how = words.WHICH_STEP.format(id=args.entry[:32]) if found else words.NO_STEPS_REMEDY
    print_lines([how, *(["", *editing.steps(found)] if found else [])])
    return 0
