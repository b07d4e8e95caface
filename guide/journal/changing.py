"""Correcting, deleting and taking it back: the one way for both fronts and the commands.

A correction is a revision: it is read by the step as it was shown then, so it works for entries whose pack changed or
is gone, and everything that was built on the answer follows in the same transaction. What later steps showed stays as
it was shown. Deleting is in `deleting`, and reached from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from guide.errors import GuideError
from guide.journal import kept, unsafe
from guide.journal.deleting import (
    Change,
    Doing,
    count,
    delete,
    delete_exercise,
    empty_trash,
    in_one_line,
    in_trash,
    of_backups,
    remove_backups,
    restore,
    still_held,
    titled,
)
from guide.journal.journal import Journal
from guide.journal.leftover import left_over
from guide.journal.look import answer_words
from guide.journal.shown import feeds_of_entry
from guide.model import feeds
from guide.model.walk import Walk
from guide.steps import KINDS
from guide.steps.base import GIVEN, HIDDEN, NOT_REACHED, SKIPPED, Answer, Json, Making, Problem
from guide.store import derived, entries, pages, revising, trash, undoing
from guide.store.holding import Holding
from guide.store.records import EntryRecord, StepRecord
from guide.words import changing as words
from guide.words.notices import LEAVE_OPEN

__all__ = [
    "Change", "Doing", "Editable", "Holding", "Outcome", "can_undo", "count", "delete", "delete_exercise",
    "edit", "editable", "empty_trash", "in_one_line", "in_trash", "of_backups", "remove_backups",
    "restore", "still_held", "undo",
]  # fmt: skip


class Editable(NamedTuple):
    """A step that can be answered anew: as it was shown, what stands there to begin with, and that in words."""

    step: str
    prompt: str
    frozen: dict[str, Any]
    raw: Json
    words: list[str]


class Outcome(NamedTuple):
    """What became of an edit, with the fields of a sitting's outcome, and `said`: sentences once it is kept.

    `notice` is two lines about help when the new words can mean that somebody is not safe (care rule 15).
    """

    kept: bool
    problem: str = ""
    part: str = ""
    question: str = ""
    said: tuple[str, ...] = ()
    notice: str = ""


def editable(journal: Journal, entry_id: str) -> list[Editable]:
    """The steps of an ended entry that can be answered anew, in their order.

    Those that its answers leave out are not among them. Raises GuideError for a draft or one in the trash.
    """
    record = _ended(journal, entry_id)
    typed = entries.held(journal.store, record.id)
    return [_editable(one, typed.get(one.step)) for one in _asked(record)]


def edit(journal: Journal, entry_id: str, step_id: str, raw: Json, *, sure: bool = False) -> Outcome:
    """Answer one step of an ended entry anew, read by the step as it was shown then.

    Nothing given asks once whether to leave the step open; `sure` does. The entry's derived rows follow at once.
    Raises GuideError when there is no such entry or step, or nothing can be kept.
    """
    record = _ended(journal, entry_id)
    step = next((one for one in _asked(record) if one.step == step_id), None)
    if step is None:
        known = [one.step for one in _asked(record)]
        remedy = words.NO_STEP_REMEDY.format(steps=", ".join(known)) if known else words.NO_STEPS_REMEDY
        raise GuideError(words.NO_STEP.format(step=step_id[:64]), remedy)
    kind = KINDS[step.frozen["kind"]]
    if kind.empty(raw):
        if not (sure or step.frozen.get("optional")):
            return Outcome(False, question=LEAVE_OPEN)
        answer = Answer(SKIPPED)
    else:
        try:
            answer = kind.parse(step.frozen, raw, _making(journal, step, raw))
        except Problem as problem:
            return Outcome(False, problem.message, problem.part)
    if answer == step.latest:
        return Outcome(True, said=(words.UNCHANGED,))
    typed = entries.held(journal.store, record.id).get(step_id)
    revising.revise(
        journal.store, record.id, step_id, answer, journal.clock(), _deriving(record),
        typed=typed is not None and bool(left_over(step.frozen, typed, answer.value)),
    )  # fmt: skip
    journal.copy_plan()
    said = (words.EDITED, *_moved(journal, record), *_taken_up(journal, record, step, answer))
    return Outcome(True, said=said, notice=_notice(journal, step, answer))


def can_undo(journal: Journal) -> bool:
    """Whether there is a deletion or an edit that can be taken back."""
    return undoing.last(journal.store) is not None


def undo(journal: Journal) -> Change:
    """Take back the last deletion or edit, of this run or an earlier one; again for the one before it.

    An edit is taken back by one more revision with the answer before. Raises GuideError when there is nothing.
    """
    last = undoing.last(journal.store)
    if last is None:
        raise GuideError(words.NOTHING_TO_UNDO, words.NOTHING_TO_UNDO_REMEDY)
    if last.what == undoing.TRASH:
        return restore(journal, *last.entries)
    record = pages.entry(journal.store, last.entries[0])
    if last.what == undoing.REVISE:
        trash.trash(journal.store, record.id, journal.clock(), undoes=last.change)
        said = words.UNDONE_REVISE
    else:
        _take_back(journal, record, last)
        said = titled(words.UNDONE_EDIT, record)
    journal.copy_plan()
    return Change([record.id], [said])


def _take_back(journal: Journal, record: EntryRecord, last: undoing.Last) -> None:
    step = next(one for one in record.steps if one.step == last.step)
    given = [answer for answer, _ in step.answers]
    # What an undo put back stands as one more revision, so that it is the answer that tells and not the count.
    if record.trashed or len(given) < last.revision or given[-1] != given[last.revision - 1]:
        with journal.store.writing() as connection:
            undoing.forget(connection, last.change)
        raise GuideError(words.UNDO_TOO_LATE, words.UNDO_TOO_LATE_REMEDY.format(id=record.id[:8]))
    before = given[last.revision - 2] if last.revision > 1 else Answer(SKIPPED)
    revising.revise(
        journal.store, record.id, last.step, before, journal.clock(), _deriving(record),
        typed=True, undoes=last.change,
    )  # fmt: skip


# -- an entry as it can be changed --------------------------------------------------------------------------


def _ended(journal: Journal, entry_id: str) -> EntryRecord:
    record = pages.entry(journal.store, pages.resolve(journal.store, entry_id))
    if record.trashed:
        raise GuideError(words.IN_TRASH, words.IN_TRASH_REMEDY.format(id=record.id[:8]))
    if record.ended is None:
        name = record.exercise.split("/")[-1]
        raise GuideError(words.DRAFT, words.DRAFT_REMEDY.format(exercise=name))
    return record


def _asked(record: EntryRecord) -> list[StepRecord]:
    """The steps that were shown, ask for something and count; a kind that this version does not know is left alone."""
    known = [one for one in record.steps if one.frozen.get("kind") in KINDS]
    out = {*_hidden(record), *record.left_out}
    return [one for one in known if KINDS[one.frozen["kind"]].asks and one.step not in out]


def _editable(step: StepRecord, typed: Json) -> Editable:
    kind, latest = KINDS[step.frozen["kind"]], _given(step)
    raw: Json = None
    if latest is None:
        raw = kind.begin(step.frozen)
    elif latest.state != SKIPPED:
        raw = latest.value if latest.state == GIVEN else latest.state
    shown = answer_words(step.frozen, latest) if latest is not None else []
    if typed is not None and left_over(step.frozen, typed, latest.value if latest else None):
        raw = typed  # words that are no answer yet stand where they were typed
    return Editable(step.step, str(step.frozen.get("prompt", "")), step.frozen, raw, shown)


def _given(step: StepRecord) -> Answer | None:
    """The latest answer that somebody gave; how a step ended without one is none."""
    found = [answer for answer, _ in step.answers if answer.state not in (HIDDEN, NOT_REACHED)]
    return found[-1] if found else None


def _making(journal: Journal, step: StepRecord, raw: Json) -> Making:
    """New ids, and those of what stood here before: an item in other words is the same item."""
    now = journal.clock()
    given = [answer.value for answer, _ in step.answers if answer.state == GIVEN]
    before = given[-1] if given else None
    freed = _own_words_changed(before, raw) if step.frozen["kind"] == "pick" else []

    def new_id() -> str:
        return freed.pop(0) if freed else entries.new_id()

    return Making(new_id, now.utc, before, now.day)


def _own_words_changed(before: Json, raw: Json) -> list[str]:
    """Ids of one's own words in a pick that are not among the new ones: put differently, they stay one item."""
    there = {one.get("own") for one in raw if isinstance(one, dict)} if isinstance(raw, list) else set()
    earlier = before if isinstance(before, list) else []
    return [
        one["item"]
        for one in earlier
        if isinstance(one, dict) and "own" in one and "item" in one and one["own"] not in there
    ]


