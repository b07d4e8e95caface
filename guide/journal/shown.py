"""What a sitting shows and says: plain values, and the short forms of answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from guide.model import feeds
from guide.model.conditions import references, split
from guide.model.piping import resolve
from guide.model.walk import Walk
from guide.steps import KINDS
from guide.steps.base import GIVEN, HIDDEN, Answer, Json, Step
from guide.store.records import EntryRecord, StepRecord
from guide.store.standing import standing
from guide.words.home import SAVED_JOIN, SAVED_MOOD, SAVED_MOOD_STATE
from guide.words.notices import PASSED_OVER
from guide.words.rehearsal import SENTENCE

_ENDS_IN_I: Final = re.compile(r"\bI[\s.…:]*$")


class View(NamedTuple):
    """What a front shows now.

    `step` is the frozen step, None when the walk is at its end (`kept` then says what was kept). `raw` is
    what was typed or answered here before; `in_view` the thoughts that stay visible as (prompt, words);
    `place` is (number, count); `notice` two lines about help, shown above this step once.
    """

    step: dict[str, Any] | None
    raw: Json
    in_view: list[tuple[str, str]]
    place: tuple[int, int]
    can_go_back: bool
    has_more: bool
    notice: str
    kept: str


class Outcome(NamedTuple):
    """What became of an answer: `kept`, or a problem's sentence, or a question that wants one more key."""

    kept: bool
    problem: str = ""
    part: str = ""
    question: str = ""


def in_short(frozen: Step, answer: Answer) -> str:
    """'7' for the strength, 'mood 4' for the mood, the words of the option for a choice."""
    words = KINDS[frozen["kind"]].words(frozen, answer)
    short = str(answer.value) if frozen["kind"] == "scale" and answer.state == GIVEN else words
    if frozen.get("role") != "mood":
        return short
    return SAVED_MOOD.format(mood=short) if answer.state == GIVEN else SAVED_MOOD_STATE.format(state=short)


def settled(walk: Walk) -> bool:
    """Whether no answer that is still to come on this path can change how many steps there are."""
    names = [step["id"] for step in walk.steps]
    here = names.index(walk.current["id"]) if walk.current is not None else len(names)
    ahead = set(names[here:])
    states = walk.states()
    for step in walk.steps[here + 1 :]:
        if step.get("more") and not walk.more:
            continue
        asked = (
            {split(test["answer"])[0] for test, _ in references(step["when"])} if "when" in step else set()
        )
        if asked & ahead:
            return False
        if not asked and states[step["id"]] == HIDDEN and KINDS[step["kind"]].sources(step):
            return (
                False  # there is nothing to choose from yet, and what is written on the way may change that
            )
    return True


def all_in_short(answers: Iterable[tuple[Step, Answer]]) -> str:
    """The first four short answers in one line."""
    shown = [in_short(*one) for one in answers if one[0]["kind"] in ("choice", "scale", "yes-no")]
    return SAVED_JOIN.join(shown[:4])


def feeds_of_entry(record: EntryRecord, hidden: frozenset[str] | None = None) -> feeds.Feeds:
    """What a kept entry feeds, from its frozen steps and latest answers; a correction keeps the day it is about."""
    ended = record.ended.utc if record.ended else None
    steps = [
        (one.frozen, one.answers[-1][0], one.answers[_standing(one, ended)][1].utc)
        for one in record.steps
        if one.answers and one.frozen
    ]
    return feeds.feeds_of(steps, frozenset(record.left_out) if hidden is None else hidden)


def _standing(step: StepRecord, ended: str | None) -> int:
    return standing([(answer.state, at.utc) for answer, at in step.answers], ended)


def passed_over(walk: Walk, languages: tuple[str, ...]) -> list[str]:
    """A line for each question right before this step that had nothing to choose from.

    What would only have been shown (a chart, an earlier answer) is passed over without a word, and so is what
    Enter alone would have left open.
    """
    asked = [one for one in walk.passed_over() if KINDS[one["kind"]].asks and not one.get("optional")]
    prompts = [resolve(step.get("prompt"), languages) for step in asked]
    plain = [words for words in prompts if isinstance(words, str) and "{" not in words]
    return [PASSED_OVER.format(prompt=words) for words in plain]


def seen(frozen: Step, answer: Answer) -> tuple[str, str]:
    """A thought that stays visible on later steps: (what was asked, the words)."""
    asked = SENTENCE if frozen["kind"] == "sentence" else str(frozen.get("prompt", ""))
    return asked, KINDS[frozen["kind"]].words(frozen, answer)


def nudge_for(frozen: Step, part: str, words: str, record: Json) -> str:
    """One question for the words of a step, or of the field `part` of its record; empty when there is none.

    Fields before it in the record say how it was, fields after it where or with whom.
    """
    parts = frozen.get("record") or frozen.get("ask") or {}
    spec = parts.get(part, {}) if part else frozen
    if spec.get("nudge") != "concrete":
        return ""
    names = list(parts)
    fields = record if isinstance(record, dict) else {}
    place = names.index(part) if part in names else 0
    before, after = (
        " ".join(str(fields[name]) for name in some if isinstance(fields.get(name), str))
        for some in (names[:place], names[place + 1 :])
    )
    from guide.model import nudges  # its lists of words, only where a step has them asked

    # Beneath “Now I” whose doing it was is said already, and an I of one's own would be the second one.
    off = frozenset({"C1"}) if _ENDS_IN_I.search(str(spec.get("prompt", ""))) else frozenset[str]()
    return nudges.question(words, other=before, where=after, off=off)
