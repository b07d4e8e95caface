"""What a text step offers has something behind it, or is left out."""

from __future__ import annotations

from pathlib import Path

from guide.journal import items
from guide.journal.offers import title_of
from tests.journal.making import a_sentence, journal


def test_sentences_are_offered_while_there_are_some(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    assert title_of(opened, "core", "sentences") == ""
    a_sentence(opened)
    assert title_of(opened, "core", "sentences") == "My sentences, all of them"
    built = items.find(opened, "sentences")
    items.set_aside(opened, items.held(opened, built)[0].id)
    assert title_of(opened, "core", "sentences") == ""


def test_a_page_that_is_not_there_yet_is_no_exercise_either(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        'format: 1\nid: mine\nversion: "1"\ntitle: Mine\nlanguage: en\nexercises:\n'
        "  - {id: summary, title: Mine too, steps: [{id: x, kind: text, text: x}]}\n"
    )
    opened = journal(tmp_path / "home", named=(pack,))
    assert title_of(opened, "mine", "summary") == ""
    assert title_of(opened, "mine", "then-now") != ""
    assert title_of(opened, "mine", "nothing") == ""
