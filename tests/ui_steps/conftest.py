"""A journal on a temporary home, with the built-in pack and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import places
from guide.journal.journal import Journal
from guide.store.records import Stamp


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return an open journal."""
    found = places.find(str(tmp_path / "notebook"), {})
    opened = Journal.open(found, clock=lambda: Stamp("2026-11-23T19:30:05Z", 0))
    yield opened
    opened.close()
