"""Words that were deleted for good do not come back in the lists of other entries, whichever file is taken in."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guide.steps.base import Answer
from guide.store import derived, elsewhere, entries, health, merge, trash
from guide.store.database import Store
from guide.store.merge import Taken
from guide.store.records import EntryRecord
from guide.store.revisions import Revision, union
from tests.store import making
from tests.store.making import Pairs, begin, finish, stamp, whole
from tests.store.test_transfer import save

SECRET = "zanzibar under the stairs"


def feeds_of(record: EntryRecord) -> Pairs:
    """As elsewhere, with the id of an item as the program makes it."""
    return [
        (what, {**data, "item": record.id} if "item" in data else data)
        for what, data in making.feeds_of(record)
    ]


def made(store: Store, minute: int, note: str) -> str:
    entry = whole(store, minute, note=note)
    entries.refresh(store, entry, feeds_of(entries.entry(store, entry)))
    return entry


def offering(store: Store, items: dict[str, str], minute: int, picked: str = "") -> str:
    """An entry in which these items, by id, were offered; nothing or one of them was picked."""
    entry = begin(store, stamp(minute), "core/pick", steps=False)
    choices = [{"item": item, "label": label} for item, label in items.items()]
    entries.keep_step(store, entry, "pick", 0, {"id": "pick", "kind": "pick", "choices": choices})
    given = Answer("given", [{"item": picked}]) if picked else Answer("skipped")
    entries.answer(store, entry, "pick", given, stamp(minute), cursor=None)
    finish(store, entry, stamp(minute))
    return entry


def forget(store: Store, entry: str) -> None:
    trash.trash(store, entry, stamp(30))
    trash.empty(store, stamp(31))


def in_files(path: Path, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in path.parent.glob("unmuted.db*"))


def test_an_older_export_of_ones_own_does_not_bring_a_deleted_item_back(store: Store, path: Path) -> None:
    gone, kept = made(store, 1, SECRET), made(store, 2, "the cat")
    entry = offering(store, {gone: SECRET, kept: "the cat"}, 3)
    file = save(store, path.parent / "before.json")
    forget(store, gone)
    assert not in_files(path, "zanzibar")
    assert merge.take_in(store, file, feeds_of) == Taken(same=2, deleted=1)
    assert not in_files(path, "zanzibar")
    (step,) = entries.entry(store, entry).steps
    assert [one["item"] for one in step.frozen["choices"]] == [kept] and len(step.answers) == 1
    assert health.run(store) == []


def test_an_entry_of_a_second_machine_comes_without_what_was_deleted_here(store: Store, path: Path) -> None:
    gone, kept = made(store, 1, SECRET), made(store, 2, "the cat")
    with Store.open(None) as second:
        merge.take_in(second, save(store, path.parent / "first.json"), feeds_of)
        offered = offering(second, {gone: SECRET, kept: "the cat"}, 3)
        chosen = offering(second, {gone: SECRET, kept: "the cat"}, 4, picked=gone)
        file = save(second, path.parent / "second.json")
    forget(store, gone)
    assert merge.take_in(store, file, feeds_of) == Taken(new=2, same=1, deleted=1)
    (step,) = entries.entry(store, offered).steps
    assert [one["item"] for one in step.frozen["choices"]] == [kept]
    (step,) = entries.entry(store, chosen).steps
    assert [one["item"] for one in step.frozen["choices"]] == [gone, kept], "what was picked is its own"
    assert health.run(store) == []


def test_an_item_that_another_entry_made_too_or_that_waits_in_the_trash_stays(
    store: Store, path: Path
) -> None:
    def feeds(record: EntryRecord) -> Pairs:
        return [
            (what, {**data, "item": "a" * 32} if "item" in data else data) for what, data in feeds_of(record)
        ]

    gone, other = whole(store, 1, note="the cat"), whole(store, 2, note="the old cat")
    for entry in (gone, other):
        entries.refresh(store, entry, feeds(entries.entry(store, entry)))
    offered = offering(store, {"a" * 32: "the cat"}, 3)
    file = save(store, path.parent / "before.json")
    forget(store, gone)
    merge.take_in(store, file, feeds)
    assert entries.entry(store, offered).steps[0].frozen["choices"] and derived.item(store, "a" * 32)
    trash.trash(store, other, stamp(40))
    merge.take_in(store, file, feeds)
    assert entries.entry(store, offered).steps[0].frozen["choices"]


def test_it_is_no_matter_who_takes_in_the_others_file_first(store: Store, path: Path) -> None:
    """One side has deleted an item, the other has not heard of it: the shorter list counts on both."""
    gone, kept = made(store, 1, SECRET), made(store, 2, "the cat")
    entry = offering(store, {gone: SECRET, kept: "the cat"}, 3)
    with Store.open(None) as second:
        merge.take_in(second, save(store, path.parent / "first.json"), feeds_of)
        with store.writing() as connection:
            elsewhere.take_out(connection, {gone})
        back = save(second, path.parent / "second.json")
        assert merge.take_in(second, save(store, path.parent / "first.json"), feeds_of).merged == 1
        assert merge.take_in(store, back, feeds_of) == Taken(same=3)
        for one in (store, second):
            (step,) = entries.entry(one, entry).steps
            assert [each["item"] for each in step.frozen["choices"]] == [kept]
            assert len(step.answers) == 1 and not step.asked
            assert health.run(one) == []


SHOWN = st.sampled_from([None, "long", "short"])
SAID = st.builds(
    Revision,
    st.just(0),
    st.just("given"),
    st.sampled_from(["1", "2"]),
    st.sampled_from([f"2026-11-23T12:00:0{n}Z" for n in range(3)]),
    st.just(0),
    SHOWN,
)
HISTORIES = st.lists(SAID, max_size=4).map(
    lambda said: [one._replace(revision=n) for n, one in enumerate(said, 1)]
)


@given(HISTORIES, HISTORIES, HISTORIES)
def test_a_union_takes_the_shorter_step_as_shown_in_every_order(
    one: list[Revision], two: list[Revision], three: list[Revision]
) -> None:
    def both(first: list[Revision], second: list[Revision]) -> list[Revision]:
        return union(first, second, lambda shown: len(shown or ""))

    assert both(one, two) == both(two, one)
    assert both(both(one, two), two) == both(one, two) == both(one, both(one, two))
    said = {each.content for each in both(one, two)}
    assert said == {each.content for each in (*one, *two)}
    assert {each.content for each in both(both(one, two), three)} == said | {each.content for each in three}


def test_one_answer_under_two_hashes_is_one() -> None:
    said = Revision(1, "given", "1", "2026-11-23T12:00:00Z", 0, "longer")
    assert union([said], [said._replace(shown="short")], lambda shown: len(shown or "")) == [
        said._replace(shown="short")
    ]
