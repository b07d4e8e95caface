"""The reason under a suggestion is true of what is kept, through the real walk and store."""

from __future__ import annotations

from pathlib import Path

from guide.journal.home import home, not_now
from guide.journal.journal import Journal
from tests.journal.making import Clock, journal, play

PACK = Path(__file__).parent / "reasons.yaml"


def why(opened: Journal, exercise: str) -> str:
    """The reason this exercise of the pack is suggested for now; others are put off."""
    for _ in range(20):
        found = home(opened).next
        if found is None:
            return ""
        if found.ref == f"reasons/{exercise}":
            return found.reason
        not_now(opened, found.ref)
    return ""


def test_a_rhythm_that_nobody_chose_is_not_called_chosen(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock, named=(PACK,))
    play(opened.begin("note-it"), {})
    play(opened.begin("be-kind"), {"what": "tea"})
    clock.move(days=7)
    assert why(opened, "look") == "Why this one: it comes round about every week."
    play(opened.begin("note-it"), {"every": "two-weeks"})
    clock.move(days=1)
    assert why(opened, "look") == ""
    clock.move(days=6)
    assert why(opened, "look") == "Why this one: you chose to have it come round about every 2 weeks."


def test_a_dated_event_of_the_last_two_weeks_is_a_reason(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock, named=(PACK,))
    play(opened.begin("note-it"), {"day": "3 days ago"})
    assert "A worse stretch" in why(opened, "be-kind")
    clock.move(days=1)
    play(opened.begin("be-kind"), {"what": "tea"})
    assert why(opened, "be-kind") == ""
    clock.move(days=20)
    play(opened.begin("note-it"), {"day": "2026-11-01"})
    assert why(opened, "be-kind") == ""
