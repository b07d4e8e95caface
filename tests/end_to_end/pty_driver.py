"""Drive a program in a pseudo-terminal and read its screen: standard library and pyte only.

A thread reads what the program writes, stamps it, and feeds it to pyte; `wait_for` waits on that thread
and never sleeps. The terminal says that it knows synchronized output (mode 2026), so a frame is taken
whole. What pyte does not know is taken out first: private CSI of other kinds (kitty keys, mode queries),
OSC and DCS. Modes are kept apart in `modes`, to see what a program left on.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import threading
from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import Any

import pyte

_OTHER = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_FRAME, _FRAME_END = b"\x1b[?2026h", b"\x1b[?2026l"
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P][^\x07\x1b]*\x1b?)?\Z")
_KITTY = re.compile(rb"\x1b\[([<>])[0-9;]*u")
# Modes a terminal has on before any program starts: wrapping lines, a visible cursor.
_AT_REST = {7: True, 25: True}

KEYS: Mapping[str, bytes] = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "backspace": b"\x7f",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f10": b"\x1b[21~",
}


class NotSeen(AssertionError):
    """What was waited for did not come; the message holds the screen."""


class Terminal:
    """A program in a pseudo-terminal of `columns` by `rows` cells. Use it as a context manager."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
        cwd: str | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._changed = threading.Condition()
        self._reading = threading.Event()
        self._reading.set()
        self._closing = self._busy = False
        self._rest = b""
        self.raw = bytearray()
        self.modes: dict[int, bool] = {}
        self.kitty = 0
        self.master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._settings = termios.tcgetattr(self._slave)
        self.started = self.last = monotonic()
        self._program = subprocess.Popen(
            list(argv),
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=_environment(env or {}),
            cwd=cwd,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        self._process = os.pidfd_open(self._program.pid)
        self.ended = 0.0
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    # -- what the program shows -----------------------------------------------------------------------
    @property
    def pid(self) -> int:
        """Return the program's process id."""
        return self._program.pid

    def text(self) -> str:
        """Return the screen as it stands, rows without their spaces at the end."""
        with self._changed:
            return "\n".join(row.rstrip() for row in self._screen.display)

    def cursor(self) -> tuple[int, int]:
        """Return column and row of the terminal cursor, from 0."""
        with self._changed:
            return self._screen.cursor.x, self._screen.cursor.y

    def wait_for(self, wanted: str | Callable[[str], bool], seconds: float = 10.0) -> float:
        """Wait until the screen holds `wanted`, or it says yes to the screen; return the seconds since the start.

        Raises NotSeen with the screen after `seconds`.
        """
        test = wanted if callable(wanted) else lambda text: wanted in text
        if not self.until(lambda: test(self.text()), seconds):
            raise NotSeen(f"not seen in {seconds} s: {wanted}\n{self.text()}\n{bytes(self.raw[-300:])!r}")
        return self.last - self.started

    def until(self, done: Callable[[], bool], seconds: float = 10.0) -> bool:
        """Wait until `done()` after each piece of output; False when it took too long."""
        end = monotonic() + seconds
        with self._changed:
            while not done():
                left = end - monotonic()
                if left <= 0:
                    return False
                self._changed.wait(min(left, 0.05))
        return True

    # -- what a person does ---------------------------------------------------------------------------
    def send(self, data: bytes) -> float:
        """Type raw bytes; return the moment (monotonic seconds)."""
        moment = monotonic()
        os.write(self.master, data)
        return moment

    def key(self, *names: str) -> float:
        """Press keys by name: "f2", "ctrl+o", or a character; return the moment of the last."""
        moment = monotonic()
        for name in names:
            control = bytes([ord(name[5:]) & 0x1F]) if name.startswith("ctrl+") else None
            moment = self.send(control or KEYS.get(name) or name.encode())
        return moment

    def paste(self, text: str) -> None:
        """Paste in brackets, as terminals do: newlines arrive as carriage returns."""
        self.send(b"\x1b[200~" + text.replace("\n", "\r").encode() + b"\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        with self._changed:
            self._screen.resize(rows, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def stall(self) -> None:
        """Stop reading, as Ctrl-S or a dead connection does."""
        self._reading.clear()

    def unstall(self) -> None:
        """Read on."""
        self._reading.set()

    def signal(self, number: int) -> float:
        """Send a signal to the program; return the moment."""
        moment = monotonic()
        os.kill(self.pid, number)
        return moment

    def hang_up(self) -> float:
        """Close the terminal window; return the moment."""
        self._stop_reading()
        os.close(self._slave)
        moment = monotonic()
        os.close(self.master)
        self.master = self._slave = -1
        return moment

    # -- the end --------------------------------------------------------------------------------------
    def wait_exit(self, seconds: float = 10.0) -> int:
        """Wait for the program's end and return its exit code, negative for a signal. Raises NotSeen."""
        # Popen.wait with a timeout looks every 50 ms; a process descriptor tells the moment.
        if not select.select([self._process], [], [], seconds)[0]:
            raise NotSeen(f"still running after {seconds} s\n{self.text()}")
        self.ended = monotonic()
        return self._program.wait()

    def left_on(self) -> list[str]:
        """Return what the program left changed: private modes, kitty keys, terminal settings; [] when clean."""
        self._drain()
        left = [f"?{mode}" for mode, on in sorted(self.modes.items()) if on != _AT_REST.get(mode, False)]
        if self.kitty > 0:
            left.append("kitty keys")
        if termios.tcgetattr(self._slave)[:4] != self._settings[:4]:
            left.append("terminal settings")
        return left

    def close(self) -> None:
        """End the program if it runs, and give everything back."""
        if self._program.poll() is None:
            os.kill(self.pid, signal.SIGKILL)
            self._program.wait()
        self._stop_reading()
        for number in (self.master, self._slave, self._process):
            if number >= 0:
                os.close(number)
        self.master = self._slave = self._process = -1

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_what: object) -> None:
        self.close()

    # -- inside ---------------------------------------------------------------------------------------
    def _stop_reading(self) -> None:
        self._closing = True
        self._reading.set()
        self._thread.join()

    def _drain(self) -> None:
        """Wait until everything written has been read."""
        self.until(lambda: not select.select([self.master], [], [], 0)[0] and not self._busy, 2.0)

    def _read(self) -> None:
        while not self._closing:
            self._reading.wait()
            if not select.select([self.master], [], [], 0.02)[0] or not self._reading.is_set():
                continue
            self._busy = True
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            with self._changed:
                self.last = monotonic()
                self._take(data)
                self._busy = False
                self._changed.notify_all()

    def _take(self, data: bytes) -> None:
        self.raw += data
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = unfinished[0] if unfinished else b""
        data = data[: len(data) - len(self._rest)]
        begun = data.rfind(_FRAME)
        if begun > data.rfind(_FRAME_END):
            data, self._rest = data[:begun], data[begun:] + self._rest
        if b"\x1b[?2026$p" in data:
            os.write(self.master, b"\x1b[?2026;2$y")
        for modes, switch in _MODE.findall(data):
            for mode in modes.split(b";"):
                self.modes[int(mode)] = switch == b"h"
        for direction in _KITTY.findall(data):
            self.kitty += 1 if direction == b">" else -1
        self._stream.feed(_OTHER.sub(b"", data))


def _take_terminal() -> None:
    """Make standard input the controlling terminal; runs in the child."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """Return an environment with a known terminal; a change of None takes a name out."""
    env: dict[str, Any] = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    for name in ("COLUMNS", "LINES", "NO_COLOR", "ESCDELAY", "TEXTUAL", "PYTHONDONTWRITEBYTECODE"):
        env.pop(name, None)
    env.update(changes)
    return {name: value for name, value in env.items() if value is not None}
