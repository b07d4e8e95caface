"""Outside text in every field and every frozen step, raw answers of any shape, keys faster than the screen."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from guide.clean import clean
from guide.journal.journal import Journal
from guide.steps import KINDS
from guide.steps.base import Json
from tests.ui_steps.host import HostApp, host_of, shown
from tests.ui_steps.steps import STEPS

HOSTILE = (
    "[/ sad",
    "[red]oops[/red]",
    "[@click=app.quit]here[/]",
    "ends with \\",
    "$name {braces} %s",
    "👩‍👩‍👧 crying 🙂",
    "שלום \u202eevil",
    "日本語の文章",
    "\x1b]52;c;aGk=\x07\x1b[2J",
    "two\nlines\tand a tab",
    "w" * 3000,
    "",
)
_WORDS = ("text", "prompt", "help", "label", "low", "high", "doubt", "say", "unit")
_LISTS = ("examples", "starters", "starts", "facts", "evidence", "words", "lines", "about")


def poisoned(value: Any, words: str) -> Any:
    """Return a frozen step with every text of its author and of the person replaced."""
    if isinstance(value, list):
        return [poisoned(one, words) for one in value]
    if not isinstance(value, dict):
        return value
    result: dict[str, Any] = {}
    for key, one in value.items():
        if key in _WORDS and isinstance(one, str):
            result[key] = words
        elif key in _LISTS or (key == "rows" and isinstance(one, list)):
            result[key] = [words for _ in one]
        elif key == "ways":
            result[key] = {name: words for name in one}
        else:
            result[key] = poisoned(one, words)
    return result


KEYS = (
    "f7",
    "1",
    "2",
    "enter",
    "down",
    "o",
    "w",
    "enter",
    "escape",
    "up",
    "space",
    "right",
    "backspace",
    "delete",
    "question_mark",
    "ctrl+s",
)


async def press_all(app: HostApp, pilot: Pilot[None], words: str) -> None:
    """Press one key after the other, with the words pasted wherever they can be."""
    for key in KEYS:
        if app.host.view.active is not app.host.view.pad:
            app.post_message(events.Paste(words))
            await pilot.pause()
        await pilot.press(key)
        if app.host.view.waiting:
            app.host.view.problem(words)
            await pilot.pause()


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_hostile_words_in_a_step(kind: str) -> None:
    """Each is shown as it stands, cleaned, in the step and in what was answered before."""
    app = host_of(step=STEPS[kind])
    async with app.run_test(size=(60, 20)) as pilot:
        for words in HOSTILE:
            app.host.step = poisoned(STEPS[kind], words)
            await app.host.show_step()
            app.host.view.problem(words)
            app.host.view.question(words)
            await pilot.pause()
            first = clean(words).strip().splitlines()
            if first and len(first[0]) < 40:
                assert first[0] in shown(app).replace("\n", " ")
            assert "\x1b" not in shown(app) and "\u202e" not in shown(app)
            assert app.is_running


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_hostile_words_in_every_field(kind: str) -> None:
    """Typed, pasted, kept and shown again: nothing raises, nothing is markup, nothing steers the terminal."""
    words = " ".join(HOSTILE[:-2])
    app = host_of(step=poisoned(STEPS[kind], words))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.host.view.nudge = lambda part, text, record: words
        await press_all(app, pilot, words)
        app.host.raw = app.host.view.current_raw()
        await app.host.show_step()
        await pilot.pause()
        assert "\x1b" not in shown(app) and "\u202e" not in shown(app)
        assert app.is_running


NONSENSE: tuple[Json, ...] = (
    "numb", "", 7, -1, True, 3.5, [], {}, [None, 3, "x", {"own": 3}, {"other": []}, {"item": 4}], {"rounds": "x"},
    {"rounds": [3, {"said": 1, "before": "?", "way": []}], "now": [1]}, {"cells": [], "own": {"a": 1}},
    {"cells": {"joy": []}, "own": [{"text": 3, "column": []}]}, {"text": 3, "believable": [], "now": "gate"},
    {"text": "x", "believable": {"state": []}, "now": []}, [{"fields": 3}, {"fields": {"now": []}, "now": {}}],
    {"cue": 3, "action": []}, [{"item": [], "fields": 3}, {"item": "p1", "fields": {"now": [], "what": {}}, "now": []}],
    [{"item": "p2", "fields": {"came": {"state": []}}, "now": "what"}], {"date": 3}, {"date": "x", "precision": []},
    {"revises": []}, {"text": "x", "revises": "gone"}, {"other": 3}, [["deep", ["er"]]], {"state": "given", "value": "x"},
)  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_any_raw_answer_can_come(kind: str) -> None:
    """A step that changed its kind since, or a broken row, is shown as if nothing had been answered."""
    app = host_of(step=STEPS[kind])
    async with app.run_test() as pilot:
        for raw in NONSENSE:
            app.host.raw = raw
            await app.host.show_step()
            app.host.view.current_raw()
            await pilot.pause()
            assert app.is_running


async def test_keys_faster_than_the_screen(journal: Journal) -> None:
    """All keys of the log at once: each answers its own row."""
    sitting = journal.begin("muted-check")
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in "b74":
            app.post_message(events.Key(key, key))
        await pilot.pause()
        await pilot.pause()
        await pilot.pause()
    assert [sitting.walk.answers[name].value for name in ("side", "strength", "mood")] == ["both", 7, 4]


async def test_typing_ahead_reaches_the_right_field(journal: Journal) -> None:
    """From a choice into the first line of the next step, letters and all."""
    sitting = journal.begin("then-now")
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in ("1", "l", "e", "f", "t", "enter", "f", "e", "d"):
            app.post_message(events.Key(key, None if key == "enter" else key))
        for _ in range(6):
            await pilot.pause()
        assert app.host.view.current_raw() == [{"fields": {"then": "left", "now": "fed"}, "now": "now"}]


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_without_colour(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under NO_COLOR, what is highlighted is marked by a character."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = host_of(step=STEPS[kind], theme="ansi-dark")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down")
        view = app.host.view
        if view.active is view.pad and view.pad.board.at is not None:
            assert "> " in shown(app) or "[0]" in shown(app)
        said = (view.frozen.get("said") or {}).get("text") or view.frozen.get("text") or view.frozen["prompt"]
        assert said in shown(app)
