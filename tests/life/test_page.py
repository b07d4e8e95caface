"""The page for a prescriber after the three months: read it as it is, and nothing on it that must never be there.

`python -m tests.life.pages` writes the pages anew: read them before keeping them.
"""

from __future__ import annotations

import re

import pytest

from guide.report import html, markdown, pdf
from guide.store import derived
from tests.insight.test_summary import NEVER
from tests.report.test_forms import pages_of, words_of

from .pages import FOLDER, made, shown
from .people import TODAY, WHO, lived

NEVER_ROLES = ("sentences", "evidence", "plans", "contacts", "support")


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("kind", ["usual", "everything", "short"])
def test_the_page_is_as_it_was_read(who: str, kind: str) -> None:
    assert shown(who, kind) == (FOLDER / f"{who}-{kind}.txt").read_text(encoding="utf-8")


def own_words(who: str) -> list[str]:
    """Everything this person wrote into a list, but for the names of measures and medicines."""
    journal = lived(who).journal
    names = [f"core/{name}" for name in journal.library.packs["core"]["collections"]]
    return [item.label for name in names for item in derived.items(journal.store, name, archived=None)]


@pytest.mark.parametrize("who", WHO)
def test_no_words_of_their_own_stand_there_unless_let_in(who: str) -> None:
    said = " ".join(shown(who, "usual").split())
    assert [words for words in own_words(who) if " ".join(words.split()) in said] == []


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("kind", ["usual", "everything", "short"])
def test_sentences_credit_discomfort_and_people_never_stand_there(who: str, kind: str) -> None:
    journal = lived(who).journal
    said = " ".join(shown(who, kind).split())
    library = journal.library
    names = [name for role in NEVER_ROLES for name in library.named_by_role("collections", role)]
    labels = [item.label for name in names for item in derived.items(journal.store, name, archived=None)]
    assert labels or who == "numb"
    assert [label for label in labels if label in said] == []
    for role in ("discomfort", "expected", "believable", "felt"):
        for name in library.named_by_role("series", role):
            title = library.declared("series", name)["title"]
            assert title not in said


@pytest.mark.parametrize("who", WHO)
def test_no_percent_no_trend_no_degree_no_name_of_a_disorder(who: str) -> None:
    said = " ".join(shown(who, "everything").split())
    for words in own_words(who):
        said = said.replace(" ".join(words.split()), "")
    said = said.replace("It is worse since the change, and I am asking sooner than planned.", "")
    assert not NEVER.search(said), NEVER.search(said)
    assert not re.search(r"\bdepress\w*", said)


@pytest.mark.parametrize("who", WHO)
def test_each_form_holds_the_same_lines(who: str) -> None:
    page = made(who, everything=True)
    wanted = [line for one in page.sections for line in one.lines]
    printed = words_of(pdf.data(page, TODAY))
    assert pages_of(pdf.data(page, TODAY)) == 1
    as_html, as_markdown = html.text(page), "\n".join(markdown.lines(page))
    for line in wanted:
        assert html.safe(line) in as_html and markdown.escaped(line) in as_markdown
        assert " ".join(line.split()) in printed
