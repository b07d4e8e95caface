"""The program makes no network connection: commands run with every socket taken away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .repository import code, python, short

NO_SOCKETS = """
import socket, sys
def refuse(*args, **kwargs):
    raise SystemExit("a socket was asked for")
socket.socket = socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
sys.addaudithook(lambda event, args: refuse() if event.startswith("socket.") else None)
sys.argv[0] = "unmuted"
from guide.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    "command",
    [
        ["where"],
        ["help-now"],
        ["list"],
        ["log", "--side", "both", "--strength", "7", "--mood", "4"],
        ["progress"],
        ["review"],
        ["packs", "check", "exercises/core"],
    ],
    ids=" ".join,
)
def test_a_command_works_without_any_socket(command: list[str], home: Path) -> None:
    run = python(NO_SOCKETS, *command)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.strip()


def test_taking_sockets_away_is_noticed() -> None:
    run = python(NO_SOCKETS.replace("from guide", "socket.socket()\nfrom guide"))
    assert (run.returncode, run.stderr.strip()) == (1, "a socket was asked for")


def test_no_file_imports_what_talks_to_others() -> None:
    pattern = re.compile(
        r"^\s*(?:import|from)\s+(?:socket|ssl|http|urllib\.request|smtplib|ftplib|webbrowser)\b", re.M
    )
    assert [short(path) for path in code() if pattern.search(path.read_text(encoding="utf-8"))] == []
