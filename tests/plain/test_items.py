"""The word `items` at home: lists, ticks, setting aside, and saving the sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import items
from guide.journal.journal import Journal
from guide.words import items as words
from guide.words import plain
from tests.journal.making import a_sentence

from .talking import at_home, opened, talk

CARD = ""


def test_lists_are_numbered_and_one_opens(full: Journal) -> None:
    code, shown = at_home(full, [CARD, "items", "9", "1", "", "", "quit"])
    assert code == 0
    assert shown.count(words.LISTS_HINT) == 2
    for one in items.built_up(full):
        assert f"{one.title}: {one.in_use} item" in " ".join(shown.split())
    assert plain.HOME_NOT in shown
    held = items.held(full, items.built_up(full)[0])
    assert all(one.label in shown for one in held)
    assert shown.rstrip().endswith(plain.HOME_END)


def test_nothing_built_up_yet_goes_straight_back(journal: Journal) -> None:
    code, shown = at_home(journal, [CARD, "items", "quit"])
    assert (code, words.EMPTY in " ".join(shown.split())) == (0, True)


def test_an_item_is_set_aside_and_taken_back(full: Journal) -> None:
    first = items.built_up(full)[0]
    newest = items.held(full, first)[0]
    _, shown = at_home(full, [CARD, "items", "1", "show aside", "aside 1", "show aside", "", "", "quit"])
    assert words.SET_ASIDE in shown and shown.count(plain.HOME_NOT) == 1
    assert [one.id for one in items.held(full, first, aside=True)] == [newest.id]
    _, shown = at_home(full, ["items", "1", "show aside", "aside 1", "back 2", "back 1", "", "", "quit"])
    assert words.TAKEN_BACK in shown and words.NO_NUMBER in shown
    assert items.held(full, first)[0].id == newest.id


def test_more_than_ten_come_by_and_by_and_keep_their_numbers(
    full: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guide.plain import items as page

    monkeypatch.setattr(page, "PAGE", 1)
    first = items.built_up(full)[0]
    newest, second, *_ = items.held(full, first)
    _, shown = at_home(full, [CARD, "items", "1", "aside 2", "older", "aside 2", "", "", "quit"])
    assert shown.count(words.NO_NUMBER) == 1
    assert items.held(full, first)[0].id == newest.id
    assert [one.id for one in items.held(full, first, aside=True)] == [second.id]


def test_only_lists_of_a_summary_take_a_tick(full: Journal) -> None:
    _, shown = at_home(full, [CARD, "items", "1", "page 1", "", "", "quit"])
    assert "are not ticked one by one" in " ".join(shown.split())


def sentences(full: Journal) -> tuple[str, str]:
    """The numbers of a list of sentences and of another one."""
    a_sentence(full)
    roles = [one.role for one in items.built_up(full)]
    return str(roles.index(items.SENTENCES) + 1), str(roles.index("evidence") + 1)


def test_sentences_are_saved(full: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    place, other = sentences(full)
    _, shown = at_home(
        full, [CARD, "items", place, "save", "", "save", "", "b.txt", "save", "back", "", "", "quit"]
    )
    found = " ".join(shown.split())
    assert (
        words.SAVE_PLAIN in found
        and "There is a file of that name: " in found
        and words.SAVE_NOTHING in found
    )
    text = (tmp_path / "list.txt").read_text("utf-8")
    assert text == (tmp_path / "b.txt").read_text("utf-8")
    assert text.splitlines() == items.as_text(
        items.built_up(full)[int(place) - 1], items.held(full, items.built_up(full)[int(place) - 1])
    )
    _, shown = at_home(full, ["items", other, "save", "", "", "quit"])
    assert words.SAVE_PLAIN not in shown


def test_a_file_is_replaced_when_that_is_said_twice(
    full: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.txt").write_text("mine")
    place, _ = sentences(full)
    at_home(full, [CARD, "items", place, "save", "", "back", "", "", "quit"])
    assert (tmp_path / "list.txt").read_text() == "mine"
    at_home(full, ["items", place, "save", "", "", "", "", "quit"])
    assert (tmp_path / "list.txt").read_text("utf-8") != "mine"


def test_help_answers_in_place(full: Journal) -> None:
    _, shown = at_home(full, [CARD, "items", "help", "?", "1", "?", "help", "", "", "quit"])
    assert shown.count("call your local emergency number") == 2


def test_the_end_of_input_leaves_quietly(full: Journal) -> None:
    for lines in (["items"], ["items", "1"], ["items", "1", "aside 1"]):
        code, _ = at_home(full, [CARD, *lines], interactive=False)
        assert code == 0


CLOSING = """format: 1
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
      - {id: end, kind: text, text: That is all., offer: [summary, sentences]}
  - {id: summary, title: Ours too, steps: [{id: x, kind: text, text: x}]}
"""


def test_a_text_step_leads_to_the_sentences_and_leaves_out_what_is_not_there(tmp_path: Path) -> None:
    pack = tmp_path / "closing.yaml"
    pack.write_text(CLOSING, encoding="utf-8")
    journal = opened(tmp_path / "notes", packs=(pack,))
    _, shown = talk(journal, "closing/close", ["I kept one thing going.", "", ""])
    assert (
        "Fair words" not in shown and "Ours too" not in shown and words_plain(shown).count(plain.OFFERS) == 1
    )
    _, shown = talk(journal, "closing/close", ["", "2", "save", "back", "", "", ""])
    assert "  2  Fair words, all of them" in shown
    assert words.SAVE_PLAIN in words_plain(shown) and "1  I kept one thing going." in shown
    assert words_plain(shown).count(plain.OFFERS) == 2, "one is back at the step"


def words_plain(shown: str) -> str:
    return " ".join(shown.split())
