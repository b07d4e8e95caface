"""`unmuted edit`, `delete`, `undo`, `trash` and `items --reword`: from a pipe, with ids, and with a typed word."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.cli import run
from guide.journal import look
from guide.store import backup, derived
from guide.words import changing
from tests.journal.making import a_sentence, journal, log, play

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def unmuted(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*argv: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = run([*argv, "--home", str(home)])
        found = capsys.readouterr()
        return code, found.out, found.err

    return call


@pytest.fixture
def entry(home: Path) -> str:
    opened = journal(home)
    found = log(opened, strength=7).entry
    opened.close()
    return found


def strengths(home: Path) -> list[object]:
    opened = journal(home)
    found: list[object] = [one.value for one in derived.points(opened.store, "core/flatness")]
    opened.close()
    return found


def test_an_answer_is_asked_as_it_was_then(unmuted: Run, home: Path, entry: str) -> None:
    code, out, _ = unmuted("edit", entry[:8])
    assert code == 0 and "strength: How muted are your feelings\n  7 of 10" in out
    code, out, err = unmuted("edit", entry[:8], "strength", typed="11\n3\n")
    assert (code, err) == (0, "")
    assert "How muted are your feelings" in out and "| 7 of 10" in out and "Kept. The earlier words" in out
    assert strengths(home) == [3]
    assert "3 of 10" in unmuted("show", entry[:8])[1]


def test_what_is_typed_can_leave_it_open_or_as_it_is(unmuted: Run, home: Path, entry: str) -> None:
    for typed in ("back\n", "pause\n", "", "\n"):
        code, out, _ = unmuted("edit", entry, "strength", typed=typed)
        assert code == 0 and "othing was changed" in out
        assert strengths(home) == [7]
    assert unmuted("edit", entry, "strength", typed="eleven\n12\n-1\n")[0] == 1
    assert strengths(home) == [7]
    assert unmuted("edit", entry, "strength", typed="help\nskip\n")[0] == 0
    assert strengths(home) == []


def test_a_wrong_entry_or_step_is_one_sentence(unmuted: Run, entry: str) -> None:
    code, _, err = unmuted("edit", entry, "nothing", typed="1\n")
    assert code == 1
    assert err.startswith(
        "This entry has no question 'nothing' that can be changed.\nIt has: side, strength, mood"
    )
    assert unmuted("edit", "ffffffff", "side")[0] == 1
    assert unmuted("delete", "ffffffff")[0] == 1
    assert unmuted("trash", "--restore", entry)[0] == 1
    assert unmuted("undo")[0] == 1


def test_into_the_trash_and_back(unmuted: Run, home: Path, entry: str) -> None:
    code, out, _ = unmuted("delete", entry[:8])
    assert code == 0 and "`unmuted undo`" in out
    found = json.loads(unmuted("trash", "--json")[1])
    assert found["format"] == 1 and [one["id"] for one in found["entries"]] == [entry]
    assert entry[:8] in unmuted("trash")[1]
    assert unmuted("undo")[0] == 0 and strengths(home) == [7]
    assert unmuted("delete", "--exercise", "muted-check")[0] == 0 and strengths(home) == []
    assert unmuted("trash", "--restore", entry[:8])[0] == 0 and strengths(home) == [7]
    assert "The trash is empty" in unmuted("trash")[1]
    for wrong in ((), (entry, "--everything"), (entry, "--exercise", "x")):
        assert unmuted("delete", *wrong)[0] == 2


def test_emptying_asks_for_a_word_and_names_the_backups(unmuted: Run, home: Path, entry: str) -> None:
    opened = journal(home)
    backup.backup_if_due(opened.store, home / "backups", "2026-11-02")
    opened.close()
    unmuted("delete", entry)
    code, _, err = unmuted("trash", "--empty")
    assert code == 2 and "needs a typed word" in err
    for typed in ("yes\n", "\n"):
        assert "Nothing was deleted" in unmuted("trash", "--empty", typed=typed)[1]
    assert entry[:8] in unmuted("trash")[1]
    code, out, _ = unmuted("trash", "--empty", typed="Delete\n")
    assert code == 0 and "Really gone: one entry" in out and "2026-11-02" in out and "--backups" in out
    assert list((home / "backups").glob("unmuted-2026-11-02.db"))
    assert "removed." in unmuted("trash", "--empty", "--backups", typed="delete\n")[1]
    assert not list((home / "backups").glob("unmuted-2026-11-02.db"))
    assert unmuted("trash", "--yes")[0] == 2


def test_everything_asks_for_another_word(unmuted: Run, home: Path, entry: str) -> None:
    for typed, code in (("", 2), ("delete\n", 0), ("yes\n", 0)):
        assert unmuted("delete", "--everything", typed=typed)[0] == code
        assert strengths(home) == [7]
    code, out, _ = unmuted("delete", "--everything", typed="everything\n")
    assert code == 0 and "your settings and packs you added" in out and "All you wrote is deleted" in out
    assert not (home / "unmuted.db").exists() and not (home / "backups").exists()
    assert "nothing here to delete" in unmuted("delete", "--everything", "--yes")[1]


def test_a_store_that_cannot_be_opened_can_be_deleted(unmuted: Run, home: Path, entry: str) -> None:
    (home / "unmuted.db").write_bytes(b"no store at all")
    assert unmuted("review")[0] == 1
    assert unmuted("delete", "--everything", "--yes")[0] == 0
    assert unmuted("review")[0] == 0


def test_an_item_in_other_words_from_a_pipe(unmuted: Run, home: Path) -> None:
    opened = journal(home)
    a_sentence(opened)
    (made,) = derived.items(opened.store, "core/sentences")
    opened.close()
    code, out, _ = unmuted("items", "--reword", made.id[:8], typed="I ring Ann.\n")
    assert code == 0 and "Kept with today" in out
    opened = journal(home)
    assert [one.label for one in derived.items(opened.store, "core/sentences")] == ["I ring Ann."]
    assert look.entries(opened)[0].title == "In other words"
    opened.close()


def test_one_round_of_a_rehearsal_is_put_right_and_the_others_stay(unmuted: Run, home: Path) -> None:
    opened = journal(home)
    a_sentence(opened)
    sitting = opened.begin("rehearse")
    step = sitting.view().step
    assert step is not None
    sitting.give([step["choices"][0]["item"]])
    said = [
        {"before": 7, "said": True, "after": after, "way": "head", "at": f"2026-11-02T10:0{after}:00Z"}
        for after in (6, 5, 4)
    ]
    play(sitting, {"rounds": {"rounds": said}})
    opened.set_state("last-way", "aloud")
    opened.close()

    def rounds() -> list[object]:
        again = journal(home)
        record = again.store.query("SELECT value FROM answers WHERE step = 'rounds' ORDER BY revision DESC")
        again.close()
        return list(json.loads(record[0][0])["rounds"])

    before = rounds()
    code, out, _ = unmuted("edit", sitting.entry, "rounds", typed="2\nback\n")
    assert code == 0 and changing.WHICH_ROUND in out and changing.LEFT_AS_IT_IS in out and rounds() == before
    code, out, err = unmuted("edit", sitting.entry, "rounds", typed="9\n2\n\n\n9\n")
    assert (code, err) == (0, "") and "[7] >" in out and "Another round?" not in out
    after = rounds()
    assert [one["after"]["value"] for one in after if isinstance(one, dict)] == [6, 9, 4]
    assert [one["at"] for one in after if isinstance(one, dict)] == [one["at"] for one in said]
    assert after[0] == before[0] and after[2] == before[2]
    again = journal(home)
    assert again.state("last-way") == "aloud", "putting one right is no new saying"
    again.close()


@pytest.mark.parametrize(
    "argv",
    [("edit", "ENTRY", "strength"), ("items", "--reword", "ITEM"), ("trash", "--empty"), ("delete", "ENTRY")],
)
def test_where_nothing_can_be_saved_nothing_is_asked_and_no_sentence_comes_twice(
    unmuted: Run, home: Path, entry: str, argv: tuple[str, ...]
) -> None:
    opened = journal(home)
    a_sentence(opened)
    item = derived.items(opened.store, "core/sentences")[0].id
    opened.store.connection.execute("PRAGMA user_version = 999")
    opened.close()
    asked = [{"ENTRY": entry[:8], "ITEM": item[:8]}.get(word, word) for word in argv]
    code, out, err = unmuted(*asked, typed="3\n")
    said = [line for line in (out + err).splitlines() if line.strip()]
    assert code == 1 and len(said) == 3 and said[2].startswith("Update Unmuted")
    assert len(said) == len(set(said)) and sum("newer version" in line for line in said) == 1


def test_a_round_that_was_not_said_stays_so_when_enter_keeps_what_stands_there(
    unmuted: Run, home: Path
) -> None:
    opened = journal(home)
    a_sentence(opened)
    sitting = opened.begin("rehearse")
    step = sitting.view().step
    assert step is not None
    sitting.give([step["choices"][0]["item"]])
    said = [{"before": 7, "said": one, "after": 5, "at": "2026-11-02T10:00:00Z"} for one in (True, False)]
    play(sitting, {"rounds": {"rounds": said}})
    opened.close()
    code, out, err = unmuted("edit", sitting.entry, "rounds", typed="2\n4\n\n\n")
    assert (code, err) == (0, "") and "[no] >" in out
    again = journal(home)
    ((kept,),) = again.store.query(
        "SELECT value FROM answers WHERE step = 'rounds' ORDER BY revision DESC LIMIT 1"
    )
    again.close()
    rounds = json.loads(kept)["rounds"]
    assert [(one["said"], one["before"]["value"]) for one in rounds] == [(True, 7), (False, 4)]
