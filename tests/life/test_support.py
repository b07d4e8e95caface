"""The support plan that was written on a quieter day stands where help now finds it, without any store."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide import places
from guide.journal import demo, help_page, support_plan
from guide.journal.journal import Journal
from guide.store.records import Stamp

from . import worse
from .people import MONTHS, TODAY, WHO, lived

FIRST = {"easing": "my brother Dan, ring, also late (to sit with me)", "worse": "Nora, ring first (to come over)", "numb": "the surgery"}  # fmt: skip


@pytest.mark.parametrize("who", WHO)
def test_it_heads_help_now_with_nothing_else_there(who: str, tmp_path: Path) -> None:
    found = places.find(str(tmp_path / "home"), {})
    journal = Journal.open(found, clock=lambda: Stamp(f"{TODAY}T09:00:00Z"))
    demo.play(journal, MONTHS[who](), TODAY)
    journal.close()
    assert found.support_path.stat().st_mode & 0o777 == 0o600
    alone = places.find(str(tmp_path / "alone"), {})
    alone.data.mkdir()
    shutil.copy(found.support_path, alone.support_path)
    page = help_page.page(alone, "GB", TODAY)
    people = page.index(f"  {FIRST[who]}")
    assert people < next(place for place, line in enumerate(page) if "116 123" in line)
    assert support_plan.page(lived(who).journal) == found.support_path.read_text(encoding="utf-8")


def test_the_plan_stands_beneath_the_lines_to_call() -> None:
    page = help_page.page(support_plan.page(lived("worse").journal), "GB", TODAY)
    assert f"    {worse.SIGN}" in page and f"    {worse.LINE}" in page
    assert page.index(f"    {worse.SIGN}") > next(
        place for place, line in enumerate(page) if "116 123" in line
    )
