"""A step kind is three files of one name on three floors, and a line in each registry."""

from __future__ import annotations

import re

import pytest

from guide.steps import KINDS

from .repository import GUIDE

FLOORS = ("steps", "ui/steps", "plain/prompts")
# Other things that live on these floors: what all kinds share.
SHARED = {"__init__", "base", "fields", "problems"}


def file_name(kind: str) -> str:
    return kind.replace("-", "_")


@pytest.mark.parametrize("floor", FLOORS)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_has_its_file_and_its_line_on_every_floor(kind: str, floor: str) -> None:
    folder = GUIDE / floor
    assert (folder / f"{file_name(kind)}.py").is_file(), f"guide/{floor}/{file_name(kind)}.py is missing"
    registry = (folder / "__init__.py").read_text(encoding="utf-8")
    named = rf"\b{file_name(kind)}\b|\"{kind}\""
    assert re.search(named, registry), f"guide/{floor}/__init__.py does not name {kind}"


def test_a_kind_carries_the_name_it_is_registered_under() -> None:
    assert {name: kind.name for name, kind in KINDS.items()} == {name: name for name in KINDS}


def test_no_file_of_a_kind_lies_about_unregistered() -> None:
    """A file that defines KIND is in the registry."""
    defining = {
        path.stem
        for path in (GUIDE / "steps").glob("*.py")
        if path.stem not in SHARED and re.search(r"^KIND\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert defining == {file_name(kind) for kind in KINDS}
