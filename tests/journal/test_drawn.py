"""Charts inside an exercise: one an item, on the scale the item brings, never two items in one line."""

from __future__ import annotations

from pathlib import Path

from guide.store import derived
from tests.journal.making import Clock, journal, play
from tests.journal.test_world import PACK, opened, shown

CHARTS = (
    PACK
    + """  - id: look
    title: Look
    steps:
      - {id: all, kind: chart, series: level}
      - {id: which, kind: pick, prompt: Which, from: measures}
      - {id: one, kind: chart, series: level, of: which}
"""
)


def test_a_series_kept_per_item_is_drawn_item_by_item_on_its_own_scale(tmp_path: Path) -> None:
    clock = Clock()
    mine = opened(tmp_path, clock, CHARTS)
    measures = [{"name": "sleep", "low": "0", "high": "5"}, {"name": "walks [b]", "low": "0", "high": "20"}]
    play(mine.begin("mine/make"), {"watch": measures})
    items = {one.label: one.id for one in derived.items(mine.store, "mine/measures")}
    for value in ("2", "3", "4"):
        clock.move(days=1)
        both = [
            {"item": items["sleep"], "fields": {"now": value}},
            {"item": items["walks [b]"], "fields": {"now": "17"}},
        ]
        play(mine.begin("mine/back"), {"levels": both})
    sitting = mine.begin("mine/look")
    step = sitting.view().step
    assert step is not None
    assert [row for row in step["rows"] if row in items] == ["sleep", "walks [b]"]
    assert any(word.startswith("sleep: ") for word in step["words"])
    assert any("17" in word for word in step["words"] if word.startswith("walks [b]: "))
    sitting.give(None)
    sitting.give([items["sleep"]])
    step = sitting.view().step
    assert step is not None
    assert step["id"] == "one"
    assert "walks [b]" not in step["rows"]
    top = next(row for row in step["rows"][1:] if row.strip()[:1].isdigit())
    assert top.strip().startswith("5")


def test_a_number_given_in_this_walk_is_seen_at_once_beside_its_start(tmp_path: Path) -> None:
    opened_ = journal(tmp_path)
    sitting = opened_.begin("look-at-the-data")
    measure = {"name": "fear", "low": "0", "high": "10", "better": "lower", "baseline": "8"}
    sitting.give([measure])
    step = sitting.view().step
    assert step is not None and step["kind"] == "update"
    sitting.give([{"item": step["choices"][0]["item"], "fields": {"level": "6"}}])
    step = sitting.view().step
    assert step is not None and step["kind"] == "chart"
    assert step["rows"] == [], "one number is said and not drawn"
    said = " ".join(step["words"])
    assert "8" in said and "2 points lower: better, as you set it" in said and "25 %" in said


def test_nothing_noted_draws_nothing_and_is_passed_over(tmp_path: Path) -> None:
    mine = opened(tmp_path, Clock(), CHARTS)
    play(mine.begin("mine/make"), {"watch": [{"name": "sleep", "low": "0", "high": "5"}]})
    assert "all" not in shown(mine, "mine/look")
