"""Hostile text as an answer in every field: shown literally, without control bytes, and stored the same."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from guide.clean import clean
from guide.journal.journal import Journal
from guide.plain.wrap import WIDTH

from .talking import stored, talk

TEXTS = {
    "brackets": "[/] [red]x[/red] [@click=app.quit]y[/] {then} {0} %s \\n",
    "escape": "a\x1b[2Jb\x1b]0;title\x07c\x9b31md\x00e\x08f\x7fg",
    "unfinished": "one \x1b]52;c;aGk= two",
    "bidi": "abc\u202edef\u2066ghi\u2069 \u200fx\u200b",
    "wide": "漢字かな交じり文" * 12,
    "arabic": "مرحبا بكم في هذا المكان " * 6,
    "persian": "می\u200cخواهم بنویسم",
    "emoji": "👩‍👩‍👧‍👦 ❤️ 🏳️‍🌈 " * 9,
    "marks": "e\u0301" * 90,
    "lines": "one\u2028two\x0bthree\x85four",
    "surrogate": "half \ud800 pair",
    "tags": "hid\U000e0041\U000e0042den",
    "tab": "left\tright",
    "plus": "+ + own: 1, 2",
    "slots": "{one} {two.count} $name",
}
# Field -> (exercise, lines before, lines after, where it is in the stored value).
FIELDS = {
    "short": ("a-short", [], ["", ""]),
    "long": ("a-long", [], [".", ""]),
    "list": ("a-list", ["then"], ["", "", "", ""]),
    "choice": ("a-choice", [], [""]),
    "choices": ("a-choices", [], [""]),
    "grid": ("a-grid", ["done"], [""]),
    "pick": ("a-pick", [], [""]),
    "sentence": ("a-sentence", ["1"], ["n", "5", ""]),
    "expect": ("a-rehearse", ["1", "5"], ["", "5", "", "n", ""]),
    "happened": ("a-rehearse", ["1", "5", "", "", "5"], ["n", ""]),
    "cue": ("a-plan", ["1"], ["I go", "", ""]),
    "obstacle": ("a-plan", ["1", "it rings", "I go"], [""]),
    "note": ("an-update", ["3", "1"], ["done", ""]),
    "edited": ("an-edit", ["edit 1", "then"], ["", ""]),
    "marked": ("a-dated-list", [], ["2026-11-01", "", "", ""]),
    "revised": ("a-revise", ["1", "2"], ["5", ""]),
}
OWN = ("choice", "choices", "pick")


def value_of(field: str, value: object) -> str:
    """The words in a stored value."""
    found: object = value
    steps: dict[str, list[object]] = {
        "list": [0, "fields", "now"], "choice": ["other"], "choices": [0, "other"], "grid": ["own", 0, "text"],
        "pick": [0, "own"], "sentence": ["text"], "expect": ["rounds", 0, "expect"], "happened": ["rounds", 0, "happened"],
        "cue": [0, "fields", "cue"], "obstacle": [0, "fields", "obstacle"], "note": [0, "fields", "note"],
        "edited": [0, "fields", "now"], "marked": [0, "fields", "what"], "revised": ["text"],
    }  # fmt: skip
    for step in steps.get(field, []):
        found = found[step]  # type: ignore[index]
    return str(found)


def squeezed(text: str) -> str:
    return "".join(text.split())


def lines_for(field: str, text: str) -> list[str]:
    _, before, after = FIELDS[field]
    if field == "grid":
        return ["2", "", "", text, "1", "", *after]
    return [*before, f"+ {text}" if field in OWN else text, *after]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("field", FIELDS)
def test_hostile_words(full: Journal, field: str, name: str) -> None:
    exercise, text = FIELDS[field][0], TEXTS[name]
    if field == "grid":
        text = text[:60]
    _, shown = talk(full, exercise, lines_for(field, text), echo=False)
    state, value = stored(full, exercise)[0]
    if name == "tab" and field == "long":
        expected = "left\tright"
    else:
        expected = clean(text, lines=field == "long").strip()
    assert state == "given", shown
    assert value_of(field, value) == expected
    # Coming back shows the words again.
    again = full.resume(full_entry(full, exercise))
    _, shown = talk_on(full, again)
    assert_calm(shown)
    assert squeezed(expected) in squeezed(shown).replace("“", "").replace("”", "")


def full_entry(journal: Journal, exercise: str) -> str:
    from .talking import newest

    return str(newest(journal, exercise).id)


def talk_on(journal: Journal, sitting: object) -> tuple[int, str]:
    """The review of the entry on the plain home screen: words read back."""
    from .talking import at_home

    return at_home(journal, ["", "review", "1", "", "quit"])


def assert_calm(shown: str) -> None:
    """No control bytes, nothing hidden, and no line wider than the page."""
    bad = {letter for letter in shown if letter != "\n" and clean(letter) != letter}
    assert bad == set()
    assert "\x1b" not in shown and "\t" not in shown
    assert [line for line in shown.split("\n") if cell_len(line) > WIDTH] == []


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("exercise", ["a-number", "a-date", "an-update"])
def test_what_is_no_number_and_no_date_is_answered_calmly(full: Journal, exercise: str, name: str) -> None:
    code, shown = talk(full, exercise, [TEXTS[name], "pause"], echo=False)
    assert code == 0
    assert_calm(shown)
    assert "Please give a" in shown
    assert stored(full, exercise) == []


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_items_are_shown_in_one_line_each(full: Journal, name: str) -> None:
    """Items from another exercise, shown to be changed, gone through, picked for a plan or asked about."""
    text = TEXTS[name]
    talk(full, "a-short-fact", [text, "", ""], echo=False)
    talk(full, "seed-more", ["1", text, "2", "3", "", ""], echo=False)
    for exercise in ("an-edit", "a-show", "a-grid-of-facts", "an-update", "a-plan"):
        _, shown = talk(full, exercise, [*[""] * 8, "pause"], echo=False)
        assert_calm(shown)
        assert squeezed(clean(text))[:40] in squeezed(shown), exercise


@pytest.mark.parametrize("field", FIELDS)
def test_ten_thousand_characters(full: Journal, field: str) -> None:
    exercise = FIELDS[field][0]
    text = "x" * 10_000
    code, shown = talk(full, exercise, [*lines_for(field, text)[:-1], "pause"], echo=False)
    assert code == 0
    assert_calm(shown)
    if field == "long":
        assert stored(full, exercise)[0][1] == text
    else:
        assert "That is 10000 characters" in shown
        assert all(text not in str(value) for _, value in stored(full, exercise))


def test_what_was_too_long_is_still_there_after_a_pause(full: Journal) -> None:
    talk(full, "a-short", ["x" * 600, "pause"])
    _, shown = talk(full, "a-short", ["pause"])
    assert "x" * 70 in shown
