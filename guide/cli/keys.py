"""`unmuted keys`: the keys of the full screen, from the one command table."""

from __future__ import annotations

from guide.cli.frame import parser, print_lines


def run(argv: list[str]) -> int:
    """Print the table."""
    parser("keys", "The keys of the full screen.", demo=True).parse_args(argv)
    from guide.ui.commands import as_text

    print_lines([f"  {keys:<24}{says}" if keys else says for keys, says in as_text()])
    return 0
