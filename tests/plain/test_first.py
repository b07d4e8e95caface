"""The first card before an exercise that was named on the command line."""

from __future__ import annotations

import io

import pytest

from guide.errors import GuideError
from guide.journal.journal import Journal
from guide.plain import runner
from guide.words import first, help_now

from .talking import Typist, stored


def begun(journal: Journal, lines: list[str], *, interactive: bool = True) -> tuple[int, str]:
    """`do a-scale` in lines; the exit code and the page."""
    out = io.StringIO()
    code = runner.begin(journal, "a-scale", Typist(lines, out), out, interactive=interactive)  # type: ignore[arg-type]
    return code, " ".join(out.getvalue().split())


def test_it_is_read_before_the_exercise_and_once(journal: Journal) -> None:
    code, page = begun(journal, ["", "4", ""])
    assert code == 0 and page.index(first.CARD[0]) < page.index("How much")
    assert stored(journal, "a-scale") == [("given", 4)]
    assert first.CARD[0] not in begun(journal, ["4", ""])[1]


def test_help_is_answered_there_and_quit_begins_nothing(journal: Journal) -> None:
    code, page = begun(journal, ["help", "quit"])
    assert code == 0 and help_now.HEAD[0] in page and "How much" not in page
    assert journal.drafts() == []


def test_the_end_of_input_on_the_card_begins_nothing_and_leaves_it_unread(journal: Journal) -> None:
    assert begun(journal, [])[0] == 0
    assert journal.drafts() == []
    assert first.CARD[0] in begun(journal, ["", "4", ""])[1]


def test_from_a_pipe_it_takes_no_line_away(journal: Journal) -> None:
    code, page = begun(journal, ["4", ""], interactive=False)
    assert code == 0 and first.CARD[0] in page
    assert stored(journal, "a-scale") == [("given", 4)]
    assert first.CARD[0] not in begun(journal, ["4", ""], interactive=False)[1]


def test_a_wrong_name_is_said_first(journal: Journal) -> None:
    out = io.StringIO()
    with pytest.raises(GuideError, match="no exercise"):
        runner.begin(journal, "a-scael", Typist([""]), out, interactive=True)  # type: ignore[arg-type]
    assert out.getvalue() == ""
