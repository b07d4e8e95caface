"""The terminal driver: Textual's own for Linux, with another input thread and a careful output file.

Rests on internals of Textual 8.2.8 (`LinuxDriver.run_input_thread`, `disable_input`, `XTermParser`), so it
is bound to the exact pin, and `tests/ui_base/test_driver.py` drives it in a real pseudo-terminal. What it
changes: leaving is not delayed by polling; Escape is answered after 40 ms (ESCDELAY decides when set);
bytes that are not UTF-8 become U+FFFD (Textualize/textual#6456); a terminal that goes away ends the
program instead of spinning; typed joiners reach the field; a paste that never ends does not lock the keys.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from codecs import getincrementaldecoder
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

from textual import constants, events
from textual._parser import ParseError
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.driver import Driver
    from textual.message import Message

ESCAPE_SECONDS = 0.04
PASTE_SECONDS = 2.0
_JOINERS = frozenset("\u200c\u200d")


def believe_terminal() -> None:
    """Forget exported COLUMNS and LINES, which rich and Textual would believe over the real size.

    Call it before the App is made.
    """
    os.environ.pop("COLUMNS", None)
    os.environ.pop("LINES", None)


def driver_class() -> type[Driver] | None:
    """Return the driver for this platform; None leaves the choice to Textual (tried on Linux only)."""
    return QuickDriver if sys.platform == "linux" else None


class _Output:
    """Standard error, as a file that a terminal which has gone cannot break.

    Textual's writer thread would die of the first OSError, and the full queue then blocks the program.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
        except (OSError, ValueError):
            return

    def flush(self) -> None:
        try:
            self._file.flush()
        except (OSError, ValueError):
            return

    def fileno(self) -> int:
        return self._file.fileno()


class QuickDriver(LinuxDriver):
    """A `LinuxDriver` whose input thread waits on the terminal and on a pipe that wakes it."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._file: Any = _Output(sys.__stderr__)  # type: ignore[arg-type]
        self._woken = self._wake = -1
        self._paste_ends: float | None = None
        if "ESCDELAY" not in os.environ:
            vars(constants)["ESCAPE_DELAY"] = ESCAPE_SECONDS

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return the real size, whatever the environment says; 80x24 when the terminal knows none."""
        for number in (self.fileno, 2, 1):
            try:
                width, height = os.get_terminal_size(number)
            except OSError:
                continue
            if width and height:
                return width, height
        return 80, 24

    def start_application_mode(self) -> None:
        """Begin, or begin again after a stop, with a pipe to wake the input thread by."""
        if self._wake < 0:
            self._woken, self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def disable_input(self) -> None:
        """Stop the input thread at once; may be called twice, as Textual does."""
        if self.exit_event.is_set():
            return
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        self._disable_mouse_support()
        self.exit_event.set()
        if self._key_thread is not None and self._key_thread.is_alive():
            os.write(self._wake, b"x")
            self._key_thread.join()
            os.read(self._woken, 16)
        self.exit_event.clear()
        try:
            termios.tcflush(self.fileno, termios.TCIFLUSH)
        except termios.error:
            return

    def close(self) -> None:
        """End the writer thread and give the pipe back; also called before the process is stopped."""
        super().close()
        for number in {self._woken, self._wake} - {-1}:
            os.close(number)
        self._woken = self._wake = -1

    def _sigtstp_application(self, *_signal: object) -> None:
        """Stop from the event loop: inside the signal handler a write could meet the queue's lock, held."""
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _sigcont_application(self, *_signal: object) -> None:
        """Go on, from the event loop likewise."""
        self._loop.call_soon_threadsafe(super()._sigcont_application)

    def process_message(self, message: Message) -> None:
        """Hand a typed joiner on as a paste: fields insert only what `str.isprintable` lets through."""
        if isinstance(message, events.Key) and message.character in _JOINERS:
            message = events.Paste(message.character or "")
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Read and dispatch until `disable_input` or the end of the terminal."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        poll = select.poll()
        poll.register(self.fileno, select.POLLIN)
        poll.register(self._woken, select.POLLIN)
        while not self.exit_event.is_set():
            ready = {number for number, _event in poll.poll(self._patience(parser))}
            if self.fileno in ready:
                data = self._read()
                if not data:
                    self._terminal_gone()
                    break
                self._feed(parser, decode(data))
            elif self._paste_ends is not None and monotonic() >= self._paste_ends:
                self._feed(parser, BRACKETED_PASTE_END)
            for message in parser.tick():
                self.process_message(message)
        try:
            for _message in parser.feed(""):
                pass
        except (EOFError, ParseError):
            return

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _feed(self, parser: XTermParser, text: str) -> None:
        """Parse `text`, and note whether it leaves a paste open."""
        start, end = text.rfind(BRACKETED_PASTE_START), text.rfind(BRACKETED_PASTE_END)
        if start != end:
            self._paste_ends = monotonic() + PASTE_SECONDS if start > end else None
        elif self._paste_ends is not None:
            self._paste_ends = monotonic() + PASTE_SECONDS
        for message in parser.feed(text):
            self.process_message(message)

    def _patience(self, parser: XTermParser) -> float | None:
        """Return for how many milliseconds to wait: for ever, unless a sequence or a paste is unfinished."""
        times = [end for end in (parser._timeout_time, self._paste_ends) if end is not None]
        return max(0.0, min(times) - monotonic()) * 1000 if times else None

    def _terminal_gone(self) -> None:
        """Ask the application to save and leave: there is nobody to ask."""
        leave: Callable[[], None] = getattr(self._app, "terminal_gone", self._app.exit)
        try:
            self._loop.call_soon_threadsafe(leave)
        except RuntimeError:  # the loop has ended already
            return
