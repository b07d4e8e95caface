"""What the page is gathered from: its days only, pieces let in one by one, and never what stays private."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.errors import GuideError
from guide.journal import items, page, page_file, page_pieces
from guide.journal.journal import Journal
from guide.journal.page_choices import Choices, remember, remembered
from guide.report import text
from guide.store import derived

from .making import Clock, a_sentence, journal, log, play
from .page_parts import whole

HOSTILE = "<b>[/ {nb} \x1b]52;c;aGk=\x07 \u202e | `x` | #"


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-11-02T10:00:00")


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Journal:
    return whole(journal(tmp_path / "home", clock))


def said(opened: Journal, choices: Choices | None = None) -> str:
    """The page in one line."""
    made = page.page(opened, choices or remembered(opened))
    return " ".join(" ".join(text.lines(made)).split())


def medicine(opened: Journal, **answers: Any) -> None:
    event = [{"what": "sertraline", "dose": "50 mg", "change": "start", "date": "2026-10", "agreed": "no"}]
    sitting = opened.begin("medicine-line")
    play(sitting, {"event": event, "noticed": "2026-09", **answers})
    sitting.more()
    play(sitting, answers)


def visit(opened: Journal, sentence: str = "I feel flat.", **answers: Any) -> None:
    play(opened.begin("before-the-appointment"), {"stage": "look", "sentence": sentence, **answers})


def on(opened: Journal, *names: str) -> Choices:
    """Let pieces in by their parts, as a person does: one by one."""
    choices = remembered(opened)
    for piece in page.pieces(opened, choices):
        if piece.part in names:
            choices = page_pieces.turn(opened, choices, piece)
    return choices


def test_an_empty_notebook_gives_an_honest_page(opened: Journal) -> None:
    shown = said(opened)
    assert "No notes in 28 days, 6 Oct to 2 Nov 2026." in shown and "Please ask me." in shown
    assert page.pieces(opened, remembered(opened)) == []


def test_only_the_days_of_the_page_are_counted(opened: Journal, clock: Clock) -> None:
    for strength in (1, 9, 9):
        log(opened, strength=strength)
        clock.move(days=20)
    shown = said(opened)
    assert "1 note on 1 of 28 days" in shown and ": 9 on 12 Dec 2026." in shown
    whole_time = page_file.with_days(remembered(opened), "2026-11-01", "2026-12-31")
    assert "3 notes on 3 of 61 days" in said(opened, whole_time)
    first = page_file.with_days(remembered(opened), "2026-11-01", "2026-11-05")
    assert ": 1 on 2 Nov 2026." in said(opened, first)


def test_medicine_stands_there_however_long_ago_it_began(opened: Journal, clock: Clock) -> None:
    medicine(opened)
    clock.move(days=2000)
    shown = said(opened)
    assert "sertraline: 50 mg, started (about October 2026)." in shown
    assert "First noticed: about September 2026, as I remember it." in shown
    assert "not agreed" not in shown, "whether it was agreed is not the page's to tell"


def test_answers_about_taking_it_are_pieces(opened: Journal) -> None:
    medicine(opened, taking="stopped", effects=["sexual", "sleep"], **{"not-taken": "3"})
    shown = said(opened)
    for words in ("stopped", "sexual", "sex", "about 3", "Are you taking"):
        assert words not in shown
    assert "Not noted, or left off this page: whether it is taken as prescribed" in shown
    shown = said(opened, on(opened, "taking", "not-as-prescribed", "effects"))
    assert (
        "“Are you taking less than prescribed, or thinking of it?” I have already stopped (noted 2 Nov)."
        in shown
    )
    assert "in the four weeks before 2 Nov: about 3 (my estimate)." in shown
    assert "less interest in sex" in shown and "whether it is taken" not in shown


def test_a_new_answer_is_a_new_piece_and_stays_out(opened: Journal, clock: Clock) -> None:
    visit(opened)
    assert "“I feel flat.”" in said(opened, on(opened, "sentence"))
    assert "“I feel flat.”" in said(opened), "what was let in is remembered"
    clock.move(days=1)
    visit(opened, "Something that nobody should see.")
    assert "nobody" not in said(opened) and "I feel flat" not in said(opened)


def test_a_tick_lets_an_item_in_and_the_other_way_round(opened: Journal) -> None:
    visit(opened, costs=[{"text": "far away evenings"}], questions=[{"ask": "When do we look again?"}])
    (cost,) = derived.items(opened.store, "core/costs")
    items.tick(opened, cost.id)
    assert "far away evenings" in said(opened) and "look again" not in said(opened)
    on(opened, "questions", "costs")
    assert "1. When do we look again?" in said(opened) and "far away evenings" not in said(opened)
    assert [one.label for one in items.for_the_page(opened)] == ["When do we look again?"]


def test_what_is_let_in_brings_its_section_back(opened: Journal) -> None:
    visit(opened)
    remember(opened, remembered(opened)._replace(out=frozenset({"say", "mood"})))
    choices = on(opened, "sentence")
    assert choices.out == remembered(opened).out == {"mood"}


def test_choices_are_kept_as_ids_never_as_words(opened: Journal) -> None:
    visit(opened, "A sentence of mine.", costs=[{"text": "a cost of mine"}])
    on(opened, "sentence", "costs")
    kept = [row[0] for row in opened.store.query("SELECT value FROM meta")]
    assert not [value for value in kept if "of mine" in value]


def test_sentences_credit_and_discomfort_never_go_on_the_page(opened: Journal) -> None:
    a_sentence(opened, "ring Ann on Sundays")
    opened.library.packs["core"]["summary"] += [
        {"part": "costs", "from": "sentences", "free_text": True},
        {"part": "glad", "from": "skills", "free_text": True},
        {"part": "want", "from": "contacts", "free_text": True},
        {"part": "mood", "from": "discomfort"},
        {"part": "costs", "from": "then-now/changes", "free_text": True},
    ]
    every = page.pieces(opened, remembered(opened))
    assert not [piece for piece in every if "Ann" in piece.words]
    assert "Ann" not in said(opened)


def test_words_of_ones_own_in_a_grid_and_rows_that_are_off_stay_out(opened: Journal) -> None:
    grid = {
        "cells": {"joy": "muted", "desire": "absent"},
        "own": [{"text": "saudade", "column": "muted"}],
    }
    for _ in range(3):
        sitting = log(opened)
        sitting.more()
        play(sitting, {"words": grid})
        opened.clock.move(days=1)  # type: ignore[attr-defined]
    shown = said(opened)
    assert "joy 3 of 3" in shown and "sexual" not in shown and "saudade" not in shown
    shown = said(opened, on(opened, "hidden-rows"))
    assert "sexual interest 3 of 3" in shown and "saudade" not in shown


def test_what_was_deleted_is_not_there(opened: Journal) -> None:
    sitting = log(opened)
    opened.trash(sitting.entry)
    assert "No notes in 28 days" in said(opened)


def test_names_that_mean_nothing_are_said(opened: Journal) -> None:
    choices = remembered(opened)
    assert page_file.with_pieces(opened, choices, ["costs"]) == choices, "a part without pieces is no mistake"
    with pytest.raises(GuideError):
        page_file.with_pieces(opened, choices, ["cots"])
    with pytest.raises(GuideError):
        page_file.without(choices, ["visit"])
    for days in (("yesterday", ""), ("2026-11-03", "2026-11-02")):
        with pytest.raises(GuideError):
            page_file.with_days(choices, *days)


def test_hostile_words_stay_words_in_every_form(opened: Journal, tmp_path: Path) -> None:
    visit(opened, HOSTILE, costs=[{"text": HOSTILE}])
    medicine(opened)
    choices = on(opened, "sentence", "costs")
    for form in ("text", "md", "html", "pdf"):
        made = page_file.data(opened, choices, form)
        assert b"\x1b" not in made or form == "pdf"
        assert made
    rows = text.lines(page.page(opened, choices))
    assert all(row.isprintable() for row in rows)


def test_a_file_is_for_its_owner_only_and_nothing_is_replaced_unasked(
    opened: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    page_file.save(opened, remembered(opened), str(file), "html")
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    with pytest.raises(GuideError):
        page_file.save(opened, remembered(opened), str(file), "text")
    assert file.read_bytes() == before
    page_file.save(opened, remembered(opened), str(file), "text", replace=True)
    assert file.read_bytes() != before


def test_a_store_that_can_only_be_read_shows_its_page(opened: Journal, tmp_path: Path) -> None:
    visit(opened)
    opened.store.readonly = True
    (piece,) = [one for one in page.pieces(opened, remembered(opened)) if one.part == "sentence"]
    choices = page_pieces.turn(opened, remembered(opened), piece)
    assert "I feel flat." in said(opened, choices), "for this look, though it cannot be remembered"


def test_a_medicine_noted_without_a_date_stands_there(opened: Journal, clock: Clock) -> None:
    medicine(opened, event=[{"what": "venlafaxine", "change": "start"}])
    shown = said(opened)
    assert "venlafaxine: started (date not noted)." in shown
    assert "None noted here" not in shown and "Last change" not in shown
    clock.move(days=40)
    medicine(opened, event=[{"what": "venlafaxine", "dose": "75 mg", "change": "up", "date": "2026-11-20"}])
    medicine(opened, event=[{"what": "Venlafaxine", "change": "start"}])
    shown = said(opened)
    assert "venlafaxine: 75 mg, dose up (20 Nov); started (date not noted)." in shown
    assert "Last change of medicine with a date: venlafaxine 75 mg, dose up (20 Nov)." in shown
