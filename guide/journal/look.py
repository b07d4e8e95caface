"""Looking back: entries in pages, one entry in the words as they were asked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from guide.journal.journal import Journal
from guide.journal.leftover import left_over
from guide.steps import KINDS
from guide.steps.base import GIVEN, HIDDEN, NOT_REACHED, SKIPPED, Answer, Json, Step
from guide.store import entries as entries_
from guide.store import pages
from guide.store.records import EntryRecord, Row, StepRecord
from guide.words.answers import STATE_WORDS

UNFINISHED = "unfinished"
"""The state of a line whose words were typed and are no answer yet."""


class Line(NamedTuple):
    """One step of an entry, read back: what was asked, what was said, and earlier wordings, oldest first.

    `state` is the answer's, or `unfinished`.
    """

    step: str
    prompt: str
    words: list[str]
    state: str
    earlier: list[list[str]]
    left_out: bool


class Entry(NamedTuple):
    """One entry as it is read. `how` is finished or stopped, or empty while it is unfinished."""

    id: str
    exercise: str
    title: str
    day: str
    started: str
    ended: str
    how: str
    lines: list[Line]


def entries(
    journal: Journal,
    *,
    before: str | None = None,
    limit: int = 50,
    exercise: str | None = None,
    since: str | None = None,
    until: str | None = None,
    words: str | None = None,
) -> list[Row]:
    """Ended entries, newest first; `before` is the key of the last line of the page before."""
    return pages.page(
        journal.store, before=before, limit=limit, exercise=exercise, since=since, until=until, words=words
    )


def entry(journal: Journal, name: str) -> Entry:
    """One entry by its id or the beginning of it. Raises GuideError when there is none, or more than one."""
    record = pages.entry(journal.store, pages.resolve(journal.store, name))
    return read(record, entries_.held(journal.store, record.id))


def read(record: EntryRecord, held: Mapping[str, Json] | None = None) -> Entry:
    """An entry record as lines to read, in the words as they were asked then.

    `held` is what was typed and is no answer yet: it follows the line of its step.
    """
    stamp, typed = record.ended or record.started, dict(held or {})
    lines: list[Line | None] = []
    for step in record.steps:
        lines += [_line(step, record.left_out), _half(step, typed.pop(step.step, None))]
    lines += [_half(StepRecord(name, 0, {}, []), raw) for name, raw in typed.items()]
    return Entry(
        record.id, record.exercise, record.title, stamp.day, record.started.utc,
        record.ended.utc if record.ended else "", record.how or "", [line for line in lines if line is not None],
    )  # fmt: skip


def _half(step: StepRecord, raw: Json) -> Line | None:
    """The words of a step that none of its answers holds, or None."""
    given = next((answer.value for answer, _ in reversed(step.answers) if answer.state == GIVEN), None)
    words = left_over(step.frozen, raw, given)
    prompt = str(step.frozen.get("prompt", ""))
    return Line(step.step, prompt, words, UNFINISHED, [], False) if words else None


def _line(step: StepRecord, left_out: list[str]) -> Line | None:
    """A step as a line; what was never shown, and texts without a question, are passed over."""
    if not step.frozen or not step.answers:
        return None
    kind = KINDS.get(step.frozen.get("kind", ""))
    if kind is not None and not kind.asks:
        return None
    out = step.step in left_out
    given = [answer for answer, _ in step.answers if answer.state not in (HIDDEN, NOT_REACHED)]
    if not given:
        return None
    shown = [answer_words(step.frozen, answer) for answer in given]
    earlier = [words for words, later in pairwise(shown) if words != later]
    return Line(step.step, str(step.frozen.get("prompt", "")), shown[-1], given[-1].state, earlier, out)


def answer_words(frozen: Step, answer: Answer) -> list[str]:
    """An answer as lines, in the words of its step; a kind this version does not know is shown as it is kept."""
    if answer.state == SKIPPED:
        return [STATE_WORDS[SKIPPED]]
    kind = KINDS.get(frozen.get("kind", ""))
    if answer.state != GIVEN:
        return [STATE_WORDS.get(answer.state, answer.state)]
    if kind is None:
        return [str(answer.value)]
    try:
        return kind.review(frozen, answer)
    except (KeyError, TypeError, AttributeError, IndexError):
        return [str(answer.value)]  # an older shape of this kind: better as it is kept than not at all
