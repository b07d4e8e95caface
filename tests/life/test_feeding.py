"""What the exercises make for one another over four weeks, and that it can be made again from the answers alone."""

from __future__ import annotations

from typing import Any

import pytest

from guide.journal import demo
from guide.journal.shown import feeds_of_entry
from guide.steps import KINDS
from guide.steps.base import GIVEN
from guide.store import derived, feeding, rebuilding
from guide.store.records import Stamp

from . import easing, worse
from .people import TODAY, WHO, Lived, live, lived
from .write import PLACE

EVIDENCE = (("build-a-sentence", "facts"), ("both-true", "change"), ("use-it-again", "skill"), ("weekly-look-back", "effort"))  # fmt: skip


def labels(step: dict[str, Any]) -> list[str]:
    """What a step offers, in words."""
    return [one["label"] for one in step["choices"]]


@pytest.mark.parametrize("who", WHO)
def test_every_exercise_was_done_and_ended(who: str) -> None:
    month = lived(who)
    for exercise in month.journal.library.exercises():
        entries = month.entries(exercise.ref)
        assert entries, exercise.ref
        assert all(one.how in ("finished", "stopped") for one in entries)
    assert month.journal.drafts() == []


def test_between_them_every_step_was_answered() -> None:
    answered: set[tuple[str, str]] = set()
    kinds: set[str] = set()
    for who in WHO:
        month = lived(who)
        for exercise in month.journal.library.exercises():
            for entry in month.entries(exercise.ref):
                for step in entry.steps:
                    if step.latest is not None and step.latest.answered:
                        answered.add((exercise.ref, step.step))
                        kinds.update(
                            [step.frozen["kind"]] if step.frozen and step.latest.state == GIVEN else []
                        )
    core = [
        (one.ref, step) for one in lived("easing").journal.library.exercises() for step in one.data["steps"]
    ]
    asking = {(ref, step["id"]) for ref, step in core if KINDS[step["kind"]].asks}
    assert asking - answered == set()
    assert {step["kind"] for _, step in core if KINDS[step["kind"]].asks} - kinds == set()


@pytest.mark.parametrize(("exercise", "step"), EVIDENCE)
def test_facts_made_in_one_exercise_are_offered_in_the_others(exercise: str, step: str) -> None:
    month = lived("easing")
    offered = labels(month.shown(exercise, step)[-1])
    made_before = {easing.SWIM, easing.DESK} if exercise != "both-true" else {easing.SWIM, easing.CALL}
    assert all(any(fact in label for label in offered) for fact in made_before), offered


def test_a_sentence_stands_on_the_fact_it_was_made_of_wherever_it_is_said() -> None:
    month = lived("easing")
    for step in month.shown("rehearse", "rounds"):
        assert step["said"]["evidence"], step["said"]
    assert easing.ROOM in labels(month.shown("what-is-the-ick", "which")[0])
    assert easing.ROOM in labels(month.shown("weekly-look-back", "say")[0])


def test_a_measure_made_once_is_asked_about_on_its_own_scale() -> None:
    first, later = lived("easing").shown("look-at-the-data", "now")
    assert labels(first) == labels(later) == ["fear before work", "hours out of bed by noon"]
    assert [one["ask"]["level"]["range"] for one in later["choices"]] == [
        {"min": 0, "max": 100},
        {"min": 0, "max": 6},
    ]
    assert "45" in " ".join(lived("easing").shown("look-at-the-data", "drawn")[-1]["words"])


def test_signs_set_down_once_are_asked_about_in_the_look_back() -> None:
    assert labels(lived("worse").shown("weekly-look-back", "signs")[-1]) == [worse.SIGN, worse.LINE]


def test_last_weeks_plan_is_asked_about_this_week_and_not_after_fourteen_days() -> None:
    month = live(easing.month())
    asked = [labels(step) for step in month.shown("use-it-again", "earlier")]
    assert asked == [[easing.PLAN]], "ten days old; nothing is asked while there is none"
    for days, expected in ((8, [easing.SUNDAY]), (9, [])):
        month.journal.clock = lambda days=days: demo.moment(-days, "12:00", TODAY, 0)  # type: ignore[misc]
        sitting = month.journal.begin("use-it-again")
        step = sitting.view().step
        assert step is not None
        assert (labels(step) if step["id"] == "earlier" else []) == expected, f"made {days + 5} days before"
        sitting.undo()


def test_what_was_pointed_to_most_comes_last_in_the_look_back() -> None:
    offered = labels(lived("easing").shown("weekly-look-back", "effort")[-1])
    pointed = [label for label in offered if easing.SWIM in label or easing.DESK in label]
    assert set(offered[-2:]) >= set(pointed[-1:]) and easing.SUNDAY not in offered


@pytest.mark.parametrize("who", WHO)
def test_everything_derived_can_be_made_again_from_the_answers(who: str) -> None:
    month = lived(who)
    before = tables(month)
    assert all(before[table] for table in ("points", "items", "kept")), "there is something to compare"
    rebuilding.rebuild(month.journal.store, feeds_of_entry)
    assert tables(month) == before


def tables(month: Lived) -> dict[str, list[Any]]:
    names = (*feeding.TABLES, "tallies")
    return {name: sorted(month.journal.store.query(f"SELECT * FROM {name}"), key=repr) for name in names}


def test_the_demo_is_the_first_persons_month() -> None:
    told = demo.opened(clock=lambda: Stamp(f"{TODAY}T09:00:00Z"), visits=demo.month(PLACE))
    items = [one.label for one in derived.items(told.store, "core/sentences")]
    assert items == [one.label for one in derived.items(lived("easing").journal.store, "core/sentences")]
