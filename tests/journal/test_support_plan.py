"""The copy of the support plan: what help now shows, kept in step with the notebook, and never in the way."""

from __future__ import annotations

import os
import stat
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from guide import places as places_
from guide.journal import help_page, items, support_plan
from guide.journal.home import CARD_READ
from guide.journal.journal import Journal
from guide.plain.runner import home as plain_home
from guide.store import derived
from guide.store.records import Stamp
from guide.words.support import NOT_COPIED

NAME = "signals-and-support"
PEOPLE = [{"name": "Sam", "how": "555 0100"}, {"name": "Dr Okafor", "for": "questions about medicine"}]


@pytest.fixture
def journal(home: Path) -> Journal:
    return opened(home)


def opened(home: Path) -> Journal:
    return Journal.open(places_.find(str(home), {}), clock=lambda: Stamp("2026-11-23T12:00:00Z"))


def copied(journal: Journal) -> str:
    path = journal.places.support_path
    return path.read_text(encoding="utf-8") if path.exists() else ""


def write(journal: Journal, people: Any = PEOPLE, signs: Any = None, *, end: bool = True) -> str:
    """Walk the exercise with these people and signs; the id of the entry."""
    sitting = journal.begin(NAME)
    while (step := sitting.walk.current) is not None:
        raw = {"people": people, "signs": signs}.get(step["id"])
        if step["id"] == "alone" and not end:
            return sitting.entry
        if raw:
            assert sitting.give(raw).kept
        else:
            sitting.skip()
    return sitting.entry


def item(journal: Journal, label: str) -> str:
    names = [*journal.library.named_by_role("collections", "contacts")]
    names += journal.library.named_by_role("collections", "support")
    return next(one.id for name in names for one in derived.items(journal.store, name) if label in one.label)


# -- what is in it ------------------------------------------------------------------------------------------


def test_contacts_come_first_then_each_list_under_its_title(journal: Journal) -> None:
    write(journal, signs=[{"sign": "I stop opening the post"}])
    assert copied(journal) == (
        "Sam, 555 0100\nDr Okafor (questions about medicine)\n---\nMy early signs\n  I stop opening the post\n"
    )
    assert help_page.own_people(journal.places) == ["Sam, 555 0100", "Dr Okafor (questions about medicine)"]
    assert help_page.own_plan(journal.places) == ["My early signs", "  I stop opening the post"]


def test_it_is_for_this_user_only(journal: Journal) -> None:
    journal.places.support_path.write_text("old\n")
    journal.places.support_path.chmod(0o644)
    before = os.umask(0)
    try:
        write(journal)
    finally:
        os.umask(before)
    assert stat.S_IMODE(journal.places.support_path.stat().st_mode) == 0o600
    assert [one.name for one in journal.places.data.iterdir() if "support" in one.name] == ["support.txt"]


def test_it_stands_there_before_the_last_step(journal: Journal) -> None:
    """The exercise says "F2 shows it" on its last page; and a number may be needed before it is done."""
    write(journal, end=False)
    assert help_page.own_people(journal.places)[0] == "Sam, 555 0100"


def test_nothing_written_makes_no_file(journal: Journal) -> None:
    write(journal, people=None)
    assert not journal.places.support_path.exists()


