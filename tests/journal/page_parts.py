"""The page for a prescriber in tests: all of the built-in pack's parts, what a person does with it, and what it says."""

from __future__ import annotations

from typing import Any, Final

from guide.journal import page, page_pieces
from guide.journal.journal import Journal
from guide.journal.page_choices import Choices, remembered
from guide.report import text

from .making import play

PARTS: Final[tuple[tuple[str, str, bool], ...]] = (
    ("sentence", "one-sentence", True),
    ("questions", "questions", True),
    ("medicine", "medicine", False),
    ("substances", "other-substances", True),
    ("taking", "taking", False),
    ("not-as-prescribed", "days-not-as-prescribed", False),
    ("since", "flatness-since", False),
    ("before", "flat-before", False),
    ("sides", "muted-check/side", False),
    ("flatness", "flatness", False),
    ("words", "muted-check/words", False),
    ("through", "got-through", True),
    ("costs", "costs", True),
    ("glad", "glad-of", True),
    ("want", "want-back", True),
    ("mood", "mood", False),
    ("measures", "measures", False),
    ("effects", "other-effects", False),
)


def whole(journal: Journal) -> Journal:
    """The same journal, whose built-in pack asks for every part of the page."""
    parts: list[dict[str, Any]] = [
        {"part": part, "from": source, **({"free_text": True} if own else {})} for part, source, own in PARTS
    ]
    journal.library.packs["core"]["summary"] = parts
    return journal


def said(opened: Journal, choices: Choices | None = None) -> str:
    """The page in one line."""
    return " ".join(" ".join(text.lines(page.page(opened, choices or remembered(opened)))).split())


def let_in(opened: Journal, *parts: str) -> Choices:
    """Turn every piece of these parts, as a person does: one by one."""
    choices = remembered(opened)
    for piece in page.pieces(opened, choices):
        if piece.part in parts:
            choices = page_pieces.turn(opened, choices, piece)
    return choices


def medicine(opened: Journal, **answers: Any) -> None:
    """One medicine since October 2026, flatness since September, and these answers."""
    event = [{"what": "sertraline", "dose": "50 mg", "change": "start", "date": "2026-10"}]
    sitting = opened.begin("medicine-line")
    play(sitting, {"event": event, "noticed": "2026-09", **answers})
    sitting.more()
    play(sitting, answers)
