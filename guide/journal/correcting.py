"""One answer being given anew, for a front: what it asks of a sitting, with nothing kept until it is handed over."""

from __future__ import annotations

from guide.errors import GuideError
from guide.journal import changing
from guide.journal.journal import Journal
from guide.journal.library import stand_in
from guide.steps.base import Json
from guide.store import pages
from guide.words import changing as words


class Correction:
    """One step of an entry that has ended. The answer that stands there stays until `give` has kept another.

    `exercise` is the entry's own, so that a pack which changed or is gone makes no difference. Raises GuideError when
    the entry or the step cannot be changed.
    """

    def __init__(self, journal: Journal, entry_id: str, step_id: str) -> None:
        record = pages.entry(journal.store, pages.resolve(journal.store, entry_id))
        self.journal, self.store = journal, journal.store
        self.entry, self.language = record.id, record.language
        self.exercise = stand_in(record)
        self.day = (record.ended or record.started).day
        known = changing.editable(journal, record.id)
        found = next((one for one in known if one.step == step_id), None)
        if found is None:
            remedy = words.NO_STEP_REMEDY.format(steps=", ".join(one.step for one in known))
            raise GuideError(
                words.NO_STEP.format(step=step_id[:64]), remedy if known else words.NO_STEPS_REMEDY
            )
        self.editable = found

    def give(self, raw: Json, *, sure: bool = False) -> changing.Outcome:
        """Hand over the new answer."""
        return changing.edit(self.journal, self.entry, self.editable.step, raw, sure=sure)

    def hold(self, raw: Json) -> None:
        """Keep nothing: what is typed here becomes part of the entry only when it is given."""

    def nudge(self, part: str, words: str, record: Json = None) -> str:
        """No question about the words: they were asked about at their first time."""
        return ""
