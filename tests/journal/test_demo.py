"""The demo: a made-up month that ends yesterday, played into a store in memory, at any time of day and year."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.journal import demo, look
from guide.journal.demo import Visit
from guide.journal.home import home
from guide.journal.kept import keeps
from guide.store import derived
from guide.store.records import Stamp
from tests.life import write


def test_the_committed_month_is_what_the_script_writes() -> None:
    assert write.PLACE.read_text(encoding="utf-8") == write.text(), "python -m tests.life.write"
    assert json.loads(write.text())["format"] == demo.FORMAT
    assert demo.month() == demo.month(write.PLACE)


@pytest.mark.parametrize(
    ("utc", "offset", "today"),
    [
        ("2026-11-23T00:10:00Z", 0, "2026-11-23"),
        ("2026-11-23T23:50:00Z", 840, "2026-11-24"),
        ("2028-03-01T02:00:00Z", -600, "2028-02-29"),
        ("2027-01-03T12:00:00Z", 330, "2027-01-03"),
    ],
)
def test_the_month_ends_yesterday_wherever_it_is_opened(utc: str, offset: int, today: str) -> None:
    journal = demo.opened(clock=lambda: Stamp(utc, offset))
    days = [row.day for row in look.entries(journal, limit=1000)]
    (visits, here) = (demo.month(), date.fromisoformat(today))
    assert sorted(days) == sorted((here - timedelta(days=one.back)).isoformat() for one in visits)
    assert max(days) == (here - timedelta(days=1)).isoformat()
    assert not home(journal).first and journal.drafts() == []
    assert journal.clock() == Stamp(utc, offset), "the clock runs on from now"
    assert {row.how for row in look.entries(journal, limit=1000)} == {"finished", "stopped"}


def test_dates_and_items_of_the_month_are_found() -> None:
    journal = demo.opened(clock=lambda: Stamp("2026-11-23T10:00:00Z"))
    dose = [one.date for one in derived.markers(journal.store, "core/medicine")]
    assert dose == ["2026-06", "2026-10-30"]
    used = [item.refs for item in derived.items(journal.store, "core/sentences")]
    assert all(derived.item(journal.store, one) for refs in used for one in refs) and any(used)


def test_it_lives_in_memory_and_nowhere_else(tmp_path: Path) -> None:
    home_ = tmp_path / "home"
    home_.mkdir()
    (home_ / "settings.yaml").write_text("language: es\ncountry: NZ\n")
    (home_ / "packs").mkdir()
    (home_ / "packs" / "broken.yaml").write_text("format: 1\nid: [\n")
    before = sorted(tmp_path.rglob("*"))
    journal = demo.opened(environ={"UNMUTED_HOME": str(home_), "LANG": "en_GB.UTF-8"})
    assert journal.made_up and not keeps(journal.store) and journal.store.path is None
    assert journal.library.troubles == [] and journal.library.language == "en-GB"
    assert [place for place in journal.places if place.exists()] == []
    journal.close()
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("visit", "says"),
    [
        (Visit(1, "12:00", "no-such", {}), "no-such"),
        (Visit(1, "12:00", "muted-check", {"side": "upwards"}), "side"),
        (Visit(1, "12:00", "muted-check", {"side": "both", "strenght": 4}), "strenght"),
        (
            Visit(1, "12:00", "build-a-sentence", {"facts": [{"the": "nothing I ever did"}]}),
            "nothing I ever did",
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_an_error(visit: Visit, says: str) -> None:
    clock = Stamp("2026-11-23T10:00:00Z")
    with pytest.raises(GuideError, match=says):
        demo.opened(clock=lambda: clock, visits=[*demo.month(), visit])


def test_a_sitting_may_be_stopped_part_way() -> None:
    stopped = Visit(0, "08:00", "muted-check", {"side": "both"}, stop=True)
    journal = demo.opened(clock=lambda: Stamp("2026-11-23T10:00:00Z"), visits=[stopped])
    (row,) = look.entries(journal)
    assert row.how == "stopped" and [line.words for line in look.entry(journal, row.id).lines] == [["Both"]]


@pytest.mark.parametrize(
    "text", [None, "", "[]", "{}", '{"format": 2, "sittings": []}', '{"format": 1, "sittings": [{}]}']
)
def test_a_month_that_cannot_be_read_says_so(tmp_path: Path, text: str | None) -> None:
    place = tmp_path / "month.json"
    if text is not None:
        place.write_text(text)
    with pytest.raises(GuideError, match="is not there"):
        demo.month(place)
