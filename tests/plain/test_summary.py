"""The page in lines: shown, chosen from by number, over other days, saved."""

from __future__ import annotations

from pathlib import Path

from guide.journal.journal import Journal
from guide.words import summary as words
from tests.journal.making import play
from tests.journal.page_parts import whole

from .talking import at_home, opened, talk


def ready(home: Path) -> Journal:
    journal = whole(opened(home, packs=()))
    journal.set_state("card", True)
    play(journal.begin("before-the-appointment"), {"stage": "look", "sentence": "I feel flat.", "costs": [{"text": "far evenings"}]})  # fmt: skip
    return journal


def typed(journal: Journal, *lines: str) -> str:
    """Home with the page opened and these lines, in one line."""
    code, shown = at_home(journal, ["", "summary", *lines, "", "quit"])
    assert code == 0, shown
    return " ".join(shown.split())


def test_a_number_lets_a_piece_in_and_takes_it_out(tmp_path: Path) -> None:
    journal = ready(tmp_path / "home")
    shown = typed(journal, "1", "2", "1")
    assert "1 [ ] The one sentence: I feel flat." in shown and "1 [x] The one sentence: I feel flat." in shown
    assert "It costs me far evenings" in shown
    again = typed(journal)
    assert "“I feel flat.”" not in again and "It costs me far evenings" in again


def test_sections_days_short_and_words_that_are_none(tmp_path: Path) -> None:
    journal = ready(tmp_path / "home")
    shown = typed(journal, "without medicine", "with medicine", "without nothing", "days", "7", "days", "2026-01-01 to 2026-01-31", "short", "show", "nonsense", "99")  # fmt: skip
    assert "medicine (left out)" in shown
    assert "“nothing” is no section that can be left out." in shown
    assert "17 Nov to 23 Nov 2026:" in shown and "1 Jan to 31 Jan 2026:" in shown
    assert words.SCRIPT in shown and shown.count("That is none of these numbers or words.") == 2


def test_it_is_saved_and_replaced_only_by_a_yes(tmp_path: Path) -> None:
    journal = ready(tmp_path / "home")
    file = tmp_path / "mine.md"
    shown = typed(journal, "save", str(file))
    assert words.PLAIN_FILE in shown
    assert f"Written:{file}" in "".join(shown.split()), "a long path may be wrapped anywhere"
    assert file.read_text(encoding="utf-8").startswith("# Notes for a visit")
    file.write_text("older", encoding="utf-8")
    shown = typed(journal, "save", str(file), "no", "save", "back")
    assert shown.count(words.LINE_NOT_SAVED) == 2 and file.read_text(encoding="utf-8") == "older"
    typed(journal, "save", str(file), "yes")
    assert file.read_text(encoding="utf-8").startswith("# Notes")


def test_the_step_before_a_visit_leads_there_and_back(tmp_path: Path) -> None:
    pack = tmp_path / "closing.yaml"
    pack.write_text(
        'format: 1\nid: closing\nversion: "1"\ntitle: Closing\nlanguage: en\nexercises:\n  - id: close\n'
        "    title: Close\n    steps: [{id: end, kind: text, text: That is all., offer: summary}]\n",
        encoding="utf-8",
    )
    journal = opened(tmp_path / "home", packs=(pack,))
    _, shown = talk(journal, "closing/close", ["1", "", "", ""])
    assert "1  The page for a visit" in shown and words.TITLE in shown


def test_what_was_let_in_and_has_a_newer_answer_is_said(tmp_path: Path) -> None:
    journal = ready(tmp_path / "home")
    assert words.REPLACED.format(names="The one sentence") not in typed(journal, "1")
    play(journal.begin("before-the-appointment"), {"stage": "look", "sentence": "Something else."})
    assert words.REPLACED.format(names="The one sentence") in typed(journal)
    assert words.REPLACED.format(names="The one sentence") not in typed(journal, "1").split("[x]")[-1]
