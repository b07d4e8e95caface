"""The picture in the README, made by the program's own run on a made-up fortnight: `python -m tests.bench.picture`."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from guide.journal.home import card_read
from guide.ui.app import UnmutedApp
from tests.journal.making import Clock, a_round, a_sentence, journal, log

DOCS = Path(__file__).resolve().parents[2] / "docs"


async def draw(folder: Path) -> None:
    """Walk a made-up fortnight through the real exercises, then save home and progress as SVG."""
    clock = Clock("2026-11-02T17:00:00")
    opened = journal(folder, clock)
    card_read(opened)
    a_sentence(opened, "answer Sam within a day")
    for day, (side, strength, mood, before, after) in enumerate(
        [
            ("both", 7, 4, 7, 6),
            ("pleasant", 6, 5, 7, 7),
            ("both", 8, 4, 6, 4),
            ("neither", 5, 5, 6, 5),
            ("both", 6, 5, 5, 4),
            ("both", 7, 4, 5, 3),
        ]
    ):
        log(opened, side, strength, mood) if side != "neither" else None
        a_round(opened, before, "numb" if day == 3 else after)
        clock.move(days=2)
    app = UnmutedApp(opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.save_screenshot("home.svg", str(DOCS))
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        app.save_screenshot("progress.svg", str(DOCS))
    opened.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        asyncio.run(draw(Path(place)))
