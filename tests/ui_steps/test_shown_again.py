"""Steps that ask nothing: a chart, what was answered before, a count; and rows that come from a collection."""

from __future__ import annotations

from typing import Any

import pytest

from guide.journal.journal import Journal
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS

CHART, RECALL, COUNT, GRID = (STEPS[kind] for kind in ("chart", "recall", "count", "grid"))
WIDE = ["10|" + "." * 50 + "*", " 0+" + "-" * 51]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("colour", [True, False])
async def test_a_chart_with_its_words(
    size: tuple[int, int], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows as they were drawn, the sentence that says the same, one to say beside it; Enter goes on."""
    monkeypatch.setenv("NO_COLOR", "" if colour else "1")
    app = host_of(step={**CHART, "rows": WIDE}, theme="unmuted-dark" if colour else "ansi-dark")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "\n".join("  " + row for row in WIDE) in shown(app)
        assert "Three answers, 4 to 7." in shown(app)
        assert "A sentence to say beside it, if you like:\n  I answered Sam." in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [None]


async def test_a_drawing_is_never_wrapped() -> None:
    """Where it does not fit its words stand alone; a larger window has it again."""
    app = host_of(step={**CHART, "rows": WIDE})
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.pause()
        assert "*" not in shown(app) and "Three answers" in shown(app)
        assert "The drawing needs 54 columns, and there are 44 here." in " ".join(shown(app).split())
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert WIDE[0] in shown(app)


async def test_the_next_chart_is_drawn_in_place() -> None:
    """The same view shows another step; nothing of the first one stays."""
    app = host_of(step=CHART)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.host.step = {**CHART, "id": "ch2", "rows": [], "words": [], "say": ""}
        await app.host.show_step()
        await pilot.pause()
        assert (
            "*" not in shown(app) and "Three answers" not in shown(app) and "to say beside" not in shown(app)
        )
        assert "Nothing is written down here yet." in shown(app)


async def test_lines_of_another_day() -> None:
    """Each as it was found; the arrows scroll the page and Enter goes on."""
    lines = [f"{n} March: a line of another day" for n in range(1, 32)]
    app = host_of(step={**RECALL, "lines": lines})
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "- 1 March: a line of another day" in shown(app) and "31 March" not in shown(app)
        await pilot.press(*["down"] * 30)
        await pilot.pause()
        assert "- 31 March: a line of another day" in shown(app) and "> [1] Go on" in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [None]


async def test_no_lines_at_all() -> None:
    """That is said, and Enter goes on."""
    app = host_of(step={**RECALL, "lines": []})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Nothing is written down here yet." in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [None]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (COUNT, "7 (from 2 of 3 answers)"),
        ({**COUNT, "how": "count", "number": 2}, "2"),
        ({**COUNT, "how": "mean", "number": None}, "Nothing was given to count."),
    ],
)
async def test_a_count_is_a_number_and_no_more(step: dict[str, Any], words: str) -> None:
    """What it comes from is said; what it means is not."""
    app = host_of(step=step)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert f"Together\n\n  {words}\n\n  > [1] Go on" in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [None]


async def test_a_text_without_offers_scrolls_with_the_arrows() -> None:
    """Nothing else wants them there."""
    text = "\n\n".join(f"Paragraph {n}." for n in range(30))
    app = host_of(step={"id": "t", "kind": "text", "text": text})
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*["down"] * 60)
        await pilot.pause()
        assert "Paragraph 29." in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [None]


async def test_a_grid_without_rows_begins_with_a_word_of_ones_own() -> None:
    """A collection that holds nothing yet: the field is open; without a word Enter leaves the step open."""
    app = host_of(step={**GRID, "rows": {}})
    async with app.run_test() as pilot:
        await type_in(pilot, "awe")
        assert app.host.view.current_raw() == {"cells": {}, "own": [{"text": "awe", "column": ""}]}
        await pilot.press("enter", "2", "enter")
        assert app.host.answered == [{"cells": {}, "own": [{"text": "awe", "column": "muted"}]}]
    app = host_of(step={**GRID, "rows": {}})
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert "Nothing is written down here yet." in shown(app)
        await pilot.press("left", "right", "1", "delete", "up", "down", "end", "enter")
        assert app.host.answered == [None] and app.host.now == []


async def test_long_labels_of_a_grid_are_wrapped_and_hung() -> None:
    """Items of a collection are sentences; the mark and the columns stay readable."""
    rows = {
        f"i{n}": {"text": f"thing {n} " + "that is said at some length, " * 4 + "really"} for n in range(12)
    }
    app = host_of(step={**GRID, "rows": rows})
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("2", "end", "3")
        await pilot.pause()
        assert "> thing 11 that is said" in shown(app) and "[1] much the same" in shown(app)
        assert "really: absent" in " ".join(shown(app).split())
        assert all(len(line) <= 60 for line in shown(app).splitlines())
        await pilot.press("enter")
        assert app.host.answered == [{"cells": {"i0": "muted", "i11": "absent"}, "own": []}]


async def test_a_whole_exercise_of_looking(trial: Journal) -> None:
    """A real chart at 60 columns, a real recall, a grid over real items."""
    for minutes in (10, 20, 40):
        walk = trial.begin("trial/numbers")
        walk.give(minutes)
        walk.give("2026-03-14")
        walk.give(None)
    things = trial.begin("trial/things")
    things.give([{"what": "reading to the end of a page, and then of another"}])
    sitting = trial.begin("trial/look")
    app = host_of(sitting)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.host.view.step_id == "chart" and "I walked." in sitting.view().step["say"]  # type: ignore[index]
        await pilot.press("enter")
        assert "reading to the end of a page, and then of another" in " ".join(shown(app).split())
        await pilot.press("enter", "2", "o")
        await type_in(pilot, "rest")
        await pilot.press("enter", "1", "enter")
        assert sitting.ended
    value = sitting.walk.answers["grid"].value
    assert list(value["cells"].values()) == ["more"] and value["own"] == [{"text": "rest", "column": "same"}]
