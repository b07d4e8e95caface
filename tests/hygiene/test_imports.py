"""Lower rooms stay light: none of them brings in the screen's libraries, and most not even YAML."""

from __future__ import annotations

import pytest

from .repository import GUIDE, code, python

HEAVY = ("textual", "rich")
NO_YAML = ("errors", "clean", "words", "steps", "model", "places", "settings", "store", "insight", "report")
OTHERS = ("packs", "journal", "plain", "cli")


def modules(room: str) -> list[str]:
    """All modules of a room, by their full names."""
    names = []
    for path in code():
        parts = path.relative_to(GUIDE.parent).with_suffix("").parts
        if parts[1] == room:
            names.append(".".join(parts).removesuffix(".__init__"))
    return names


def loaded_by(names: list[str]) -> set[str]:
    source = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    run = python(source, *names)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


@pytest.mark.parametrize("room", NO_YAML + OTHERS)
def test_a_lower_room_loads_no_screen(room: str) -> None:
    names = modules(room)
    assert names, f"there is no room {room}"
    unwanted = set(HEAVY) | ({"yaml"} if room in NO_YAML else set())
    assert not unwanted & loaded_by(names)


def test_no_room_is_forgotten() -> None:
    rooms = {path.relative_to(GUIDE).parts[0].removesuffix(".py") for path in code()}
    assert rooms == {*NO_YAML, *OTHERS, "ui", "__init__", "__main__"}


def test_nothing_happens_at_import() -> None:
    """Importing every room below the screen creates no file and opens no database."""
    source = (
        "import importlib, os, sys\n"
        "bad = []\n"
        "def hook(event, args):\n"
        "    writing = event == 'open' and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)\n"
        "    if writing and '__pycache__' not in str(args[0]): bad.append(args[0])\n"
        "    if event in ('os.mkdir', 'sqlite3.connect', 'socket.connect', 'subprocess.Popen'): bad.append(event)\n"
        "sys.dont_write_bytecode = True\n"
        "sys.addaudithook(hook)\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(bad)"
    )
    run = python(source, *(name for room in NO_YAML + OTHERS for name in modules(room)))
    assert run.stdout == "[]\n", run.stdout + run.stderr
