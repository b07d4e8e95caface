"""What the home screen in lines says beneath, and its words: support, medicine, week, one."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import home as home_
from guide.journal.home import card_read
from guide.journal.journal import Journal
from guide.words import first, home, support
from guide.words import plain as words
from tests.journal.making import Clock, log, play
from tests.journal.making import journal as opened_at

from .talking import at_home, talk
from .talking import opened as opened_with


def desk(opened: Journal, *lines: str) -> str:
    """The transcript as one line with single spaces."""
    code, shown = at_home(opened, [*lines, "quit"])
    assert code == 0
    return " ".join(shown.split())


def read(folder: Path, clock: Clock) -> Journal:
    opened = opened_at(folder, clock)
    card_read(opened)
    return opened


def test_low_mood_is_one_line_with_the_word_that_leads_on(tmp_path: Path) -> None:
    clock = Clock("2026-11-19T10:00:00")
    opened = read(tmp_path, clock)
    for _ in range(5):
        log(opened, mood=2)
        clock.move(days=1)
    shown = desk(opened, "?", "support")
    assert "Mood was 3 or lower on 5 of the last 14 days. support: someone beside you." in shown
    assert home.LOW_MOOD_RULE in shown
    assert support.HEAD in shown and support.PHARMACIST in shown
    clock.move(days=1)
    assert "Mood was" not in desk(opened)


def test_support_is_a_word_at_any_time(tmp_path: Path) -> None:
    assert support.HEAD in desk(read(tmp_path, Clock()), "support")


def test_coming_back_is_one_line_and_medicine_notes_it(tmp_path: Path) -> None:
    clock = Clock("2026-10-12T10:00:00")
    opened = read(tmp_path, clock)
    log(opened)
    clock.move(days=30)
    shown = desk(opened, "medicine", "pause")
    assert "Has your medicine changed since 12 Oct? medicine: note it." in shown
    asked = next(
        one for one in opened.library.exercises() if any(step.get("mark") for step in one.data["steps"])
    )
    assert opened.library.say("core", asked.data["steps"][0]["prompt"]) in shown


def test_medicine_without_the_line_is_no_word(tmp_path: Path) -> None:
    from guide.words.plain import HOME_NOT

    assert HOME_NOT in desk(read(tmp_path, Clock()), "medicine")


def test_one_and_week_are_words(tmp_path: Path) -> None:
    opened = read(tmp_path, Clock("2026-11-17T10:00:00"))
    log(opened)
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "rang Ann"}, {"now": "went out"}]})
    _, shown = at_home(opened, ["one", "week", "one", "quit"])
    assert shown.index("rang Ann") < shown.index("\nTue  both 7, mood 4\n") < shown.index("went out")
    assert "\nWed\nThu\nFri\nSat\nSun\nMon\nTue  both 7, mood 4\n" in shown
    hint = next(line for line in shown.splitlines() if line.startswith("Type a number"))
    assert "one, week, " in hint


def test_after_two_weeks_the_log_says_that_it_is_enough_for_a_page(tmp_path: Path) -> None:
    clock = Clock("2026-11-02T10:00:00")
    opened = read(tmp_path, clock)
    for _ in range(2):
        log(opened)
    clock.move(days=14)
    assert "Saved. Both, 7, mood 4. That is enough for a page; stop here if you like." in desk(
        opened, "1", "b", "7", "4", ""
    )


def test_after_not_now_the_next_one_stands_there_or_nothing(tmp_path: Path) -> None:
    opened = read(tmp_path, Clock("2026-11-17T10:00:00"))
    seen = []
    for _ in range(30):
        _, shown = at_home(opened, ["not now", "quit"])
        after = " ".join(shown.partition("> not now")[2].split())
        seen.append(after.partition("Next, if you like: ")[2].partition(". ")[0])
        if home.NOTHING_NEXT in after:
            break
    assert seen[-1] == "" and len(set(seen)) == len(seen) > 2


# -- what stands there, and what a word does ----------------------------------------------------------


def test_nothing_to_suggest_is_said_and_next_says_so_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = read(tmp_path, Clock())
    found = home_.home
    monkeypatch.setattr(home_, "home", lambda journal: found(journal)._replace(next=None))
    shown = desk(opened, "next", "not now")
    assert shown.count(home.NOTHING_NEXT) == 3 and words.HOME_NOT not in shown


def test_the_night_line_stands_at_home(tmp_path: Path) -> None:
    assert home.NIGHT in desk(read(tmp_path, Clock("2026-11-19T23:30:00")))
    assert home.NIGHT not in desk(read(tmp_path / "day", Clock("2026-11-19T12:00:00")))


def test_from_a_pipe_the_first_line_is_not_eaten_by_the_card(tmp_path: Path) -> None:
    opened = opened_at(tmp_path, Clock())
    _, shown = at_home(opened, ["1", "b", "7", "4", "", "quit"], interactive=False)
    assert first.CARD_TITLE in shown and "Saved. Both, 7, mood 4." in shown


def test_back_says_how_to_leave(tmp_path: Path) -> None:
    shown = desk(read(tmp_path, Clock()), "back", "week")
    assert words.HOME_BACK in shown and shown.count("Mon") >= 1


def test_the_page_of_people_says_how_it_goes_on(tmp_path: Path) -> None:
    shown = desk(read(tmp_path, Clock()), "support")
    assert shown.count(" ".join(words.HOME_HINT.split())) == 2 and "support" in words.HOME_HINT


@pytest.mark.parametrize("goes", [True, False])
def test_an_offer_of_an_exercise_that_lacks_something_leads_to_what_makes_it(
    tmp_path: Path, goes: bool
) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        """format: 1
id: mine
version: "1"
title: Mine
language: en
collections: {c: {title: C, fields: {t: {title: T}}, label: "{t}"}}
exercises:
  - {id: first, title: First, steps: [{id: a, kind: text, text: Go on, offer: [picks]}]}
  - id: picks
    title: Picks
    needs: {collection: [c], made_by: makes}
    steps: [{id: p, kind: pick, prompt: Which, from: [c]}]
  - {id: makes, title: Makes, steps: [{id: m, kind: short, prompt: What is it, collect: c}]}
""",
        encoding="utf-8",
    )
    opened = opened_with(tmp_path / "notes", packs=(pack,))
    code, shown = talk(opened, "mine/first", ["1", *(["y", "a thing I did"] if goes else ["n"]), ""])
    assert code == 0 and words.NEEDS_GO.format(title="Makes") in shown and "`unmuted" not in shown, shown
    assert ("What is it" in shown) is goes
    opened.close()
