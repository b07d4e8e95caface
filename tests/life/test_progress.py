"""The progress view of the three months: every part is drawn, worse is said as plainly as better, numb stays numb."""

from __future__ import annotations

import re

import pytest

from guide.journal.progress import Part, progress
from guide.store import derived

from .people import WHO, lived


def parts(who: str, kind: str = "") -> list[Part]:
    return [part for part in progress(lived(who).journal) if kind in ("", part.kind)]


def words(found: list[Part]) -> str:
    """Everything these parts say, one line after the other."""
    return "\n".join(
        line for part in found for line in [part.title, *part.words, *(row for head, rows in part.groups for row in [head, *rows])]
    )  # fmt: skip


def test_every_declared_part_is_drawn_for_the_first() -> None:
    core = lived("easing").journal.library.packs["core"]
    assert {part.kind for part in parts("easing")} == {spec["show"] for spec in core["progress"]}
    titles = [part.title for part in parts("easing")]
    say = lived("easing").journal.library.say
    for spec in core["progress"]:
        names = [core[group].get(spec.get(key), {}) for group, key in (("series", "series"), ("collections", "collection"), ("markers", "marker"))]  # fmt: skip
        known = [spec.get("title"), *(one.get("title") for one in names)]
        wanted = [say("core", title) for title in known if title]
        assert not wanted or any(title in one for one in titles for title in wanted), spec


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("since", ["", "2026-11-16"])
def test_every_part_fits_its_width_and_says_something(who: str, width: int, since: str) -> None:
    for part in progress(lived(who).journal, width=width, since=since):
        assert part.title and (part.rows or part.words or part.groups)
        assert all(len(row) <= width for row in part.rows)


def test_worse_is_said_as_plainly_as_better() -> None:
    better, worse = words(parts("easing", "measures")), words(parts("worse", "measures"))
    form = r"\d+ points? (?:higher|lower): (better|worse), as you set it\."
    assert re.findall(form, better) == ["better", "better"] and re.findall(form, worse) == ["worse", "worse"]
    less, more = words(parts("easing", "ease")), words(parts("worse", "ease"))
    form = r"The first three ratings had \d+ in the middle, the latest three \d+: \d+ points? (less|more)\."
    assert re.findall(form, less) == ["less"] and re.findall(form, more) == ["more"]
    for who in ("easing", "worse"):
        assert "Less discomfort is no success and more is no setback." in words(parts(who, "ease"))
    form = r"0 of 7 times it was less than expected, 5 more, 2 the same\."
    assert re.search(form, more), "nothing is softened"


def test_no_direction_is_given_to_a_feeling() -> None:
    for who in WHO:
        said = re.sub(r"dose (up|down)", "", words(parts(who, "line")))
        for sentence in derived.items(lived(who).journal.store, "core/sentences"):
            said = said.replace(sentence.label, "")  # the person's own words may say what they like
        assert not re.search(r"\b(better|worse|good|bad|improv\w*|progress|up|down|rising|falling)\b", said)


def test_a_month_of_nothing_at_all_draws_as_tens() -> None:
    (flatness,) = [part for part in parts("numb", "line") if part.title == "Flatness"]
    points = derived.points(lived("numb").journal.store, "core/flatness")
    assert (
        len(points) == 28
        and {one.value for one in points} == {10}
        and {one.state for one in points} == {"given"}
    )
    assert "28 notes on 28 days, each 10" in "\n".join(flatness.words)
    assert flatness.rows[0].count("●") == 28 and not any("●" in row for row in flatness.rows[1:11])


def test_numb_is_never_compared_and_enters_no_number() -> None:
    said = words(parts("numb"))
    assert not re.search(
        r"points? (?:less|more|higher|lower)|in the middle, the latest|less than expected", said
    )
    assert "12 of them numb: these stand apart, outside every number below." in said
    assert "That is a full result." in said
    (mood,) = [part for part in parts("numb", "line") if part.title == "Mood"]
    assert "No number noted in this time." in "\n".join(mood.words) and "cannot tell 28 times" in "\n".join(
        mood.words
    )
    eased = derived.points(lived("numb").journal.store, "core/discomfort")
    assert {one.state for one in eased} == {"numb"} and {one.value for one in eased} == {None}


def test_a_change_of_dose_is_on_every_chart_and_explains_nothing() -> None:
    for who in ("easing", "worse"):
        charts = [part for part in parts(who) if part.rows and part.kind in ("line", "ease", "measures")]
        marked = [part for part in charts if any("│" in row[4:] for row in part.rows[:5])]
        for part in marked:
            assert any(
                "feelings also shift for other reasons in the same weeks" in line for line in part.words
            ), part.title
        assert {"Flatness", "Mood"} <= {part.title for part in marked}
