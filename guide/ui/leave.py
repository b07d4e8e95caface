"""Leaving when told to by a signal, or by a terminal that has gone: nothing typed is lost, nothing is left on.

A terminal that nobody reads (Ctrl-S, a dead ssh) fills Textual's queue of writes and stops the event loop,
and asyncio's signal handlers with it. So the handlers are plain `signal.signal` ones, which run even then;
they write what is being typed to the rescue file, ask the application to leave, and a thread that was
started beforehand ends the process when the application does not manage to.

Exit codes: 128 + the signal's number (SIGTERM 143, SIGHUP and a closed terminal 129, SIGINT 130), as a
shell reports a process that a signal ended. SIGQUIT is ignored: its core dump would hold the person's words.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from types import FrameType
from typing import Any, NoReturn

# Seconds that the application has to leave by itself once the words are safe, and in all.
STALL = 1.2
LONGEST = 4.0
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

# The modes that Textual 8.2.8 turns on, off again, in the order in which its own driver leaves.
RESET = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)


class Guard:
    """The installed handlers. `taken` is the number of the signal that came, or 0."""

    def __init__(
        self,
        save: Callable[[], bytes | None],
        write: Callable[[bytes], None],
        leave: Callable[[int], None],
    ) -> None:
        self._save = save
        self._write = write
        self._leave = leave
        self._read_end, self._write_end = os.pipe()
        os.set_blocking(self._write_end, False)
        self._modes = _terminal_modes()
        self._before: dict[int, Any] = {}
        self.taken = 0
        self._safe = False
        self._watchdog = threading.Thread(target=self._watch, name="leave-watchdog", daemon=True)

    def install(self) -> None:
        """Take the signals; one that the parent process ignores (nohup) stays ignored."""
        self._watchdog.start()
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._on_signal)
        self._before[signal.SIGQUIT] = signal.signal(signal.SIGQUIT, signal.SIG_IGN)

    def uninstall(self) -> None:
        """Give the signals back and end the watchdog."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._tell(b"q")
        self._watchdog.join()
        os.close(self._read_end)
        os.close(self._write_end)

    def take(self, number: int) -> None:
        """Do what the signal `number` asks for: rescue, then leave.

        A second time the process ends at once, but not before the words are safe: a closed window is told twice, by
        SIGHUP and by the end of the input, and the second may come in the middle of the saving.
        """
        if self.taken:
            if self._safe:
                self._tell(b"n")
            return
        self.taken = number
        self._tell(b"a")
        # Whatever goes wrong while saving, leaving must go on: there is nobody left to tell.
        with suppress(Exception):
            words = self._save()
            if words is not None:
                self._write(words)
        self._safe = True
        self._tell(b"b")
        with suppress(Exception):
            self._leave(128 + number)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self.take(number)

    def _tell(self, word: bytes) -> None:
        with suppress(OSError):
            os.write(self._write_end, word)

    def _watch(self) -> None:
        """Wait for the first word of a signal, then count: a = saving, b = saved, n = now, q = all is well."""
        patience: float | None = None
        while True:
            ready, _, _ = select.select([self._read_end], [], [], patience)
            word = os.read(self._read_end, 1) if ready else b"n"
            if word == b"q":
                return
            if word == b"n":
                self._end()
            patience = STALL if word == b"b" else LONGEST

    def _end(self) -> None:
        """Restore the terminal as far as it lets us, and end the process without cleaning up."""
        with suppress(Exception):
            reset_terminal(self._modes)
        os._exit(128 + self.taken)


@contextmanager
def guard(
    *, save: Callable[[], bytes | None], write: Callable[[bytes], None], leave: Callable[[int], None]
) -> Iterator[Guard]:
    """Guard the running application; main thread only (ValueError elsewhere, from `signal.signal`).

    `save` returns the bytes to rescue, or None when nothing is being typed; `write` puts them into the rescue
    file (see `private_writer`); both run inside the signal handler, so they may touch no database.
    `leave(code)` asks the application to exit with that code and may be called from any thread.
    """
    taken = Guard(save, write, leave)
    taken.install()
    try:
        yield taken
    finally:
        taken.uninstall()


def finish(code: int) -> NoReturn:
    """End the process now: the interpreter's own clearing up costs as much time as the whole rest of leaving.

    Call it last, with every file and store closed: nothing registered with `atexit` runs.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def private_writer(path: Path) -> Callable[[bytes], None]:
    """Return a function that writes `path` whole: mode 0600, synced, replaced in one step. Raises OSError."""

    def write(words: bytes) -> None:
        draft = path.with_name(path.name + ".new")
        number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            left = memoryview(words)
            while left:
                left = left[os.write(number, left) :]
            os.fsync(number)
        finally:
            os.close(number)
        draft.replace(path)

    return write


def reset_terminal(modes: list[Any] | None, seconds: float = 0.25) -> bool:
    """Put back `modes` and turn off what Textual turned on; False when the terminal took nothing in `seconds`.

    A thread that is blocked in a write to a stalled terminal holds the kernel's lock on it. So the
    description it writes to is made non-blocking for a moment (the shell shares it), and a signal takes the
    thread out of its write, which then fails. Output that nobody has read is thrown away, to make room.
    Raises OSError when there is no terminal.
    """
    import termios

    number = os.open("/dev/tty", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    was_blocking = os.get_blocking(2)
    end = monotonic() + seconds
    try:
        if modes is not None:
            termios.tcsetattr(number, termios.TCSANOW, modes)
        os.set_blocking(2, False)
        while not _written(number):
            if monotonic() > end:
                return False
            _interrupt_writer()
            sleep(0.002)
            termios.tcflush(number, termios.TCOFLUSH)
        return True
    finally:
        os.set_blocking(2, was_blocking)
        os.close(number)


def _written(number: int) -> bool:
    try:
        return os.write(number, RESET) == len(RESET)
    except BlockingIOError:
        return False


def _interrupt_writer() -> None:
    """Interrupt the system call of Textual's writer thread: our handler, taken once more, does no harm."""
    if not callable(signal.getsignal(signal.SIGTERM)):
        return
    for thread in threading.enumerate():
        if thread.name == "textual-output" and thread.ident is not None:
            signal.pthread_kill(thread.ident, signal.SIGTERM)


def _terminal_modes() -> list[Any] | None:
    """Return the terminal's modes as they are before the full screen begins; None without a terminal."""
    try:
        import termios

        return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    except (ImportError, OSError, ValueError, AttributeError, termios.error):
        return None
