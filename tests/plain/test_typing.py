"""Nothing that was typed is lost in line mode: going back, skipping, stopping, and a process that went away."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from guide.journal import look
from guide.journal.home import card_read
from guide.journal.journal import Journal
from guide.plain import runner
from guide.store import entries
from guide.words import look as look_words
from guide.words import plain as words
from tests.journal.held import PACK

from .talking import opened, talk


@pytest.fixture
def typing(tmp_path: Path) -> Journal:
    return opened(tmp_path / "notes", packs=(PACK,))


def flat(text: str) -> str:
    return " ".join(text.split())


def unfinished(journal: Journal) -> dict[str, list[str]]:
    """The unfinished words of the newest entry, ended or not."""
    name = [row.id for row in journal.drafts()] or [row.id for row in look.entries(journal)]
    lines = look.entry(journal, name[0]).lines
    return {line.step: line.words for line in lines if line.state == look.UNFINISHED}


@pytest.mark.parametrize("killed", [False, True], ids=["on the way", "killed in between"])
def test_half_a_text_stands_there_again_after_going_back(
    typing: Journal, tmp_path: Path, killed: bool
) -> None:
    lines = ["1", "a line", "skip", "skip", "one", "two", "back"]
    if killed:
        talk(typing, "walk", lines, killed=True)
        typing = opened(tmp_path / "notes", packs=(PACK,))
        _, shown = talk(typing, "walk", ["skip", "three", ".", "skip", "", ""])
    else:
        _, shown = talk(typing, "walk", [*lines, "skip", "three", ".", "skip", "", ""])
    assert "Here so far:\n  one\n  two\n" in shown
    (row,) = look.entries(typing)
    (line,) = [one for one in look.entry(typing, row.id).lines if one.step == "longer"]
    assert line.words == ["one", "two", "three"]


def test_half_a_record_waits_while_an_earlier_step_is_answered(typing: Journal) -> None:
    _, shown = talk(
        typing, "lists", ["slept", "walk", "", "", "the phone rings", "back", "back", "", "", "I go", "stop"]
    )
    lines = look.entry(typing, look.entries(typing)[0].id).lines
    assert ["If the phone rings, then I go"] in [line.words for line in lines], shown


def test_skipping_half_a_plan_says_so_once_and_keeps_its_words(typing: Journal) -> None:
    _, shown = talk(typing, "lists", ["slept", "walk", "", "", "the phone rings", "skip", "skip", "stop"])
    assert flat(shown).count(words.SKIP_LOSS) == 1
    assert unfinished(typing) == {"plan": ["the phone rings"]}


def test_skipping_the_next_record_keeps_those_before(typing: Journal) -> None:
    _, shown = talk(typing, "lists", ["slept", "walk", "hid", "ring Ann", "skip", "stop"])
    assert words.SKIP_LOSS not in flat(shown)
    (line, *_) = look.entry(typing, look.entries(typing)[0].id).lines
    assert line.words == ["Then I: slept · Now I: walk", "Then I: hid · Now I: ring Ann"]


def test_stopping_keeps_half_a_record_as_unfinished(typing: Journal) -> None:
    _, shown = talk(typing, "lists", ["slept", "walk", "hid from let", "stop", "stop"])
    assert words.SMALL_LOSS in flat(shown)
    assert unfinished(typing) == {"facts": ["hid from let"]}


def test_words_in_a_field_are_cleared_only_when_skip_is_typed_twice(typing: Journal) -> None:
    _, shown = talk(typing, "lists", ["slept", "walk", "back", "skip", "", "", "stop"])
    assert words.FIELD_LOSS in flat(shown)
    (line, *_) = look.entry(typing, look.entries(typing)[0].id).lines
    assert line.words == ["Then I: slept · Now I: walk"]


def test_records_after_the_first_are_not_asked_about_again(typing: Journal) -> None:
    _, shown = talk(typing, "nudged", ["better", "", "", "stronger", "", "calmer", "", "", "skip"])
    assert shown.count(words.NUDGE_KEEP) == 1


def test_yes_has_the_letter_of_its_language(tmp_path: Path) -> None:
    pack = tmp_path / "es.yaml"
    pack.write_text(
        'format: 1\nid: paseo\nversion: "1"\ntitle: Un paseo\nlanguage: es\nexercises:\n'
        "  - {id: uno, title: Uno, steps: [{id: a, kind: yes-no, prompt: Fue}, {id: b, kind: yes-no, prompt: Y}, "
        "{id: c, kind: yes-no, prompt: Z}, {id: d, kind: yes-no, prompt: W}]}\n",
        encoding="utf-8",
    )
    journal = opened(tmp_path / "notes", packs=(pack,))
    _, shown = talk(journal, "uno", ["s", "n", "Sí", "y", ""])
    assert words.YES_OR_NO_KEY.format(yes="s") in shown
    (row,) = look.entries(journal)
    assert [line.words for line in look.entry(journal, row.id).lines] == [["Yes"], ["No"], ["Yes"], ["Yes"]]


def test_nothing_is_held_once_all_is_answered(typing: Journal) -> None:
    talk(typing, "walk", ["1", "a line", "7", "yesterday", "one", ".", "1", "", ""])
    (row,) = look.entries(typing)
    assert row.how == "finished" and entries.held(typing.store, row.id) == {}


def test_review_says_which_words_are_unfinished(typing: Journal) -> None:
    talk(typing, "lists", ["slept", "walk", "", "", "the phone rings", "skip", "skip", "stop"])
    card_read(typing)
    out = io.StringIO()
    runner.home(typing, io.StringIO("review\n1\n\nquit\n"), out, interactive=False)
    assert f"  the phone rings\n  {look_words.ENTRY_UNFINISHED_WORDS}\n" in out.getvalue()