# -- what follows from an edit ------------------------------------------------------------------------------


def _answers(record: EntryRecord) -> dict[str, Answer]:
    return {
        one.step: one.latest
        for one in record.steps
        if one.latest is not None and one.latest.state not in (HIDDEN, NOT_REACHED)
    }


def _walk(record: EntryRecord, barren: Iterable[str] = ()) -> Walk:
    """The steps as they were shown, with the answers as they are now: which of them count."""
    steps = [one.frozen for one in record.steps if one.frozen.get("kind") in KINDS]
    empty = frozenset(barren)
    return Walk(
        steps, _answers(record), more=True, done=True, barren=lambda step, lookup: step["id"] in empty
    )


def _hidden(record: EntryRecord) -> set[str]:
    return {step for step, state in _walk(record).states().items() if state == HIDDEN}


def _left_out(before: EntryRecord, after: EntryRecord) -> list[str]:
    """The answered steps that feed nothing now.

    What had been left out for another reason than its condition (there was nothing to choose from) stays left out.
    """
    other = [step for step in before.left_out if step not in _walk(before).left_out()]
    return _walk(after, other).left_out()


def _deriving(before: EntryRecord) -> revising.Deriving:
    def derive(after: EntryRecord) -> tuple[feeds.Feeds, list[str]]:
        out = _left_out(before, after)
        return feeds_of_entry(after, frozenset(out)), out

    return derive


