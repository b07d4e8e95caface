"""Words of a correction that is under way: kept beside the entry until it is given or left, so that a cut loses none.

The entry reads as before meanwhile, with these words named as not kept yet; changing the answer again begins with
them.
"""

from __future__ import annotations

from guide.journal import changing
from guide.journal.correcting import Correction
from guide.steps.base import Json
from guide.store import drafts, entries


class HalfEdit:
    """What is typed in one correction. What had been left there before comes back when it is left as it was."""

    def __init__(self, correction: Correction) -> None:
        self._correction = correction
        self._store, self._entry = correction.store, correction.entry
        self._step = correction.editable.step
        self._before = entries.held(self._store, self._entry).get(self._step)

    def hold(self, raw: Json) -> None:
        """Keep what is being typed. A store that is only read keeps nothing."""
        if not self._store.readonly:
            entries.hold(self._store, self._entry, self._step, raw)

    def give(self, raw: Json, *, sure: bool = False) -> changing.Outcome:
        """Hand over the new answer; what was typed goes with it, but for a round that was not said."""
        if self._correction.editable.frozen["kind"] == "rehearse":
            self.hold(raw)
        else:
            self._drop()
        outcome = self._correction.give(raw, sure=sure)
        if not outcome.kept:
            self.hold(raw)
        return outcome

    def leave(self) -> None:
        """Leave everything as it was before."""
        if self._before is not None:
            self.hold(self._before)
        else:
            self._drop()

    def _drop(self) -> None:
        if not self._store.readonly:
            drafts.drop_typing(self._store, self._entry, self._step)
