"""What was built up: lists by name, setting aside, ticks for the page, and a list to take along."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.journal import files, items
from guide.journal.journal import Journal
from guide.words import taking
from tests.journal.making import Clock, a_sentence, journal, play

PACK = """format: 1
id: mine
version: "1.0"
title: 'My ”pack” [b]'
language: en
collections:
  kind-words: {title: Kind words, role: sentences, label: "{text}", fields: {text: {title: Sentence}}}
  walks:
    title: Walks I know
    label: "{what}"
    fields:
      what: {title: What}
      hard: {title: How hard, kind: choice, options: {light: light, hard: very hard}}
  asks: {title: Questions, label: "{ask}", fields: {ask: {title: Question}}}
  costs: {title: Costs, label: "{what}", fields: {what: {title: What}}}
values:
  word: {title: Word, default: none}
summary:
  - {part: questions, from: asks, free_text: true}
  - {part: glad, from: word, free_text: true}
exercises:
  - id: note
    title: Note
    steps:
      - {id: said, kind: short, prompt: A sentence, collect: kind-words}
      - id: walks
        kind: list
        prompt: Walks
        record: {what: {kind: short, prompt: What}, hard: {kind: choice, prompt: Hard, options: {light: l, hard: h}}}
        collect: walks
      - {id: ask, kind: short, prompt: A question, collect: asks}
      - {id: cost, kind: short, prompt: A cost, collect: costs}
      - {id: word, kind: short, prompt: A word, keep: word}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Journal:
    file = tmp_path / "pack.yaml"
    file.write_text(PACK, encoding="utf-8")
    opened = journal(tmp_path / "home", Clock(), (file,))
    walks = [{"what": "round the block", "hard": "hard"}, {"what": "to the gate"}]
    play(opened.begin("mine/note"), {"said": "I went out.", "walks": walks, "ask": "How long?"})
    play(
        opened.begin("mine/note"),
        {"said": "I rang [b]Ann[/b].\x1b[31m", "ask": "What then?", "cost": "evenings"},
    )
    return opened


def listed(mine: Journal, name: str, *, aside: bool = False) -> list[str]:
    return [one.label for one in items.held(mine, items.find(mine, name), aside=aside)]


def test_lists_that_hold_something_stand_in_the_order_of_their_packs(mine: Journal) -> None:
    shown = [(one.name, one.call, one.in_use, one.page) for one in items.built_up(mine)]
    assert shown == [
        ("mine/kind-words", "mine/kind-words", 2, False),
        ("mine/walks", "mine/walks", 2, False),
        ("mine/asks", "mine/asks", 2, True),
        ("mine/costs", "mine/costs", 1, False),
    ]
    assert items.built_up(mine)[0].title == "Kind words, from “My 'pack' [b]”"


@pytest.mark.parametrize("name", ["mine/walks", "walks", "Walks I know", " walks  i KNOW "])
def test_a_list_is_found_by_id_full_name_and_title(mine: Journal, name: str) -> None:
    assert items.find(mine, name).name == "mine/walks"


def test_of_two_lists_of_one_name_ours_is_meant(mine: Journal) -> None:
    assert (items.find(mine, "costs").name, items.find(mine, "mine/costs").name) == (
        "core/costs",
        "mine/costs",
    )


def test_a_name_that_is_no_list_names_the_nearest(mine: Journal) -> None:
    with pytest.raises(GuideError, match=r"no list 'kind-wrds'.*Did you mean 'mine/kind-words'"):
        items.find(mine, "kind-wrds")
    with pytest.raises(GuideError, match="unmuted items"):
        items.find(mine, "zzzzzzzz\x1b[31m")


def test_items_are_the_newest_first_in_one_line_with_their_other_fields(mine: Journal) -> None:
    assert listed(mine, "kind-words") == ["I rang [b]Ann[/b].", "I went out."]
    more = {one.label: one.more for one in items.held(mine, items.find(mine, "walks"))}
    assert more == {"to the gate": [], "round the block": ["How hard: very hard"]}
    (last,) = items.held(mine, items.find(mine, "kind-words"), limit=5, offset=1)
    assert last.label == "I went out."


def test_an_item_is_set_aside_and_taken_back_by_the_beginning_of_its_id(mine: Journal) -> None:
    id_ = items.held(mine, items.find(mine, "walks"))[0].id
    gone = items.set_aside(mine, id_[:8].upper())
    assert (gone.label, gone.aside) == ("to the gate", True)
    assert (listed(mine, "walks"), listed(mine, "walks", aside=True)) == (
        ["round the block"],
        ["to the gate"],
    )
    found = items.find(mine, "walks")
    assert (found.in_use, found.aside) == (1, 1)
    assert not items.set_aside(mine, id_, False).aside
    for prefix in ("zz", "", "' OR 1=1 --", "%"):
        with pytest.raises(GuideError):
            items.set_aside(mine, prefix)


