"""What answers feed: views, trash and back, rebuilding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.steps.base import Answer, Json
from guide.store import derived, entries, fingerprint, health, rebuilding, trash, words
from guide.store.database import Store
from guide.store.meta import declarations, meta, set_meta
from guide.store.records import Stamp
from tests.store.making import NOTE, begin, feeds_of, finish, stamp, views, whole


def point(
    item: str, at: str, value: int = 1, series: str = "core/s", n: int = 0
) -> tuple[str, dict[str, Any]]:
    data = {
        "series": series,
        "item": item,
        "state": "given",
        "value": value,
        "n": n,
        "at": at,
        "step": "level",
    }
    return "point", data


def version(item: str, at: str, label: str) -> tuple[str, dict[str, Any]]:
    data = {
        "item": item,
        "collection": "core/c",
        "fields": {"b": label, "a": 1},
        "label": label,
        "refs": ["r"],
    }
    return "item", data | {"at": at, "step": "note"}


def fed(store: Store, minute: int, *feeds: tuple[str, dict[str, Any]]) -> str:
    entry = begin(store, stamp(minute))
    entries.end(store, entry, "finished", stamp(minute), {}, [], feeds)
    return entry


def test_points_are_oldest_first_and_keep_their_order_in_one_moment(store: Store) -> None:
    at = stamp(5).utc
    fed(store, 5, point("", at, 1), point("", at, 2, n=1), point("", at, 3, n=2))
    fed(store, 5, point("", at, 4))
    fed(store, 1, point("i", stamp(1).utc, 0))
    assert [found.value for found in derived.points(store, "core/s")] == [0, 1, 2, 3, 4]
    assert [found.value for found in derived.points(store, "core/s", item="i")] == [0]
    assert [found.value for found in derived.points(store, "core/s", since="2026-11-24")] == []
    assert [found.value for found in derived.points(store, "core/s", since="2026-11-23")] == [0, 1, 2, 3, 4]


def test_a_point_belongs_to_the_local_day_of_its_own_answer(store: Store) -> None:
    entry = begin(store, stamp(0, offset=0))
    at = stamp(700, offset=60)
    entries.answer(store, entry, "level", Answer("given", 7), at, cursor=None)
    finish(store, entry, stamp(800))
    assert [found.day for found in derived.points(store, "core/flatness")] == [at.day] == ["2026-11-24"]


def test_states_of_their_own_have_no_number(store: Store) -> None:
    what, data = point("", stamp().utc)
    fed(store, 0, (what, data | {"state": "numb", "value": None}))
    assert [(found.state, found.value) for found in derived.points(store, "core/s")] == [("numb", None)]


def test_items_show_the_latest_version_in_every_order(store: Store) -> None:
    fed(store, 1, version("one", stamp(1).utc, "first"), version("two", stamp(1).utc, "other"))
    fed(store, 2, version("one", stamp(2).utc, "second"), version("one", stamp(2).utc, "third"))
    fed(
        store,
        3,
        version("three", stamp(3).utc, "unused"),
        point("two", stamp(3).utc),
        point("one", stamp(4).utc),
    )
    found = {item.id: item for item in derived.items(store, "core/c")}
    assert (found["one"].label, found["one"].versions) == ("third", 3)
    assert list(found["one"].fields) == ["b", "a"]
    assert [version.label for version in derived.item_versions(store, "one")] == ["first", "second", "third"]
    order = {
        name: [item.id for item in derived.items(store, "core/c", order=name)] for name in derived.ORDERS
    }
    assert order == {
        "newest": ["three", "one", "two"],
        "oldest": ["two", "one", "three"],
        "as-written": ["one", "two", "three"],
        "least-recent": ["three", "two", "one"],
        "least-used": ["three", "one", "two"],
    }


def use(item: str, minute: int) -> tuple[str, dict[str, Any]]:
    return "use", {"item": item, "at": stamp(minute).utc, "step": "pick"}


def test_the_least_used_come_first_and_of_equals_the_newest(store: Store) -> None:
    for minute, name in enumerate(("old", "worn", "middle", "new")):
        fed(store, minute, version(name, stamp(minute).utc, name))
    fed(store, 5, use("worn", 5), use("middle", 5))
    later = fed(store, 6, use("worn", 6), use("worn", 6), use("new", 6))

    def order(name: str) -> list[str]:
        return [item.id for item in derived.items(store, "core/c", order=name)]

    assert order("least-used") == ["old", "new", "middle", "worn"]
    assert order("least-recent") == ["old", "middle", "worn", "new"]
    entries.trash(store, later, stamp(7))
    assert order("least-used") == ["new", "old", "middle", "worn"]
    entries.untrash(store, later)
    assert order("least-used") == ["old", "new", "middle", "worn"]
    assert health.run(store) == []


def test_several_collections_come_in_one_order(store: Store) -> None:
    fed(store, 1, version("first", stamp(1).utc, "first"))
    what, data = version("second", stamp(2).utc, "second")
    fed(store, 2, (what, data | {"collection": "core/d"}))
    fed(store, 3, version("third", stamp(3).utc, "third"), use("third", 3))
    both = ("core/d", "core/c")
    assert [item.id for item in derived.items(store, both)] == ["third", "second", "first"]
    assert [item.id for item in derived.items(store, both, order="oldest")] == ["first", "second", "third"]
    assert [item.id for item in derived.items(store, both, order="least-used")] == [
        "second",
        "first",
        "third",
    ]
    assert derived.items(store, ()) == []


def test_an_archived_item_is_set_aside_and_comes_back(store: Store) -> None:
    fed(store, 1, version("one", stamp(1).utc, "first"), version("two", stamp(1).utc, "other"))
    derived.archive(store, "one")
    assert [item.id for item in derived.items(store, "core/c")] == ["two"]
    assert [item.id for item in derived.items(store, "core/c", archived=True)] == ["one"]
    assert len(derived.items(store, "core/c", archived=None)) == 2
    one = derived.item(store, "one")
    assert one and one.archived
    derived.archive(store, "one", False)
    assert len(derived.items(store, "core/c")) == 2


def test_the_latest_value_wins_and_the_trash_brings_back_the_one_before(store: Store) -> None:
    def value(word: str, minute: int) -> tuple[str, dict[str, Any]]:
        return "value", {"name": "core/w", "value": word, "at": stamp(minute).utc, "step": "note"}

    later = fed(store, 9, value("later", 9))
    fed(store, 1, value("earlier", 1))
    assert derived.value(store, "core/w") == "later"
    entries.trash(store, later, stamp(10))
    assert derived.value(store, "core/w") == "earlier"


def test_markers_stand_by_their_date(store: Store) -> None:
    def marker(date: str) -> tuple[str, dict[str, Any]]:
        rest = {"precision": "day", "fields": {"dose": "20"}, "label": "x", "at": stamp().utc, "step": "note"}
        return "marker", {"marker": "core/m", "date": date} | rest

    fed(store, 0, marker("2026-03"), marker("2025-12-31"), marker("2026"))
    assert [found.date for found in derived.markers(store, "core/m")] == ["2025-12-31", "2026", "2026-03"]
    assert derived.markers(store, "core/other") == []
    assert len(derived.markers(store)) == 3


def test_feeds_may_come_as_a_mapping(store: Store) -> None:
    entry = begin(store)
    feeds = {"point": [point("", stamp().utc)[1]], "item": [], "marker": [], "value": []}
    entries.end(store, entry, "finished", stamp(), {}, [], feeds)
    assert len(derived.points(store, "core/s")) == 1


def test_the_trash_takes_everything_out_and_gives_everything_back(store: Store) -> None:
    whole(store, 1)
    before = views(store)
    entry = whole(store, 2, note="another cat")
    full = views(store)
    entries.trash(store, entry, stamp(3))
    entries.trash(store, entry, stamp(4))
    assert views(store) == before
    assert [row.id for row in trash.trashed(store)] == [entry]
    assert len(derived.answers_of(store, "core/log", "note")) == 1
    entries.untrash(store, entry)
    entries.untrash(store, entry)
    assert views(store) == full
    assert health.run(store) == []


def test_what_comes_back_keeps_its_order_when_an_earlier_answer_was_given_later(store: Store) -> None:
    """Steps are answered in any order, and corrected days later: the rows are those that a rebuild would make."""
    entry = begin(store)

    def value(step: str, minute: int) -> dict[str, Json]:
        return {"name": f"core/{step}", "value": step, "at": stamp(minute).utc, "step": step}

    feeds = {"point": [], "item": [], "marker": [], "value": [value("level", 9), value("note", 1)]}
    entries.end(store, entry, "finished", stamp(), {}, [], feeds)
    before = fingerprint.fingerprints(store)
    entries.trash(store, entry, stamp(3))
    entries.untrash(store, entry)
    assert fingerprint.fingerprints(store) == before


def test_an_edit_in_the_trash_shows_when_it_is_back(store: Store) -> None:
    entry = whole(store)
    entries.trash(store, entry, stamp(1))
    entries.answer(store, entry, "level", Answer("given", 2), stamp(2), cursor=None)
    entries.refresh(store, entry, feeds_of(entries.entry(store, entry)))
    assert derived.points(store, "core/flatness") == []
    entries.untrash(store, entry)
    assert [found.value for found in derived.points(store, "core/flatness")] == [2]


def test_a_trashed_draft_is_offered_no_more_and_can_come_back(store: Store) -> None:
    entry = begin(store)
    entries.trash(store, entry, stamp(1))
    assert entries.drafts(store) == []
    entries.untrash(store, entry)
    assert [row.id for row in entries.drafts(store)] == [entry]
    assert entries.counts(store) == {}


def test_emptying_the_trash_leaves_no_word_in_the_file(store: Store) -> None:
    kept, gone = whole(store, 1), begin(store, stamp(2))
    entries.keep_step(store, gone, "note", 1, NOTE | {"prompt": "zanzibarprompt"})
    entries.answer(store, gone, "note", Answer("given", "zanzibaranswer " * 2000), stamp(2), cursor=None)
    finish(store, gone, stamp(2))
    entries.hold(store, gone, "note", "zanzibartyping")
    entries.trash(store, gone, stamp(3))
    assert store.path
    assert trash.empty(store, stamp(4)) == (1, "")
    for file in store.path.parent.iterdir():
        assert b"zanzibar" not in file.read_bytes()
    assert store.query("SELECT id, deleted_at FROM tombstones") == [(gone, stamp(4).utc)]
    assert [row.id for row in entries.page(store)] == [kept]
    assert health.run(store) == []


OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["whole", "edit", "trash", "untrash", "draft"]), st.integers(0, 9)), max_size=25
)


@given(operations=OPERATIONS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rebuilding_from_answers_alone_changes_nothing(operations: list[tuple[str, int]]) -> None:
    store, made = Store.open(None), list[str]()

    def edit(entry: str, minute: int) -> None:
        entries.answer(store, entry, "note", Answer("given", f"cat {minute}"), stamp(minute), cursor="note")
        entries.refresh(store, entry, feeds_of(entries.entry(store, entry)))

    doing: dict[str, Callable[[str, int], object]] = {
        "edit": edit,
        "trash": lambda entry, minute: entries.trash(store, entry, stamp(minute)),
        "untrash": lambda entry, _: entries.untrash(store, entry),
    }
    for number, (what, choice) in enumerate(operations):
        if what == "whole":
            made.append(whole(store, number // 2, level=choice))
        elif what == "draft":
            made.append(begin(store, stamp(number)))
        elif made:
            doing[what](made[choice % len(made)], number)
    parked = store.query("SELECT * FROM parked")
    before = views(store)
    assert health.run(store) == []
    rebuilding.rebuild(store, feeds_of)
    assert views(store) == before
    assert [row[0] for row in store.query("SELECT entry FROM parked")] == [row[0] for row in parked]
    assert health.run(store) == []
    store.close()


def test_rebuilding_mends_derived_rows(store: Store) -> None:
    whole(store, 1), whole(store, 2)
    before = views(store)
    for table in ("points", "items", "markers", "kept", "uses", "tallies", "search"):
        store.connection.execute(f"DELETE FROM {table}")
    assert {found.kind for found in health.run(store)} == {"derived"}
    rebuilding.rebuild(store, feeds_of)
    assert views(store) == before
    assert health.run(store) == []


def test_a_rebuild_that_breaks_off_leaves_the_views_as_they_were(store: Store) -> None:
    whole(store)
    before = views(store)
    with pytest.raises(ZeroDivisionError):
        rebuilding.rebuild(store, lambda _: [("point", {"at": 1 // 0})])
    assert views(store) == before


def test_declarations_outlive_the_pack_and_the_latest_counts(store: Store) -> None:
    whole(store)
    entries.begin(
        store,
        exercise="other/x",
        pack_version="2",
        exercise_hash="h",
        title="X",
        language="en",
        at=stamp(),
        declarations={"core/flatness": {"title": "New"}, "other/y": [1]},
    )
    assert declarations(store) == {"core/flatness": {"title": "New"}, "other/y": [1]}


def test_small_state_is_kept_and_removed(store: Store) -> None:
    assert meta(store, "card") is None
    set_meta(store, "card", {"seen": True})
    assert meta(store, "card") == {"seen": True}
    set_meta(store, "card", None)
    assert meta(store, "card") is None


def test_answers_of_one_step_over_time_share_the_step_as_shown(store: Store) -> None:
    whole(store, 2, note="b"), whole(store, 1, note="a"), whole(store, 3, exercise="core/other")
    found = derived.answers_of(store, "core/log", "note")
    assert [answer.value for answer in found] == ["a", "b"]
    assert found[0].frozen is found[1].frozen
    assert derived.answers_of(store, "core/log", "note", since="2026-11-24") == []


def test_what_was_answered_in_an_entry_that_was_left_open_for_long_is_found_on_its_day(store: Store) -> None:
    early, late = Stamp("2026-08-01T12:00:00Z", 60), Stamp("2026-11-23T12:00:00Z", 60)
    entry = begin(store, early)
    entries.answer(store, entry, "note", Answer("given", "in August"), early, cursor=None)
    entries.end(store, entry, "stopped", late, {}, [], [])
    found = derived.answers_of(store, "core/log", "note", since="2026-07-20", until="2026-08-10")
    assert [one.value for one in found] == ["in August"]
    assert derived.answers_of(store, "core/log", "note", since="2026-11-01", until="2026-11-30") == []


def test_first_words_of_a_list_say_nothing_twice_and_join_no_two_lines() -> None:
    said = words.Said
    picked, told = "I ring Ann on Sundays.", "“I ring Ann on Sundays.”\n1. aloud\n2. in my head"
    rounds = [said("which", "pick", "", picked), said("rounds", "rehearse", "", told)]
    assert words.first_words(rounds) == "“I ring Ann on Sundays.”; 1. aloud; 2. in my head"
    assert (
        words.first_words([said("a", "scale", "", "3"), said("b", "choice", "", "13 or more")])
        == "3, 13 or more"
    )
    assert words.first_words([said("a", "long", "", "one\n\ntwo")]) == "one two"
    log = [
        said("s", "choice", "side", "Both"),
        said("m", "scale", "mood", "4 of 10"),
        said("n", "short", "note", "hm"),
    ]
    assert words.first_words(log) == "Both, mood 4 of 10: hm"
    assert words.first_words(log, ["s"]) == "mood 4 of 10: hm"
