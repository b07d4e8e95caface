"""The figures of the texts that `make bench` prints are there, and within what the other tests hold them to."""

from __future__ import annotations

import pytest

from guide.packs.lints.prose import HIGHEST_GRADE, MOST_WORDS
from tests.bench import texts

from .texts import exercises


def test_every_exercise_and_step_is_counted() -> None:
    assert set(texts.grades().by_name) == set(exercises())
    assert len(texts.step_words().by_name) == sum(len(one["steps"]) for one in exercises().values())


def test_the_worst_is_within_bounds() -> None:
    assert texts.grades().worst[1] <= HIGHEST_GRADE
    assert texts.module_grades().worst[1] <= HIGHEST_GRADE
    assert texts.step_words().worst[1] <= MOST_WORDS


def test_median_and_worst() -> None:
    figures = texts.Figures("words", {"one": 1.0, "two": 9.0, "three": 2.0})
    assert (figures.median, figures.worst) == (2.0, ("two", 9.0))
    assert figures.line().endswith("median   2.0, highest   9.0 (two)")


def test_all_of_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    texts.main()
    out = capsys.readouterr().out
    assert all(name in out for name in exercises())
    assert "our own judgement" in out
