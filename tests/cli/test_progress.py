"""`unmuted progress`: ranges, entries behind the points, JSON, and the same in lines at home."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.cli import run
from guide.journal.home import card_read
from guide.journal.journal import Journal
from guide.words import progress_view as said
from tests.journal.making import Clock, a_round, a_sentence, journal, log
from tests.plain.talking import at_home


def lived(folder: Path) -> Journal:
    """A sentence, three rounds and three logs in November; one log two years before."""
    clock = Clock("2024-10-01T10:00:00")
    opened = journal(folder, clock)
    card_read(opened)
    log(opened, strength=2)
    clock.move(days=770)
    a_sentence(opened)
    for before, after in ((7, 6), (6, "numb"), (5, 4)):
        a_round(opened, before, after)
        log(opened)
        clock.move(days=1)
    return opened


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lived(tmp_path).close()
    monkeypatch.setenv("UNMUTED_HOME", str(tmp_path))
    # The command's own clock is that of the machine, so the range is asked for by its first day.
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(["progress", *argv]) == 0
    return capsys.readouterr().out


def test_json_has_a_format_the_range_and_the_points_when_asked(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(shown(capsys, "--json", "--since", "2026-11-01"))
    assert (found["format"], found["span"], found["since"]) == (1, None, "2026-11-01")
    part = found["parts"][0]
    assert {"kind", "title", "rows", "words", "groups", "data", "pack", "key", "cannot"} == set(part)
    assert "points" not in part
    every = json.loads(shown(capsys, "--json", "--entries", "--span", "all"))
    assert (every["span"], every["since"]) == ("all", None)
    (flatness,) = [one for one in every["parts"] if one["title"] == "Flatness"]
    assert flatness["points"][0]["words"] == "1 Oct 2024: 2"
    assert len({point["entry"] for point in flatness["points"]}) == 4


def test_entries_are_named_only_when_asked(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = shown(capsys, "--since", "2026-11-01")
    assert said.POINTS not in plain and "What it cannot tell: why a number moved" in plain
    named = shown(capsys, "--entries", "--since", "2026-11-01")
    line = next(line for line in named.split("\n") if "Repetition 1, " in line)
    assert run(["show", line.split()[-1]]) == 0
    assert "expected 7 of 10, was 6 of 10" in capsys.readouterr().out


def test_a_range_that_is_none_is_refused_with_those_there_are(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = run(["progress", "--span", "2w"])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    said_ = capsys.readouterr().err
    assert code == 2 and all(span in said_ for span in ("4w", "3m", "1y", "all"))


def test_in_lines_a_number_opens_points_and_a_point_its_entry(tmp_path: Path) -> None:
    opened = lived(tmp_path)
    code, text = at_home(opened, ["progress", "2", "3", "", "", "4w", "all", "99", "", "quit"])
    flat = " ".join(text.split())
    assert code == 0
    assert "Shown: three months" in flat and "Shown: four weeks" in flat and "Shown: all" in flat
    assert "1 Repetition 3, " in flat and "expected 7 of 10, was 6 of 10" in flat
    assert "4 notes on 4 days, from 2 to 7" in flat, "all holds the note of two years ago"
    assert said.CHOOSE in flat and said.CHOOSE_POINT in flat
    opened.close()


def test_in_lines_a_part_without_points_says_so(tmp_path: Path) -> None:
    opened = lived(tmp_path)
    _, text = at_home(opened, ["progress", "7", "", "quit"])
    assert said.NO_POINTS in " ".join(text.split())
    opened.close()


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(
    kept: Path, capsys: pytest.CaptureFixture[str], since: str
) -> None:
    assert run(["progress", "--since", since]) == 0
    assert (said.EMPTY in capsys.readouterr().out) == (since > "2026")
