"""A remedy names only commands that there are."""

from __future__ import annotations

import re
from pathlib import Path

from guide.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"[`“]unmuted ([a-z][a-z-]*)")


def test_every_command_that_is_named_to_a_person_exists() -> None:
    files = [
        *ROOT.glob("guide/**/*.py"),
        *ROOT.glob("exercises/**/*.yaml"),
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
    ]
    named = {word for file in files for word in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert {"review", "where", "do"} <= named
    assert named <= set(COMMANDS)
