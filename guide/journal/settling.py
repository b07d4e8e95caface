"""What was typed when one skips or stops: what can be an answer becomes one, the rest stays as words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from guide.journal.leftover import finished, left_over, parsed, stopped, typed
from guide.journal.shown import Outcome
from guide.steps import KINDS
from guide.steps.base import HIDDEN, SKIPPED, Answer, Json
from guide.store import entries
from guide.words.notices import SKIP_LOSS

if TYPE_CHECKING:
    from guide.journal.sitting import Sitting


def settle(sitting: Sitting, whole: Json = None) -> None:
    """Make answers of what is held: first at the steps one came back from, then at the current one.

    A step that was skipped stays open, and one that a condition hides feeds nothing: their words are kept as
    they were typed. `whole` is tried first at the current step.
    """
    held, states = entries.held(sitting.store, sitting.entry), sitting.walk.states()
    here = sitting.walk.current["id"] if sitting.walk.current is not None else ""
    for step, raw in held.items():
        if step != here and states.get(step, HIDDEN) not in (HIDDEN, SKIPPED):
            answer = _answer(sitting, step, raw)
            if answer is not None:
                sitting.walk.answers[step] = answer
                entries.answer(
                    sitting.store, sitting.entry, step, answer, sitting.clock(), cursor=here or None,
                    typed=_lost(sitting, step, raw, answer),
                )  # fmt: skip
    if here in held:
        answer = _answer(sitting, here, held[here], whole)
        if answer is not None:
            sitting._keep(answer, typed=_lost(sitting, here, held[here], answer))


def go_past(sitting: Sitting, step: str, sure: bool) -> Outcome:
    """Skip the current step, as `Sitting.skip` says."""
    frozen = sitting._frozen[step]
    before = sitting.walk.answers.get(step)
    raw = entries.held(sitting.store, sitting.entry).get(step, before.value if before is not None else None)
    answer: Answer = parsed(partial(sitting._parse, step), finished(frozen, raw)) or Answer(SKIPPED)
    lost = left_over(frozen, raw, answer.value)
    if lost and not sure:
        return Outcome(False, question=SKIP_LOSS)
    sitting._look_at(typed(frozen, raw))
    if lost:
        sitting.hold(raw)
    sitting._keep(answer, typed=bool(lost) or answer.state == SKIPPED)
    return Outcome(True)


def unsaid(sitting: Sitting, step: str, answer: Answer) -> bool:
    """Whether words of a round that was not said after all stand here: the answer does not hold them, so they stay."""
    if sitting._frozen[step]["kind"] != "rehearse":
        return False
    return _lost(sitting, step, entries.held(sitting.store, sitting.entry).get(step), answer)


def unfinished(sitting: Sitting) -> list[str]:
    """The steps at which words were typed that no answer holds."""
    answers, frozen = sitting.walk.answers, sitting._frozen
    return [
        step
        for step, raw in entries.held(sitting.store, sitting.entry).items()
        if left_over(frozen.get(step, {}), raw, answers[step].value if step in answers else None)
    ]


def _answer(sitting: Sitting, step: str, raw: Json, whole: Json = None) -> Answer | None:
    frozen = sitting._frozen.get(step)
    if frozen is None or KINDS[frozen["kind"]].empty(raw):
        return None
    found: Answer | None = parsed(partial(sitting._parse, step), whole, raw, stopped(frozen, raw))
    return found


def _lost(sitting: Sitting, step: str, raw: Json, answer: Answer) -> bool:
    """Whether the answer made of these words leaves some of them out. A number says in digits what was typed."""
    frozen = sitting._frozen[step]
    return frozen["kind"] not in ("number", "date") and bool(left_over(frozen, raw, answer.value))
