"""Round trips, revisions, drafts, pages."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.errors import GuideError
from guide.steps.base import Answer, Json
from guide.store import derived, drafts, entries
from guide.store.database import Store
from guide.store.records import Stamp
from tests.store.making import LEVEL, NOTE, begin, feeds_of, finish, stamp, views, whole

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=8,
)


@given(value=JSON)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_comes_back_as_it_was(store: Store, value: Json) -> None:
    entry = begin(store, steps=False)
    entries.keep_step(store, entry, "note", 0, {"id": "note", "kind": "strange", "prompt": value})
    entries.answer(store, entry, "note", Answer("given", value), stamp(), cursor=None)
    step = entries.entry(store, entry).steps[0]
    assert step.latest == Answer("given", value)
    assert step.frozen["prompt"] == value


def test_an_entry_keeps_all_it_was_given(store: Store) -> None:
    entry = begin(store, Stamp("2026-11-23T23:30:00Z", 60))
    entries.answer(store, entry, "level", Answer("numb"), stamp(1), cursor="note")
    finish(
        store, entry, Stamp("2026-11-23T23:40:00Z", 60), {"note": "skipped", "never": "not-reached"}, ["more"]
    )
    record = entries.entry(store, entry)
    assert (record.exercise, record.pack_version, record.exercise_hash) == ("core/log", "1", "abc")
    assert (record.how, record.cursor, record.left_out, record.trashed) == ("finished", None, ["more"], None)
    assert (record.started.day, record.ended and record.ended.day) == ("2026-11-24", "2026-11-24")
    assert [(step.step, step.frozen, step.latest) for step in record.steps] == [
        ("level", LEVEL, Answer("numb")),
        ("note", NOTE, Answer("skipped")),
        ("never", {}, Answer("not-reached")),
    ]


def test_an_edit_adds_a_revision_and_what_it_feeds_follows(store: Store) -> None:
    entry = whole(store, level=7)
    entries.answer(store, entry, "level", Answer("given", 3), stamp(9), cursor=None)
    assert entries.stale(store) == [entry]
    assert [point.value for point in derived.points(store, "core/flatness")] == [7]
    entries.refresh(store, entry, feeds_of(entries.entry(store, entry)))
    assert entries.stale(store) == []
    assert [given.value for given, _ in entries.entry(store, entry).steps[0].answers] == [7, 3]
    assert [point.value for point in derived.points(store, "core/flatness")] == [3]


def test_an_edit_with_feeds_needs_no_refresh(store: Store) -> None:
    entry = whole(store)
    feeds = [("value", {"name": "core/word", "value": "dog", "at": stamp(5).utc, "step": "note"})]
    entries.answer(store, entry, "note", Answer("given", "dog"), stamp(5), cursor=None, derived=feeds)
    assert (derived.value(store, "core/word"), entries.stale(store)) == ("dog", [])
    assert [row.first_words for row in entries.page(store, words="dog")] == ["dog"]
    assert entries.page(store, words="cat") == []


def test_the_latest_revision_wins_at_ten_and_more(store: Store) -> None:
    entry = begin(store)
    for level in range(12):
        entries.answer(store, entry, "level", Answer("given", level), stamp(), cursor="note")
    finish(store, entry, stamp(1))
    assert derived.points(store, "core/flatness")[0].value == 11
    assert derived.answers_of(store, "core/log", "level")[0].value == 11


def test_a_step_frozen_again_stands_and_the_frozen_text_is_kept_once(store: Store) -> None:
    one, other = begin(store), begin(store)
    assert store.query("SELECT count(*) FROM frozen")[0][0] == 2
    entries.keep_step(store, one, "note", 1, NOTE | {"prompt": "After what you said?"})
    assert entries.entry(store, one).steps[1].frozen["prompt"] == "After what you said?"
    assert entries.entry(store, other).steps[1].frozen == NOTE


def test_a_draft_counts_nowhere_until_it_ends(store: Store) -> None:
    empty = views(store)
    entry = begin(store)
    entries.answer(store, entry, "level", Answer("given", 7), stamp(), cursor="note")
    entries.refresh(store, entry, feeds_of(entries.entry(store, entry)))
    assert views(store) == empty
    assert derived.answers_of(store, "core/log", "level") == []
    finish(store, entry, stamp(1))
    assert len(derived.points(store, "core/flatness")) == len(entries.page(store)) == 1


def test_ending_twice_counts_once(store: Store) -> None:
    entry = whole(store)
    before = views(store)
    entries.end(store, entry, "stopped", stamp(9), {}, [], [])
    assert views(store) == before


def test_drafts_are_offered_until_closed_and_old_ones_are_found_either_way(store: Store) -> None:
    first, second, typed = begin(store, stamp(1)), begin(store, stamp(2)), begin(store, stamp(3))
    entries.answer(store, first, "level", Answer("given", 1), stamp(4), cursor=None)
    entries.hold(store, typed, "note", "half a th", at="2026-11-23T18:00:00.250+00:00")
    entries.hold(store, typed, "level", "1", at="2026-11-23T12:00:00.000+00:00")
    assert [row.id for row in drafts.drafts(store)] == [typed, first, second]
    entries.set_cursor(store, first, None)
    assert [row.id for row in drafts.drafts(store)] == [typed, second]
    assert drafts.set_aside_old(store, stamp(5).utc) == [second, first]
    assert drafts.set_aside_old(store, stamp(3).utc) == [second]
    entries.set_cursor(store, first, "note")
    assert first in [row.id for row in drafts.drafts(store)]


def test_typing_is_one_row_a_step_cleared_by_its_answer(store: Store) -> None:
    entry = begin(store)
    assert entries.held(store, entry) == {}
    entries.hold(store, entry, "note", "the", at=stamp(1).utc)
    entries.hold(store, entry, "note", {"text": "the cat"}, at=stamp(2).utc)
    assert entries.held(store, entry) == {"note": {"text": "the cat"}}
    assert store.query("SELECT count(*) FROM typing")[0][0] == 1
    entries.hold(store, entry, "level", "1", at=stamp(3).utc)
    entries.answer(store, entry, "level", Answer("given", 10), stamp(), cursor="note")
    assert entries.held(store, entry) == {"note": {"text": "the cat"}}
    entries.answer(store, entry, "note", Answer("given", "the cat"), stamp(), cursor=None)
    assert entries.held(store, entry) == {}


def test_an_answer_may_leave_words_that_it_does_not_hold(store: Store) -> None:
    entry = begin(store)
    entries.hold(store, entry, "note", "half a th")
    entries.answer(store, entry, "note", Answer("skipped"), stamp(), cursor=None, typed=True)
    assert entries.held(store, entry) == {"note": "half a th"}


def test_ending_keeps_what_is_no_answer_yet_and_nothing_else_that_was_typed(store: Store) -> None:
    entry, other = begin(store), begin(store)
    for one in (entry, other):
        entries.hold(store, one, "level", "1", at=stamp(1).utc)
        entries.hold(store, one, "note", "half a th", at=stamp(2).utc)
    entries.end(store, entry, "stopped", stamp(), {}, [], [], unfinished=["note"])
    assert entries.held(store, entry) == {"note": "half a th"}
    assert list(entries.held(store, other)) == ["level", "note"]
    entries.end(store, other, "stopped", stamp(), {}, [], [])
    assert entries.held(store, other) == {}


def test_pages_go_through_everything_once_newest_first(store: Store) -> None:
    ids = [whole(store, minute // 2, note=f"word{minute % 3}") for minute in range(23)]
    for words in (None, "word"):
        seen: list[str] = []
        key = None
        for _ in range(7):
            rows = entries.page(store, before=key, limit=4, words=words)
            seen += [row.id for row in rows]
            key = rows[-1].key if rows else key
        assert seen == ids[::-1]
    assert len(entries.page(store, words="word1", limit=99)) == 8


def test_pages_are_chosen_by_exercise_and_local_day(store: Store) -> None:
    late = begin(store, exercise="core/other")
    finish(store, late, Stamp("2026-11-23T23:30:00Z", 60))
    early = begin(store)
    finish(store, early, Stamp("2026-11-24T00:30:00Z", -120))
    assert [row.day for row in entries.page(store)] == ["2026-11-23", "2026-11-24"]
    assert [row.id for row in entries.page(store, since="2026-11-24")] == [late]
    assert [row.id for row in entries.page(store, until="2026-11-23")] == [early]
    assert [row.id for row in entries.page(store, exercise="core/log")] == [early]
    assert entries.counts(store) == {"core/log": (1, "2026-11-23"), "core/other": (1, "2026-11-24")}


@pytest.mark.parametrize("words", ['"', "AND", "cat*", "note:cat", "(", "NEAR(cat", "-cat", "\0", "' OR 1=1"])
def test_search_takes_anything_a_person_types(store: Store, words: str) -> None:
    whole(store, note="The Café CAT, and")
    assert len(entries.page(store, words=words)) in (0, 1)
    assert len(entries.page(store, words="cafe ca")) == 1


def test_text_that_no_file_can_hold_is_mended_or_refused_in_a_sentence(store: Store) -> None:
    entry = whole(store, note="half \ud83d a pair \ud83d\ude00 and \udcff")
    latest = entries.entry(store, entry).steps[1].latest
    assert latest and latest.value == "half � a pair 😀 and �"
    entries.hold(store, entry, "note", {"\udc80": "\udc80"})
    assert entries.held(store, entry) == {"note": {"�": "�"}}
    endless: list[Json] = []
    endless.append(endless)
    for value in (float("nan"), float("inf"), endless):
        with pytest.raises(GuideError, match="cannot be kept"):
            entries.answer(store, entry, "note", Answer("given", value), stamp(), cursor=None)
    assert len(entries.entry(store, entry).steps[1].answers) == 1


def test_a_number_too_large_for_the_file_is_still_a_number(store: Store) -> None:
    entry = begin(store)
    entries.answer(store, entry, "level", Answer("given", 10**30), stamp(), cursor=None)
    finish(store, entry, stamp())
    assert derived.points(store, "core/flatness")[0].value == 1e30


def test_an_id_may_be_shortened_while_it_is_one_entry(store: Store) -> None:
    ids = {whole(store) for _ in range(20)}
    for entry in ids:
        assert entries.resolve(store, entry[:16].upper()) == entry
    for prefix in ("", "zz", "%", "_"):
        with pytest.raises(GuideError, match=r"no such entry|Several"):
            entries.resolve(store, prefix)


def test_what_does_not_exist_is_said(store: Store) -> None:
    for doing in (
        lambda: entries.entry(store, "none"),
        lambda: entries.answer(store, "none", "x", Answer("given", 1), stamp(), cursor=None),
        lambda: entries.hold(store, "none", "x", ""),
        lambda: entries.trash(store, "none", stamp()),
        lambda: entries.untrash(store, "none"),
        lambda: derived.archive(store, "none"),
    ):
        with pytest.raises(GuideError, match="no such"):
            doing()
    assert derived.item(store, "none") is None
    assert derived.value(store, "none") is None
