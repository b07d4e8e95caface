"""Every field of ours that takes free words helps a blank mind: three made-up examples and half a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from guide.journal.library import Library
from guide.places import find

Field = tuple[str, str, str]
NO_EXAMPLES: Final[dict[Field, str]] = {
    ("medicine-line", "event", "what"): "the name of a medicine",
    ("medicine-line", "event", "dose"): "a dose",
}
"""(exercise, step, part) where examples make no sense, and why."""
NO_STARTERS: Final[dict[Field, str]] = {
    ("before-the-appointment", "other-things", ""): "names of things, one beside the other",
}
"""The same for half a sentence, where a step of its own asks for words."""


def fields(exercise: Mapping[str, Any]) -> Iterator[tuple[Field, Mapping[str, Any]]]:
    """Every field of an exercise that takes free words, with its declaration."""
    for step in exercise["steps"]:
        name = (exercise["id"], step["id"])
        kind = step["kind"]
        if kind in ("short", "long") or (kind == "pick" and step.get("own") not in (None, "false")):
            yield (*name, ""), step
        elif kind == "sentence":
            yield (*name, ""), {**step, "starters": step.get("frames")}
        elif kind in ("list", "update"):
            parts = step["record" if kind == "list" else "ask"]
            yield from (
                ((*name, part), one) for part, one in parts.items() if one["kind"] in ("short", "long")
            )
        elif kind == "plan":
            yield from (((*name, part), step[part]) for part in ("cue", "action", "obstacle") if part in step)
        elif kind == "rehearse":
            asks = {side: (step.get(side) or {}).get("ask") for side in ("before", "after")}
            yield from (((*name, side), ask) for side, ask in asks.items() if ask)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Field, Mapping[str, Any]]:
    home: Path = tmp_path_factory.mktemp("home")
    library = Library(find(str(home), {}))
    return {name: one for exercise in library.exercises() for name, one in fields(exercise.data)}


def test_every_field_of_words_has_three_examples(found: dict[Field, Mapping[str, Any]]) -> None:
    lacking = [name for name, one in found.items() if len(one.get("examples") or []) < 3]
    assert sorted(lacking) == sorted(NO_EXAMPLES)


def test_every_step_of_words_has_half_a_sentence_to_finish(found: dict[Field, Mapping[str, Any]]) -> None:
    """In a record, in a plan and beside a list the prompt itself is the beginning: "Now I", "It costs me"."""
    kinds = ("short", "long", "sentence")
    lacking = [
        name
        for name, one in found.items()
        if one.get("kind") in kinds and not name[2] and not one.get("starters")
    ]
    assert sorted(lacking) == sorted(NO_STARTERS)


def test_no_two_examples_of_a_field_are_the_same(found: dict[Field, Mapping[str, Any]]) -> None:
    for name, one in found.items():
        texts = [
            str(text).casefold() for text in [*(one.get("examples") or []), *(one.get("starters") or [])]
        ]
        assert len(set(texts)) == len(texts), name


def test_half_a_sentence_keeps_the_space_at_its_end(found: dict[Field, Mapping[str, Any]]) -> None:
    """One writes on from it: "because" and the next word would run into each other."""
    some = [one for one in found.values() if one.get("kind") != "sentence"]
    starters = [str(text) for one in some for text in one.get("starters") or []]
    assert len(starters) > 5
    assert [text for text in starters if not text.endswith(" ") or text.endswith("  ")] == []
