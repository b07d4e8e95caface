"""The pictures in the documents, made by the program's own run on the made-up month: `python -m tests.bench.picture`.

`python -m tests.bench.picture FOLDER` writes them elsewhere, to look at first.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from guide import places
from guide.journal import demo
from guide.journal.home import card_read
from guide.journal.journal import Journal
from guide.store.records import Stamp
from guide.ui.app import UnmutedApp

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
NOW: Final = Stamp("2026-11-23T17:00:00Z")
SIZE: Final = (80, 24)
PLACE: Final = "en_GB.UTF-8"
"""The locale of the pictures, for the lines of help now."""


class Picture(NamedTuple):
    """One picture: its file, the exercise that is begun, and the keys up to the moment that is shown."""

    name: str
    exercise: str
    keys: tuple[str, ...]


PICTURES: Final = (
    Picture("home", "", ()),
    Picture("log", "muted-check", ("b", "7")),
    Picture("step", "both-true", ("enter", "b", "enter")),
    Picture("rehearse", "rehearse", ("2", "6", "enter", "enter")),
    Picture("progress", "", ("p", "n")),
    Picture("week", "", ("w",)),
    Picture("help-now", "", ("f2",)),
)


def opened(home: Path) -> Journal:
    """A notebook kept in this folder, as a person's own is: the pictures show what they would see."""
    return Journal.open(places.find(str(home), {}), clock=lambda: NOW)


async def draw(picture: Picture, home: Path, folder: Path) -> None:
    """Walk to one moment in the notebook, and save the screen as SVG."""
    journal = opened(home)
    app = UnmutedApp(journal, exercise=picture.exercise)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        app.save_screenshot(f"{picture.name}.svg", str(folder))
    journal.close()


def main(folder: Path) -> None:
    """Draw all of them, each in a copy of the month."""
    os.environ["LC_ALL"] = PLACE
    with tempfile.TemporaryDirectory() as place:
        month = opened(Path(place) / "month")
        card_read(month)
        demo.play(month, demo.month(), NOW.day)
        month.close()
        for picture in PICTURES:
            home = shutil.copytree(Path(place) / "month", Path(place) / picture.name)
            asyncio.run(draw(picture, home, folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
