"""Every exercise of ours from a pipe: with nothing but Enter, with nothing but `skip`, and from an empty notebook."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from guide.errors import GuideError
from guide.journal import look
from guide.journal.home import doors
from guide.journal.journal import Journal
from guide.journal.library import Exercise
from guide.plain import runner
from guide.words import preview
from tests.journal.test_library_stands import EXERCISES, empty, filled, reads_back


def piped(journal: Journal, name: str, line: str) -> tuple[int, str]:
    """The exercise with this line again and again; exit code and what was printed."""
    out = io.StringIO()
    sitting = journal.begin(name)
    code = runner.run(journal, sitting, io.StringIO(f"{line}\n" * 400), out, interactive=False)
    return code, out.getvalue()


@pytest.mark.parametrize("store", [empty, filled], ids=["empty", "filled"])
@pytest.mark.parametrize("line", ["", "skip"])
@pytest.mark.parametrize("name", EXERCISES)
def test_it_comes_to_its_end(name: str, line: str, store: Callable[[], Journal]) -> None:
    journal = store()
    times = len(look.entries(journal, limit=1000))
    try:
        code, said = piped(journal, name, line)
    except GuideError:
        assert store is empty
        return
    assert code == 0 and preview.DONE in said, said[-500:]
    assert journal.drafts() == [] and len(look.entries(journal, limit=1000)) == times + 1
    assert "Traceback" not in said and "\x1b" not in said and "{" not in said
    reads_back(journal)


@pytest.mark.parametrize("name", EXERCISES)
def test_an_empty_notebook_says_what_makes_it_and_goes_there(name: str) -> None:
    journal = empty()
    exercise = journal.library.find(name)
    shown = [one.ref for door in doors(journal, {}) for one in door.exercises]
    needed: list[Exercise] = []  # what makes what it needs, and what makes that
    while journal.lacking(needed[-1] if needed else exercise) and (maker := journal.made_by(needed[-1] if needed else exercise)):  # fmt: skip
        needed.append(maker)
    lines = [str(shown.index(exercise.ref) + 1), *(["y"] if needed else []), *["skip"] * 60, "quit"]
    out = io.StringIO()
    code = runner.home(journal, io.StringIO("\n".join(lines) + "\n"), out, interactive=False)
    said = " ".join(out.getvalue().split())
    (done,) = look.entries(journal)
    assert code == 0 and done.exercise == [exercise, *needed][-1].ref, said[-500:]
    assert all(f"The exercise “{one.title}” fills it." in said for one in needed)
