"""The demo in a real terminal: however it ends, no word typed in it and no trace of it is left on the disk."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from guide.words.demo import LINE
from guide.words.preview import DONE
from tests.end_to_end.pty_driver import Terminal

ROOT = str(Path(__file__).resolve().parents[2])


def everything(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("end", ["quit", "kill", "term", "hup", "closed"])
def test_nothing_of_it_is_left(tmp_path: Path, end: str) -> None:
    before = everything(tmp_path)
    env = {"PYTHONDONTWRITEBYTECODE": None, "TMPDIR": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    with Terminal([sys.executable, "-m", "guide", "--demo"], env=env, cwd=ROOT) as screen:
        screen.wait_for(LINE)
        screen.key("l")
        screen.wait_for("Today so far")
        for key in "b74":
            screen.key(key)
        screen.wait_for(DONE)
        screen.key("m")
        screen.wait_for("Anything to note")
        screen.paste("a word that nobody keeps")
        screen.wait_for("nobody keeps")
        if end == "closed":
            screen.hang_up()
        elif end == "quit":
            screen.send(b"\x11")
        else:
            screen.signal({"kill": signal.SIGKILL, "term": signal.SIGTERM, "hup": signal.SIGHUP}[end])
        screen.wait_exit()
    assert everything(tmp_path) == before
