"""`unmuted do EXERCISE`: start one exercise, or go on with it where it was left."""

from __future__ import annotations

from pathlib import Path

from guide.cli.frame import capable, named_packs, parser


def run(argv: list[str]) -> int:
    """Walk one exercise, on the full screen or line by line."""
    made = parser("do", "Start one exercise, or go on with it where it was left.")
    made.add_argument("exercise", help="its name as `unmuted list` shows it, or pack/name")
    args = made.parse_args(argv)
    return start(args.exercise, args.home, named_packs(args), args.plain)


def start(exercise: str, home: str | None, packs: tuple[Path, ...], plain: bool) -> int:
    """Open an exercise by name."""
    if not plain and capable():
        from guide.ui.start import run as full_screen

        return full_screen(home, packs, exercise=exercise)
    from guide.cli.lines import with_streams
    from guide.plain import runner

    return with_streams(
        home,
        packs,
        lambda journal, inp, out, tty: runner.begin(journal, exercise, inp, out, interactive=tty),
    )
