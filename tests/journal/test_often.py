"""The fixed line about medicine is whole twice, short from the third time, and whole for whoever takes less."""

from __future__ import annotations

from pathlib import Path

from guide.words.notices import MEDICINE, MEDICINE_SHORT
from tests.journal.making import Clock, journal


def texts(folder_clock: Clock, folder: Path, taking: str) -> list[str]:
    """What the text steps of one walk through medicine-line say."""
    opened = journal(folder, folder_clock)
    sitting, said = opened.begin("medicine-line"), []
    while (step := sitting.view().step) is not None:
        said.append(str(step.get("text", "")))
        sitting.give(taking) if step["id"] == "taking" else sitting.skip()
    opened.close()
    folder_clock.move(days=1)
    return said


def test_the_line_is_short_from_the_third_time_on(tmp_path: Path) -> None:
    clock = Clock()
    walks = ["\n".join(texts(clock, tmp_path, "no-thought")) for _ in range(3)]
    assert [MEDICINE in walk for walk in walks] == [True, True, False]
    assert [MEDICINE_SHORT in walk for walk in walks] == [False, False, True]


def test_whoever_thinks_of_taking_less_reads_the_whole_line_every_time(tmp_path: Path) -> None:
    clock = Clock()
    assert all(MEDICINE in "\n".join(texts(clock, tmp_path, "thinking")) for _ in range(4))
