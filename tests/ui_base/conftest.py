"""The tiny application in a pseudo-terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.pty_driver import Terminal

ROOT = Path(__file__).parents[2]
Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts the tiny application and waits until it is drawn and has settled.

    Its home is `tmp_path`. `words` are further arguments, `shell` a command before it, `env` changes.
    """
    with ExitStack() as opened:

        def run(
            *words: str,
            shell: str = "",
            env: dict[str, str] | None = None,
            ready: str = "ctrl+q Quit",
            size: tuple[int, int] = (80, 24),
        ) -> Terminal:
            command = [sys.executable, str(ROOT / "tests" / "ui_base" / "tiny_app.py"), str(tmp_path), *words]
            if shell:
                command = ["sh", "-c", f'{shell}; exec "$@"', "sh", *command]
            terminal = Terminal(
                command,
                columns=size[0],
                rows=size[1],
                env={"PYTHONPATH": str(ROOT), **(env or {})},
                cwd=str(tmp_path),
            )
            opened.enter_context(terminal)
            terminal.wait_for(ready, 20)
            return terminal

        yield run
