"""Sittings of the demo's made-up month as templates, and clones of them with other times, items, numbers, words."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from random import Random
from typing import Any, NamedTuple, Protocol

from guide.journal import demo
from guide.journal.shown import feeds_of_entry
from guide.model import feeds
from guide.steps.base import Answer
from guide.store import entries, meta
from guide.store.encode import digest, dumps
from guide.store.ledger import mix
from guide.store.records import EntryRecord, StepRecord, local_day

LOG = "core/muted-check"
SHARES = {
    LOG: 58,
    "core/rehearse": 22,
    "core/catch-the-discount": 6,
    "core/look-at-the-data": 3,
    "core/use-it-again": 2,
    "core/then-now": 2,
    "core/both-true": 2,
    "core/what-is-the-ick": 2,
    "core/which-kind-of-hard": 2,
    "core/weekly-look-back": 1,
}
"""Of a hundred sittings between the months that are lived: what a person does often is short."""

CHOSEN = ("side", "first-cause", "flatter", "nearest")
COMMON = """
    quiet rain bus work sister brother cat tea window letter music kitchen morning evening slept tired walk
    garden phone call shop street dinner lunch film song book laughed cried nothing little heavy light warm cold
    late early slow long short friend neighbour doctor office meeting train bike pool market bread soup coat
""".split()  # noqa: SIM905

ALWAYS = "today"
"""A word that is in nearly every entry, for searching."""
_ID = re.compile(r"[0-9a-f]{32}")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DATE = re.compile(r'("date":")(\d{4})-(\d\d)(-\d\d)?')


class When(Protocol):
    """Of a plan: what a clone needs to know."""

    @property
    def at(self) -> datetime: ...
    @property
    def offset(self) -> int: ...
    @property
    def template(self) -> int: ...
    @property
    def season(self) -> int: ...
    @property
    def once(self) -> bool: ...


class CloneStep(NamedTuple):
    """One step with the answer that counts, as text. `hashed` is "" for a step that was never shown."""

    step: str
    position: int
    kind: str
    frozen: dict[str, Any]
    shown: str
    hashed: str
    state: str
    text: str


class Clone(NamedTuple):
    """One entry that is to be written."""

    id: str
    record: EntryRecord
    at: str
    offset: int
    day: str
    left_out: str
    steps: list[CloneStep]

    def fed(self) -> list[tuple[dict[str, Any], Answer, str]]:
        """What `model.feeds` takes."""
        return [
            (one.frozen, Answer(one.state, json.loads(one.text)), self.at) for one in self.steps if one.frozen
        ]


def hexed(random: Random) -> str:
    """A random id."""
    return f"{random.getrandbits(128):032x}"


def phrase(random: Random) -> str:
    """A few words; one in some is rare."""
    found = [random.choice(COMMON) for _ in range(random.randint(2, 6))]
    if random.random() < 0.2:
        found.append("".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in range(4)))
    return " ".join([*found, ALWAYS])


class Templates:
    """The sittings of the demo's month, the oldest first."""

    def __init__(self, records: list[EntryRecord], declarations: Mapping[str, Any]) -> None:
        known: dict[str, str] = {}
        self.all = [_numbered(self._with_a_note(one, records), known) for one in records]
        self.declarations = declarations
        made: set[str] = set()
        self._made: list[frozenset[str]] = []
        once = set()
        for place, record in enumerate(self.all):
            written = {data["item"] for data in _items(record)}
            self._made.append(frozenset(written - made))
            if written & made:
                once.add(place)  # it writes a new version of an item that a sitting before it made
            made |= written
            if any(data["collection"].endswith("/measures") for data in _items(record)):
                once.add(place)  # a person keeps an eye on a few things, and notes them often
        self._often = {
            ref: [n for n, one in enumerate(self.all) if one.exercise == ref and n not in once]
            for ref in SHARES
        }
        self.logs = frozenset(n for n, one in enumerate(self.all) if one.exercise == LOG)
        self._seasonal = cache(self._in_season)

    @classmethod
    def of_the_demo(cls) -> Templates:
        """Play the month, and read it."""
        journal = demo.opened(environ={})
        try:
            rows = entries.page(journal.store, limit=1000)
            records = [entries.entry(journal.store, row.id) for row in reversed(rows)]
            return cls(records, meta.declarations(journal.store))
        finally:
            journal.close()

    @staticmethod
    def _with_a_note(record: EntryRecord, records: list[EntryRecord]) -> EntryRecord:
        """A log whose note was never shown gets the step from one where it was: every log here has words."""
        shown = next(
            (
                step
                for one in records
                if one.exercise == record.exercise
                for step in one.steps
                if step.frozen.get("role") == "note"
            ),
            None,
        )
        if shown is None:
            return record
        steps = [
            StepRecord(one.step, one.position, shown.frozen, shown.answers)
            if one.step == shown.step and not one.frozen
            else one
            for one in record.steps
        ]
        return record._replace(steps=steps)

    def drawn(self, random: Random, n: int) -> list[int]:
        """Templates of sittings between the months, by their shares."""
        refs = random.choices([*SHARES], [*SHARES.values()], k=n)
        return [random.choice(self._often[ref]) for ref in refs]

    def clone(self, plan: When, id_: str, random: Random) -> Clone:
        """One entry: a sitting of the season's month as it is, or one between with other numbers and words."""
        record, made = self.all[plan.template], self._made[plan.template]
        at = plan.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        day = local_day(at, plan.offset)
        ended = record.ended or record.started
        days = (date.fromisoformat(day) - date.fromisoformat(ended.day)).days
        steps = []
        for step, text in zip(
            self._seasonal(plan.template, plan.season), _texts(plan.template, self), strict=True
        ):
            if step.state == "given":
                text = _ID.sub(lambda found: self._id(found[0], made, plan, id_), text)
                text = _DATE.sub(lambda found: found[1] + _moved(found, days), _AT.sub(at, text))
            if not plan.once and step.frozen:
                step, text = varied(step, text, random)
            steps.append(step._replace(text=text))
        return Clone(id_, record, at, plan.offset, day, dumps(record.left_out), steps)

    @staticmethod
    def _id(found: str, made: frozenset[str], plan: When, id_: str) -> str:
        return _other(found, str(plan.season) if plan.once or found not in made else id_)

    def _in_season(self, template: int, season: int) -> list[CloneStep]:
        """The steps as they were shown with the items of that season."""
        return [
            _step(one, _ID.sub(lambda found: _other(found[0], str(season)), dumps(one.frozen)))
            for one in self.all[template].steps
        ]


