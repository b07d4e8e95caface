"""Writing a pack names everything there is, and what it says about conditions is what happens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest

from guide.model import conditions
from guide.model.exercise import COMMON, EXERCISE, EXERCISE_ROLES, STEP_ROLES
from guide.model.pack import BUILT_IN_ONLY, COLLECTION_ROLES, PACK, SERIES_ROLES
from guide.model.piping import CAP
from guide.model.views import PROGRESS, PROGRESS_KINDS, SUMMARY_PARTS
from guide.packs.references.views import STEP_KINDS
from guide.steps import KINDS
from guide.steps.base import GIVEN, NUMB, Answer, Step
from guide.steps.fields import Field
from guide.steps.groups import ListOf, MapOf, Record, Shape, TextOr
from guide.steps.parts import PART_KINDS

from .blocks import DOCS, blocks, codes, sections, tables, without_blocks

TEXT: Final = (DOCS / "writing-a-pack.md").read_text(encoding="utf-8")
MOST_LINES: Final = 60


def keys(fields: Mapping[str, Field]) -> Iterator[str]:
    """Keys at any depth, names that an author chooses left out."""
    for key, field in fields.items():
        yield key
        yield from inner(field)


def inner(field: Field) -> Iterator[str]:
    if isinstance(field, (ListOf, MapOf)):
        yield from inner(field.item)
    elif isinstance(field, Record):
        yield from keys(field.fields)
    elif isinstance(field, TextOr):
        yield from keys(field.long.fields)
    elif isinstance(field, Shape):
        yield from inner(field.group)


def words_of(text: str) -> set[str]:
    """Words in backticks and in the examples."""
    shown = " ".join([*codes(without_blocks(text)), *(block.text for block in blocks(text, "yaml"))])
    return set(re.findall(r"[A-Za-z_-]+", shown))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_section_with_an_example_and_all_its_keys(kind: str) -> None:
    (text,) = [body for title, body in sections(TEXT).items() if f"`{kind}`" in title]
    assert any(f"kind: {kind}" in block.text for block in blocks(text, "yaml"))
    assert set(keys(KINDS[kind].fields)) - {"where"} - words_of(text) <= set(
        keys({"where": KINDS["pick"].fields["where"]})
    )


@pytest.mark.parametrize(
    ("title", "fields"),
    [("The pack file", PACK), ("An exercise", EXERCISE), ("Steps", COMMON)],
)
def test_the_keys_of_a_file_and_of_every_step_stand_in_a_table(
    title: str, fields: Mapping[str, Field]
) -> None:
    cells = {name for table in tables(sections(TEXT)[title]) for row in table for name in codes(row[0])}
    assert set(fields) <= cells


def test_everything_else_is_named() -> None:
    found = words_of(TEXT)
    everything = {*keys(PACK), *keys(EXERCISE), *conditions.OPERATORS, *conditions.GROUPS, "not"}
    everything |= {
        *PROGRESS_KINDS,
        *SUMMARY_PARTS,
        *SERIES_ROLES,
        *COLLECTION_ROLES,
        *STEP_ROLES,
        *EXERCISE_ROLES,
    }
    everything |= {part for kind in KINDS.values() for name in kind.parts for part in name.split(".")}
    everything |= (
        {key for fields in PROGRESS.values() for key in fields} | set(BUILT_IN_ONLY) | set(PART_KINDS)
    )
    assert everything - found == set()


def test_the_parts_of_progress_stand_with_their_keys() -> None:
    (table,) = tables(sections(TEXT)["Progress"])
    rows = {codes(row[0])[0]: codes(row[1]) for row in table[1:]}
    assert set(rows) == set(PROGRESS_KINDS)
    for show, said in rows.items():
        assert set(PROGRESS[show]) <= set(said)
        assert set(STEP_KINDS.get(show, ())) <= set(said)


def test_the_summary_stands_with_its_parts() -> None:
    (table,) = tables(sections(TEXT)["Summary"])
    assert {name for row in table[1:] for name in codes(row[0])} == set(SUMMARY_PARTS)


def test_roles_of_the_built_in_pack_are_told_apart() -> None:
    (table,) = tables(sections(TEXT)["Roles"])
    assert set(codes(table[-1][1])) == set(BUILT_IN_ONLY)


def test_no_section_is_long() -> None:
    assert {
        title: body.count("\n") for title, body in sections(TEXT).items() if body.count("\n") > MOST_LINES
    } == {}


def test_every_link_leads_somewhere() -> None:
    anchors = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in sections(TEXT)}
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert links
    for link in links:
        assert link.removeprefix("#") in anchors if link.startswith("#") else (DOCS / link).exists(), link


# -- what it says about conditions ------------------------------------------------------------------------------


def test_the_table_of_tests_is_that_of_the_kinds() -> None:
    (table,) = tables(sections(TEXT)["Conditions"])
    said = {kind: (set(codes(row[1])), set(codes(row[2]))) for row in table[1:] for kind in codes(row[0])}
    asking = {name: kind for name, kind in KINDS.items() if kind.asks}
    assert said == {name: (set(kind.operators), set(kind.parts)) for name, kind in asking.items()}


CHOICE: Final[Step] = {"id": "a", "kind": "choices", "options": {"x": {"text": "X"}, "y": {"text": "Y"}}}
SCALE: Final[Step] = {"id": "a", "kind": "scale", "range": {"min": 0, "max": 10}}
# Test -> a value for it, an answer that fits, one that does not.
CASES: Final[dict[str, tuple[Any, Any, Any]]] = {
    "is": (5, 5, 4), "is_not": (5, 4, 5), "at_least": (5, 5, 4), "at_most": (5, 5, 6), "more_than": (5, 6, 5),
    "less_than": (5, 4, 5), "any_of": (["x"], ["x", "y"], ["y"]), "none_of": (["x"], ["y"], ["x"]),
    "all_of": (["x", "y"], ["x", "y"], ["x"]),
}  # fmt: skip


def holds(condition: dict[str, Any], step: Step, answer: Answer | None) -> bool:
    found = None if answer is None else (step, answer)
    return conditions.holds(condition, lambda name: found)


def test_the_table_of_what_holds_is_true() -> None:
    (table,) = tables(sections(TEXT)["When nothing was answered"])
    rows = {row[0]: [cell == "holds" for cell in row[1:]] for row in table[1:]}
    for name, (value, fits, other) in CASES.items():
        step = CHOICE if isinstance(value, list) else SCALE
        given: list[Answer | None] = [Answer(GIVEN, fits), Answer(GIVEN, other), Answer(NUMB), None]
        test = {"answer": "a", name: value if isinstance(value, list) else str(value)}
        if name not in ("is", "is_not") and step is SCALE:
            test[name] = value
        if step is CHOICE:
            given[2] = None  # numb belongs to numbers
        assert rows.pop(f"`{name}`") == [holds(test, step, one) for one in given], name
    states: list[Answer | None] = [Answer(GIVEN, 5), Answer(GIVEN, 4), Answer(NUMB), None]
    for said, condition in (
        ("`answered: true`", {"answer": "a", "answered": True}),
        ("`answered: false`", {"answer": "a", "answered": False}),
        ("`not` around `is`", {"not": {"answer": "a", "is": "5"}}),
    ):
        assert rows.pop(said) == [holds(condition, SCALE, one) for one in states], said
    assert rows == {}


def test_the_numbers_it_names_are_the_real_ones() -> None:
    assert f"at most {CAP} characters" in TEXT
    assert f"up to {conditions.MAX_DEPTH} deep" in TEXT
    assert f"({KINDS['short'].usual_length} and {KINDS['long'].usual_length} unless said)" in TEXT  # type: ignore[attr-defined]
