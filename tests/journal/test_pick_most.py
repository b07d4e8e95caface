"""What a pick offers has an end, so that an entry does not hold the whole of a list that grows for years."""

from __future__ import annotations

from pathlib import Path

from guide.steps.pick import MOST
from guide.store import pages
from tests.journal.making import Clock, journal, play


def test_the_newest_hundred_are_offered_and_kept(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    for n in range(MOST // 9 + 2):
        facts = [{"now": f"did thing {n}-{k}"} for k in range(9)]
        play(opened.begin("then-now"), {"anything": "yes", "changes": facts})
        clock.move(hours=1)
    sitting = opened.begin("build-a-sentence")
    step = sitting.view().step
    assert step is not None
    assert len(step["choices"]) == MOST
    assert any(f"did thing {n}-8" in one["label"] for one in step["choices"]), "the latest is there"
    sitting.give([step["choices"][0]["item"]])
    sitting.stop()
    (kept,) = [one for one in pages.entry(opened.store, sitting.entry).steps if one.step == "facts"]
    assert len(kept.frozen["choices"]) == MOST
