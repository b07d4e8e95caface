"""How far something is, on one line of stderr: only on a terminal, and only when it takes more than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from guide.words.taking import PER_CENT

_PATIENCE: Final = 0.7  # seconds before anything is shown
_EVERY: Final = 0.1


@contextmanager
def shown(
    doing: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[float], None]]:
    """Progress for the length of a block; the line is gone when the block ends."""
    out = stream if stream is not None else sys.stderr
    try:
        watched = out is not None and out.isatty()
    except ValueError:
        watched = False  # stderr is closed
    line = _Line(doing, out, clock) if watched else None
    try:
        yield line.tell if line else _nobody
    finally:
        if line:
            line.clear()


def _nobody(share: float) -> None:
    return


class _Line:
    def __init__(self, doing: str, out: TextIO, clock: Callable[[], float]) -> None:
        self._doing, self._out, self._clock = doing, out, clock
        self._next, self._width = clock() + _PATIENCE, 0

    def tell(self, share: float) -> None:
        """Show the share (0 to 1), a few times a second."""
        if self._clock() >= self._next:
            self._next = self._clock() + _EVERY
            text = PER_CENT.format(doing=self._doing, n=int(share * 100))
            self._put("\r" + text.ljust(self._width))
            self._width = len(text)

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            self._put("\r" + " " * self._width + "\r")

    def _put(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except (OSError, ValueError):
            self._width = 0  # nobody can read it, which is no reason to stop