def test_what_another_window_changes_meanwhile_is_in_it(
    journal: Journal, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes after this window has looked at the store and before it writes."""
    write(journal)
    other, put = opened(home), support_plan._write

    def late(path: Path, text: str) -> None:
        monkeypatch.setattr(support_plan, "_write", put)
        items.set_aside(other, item(other, "Sam"))
        put(path, text)

    monkeypatch.setattr(support_plan, "_write", late)
    write(journal, people=[{"name": "Ann", "how": "555 0199"}], end=False)
    assert "Ann, 555 0199" in copied(journal) and "Sam" not in copied(journal)
    other.close()


def test_a_run_that_ended_before_the_copy_is_made_good_at_the_next_start(
    journal: Journal, home: Path
) -> None:
    write(journal, end=False)
    there = copied(journal)
    journal.places.support_path.write_text("Sam, 555 0100\n")  # as it was an answer before
    journal.store.close()
    later = opened(home)
    later.set_state(CARD_READ, True)
    plain_home(later, StringIO("quit\n"), StringIO(), interactive=False)
    assert copied(later) == there


def test_a_start_takes_no_copy_away(journal: Journal) -> None:
    """The store may have been lost, and the copy be all that is left of it."""
    journal.places.support_path.write_text("Sam, 555 0100\n")
    journal.copy_plan(only_add=True)
    assert copied(journal) == "Sam, 555 0100\n"
    journal.copy_plan()
    assert copied(journal) == ""


# -- it follows ---------------------------------------------------------------------------------------------


def test_it_follows_undo_trash_and_what_comes_back(journal: Journal) -> None:
    entry = write(journal)
    there = copied(journal)
    journal.trash(entry)
    assert not journal.places.support_path.exists()
    journal.untrash(entry)
    assert copied(journal) == there
    journal.resume(entry).undo()
    assert copied(journal) == ""


def test_it_follows_a_draft_that_is_thrown_away(journal: Journal) -> None:
    entry = write(journal, end=False)
    journal.resume(entry).undo()
    assert copied(journal) == ""


def test_it_follows_an_item_that_is_set_aside(journal: Journal) -> None:
    write(journal)
    items.set_aside(journal, item(journal, "Sam"))
    assert copied(journal) == "Dr Okafor (questions about medicine)\n"
    other = item(journal, "Dr Okafor")
    items.set_aside(journal, other)
    assert not journal.places.support_path.exists()
    items.set_aside(journal, other, False)
    assert copied(journal) == "Dr Okafor (questions about medicine)\n"


def test_a_change_keeps_each_in_its_place(journal: Journal) -> None:
    write(journal)
    sitting = journal.begin(NAME)
    there = sitting.view().step["there"]  # type: ignore[index]
    first = next(one for one in there if "Sam" in one["label"])
    changed = {"item": first["item"], "fields": {**first["fields"], "how": "555 0199"}}
    assert sitting.give([changed]).kept
    sitting.stop()
    assert help_page.own_people(journal.places) == ["Sam, 555 0199", "Dr Okafor (questions about medicine)"]


def test_what_stands_behind_more_is_in_it(journal: Journal) -> None:
    sitting = journal.resume(write(journal))
    assert sitting.more()
    assert sitting.give([{"what": "Sam keeps the spare key"}]).kept
    assert "  Sam keeps the spare key" in copied(journal).splitlines()


def test_an_old_draft_that_is_set_aside_keeps_it(home: Path, journal: Journal) -> None:
    write(journal, end=False)
    journal.close()
    later = Journal.open(places_.find(str(home), {}), clock=lambda: Stamp("2026-12-24T12:00:00Z"))
    assert not later.drafts() and help_page.own_people(later.places)[0] == "Sam, 555 0100"


def test_another_exercise_does_not_even_look(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def look(*given: object) -> str:
        raise AssertionError(given)

    monkeypatch.setattr(support_plan, "copy", look)
    journal.begin("then-now").stop()
    with pytest.raises(AssertionError):
        write(journal)


# -- when it cannot be written ------------------------------------------------------------------------------


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*given: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(support_plan, "_write", no)


def test_a_copy_that_fails_loses_no_answer_and_is_said(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    sitting = journal.begin(NAME)
    assert sitting.give(PEOPLE).kept
    assert NOT_COPIED in sitting.view().notice
    sitting.stop()
    assert item(journal, "Sam") and journal.notices.count(NOT_COPIED) == 1
    journal.trash(sitting.entry)
    assert journal.notices.count(NOT_COPIED) == 1


def test_a_folder_in_its_place_is_no_reason_to_stop(journal: Journal) -> None:
    journal.places.support_path.mkdir()
    write(journal)
    assert NOT_COPIED in journal.notices and help_page.own_people(journal.places) == []


def test_the_pack_not_at_hand_leaves_the_file_alone(journal: Journal) -> None:
    write(journal)
    there = copied(journal)
    journal.library.packs.clear()
    journal.copy_plan()
    assert copied(journal) == there


def test_a_journal_in_memory_and_one_to_read_write_none(home: Path, journal: Journal) -> None:
    write(journal)
    journal.places.support_path.unlink()
    journal.store.readonly = True
    journal.copy_plan()
    journal.store.readonly = False
    assert not journal.places.support_path.exists()
    memory = Journal.open(places_.find(str(home), {}), clock=journal.clock, in_memory=True)
    write(memory)
    assert memory.notices == [] and not journal.places.support_path.exists()


# -- outside text -------------------------------------------------------------------------------------------


def test_hostile_words_stay_one_line_each(journal: Journal) -> None:
    hostile = "Sam\x1b]52;c;aGk=\x07 \u202e[red]x[/]"
    write(journal, people=[{"name": hostile}, {"name": "---"}, {"name": "Zed"}])
    people = help_page.own_people(journal.places)
    assert people == ["Sam [red]x[/]", "---", "Zed"] and help_page.own_plan(journal.places) == []
    assert "\x1b" not in copied(journal)


@pytest.mark.parametrize(
    ("raw", "people"),
    [
        (b"Sam 555\r\n\x1b[2JMum\n", ["Sam 555", "Mum"]),
        (b"\xff\xfe\x00S", ["\ufffd\ufffdS"]),
        (b"---\nOnly a plan\n", []),
        ("\ufeffSam\u2028Mum".encode(), ["Sam", "Mum"]),
    ],
)
def test_a_damaged_or_foreign_file_is_shown_cleaned(journal: Journal, raw: bytes, people: list[str]) -> None:
    journal.places.support_path.write_bytes(raw)
    assert help_page.own_people(journal.places) == people


def test_a_file_of_any_size_is_cut_line_by_line(journal: Journal) -> None:
    journal.places.support_path.write_text("x" * 100_000 + "\n" + "y" * 100_000)
    (line,) = help_page.own_people(journal.places)
    assert len(line) == help_page.LINE_MOST and line.endswith("…")
    journal.places.support_path.write_text("".join(f"Number {n} " + "z" * 200 + "\n" for n in range(500)))
    people = help_page.own_people(journal.places)
    assert people[0].startswith("Number 0") and sum(map(len, people)) <= help_page.OWN_MOST


def test_a_command_that_changes_an_item_says_when_the_copy_failed(
    home: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from guide.cli import run

    write(journal, people=[*PEOPLE, {"name": "Jo"}])
    name = item(journal, "Jo")
    journal.close()
    refuse(monkeypatch)
    assert run(["--home", str(home), "items", "--archive", name]) == 0
    assert " ".join(NOT_COPIED.split()) in " ".join(capsys.readouterr().err.split())
