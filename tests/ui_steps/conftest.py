"""A journal on a temporary home, with the built-in pack or one of a test, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import places
from guide.journal.journal import Journal
from guide.store.records import Stamp
from tests.ui_steps.kinds import PACK


def _clock() -> Stamp:
    return Stamp("2026-11-23T19:30:05Z", 0)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return an open journal."""
    found = places.find(str(tmp_path / "notebook"), {})
    opened = Journal.open(found, clock=_clock)
    yield opened
    opened.close()


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Journal]:
    """Return an open journal with the pack of `kinds`."""
    pack = tmp_path / "pack.yaml"
    pack.write_text(PACK, encoding="utf-8")
    found = places.find(str(tmp_path / "notebook"), {})
    opened = Journal.open(found, named=(pack,), clock=_clock)
    yield opened
    opened.close()
