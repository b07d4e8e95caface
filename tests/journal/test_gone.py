"""Really gone: after the trash is emptied, the words are in no file of the notebook."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import places
from guide.journal import changing, everything, look
from guide.journal.journal import Journal
from guide.store import backup, entries, health, pages, rescue
from tests.journal.making import Clock, a_sentence, journal, play

SHORT, LONG = "qzx", "Zwölf " + "vergnügte Äpfelchen " * 200 + "žluťoučký"
OTHER = "Ψυχή и 静けさ 🐈"
WORDS = (SHORT, "vergnügte Äpfelchen", "žluťoučký", "Ψυχή", "静けさ", "half a wombat", "kumquat")
PACK = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
collections:
  walks: {title: Walks, label: "{what}", fields: {what: {title: What}}}
values: {word: {title: Word, default: none}}
exercises:
  - id: note
    title: Note
    steps:
      - {id: word, kind: short, prompt: A word, keep: word}
      - {id: walks, kind: list, prompt: Walks, collect: walks, record: {what: {kind: short, prompt: What}}}
      - {id: story, kind: long, prompt: A story}
      - {id: after, kind: short, prompt: "And after {word}"}
"""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Journal]:
    file = tmp_path / "pack.yaml"
    file.write_text(PACK, encoding="utf-8")
    found = journal(tmp_path / "home", Clock(), (file,))
    yield found
    found.close()


def holding(folder: Path, word: str) -> list[str]:
    """The files under a folder, backups aside, in which a word stands in one of the forms it may be kept in."""
    plain = unicodedata.normalize("NFD", word.lower())
    folded = "".join(letter for letter in plain if not unicodedata.combining(letter))
    forms = {form.encode() for form in (word, word.lower(), folded, json.dumps(word)[1:-1])}
    forms |= {word.encode("utf-16-le"), word.encode("utf-16-be")}
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name != "backups"
        if any(form in path.read_bytes() for form in forms)
    ]


def written(found: Journal) -> list[str]:
    """A note with words of every kind, corrected once, and a draft with half a sentence in it; their ids."""
    sitting = found.begin("mine/note")
    play(sitting, {"word": SHORT, "walks": [{"what": OTHER}], "story": LONG, "after": "kumquat"})
    changing.edit(found, sitting.entry, "story", f"once more {LONG}")
    changing.edit(found, sitting.entry, "story", "plain")
    draft = found.begin("mine/note")
    draft.give("kumquat")
    draft.hold([{"what": "half a wombat"}])
    return [sitting.entry, draft.entry]


def test_no_file_holds_the_words_of_what_was_emptied(opened: Journal) -> None:
    home = opened.places.data
    for number in range(40):  # so that pages of the store stay in use and others come free
        play(opened.begin("mine/note"), {"word": f"day {number}", "story": "rain " * 50})
    ids = written(opened)
    text = json.dumps(
        {"entry": ids[1], "step": "story", "raw": "half a wombat", "at": "2026-11-02T10:00:00Z"}
    )
    rescue.write_rescue(opened.places.rescue_path, text.encode())
    opened.places.rescue_path.with_name("rescue.json.unreadable").write_bytes(b"{" + text.encode())
    assert all(holding(home, word) for word in WORDS)
    changing.delete(opened, *ids)
    assert all(holding(home, word) for word in WORDS)  # in the trash nothing is gone yet
    changing.empty_trash(opened)
    assert {word: holding(home, word) for word in WORDS} == {word: [] for word in WORDS}
    assert health.run(opened.store) == []
    assert len(look.entries(opened, words="day")) == 40
    assert opened.store.query("SELECT count(*) FROM tombstones") == [(2,)]
    opened.close()
    assert {word: holding(home, word) for word in WORDS} == {word: [] for word in WORDS}


