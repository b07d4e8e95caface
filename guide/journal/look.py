"""Looking back: entries in pages, one entry in the words as they were asked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from guide.clean import one_line
from guide.journal.leftover import left_over
from guide.steps import KINDS
from guide.steps.base import GIVEN, HIDDEN, NOT_REACHED, SKIPPED, Answer, Json, Step
from guide.store import entries as entries_
from guide.store import pages
from guide.store.records import ANSWER, QUESTION, EntryRecord, Row, Stamp, StepRecord
from guide.words import look as words_
from guide.words.answers import STATE_WORDS

if TYPE_CHECKING:
    from guide.journal.journal import Journal

UNFINISHED = "unfinished"
"""The state of a line whose words were typed and are no answer yet."""
LOST = "lost"
"""The state of a line whose every answer is unreadable."""


class Wording(NamedTuple):
    """An answer as it stood before: its words, when they were given (local day and UTC), the day of the wording
    after it, and the question where that was asked in other words."""

    words: list[str]
    day: str
    at: str
    until: str
    prompt: str = ""


class Line(NamedTuple):
    """One step of an entry, read back: what was asked, what was said, and earlier wordings, oldest first.

    `state` is the answer's, or `unfinished`, or `lost`. `day` and `at` say when it was given; `changed` is that day
    when a wording before it had been kept at the end of the entry. `trouble` says what of it cannot be read.
    """

    step: str
    prompt: str
    words: list[str]
    state: str
    earlier: list[Wording]
    left_out: bool
    kind: str = ""
    day: str = ""
    at: str = ""
    changed: str = ""
    trouble: str = ""


class Entry(NamedTuple):
    """One entry as it is read. `how` is finished or stopped, or empty while it is unfinished.

    `origin` says whose the exercise is, empty when it is ours or not known; `trashed` when it went to the trash.
    """

    id: str
    exercise: str
    title: str
    day: str
    started: str
    ended: str
    how: str
    lines: list[Line]
    origin: str = ""
    trashed: str = ""


def entries(
    journal: Journal,
    *,
    before: str | None = None,
    limit: int = 50,
    exercise: str | None = None,
    since: str | None = None,
    until: str | None = None,
    words: str | None = None,
    pack: str | None = None,
    collection: str | None = None,
) -> list[Row]:
    """Ended entries, newest first, each with texts of one line; `before` is the key of the last of the page before."""
    found = pages.page(
        journal.store,
        before=before,
        limit=limit,
        exercise=exercise,
        since=since,
        until=until,
        words=words,
        pack=pack,
        collection=collection,
    )
    return [row._replace(title=one_line(row.title), first_words=one_line(row.first_words)) for row in found]


def entry(journal: Journal, name: str) -> Entry:
    """One entry by its id or the beginning of it. Raises GuideError when there is none, or more than one."""
    from guide.journal.origin import of_pack

    record = pages.entry(journal.store, pages.resolve(journal.store, name))
    found = read(record, entries_.held(journal.store, record.id))
    return found._replace(origin=of_pack(journal.library, record.exercise))


def read(record: EntryRecord, held: Mapping[str, Json] | None = None) -> Entry:
    """An entry record as lines to read, in the words as they were asked then.

    `held` is what was typed and is no answer yet: it follows the line of its step.
    """
    stamp, typed = record.ended or record.started, dict(held or {})
    lines: list[Line | None] = []
    for step in record.steps:
        lines += [_line(step, record), _half(step, typed.pop(step.step, None))]
    lines += [_half(StepRecord(name, 0, {}, []), raw) for name, raw in typed.items()]
    return Entry(
        record.id, record.exercise, one_line(record.title), stamp.day, record.started.utc,
        record.ended.utc if record.ended else "", record.how or "", [line for line in lines if line is not None],
        trashed=record.trashed or "",
    )  # fmt: skip


def _half(step: StepRecord, raw: Json) -> Line | None:
    """The words of a step that none of its answers holds, or None."""
    given = next((answer.value for answer, _ in reversed(step.answers) if answer.state == GIVEN), None)
    words = left_over(step.frozen, raw, given)
    kind, prompt = str(step.frozen.get("kind", "")), str(step.frozen.get("prompt", ""))
    return Line(step.step, prompt, words, UNFINISHED, [], False, kind) if words else None


def _line(step: StepRecord, record: EntryRecord) -> Line | None:
    """A step as a line. What was never shown, and texts without a question, are passed over; what cannot be read
    is named."""
    kind = KINDS.get(step.frozen.get("kind", ""))
    if kind is not None and not kind.asks:
        return None
    given = [
        (place, *one) for place, one in enumerate(step.answers) if one[0].state not in (HIDDEN, NOT_REACHED)
    ]
    if not given and ANSWER not in step.lost:
        return None
    if not given:
        prompt = str(step.frozen.get("prompt", ""))
        return Line(step.step, prompt, [], LOST, [], False, trouble=_trouble(step, step.frozen))
    shown = [(_asked(step, place), answer, stamp) for place, answer, stamp in given]
    latest, answer, stamp = shown[-1]
    return Line(
        step.step, str(latest.get("prompt", "")), answer_words(latest, answer), answer.state, _earlier(shown),
        step.step in record.left_out, str(latest.get("kind", "")), stamp.day, stamp.utc,
        _changed(shown, record), _trouble(step, latest),
    )  # fmt: skip


_Shown = list[tuple[Step, Answer, Stamp]]


def _asked(step: StepRecord, place: int) -> Step:
    """The step as it was shown for this answer."""
    return step.asked.get(place, step.frozen)


def _earlier(shown: _Shown) -> list[Wording]:
    """Each wording but the latest, once: the same words given again are no other wording."""
    latest = str(shown[-1][0].get("prompt", ""))
    said: list[tuple[list[str], Step, Stamp]] = []
    for asked, answer, stamp in shown:
        words = answer_words(asked, answer)
        said += [(words, asked, stamp)] if not said or said[-1][0] != words else []
    found = []
    for (words, asked, stamp), (_, _, later) in pairwise(said):
        prompt = str(asked.get("prompt", ""))
        found.append(Wording(words, stamp.day, stamp.utc, later.day, prompt if prompt != latest else ""))
    return found


def _changed(shown: _Shown, record: EntryRecord) -> str:
    """The day of the latest answer when it replaced another after the entry had ended."""
    at = shown[-1][2]
    again = len(shown) > 1 and shown[-1][1] != shown[-2][1]
    return at.day if again and record.ended is not None and at.utc > record.ended.utc else ""


def _trouble(step: StepRecord, asked: Step) -> str:
    """What of a step cannot be read, in a sentence or two."""
    said = []
    if QUESTION in step.lost and not asked:
        said.append(words_.LOST_QUESTION)
    elif not asked and step.answers:
        said.append(words_.NO_QUESTION)
    elif asked and asked.get("kind") not in KINDS:
        said.append(words_.UNKNOWN_KIND.format(kind=str(asked.get("kind", ""))[:40]))
    if ANSWER in step.lost:
        said.append(words_.LOST_EARLIER if step.answers else words_.LOST_ANSWER)
    return " ".join(said)


def answer_words(frozen: Step, answer: Answer) -> list[str]:
    """An answer as lines, in the words of its step; a kind this version does not know is shown as it is kept."""
    if answer.state == SKIPPED:
        return [STATE_WORDS[SKIPPED]]
    kind = KINDS.get(frozen.get("kind", ""))
    if answer.state != GIVEN:
        return [STATE_WORDS.get(answer.state, answer.state)]
    if kind is None:
        return as_kept(answer.value)
    try:
        return kind.review(frozen, answer)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return as_kept(answer.value)  # an older shape of this kind: better as it is kept than not at all


def as_kept(value: Json) -> list[str]:
    """A kept value as lines, for a step whose own words cannot be had."""
    if isinstance(value, str):
        return value.split("\n")
    if isinstance(value, dict):
        found = [(name, as_kept(one)) for name, one in value.items()]
        return [f"{name}: {line}" for name, lines in found for line in lines]
    if isinstance(value, list):
        return [line for one in value for line in as_kept(one)]
    return [] if value is None else [str(value)]
