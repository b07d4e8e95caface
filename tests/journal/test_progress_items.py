"""What a pack by somebody else shows of its items: a chart each, their ease, measures, plans and dates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.store import derived
from tests.journal.making import Clock, journal, play
from tests.journal.moving import FROM, PACK, levels, lines, note, parts, picked, set_up, walk


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-10-05T10:00:00")


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    made = journal(tmp_path, clock, (PACK,))
    yield made
    made.close()


def test_a_line_per_item_has_a_chart_and_a_name_each(opened: Journal, clock: Clock) -> None:
    set_up(opened)
    walk(opened, "To the shop", 6, 5)
    clock.move(days=2)
    walk(opened, "Round the [red]block", 4, 2)
    shown = parts(opened)["line"]
    assert [part.title for part in shown] == [
        f"Effort: Round the [red]block {FROM}",
        f"Effort: To the shop {FROM}",
    ]
    assert [part.words for part in shown] == [["1 note: 2 on 7 Oct."], ["1 note: 5 on 5 Oct."]]
    derived.archive(opened.store, picked(opened, "Round the [red]block"))
    assert [part.title for part in parts(opened)["line"]][
        -1
    ] == f"Effort: Round the [red]block (set aside) {FROM}"


def test_many_items_are_counted_and_not_all_drawn(opened: Journal) -> None:
    play(opened.begin("set-up"), {"walks": [{"text": f"Walk {n}"} for n in range(15)]})
    for n in range(15):
        walk(opened, f"Walk {n}", 1, 2)
    shown = parts(opened)["line"]
    assert len(shown) == 12
    assert shown[-1].words[-1] == "3 more are not drawn here: the latest noted come first."


def test_ease_pairs_two_steps_and_speaks_of_no_sentence(opened: Journal, clock: Clock) -> None:
    set_up(opened)
    for before, after in ((7, 5), ("numb", 4), (3, 3)):
        walk(opened, "To the shop", before, after)
        clock.move(days=1)
    head, one = parts(opened)["ease"]
    assert head.words[0] == "3 repetitions of 1 thing on 3 days. Different ones are never averaged together."
    assert lines(head) == [
        '"To the shop": 3 times on 3 days; beside what was expected 1 less, 0 more, 1 the same'
    ]
    assert one.title == f"To the shop {FROM}"
    assert "1 of 2 times it was less than expected, 0 more, 1 the same." in one.words
    assert "sentence" not in " ".join([*head.words, *one.words])


def test_a_worsening_person_does_not_read_as_expected(opened: Journal, clock: Clock) -> None:
    set_up(opened)
    for before, after in ((5, 6), (6, 7), (7, 8), (8, 9)):
        walk(opened, "To the shop", before, after)
        clock.move(days=1)
    for part in parts(opened)["ease"]:
        drawn = "\n".join(part.rows)
        assert drawn.count("┤") == 11 and "■" not in drawn and "both in one place" not in drawn


def test_measures_stand_beside_their_own_start(opened: Journal, clock: Clock) -> None:
    set_up(opened)
    for stairs, breath in ((2, 3), (3, 3), (1, 5)):
        levels(opened, Stairs=str(stairs), Breath=str(breath))
        clock.move(days=1)
    levels(opened, Sleep="7.5")
    head, stairs_chart, breath_chart = parts(opened)["measures"]
    assert head.words == [
        "3 measures, each beside its own start.",
        "A start from memory can be off. It stands as you wrote it.",
    ]
    said = dict(head.groups)
    assert said["Stairs"] == [
        "At the start (about March 2026), as you remember it: 2.",
        "Latest note (7 Oct): 1.",
        "1 point lower: worse, as you set it.",
        "As a share of the start: 50 % lower.",
    ]
    assert said["Breath"][2:] == [
        "5 points higher: worse, as you set it.",
        "There is no share of the start, because it is 0.",
    ]
    assert said["Sleep"] == ["One day noted so far (8 Oct): 7.5."]
    titles = {stairs_chart.title, breath_chart.title}
    assert titles == {f"What I keep an eye on: {name} {FROM}" for name in ("Stairs", "Breath")}
    ends = {part.title: part.rows[0][:2].strip() for part in (stairs_chart, breath_chart)}
    assert ends[f"What I keep an eye on: Stairs {FROM}"] == "6┤"  # the item's own range
    assert head.data["measures"][0]["percent"] == -50


def test_plans_are_counted_by_what_became_of_them(opened: Journal) -> None:
    for cue in ("it stops raining", "Ann rings", "I wake early"):
        play(opened.begin("plan"), {"plan": {"cue": cue, "action": "walk"}})
    item = picked(opened, "If Ann rings, then walk")
    play(opened.begin("plans-tried"), {"tried": [{"item": item, "fields": {"tried": "no-occasion"}}]})
    derived.archive(opened.store, picked(opened, "If I wake early, then walk"))
    part = parts(opened)["plans"][0]
    assert part.words == ["3 plans: No occasion 1; nothing noted yet 1; set aside 1."]
    assert part.groups == [("Nothing noted yet", ["If it stops raining, then walk"])]


def test_dates_are_a_list_and_stand_on_the_charts_of_their_pack(opened: Journal) -> None:
    set_up(opened)
    part = parts(opened)["dates"][0]
    assert lines(part) == [
        "some time in 2024: after the flu",
        "about March 2026: a [b]bad month",
        "30 Sep: after the move",
    ]
    note(opened, minutes="20")
    line = parts(opened, since="2026-09-01")["line"][0]
    assert "a 30 Sep: after the move" in line.rows
    assert not any("prescriber" in words for words in line.words)
    assert parts(opened, since="2026-09-01")["dates"][0].data["dates"][0]["date"] == "2026-09-30"
