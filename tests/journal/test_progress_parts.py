"""The progress view of a pack by somebody else, played through real sittings over made-up days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.clean import clean
from guide.insight.texts import cells
from guide.journal import progress_lists, progress_parts
from guide.journal.journal import Journal
from guide.journal.progress import progress
from guide.model.views import PROGRESS_KINDS
from guide.steps.base import Answer
from guide.store import entries
from tests.journal.making import Clock, a_round, a_sentence, journal, log, play
from tests.journal.moving import ESCAPE, FROM, PACK, levels, lines, note, parts, set_up, walk


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-10-05T10:00:00")


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    made = journal(tmp_path, clock, (PACK,))
    yield made
    made.close()


def test_every_kind_is_drawn_somewhere() -> None:
    assert {*progress_parts.DRAW, *progress_lists.DRAW} == set(PROGRESS_KINDS)


def test_nothing_is_shown_before_anything_is_noted(opened: Journal) -> None:
    assert progress(opened) == []


def test_mix_counts_options_by_week_and_left_open_apart(opened: Journal, clock: Clock) -> None:
    note(opened, did=["walked", "stairs"], rested="yes")
    clock.move(days=1)
    note(opened, did=[{"other": "swam"}], rested="no")
    clock.move(days=13)
    note(opened, did=["nothing"])
    part, rest = parts(opened)["mix"]
    assert part.title == f"What did you do {FROM}"
    assert part.words[0] == (
        "3 notes on 3 days: Walked [red]out[/red] 1; Took the stairs 1; Nothing 1; something else 1."
    )
    assert lines(part) == [
        "5 Oct to 11 Oct: Walked [red]out[/red] 1; Took the stairs 1; something else 1",
        "12 Oct to 18 Oct: no notes",
        "19 Oct to 25 Oct: Nothing 1",
    ]
    assert part.rows[:3] == [" 5 Oct  wso", "12 Oct", "19 Oct  n"]
    assert part.data["options"][-1]["id"] == "other"
    assert part.cannot == "What it cannot tell: why the counts differ."  # options need not be causes
    assert (rest.rows, lines(rest)) == ([], [])
    assert rest.words == [
        "Too little to say: 2 notes on 2 days.",
        "Besides these, outside every number: left open once.",
    ]


def test_yes_no_takes_the_words_of_the_program(opened: Journal, clock: Clock) -> None:
    for answer in ("yes", "no", "yes"):
        note(opened, rested=answer)
        clock.move(days=1)
    rest = parts(opened)["mix"][-1]
    assert rest.title == f"Rest {FROM}"
    assert rest.words == ["3 notes on 3 days: Yes 2; No 1."]
    note(opened)
    assert parts(opened)["mix"][-1].words[-1] == "Besides these, outside every number: left open once."


def test_words_are_counted_options_and_own_ones_alike(opened: Journal, clock: Clock) -> None:
    for word, did in (
        ("Heavy", ["walked"]),
        ("heavy", [{"other": "nothing "}]),
        ("light", ["walked", "stairs"]),
    ):
        note(opened, word=word, did=did)
        clock.move(days=1)
    words, did_words = parts(opened)["words"]
    assert lines(words) == ['"heavy": 2 times, the latest on 6 Oct', '"light": once, on 7 Oct']
    assert lines(did_words)[0] == '"Walked [red]out[/red]": 2 times, the latest on 7 Oct'
    assert did_words.data["times"] == 4


def test_a_renamed_step_keeps_its_history(tmp_path: Path, clock: Clock) -> None:
    text = PACK.read_text(encoding="utf-8")
    for new, old in (
        ("id: day-note", "id: evening-note"),
        ("id: did", "id: moved"),
        ("step: did", "step: moved"),
    ):
        text = text.replace(new, old)
    text = text.replace("exercise: day-note", "exercise: evening-note")
    text = text.replace("    formerly: evening-note\n", "").replace("        formerly: moved\n", "")
    old_pack = tmp_path / "old.yaml"
    old_pack.write_text(text, encoding="utf-8")
    before = journal(tmp_path / "home", clock, (old_pack,))
    for _ in range(2):
        play(before.begin("evening-note"), {"moved": ["stairs"], "word": "heavy"})
        clock.move(days=1)
    before.close()
    now = journal(tmp_path / "home", clock, (PACK,))
    note(now, did=["stairs"], word="heavy")
    shown = parts(now)
    assert shown["mix"][0].words[0] == "3 notes on 3 days: Took the stairs 3."
    assert lines(shown["words"][0]) == ['"heavy": 3 times, the latest on 7 Oct']
    now.close()


def test_our_own_titles_stand_as_they_are_and_come_first(opened: Journal) -> None:
    log(opened)
    note(opened, minutes="20")
    found = progress(opened)
    assert [(part.title, part.pack) for part in found if part.kind == "line"] == [
        ("Flatness", "core"),
        ("Mood", "core"),
        (f"Minutes outside {FROM}", "moving"),
    ]


def test_hostile_words_stay_on_their_line_and_every_row_fits(opened: Journal, clock: Clock) -> None:
    set_up(opened)
    for n in range(9):
        note(
            opened, did=["walked", {"other": f"x{ESCAPE}\n# forged"}], word=f"[red]w{n}{ESCAPE}", minutes="5"
        )
        walk(opened, "To the shop", 5, 4)
        levels(opened, Stairs="3")
        clock.move(days=3)
    for width in (34, 56, 76):
        for part in progress(opened, width=width):
            shown = [part.title, *part.rows, *part.words, *lines(part), *(head for head, _ in part.groups)]
            assert all(one == clean(one, lines=False) and "\n" not in one for one in shown)
            assert all(cells(row) <= width for row in part.rows)


def test_a_step_that_was_of_another_kind_harms_nothing(opened: Journal, clock: Clock) -> None:
    """An older version of the pack may have asked the same id as something else."""
    for on in range(3):
        entry = entries.begin(
            opened.store,
            exercise="moving/day-note",
            pack_version="0.1",
            exercise_hash="old",
            title="A note",
            language="en",
            at=clock(),
            declarations={},
        )
        for place, (step, value) in enumerate((("did", "words"), ("rested", 7), ("word", ["a", "b"]))):
            frozen = {"id": step, "kind": "long", "prompt": "Once asked otherwise"}
            entries.keep_step(opened.store, entry, step, place, frozen)
            entries.answer(opened.store, entry, step, Answer("given", value), clock(), cursor=None)
        entries.end(opened.store, entry, "finished", clock(), {}, [], [])
        clock.move(days=on)
    assert progress(opened) == []
    note(opened, word="light")
    assert lines(parts(opened)["words"][0]) == [f'"light": once, on {clock().day[-1]} Oct']


def test_parts_of_a_pack_that_is_not_at_hand_are_left_out(tmp_path: Path, clock: Clock) -> None:
    text = PACK.read_text(encoding="utf-8").replace("language: en\n", "language: en\nuses: [elsewhere]\n", 1)
    odd = [
        "{show: line, series: elsewhere/pain}",
        "{show: ease, series: elsewhere/pain, before: elsewhere/guess, per: elsewhere/things}",
        "{show: mix, exercise: elsewhere/log, step: side}",
        "{show: items, collection: elsewhere/things}",
        "{show: measures, collection: elsewhere/things, series: elsewhere/level}",
        "{show: plans, collection: elsewhere/plans}",
        "{show: dates, marker: elsewhere/day}",
    ]
    text = text.replace("progress:\n", "progress:\n" + "".join(f"  - {one}\n" for one in odd), 1)
    pack = tmp_path / "pack.yaml"
    pack.write_text(text, encoding="utf-8")
    made = journal(tmp_path / "home", clock, (pack,))
    assert made.library.troubles == []
    assert progress(made) == []
    made.close()


def test_another_packs_series_is_drawn_by_its_own_items(tmp_path: Path, clock: Clock) -> None:
    text = PACK.read_text(encoding="utf-8").replace("language: en\n", "language: en\nuses: [core]\n", 1)
    text = text.replace("progress:\n", "progress:\n  - {show: line, series: core/discomfort}\n", 1)
    pack = tmp_path / "pack.yaml"
    pack.write_text(text, encoding="utf-8")
    made = journal(tmp_path / "home", clock, (pack,))
    a_sentence(made)
    a_round(made, 5, 4)
    shown = [part for part in progress(made) if part.pack == "moving"]
    assert [part.title for part in shown] == [
        f"Discomfort: The medicine may have made room. I ring Ann on Sundays. {FROM}"
    ]
    made.close()
