"""What every exercise of ours must stand: only skips, the longest answers, an empty store, evidence that changes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

import pytest

from guide.errors import GuideError
from guide.journal import demo, look
from guide.journal.home import card_read
from guide.journal.journal import Journal
from guide.journal.progress import progress
from guide.journal.shown import feeds_of_entry
from guide.journal.sitting import Sitting
from guide.packs.discover import built_in
from guide.packs.load import load
from guide.steps import KINDS
from guide.steps.base import GIVEN, Answer
from guide.store import derived, entries, feeding, pages, rebuilding
from guide.store.database import Store
from guide.store.records import EntryRecord, Stamp
from tests.journal.longest import longest, words
from tests.life.people import lived

CORE: Final = load(built_in(), built_in=True).pack or {}
EXERCISES: Final = tuple(one["id"] for one in CORE["exercises"])
NOW: Final = Stamp("2026-11-23T10:00:00Z")
TURNS: Final = range(9)
"""Enough of them that every option of every choice is taken once."""


def empty() -> Journal:
    """A journal in memory in which nothing was written yet."""
    first = opened()
    journal = Journal(first.places, Store.open(None), first.library, lambda: NOW)
    card_read(journal)
    return journal


@functools.cache
def opened() -> Journal:
    """One whose library all the others share: reading the pack anew each time takes longest."""
    return demo.opened(clock=lambda: NOW, visits=[])


def filled() -> Journal:
    """A journal of its own with a whole month in it."""
    made = empty()
    lived("easing").journal.store.connection.backup(made.store.connection)
    return made


def steps_of(sitting: Sitting) -> Iterator[dict[str, Any]]:
    """Each step as it is shown, to the end, with everything behind `m`."""
    while True:
        while (step := sitting.view().step) is not None:
            yield step
        if not sitting.more():
            return


def reads_back(journal: Journal) -> None:
    """Every entry, every chart, and all of it made again from the answers."""
    for row in look.entries(journal, limit=1000):
        reads(journal, row.id)
    assert all(part.title for part in progress(journal))
    before = tables(journal)
    rebuilding.rebuild(journal.store, feeds_of_entry)
    assert tables(journal) == before
    assert journal.store.notice is None


def reads(journal: Journal, entry: str) -> None:
    """One entry in the words as they were asked."""
    for line in look.entry(journal, entry).lines:
        assert line.prompt and all(isinstance(one, str) for one in line.words), line


def tables(journal: Journal) -> dict[str, list[Any]]:
    return {name: sorted(journal.store.query(f"SELECT * FROM {name}"), key=repr) for name in feeding.TABLES}


def test_there_are_fifteen() -> None:
    assert len(EXERCISES) == 15


@pytest.mark.parametrize("store", [empty, filled], ids=["empty", "filled"])
@pytest.mark.parametrize("name", EXERCISES)
def test_only_skips(name: str, store: Callable[[], Journal]) -> None:
    journal = store()
    times = len(look.entries(journal, limit=1000))
    try:
        sitting = journal.begin(name)
    except GuideError:
        assert store is empty
        return
    for step in steps_of(sitting):
        asks = KINDS[step["kind"]].asks
        assert sitting.skip().kept if asks else sitting.give(None).kept, step["id"]
    assert sitting.ended and journal.drafts() == []
    assert len(look.entries(journal, limit=1000)) == times + 1
    reads_back(journal)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("name", EXERCISES)
def test_only_the_longest_answers(name: str, turn: int) -> None:
    journal = filled()
    sitting = journal.begin(name)
    asked = [give_longest(sitting, step, turn) for step in steps_of(sitting)]
    assert sitting.ended and any(asked)
    answers = [one.latest for one in pages.entry(journal.store, sitting.entry).steps]
    assert sum(one is not None and one.state == GIVEN for one in answers) >= sum(asked)
    reads_back(journal)


def give_longest(sitting: Sitting, step: dict[str, Any], turn: int) -> bool:
    """Answer at full length; whether there was anything to answer."""
    raw, kind = longest(step, turn), KINDS[step["kind"]]
    asked = kind.asks and not kind.empty(raw)
    outcome = sitting.give(raw) if asked or not kind.asks else sitting.skip()
    assert outcome.kept, (step["id"], outcome)
    return asked


def test_the_longest_answers_take_every_option() -> None:
    for exercise in CORE["exercises"]:
        for step in exercise["steps"]:
            if step["kind"] == "choice":
                taken = {str(longest(step, turn)) for turn in TURNS}
                assert {*step["options"]} <= taken, (exercise["id"], step["id"])
    assert [len(words(length)) for length in (1, 2, 21, 300, 10_000)] == [1, 2, 21, 300, 10_000]


@pytest.mark.parametrize("name", EXERCISES)
def test_with_an_empty_store_it_begins_or_says_which_exercise_makes_what_it_needs(name: str) -> None:
    journal = empty()
    exercise = journal.library.find(name)
    if not exercise.data.get("needs"):
        assert journal.begin(name).view().step is not None
        return
    maker = journal.made_by(exercise)
    assert maker is not None
    with pytest.raises(GuideError) as lacking:
        journal.begin(name)
    assert maker.title in lacking.value.message and f"`unmuted do {maker.data['id']}`" in lacking.value.remedy
    seen = [name]
    while (further := journal.lacking(maker)) is not None:  # the chain ends at one that can be begun
        assert maker.ref not in seen, "it would never end"
        seen.append(maker.ref)
        maker = journal.made_by(maker)
        assert maker is not None, further
    assert journal.begin(maker.ref).view().step is not None


def edited(journal: Journal) -> None:
    """Every list, sentence, plan and note of words that made an item is changed, as an edit of its entry does."""
    for row in look.entries(journal, limit=1000):
        record = pages.entry(journal.store, row.id)
        for step in record.steps:
            given = step.latest
            if given is not None and given.state == GIVEN and step.frozen and "home" in step.frozen:
                value = changed(given.value)
                if value != given.value:
                    answer(journal, record, step.step, Answer(GIVEN, value))


def answer(journal: Journal, record: EntryRecord, step: str, given: Answer) -> None:
    entries.answer(journal.store, record.id, step, given, NOW, cursor=None)
    entries.refresh(journal.store, record.id, feeds_of_entry(pages.entry(journal.store, record.id)))


def changed(value: Any) -> Any:
    """The same answer in other words: names of items and options stay."""
    if isinstance(value, list):
        return [changed(one) for one in value]
    if isinstance(value, str):
        return f"{value}, put another way [b]"
    if isinstance(value, dict):
        if "fields" in value:
            return {**value, "fields": {key: changed(one) if key in WORDS else one for key, one in value["fields"].items()}}  # fmt: skip
        return {key: changed(one) if key in ("text", "own") else one for key, one in value.items()}
    return value


DRAWS_ON: Final = {"choices", "there", "facts", "said", "about", "lines"}
"""Keys of a frozen step that hold what was kept before."""
WORDS: Final = {"then", "now", "where", "name", "how", "for", "sign", "what", "when", "text", "ask", "cue", "action", "obstacle"}  # fmt: skip


def archived(journal: Journal) -> None:
    """Every item is set aside."""
    for collection in CORE["collections"]:
        for item in derived.items(journal.store, f"{CORE['id']}/{collection}"):
            derived.archive(journal.store, item.id)


def trashed(journal: Journal) -> None:
    """Every entry is in the trash, and what it made with it."""
    for row in look.entries(journal, limit=1000):
        journal.trash(row.id)


DAMAGES: Final = {"edited": edited, "archived": archived, "trashed": trashed}


def test_the_evidence_is_really_changed() -> None:
    for name, damage in DAMAGES.items():
        journal = filled()
        before = {item.id: item.label for item in facts(journal)}
        assert before
        damage(journal)
        if name != "edited":
            assert facts(journal) == []
            continue
        for item in facts(journal):  # a later entry that took it up keeps its words
            versions = [one.label for one in derived.item_versions(journal.store, item.id)]
            assert versions[0] != before[item.id] or len(versions) > 1


def facts(journal: Journal) -> list[Any]:
    return [
        item for name in CORE["collections"] for item in derived.items(journal.store, f"{CORE['id']}/{name}")
    ]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", EXERCISES)
def test_after_its_evidence_was_changed(name: str, damage: str) -> None:
    journal = filled()
    DAMAGES[damage](journal)
    exercise = journal.library.find(name)
    if journal.lacking(exercise) is not None:
        assert damage != "edited"
        with pytest.raises(GuideError, match=r"fills it|needs|is set aside"):
            journal.begin(name)
        return
    finish(journal, journal.begin(name))
    reads_back(journal)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", EXERCISES)
def test_while_its_evidence_changes_in_the_middle(name: str, damage: str) -> None:
    for at in standing_on_items(filled(), name):
        journal = filled()
        sitting = journal.begin(name)
        finish(journal, sitting, at, partial(DAMAGES[damage], journal))
        reads(journal, sitting.entry)
        again = filled()
        paused = again.begin(name)
        for _, step in zip(range(at), steps_of(paused), strict=False):
            give(paused, step)
        DAMAGES[damage](again)
        if not paused.ended:
            finish(again, again.resume(paused.entry))
        reads(again, paused.entry)
    for one in (journal, again):
        reads_back(one)


def standing_on_items(journal: Journal, name: str) -> list[int]:
    """Places of the steps that show what was kept before, and of those right after them; of the first one, too."""
    sitting = journal.begin(name)
    found = {0, 1}
    for number, step in enumerate(steps_of(sitting)):
        found |= {number, number + 1} if DRAWS_ON & step.keys() else set()
        give(sitting, step)
    return sorted(place for place in found if place <= number)


def finish(
    journal: Journal, sitting: Sitting, at: int = -1, damage: Callable[[], None] = lambda: None
) -> None:
    """Answer to the end; `damage` is done while step number `at` stands there."""
    for number, step in enumerate(steps_of(sitting)):
        if number == at:
            damage()
        give(sitting, step)
    assert sitting.ended
    assert sitting.entry not in [row.id for row in journal.drafts()]


def give(sitting: Sitting, step: dict[str, Any]) -> None:
    """An answer that the kind itself offers, the last one first: it names the most items."""
    tries = KINDS[step["kind"]].tries(step) if KINDS[step["kind"]].asks else [None]
    outcome = sitting.give(tries[-1]) if tries else sitting.skip()
    assert outcome.kept, (step["id"], outcome)
