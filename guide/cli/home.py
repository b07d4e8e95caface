"""`unmuted` alone: the full screen, or line mode where there is no screen to fill."""

from __future__ import annotations

from pathlib import Path

from guide.cli.frame import capable, named_packs, parser, print_lines, say_error


def run(argv: list[str]) -> int:
    """Open the program."""
    made = parser(
        "",
        "A notebook with guided exercises, for adults who take an antidepressant and feel flat.",
        demo=True,
    )
    made.add_argument("--version", action="store_true", help="print the version and leave")
    made.epilog = "Commands: " + ", ".join(_commands()) + ". `unmuted COMMAND --help` says more."
    args = made.parse_args(argv)
    if args.version:
        from guide import __version__

        print_lines([f"unmuted {__version__}"])
        return 0
    packs = named_packs(args)
    if not args.plain and capable():
        from guide.ui.start import run as full_screen

        return full_screen(args.home, packs, demo=args.demo)
    if not args.plain:
        from guide.words.notices import NOT_CAPABLE

        say_error(NOT_CAPABLE)
    return plain(args.home, packs, demo=args.demo)


def plain(home: str | None, packs: tuple[Path, ...], *, demo: bool = False) -> int:
    """Line mode on standard input and output."""
    from guide.cli.lines import with_streams
    from guide.plain import runner

    return with_streams(
        home, packs, lambda journal, inp, out, interactive: runner.home(journal, inp, out), demo=demo
    )


def _commands() -> list[str]:
    from guide.cli import COMMANDS

    return list(COMMANDS)
