"""A whole quick log in one go, through the same sitting as everywhere: `unmuted log b 7 4`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from guide.errors import GuideError
from guide.journal import kept, unsafe
from guide.journal.journal import Journal
from guide.journal.library import Exercise
from guide.journal.sitting import Sitting
from guide.journal.world import SittingWorld
from guide.model.exercise import freeze
from guide.model.walk import Walk
from guide.steps import KINDS
from guide.steps.base import CANNOT_TELL, GIVEN, HIDDEN, NUMB, Answer, Json, Making, Problem
from guide.words.home import SAVED, SAVED_PLAIN
from guide.words.notices import STRENGTH_WITH_NEITHER, STRENGTH_WITH_NEITHER_REMEDY

OPEN = "-"
"""Stands for a question left open on the command line."""


class Saved(NamedTuple):
    """What is said of a log: the saved line with what belongs beneath it, and why the note was not added ("" when it
    was, or there was none), with the entry and the step where it can be."""

    said: str
    unkept: str = ""
    entry: str = ""
    step: str = ""


def save(journal: Journal, given: Mapping[str, str], note: str = "") -> Saved:
    """Save a log from `side`, `strength` and `mood` (texts) and give back what says so; beneath it the two
    lines of care rule 15, when the note holds such words. `{help_key}` in them is for the caller to fill.

    Everything but the note is checked before anything is begun, so that a mistake leaves nothing behind. Raises
    GuideError (code 2) naming the values that are possible. Words that cannot be the note as they are stay with the
    entry as typed: they may be nowhere else.
    """
    exercise = journal.library.with_role("quick-log")
    if exercise is None:
        raise GuideError("No pack at hand has a quick log.", "`unmuted list` shows what there is.")
    raws = _checked_all(journal, exercise, given)
    _refuse_unasked(exercise.data["steps"], raws, given)
    sitting = Sitting.begin(journal.store, journal.library, journal.clock, exercise)
    while (step := sitting.walk.current) is not None:
        _answer(sitting, raws.get(step["id"]))
    parts, unkept = sitting.kept(), ""
    said = SAVED.format(parts=parts) if parts else SAVED_PLAIN
    asked = next((step["id"] for step in exercise.data["steps"] if step.get("role") == "note"), "")
    if note.strip() and sitting.more(asked):
        outcome = sitting.give(note)
        if outcome.kept:
            sitting.finish()
        else:
            sitting.hold(note)
            unkept = outcome.problem
    if unsafe.matches(note):
        said = f"{said}\n\n{kept.unsafe_notice(journal.store)}"
    return Saved(said, unkept, sitting.entry, asked)


def _checked_all(journal: Journal, exercise: Exercise, given: Mapping[str, str]) -> dict[str, Json]:
    """The raw answers by step that the words stand for."""
    pack = exercise.ref.split("/")[0]
    world = SittingWorld(
        journal.store, journal.library, exercise.ref, lambda step: None, journal.clock().day, {}
    )
    raws: dict[str, Json] = {}
    for step in exercise.data["steps"]:
        text = given.get(step.get("role") or "", OPEN)
        if text not in ("", OPEN):
            frozen = freeze(step, world, journal.library.languages(pack), world.words)
            raws[step["id"]] = _checked(frozen, text)
    return raws


def _answer(sitting: Sitting, raw: Json) -> None:
    if raw is None:
        sitting.skip()
    else:
        sitting.give(raw)


def _checked(frozen: dict[str, Any], text: str) -> Json:
    """The raw answer that a word stands for. Raises GuideError naming the possible values."""
    raw: Json = text
    options = frozen.get("options")
    if options:
        by_word = {
            word.casefold(): name
            for name, option in options.items()
            for word in (str(option["text"]), str(option.get("key", "")), name)
        }
        raw = text if text in options else by_word.get(text.strip().casefold())
        if raw is None:
            names = ", ".join(
                f"{name} ({option['key']})" if "key" in option else name for name, option in options.items()
            )
            raise GuideError("That side is not one of those there are.", f"There are: {names}.", code=2)
    elif (state := "-".join(text.casefold().split())) in (CANNOT_TELL, NUMB):
        raw = state  # as the question itself words it
    try:
        KINDS[frozen["kind"]].parse(frozen, raw, Making(lambda: "", ""))
    except Problem as problem:
        raise GuideError(problem.message, f"This was about: {frozen.get('prompt', '')}.", code=2) from None
    return raw


def _refuse_unasked(steps: list[Any], raws: Mapping[str, Json], given: Mapping[str, str]) -> None:
    """A strength beside an answer that makes the question fall away is refused, not dropped in silence."""
    states = Walk(steps, {name: Answer(GIVEN, raw) for name, raw in raws.items()}).states()
    if "strength" in given and any(states[step] == HIDDEN for step in raws):
        raise GuideError(STRENGTH_WITH_NEITHER, STRENGTH_WITH_NEITHER_REMEDY, code=2)