def _moved(journal: Journal, before: EntryRecord) -> list[str]:
    """Sentences about other steps that count no longer, or again."""
    after = pages.entry(journal.store, before.id)
    asked = [
        one for one in after.steps if one.frozen.get("prompt")
    ]  # a text asks nothing, and has no name to show
    prompts = {one.step: str(one.frozen["prompt"]) for one in asked}
    was, now = set(before.left_out), set(after.left_out)

    def say(text: str, chosen: Callable[[str], bool]) -> list[str]:
        found = [prompts[step] for step in prompts if chosen(step)]
        return [text.format(prompts="; ".join(found))] if found else []

    return [
        *say(words.NOW_LEFT_OUT, lambda step: step in now - was),
        *say(words.NOW_COUNTS, lambda step: step in was - now),
    ]


def _taken_up(journal: Journal, record: EntryRecord, step: StepRecord, answer: Answer) -> list[str]:
    """A sentence for each item made here that a later entry took up: it reads as it did there.

    An item that was only picked here is not made here: nothing of its words was changed.
    """
    kind = KINDS[step.frozen["kind"]]
    made = kind.items_made(step.frozen, answer) if answer.state == GIVEN and "home" in step.frozen else []
    versions = [derived.item_versions(journal.store, one) for one in made]
    mine = [each for each in versions if any(one.entry == record.id for one in each)]
    return [words.TAKEN_UP.format(label=each[-1].label) for each in mine if each[-1].entry != record.id]


def _notice(journal: Journal, step: StepRecord, answer: Answer) -> str:
    said = "\n".join(answer_words(step.frozen, answer)) if answer.state == GIVEN else ""
    return kept.unsafe_notice(journal.store) if unsafe.matches(said) else ""
