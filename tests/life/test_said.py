"""Every text that the second and the third person were shown in four weeks: none of it assumes that they improve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest

from guide import settings
from guide.journal import help_page
from guide.journal.home import Home
from guide.journal.progress import heads, progress
from guide.words import home as home_words
from guide.words import support, unsafe

from .assuming import ASSUMING, CHOICES, HOLDS
from .people import WHO, lived

NOT_SHOWN: Final = {"id", "kind", "item", "collection", "track", "cites", "when", "tags", "key", "keep", "refs", "layout", "of", "from", "series"}  # fmt: skip
"""Keys of a frozen step that hold names, and no words for a person."""


def strings(value: Any) -> Iterator[str]:
    """Every text inside a frozen step."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_SHOWN:
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def of_home(shown: Home) -> Iterator[str]:
    """What home said, door titles and purposes included."""
    yield from shown.notices
    yield from [shown.next.title, shown.next.reason] if shown.next else []
    yield from [shown.beneath.text] if shown.beneath else []
    for door in shown.doors:
        yield door.title
        yield from (text for one in door.exercises for text in (one.title, one.purpose))


def everything(who: str) -> set[str]:
    """All that was shown to this person: steps as they were frozen, notices, home, progress, help now, why."""
    month = lived(who)
    said: set[str] = set(month.notices)
    for exercise in month.journal.library.exercises():
        said.add(month.journal.library.say("core", exercise.data.get("why")))
        for entry in month.entries(exercise.ref):
            said.update(text for step in entry.steps for text in strings(step.frozen))
    for _, shown in month.mornings + month.evenings:
        said.update(of_home(shown))
    parts = progress(month.journal)
    said.update(heads(month.journal, bool(parts)))
    for part in parts:
        said.update(
            [part.title, *part.words, *(line for head, rows in part.groups for line in [head, *rows])]
        )
    said.update(text for name, text in vars(home_words).items() if name.isupper() and isinstance(text, str))
    said.update(strings([value for name, value in vars(support).items() if name.isupper()]))
    said.update(help_page.page(None, settings.country(month.journal.places), "2026-11-23"))
    return said - {""}


def assumes(text: str) -> str:
    """The phrase in a text that assumes something about the person; empty when there is none."""
    if text in CHOICES:
        return ""
    flat = " ".join(text.lower().split())
    return next((found.group() for pattern in ASSUMING if (found := re.search(pattern, flat))), "")


@pytest.mark.parametrize("who", WHO)
def test_no_text_assumes_that_somebody_improves_minds_or_feels(who: str) -> None:
    shown = everything(who)
    assert len(shown) > 700, "all of it is looked at"
    assert [(phrase, text) for text in sorted(shown) if (phrase := assumes(text))] == []


@pytest.mark.parametrize("text", HOLDS)
def test_a_text_that_assumes_is_found(text: str) -> None:
    assert assumes(text)


def test_every_choice_that_may_say_so_is_still_offered() -> None:
    core = lived("easing").journal.library.packs["core"]
    there = {text for text in strings_of_pack(core)}
    assert CHOICES - there == set()


def strings_of_pack(value: Any) -> Iterator[str]:
    """Every text of the pack as it is written."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_of_pack(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_of_pack(inner)


def test_words_of_danger_are_answered_above_the_next_step_and_nowhere_kept() -> None:
    first = unsafe.TEXT[0].split(".")[0]
    assert [text for text in lived("worse").notices if text.startswith(first)]
    for who in ("easing", "numb"):
        assert not [text for text in lived(who).notices if text.startswith(first)]


def test_whoever_minds_nothing_is_answered_in_full() -> None:
    shown = everything("numb")
    for text in (
        "That is an honest answer, and it is kept. Nothing has to be found here today.",
        "Kept as you see it. Some things are luck, or somebody else's doing. That is an answer too.",
        "Feeling nothing says nothing against the sentence, and it is an answer here.",
    ):
        assert any(text in " ".join(one.split()) for one in shown), text


def test_whoever_got_worse_is_led_to_people() -> None:
    month = lived("worse")
    hard = {
        step["id"]: step
        for step in month.shown("which-kind-of-hard", "low") + month.shown("which-kind-of-hard", "racing")
    }
    assert all("support" in step["offer"] for step in hard.values()) and len(hard) == 2
    assert "support" in month.shown("look-at-the-data", "worse")[0]["offer"]
    assert "support" in month.shown("weekly-look-back", "reach")[0]["offer"]
    (unsafe_step,) = month.shown("which-kind-of-hard", "unsafe")
    assert unsafe_step["open"] == "help-now"
    last = month.entries("which-kind-of-hard")[-1]
    assert [one.step for one in last.steps if one.frozen] == ["kind", "unsafe"], "no more questions"
