"""What only a terminal shows: the first frame, the cursor, hiding, and the start beside a bare Textual app."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from statistics import median

from tests.end_to_end.pty_driver import Terminal
from tests.ui_base.conftest import ROOT, Start

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self): yield Static("READY")
Bare().run()
"""
OURS = """
from guide.ui.base import GuideApp, GuideScreen
from textual.widgets import Static
class Home(GuideScreen[None]):
    where = "home"
    def body(self): yield Static("READY")
class Ours(GuideApp):
    def get_default_screen(self): return Home()
Ours(help_here=lambda screen: Home(), help_now=Home).run_guarded(lambda words: None)
"""


def test_cursor_stands_at_the_focus(start: Start) -> None:
    terminal = start()
    assert terminal.until(lambda: terminal.cursor() == (5, 2)), terminal.cursor()
    terminal.key("tab")
    assert terminal.until(lambda: terminal.cursor() == (4, 5)), terminal.cursor()
    terminal.key("tab", "down")
    assert terminal.until(lambda: terminal.cursor() == (4, 20)), terminal.cursor()


def test_moving_the_cursor_writes_little(start: Start) -> None:
    terminal = start()
    terminal.key("tab")
    assert terminal.until(lambda: terminal.cursor() == (4, 5))
    terminal.key("tab")
    assert terminal.until(lambda: terminal.cursor() == (4, 19))
    before = len(terminal.raw)
    terminal.key("down")
    assert terminal.until(lambda: terminal.cursor() == (4, 20))
    assert len(terminal.raw) - before < 4000  # the whole screen is 9,000


def test_hide(start: Start, tmp_path: Path) -> None:
    terminal = start()
    terminal.key("a")
    terminal.wait_for(" a ")
    terminal.key("f8")
    terminal.wait_for(lambda text: not text.strip())
    assert terminal.cursor() == (0, 0)
    terminal.key(*"zzz", "enter", "f2", "ctrl+g")
    terminal.paste("pasted\nwords")
    terminal.key("f8")
    terminal.wait_for("FORM READY")
    terminal.key("b", "ctrl+q")
    assert terminal.wait_exit() == 0
    assert (tmp_path / "kept").read_text() == "ab|"
    assert not re.search(rb"\x1b\][012];", terminal.raw)  # no window title is ever set


def test_help_now_while_typing(start: Start) -> None:
    terminal = start()
    for key in ("f2", "ctrl+g"):
        terminal.key("a", key)
        terminal.wait_for("PEOPLE TO CALL")
        terminal.key("escape")
        terminal.wait_for("FORM READY")
    terminal.wait_for("aa")


def test_multi_line_paste(start: Start) -> None:
    terminal = start()
    terminal.paste("one\ntwo\nthree")
    terminal.wait_for("one two three")


def test_small_and_large_again(start: Start) -> None:
    terminal = start()
    terminal.resize(30, 10)
    terminal.wait_for("at least")
    terminal.resize(80, 24)
    terminal.wait_for(lambda text: "FORM READY" in text and "at least" not in text)


def test_start_beside_a_bare_app() -> None:
    """The bar for home is 1.35 with a store; the foundations alone must leave room for it."""
    times: dict[str, list[float]] = {BARE: [], OURS: []}
    for _ in range(6):
        for code, found in times.items():
            with Terminal([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}) as terminal:
                found.append(terminal.wait_for("READY", 20))
    ratios = [ours / bare for ours, bare in zip(times[OURS][1:], times[BARE][1:], strict=True)]
    assert median(ratios) < 1.35, ratios
