"""Help now from line mode: by its key, by the name of its key, and a country that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide import settings
from guide.journal.journal import Journal
from guide.words import help_now, why
from guide.words import plain as words

from .talking import KINDS, at_home, opened, stored, talk

KEYS = ["F2", " f2 ", "\x1bOQ", "\x1b[12~", "\x1b[[B", "\x07", "half a word\x1bOQ"]


@pytest.mark.parametrize("typed", KEYS)
@pytest.mark.parametrize("name", ["a-short", "a-scale", "a-list", "a-text", "a-sentence", "a-rehearse"])
def test_f2_opens_help_now_and_is_no_answer(full: Journal, name: str, typed: str) -> None:
    lead, good = KINDS[name]
    code, shown = talk(full, name, [*lead, typed, *good, ""])
    assert code == 0 and help_now.HEAD[0].split(".")[0] in " ".join(shown.split()), shown
    assert stored(full, name)[-1][0] == "given" and "OQ" not in str(stored(full, name))


@pytest.mark.parametrize("typed", KEYS)
def test_f2_opens_help_now_at_home_and_on_the_first_card(journal: Journal, typed: str) -> None:
    _, shown = at_home(journal, [typed, "", typed, "quit"])
    assert shown.count(help_now.TITLE + "\n") == 2, shown


@pytest.mark.parametrize("typed", ["F1", "\x1bOP", "\x0f"])
def test_f1_says_why_this_is_asked(full: Journal, typed: str) -> None:
    _, shown = talk(full, "a-scale", [typed, "3", ""])
    assert why.HEAD in shown


def test_a_backslash_makes_the_name_of_the_key_a_word(full: Journal) -> None:
    talk(full, "a-short", ["\\F2", "", ""])
    assert stored(full, "a-short") == [("given", "F2")]


def test_every_text_that_names_the_key_says_what_does_it_here(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        'format: 1\nid: mine\nversion: "1"\ntitle: Mine\nlanguage: en\nexercises:\n  - id: only\n    title: Only\n'
        "    steps:\n      - {id: a, kind: text, text: F2 shows people.}\n"
        "      - {id: b, kind: short, prompt: What, help: Or press F2., optional: true}\n",
        encoding="utf-8",
    )
    made = opened(tmp_path / "notes", packs=(pack,))
    _, shown = talk(made, "mine/only", ["", "", ""])
    assert shown.count(words.F2_HERE) == 2
    made.close()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("help country GB", "GB"),
        ("HELP  country uk", "GB"),
        ("help country new zealand", "NZ"),
        ("help country de", "DE"),
    ],
)
def test_a_country_is_kept_and_its_lines_are_shown(full: Journal, typed: str, code: str) -> None:
    _, shown = talk(full, "a-short", [typed, "I rang my sister on Tuesday", ""])
    assert settings.country(full.places, {}) == code
    assert "call 1" in shown and words.HELP_COUNTRIES in shown


def test_anywhere_else_can_be_chosen_again(full: Journal) -> None:
    settings.keep(full.places, "country", "GB")
    _, shown = talk(full, "a-scale", ["help country none", "3", ""])
    assert help_now.LINES_ANYWHERE in shown and "999" not in shown


def test_a_country_without_lines_is_said_with_those_there_are(full: Journal) -> None:
    _, shown = talk(full, "a-scale", ["help country atlantis", "help me", "3", ""])
    assert words.HELP_COUNTRY_NONE.split(".")[0] in shown and "Ireland" in shown
    assert settings.country(full.places, {}) == ""


def test_the_list_of_countries_says_how_one_is_kept(full: Journal) -> None:
    _, shown = talk(full, "a-scale", ["help countries", "3", ""])
    assert "help country GB" in " ".join(shown.split())


def test_a_page_of_ones_own_that_is_no_text_leaves_the_lines(full: Journal) -> None:
    full.places.support_path.write_bytes(bytes(range(256)) * 12)
    _, shown = talk(full, "a-scale", ["help", "3", ""])
    said = " ".join(shown.split())
    assert help_now.OWN_UNREADABLE in said and "call your local emergency number" in said
    assert "\ufffd" not in shown
