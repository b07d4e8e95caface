"""What line mode says: tidy, filled in, and with the notice about help above the next step."""

from __future__ import annotations

import re

from guide.journal.journal import Journal
from guide.plain import pages
from guide.words import first, plain, support, unsafe

from .talking import stored, talk


def texts() -> list[str]:
    found: list[str] = []
    for name, value in vars(plain).items():
        if name.isupper():
            found += [value] if isinstance(value, str) else list(value)
    return found


def test_every_text_is_tidy() -> None:
    assert len(texts()) > 50
    assert [text for text in texts() if text != text.strip() or not text or "!" in text] == []
    assert [text for text in texts() if "{" in re.sub(r"\{[a-z_]+\}", "", text)] == []


def test_every_text_is_said_somewhere() -> None:
    from pathlib import Path

    code = "".join(path.read_text("utf-8") for path in Path(pages.__file__).parent.rglob("*.py"))
    assert [name for name in vars(plain) if name.isupper() and f"words.{name}" not in code] == []


def test_the_word_help_stands_where_the_key_would() -> None:
    assert pages.help_key(first.CARD_HELP) == "The word help: people to call, at any time."
    assert "other door: the word help has people" in pages.help_key(support.NOT_CRISIS)
    assert "to be sure. The word help: people" in pages.help_key(unsafe.TEXT[0])


def test_words_that_may_mean_danger_are_answered_once_and_kept(full: Journal) -> None:
    _, shown = talk(full, "two", ["l", "3", "4", "more", "then: I wanted to die", ""])
    flat = " ".join(shown.split())
    assert flat.count("You wrote something that can mean you are not safe") == 1
    assert "The word help: people to call." in flat
    assert "{help_key}" not in shown
    assert stored(full, "two", "note")[-1] == ("given", "then: I wanted to die")


def test_the_notice_stands_above_the_next_step(full: Journal) -> None:
    _, shown = talk(full, "a-sentence", ["+ x", "1", "I wanted to die, and I rang my sister", "n", "5", ""])
    assert shown.index("You wrote something") < shown.index("Saved.")


def test_the_persons_own_people_come_first(full: Journal) -> None:
    full.places.support_path.write_text("Ana 123\x1b[2J\n")
    _, shown = talk(full, "two", ["help", "pause"])
    assert "  Ana 123\n" in shown
    assert shown.index("Ana 123") < shown.index("Emergency")
