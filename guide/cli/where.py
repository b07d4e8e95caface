"""`unmuted where`: where everything is kept."""

from __future__ import annotations

import os

from guide.cli.frame import parser, print_lines


def run(argv: list[str]) -> int:
    """Print the places, whether anything is there yet or not."""
    args = parser("where", "Where everything is kept.").parse_args(argv)
    from guide import places

    found = places.find(args.home, os.environ)
    rows = [
        ("notes", found.store_path),
        ("settings", found.settings_path),
        ("packs", found.packs),
        ("backups", found.backups),
        ("cache", found.cache),
    ]
    print_lines([f"{name:<10}{places.shown(path)}" for name, path in rows])
    return 0
