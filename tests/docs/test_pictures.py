"""The pictures in the documents can be drawn anew at any time, and show what they are named after."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.bench.picture import PICTURES, main

SHOWS = {
    "home": ("Next, if you like", "Was any of it me?"),
    "log": ("Today so far, which feelings are muted: Both", "And your mood, apart from that"),
    "step": ("Both are true, step 2", "Mostly the medicine"),
    "rehearse": ("It stands on:", "How uncomfortable was it at its strongest"),
    "progress": ("10┤", "x expected"),
    "week": ("Seven days, today last", "my brother's bad joke"),
    "help-now": ("my brother Dan", "Samaritans: call 116 123"),
}


def words(path: Path) -> str:
    """The text of a picture in one line."""
    found = re.findall(r"<text[^>]*>(.*?)</text>", path.read_text(encoding="utf-8"))
    return " ".join(unescape(" ".join(found)).replace("\xa0", " ").split())


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    main(tmp_path)
    return tmp_path


def test_every_picture_shows_its_screen(drawn: Path) -> None:
    assert {picture.name for picture in PICTURES} == set(SHOWS)
    for name, wanted in SHOWS.items():
        picture = drawn / f"{name}.svg"
        assert all(text in words(picture) for text in wanted), (name, words(picture)[:600])
        assert picture.stat().st_size < 60_000
        assert "made-up" not in words(picture), "as in a person's own notebook"
