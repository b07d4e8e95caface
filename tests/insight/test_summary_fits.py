"""A full page: always one page, its room used, no finished line cut, and whatever is left out counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from guide.insight import summary_lines
from guide.insight.summary import ROWS, SECTIONS, WIDTH, Facts, Page, height, summary
from guide.insight.summary_rooms import LEAST, ROOMS, Room
from guide.insight.texts import cells
from guide.report import text
from guide.words import notices
from guide.words import summary as words

from .making_facts import NAMES, OWN, any_facts, counted_facts, full_facts

LARGE = settings(max_examples=50, deadline=None, suppress_health_check=[*HealthCheck])
MAY_END_CUT = (*OWN, "say")
IN_NOTES = re.compile(r"\b(\d+) (?:more )?in my notes")


@LARGE
@given(any_facts)
def test_whatever_there_is_it_is_one_page(facts: Facts) -> None:
    page = summary(facts)
    rows = text.lines(page)
    assert len(rows) <= ROWS
    assert all(cells(row) <= WIDTH for row in rows)
    for fixed in (words.ASK_YOU, words.ASK_ME, notices.MEDICINE):
        assert fixed in " ".join(line for one in page.sections for line in one.lines)
    assert {one.id for one in page.sections} <= {*SECTIONS} - (facts.out - {"visit"})


@LARGE
@given(any_facts)
def test_no_finished_line_is_cut(facts: Facts) -> None:
    assert [
        line for name, line in lines(summary(facts)) if name not in MAY_END_CUT and line.endswith("…")
    ] == []


def lines(page: Page) -> Iterator[tuple[str, str]]:
    return ((one.id, line) for one in page.sections for line in one.lines)


def of(page: Page, *names: str) -> str:
    return "\n".join(line for name, line in lines(page) if name in names)


def shown(page: Page, token: str, section: str) -> int:
    return len(set(re.findall(rf"\b{token}(\d+)\b", of(page, section))))


def counted(said: str, pattern: re.Pattern[str] = IN_NOTES) -> int:
    return sum(int(n) for n in pattern.findall(said))


@LARGE
@given(full_facts)
def test_every_thing_stands_there_or_is_counted(facts: Facts) -> None:
    page = summary(facts)
    assert height(page) <= ROWS
    for name in OWN:
        assert shown(page, name, name) + counted(of(page, name)) == len(getattr(facts, name))
    said = shown(page, "sentence", "say") + shown(page, "questions", "say")
    assert said + counted(of(page, "say")) == len(facts.sentence) + len(facts.questions)
    assert shown(page, "measures", "measures") + counted(of(page, "measures")) == len(facts.measures)
    assert shown(page, "mood", "mood") + counted(of(page, "mood")) == len(facts.mood)
    grids = [line for name, line in lines(page) if name == "words" and "Muted most often" in line]
    assert len(grids) + counted(of(page, "words")) == len(facts.feelings)
    series = shown(page, "flatness", "flatness") + shown(page, "sides", "flatness")
    last = re.sub(r"Last changes? of medicine.*?notes\.", "", of(page, "flatness"))
    assert series + counted(last) == len(facts.flatness) + len(facts.sides)
    answers = re.compile(r"(\d+) more answers? in my notes\.")
    for names, section in (
        (("before",), "flatness"),
        (("taking", "substances"), "medicine"),
        (("effects",), "effects"),
    ):
        there = sum(shown(page, name, section) for name in names)
        assert there + counted(of(page, section), answers) == sum(len(getattr(facts, name)) for name in names)


@LARGE
@given(full_facts)
def test_every_medicine_and_change_stands_there_or_is_counted(facts: Facts) -> None:
    page = summary(facts)
    there = [line for name, line in lines(page) if name == "medicine" and re.match(r"medicine\d", line)]
    others = counted(of(page, "medicine"), re.compile(r"(\d+) (?:more )?medicines? in my notes"))
    assert len(there) + others == len(facts.medicine)
    changes = re.compile(r"\b(\d+) (?:more )?(?:changes?\b|later on|without a date)")
    for line in there:
        at = int(re.match(r"medicine(\d+)", line)[1])  # type: ignore[index]
        dated = re.findall(rf"change{at}x\d+[^;]*? dose up \([^)]+\)", line)
        assert len(dated) + counted(line, changes) == len(facts.medicine[at].events), line


@LARGE
@given(full_facts)
def test_numbers_stand_there_whole(facts: Facts) -> None:
    page = summary(facts)
    mood = r"mood\d+ \(0 is “none”, 10 is “all”\): middle 2\.5, from 1 to 4; 4 notes on 4 days\."
    for name, line in lines(page):
        if name == "mood" and line.startswith("mood"):
            assert re.fullmatch(mood, line)
        if line.startswith("“sides"):
            assert re.fullmatch(r"“sides.*; and 3 other answers\. 20 notes on 20 days\.", line)
        if line.startswith("measures"):
            assert re.search(r"90 at the start \(.*\); \d+ on 2 Oct; \d+ points lower; I would rather", line)


def test_a_full_page_uses_its_rows() -> None:
    numbers = dict.fromkeys((*OWN, "questions"), 3) | dict.fromkeys(
        ("sentence", "taking", "effects", "before", "flatness", "mood", "sides", "feelings"), 1
    )
    for meds, long, measures in (
        (1, 60, 4),
        (1, 300, 6),
        (2, 200, 4),
        (4, 110, 4),
        (6, 200, 6),
        (12, 300, 9),
    ):
        page = summary(counted_facts(numbers | {"measures": measures}, [4] * meds, long))
        assert ROWS - 1 <= height(page) <= ROWS, (meds, long, height(page))


def test_a_page_that_is_full_of_long_words_says_something_of_everything() -> None:
    numbers = dict.fromkeys((*OWN, "questions"), 3) | dict.fromkeys(
        ("sentence", "flatness", "mood", "sides", "feelings"), 1
    )
    page = summary(
        counted_facts(numbers | {"taking": 1, "effects": 1, "before": 0, "measures": 4}, [3] * 4, 110)
    )
    for name in (*OWN, "measures", "mood"):
        assert shown(page, name, name) >= 1
    assert shown(page, "flatness", "flatness") == 1 == shown(page, "sides", "flatness")
    assert shown(page, "medicine", "medicine") == 4 and "Muted most often" in of(page, "words")


REACHED: dict[str, Callable[[Facts, str], bool]] = {
    "rated days": lambda facts, said: bool(re.search(r"middle \S+( by day, .*?)?, from \d+ to \d+", said)),
    "both weeks": lambda facts, said: "First seven days: middle" in said,
    "several on a day": lambda facts, said: "(middle of" in said,
    "a date to come": lambda facts, said: "(from " in said,
    "after the page": lambda facts, said: "after these days" in said,
    "about": lambda facts, said: "about October 2026" in said,
    "an order not known": lambda facts, said: "in an order that the dates leave open" in said,
    "days to come": lambda facts, said: facts.today < facts.last,
    "another year": lambda facts, said: " Oct 2026" in said and facts.today > "2027",
    "a full page": lambda facts, said: "more in my notes" in said,
}


def test_the_facts_above_reach_everything() -> None:
    """Else the properties of this file would hold for want of cases."""
    left = dict(REACHED)

    @settings(LARGE, max_examples=200, database=None, derandomize=True)
    @given(any_facts)
    def look(facts: Facts) -> None:
        said = " ".join(" ".join(text.lines(summary(facts))).split()) if left else ""
        for name in [name for name, met in left.items() if met(facts, said)]:
            del left[name]

    look()
    assert left == {}


def test_every_room_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[Room] = set()

    def noting(made: Callable[[Facts, Room], Iterator[str]]) -> Callable[[Facts, Room], Iterator[str]]:
        def call(facts: Facts, room: Room) -> Iterator[str]:
            seen.add(room)
            return made(facts, room)

        return call

    noted = {name: noting(made) for name, made in summary_lines.LINES.items()}
    monkeypatch.setattr(summary_lines, "LINES", noted)
    page = summary(counted_facts(dict.fromkeys(NAMES, 12), [9] * 14, 300))
    assert seen == {*ROOMS} and height(page) <= ROWS
    assert "12 in my notes" in of(page, "measures"), "the last rooms say how much there is"
    assert ROOMS[LEAST].items and ROOMS[LEAST].series, (
        "the narrowest room of a usual page shows something of all"
    )
