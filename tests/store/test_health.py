"""Rows that are not as they were written: noticed, named, left out, never deleted."""

from __future__ import annotations

import pytest

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import derived, entries, fingerprint, health, rebuilding
from guide.store.database import Store
from guide.store.records import StepRecord
from tests.store.making import begin, feeds_of, stamp, whole


def kinds(store: Store) -> set[str]:
    return {found.kind for found in health.run(store)}


def test_a_sound_store_has_no_trouble_and_the_check_goes_in_slices(store: Store) -> None:
    for minute in range(30):
        whole(store, minute)
    steps, shares = health.check(store, slice_=7), list[float]()
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as finished:
            assert finished.value == []
            break
    assert shares == sorted(shares)
    assert len(shares) > 12
    assert 0 <= shares[0] <= shares[-1] < 1


def test_an_answer_that_changed_is_set_aside_and_named_without_its_words(store: Store) -> None:
    entry = whole(store, level=7, note="the secret cat")
    entries.answer(store, entry, "note", Answer("given", "second"), stamp(5), cursor=None)
    store.connection.execute(
        "UPDATE answers SET value = '\"other words\"' WHERE step = 'note' AND revision = 2"
    )
    note = entries.entry(store, entry).steps[1]
    assert [given.value for given, _ in note.answers] == ["the secret cat"]
    assert store.notice and entry[:8] in store.notice and "note" in store.notice
    assert "cat" not in store.notice and "words" not in store.notice
    assert [found.value for found in derived.answers_of(store, "core/log", "note")] == ["the secret cat"]
    assert kinds(store) == {"row", "derived"}
    assert store.query("SELECT count(*) FROM answers WHERE step = 'note'") == [(2,)]


@pytest.mark.parametrize("value", ["{", "", "[" * 5000, "NaN5"])
def test_an_answer_that_is_no_json_is_set_aside(store: Store, value: str) -> None:
    entry = whole(store)
    store.connection.execute("UPDATE answers SET value = ? WHERE step = 'level'", (value,))
    assert entries.entry(store, entry).steps[0].answers == []
    assert entries.entry(store, entry).steps[1].answers != []


def test_one_byte_that_is_no_text_does_not_hide_the_other_answers(store: Store) -> None:
    entry = whole(store)
    store.connection.execute("UPDATE answers SET value = CAST(x'22ff22' AS TEXT) WHERE step = 'note'")
    assert [len(step.answers) for step in entries.entry(store, entry).steps] == [1, 0]
    assert "row" in kinds(store)


def test_an_entry_whose_row_changed_is_left_out_of_pages_and_named(store: Store) -> None:
    kept, changed = whole(store, 1), whole(store, 2)
    store.connection.execute("UPDATE entries SET how = 'stopped' WHERE id = ?", (changed,))
    assert [row.id for row in entries.page(store)] == [kept]
    assert store.notice and changed[:8] in store.notice
    with pytest.raises(GuideError, match="checksum"):
        entries.entry(store, changed)


@pytest.mark.parametrize(
    "damage", ["how = 'stopped'", "left_out = '{'", "ended_at = '2026-11-20T01:00:00Z'", "ended_offset = 999"]
)
@pytest.mark.parametrize("trashed", [False, True])
def test_an_entry_whose_row_changed_keeps_what_it_fed_and_nothing_is_to_be_rebuilt_for_ever(
    store: Store, damage: str, trashed: bool
) -> None:
    """One byte is no reason to take away what all its answers, which are sound, have made."""
    changed = whole(store, 2)
    if trashed:
        entries.trash(store, changed, stamp(3))
    tables = ("points", "items", "markers", "kept", "uses", "parked")
    before = [store.query(f"SELECT * FROM {name}") for name in tables]
    store.connection.execute(f"UPDATE entries SET {damage}")
    for _ in range(2):
        rebuilding.rebuild(store, feeds_of)
        assert [store.query(f"SELECT * FROM {name}") for name in tables] == before
        assert "derived" not in kinds(store) and "row" in kinds(store)
        assert fingerprint.differing(store, feeds_of) == []


def test_a_step_as_shown_that_changed_is_not_shown(store: Store) -> None:
    entry = whole(store)
    store.connection.execute("UPDATE frozen SET json = replace(json, 'flat', 'good')")
    level = entries.entry(store, entry).steps[0]
    assert (level.frozen, level.latest) == ({}, Answer("given", 7))
    assert kinds(store) == {"row"}


@pytest.mark.parametrize(
    "statement", ["DELETE FROM answers WHERE step = 'level'", "DELETE FROM entries WHERE seq = 1"]
)
def test_rows_that_are_gone_are_missed(store: Store, statement: str) -> None:
    whole(store, 1), whole(store, 2)
    assert health.run(store) == []
    store.connection.execute(statement)
    assert "missing" in kinds(store)


def test_a_row_put_back_from_elsewhere_is_noticed_though_the_count_fits(store: Store) -> None:
    one, other = whole(store, 1), whole(store, 2)
    rows = store.query("SELECT seq FROM entries WHERE id IN (?, ?)", (one, other))
    assert len(rows) == 2
    store.connection.execute("DELETE FROM answers WHERE entry = 1 AND step = 'level'")
    store.connection.execute(
        "INSERT INTO answers SELECT entry, step, 2, state, value, at, at_offset, frozen, digest "
        "FROM answers WHERE entry = 2 AND step = 'level'"
    )
    assert {"row", "missing"} <= kinds(store)


def test_writing_meanwhile_is_no_trouble(store: Store) -> None:
    for minute in range(9):
        whole(store, minute)
    steps = health.check(store, slice_=5)
    next(steps), next(steps)
    whole(store, 100)
    while True:
        try:
            next(steps)
        except StopIteration as finished:
            assert finished.value == []
            break


def test_typing_that_cannot_be_read_is_named(store: Store) -> None:
    entry = begin(store)
    entries.hold(store, entry, "note", "x")
    entries.hold(store, entry, "level", "7")
    store.connection.execute("UPDATE typing SET raw = '{' WHERE step = 'note'")
    assert entries.held(store, entry) == {"level": "7"}
    assert store.notice and "typed" in store.notice


def test_an_edit_that_never_reached_the_views_is_told(store: Store) -> None:
    entry = whole(store)
    entries.answer(store, entry, "level", Answer("given", 1), stamp(3), cursor=None)
    assert [found.what for found in health.run(store)] == ["edits that have not reached the views"]


def test_a_step_record_without_answers_has_no_latest() -> None:
    assert StepRecord("x", 0, {}, []).latest is None
