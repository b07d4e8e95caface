"""The example pack: clean under every check, in both languages throughout, and with every kind and key in use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from guide.cli.packs import run
from guide.model.conditions import GROUPS, OPERATORS
from guide.model.exercise import COMMON, EXERCISE
from guide.model.piping import slots
from guide.model.views import PROGRESS_KINDS
from guide.packs.check import check
from guide.packs.lints.texts import Piece, texts
from guide.steps import KINDS
from guide.steps.fields import TEXT, Field, Word
from guide.steps.groups import ListOf, MapOf, Record, Shape, TextOr

EXAMPLE: Final = Path(__file__).resolve().parents[2] / "docs" / "examples" / "moving-again"
NOT_FOR_STRANGERS: Final = {"role"}  # of an exercise: both of its words are the built-in pack's alone


@pytest.fixture(scope="module")
def pack() -> dict[str, Any]:
    loaded = check(EXAMPLE)
    assert loaded.pack is not None, [str(report) for report in loaded.reports]
    return loaded.pack


def steps(pack: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [step for exercise in pack["exercises"] for step in exercise["steps"]]


# -- clean ------------------------------------------------------------------------------------------------


def test_the_strict_check_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", str(EXAMPLE), "--strict"])
    assert (code, capsys.readouterr().out) == (0, "No problems found.\n")


def test_it_can_be_shared(pack: dict[str, Any]) -> None:
    assert pack["license"] == "CC-BY-4.0" and pack["authors"] and pack["about"]
    assert "uses" not in pack  # it stands alone: an example that reads private things would be a strange one


# -- every kind, every key ----------------------------------------------------------------------------------


def declared(field: Field, path: str = "") -> Iterator[str]:
    """Dotted keys that a field takes, down through groups; names that an author chooses are left out."""
    if isinstance(field, (ListOf, MapOf)):
        yield from declared(field.item, path)
    elif isinstance(field, Record):
        yield from keys(field.fields, path)
    elif isinstance(field, TextOr):
        yield from keys(field.long.fields, path)
    elif isinstance(field, Shape):
        yield from declared(field.group, path)


def keys(fields: Mapping[str, Field], path: str) -> Iterator[str]:
    for key, field in fields.items():
        here = f"{path}.{key}" if path else key
        yield here
        yield from declared(field, here)


def used(field: Field | None, value: Any, path: str = "") -> Iterator[str]:
    """The same for a normalised value: only keys that it has."""
    if isinstance(field, ListOf):
        for one in value:
            yield from used(field.item, one, path)
    elif isinstance(field, MapOf):
        for one in value.values():
            yield from used(field.item, one, path)
    elif isinstance(field, (Record, TextOr)) or (isinstance(field, Shape) and isinstance(value, Mapping)):
        record = (
            field if isinstance(field, Record) else field.group if isinstance(field, Shape) else field.long
        )
        assert isinstance(record, Record)
        yield from used_keys(record.fields, value, path)


def used_keys(fields: Mapping[str, Field], value: Mapping[str, Any], path: str) -> Iterator[str]:
    for key, one in value.items():
        here = f"{path}.{key}" if path else key
        yield here
        yield from used(fields.get(key), one, here)


def test_every_kind_is_used_with_every_key_it_takes(pack: dict[str, Any]) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for step in steps(pack):
        found[step["kind"]] |= set(used_keys(KINDS[step["kind"]].fields, step, ""))
    filters = {key for some in found.values() for key in some if key.startswith("where.")}
    lacking = {
        name: sorted(set(keys(kind.fields, "")) - found[name] - filters) for name, kind in KINDS.items()
    }
    assert {name: some for name, some in lacking.items() if some} == {}


def test_every_key_that_all_steps_take_is_used(pack: dict[str, Any]) -> None:
    found = {key for step in steps(pack) for key in step}
    assert set(COMMON) - found == set()


def test_every_key_of_an_exercise_is_used(pack: dict[str, Any]) -> None:
    found = {key for exercise in pack["exercises"] for key in used_keys(EXERCISE, exercise, "")}
    lacking = {key for key in keys(EXERCISE, "") if not key.startswith("steps.")} - found
    assert lacking - NOT_FOR_STRANGERS <= {"cites"}  # a step cites: the claim stands there


def test_every_part_of_a_condition_is_used(pack: dict[str, Any]) -> None:
    found: set[str] = set()

    def look(condition: Any) -> None:
        for key, value in condition.items():
            found.add(key)
            for one in value if key in GROUPS else [value] if key == "not" else []:
                look(one)

    for step in steps(pack):
        look(step.get("when", {}))
    assert {*OPERATORS, *GROUPS, "not"} <= found
    tested = {
        test for step in steps(pack) for test in re.findall(r"'answer': '([^']+)'", str(step.get("when")))
    }
    parts = {name.partition(".")[2] for name in tested} - {""}
    assert {"count", "less", "believable", "said", "after.highest", "after.latest"} <= parts


def test_a_step_a_part_and_a_value_are_piped(pack: dict[str, Any]) -> None:
    piped = {
        (slot in {one["id"] for one in exercise["steps"]}, "." in slot, slot in pack["values"])
        for exercise in pack["exercises"]
        for step in exercise["steps"]
        for key in ("prompt", "text", "help")
        for slot in slots(step.get(key))
        if slot != "item"
    }
    assert {(True, False, False), (False, True, False), (False, False, True)} <= piped


def test_it_declares_everything_a_pack_can(pack: dict[str, Any]) -> None:
    assert {part["show"] for part in pack["progress"]} == set(PROGRESS_KINDS)
    for group in ("sources", "doors", "series", "collections", "markers", "values", "summary"):
        assert pack[group]
    kinds = {
        field.get("kind", "short") for one in pack["collections"].values() for field in one["fields"].values()
    }
    assert kinds == {"short", "choice", "number", "date"}
    assert any("scale" in one for one in pack["collections"].values())


def test_every_word_of_order_existing_and_show_is_used(pack: dict[str, Any]) -> None:
    for kind, key in (("pick", "order"), ("list", "existing"), ("recall", "show")):
        field = KINDS[kind].fields[key]
        assert isinstance(field, Word)
        assert {step[key] for step in steps(pack) if step["kind"] == kind and key in step} == set(field.words)


# -- two languages --------------------------------------------------------------------------------------------


def by_place(pack: dict[str, Any]) -> dict[tuple[str | int, ...], dict[str, Piece]]:
    """The versions of each text by language; a text without a map of languages stands under none."""
    found: dict[tuple[str | int, ...], dict[str, Piece]] = defaultdict(dict)
    for piece in texts(pack):
        several = piece.path[-1] in ("en", "es")
        found[piece.path[:-1] if several else piece.path][piece.language if several else ""] = piece
    return found


def test_every_text_is_there_in_both_languages(pack: dict[str, Any]) -> None:
    alone = {place: some[""].text for place, some in by_place(pack).items() if "" in some}
    wordless = {text for text in alone.values() if not re.search(r"[^\W\d_]", re.sub(r"\{[^}]*\}", "", text))}
    assert set(alone.values()) - wordless == {"one-week"}  # the id of an option
    assert all(set(some) == {"en", "es"} for place, some in by_place(pack).items() if place not in alone)
    assert len(by_place(pack)) > 200


def test_both_languages_say_the_same_slots_and_no_text_is_left_untranslated(pack: dict[str, Any]) -> None:
    for some in by_place(pack).values():
        if "" not in some:
            assert sorted(slots(some["en"].text)) == sorted(slots(some["es"].text))
            assert some["en"].text != some["es"].text


def test_spanish_opens_the_questions_it_closes_and_says_tu(pack: dict[str, Any]) -> None:
    for piece in texts(pack):
        if piece.language == "es":
            assert piece.text.count("¿") == piece.text.count("?"), piece.text
            assert "!" not in piece.text and "¡" not in piece.text
            assert not re.search(r"\b(usted|ustedes|vosotros|vuestro)\b", piece.text, re.IGNORECASE), (
                piece.text
            )


def test_all_sources_that_are_named_are_cited(pack: dict[str, Any]) -> None:
    cited = {name for step in steps(pack) for name in step.get("cites", [])}
    cited |= {name for exercise in pack["exercises"] for name in exercise.get("cites", [])}
    assert cited == set(pack["sources"])
    assert all(TEXT in one["limits"] for one in pack["sources"].values())
