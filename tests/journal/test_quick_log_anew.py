"""The quick log begins at its first row whenever it is opened; and the letter for yes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.journal import look
from guide.journal.yes_key import yes_key

from .held import here
from .making import Clock, journal


def test_the_quick_log_of_today_begins_at_its_first_row_with_what_stood_there(tmp_path: Path) -> None:
    with_log = journal(tmp_path)
    left = with_log.begin("muted-check", anew=True)
    left.give("both")
    left.look_away()
    again = with_log.begin("muted-check", anew=True)
    assert again.entry == left.entry and here(again) == "side" and again.view().raw == "both"
    for raw in ("both", 7, 4):
        assert again.give(raw).kept
    assert again.ended and again.view().kept == "Both, 7, mood 4"
    assert [row.id for row in look.entries(with_log)] == [left.entry]
    assert [line.earlier for line in look.entry(with_log, left.entry).lines] == [[], [], []]


@pytest.mark.parametrize(("given", "kept"), [(["both"], []), (["both", 7], ["stopped"])])
def test_one_of_another_day_stays_only_when_it_says_enough(
    tmp_path: Path, given: list[Any], kept: list[str]
) -> None:
    clock = Clock()
    with_log = journal(tmp_path, clock)
    left = with_log.begin("muted-check", anew=True)
    for raw in given:
        left.give(raw)
    clock.move(days=1)
    again = with_log.begin("muted-check", anew=True)
    assert again.entry != left.entry and here(again) == "side" and again.view().raw is None
    assert [row.how for row in look.entries(with_log)] == kept
    assert [row.id for row in with_log.drafts()] == [again.entry]
    with_log.untrash(left.entry)  # and nothing of it is gone


def test_notes_begun_behind_m_are_kept_when_another_log_begins(tmp_path: Path) -> None:
    with_log = journal(tmp_path)
    left = with_log.begin("muted-check")
    for raw in ("both", 7, 4):
        left.give(raw)
    left.more()
    left.hold("a note half wr")
    again = with_log.begin("muted-check", anew=True)
    assert again.entry != left.entry and here(again) == "side"
    (line,) = [one for one in look.entry(with_log, left.entry).lines if one.step == "note"]
    assert line.words == ["a note half wr"]
    assert [row.id for row in with_log.drafts()] == [again.entry]


def test_going_on_and_other_exercises_are_taken_up_where_they_were(tmp_path: Path) -> None:
    with_log = journal(tmp_path)
    left = with_log.begin("muted-check", anew=True)
    left.give("both")
    assert here(with_log.begin("muted-check")) == "strength"
    assert here(with_log.resume(left.entry)) == "strength"
    other = with_log.begin("then-now", anew=True)
    other.give("yes")
    assert here(with_log.begin("then-now", anew=True)) == "changes"


# -- yes in other languages ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "key"),
    [
        ("en", "y"),
        ("es", "s"),
        ("pt-BR", "s"),
        ("it_IT", "s"),
        ("de-AT", "j"),
        ("nb", "j"),
        ("FR", "o"),
        ("", "y"),
    ],
)
def test_yes_has_the_letter_of_its_language(language: str, key: str) -> None:
    assert yes_key(language) == key


def test_the_language_is_the_one_an_exercise_is_shown_in(tmp_path: Path) -> None:
    spanish = tmp_path / "es.yaml"
    spanish.write_text(
        'format: 1\nid: paseo\nversion: "1"\ntitle: Un paseo\nlanguage: es\nexercises:\n'
        "  - {id: uno, title: Uno, steps: [{id: fue, kind: yes-no, prompt: Fue}]}\n",
        encoding="utf-8",
    )
    opened = journal(tmp_path / "home", named=(spanish,))
    assert opened.begin("uno").language == "es"
    assert opened.begin("muted-check").language == "en"
