"""The card for the weeks after a change: whole in three places, behind no answer; and who takes less is answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from guide.journal import help_page
from guide.words.notices import MEDICINE
from tests.journal.making import journal

MEDICINE_LINE: Final = "medicine-line"
CARD: Final = "help now"
CARRIES: Final = (MEDICINE_LINE, "signals-and-support", CARD)
SIGNS: Final = {
    "activation and mania": [
        "cannot sit still", "hardly sleep", "full of energy", "racing thoughts", "spending", "talking", "rage", "risky urges",
    ],
    "mood": ["much lower mood", "thoughts of dying"],
    "age": ["25", "younger"],
    "bipolar": ["bipolar disorder", "close family"],
    "emergency": ["emergency number", "a fit", "fever", "stiff or twitching", "confusion"],
    "overdose": ["more tablets", "than prescribed", "even if you feel all right"],
    "pregnancy": ["pregnant", "planning", "breastfeeding", "please don't stop by yourself", "midwife"],
}  # fmt: skip
ANSWERS: Final = ("no-thought", "thinking", "planned", "own", "stopped", "private")


def walked(folder: Path, name: str, answers: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The steps of one walk as they were shown, more steps left closed."""
    opened = journal(folder)
    sitting, shown = opened.begin(name), {}
    while (step := sitting.view().step) is not None:
        shown[step["id"]] = step
        if step["id"] in answers:
            assert sitting.give(answers[step["id"]]).kept
        else:
            sitting.skip()
    opened.close()
    return shown


def said(folder: Path, where: str) -> str:
    """All that is read there by somebody who answers nothing."""
    if where == CARD:
        texts = [line for sentence, points in help_page.first_weeks() for line in [sentence, *points]]
    else:
        texts = [str(step.get("text", "")) for step in walked(folder, where, {}).values()]
    return " ".join(" ".join(texts).lower().split())


@pytest.mark.parametrize("hazard", SIGNS)
@pytest.mark.parametrize("where", CARRIES)
def test_the_card_is_whole_wherever_it_stands_and_behind_no_answer(
    where: str, hazard: str, tmp_path: Path
) -> None:
    text = said(tmp_path, where)
    assert [sign for sign in SIGNS[hazard] if sign not in text] == []


# -- who takes less, or has stopped ---------------------------------------------------------------------------


def answered(folder: Path, taking: str) -> dict[str, dict[str, Any]]:
    """The text steps after the question whether less is taken."""
    shown = walked(folder, MEDICINE_LINE, {"taking": taking})
    names = list(shown)
    assert set(ANSWERS) == set(shown["taking"]["options"])
    return {name: shown[name] for name in names[names.index("taking") + 1 :] if shown[name]["kind"] == "text"}


@pytest.mark.parametrize("taking", ["own", "stopped"])
def test_whoever_has_stopped_is_not_told_not_to_and_is_led_to_people(taking: str, tmp_path: Path) -> None:
    ((_, step),) = answered(tmp_path, taking).items()
    text = " ".join(step["text"].split())
    assert MEDICINE not in text and "don't" not in text
    for needed in ("prescriber or a pharmacist soon", "today if you feel unwell", "start again or take extra",
                   "withdrawal", "F2"):  # fmt: skip
        assert needed in text
    assert step["offer"] == ["support", "help-now"]


def test_whoever_thinks_of_it_reads_the_fixed_line_and_is_led_to_a_visit(tmp_path: Path) -> None:
    ((_, step),) = answered(tmp_path, "thinking").items()
    assert MEDICINE in " ".join(step["text"].split())
    assert step["offer"] == ["before-the-appointment", "support"]


def test_a_plan_made_with_the_prescriber_gets_no_warning(tmp_path: Path) -> None:
    assert answered(tmp_path, "planned") == {}


@pytest.mark.parametrize("taking", ["no-thought", "private"])
def test_everybody_else_reads_the_fixed_line(taking: str, tmp_path: Path) -> None:
    ((_, step),) = answered(tmp_path, taking).items()
    assert MEDICINE in " ".join(step["text"].split())


# -- what leads there from a log ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "stronger", "shown"),
    [(["no-rest"], 0, True), (["sleep"], 3, True), (["sleep"], 2, False), (["nothing"], 0, False)],
)
def test_restlessness_or_several_stronger_feelings_lead_to_the_card(
    day: list[str], stronger: int, shown: bool, tmp_path: Path
) -> None:
    sitting = journal(tmp_path).begin("muted-check")
    for raw in ("both", 7, 4):
        assert sitting.give(raw).kept
    assert sitting.more()
    seen = {}
    while (step := sitting.view().step) is not None:
        seen[step["id"]] = step
        if step["id"] == "words":
            rows = list(step["rows"])[:4]
            cells = {row: "stronger" if place < stronger else "as-usual" for place, row in enumerate(rows)}
            cells = {row: column for row, column in cells.items() if column in step["columns"]}
            assert sitting.give({"cells": cells or {rows[0]: next(iter(step["columns"]))}}).kept
        elif step["id"] == "day":
            assert sitting.give(day).kept
        else:
            sitting.skip()
    assert ("restless" in seen) is shown
    if shown:
        text = " ".join(seen["restless"]["text"].split())
        assert "call your prescriber" in text and "thoughts of dying" in text
        assert seen["restless"]["offer"] == ["support", "help-now"]


@pytest.mark.parametrize(
    ("kind", "opens"), [("unsafe", True), ("racing", False), ("low", False), ("unsure", False)]
)
def test_unsafe_goes_straight_to_help_now_and_nothing_more_is_asked(
    kind: str, opens: bool, tmp_path: Path
) -> None:
    shown = walked(tmp_path, "which-kind-of-hard", {"kind": kind})
    assert any(step.get("open") == "help-now" for step in shown.values()) is opens
    if opens:
        assert [step["kind"] for step in shown.values()] == ["choice", "text"]