def test_an_item_that_another_window_took_away_meanwhile_is_said(
    mine: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = items.held(mine, items.find(mine, "walks"))[0].id
    monkeypatch.setattr("guide.store.derived.item", lambda store, id_: None)
    for change in (items.set_aside, items.tick):
        with pytest.raises(GuideError, match="not there now"):
            change(mine, walk)


def test_a_list_that_is_all_set_aside_still_shows(mine: Journal) -> None:
    (only,) = items.held(mine, items.find(mine, "mine/costs"))
    items.set_aside(mine, only.id)
    assert [(one.in_use, one.aside) for one in items.built_up(mine) if one.name == "mine/costs"] == [(0, 1)]


def test_items_of_a_pack_that_is_gone_are_still_there(mine: Journal, tmp_path: Path) -> None:
    mine.close()
    alone = journal(tmp_path / "home")
    found = items.find(alone, "kind words")
    assert found.title == "Kind words, from a pack that is no longer here"
    assert listed(alone, "mine/kind-words") == ["I rang [b]Ann[/b].", "I went out."]
    assert items.held(alone, items.find(alone, "walks"))[1].more == ["How hard: very hard"]


def test_a_tick_goes_on_the_page_and_off_again(mine: Journal) -> None:
    newest, oldest = items.held(mine, items.find(mine, "asks"))
    assert items.for_the_page(mine) == []
    assert items.tick(mine, oldest.id[:10]).ticked
    assert items.tick(mine, newest.id).ticked
    assert [one.label for one in items.for_the_page(mine)] == ["What then?", "How long?"]
    assert not items.tick(mine, newest.id).ticked
    assert [one.label for one in items.for_the_page(mine)] == ["How long?"]
    assert [one.ticked for one in items.held(mine, items.find(mine, "asks"))] == [False, True]


def test_a_tick_follows_its_item(mine: Journal) -> None:
    _, oldest = items.held(mine, items.find(mine, "asks"))
    items.tick(mine, oldest.id)
    items.set_aside(mine, oldest.id)
    assert items.for_the_page(mine) == []
    assert [one.ticked for one in items.held(mine, items.find(mine, "asks"), aside=True)] == [False]
    items.set_aside(mine, oldest.id, False)
    assert len(items.for_the_page(mine)) == 1
    entry = mine.store.query(
        "SELECT e.id FROM items v JOIN entries e ON e.seq = v.entry WHERE item = ?", (oldest.id,)
    )
    mine.trash(entry[0][0])
    assert items.for_the_page(mine) == []
    mine.untrash(entry[0][0])
    assert [one.id for one in items.for_the_page(mine)] == [oldest.id]


def test_only_lists_of_the_summary_take_a_tick(mine: Journal) -> None:
    walk = items.held(mine, items.find(mine, "walks"))[0]
    with pytest.raises(GuideError, match="are not ticked one by one"):
        items.tick(mine, walk.id)
    assert mine.state(items.PAGE) is None


def test_a_tick_that_cannot_be_kept_is_said(mine: Journal, tmp_path: Path) -> None:
    ask = items.held(mine, items.find(mine, "asks"))[0].id
    mine.store.readonly = True
    with pytest.raises(GuideError, match="reading only"):
        items.tick(mine, ask)
    assert items.for_the_page(mine) == []


def test_the_list_of_sentences_is_that_of_the_pack_that_asks_or_ours(mine: Journal) -> None:
    found = items.sentence_list(mine)
    assert found is not None
    assert found.name == "mine/kind-words", "ours holds none"
    a_sentence(mine)
    assert [one.name for near in ("", "mine") if (one := items.sentence_list(mine, near))] == [
        "core/sentences",
        "mine/kind-words",
    ]


def test_no_list_of_sentences_without_sentences(tmp_path: Path) -> None:
    assert items.sentence_list(journal(tmp_path / "home")) is None


def test_what_makes_items_is_named(mine: Journal) -> None:
    assert items.maker(mine, items.find(mine, "walks")) == "Note"


class TestFile:
    LINES = ("My sentences", "I went out.")

    def test_it_is_the_lines_and_nothing_else_for_its_owner_only(self, tmp_path: Path) -> None:
        path = tmp_path / "list.txt"
        assert files.save(f" {path} ", self.LINES) == str(path)
        assert path.read_text("utf-8") == "My sentences\nI went out.\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_a_file_that_is_there_is_replaced_only_when_that_is_said(self, tmp_path: Path) -> None:
        path = tmp_path / "list.txt"
        path.write_text("something else")
        path.chmod(0o644)
        with pytest.raises(files.Exists, match="There is a file"):
            files.save(str(path), self.LINES)
        assert path.read_text() == "something else"
        files.save(str(path), self.LINES, replace=True)
        assert path.read_text("utf-8") == "My sentences\nI went out.\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert [one.name for one in tmp_path.iterdir()] == ["list.txt"]

    def test_a_name_is_understood_as_a_shell_would(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.chdir(tmp_path)
        files.save("~/one.txt", self.LINES)
        files.save("two.txt", self.LINES)
        assert sorted(one.name for one in tmp_path.iterdir()) == ["one.txt", "two.txt"]

    @pytest.mark.parametrize("replace", [False, True])
    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("", taking.NO_FILE_NAME),
            ("  ", taking.NO_FILE_NAME),
            ("a\0b", taking.NO_FILE_NAME),
            (".", "is a folder"),
            ("nowhere/list.txt", "There is no folder"),
            ("/dev/null", "There is a file|no ordinary file"),
            ("x" * 300, "cannot be written"),
            ("~nobody-of-that-name/list.txt", "cannot be written"),
        ],
    )
    def test_what_cannot_be_written_is_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, says: str, replace: bool
    ) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(GuideError, match=says):
            files.save(name, self.LINES, replace=replace)
        assert list(tmp_path.iterdir()) == []
