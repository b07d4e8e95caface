"""Two notebooks made one: what comes, what stays, what counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import derived, entries, health, merge, meta, trash
from guide.store.database import Store
from guide.store.merge import Taken
from guide.store.revisions import Revision, union
from guide.store.trash import trashed

from .making import begin, feeds_of, finish, stamp, views, whole
from .test_transfer import save

MOMENTS = st.sampled_from([f"2026-11-23T12:00:0{n}Z" for n in range(4)])
SAID = st.builds(
    Revision,
    st.just(0),
    st.just("given"),
    st.sampled_from(["1", "2"]),
    MOMENTS,
    st.just(0),
    st.just("f" * 32),
)


def numbered(said: list[Revision]) -> list[Revision]:
    return [one._replace(revision=n) for n, one in enumerate(said, 1)]


HISTORIES = st.lists(SAID, max_size=5).map(numbered)


@given(HISTORIES, HISTORIES)
def test_a_union_holds_both_whichever_comes_first_and_however_often(
    one: list[Revision], other: list[Revision]
) -> None:
    both = union(one, other)
    assert both == union(other, one)
    assert union(both, one) == union(both, other) == union(one, both) == both == union(both, both)
    assert [each.revision for each in both] == sorted({each.revision for each in both})
    assert {each.content for each in both} == {each.content for each in (*one, *other)}
    assert union(one, []) == union([], one) == one
    if one and other and one[-1].revision != other[-1].revision:
        newest = max(one[-1], other[-1], key=lambda each: each.revision)
        shared = {each.content for each in one} & {each.content for each in other}
        assert both[-1].content == newest.content or shared, "the higher number counts"


@given(HISTORIES, SAID)
def test_a_history_that_went_on_is_the_union(start: list[Revision], later: Revision) -> None:
    longer = numbered([*start, later])
    assert union(start, longer) == longer


@pytest.fixture
def other(path: Path) -> Path:
    return path.parent / "other.json"


def both(store: Store, other: Path) -> tuple[str, Store]:
    """An entry that two notebooks have, and the second notebook."""
    entry = whole(store)
    second = Store.open(None)
    merge.take_in(second, save(store, other), feeds_of)
    return entry, second


def edit(store: Store, entry: str, value: object, minute: int, step: str = "note") -> None:
    entries.answer(store, entry, step, Answer("given", value), stamp(minute), cursor=None)
    entries.refresh(store, entry, feeds_of(entries.entry(store, entry)))


def said(store: Store, entry: str, step: str = "note") -> list[object]:
    found = next(one for one in entries.entry(store, entry).steps if one.step == step)
    return [answer.value for answer, _ in found.answers]


def exchange(store: Store, second: Store, other: Path) -> None:
    """Each takes in what the other had before."""
    back = save(second, other.with_name("second.json"))
    merge.take_in(second, save(store, other), feeds_of)
    merge.take_in(store, back, feeds_of)


def test_the_same_step_edited_on_both_keeps_both_and_the_later_counts(store: Store, other: Path) -> None:
    entry, second = both(store, other)
    edit(store, entry, "here, later", 30)
    edit(second, entry, "there", 20)
    exchange(store, second, other)
    assert said(store, entry) == said(second, entry) == ["the cat", "there", "here, later"]
    assert views(store) == views(second)
    assert derived.value(second, "core/word") == "here, later"
    assert entries.page(second, words="later") and not entries.page(second, words="there")
    assert health.run(store) == health.run(second) == []


def test_more_revisions_count_over_a_later_clock(store: Store, other: Path) -> None:
    entry, second = both(store, other)
    edit(store, entry, "twice", 10)
    edit(store, entry, "twice over", 11)
    edit(second, entry, "once, by a clock that is ahead", 700)
    exchange(store, second, other)
    assert said(store, entry)[-1] == said(second, entry)[-1] == "twice over"
    assert len(said(store, entry)) == 4


def test_different_steps_edited_on_both(store: Store, other: Path) -> None:
    entry, second = both(store, other)
    edit(store, entry, 2, 10, "level")
    edit(second, entry, "other words", 20)
    exchange(store, second, other)
    for one in (store, second):
        assert said(one, entry, "level") == [7, 2] and said(one, entry) == ["the cat", "other words"]
        assert [point.value for point in derived.points(one, "core/flatness")] == [2]
    assert views(store) == views(second)


def test_a_draft_that_ended_there_has_ended(store: Store, other: Path) -> None:
    entry = begin(store)
    entries.answer(store, entry, "level", Answer("given", 4), stamp(), cursor="note")
    with Store.open(None) as second:
        merge.take_in(second, save(store, other), feeds_of)
        finish(second, entry, stamp(5), {"note": "skipped"})
        found = merge.take_in(store, save(second, other), feeds_of)
        assert found == Taken(merged=1) and entries.drafts(store) == []
        assert views(store) == views(second) and entries.counts(store)["core/log"][0] == 1
        assert merge.take_in(second, save(store, other), feeds_of) == Taken(same=1)


def test_what_was_deleted_here_is_left_out_unless_asked(store: Store, other: Path) -> None:
    entry, second = both(store, other)
    trash.trash(store, entry, stamp(1))
    trash.empty(store, stamp(2))
    second.close()
    assert merge.take_in(store, other, feeds_of) == Taken(deleted=1)
    assert not store.query("SELECT 1 FROM entries") and b"the cat" not in b"".join(
        file.read_bytes()
        for file in store.path.parent.glob("unmuted.db*")  # type: ignore[union-attr]
    )
    assert store.query("SELECT count(*) FROM frozen") == [(0,)], "no words of what was left out stay"
    assert merge.take_in(store, other, feeds_of, with_deleted=True) == Taken(back=1)
    assert said(store, entry) == ["the cat"] and not store.query("SELECT 1 FROM tombstones")
    assert merge.take_in(store, other, feeds_of) == Taken(same=1)


def test_what_was_deleted_there_stays_here_and_is_told(store: Store, other: Path) -> None:
    entry, second = both(store, other)
    trash.trash(second, entry, stamp(1))
    trash.empty(second, stamp(2))
    assert merge.take_in(store, save(second, other), feeds_of) == Taken(emptied_there=1)
    assert said(store, entry) == ["the cat"] and not store.query("SELECT 1 FROM tombstones")
    with Store.open(None) as third:
        merge.take_in(third, other, feeds_of)
        assert merge.take_in(third, save(store, other), feeds_of) == Taken(deleted=1)


def test_in_the_trash_on_one_side(store: Store, other: Path) -> None:
    entry, second = both(store, other)
    trash.trash(second, entry, stamp(1))
    exchange(store, second, other)
    assert [row.id for row in trashed(store)] == [row.id for row in trashed(second)] == [entry]
    assert derived.points(store, "core/flatness") == [] and entries.counts(store) == {}
    trash.untrash(store, entry)
    edit(store, entry, "after all", 9)
    exchange(store, second, other)
    assert trashed(store) == trashed(second) == [] and said(second, entry)[-1] == "after all"
    assert views(store) == views(second) and health.run(second) == health.run(store) == []


def test_an_older_export_does_not_put_what_was_taken_back_into_the_trash_again(
    store: Store, other: Path
) -> None:
    entry, second = both(store, other)
    trash.trash(store, entry, stamp(9))
    save(store, other)
    trash.untrash(store, entry)
    assert merge.take_in(store, other, feeds_of) == Taken(same=1)
    assert trashed(store) == [] and derived.points(store, "core/flatness")
    merge.take_in(second, other, feeds_of)
    exchange(store, second, other)
    assert trashed(store) == trashed(second) == [] and views(store) == views(second)
    trash.trash(store, entry, stamp(20))
    exchange(store, second, other)
    assert [row.id for row in trashed(store)] == [row.id for row in trashed(second)] == [entry]


def test_items_set_aside_on_one_side_and_taken_back_on_one(store: Store, other: Path) -> None:
    _, second = both(store, other)
    item = derived.items(store, "core/facts")[0].id
    derived.archive(store, item)
    exchange(store, second, other)
    assert not derived.items(second, "core/facts")
    derived.archive(second, item, archived=False)
    exchange(store, second, other)
    assert derived.items(store, "core/facts") and derived.items(second, "core/facts")


def test_choices_come_only_into_an_empty_notebook(store: Store, other: Path) -> None:
    whole(store)
    meta.set_meta(store, "for-the-page", ["x"])
    meta.set_meta(store, "backed-up", 7)
    save(store, other)
    with Store.open(None) as empty, Store.open(None) as full:
        whole(full, 9)
        for one in (empty, full):
            merge.take_in(one, other, feeds_of)
        assert meta.meta(empty, "for-the-page") == ["x"] and meta.meta(full, "for-the-page") is None
        assert meta.meta(empty, "backed-up") is None, (
            "what the last backup of one machine holds is no other's"
        )


def test_half_a_sentence_comes_where_nothing_later_is_known(store: Store, other: Path) -> None:
    entry = begin(store)
    entries.hold(store, entry, "note", "half a", at="2026-11-23T12:00:01.5+00:00")
    with Store.open(None) as second:
        merge.take_in(second, save(store, other), feeds_of)
        assert entries.held(second, entry) == {"note": "half a"}
        entries.hold(second, entry, "note", "half a sentence", at="2026-11-23T12:00:09+00:00")
        assert merge.take_in(second, other, feeds_of) == Taken(same=1)
        assert merge.take_in(store, save(second, other), feeds_of) == Taken(merged=1)
        assert entries.held(store, entry) == {"note": "half a sentence"}
        entries.answer(store, entry, "note", Answer("given", "a sentence"), stamp(9), cursor=None)
        assert merge.take_in(store, other, feeds_of) == Taken(same=1)
        assert entries.held(store, entry) == {}, "what became an answer does not come back"


def test_what_cannot_be_read_here_is_left_for_a_repair(store: Store, other: Path) -> None:
    entry, second = both(store, other)
    edit(second, entry, "new words", 20)
    save(second, other)
    with store.writing() as connection:
        connection.execute("UPDATE answers SET value = '\"harmed\"' WHERE step = 'note'")
    before = store.query("SELECT * FROM answers WHERE step = 'note'")
    merge.take_in(store, other, feeds_of)
    assert store.query("SELECT * FROM answers WHERE step = 'note'") == before and entry[:8] in (
        store.notice or ""
    )
    with store.writing() as connection:
        connection.execute("UPDATE entries SET title = 'harmed'")
    assert merge.take_in(store, other, feeds_of) == Taken(unreadable=1)


def test_nothing_comes_into_a_store_that_cannot_be_written(store: Store, other: Path, path: Path) -> None:
    whole(store)
    save(store, other)
    with Store.open(path, readonly=True) as reader, pytest.raises(GuideError, match="reading only"):
        merge.take_in(reader, other, feeds_of)
