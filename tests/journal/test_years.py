"""Years of entries make neither home nor the begin of an exercise slower: no question reads a whole table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from guide.journal import demo
from guide.journal import home as home_
from guide.store import counting, derived
from guide.store.database import Store
from tests.journal.making import journal

GROWING = "entries|answers|steps|frozen|points|items|markers|kept|uses"
WHOLE = re.compile(
    rf"SCAN (?:{GROWING}|[a-z])\b(?! USING INDEX entries_(?:open|reopened))|entries_ended \(ended_at>\?\)"
)


def test_home_and_beginning_read_no_whole_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = journal(tmp_path)
    demo.play(opened, demo.month(), opened.clock().day)
    asked: dict[str, list[str]] = {}
    query = Store.query

    def watched(self: Store, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        plan = self.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
        asked[sql] = [str(row[3]) for row in plan]
        return query(self, sql, values)

    monkeypatch.setattr(Store, "query", watched)
    home_.home(opened)
    for exercise in opened.library.exercises():
        assert opened.lacking(exercise) is None
        opened.begin(exercise.ref).look_away()
    assert len(asked) > 15
    whole = {sql: plan for sql, plan in asked.items() if any(WHOLE.search(line) for line in plan)}
    # The exercises done and the latest versions that a pick lists: as many as they are, whatever the years.
    assert all("FROM tallies t" in sql or "FROM latest l" in sql for sql in whole), whole


def test_whether_a_list_holds_anything_goes_by_what_is_in_use(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    assert not counting.any_item(opened.store, ["core/acts", "core/plans"])
    demo.play(opened, demo.month(), opened.clock().day)
    assert counting.any_item(opened.store, ["core/nothing", "core/acts"])
    for one in derived.items(opened.store, "core/acts"):
        derived.archive(opened.store, one.id)
    assert not counting.any_item(opened.store, ["core/acts"])
