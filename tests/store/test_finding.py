"""Lists of entries: filters and words against the plain truth, pages that lose and double nothing, and their cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import entries, finding, pages, search
from guide.store.database import Store
from guide.store.records import Stamp, local_day
from tests.store.making import NOTE

EXERCISES = ("core/log", "core/note", "corex/log", "other/walk")
WORDS = ("cat", "café", "Zebra", "co-op")


class Kept(NamedTuple):
    """What a made-up entry is, as a person would say it."""

    id: str
    exercise: str
    ended: str
    day: str
    words: str
    lists: tuple[str, ...]
    trashed: bool


MADE = st.lists(
    st.tuples(
        st.sampled_from(EXERCISES),
        st.integers(0, 60 * 24 * 5),
        st.sampled_from((-720, -300, 0, 60, 840)),
        st.lists(st.sampled_from(WORDS), max_size=3),
        st.sets(st.sampled_from(("core/facts", "other/routes"))),
        st.booleans(),
    ),
    max_size=40,
)
SOUGHT = st.fixed_dictionaries(
    {},
    optional={
        "exercise": st.sampled_from((*EXERCISES, "core/none")),
        "pack": st.sampled_from(("core", "corex", "other", "none")),
        "collection": st.sampled_from(("core/facts", "other/routes", "none/none")),
        "since": st.sampled_from(("2026-03-27", "2026-03-29")),
        "until": st.sampled_from(("2026-03-28", "2026-03-30")),
        "words": st.sampled_from(("cat", "CAFE", "zeb", "co-op cat", "dog", "!!")),
    },
)


def make(store: Store, made: list[Any]) -> list[Kept]:
    found = []
    for number, (exercise, minute, offset, words, lists, trashed) in enumerate(made):
        day, minute = divmod(minute, 24 * 60)
        at = Stamp(f"2026-03-{27 + day:02}T{minute // 60:02}:{minute % 60:02}:00Z", offset)
        entry = entries.begin(
            store, exercise=exercise, pack_version="1", exercise_hash="h", title="T", language="en", at=at,
            declarations={},
        )  # fmt: skip
        entries.keep_step(store, entry, "note", 0, NOTE)
        text = " ".join(words)
        entries.answer(store, entry, "note", Answer("given", text), at, cursor=None)
        feeds = [
            ("item", {"item": f"i{number}{one[0]}", "collection": one, "fields": {}, "label": "x", "refs": [],
                      "at": at.utc, "step": "note"})
            for one in lists
        ]  # fmt: skip
        entries.end(store, entry, "finished", at, {}, [], feeds)
        if trashed and number % 4 == 0:
            entries.trash(store, [entry], at)
        day_ = local_day(at.utc, offset)
        found.append(Kept(entry, exercise, at.utc, day_, text, tuple(lists), trashed and number % 4 == 0))
    return found


def fits(one: Kept, sought: dict[str, str]) -> bool:
    plain = one.words.lower().replace("é", "e").split()
    wanted = {"CAFE": ["cafe"], "zeb": ["zeb"], "co-op cat": ["co-op", "cat"]}
    words = sought.get("words")
    if words == "!!":
        return False
    return not one.trashed and all((
        one.exercise == sought.get("exercise", one.exercise),
        one.exercise.split("/")[0] == sought.get("pack", one.exercise.split("/")[0]),
        "collection" not in sought or sought["collection"] in one.lists,
        sought.get("since", "") <= one.day <= sought.get("until", "9"),
        words is None or all(any(p.startswith(w) for p in plain) for w in wanted.get(words, [words])),
    ))  # fmt: skip


def all_pages(store: Store, limit: int, sought: dict[str, str]) -> Iterator[str]:
    before = None
    while rows := pages.page(store, limit=limit, before=before, **sought):
        yield from (row.id for row in rows)
        before = rows[-1].key


@pytest.mark.parametrize("few", [0, 3, 30_000])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=MADE, sought=SOUGHT, limit=st.integers(1, 7))
def test_pages_hold_what_fits_once_and_newest_first(
    monkeypatch: pytest.MonkeyPatch, few: int, made: list[Any], sought: dict[str, str], limit: int
) -> None:
    monkeypatch.setattr(finding, "FEW", few)
    monkeypatch.setattr(finding, "FEW_BESIDE_WORDS", few)
    with Store.open(None) as store:
        kept = make(store, made)
        place = {one.id: number for number, one in enumerate(kept)}
        expected = [one.id for one in kept if fits(one, sought)]
        expected.sort(key=lambda id_: (kept[place[id_]].ended, place[id_]), reverse=True)
        assert list(all_pages(store, limit, sought)) == expected


def test_a_pack_is_not_another_whose_name_begins_so(tmp_path: Path) -> None:
    with Store.open(None) as store:
        make(store, [(one, number, 0, [], set(), False) for number, one in enumerate(EXERCISES)])
        assert [row.exercise for row in pages.page(store, pack="core")] == ["core/note", "core/log"]
        assert [row.exercise for row in pages.page(store, pack="corex")] == ["corex/log"]


def test_a_page_of_which_nothing_can_be_read_hides_nothing_behind_it() -> None:
    with Store.open(None) as store:
        kept = make(store, [("core/log", number, 0, ["cat"], set(), False) for number in range(9)])
        for one in kept[3:]:
            store.connection.execute("UPDATE entries SET title = 'forged' WHERE id = ?", (one.id,))
        assert [row.id for row in pages.page(store, limit=2)] == [kept[2].id, kept[1].id]
        assert [row.id for row in pages.page(store, limit=2, words="cat")] == [kept[2].id, kept[1].id]
        assert kept[5].id[:8] in (store.notice or "")


LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(LETTERS, min_size=1, max_size=5), before=LETTERS)
def test_a_word_that_was_written_finds_its_entry_and_nothing_breaks_the_search(
    words: list[str], before: str
) -> None:
    with Store.open(None) as store:
        store.connection.execute(
            "INSERT INTO search (rowid, words) VALUES (1, ?)", (f"{before} {' '.join(words)}",)
        )
        for typed in (
            *" ".join(words).split(),
            " ".join(words),
            f'"{words[0]}',
            f"{words[0]}* OR",
            f"(-{words[0]}",
        ):
            wanted = search.match(typed)
            rows = (
                store.query("SELECT rowid FROM search WHERE search MATCH ?", (wanted,)) if wanted else [(1,)]
            )
            assert rows == [(1,)] or "OR" in typed or not _tokens(store, typed), (typed, wanted)


def _tokens(store: Store, text: str) -> bool:
    """Whether every word of a text holds a letter or digit that the index knows."""
    for word in text.split():
        store.connection.execute("INSERT INTO search (rowid, words) VALUES (2, ?)", (word,))
        store.connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, search, instance)"
        )
        found = store.query("SELECT count(*) FROM temp.seen WHERE doc = 2")
        store.connection.execute("DELETE FROM search WHERE rowid = 2")
        if not found[0][0] and any(map(str.isalnum, word)):
            return False
    return True


@pytest.mark.parametrize(
    ("sought", "index"),
    [
        ({}, "entries_ended"),
        ({"exercise": "core/log"}, "entries_exercise "),
        ({"since": "2026-03-28"}, "entries_ended"),
        ({"words": "cat"}, "VIRTUAL TABLE INDEX"),
        ({"words": "cat", "since": "2026-03-28", "until": "2026-03-29"}, "VIRTUAL TABLE INDEX"),
    ],
)
def test_the_usual_lists_are_read_in_the_order_of_an_index(sought: dict[str, str], index: str) -> None:
    with Store.open(None) as store:
        query = finding.narrowed(store, finding.Sought(**sought), None)
        assert query is not None
        sql = (
            f"SELECT id FROM {query.source} WHERE {' AND '.join(query.where)} ORDER BY {query.order} LIMIT 50"
        )
        plan = "\n".join(row[3] for row in store.query(f"EXPLAIN QUERY PLAN {sql}", query.values))
        assert index in plan and "TEMP B-TREE" not in plan


def test_what_is_unfinished_is_not_looked_for_among_all_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(None) as store:
        asked: list[str] = []
        query = store.query

        def noted(sql: str, values: Sequence[Any] = ()) -> list[Any]:
            asked.append(sql)
            return query(sql, values)

        monkeypatch.setattr(store, "query", noted)
        pages.drafts(store)
        plan = "\n".join(row[3] for row in query(f"EXPLAIN QUERY PLAN {asked[0]}"))
        assert "entries_open" in plan and "entries_reopened" in plan and "entries_ended" not in plan


def test_a_day_beyond_the_calendar_is_its_first_or_last_one() -> None:
    assert (
        finding.shifted("9999-12-31", 2) == "9999-12-31"
        and finding.shifted("0001-01-01", -30) == "0001-01-01"
    )
    assert finding.shifted("2026-02-28", 1) == "2026-03-01"
    with pytest.raises(GuideError):
        finding.shifted("2026-02-30", 1)
