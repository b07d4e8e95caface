"""Keeping what is being typed: at once after a part of several, within 0.8 seconds while typing goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from textual.timer import Timer

from guide.errors import GuideError

if TYPE_CHECKING:
    from guide.steps.base import Json
    from guide.ui.steps.base import StepView

SECONDS = 0.5
"""From the first key after a commit to the next commit; the promise is 0.8 (one second at most is lost)."""
_NOTHING: Any = object()


class Holds(Protocol):
    """A sitting, or a correction under way: what is typed is kept by it."""

    def hold(self, raw: Json) -> None:
        """Keep what is being typed, unchecked."""


class Keeping:
    """The words that are not committed yet. `later(seconds, do)` starts a timer, `complain` shows an error."""

    def __init__(
        self,
        sitting: Holds,
        later: Callable[[float, Callable[[], None]], Timer],
        complain: Callable[[GuideError], None],
    ) -> None:
        self._sitting, self._later, self._complain = sitting, later, complain
        self._pending: Any = _NOTHING
        self._timer: Timer | None = None
        self._at_first: Any = None

    def begin(self, view: StepView | None) -> None:
        """A step is shown: remember what stands there before anything is changed."""
        self._at_first = view.current_raw() if view is not None else None

    @property
    def pending(self) -> bool:
        """Whether something is not committed yet."""
        return self._pending is not _NOTHING

    def take(self, raw: Json, *, now: bool) -> None:
        """Keep this: now, or soon."""
        self._pending = raw
        if now:
            self.commit()
        elif self._timer is None:
            self._timer = self._later(SECONDS, self.commit)

    def commit(self) -> None:
        """Write what is pending into the typing row of the current step."""
        pending = self._pending
        self.drop()
        if pending is not _NOTHING:
            try:
                self._sitting.hold(pending)
            except GuideError as error:
                self._complain(error)

    def commit_all(self, view: StepView | None) -> None:
        """Write what stands in the view if it was changed; a key may be newer than what the view told of."""
        raw = view.current_raw() if view is not None else None
        if view is None:
            self.drop()
        elif self.pending or raw != self._at_first:
            self._at_first = raw
            self.take(raw, now=True)

    def drop(self) -> None:
        """Forget what is pending: it was answered, or is not wanted."""
        self._pending = _NOTHING
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def rescued(entry: str, step: dict[str, Any] | None, view: StepView | None) -> bytes | None:
    """What stands in the view of a step, for the rescue file; None for nothing. Reads and encodes, nothing else."""
    raw = view.current_raw() if view is not None and step is not None else None
    return as_bytes(entry, step["id"], raw) if step is not None else None


def as_bytes(entry: str, step: str, raw: Json) -> bytes | None:
    """A raw answer as the rescue file holds it; None for nothing."""
    if raw in (None, "", [], {}):
        return None
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    found = {"entry": entry, "step": step, "raw": raw, "at": at}
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")
