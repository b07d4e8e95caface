"""`unmuted week` and `unmuted one` from outside."""

from __future__ import annotations

import json
from pathlib import Path

from tests.journal.making import journal, play

from .test_commands import run


def test_the_week_is_seven_lines_and_today_is_the_last() -> None:
    assert run("log", "b", "7", "4").returncode == 0
    done = run("week")
    rows = done.stdout.splitlines()
    assert (done.returncode, done.stderr, len(rows)) == (0, "", 7)
    assert rows[-1][3:] == "  both 7, mood 4"
    assert all(len(row) == 3 for row in rows[:-1]), "a blank day is its name"
    found = json.loads(run("week", "--json").stdout)
    assert found["format"] == 1 and len(found["days"]) == 7
    last = found["days"][-1]
    assert {key: last[key] for key in last if key != "day"} == {
        "side": {"state": "given", "value": "both", "words": "Both"},
        "strength": {"state": "given", "value": 7, "words": "7"},
        "mood": {"state": "given", "value": 4, "words": "mood 4"},
        "got_through": [],
    }  # fmt: skip
    assert [day["day"] for day in found["days"]] == sorted(day["day"] for day in found["days"])


def test_the_made_up_month_has_a_week() -> None:
    done = run("week", "--demo")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 7
    assert any(", mood " in row for row in done.stdout.splitlines())


def test_one_without_facts_says_what_makes_some() -> None:
    assert run("one").stdout == "There is no fact of yours here yet. In “Then and now” you write some down.\n"


def test_one_shows_another_each_time(home: Path) -> None:
    opened = journal(home)
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "rang Ann"}, {"now": "went out"}]})
    opened.close()
    shown = [run("one").stdout for _ in range(3)]
    assert shown == [f"One of your own facts\n\n  {fact}\n" for fact in ("rang Ann", "went out", "rang Ann")]