def _numbered(record: EntryRecord, known: dict[str, str]) -> EntryRecord:
    """The record with ids in the order in which they first appear: those of the demo are drawn anew each time."""

    def other(value: Any) -> Any:
        text = _ID.sub(lambda found: known.setdefault(found[0], f"{len(known):032x}"), dumps(value))
        return json.loads(text)

    steps = []
    for one in record.steps:
        answers = [(Answer(given.state, other(given.value)), at) for given, at in one.answers]
        steps.append(one._replace(frozen=other(one.frozen), answers=answers))
    return record._replace(steps=steps)


@cache
def _texts(template: int, templates: Templates) -> list[str]:
    return [dumps(one.latest.value if one.latest else None) for one in templates.all[template].steps]


def _step(one: StepRecord, shown: str) -> CloneStep:
    state = one.latest.state if one.latest else "not-reached"
    frozen = json.loads(shown)
    kind = str(frozen.get("kind", ""))
    return CloneStep(
        one.step, one.position, kind, frozen, shown, digest(shown) if one.frozen else "", state, ""
    )


def _items(record: EntryRecord) -> Iterator[Mapping[str, Any]]:
    found: Any = feeds_of_entry(record)
    assert set(found) == set(feeds.empty())
    yield from found["item"]


@cache
def _other(id_: str, by: str) -> str:
    return sha256(f"{by}/{id_}".encode()).hexdigest()[:32]


def _moved(found: re.Match[str], days: int) -> str:
    """The same distance from the sitting, as exact as it was."""
    whole = date(int(found[2]), int(found[3]), int((found[4] or "-01")[1:])) + timedelta(days=days)
    return whole.isoformat() if found[4] else whole.isoformat()[:7]


# -- other numbers and words --------------------------------------------------------------------------------


def varied(step: CloneStep, text: str, random: Random) -> tuple[CloneStep, str]:
    """The step with another answer of the same kind."""
    if step.frozen.get("role") == "note":
        return step._replace(state="given"), json.dumps(phrase(random))
    if step.state != "given" or step.kind not in _VARY:
        return step, text
    return step, dumps(_VARY[step.kind](json.loads(text), step, random))


