"""Being told to end by a signal while something is half done that must not be left lying about."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

_ENDING: Final = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # Windows has one of them


@contextmanager
def told_to_end() -> Iterator[None]:
    """TERM and HUP end the program by an exception, so that what is half done is undone. Where somebody else takes
    them (the full screen) that stays."""
    from threading import current_thread, main_thread

    taken: dict[int, Any] = {}

    def leave(number: int, frame: object) -> None:
        for each in taken:
            signal.signal(each, signal.SIG_IGN)  # once is enough: the second must not cut the undoing off
        raise SystemExit(128 + number)

    if current_thread() is main_thread():
        for number in _ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:
                taken[number] = signal.SIG_DFL
                signal.signal(number, leave)
    try:
        yield
    finally:
        for number, before in taken.items():
            signal.signal(number, before)
