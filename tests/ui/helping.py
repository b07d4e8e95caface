"""A journal with a still clock, an application on it, and its screen as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from textual.color import Color
from textual.pilot import Pilot

from guide import places
from guide.journal import home
from guide.journal.journal import Journal
from guide.store.records import Stamp
from guide.ui.app import UnmutedApp
from guide.ui.app_base import GuideApp

# What a person, a pack or a file name may hold: markup of two kinds, an action, an escape sequence.
HOSTILE = "[/ sad [red]oops[/red] [@click=app.bell]x[/] \\ $text 你好"
STEERING = HOSTILE + "\x1b]52;c;aGk=\x07\u202e"

TRIAL = f"""format: 1
id: trial
version: "1"
title: "{HOSTILE.replace(chr(92), chr(92) * 2)}"
language: en
sources:
  ours: {{cite: "Somebody (2020).", says: "It was seen.", limits: "In one place only."}}
exercises:
  - id: only
    title: "Only [/ this"
    minutes: 3
    purpose: Two questions and a text.
    why: Because it is tried.
    cites: [ours]
    steps:
      - id: thought
        kind: short
        prompt: "What [angry] thought"
        help: "Any [b]words[/b]."
        in_view: true
      - {{id: longer, kind: long, prompt: Say more, optional: true}}
      - {{id: how, kind: scale, prompt: How strong}}
      - {{id: end, kind: text, text: "That is all.", offer: [support, help-now]}}
      - {{id: after, kind: yes-no, prompt: Was it fine, more: true}}
"""
"""A pack with one exercise, so that its door begins it at once; every text of it is hostile."""


def make_journal(
    place: Path,
    *,
    at: str = "2026-11-23T12:00:00Z",
    trial: bool = False,
    card_read: bool = True,
    named: tuple[Path, ...] = (),
) -> Journal:
    """Return a journal in `place` whose clock stands at `at` (UTC)."""
    found = places.find(str(place), {})
    if trial:
        folder = found.packs / "trial"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pack.yaml").write_text(TRIAL, encoding="utf-8")
    journal = Journal.open(found, clock=lambda: Stamp(at), named=named)
    if card_read:
        home.card_read(journal)
    return journal


def stand_at(journal: Journal, at: str) -> None:
    """Put the journal's clock to `at` (UTC)."""
    journal.clock = lambda: Stamp(at)


def walk(journal: Journal, name: str, *answers: Any) -> str:
    """Answer an exercise to its end, or stop where the answers end; return the entry's id."""
    sitting = journal.begin(name)
    for raw in answers:
        outcome = sitting.give(raw)
        assert outcome.kept, outcome
    if not sitting.ended:
        sitting.stop()
    return sitting.entry


def make_app(journal: Journal, **options: Any) -> UnmutedApp:
    """Return the application on a journal."""
    return UnmutedApp(journal, **options)


def text_of(app: GuideApp) -> str:
    """The screen as it stands, rows without their spaces at the end."""
    rows = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in rows)


def flat(app: UnmutedApp) -> str:
    """The screen as one line with single spaces: for sentences that are wrapped."""
    return " ".join(text_of(app).split())


async def until(pilot: Pilot[None], done: Callable[[], bool], tries: int = 400) -> None:
    """Let the application work until `done()`; fail with the screen when it never is."""
    for _ in range(tries):
        if done():
            return
        await pilot.pause(0.01)
    raise AssertionError(text_of(pilot.app))  # type: ignore[arg-type]


async def type_words(pilot: Pilot[None], words: str) -> None:
    """Type words into what has the focus."""
    names = {" ": "space", "[": "left_square_bracket", "]": "right_square_bracket", "/": "slash"}
    await pilot.press(*(names.get(sign, sign) for sign in words))


def colours(app: UnmutedApp) -> Iterator[tuple[str, Color | None, Color | None]]:
    """Every drawn piece with its foreground and background after the filters; None is the terminal's own."""
    ground = app.screen.styles.background
    for strip in app.screen._compositor.render_strips():
        for line_filter in app.get_line_filters():
            strip = strip.apply_filter(line_filter, ground)
        for segment in strip:
            if segment.style is not None and segment.text.strip():
                fore, back = segment.style.color, segment.style.bgcolor
                if segment.style.reverse:
                    fore, back = back, fore
                yield (
                    segment.text.strip(),
                    None if fore is None or fore.is_default else Color.from_rich_color(fore),
                    None if back is None or back.is_default else Color.from_rich_color(back),
                )
