"""A store on disk in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.store.database import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "unmuted.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened
