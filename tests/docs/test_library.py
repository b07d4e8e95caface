"""docs/library.md is held to exercises/core: steps, what they feed, cadence, what progress draws, and the coverage table."""

from __future__ import annotations

import re
from typing import Final

import pytest

from tests.words.texts import CORE

from .blocks import DOCS, codes, sections, tables
from .claims import Pack, flat, read
from .wiring import (
    GROUPS,
    draws,
    fed,
    needed,
    picked_up,
    read_by_hints,
    read_by_steps,
    read_by_views,
    suggested,
)

TEXT: Final = (DOCS / "library.md").read_text(encoding="utf-8")
PACK: Final = read(CORE)
SECTIONS: Final = {
    codes(title)[0]: (title, body)
    for title, body in sections(TEXT).items()
    if re.search(r"\(`[a-z-]+`\)$", title)
}
KEPT: Final = {word: group for group, word in GROUPS.items()}

POINTS: Final = {
    "name-the-flatness", "both-sides", "no-failing", "self-blame", "track", "to-the-prescriber", "better-and-flat",
    "the-lean", "door-and-walking", "old-and-new", "three-skills", "own-data", "cringe-comes", "repeat-and-see",
    "which-tool", "again", "on-your-own", "support-or-alone", "both-true",
}  # fmt: skip
"""The points of the article that have to stand in the coverage table, whatever is added."""


def paragraph(body: str, begins: str) -> str:
    """The paragraph or line of a section that begins with some words."""
    return next(line for line in body.split("\n") if line.startswith(begins))


def rows_of(title: str) -> list[list[str]]:
    """The table of a section, without its head."""
    return tables(sections(TEXT)[title])[0][1:]


def exists(name: str, pack: Pack = PACK) -> bool:
    """Whether a name is an exercise, or an exercise and one of its steps."""
    exercise, _, step = name.partition("/")
    found = pack.exercises.get(exercise)
    return found is not None and (not step or step in [one["id"] for one in found["steps"]])


def test_every_exercise_has_a_section_in_the_order_of_the_pack() -> None:
    assert [f"{name}.yaml" for name in SECTIONS] == PACK.declared["exercises"]
    assert len(SECTIONS) == 15


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_says_what_the_file_says(name: str) -> None:
    exercise, (title, body) = PACK.exercises[name], SECTIONS[name]
    assert title == f"{exercise['title']} (`{name}`)"
    assert flat(exercise["purpose"]) in body
    minutes = "1 minute" if exercise["minutes"] == 1 else f"{exercise['minutes']} minutes"
    parts = [f"Behind *{PACK.declared['doors'][exercise['door']]['title']}*", minutes]
    parts += [f"suggested: {suggested(exercise)}", *filter(None, [needed(exercise)])]
    assert paragraph(body, "Behind *") == " · ".join(parts) + "."


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_lists_every_step_and_what_it_feeds(name: str) -> None:
    (table,) = tables(SECTIONS[name][1])
    steps = PACK.exercises[name]["steps"]
    assert [codes(row[0])[0] for row in table[1:]] == [step["id"] for step in steps]
    for row, step in zip(table[1:], steps, strict=True):
        said = {(KEPT[word], code) for word, code in re.findall(r"(\w+) `([^`]+)`", row[2])}
        assert said == {(use.group, use.name) for use in fed(PACK) if use.place == f"{name}/{step['id']}"}, (
            step["id"]
        )
        assert row[1].endswith(", behind `m`") is bool(step.get("more")), step["id"]


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_says_what_draws_on_it(name: str) -> None:
    body = SECTIONS[name][1]
    assert set(codes(paragraph(body, "Progress draws:"))) == draws(PACK, name)
    assert set(codes(paragraph(body, "Picked up by:"))) == picked_up(PACK, name)


def test_everything_that_is_kept_stands_in_one_table() -> None:
    table = rows_of("What is kept, and who reads it")
    named = {(KEPT[row[1]], codes(row[0])[0]) for row in table}
    assert named == {(group, name) for group in GROUPS for name in PACK.declared[group]}
    readers = [*read_by_steps(PACK), *read_by_hints(PACK), *read_by_views(PACK)]
    for row in table:
        key = (KEPT[row[1]], codes(row[0])[0])
        assert set(codes(row[2])) == {use.place for use in fed(PACK) if use[:2] == key}, key
        assert set(codes(row[3])) == {use.place for use in readers if use[:2] == key}, key
        assert row[2] != "–", f"nothing fills {key}"
        assert row[3] != "–", f"nothing reads {key}"


def test_every_part_of_progress_is_drawn_from_some_exercise() -> None:
    drawn = set().union(*(draws(PACK, name) for name in PACK.exercises))
    assert len(drawn) == len(PACK.declared["progress"])


def test_the_coverage_table_covers_the_article() -> None:
    table = rows_of("The article, point by point")
    assert {codes(row[0])[0] for row in table} >= POINTS
    for row in table:
        assert codes(row[2]), row[0]
        assert [one for one in codes(row[2]) if "/" not in one or not exists(one)] == [], row[0]
        assert row[1] and row[3].endswith("."), row[0]


def test_every_exercise_covers_some_point() -> None:
    used = {one.partition("/")[0] for row in rows_of("The article, point by point") for one in codes(row[2])}
    assert used == set(PACK.exercises)


def test_every_link_leads_somewhere() -> None:
    anchors = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in sections(TEXT)}
    for link in re.findall(r"\]\(([^)]+)\)", TEXT):
        file, _, anchor = link.partition("#")
        assert (DOCS / file).exists() if file else anchor in anchors, link
