"""From a pipe: nobody is there to answer, so nothing waits and three problems end the run."""

from __future__ import annotations

import pytest

from guide.errors import GuideError
from guide.journal.journal import Journal
from guide.words import notices

from .talking import KINDS, nameless, newest, stored, talk, waiting_at

WRONG = {
    "a-text": "hello",
    "a-choice": "green",
    "a-choices": "1 9",
    "a-yes-no": "perhaps",
    "a-scale": "11",
    "a-short": "numb",
    "a-long": "numb",
    "a-list": "numb",
    "a-grid": "9",
    "a-pick": "7",
    "a-sentence": "y" * 301,
    "a-number": "many",
    "a-date": "some time ago",
    "a-dated-list": "numb",
    "a-long-list": "numb",
    "an-edit": "edit 9",
    "a-show": "numb",
    "an-update": "9",
    "a-plan": "numb",
    "a-chart": "hello",
    "a-recall": "hello",
    "a-count": "hello",
    "a-revise": "y" * 301,
    "a-grid-of-facts": "9",
    "a-rehearse": "eleven",
}


@pytest.mark.parametrize("name", KINDS)
def test_three_problems_pause_with_exit_1_and_keep_what_was_given(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    code, shown = talk(full, name, [*lead, *[WRONG[name]] * 3, *good], interactive=False, echo=False)
    assert code == 1, shown
    assert notices.ASKED_THREE_TIMES.split(",")[0] in shown
    assert newest(full, name).how is None
    assert waiting_at(full, name) == "it"
    states = [answer.state for step in newest(full, name).steps for answer, _ in step.answers]
    assert states == ["given"] * len(lead)


@pytest.mark.parametrize("name", KINDS)
def test_two_problems_are_forgiven(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    good = good[:1] if name == "a-short" else good  # no question is asked about the words
    code, shown = talk(full, name, [*lead, WRONG[name], WRONG[name], *good], interactive=False, echo=False)
    assert code == 0, shown
    assert stored(full, name)[0][0] == "given"


@pytest.mark.parametrize("name", sorted(KINDS))
def test_at_a_terminal_there_is_no_end_of_patience(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    code, _ = talk(full, name, [*lead, *[WRONG[name]] * 9, *good, ""])
    assert code == 0
    assert stored(full, name)[0][0] == "given"


def test_an_empty_line_leaves_a_step_open_without_asking(full: Journal) -> None:
    code, shown = talk(full, "two", ["l", "", "5"], interactive=False, echo=False)
    assert code == 0
    assert notices.LEAVE_OPEN not in shown
    assert stored(full, "two", "two") == [("skipped", None)]
    assert stored(full, "two", "three") == [("given", 5)]


def test_no_question_takes_the_line_of_the_next_answer(full: Journal) -> None:
    talk(full, "a-list", ["", "better", "", "", "", "", "worse", "", ""], interactive=False, echo=False)
    assert [one["fields"] for one in stored(full, "a-list")[0][1]] == [{"now": "better"}]


def test_a_further_record_can_leave_an_optional_first_field_open(full: Journal) -> None:
    """One without anything in it ends the list at its needed field."""
    lines = ["", "better", "", "", "", "calmer", "", "", "", ""]
    talk(full, "a-list", lines, interactive=False, echo=False)
    records = [one["fields"] for one in stored(full, "a-list")[0][1]]
    assert records == [{"now": "better"}, {"now": "calmer"}]


def test_a_prompt_ends_its_line_where_nothing_is_echoed(full: Journal) -> None:
    _, shown = talk(full, "two", ["l", "3", "4"], interactive=False, echo=False)
    assert all(line.endswith(">") or ">" not in line for line in shown.replace("> ", ">").split("\n"))


def test_a_store_that_cannot_write_is_an_error_from_a_pipe(
    full: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guide.store import entries

    def refuse(*args: object, **kwargs: object) -> None:
        raise GuideError("The disk is full.", "Make room.")

    monkeypatch.setattr(entries, "answer", refuse)
    with pytest.raises(GuideError):
        talk(full, "a-scale", ["3"], interactive=False)


def test_at_a_terminal_enter_tries_once_more(full: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    from guide.store import entries

    real = entries.answer
    refused: list[bool] = []

    def refuse_once(*args: object, **kwargs: object) -> None:
        if not refused:
            refused.append(True)
            raise GuideError("The disk is full.", "Make room.")
        real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(entries, "answer", refuse_once)
    code, shown = talk(full, "a-scale", ["3", "", ""])
    assert code == 0
    assert "The disk is full. Make room." in shown
    assert stored(full, "a-scale") == [("given", 3)]


def test_rounds_carry_the_moment_they_were_said(full: Journal) -> None:
    talk(full, "a-rehearse", ["1", "", "", "", "3", "", "y", "", "", "4", "n", ""])
    moments = [one["at"] for one in stored(full, "a-rehearse")[0][1]["rounds"]]
    assert len(set(moments)) == 2
    assert nameless(moments) == moments
