"""The full screen in a real pseudo-terminal: start, leave, be killed, come back."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.ui import start
from tests.end_to_end.pty_driver import Terminal

from .helping import TRIAL, make_journal, walk

PROGRAM = (
    "import sys; from pathlib import Path; from guide.ui.start import run; "
    "sys.exit(run(sys.argv[1], exercise=sys.argv[2]))"
)


def run(home: Path, exercise: str = "") -> Terminal:
    """Start the full screen on a home."""
    root = str(Path(__file__).resolve().parent.parent.parent)
    env = {"PYTHONPATH": root, "COLUMNS": "20", "LINES": "5"}
    return Terminal([sys.executable, "-c", PROGRAM, str(home), exercise], env=env, cwd=root)


@pytest.fixture
def ready(home: Path) -> Path:
    """A home with the trial pack, the card read."""
    make_journal(home, trial=True).close()
    return home


def test_home_comes_up_at_the_real_size_and_q_leaves_a_clean_terminal(ready: Path) -> None:
    with run(ready) as terminal:
        terminal.wait_for("[q] quit")
        assert "Keep it going" in terminal.text(), "exported COLUMNS are not believed"
        terminal.key("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_on() == []


def test_the_first_run_in_a_real_terminal(home: Path) -> None:
    with run(home) as terminal:
        terminal.wait_for("For adults who take an antidepressant")
        terminal.key("enter")
        terminal.wait_for("Let me look")
        terminal.key("enter")
        terminal.wait_for("which feelings are muted")
        terminal.key("b", "7", "4")
        terminal.wait_for("Saved. Both, 7, mood 4.")
        terminal.key("q")
        assert terminal.wait_exit() == 0
    assert home.stat().st_mode & 0o777 == 0o700


def drafted(home: Path) -> tuple[str, object]:
    """(step, raw) that the next start would offer."""
    journal = make_journal(home)
    try:
        view = journal.resume(journal.drafts()[0].id).view()
        assert view.step is not None
        return str(view.step["id"]), view.raw
    finally:
        journal.close()


def test_after_a_kill_the_answered_step_is_there_and_it_goes_on(ready: Path) -> None:
    with run(ready, "only") as terminal:
        terminal.wait_for("thought")
        terminal.key(*"my first", "enter")
        terminal.wait_for("Say more")
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    assert drafted(ready)[0] == "longer"
    with run(ready) as terminal:
        terminal.wait_for("You stopped at")
        terminal.key("enter")
        terminal.wait_for("thought: my first")
        terminal.key("ctrl+q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_the_word_being_typed(ready: Path, number: int) -> None:
    with run(ready, "only") as terminal:
        terminal.wait_for("thought")
        terminal.key(*"half a wo")
        terminal.wait_for("half a wo")
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
        assert terminal.left_on() == []
    assert drafted(ready) == ("thought", "half a wo")
    assert not (ready / "rescue.json").exists()


def test_the_window_closed_keeps_the_word_being_typed(ready: Path) -> None:
    with run(ready, "only") as terminal:
        terminal.wait_for("thought")
        terminal.key(*"closed")
        terminal.wait_for("closed")
        terminal.hang_up()
        terminal.wait_exit()
    assert drafted(ready) == ("thought", "closed")


def test_bytes_that_are_no_text_do_not_end_the_program(ready: Path) -> None:
    with run(ready, "only") as terminal:
        terminal.wait_for("thought")
        terminal.send(b"ab\xff\xfecd")
        terminal.wait_for(lambda text: "cd" in text)
        terminal.paste("one\ntwo")
        terminal.wait_for("one two")
        terminal.key("ctrl+q")
        assert terminal.wait_exit() == 0


def test_a_home_that_is_a_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "taken"
    place.write_text("x", encoding="utf-8")
    assert start.run(str(place)) == 1
    said = capsys.readouterr()
    assert said.out == "" and "there is a file in its place" in said.err and "--home" in said.err


def test_an_exercise_that_is_not_there_is_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.run(str(home), exercise="nowhere\x1b[31m") == 1
    said = capsys.readouterr()
    assert "There is no exercise" in said.err and "\x1b" not in said.err


def test_a_pack_named_for_this_run(home: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(TRIAL, encoding="utf-8")
    journal: Journal = make_journal(home, named=(pack,))
    walk(journal, "trial/only", "words", "", 1, None)
    assert journal.library.find("only").ref == "trial/only"