def test_the_copy_of_the_support_plan_follows(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = opened.begin("signals-and-support")
    for _ in range(40):
        step = sitting.view().step
        if step is None:
            break
        if step["kind"] == "list":
            name = next(iter(step["record"]))
            assert sitting.give([{name: "Wilhelmina Quux"}]).kept
        else:
            sitting.skip(sure=True)
    assert "support.txt" in holding(tmp_path, "Wilhelmina Quux")
    changing.delete(opened, sitting.entry)
    assert "support.txt" not in holding(tmp_path, "Wilhelmina Quux")
    changing.undo(opened)
    assert "support.txt" in holding(tmp_path, "Wilhelmina Quux")
    changing.delete(opened, sitting.entry)
    changing.empty_trash(opened)
    assert holding(tmp_path, "Wilhelmina Quux") == []
    opened.close()


def test_the_backups_that_hold_them_are_named_and_can_go(opened: Journal) -> None:
    backups, store = opened.places.backups, opened.store
    play(opened.begin("mine/note"), {"word": "early"})
    backup.backup_if_due(store, backups, "2026-11-01")
    ids = written(opened)
    backup.backup_if_due(store, backups, "2026-11-02")
    (backups / "unmuted-2026-10-30.db").write_bytes(b"torn")
    changing.delete(opened, *ids)
    change = changing.empty_trash(opened)
    assert [(one.day, one.entries) for one in change.held] == [("2026-11-02", 2), ("2026-10-30", None)]
    assert "2 backups still hold" in change.said[1] and "2026-11-02, 2026-10-30 (it cannot" in change.said[1]
    assert changing.still_held(opened) == change.held
    assert changing.remove_backups(opened, change.held).said == ["2 backups were removed."]
    assert [path.name for path in backups.iterdir()] == ["unmuted-2026-11-01.db"]
    assert changing.still_held(opened) == []


def test_another_window_that_reads_is_told_and_once_more_finishes_it(opened: Journal) -> None:
    home, ids = opened.places.data, written(opened)
    opened.store.connection.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(opened.places.store_path)
    other.execute("BEGIN")
    assert other.execute("SELECT count(*) FROM answers").fetchone()[0] > 0
    changing.delete(opened, *ids)
    assert any(line.startswith("Another window") for line in changing.empty_trash(opened).said)
    other.close()
    assert not any(line.startswith("Another window") for line in changing.empty_trash(opened).said)
    assert {word: holding(home, word) for word in WORDS} == {word: [] for word in WORDS}


def test_everything_is_everything(opened: Journal, tmp_path: Path) -> None:
    home = opened.places
    written(opened)
    backup.backup_if_due(opened.store, home.backups, "2026-11-02")
    home.support_path.write_text("Ann\n")
    (home.data / "support.txt.77.part").write_text("Ann\n")
    home.rescue_path.write_text("{}")
    (home.data / "restoring-abcd1234").mkdir()
    (home.data / "restoring-abcd1234" / "pages.db").write_bytes(b"SQLite format 3\0" + SHORT.encode())
    home.settings_path.write_text('theme: "dark"\n')
    opened.set_state("card-read", True)
    gone = everything.delete_everything(home, opened)
    assert gone.clean
    opened.close()  # leaves nothing behind either
    left = {str(path.relative_to(home.data)) for path in home.data.rglob("*") if path.is_file()}
    assert {name for name in left if not name.startswith("cache/")} == {"settings.yaml"}
    assert all(holding(home.data, word) == [] for word in WORDS)
    anew = Journal.open(places.find(str(home.data), {}), clock=Clock())
    assert anew.notices == [] and anew.state("card-read") is None and look.entries(anew) == []
    anew.close()
    assert everything.delete_everything(home).said[0].startswith("All you wrote")


def test_a_second_window_brings_nothing_back(opened: Journal) -> None:
    home = opened.places
    written(opened)
    other = Journal.open(home, clock=Clock("2026-11-09T10:00:00"))
    draft = other.begin("muted-check")
    everything.delete_everything(home, opened)
    with pytest.raises(Exception, match="moved or removed"):
        draft.give("both")
    other.close()
    assert not home.backups.exists() and not home.store_path.exists()
    assert not home.store_path.with_name("last-change").exists()


def test_words_that_are_no_answer_yet_stay_until_an_answer_holds_them(opened: Journal) -> None:
    draft = opened.begin("mine/note")
    draft.give("a word")
    draft.hold([{"what": "half a wombat"}])
    draft.give([{"what": "round the block"}])
    draft.hold("a story under way")
    draft.walk.skip()
    entries.set_cursor(opened.store, draft.entry, "after")
    draft.finish()
    (story,) = (one for one in changing.editable(opened, draft.entry) if one.step == "story")
    assert story.raw == "a story under way"


def test_other_entries_that_used_the_words_are_named_and_mere_offers_go(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened, "ring Wilhelmina Quux on Sundays")
    (first,) = [row.id for row in look.entries(opened) if row.exercise.endswith("then-now")]
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "water the ferns"}]})
    picker = opened.begin("build-a-sentence")  # offers both facts, and picks the second one
    shown = picker.view().step
    assert shown is not None and len(shown["choices"]) == 2
    picker.give([one["item"] for one in shown["choices"] if "ferns" in one["label"]])
    play(picker, {"sentence": {"text": "I water the ferns.", "believable": 6}})
    used = {row.id for row in look.entries(opened, words="Wilhelmina")} - {first}
    assert len(used) == 1
    changing.delete(opened, first)
    said = changing.empty_trash(opened).said
    assert next(iter(used))[:8] in said[1] and picker.entry[:8] not in said[1]
    assert health.run(opened.store) == []
    pick = pages.entry(opened.store, picker.entry).steps[0]
    assert [one["label"] for one in pick.frozen["choices"]] == [pick.answers[-1][0].value[0]["label"]]
    changing.delete(opened, *used)
    assert "other entr" not in " ".join(changing.empty_trash(opened).said)
    assert holding(tmp_path, "Wilhelmina") == [] and health.run(opened.store) == []
    opened.close()


def test_a_line_of_a_longer_text_is_found_where_a_later_step_showed_it(opened: Journal) -> None:
    play(opened.begin("mine/note"), {"word": "kumquat marmalade", "story": "x"})
    (entry,) = [row.id for row in look.entries(opened)]
    play(opened.begin("mine/note"), {"word": "y", "story": "First line\nKUMQUAT Marmalade, and more"})
    changing.delete(opened, entry)
    said = changing.empty_trash(opened).said
    assert "One other entry still shows" in said[1] and look.entries(opened)[0].id[:8] in said[1]
