"""Whatever cuts a walk off, at whatever prompt: the rest of the lines leads to the same result."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talking import KINDS, nameless, opened, seeded, stored, talk

WRITTEN = {
    "3 weeks ago": "2026-11-02",
    "March 2026": "2026-03",
    "yesterday": "2026-11-22",
    "12.5 mg": "12.5",
    "edit 2": '"next"',
    "edit 3": '"next"',
}
"""Typed lines that are kept as what they say."""
CUTS = [(name, cut) for name, (lead, good) in KINDS.items() for cut in range(len(lead) + len(good))]


def whole(tmp_path: Path, name: str) -> list[tuple[str, object]]:
    journal = seeded(tmp_path / "whole")
    lead, good = KINDS[name]
    code, shown = talk(journal, name, [*lead, *good])
    assert code == 0, shown
    result = stored(journal, name)
    journal.close()
    assert len(result) == 1, shown
    return result


@pytest.mark.parametrize("killed", [False, True], ids=["end of input", "killed"])
@pytest.mark.parametrize(("name", "cut"), CUTS)
def test_a_cut_at_any_prompt_loses_nothing(tmp_path: Path, name: str, cut: int, killed: bool) -> None:
    lead, good = KINDS[name]
    lines = [*lead, *good]
    journal = seeded(tmp_path / "notes")
    code, shown = talk(journal, name, lines[:cut], killed=killed)
    assert code == (-9 if killed else 0)
    assert shown.endswith("> ") if killed else "Paused." in shown
    if not killed:
        journal.close()
    again = opened(tmp_path / "notes")
    assert [row.exercise for row in again.drafts()] == [f"kinds/{name}"]
    # One more Enter: a further record in which nothing stands yet is asked anew from its first field.
    code, shown = talk(again, name, [*lines[cut:], ""])
    assert code == 0, shown
    assert nameless(stored(again, name)) == nameless(whole(tmp_path, name)), shown
    again.close()


@pytest.mark.parametrize("name", KINDS)
def test_the_end_of_input_at_the_last_line_keeps_the_entry(tmp_path: Path, name: str) -> None:
    lead, good = KINDS[name]
    journal = seeded(tmp_path / "notes")
    code, shown = talk(journal, name, [*lead, *good])
    assert code == 0
    assert "Paused." not in shown
    assert journal.drafts() == []


@pytest.mark.parametrize("name", [name for name in KINDS if name not in ("a-text", "a-choice", "a-pick")])
def test_every_line_is_on_disk_before_the_next_prompt(tmp_path: Path, name: str) -> None:
    """Words typed are in the file, as seen by another connection, when the next line is asked for."""
    lead, good = KINDS[name]
    journal = seeded(tmp_path / "notes")
    seen: list[bool] = []

    def look(typed: list[str]) -> None:
        word = typed[-1] if typed else ""
        if len(word) > 4:
            other = opened(tmp_path / "notes")
            dump = "\n".join(other.store.connection.iterdump())
            other.close()
            seen.append(WRITTEN.get(word, word) in dump)

    talk(journal, name, [*lead, *good], before=look)
    assert all(seen)
    assert len(seen) == sum(len(word) > 4 for word in good)
