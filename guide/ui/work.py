"""Work that takes long, in a thread beside the screen: how far it is, and a safe way to stop it.

The work gets a `progress` to call. When the person stops it, or leaves, `progress` raises `Stopped`, and whatever was
under way is rolled back by those who do it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread

from guide.errors import GuideError
from guide.journal.take_away import Stopped

Progress = Callable[[float], None]


class Work:
    """One piece of work. `share` is how much is done (0 to 1); `lines`, `error` or `stopped` says how it ended."""

    def __init__(self, do: Callable[[Progress], list[str]]) -> None:
        self._do, self._stop = do, Event()
        self._thread = Thread(target=self._run, daemon=True)
        self.share = 0.0
        self.began = time.monotonic()
        self.lines: list[str] = []
        self.error: GuideError | None = None
        self.stopped = self.done = False

    def start(self, *, here: bool = False) -> None:
        """Begin; with `here` it is done at once, in this thread."""
        if here:
            self._run()
        else:
            self._thread.start()

    def stop(self) -> None:
        """Ask it to stop; it does so at its next step."""
        self._stop.set()

    def join(self, seconds: float) -> None:
        """Wait for its end, at most so long."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self.lines = self._do(self._tell)
        except Stopped:
            self.stopped = True
        except GuideError as error:
            self.error = error
        except Exception as error:
            # A thread must not end without a word; the place of an error is not a person's to read, its kind is.
            self.error = GuideError(type(error).__name__)
        finally:
            self.done = True

    def _tell(self, share: float) -> None:
        self.share = share
        if self._stop.is_set():
            raise Stopped
