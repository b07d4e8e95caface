"""Files that a person asks for: nothing of them is left when the program is ended in the middle."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from threading import Thread

import pytest

from guide.journal import files
from guide.store import busy


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_takes_the_half_file_along(tmp_path: Path, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    signal.signal(number, signal.SIG_DFL)
    try:
        with pytest.raises(SystemExit) as ended, files.writing(tmp_path / "out.md") as file:
            file.write(b"words")
            assert names(tmp_path) != set()
            os.kill(os.getpid(), number)
        assert ended.value.code == 128 + number
        assert names(tmp_path) == set() and signal.getsignal(number) is signal.SIG_DFL
    finally:
        signal.signal(number, before)


def test_a_signal_that_somebody_else_takes_or_ignores_stays_theirs(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with files.writing(tmp_path / "out.md") as file:
            os.kill(os.getpid(), signal.SIGHUP)
            file.write(b"words")
        assert names(tmp_path) == {"out.md"}
    finally:
        signal.signal(signal.SIGHUP, before)


def test_beside_a_screen_it_leaves_signals_alone(tmp_path: Path) -> None:
    found: list[object] = []

    def write() -> None:
        with files.writing(tmp_path / "out.md"):
            found.append(signal.getsignal(signal.SIGTERM))

    before = signal.getsignal(signal.SIGTERM)
    thread = Thread(target=write)
    thread.start()
    thread.join()
    assert found == [before] and names(tmp_path) == {"out.md"}


def test_what_a_killed_program_left_goes_with_the_next_file_there_and_what_is_at_work_stays(
    tmp_path: Path,
) -> None:
    (tmp_path / ".unmuted-abcd1234.part").write_text("words")
    others = {".unmuted-mine.part", ".other-abcd1234.part", "unmuted-abcd1234.part"}
    for name in others:
        (tmp_path / name).write_text("words")
    (tmp_path / ".unmuted-link1234.part").symlink_to(tmp_path / "unmuted-abcd1234.part")
    with files.writing(tmp_path / "one.md") as one, files.writing(tmp_path / "two.md") as two:
        one.write(b"1")
        two.write(b"2")
        assert ".unmuted-abcd1234.part" not in names(tmp_path)
    assert names(tmp_path) == others | {".unmuted-link1234.part", "one.md", "two.md"}
    assert (tmp_path / "one.md").read_bytes() == b"1" and (
        tmp_path / "one.md"
    ).stat().st_mode & 0o777 == 0o600


def test_a_new_file_that_somebody_clears_away_is_made_again(tmp_path: Path) -> None:
    made: list[Path] = []

    def make() -> Path:
        made.append(tmp_path / str(len(made)))
        if len(made) > 2:
            made[-1].touch()
        return made[-1]

    path, claim = busy.made(make)
    assert path == made[2] and claim is not None
    with pytest.raises(BlockingIOError):
        busy.claim(path)
    os.close(claim)
    busy.remove_idle(path, Path.unlink)
    assert not path.exists()
