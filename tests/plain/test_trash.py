"""The words `trash` and `undo` at home: bringing back, emptying with a typed word, deleting everything."""

from __future__ import annotations

from guide.journal import changing, items, look
from guide.journal.journal import Journal
from guide.words import changing as words
from guide.words import items as item_words
from guide.words import plain

from .talking import at_home

CARD = ""


def joined(text: str) -> str:
    return " ".join(text.split())


def deleted(journal: Journal) -> list[str]:
    """Everything into the trash, one by one; the ids, the latest first."""
    ids = [row.id for row in look.entries(journal)]
    for one in reversed(ids):
        changing.delete(journal, one)
    return ids


def test_one_comes_back_by_its_number_and_the_last_by_undo(full: Journal) -> None:
    ids = deleted(full)
    assert len(ids) == 2
    _, shown = at_home(full, [CARD, "trash", "back 99", "back 1", "walk", "", "undo", "undo", "quit"])
    assert item_words.NO_NUMBER in shown and shown.count(plain.HOME_NOT) == 1
    assert joined(shown).count("Back where it was") == 2 and words.NOTHING_TO_UNDO in shown
    assert len(look.entries(full)) == 2 and changing.count(full) == 0
    assert shown.rstrip().endswith(plain.HOME_END)


def test_emptying_asks_for_the_word(full: Journal) -> None:
    count = len(deleted(full))
    _, shown = at_home(full, [CARD, "trash", "empty", "yes", "empty", "", "empty", "help", "", "quit"])
    assert shown.count(words.LEFT) == 3 and changing.count(full) == count
    _, shown = at_home(full, ["trash", "empty", "DELETE", "", "quit"])
    assert f"Really gone: {count} entries" in joined(shown)
    assert changing.count(full) == 0 and look.entries(full) == []
    _, shown = at_home(full, ["trash", "empty", "", "undo", "quit"])
    assert plain.HOME_NOT in shown and words.NOTHING_TO_UNDO in shown


def test_the_end_of_input_deletes_nothing(full: Journal) -> None:
    count = len(deleted(full))
    for lines in (["trash", "empty"], ["trash", "everything"]):
        at_home(full, [CARD, *lines])
        assert changing.count(full) == count and full.places.store_path.exists()


def test_everything_goes_and_so_does_the_person(full: Journal) -> None:
    code, shown = at_home(full, [CARD, "trash", "everything", "delete", "everything", "everything", "review"])
    assert code == 0 and shown.count(words.LEFT) == 1
    assert words.EVERYTHING_DONE in shown and plain.HOME_END not in shown
    assert not full.places.store_path.exists() and not full.places.support_path.exists()


def test_an_item_in_other_words_from_its_list(full: Journal) -> None:
    first = items.built_up(full)[0]
    newest = items.held(full, first)[0]
    fields = len(first.declared["fields"])
    lines = ["items", "1", "words 1", *["other words"] * fields, "words 99", "", "", "quit"]
    _, shown = at_home(full, [CARD, *lines])
    assert words.REWORDED_KEPT in joined(shown) and item_words.NO_NUMBER in shown
    now = items.held(full, first)[0]
    assert now.id == newest.id and set(now.fields.values()) == {"other words"}
