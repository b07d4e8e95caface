"""A journal of its own for every test of line mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.journal.journal import Journal

from .talking import opened, seeded


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """An empty notebook with the pack of every kind."""
    made = opened(tmp_path / "notes")
    yield made
    made.close()


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Journal]:
    """A notebook with two facts and a sentence."""
    made = seeded(tmp_path / "notes")
    yield made
    made.close()