def _near(value: Any, random: Random, low: int = 0, high: int = 10, by: int = 2) -> Any:
    return max(low, min(high, value + random.randint(-by, by))) if isinstance(value, int) else value


def _choice(value: Any, step: CloneStep, random: Random) -> Any:
    if step.step not in CHOSEN or value == "neither":
        return value
    return random.choice([one for one in step.frozen["options"] if one != "neither"])


def _short(value: Any, step: CloneStep, random: Random) -> Any:
    if isinstance(value, dict):
        return value | {"text": f"{value['text']}, {phrase(random)}"}
    return f"{value}, {phrase(random)}"


def _list(value: Any, step: CloneStep, random: Random) -> Any:
    return [
        one | {"fields": one["fields"] | {"now": f"{one['fields']['now']}, {phrase(random)}"}}
        if "now" in one["fields"]
        else one
        for one in value
    ]


def _grid(value: Any, step: CloneStep, random: Random) -> Any:
    columns = [*step.frozen["columns"]]
    return value | {"cells": {row: random.choice(columns) for row in value["cells"]}}


def _rounds(value: Any, step: CloneStep, random: Random) -> Any:
    for one in value["rounds"]:
        for part in ("before", "after"):
            if part in one and one[part]["state"] == "given":
                numb = random.random() < 0.08
                one[part] = {
                    "state": "numb" if numb else "given",
                    "value": None if numb else _near(one[part]["value"], random),
                }
        one["happened"] = phrase(random)
    return value


def _update(value: Any, step: CloneStep, random: Random) -> Any:
    for one in value:
        if isinstance(one["fields"].get("level"), int):
            one["fields"]["level"] = _near(one["fields"]["level"], random, 0, 100, 5)
    return value


_VARY: dict[str, Any] = {
    "scale": lambda value, step, random: _near(value, random),
    "choice": _choice,
    "short": _short,
    "long": _short,
    "list": _list,
    "grid": _grid,
    "rehearse": _rounds,
    "update": _update,
}


# -- rows ---------------------------------------------------------------------------------------------------


class Writing:
    """Rows of what is kept, with the running counts that let the health check notice a missing one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._rows = {"entries": 0, "answers": 0, "steps": 0}
        self._digests = {"entries": "", "answers": "", "steps": ""}
        self._kept: set[str] = set()

    def _note(self, table: str, check: str) -> None:
        self._rows[table] += 1
        self._digests[table] = mix(self._digests[table], check)

    def entry(self, head: Mapping[str, Any]) -> None:
        """One row of entries."""
        names = ", ".join(head)
        holes = ", ".join("?" * len(head))
        self.connection.execute(f"INSERT INTO entries ({names}) VALUES ({holes})", [*head.values()])
        self._note("entries", str(head["digest"]))

    def step(self, clone: Clone, seq: int, one: CloneStep) -> None:
        """A step as it was shown."""
        if not one.hashed:
            return
        if one.hashed not in self._kept:
            self._kept.add(one.hashed)
            self.connection.execute(
                "INSERT OR IGNORE INTO frozen (hash, json) VALUES (?, ?)", (one.hashed, one.shown)
            )
        self.connection.execute(
            "INSERT INTO steps (entry, step, position, frozen) VALUES (?, ?, ?, ?)",
            (seq, one.step, one.position, one.hashed),
        )
        self._note("steps", digest(clone.id, one.step, one.position, one.hashed))

    def answer(self, clone: Clone, seq: int, one: CloneStep, revision: int) -> None:
        """One revision of an answer."""
        hashed = one.hashed or None
        check = digest(clone.id, one.step, revision, one.state, one.text, clone.at, clone.offset, hashed)
        self.connection.execute(
            "INSERT INTO answers (entry, step, revision, state, value, at, at_offset, frozen, digest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (seq, one.step, revision, one.state, one.text, clone.at, clone.offset, hashed, check),
        )
        self._note("answers", check)

    def done(self) -> None:
        """Add to the running counts."""
        for table, rows in self._rows.items():
            before = self.connection.execute("SELECT digest FROM ledger WHERE name = ?", (table,)).fetchone()
            self.connection.execute(
                "UPDATE ledger SET rows = rows + ?, digest = ? WHERE name = ?",
                (rows, mix(before[0], self._digests[table]), table),
            )
