"""Help now opens by itself over the step that says so: once, at once, and a held Enter does not close it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide import places
from guide.journal.journal import Journal
from guide.journal.preview import Preview
from guide.ui.preview import PreviewApp
from guide.ui.screens import help_now
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.help_now import HelpNowScreen
from guide.words import help_now as said
from guide.words import preview as preview_words

from .helping import flat, make_app, make_journal, text_of

OPENING = """format: 1
id: opening
version: "1"
title: Opening
language: en
exercises:
  - id: hard
    title: Which kind of hard
    steps:
      - id: which
        kind: choice
        prompt: Which kind
        options: {tired: I am tired, unsafe: {text: I may not be safe, key: u}}
      - id: people
        kind: text
        text: Being safe comes first.
        open: help-now
        when: {answer: which, is: unsafe}
      - {id: other, kind: yes-no, prompt: And else}
"""


def opening(home: Path) -> Journal:
    folder = places.find(str(home), {}).packs / "opening"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(OPENING, encoding="utf-8")
    return make_journal(home)


async def test_it_opens_at_once_and_the_text_stands_beneath(home: Path) -> None:
    journal = opening(home)
    app = make_app(journal, exercise="hard")
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(app.screen, HelpNowScreen) and said.DIRECTORY[1] in flat(app)
        (draft,) = journal.drafts()
        assert journal.resume(draft.id).walk.answers["which"].value == "unsafe", "the answer is kept first"
        await pilot.press("escape")
        assert isinstance(app.screen, ExerciseScreen) and "Being safe comes first." in text_of(app)
        await pilot.press("enter")
        assert "And else" in text_of(app)
        await pilot.press("f3")
        await pilot.pause()
        assert "Being safe comes first." in text_of(app), "on the way back it does not open again"


async def test_another_answer_opens_nothing(home: Path) -> None:
    app = make_app(opening(home), exercise="hard")
    async with app.run_test() as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen) and "And else" in text_of(app)


async def test_an_enter_that_was_meant_for_the_answer_does_not_close_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = [100.0]
    monkeypatch.setattr(help_now, "monotonic", lambda: moment[0])
    app = make_app(opening(home), exercise="hard")
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "enter", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, HelpNowScreen)
        moment[0] += help_now.STAYS
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen) and "Being safe comes first." in text_of(app)
        await pilot.press("f2", "enter")
        assert isinstance(app.screen, ExerciseScreen), "whoever opened it may close it at once"


async def test_taken_up_again_it_opens_again(home: Path) -> None:
    journal = opening(home)
    journal.begin("hard").give("unsafe")
    app = make_app(journal, exercise="hard")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HelpNowScreen)


async def test_in_a_preview_it_opens_once_and_says_that_nothing_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.yaml").write_text(OPENING, encoding="utf-8")
    app = PreviewApp(Preview(places.find(str(tmp_path / "home"), {}), folder), exercise="hard")
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(app.screen, HelpNowScreen) and said.HEAD_PREVIEW[1] in flat(app)  # type: ignore[arg-type]
        await pilot.press("escape")
        (folder / "pack.yaml").write_text(OPENING.replace("comes first", "matters most"), encoding="utf-8")
        app.look()
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen) and "Being safe matters most." in text_of(app)
        await pilot.press("escape")
        assert preview_words.NOTHING_KEPT in text_of(app)
    app.preview.close()
