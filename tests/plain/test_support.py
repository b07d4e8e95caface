"""Own people and the support plan in lines: people first, the plan behind a word, and how to make one."""

from __future__ import annotations

from pathlib import Path

from guide.words import help_now as said
from guide.words import plain as words
from guide.words import support

from .talking import opened, talk

EXERCISE = "signals-and-support"
WRITTEN = ["Sam", "555 0100", "", "", "I stop opening the post", "", "pause"]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_people_stand_first_and_the_plan_behind_its_word(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    _, shown = talk(journal, EXERCISE, [*WRITTEN[:-1], "help", "help plan", "pause"])
    page, plan = shown.split("> help\n")[1].split("> help plan\n")
    assert page.index("Sam, 555 0100") < page.index(said.DIRECTORY[1]) < page.index(words.HELP_PLAN)
    assert "My early signs" not in page
    assert (
        "My early signs\n" in plan and "  I stop opening the post\n" in plan and said.DIRECTORY[1] not in plan
    )


def test_without_a_plan_the_word_gives_the_page(tmp_path: Path) -> None:
    _, shown = talk(opened(tmp_path), EXERCISE, ["help plan", "pause"])
    assert said.DIRECTORY[1] in shown and words.HELP_PLAN not in shown and said.OWN_FIRST not in shown


def test_support_shows_the_plan_and_before_that_how_to_make_one(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    which = ["l", "1", "pause"]
    _, shown = talk(journal, "which-kind-of-hard", which)
    assert support.NONE_YET.format(exercise="Signals and support") in flat(shown)
    talk(journal, EXERCISE, WRITTEN)
    _, shown = talk(journal, "which-kind-of-hard", ["back", *which])
    assert (
        "Your own people\n  Sam, 555 0100\nYour support plan\n  My early signs\n    I stop opening" in shown
    )
    assert support.NONE_YET.partition("}")[2] not in shown


def test_a_copy_that_failed_is_said(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.places.support_path.mkdir()
    _, shown = talk(journal, EXERCISE, WRITTEN)
    assert support.NOT_COPIED in flat(shown)
