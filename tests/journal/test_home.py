"""Home and progress as plain values: what is suggested, what is drawn, and what is never said."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import home as home_
from guide.journal.progress import progress
from guide.journal.quick_log import save
from tests.journal.making import Clock, a_round, a_sentence, journal, log


def test_a_new_person_sees_the_card_four_doors_and_one_suggestion(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    seen = home_.home(opened)
    assert seen.first
    assert [door.title for door in seen.doors] == [
        "I feel flat", "Was any of it me?", "Credit feels cringy", "Keep it going",
    ]  # fmt: skip
    assert seen.next is not None and seen.next.ref == seen.quick_log and seen.next.reason
    home_.card_read(opened)
    assert not home_.home(opened).first


def test_not_now_is_kept_for_today_only(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    first = home_.home(opened).next
    assert first is not None
    home_.not_now(opened, first.ref)
    second = home_.home(opened).next
    assert second is None or second.ref != first.ref
    clock.move(days=1)
    again = home_.home(opened).next
    assert again is not None and again.ref == first.ref


def test_times_done_are_counted_and_a_broken_pack_hides_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: broken\n")
    opened = journal(tmp_path / "home", named=(broken,))
    log(opened)
    seen = home_.home(opened)
    assert seen.doors[0].exercises[0].times == 1
    assert len(seen.troubles) == 1 and seen.troubles[0].startswith("broken.yaml:")


def test_somebody_elses_pack_stands_behind_its_own_door_marked_as_not_ours(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(
        'format: 1\nid: other\nversion: "1"\ntitle: Another\nlanguage: en\n'
        "exercises: [{id: x, title: X, steps: [{id: a, kind: text, text: Hello}]}]\n"
    )
    opened = journal(tmp_path / "home", named=(other,))
    door = home_.home(opened).doors[-1]
    assert (door.title, door.ours, [one.ref for one in door.exercises]) == ("Another", False, ["other/x"])


def test_a_month_of_nothing_at_all_draws_as_tens(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    for _ in range(30):
        log(opened, strength=10)
        clock.move(days=1)
    (part,) = [one for one in progress(opened) if one.title == "Flatness"]
    assert [day["value"] for day in part.data["days"]] == [10] * 30
    assert any("30 notes" in sentence for sentence in part.words)


def test_ease_compares_only_from_six_repetitions_on_four_days(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    a_sentence(opened)
    for number, (before, after) in enumerate([(8, 7), (8, 7), (7, 6), (7, 5), (6, 4), (6, 4)]):
        words = " ".join(_ease(opened)) if number else "Too few"
        assert "Too few" in words
        a_round(opened, before, after)
        clock.move(days=1)
    assert "3 points less" in " ".join(_ease(opened))


def test_six_rounds_in_one_evening_do_not_read_as_easing(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened)
    for after in (9, 8, 7, 5, 3, 1):
        a_round(opened, 5, after)
    assert "Too few days to say" in " ".join(_ease(opened))


def _ease(opened: object) -> list[str]:
    from guide.journal.journal import Journal

    assert isinstance(opened, Journal)
    return [
        sentence for part in progress(opened) if part.kind == "ease" and part.rows for sentence in part.words
    ]


def test_every_part_fits_its_width_and_ascii_is_ascii(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    log(opened)
    a_sentence(opened)
    a_round(opened, 7, "numb")
    for width in (40, 60, 120):
        for part in progress(opened, width=width, ascii=True):
            assert all(len(row) <= width and row.isascii() for row in part.rows), part.rows


def test_an_empty_journal_has_nothing_to_draw(tmp_path: Path) -> None:
    assert progress(journal(tmp_path)) == []


def test_a_quick_log_is_the_same_as_one_walked_by_hand(tmp_path: Path) -> None:
    from guide.journal import look

    opened = journal(tmp_path)
    by_hand = log(opened)
    assert save(opened, {"side": "b", "strength": "7", "mood": "4"}).said == "Saved. Both, 7, mood 4."
    one, two = (look.entry(opened, row.id) for row in look.entries(opened))
    assert one.lines == two.lines
    assert by_hand.entry == two.id or by_hand.entry == one.id


def test_a_large_store_is_backed_up_aside_and_a_small_one_when_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = journal(tmp_path)
    log(opened)
    assert opened.backup_aside() is None
    monkeypatch.setattr("guide.journal.journal.LARGE_STORE", 0)
    thread = opened.backup_aside()
    assert thread is not None
    thread.join(10)
    assert [file.suffix for file in opened.places.backups.iterdir()] == [".db"]
    opened.close()
