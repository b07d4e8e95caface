"""Where drawings begin and end, which numbers repetitions carry, and what a range says of what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide.journal import progress_charts, progress_page, progress_spans
from guide.journal.journal import Journal
from guide.journal.progress import Part, heads, progress
from guide.journal.progress_alone import alone
from guide.store import derived
from guide.words import look
from guide.words import progress as words
from tests.journal.making import a_round, a_sentence, log, play
from tests.journal.moving import FROM, levels, set_up, walk
from tests.journal.travelling import Local, kept

FIRST = "The medicine may have made room. I ring Ann on Sundays."
SECOND = "I swim on Mondays."


@pytest.fixture
def clock() -> Local:
    return Local("2026-11-02T10:00:00")


@pytest.fixture
def opened(tmp_path: Path, clock: Local) -> Iterator[Journal]:
    yield from kept(tmp_path, clock)


def two_sentences(opened: Journal) -> None:
    a_sentence(opened)
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "swim on Mondays"}]})
    sitting = opened.begin("build-a-sentence")
    step = sitting.view().step
    assert step is not None
    sitting.give([step["choices"][0]["item"]])
    play(sitting, {"sentence": {"text": SECOND, "believable": 6}})


def rehearse(opened: Journal, label: str, before: Any, after: Any) -> None:
    """One round of the sentence with these words."""
    sitting = opened.begin("rehearse")
    sitting.give([one.id for one in derived.items(opened.store, "core/sentences") if one.label == label])
    play(sitting, {"rounds": {"rounds": [{"before": before, "said": True, "after": after, "way": "head"}]}})


def shown(opened: Journal, span: str = "all") -> list[Part]:
    since, until = progress_spans.since(span, opened.clock().day), progress_spans.until(span, opened)
    return progress(opened, since=since, until=until)


def eased(opened: Journal, span: str = "all") -> dict[str, Part]:
    return {part.title: part for part in shown(opened, span) if part.kind == "ease"}


def said_by(part: Part) -> list[str]:
    assert part.marks is not None
    return [mark.words for mark in part.marks()]


def axis(part: Part) -> str:
    """The row of labels beneath the axis."""
    return next(part.rows[place + 1] for place, row in enumerate(part.rows) if "└" in row).strip()


def test_a_measure_is_drawn_from_its_first_note_on_also_before_the_first_log(
    opened: Journal, clock: Local
) -> None:
    set_up(opened)
    for value in (6, 5, 4, 3):
        levels(opened, Stairs=str(value))
        clock.move(days=1)
    walk(opened, "To the shop", 5, 4)
    levels(opened, Stairs="2")
    (chart,) = [part for part in shown(opened) if part.title.startswith("What I keep an eye on: Stairs")]
    assert "5 notes on 5 days, from 2 to 6, middle 4; the latest 2 on 6 Nov." in chart.words
    assert sum(row.count("●") for row in chart.rows[:7]) == 5 and axis(chart).startswith("2 Nov")
    (effort,) = [part for part in shown(opened) if part.title == f"Effort: To the shop {FROM}"]
    assert effort.words == ["1 note: 4 on 6 Nov."]


def test_a_repetition_has_the_same_number_in_every_range_and_in_both_drawings(
    opened: Journal, clock: Local
) -> None:
    a_sentence(opened)
    for _ in range(7):
        a_round(opened, 5, 4)
        clock.move(days=2)
    clock.move(days=60)
    for _ in range(3):
        a_round(opened, 5, 3)
        clock.move(days=2)
    for part in eased(opened, "4w").values():
        assert [line.split(",")[0] for line in said_by(part)] == [f"Repetition {n}" for n in (8, 9, 10)]
        assert axis(part).split() == ["8", "9", "10"]
        assert "7 earlier ones lie before this time and enter nothing here." in part.words
        assert not any("the latest" in line for line in part.words)
    for part in eased(opened).values():
        assert axis(part).split()[:2] == ["1", "2"] and axis(part).endswith("10")
        assert not any("earlier" in line for line in part.words)


def test_the_numbers_of_all_go_on_over_every_sentence(opened: Journal, clock: Local) -> None:
    two_sentences(opened)
    for label in (FIRST, SECOND, FIRST):
        rehearse(opened, label, 5, 4)
        clock.move(minutes=5)
    clock.move(days=60)
    for label in (SECOND, FIRST, SECOND):
        rehearse(opened, label, 5, 3)
        clock.move(minutes=5)
    found = eased(opened, "4w")
    assert [(line.split(",")[0], line.split("  ")[1]) for line in said_by(found["Discomfort"])] == [
        ("Repetition 4", SECOND),
        ("Repetition 5", FIRST),
        ("Repetition 6", SECOND),
    ]
    assert "3 earlier ones lie before this time and enter nothing here." in found["Discomfort"].words
    assert [line.split(",")[0] for line in said_by(found[SECOND])] == ["Repetition 2", "Repetition 3"]


def test_where_not_all_are_drawn_the_words_name_the_first_on_the_axis(
    opened: Journal, clock: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_charts, "MOST_TOGETHER", 4)
    a_sentence(opened)
    for _ in range(3):
        a_round(opened, 5, 4)
    clock.move(days=60)
    for _ in range(6):
        a_round(opened, 5, 3)
    lately, every = eased(opened, "4w")["Discomfort"], eased(opened)["Discomfort"]
    for part in (lately, every):
        assert "It begins with repetition 6: the latest 4 are drawn." in part.words
        assert axis(part).split()[0] == "6" and said_by(part)[0].startswith("Repetition 6,")
    assert "3 earlier ones lie before this time and enter nothing here." in lately.words
    assert not any("earlier" in line for line in every.words)


def test_each_repetition_of_all_carries_its_own_sentence_after_a_journey(
    opened: Journal, clock: Local
) -> None:
    two_sentences(opened)
    clock.at("2026-11-10T10:30:00", 840)
    rehearse(opened, FIRST, 9, 9)
    clock.at("2026-11-10T20:00:00", -600)
    rehearse(opened, SECOND, 1, 1)
    assert said_by(eased(opened)["Discomfort"]) == [
        f"Repetition 1, 10 Nov: expected 1, was 1  {SECOND}",
        f"Repetition 2, 11 Nov: expected 9, was 9  {FIRST}",
    ]


def test_a_sentence_that_is_not_drawn_has_its_words_beside_its_repetition(
    opened: Journal, clock: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_page, "MOST_CHARTS", 1)
    two_sentences(opened)
    for label in (FIRST, SECOND):
        rehearse(opened, label, 5, 4)
        clock.move(days=1)
    found = eased(opened)
    assert [*found] == ["Discomfort", SECOND]
    assert said_by(found["Discomfort"])[0].endswith(f"  {FIRST}")


def test_flatness_and_mood_end_on_the_same_day_whatever_the_clock(opened: Journal, clock: Local) -> None:
    for _ in range(4):
        log(opened)
        clock.move(days=1)
    now = clock.now
    clock.at("2027-11-20T10:00:00", 60)
    play(opened.begin("muted-check"), {"side": "both", "strength": 2})  # mood left open
    clock.now = now
    flatness, mood = (part for part in shown(opened) if part.title in ("Flatness", "Mood"))
    assert axis(flatness) == axis(mood) and axis(mood).endswith("20 Nov 2027")
    assert words.LINES_APART in mood.words
    by_week = words.TREND_UNITS["week"]
    assert by_week in flatness.words and by_week in mood.words
    flatness, mood = (part for part in shown(opened, "4w") if part.title in ("Flatness", "Mood"))
    assert axis(flatness) == axis(mood) and axis(mood).endswith("6 Nov")
    assert by_week not in flatness.words and flatness.data["notes"] == mood.data["notes"] == 4


def test_what_has_a_day_after_today_is_said_above_a_range_and_stands_under_all(
    opened: Journal, clock: Local
) -> None:
    log(opened)
    said = [
        heads(opened, True, span=bool(until), until=until)
        for until in ("", progress_spans.until("4w", opened))
    ]
    assert said == [[look.PROGRESS_HEAD]] * 2
    clock.at("2027-11-20T10:00:00", 60)
    log(opened)
    clock.at("2026-11-03T10:00:00", 60)
    until = progress_spans.until("4w", opened)
    assert until == "2026-11-03"
    assert heads(opened, True, span=True, until=until) == [look.PROGRESS_HEAD, look.PROGRESS_LATER[0]]
    assert heads(opened, True) == [look.PROGRESS_HEAD]


def test_what_was_noted_before_a_journey_west_stays_in_the_range(opened: Journal, clock: Local) -> None:
    clock.at("2026-11-10T10:30:00", 840)
    log(opened)
    clock.at("2026-11-10T20:00:00", -600)
    assert (clock().day, progress_spans.until("4w", opened)) == ("2026-11-10", "2026-11-11")
    (flatness,) = [part for part in shown(opened, "4w") if part.title == "Flatness"]
    assert [day["day"] for day in flatness.data["days"]] == ["2026-11-11"]
    assert progress_spans.usual(opened) == progress_spans.USUAL
    assert heads(opened, True, span=True, until="2026-11-11") == [look.PROGRESS_HEAD]


def test_a_clock_that_was_ahead_leaves_nothing_in_three_months_so_all_comes_first(
    opened: Journal, clock: Local
) -> None:
    clock.at("2027-11-20T10:00:00", 60)
    log(opened)
    clock.at("2026-11-03T10:00:00", 60)
    assert shown(opened, "3m") == [] and progress_spans.usual(opened) == progress_spans.ALL


def test_a_chart_that_is_not_drawn_small_is_not_drawn_large(opened: Journal, clock: Local) -> None:
    event = {"what": "sertraline", "dose": "100 mg", "change": "up", "date": "2026-11-02"}
    play(opened.begin("medicine-line"), {"event": [event]})
    a_sentence(opened)
    (part,) = [one for one in shown(opened) if one.title.startswith("Fits the facts")]
    assert (part.rows, part.draw, part.words) == ([], None, ["1 note: 6 on 2 Nov."])
    large = alone(opened, part.key)
    assert large is not None and large.rows(60, 9, 0) == [] and large.said(0) == "2 Nov: 6"


@pytest.mark.parametrize(
    ("days", "counted", "from_"),
    [((1, 1, 1), 3, ""), ((1, 1, 1, 1), 3, "3 Nov"), ((0, 1, 1, 1), 4, ""), ((1, 1, 0, 1, 1), 3, "4 Nov")],
    ids=["as many", "one more", "the same day", "more"],
)
def test_the_day_is_named_only_where_something_before_it_is_left_out(
    opened: Journal,
    clock: Local,
    monkeypatch: pytest.MonkeyPatch,
    days: tuple[int, ...],
    counted: int,
    from_: str,
) -> None:
    monkeypatch.setattr(progress_page, "MOST_READ", 3)
    for later in days:
        log(opened)
        clock.move(days=later)
    (side,) = [part for part in shown(opened) if part.kind == "balance"]
    assert side.words[0].startswith((f"{counted} notes on ", f"Too little to say: {counted} notes on "))
    assert side.cannot == words.CANNOT["balance"]
    said = [line for line in side.words if line.startswith("Counted from")]
    assert said == ([words.COUNTED_FROM.format(day=from_)] if from_ else [])


def test_a_longer_range_is_spoken_of_only_where_it_holds_something(opened: Journal, clock: Local) -> None:
    empty = heads(opened, False, span=True)
    assert look.PROGRESS_NOT_HERE not in empty and empty == heads(opened, False)
    log(opened)
    clock.at("2027-06-02T10:00:00Z", 60)
    assert look.PROGRESS_NOT_HERE in heads(opened, False, span=True)
    assert look.PROGRESS_NOT_HERE not in heads(opened, True, span=True)


def test_a_note_that_is_one_of_several_on_its_day_says_so(opened: Journal, clock: Local) -> None:
    for strength, moment in ((7, "02T10"), (3, "02T20"), (5, "03T10")):
        clock.at(f"2026-11-{moment}:00:00Z", 60)
        log(opened, strength=strength)
    part = next(one for one in progress(opened) if "flat" in one.title.lower() and one.kind == "line")
    assert part.marks is not None
    said = [mark.words for mark in part.marks()]
    assert [line.endswith("one of 2 notes on that day") for line in said] == [True, True, False]
