"""A store of many entries over ten years, for measuring: `python -m tests.bench.ten_years HOME [-n 100000]`.

The made-up month of the demo is lived once a season, with items of its own each time; between stand logs, rounds
and the like, cloned from its sittings with other numbers and words. Some entries are edited, stopped, in the trash or
begun and left. Rows are written in bulk and what they feed by the store's own functions, so that the health
check and a rebuild find nothing to mend. The same size, seed and day give the same store.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

from guide.journal.journal import Journal
from guide.model import feeds
from guide.store import derived, feeding, ledger, marker, pages
from guide.store.database import Store
from guide.store.encode import digest
from guide.store.meta import declare
from tests.bench.clones import Clone, Templates, Writing, hexed

YEARS = 10
SIZE = 100_000
BATCH = 2_000  # entries a transaction
A_SEASON = 55  # days; about the length of a template month lived slowly
EDITED, STOPPED, TRASHED = 0.01, 0.03, 0.004
DRAFTS = 3
LIVE = 6  # sentences, and measures, that are not archived
TRAVEL = -300  # minutes east of Greenwich, in the first half of August


class Plan(NamedTuple):
    """What is to be written: which template, when (UTC) and where on earth, in which season."""

    at: datetime
    offset: int
    template: int
    season: int
    once: bool


def write(path: Path, size: int = SIZE, seed: int = 1, until: str = "") -> int:
    """Make the store at `path`, which must not be there yet, and return how many entries it holds."""
    if path.exists():
        raise FileExistsError(path)
    random = Random(seed)
    templates = Templates.of_the_demo()
    plans = planned(templates, size, random, date.fromisoformat(until) if until else date.today())
    with Store.open(path) as store:
        last = 0
        for start in range(0, len(plans), BATCH):
            with store.writing() as connection:
                if not start:
                    declare(connection, templates.declarations)
                writing = Writing(connection)
                for plan in plans[start : start + BATCH]:
                    last += 1
                    _entry(writing, templates, plan, last, random, len(plans))
                writing.done()
        with store.writing() as connection:
            ledger.recount(connection)
        _set_aside(store)
        marker.keep(store.connection, path)
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return last


# -- when ---------------------------------------------------------------------------------------------------


def planned(templates: Templates, size: int, random: Random, until: date) -> list[Plan]:
    """Every entry in the order in which it was written; the last ones lie yesterday."""
    days = YEARS * 365 + YEARS // 4
    first = until - timedelta(days=days)
    seasons = max(1, min(days // A_SEASON, size // (5 * len(templates.all)) or 1))
    found: list[Plan] = []
    for season in range(seasons):
        start, end = (days * place // seasons for place in (season, season + 1))
        begin, long = first + timedelta(days=start), end - start
        share = size * (season + 1) // seasons - size * season // seasons
        lived = list(_lived(templates, begin, min(long, 20), season))[:share]
        found += lived
        found += _filled(templates, begin, long, season, share - len(lived), random)
    found.sort(key=lambda plan: (plan.at, plan.template))
    return [_clock_set_wrong(plan, first) for plan in found]


def _lived(templates: Templates, begin: date, within: int, season: int) -> Iterator[Plan]:
    """The whole month once, in its order, in the first days of a season."""
    for place in range(len(templates.all)):
        day = begin + timedelta(days=place * within // len(templates.all))
        yield _plan(day, 8 * 60 + place * 7 % 600, place, season, True)


def _filled(
    templates: Templates, begin: date, long: int, season: int, n: int, random: Random
) -> Iterator[Plan]:
    """Sittings at random times of the season, more of those that are quick."""
    for template in templates.drawn(random, n):
        earliest = (
            0 if template in templates.logs else min(20, long - 1)
        )  # what they are about is there by then
        day = begin + timedelta(days=random.randrange(earliest, long))
        # One in a hundred on the stroke of midnight, one in a hundred a minute before it.
        minute = random.choice((0, 24 * 60 - 1)) if random.random() < 0.02 else random.randrange(390, 1430)
        yield _plan(day, minute, template, season, False)


def _plan(day: date, minute: int, template: int, season: int, once: bool) -> Plan:
    offset = offset_of(day)
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute - offset)
    return Plan(at, offset, template, season, once)


def offset_of(day: date) -> int:
    """Minutes east of Greenwich: an hour, two in summer, and some weeks abroad each August."""
    if day.month == 8 and day.day <= 14:
        return TRAVEL
    return 120 if _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10) else 60


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _clock_set_wrong(plan: Plan, first: date) -> Plan:
    """In one week of the third year the clock was a year behind, in one of the fifth a month ahead."""
    day = plan.at.date()
    for year, off in ((2, -365), (4, 30)):
        start = first + timedelta(days=year * 365 + 100)
        if start <= day < start + timedelta(days=7):
            return plan._replace(at=plan.at + timedelta(days=off))
    return plan


# -- writing ------------------------------------------------------------------------------------------------


def _entry(writing: Writing, templates: Templates, plan: Plan, seq: int, random: Random, size: int) -> None:
    clone = templates.clone(plan, hexed(random), random)
    draft = seq > size - DRAFTS
    trashed = not draft and random.random() < TRASHED
    how = None if draft else "stopped" if random.random() < STOPPED else clone.record.how
    ended = None if draft else clone.at
    head: dict[str, str | int | None] = {
        "id": clone.id,
        "exercise": clone.record.exercise,
        "pack_version": clone.record.pack_version,
        "exercise_hash": clone.record.exercise_hash,
        "title": clone.record.title,
        "language": clone.record.language,
        "started_at": clone.at,
        "started_offset": plan.offset,
        "ended_at": ended,
        "ended_offset": None if draft else plan.offset,
        "how": how,
        "left_out": clone.left_out,
    }
    sealed = [head[name] for name in pages.SEALED.split(", ")]
    head |= {
        "seq": seq,
        "digest": digest(*sealed),
        "ended_day": None if draft else clone.day,
        "cursor": clone.steps[0].step if draft else None,
        "changed_at": clone.at,
        "trashed_at": clone.at if trashed else None,
    }
    writing.entry(head)
    _answers(writing, clone, seq, random.random() < EDITED)
    if not draft:
        fed = feeds.feeds_of(clone.fed(), frozenset(clone.record.left_out))
        (feeding.park if trashed else feeding.replace)(writing.connection, seq, fed)


def _answers(writing: Writing, clone: Clone, seq: int, edited: bool) -> None:
    """The answers as they stand; one entry in some has an earlier wording of its first number or words."""
    for step in clone.steps:
        writing.step(clone, seq, step)
        if edited and step.kind in ("scale", "short") and step.state == "given":
            earlier = step._replace(text="4" if step.kind == "scale" else '"as I wrote it first"')
            writing.answer(clone, seq, earlier, 1)
            writing.answer(clone, seq, step, 2)
            edited = False
        else:
            writing.answer(clone, seq, step, 1)


def _set_aside(store: Store) -> None:
    """Sentences and measures of seasons gone by are archived; a person keeps a few."""
    for name in ("core/sentences", "core/measures"):
        for item in derived.items(store, name)[LIVE:]:
            derived.archive(store, item.id)


def main() -> None:
    """Write a store into a home of Unmuted."""
    from guide import places

    made = argparse.ArgumentParser(prog="ten_years", description="Write a large store for measuring.")
    made.add_argument("home", help="a folder, as for --home")
    made.add_argument("-n", "--entries", type=int, default=SIZE)
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--until", metavar="DAY", default="", help="the day after the last entry; today")
    args = made.parse_args()
    found = places.find(args.home, {})
    places.private_dir(found.data)
    start = perf_counter()
    n = write(found.store_path, args.entries, args.seed, args.until)
    journal = Journal.open(found, tidy=False)
    journal.copy_plan()
    journal.store.close()
    size = found.store_path.stat().st_size
    sys.stdout.write(f"{n:,} entries, {size:,} bytes in {perf_counter() - start:.1f} s: {found.store_path}\n")


if __name__ == "__main__":
    main()
