"""A text step leads to the list of sentences, and leaves out what is not there."""

from __future__ import annotations

from pathlib import Path

from guide.journal import items
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.item_list import ItemListScreen
from guide.words import items as said

from .helping import flat, make_app, make_journal, text_of

PACK = """format: 1
id: closing
version: "1"
title: Closing
language: en
collections:
  said: {title: Fair words, role: sentences, fields: {text: {title: What}}, label: "{text}"}
exercises:
  - id: close
    title: Close
    steps:
      - {id: said, kind: short, prompt: One more, collect: said, optional: true}
      - {id: end, kind: text, text: That is all there is., offer: [summary, sentences, support]}
"""


async def test_the_list_opens_and_leads_back(home: Path, tmp_path: Path) -> None:
    pack = tmp_path / "closing.yaml"
    pack.write_text(PACK, encoding="utf-8")
    journal = make_journal(home, named=(pack,))
    sitting = journal.begin("closing/close")
    sitting.give("I kept one thing going.")
    sitting.give(None)
    app = make_app(journal, exercise="closing/close")
    async with app.run_test() as pilot:
        await pilot.press("enter")
        shown = flat(app)
        assert (
            "[1] The page for a visit [2] Fair words, all of them [3] Someone beside you > [4] Go on" in shown
        )
        await pilot.press("2")
        assert isinstance(app.screen, ItemListScreen) and "I kept one thing going." in flat(app)
        assert said.SAVE in flat(app)
        await pilot.press("escape")
        assert isinstance(app.screen, ExerciseScreen) and "That is all there is." in text_of(app)
        await pilot.press("enter")
        assert "Saved." in flat(app)


async def test_without_sentences_there_is_no_dead_key(home: Path, tmp_path: Path) -> None:
    pack = tmp_path / "closing.yaml"
    pack.write_text(PACK.replace("[summary, sentences, support]", "[sentences]"), encoding="utf-8")
    journal = make_journal(home, named=(pack,))
    assert items.sentence_list(journal) is None
    app = make_app(journal, exercise="closing/close")
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert "That is all there is. > [1] Go on Enter goes on" in flat(app)
        await pilot.press("2", "3")
        assert isinstance(app.screen, ExerciseScreen)
        await pilot.press("enter")
        assert "Saved." in flat(app)
