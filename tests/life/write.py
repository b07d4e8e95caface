"""Write the first person's month as the demo's data: `python -m tests.life.write`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from guide.journal.demo import FILE, as_text

from . import easing

PLACE: Final = Path(__file__).resolve().parents[2] / "exercises" / FILE


def text() -> str:
    """The file as it should be."""
    return as_text(easing.month())


if __name__ == "__main__":
    PLACE.write_text(text(), encoding="utf-8")
