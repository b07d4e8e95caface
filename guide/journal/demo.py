"""A made-up person's month: sittings as data, played through the real walker into a store in memory.

The month stands beside the built-in pack, whose exercises it names. Days are counted back from today, so that
it always ends yesterday. Nothing of the person's own home is read or written, and nothing touches the disk:
the copy is gone when the program ends, however it ends.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

from guide.errors import GuideError
from guide.journal import clock as clock_
from guide.journal.home import card_read
from guide.journal.journal import Journal
from guide.journal.sitting import Sitting
from guide.packs.discover import built_in
from guide.places import Places
from guide.steps import KINDS
from guide.steps.base import Json
from guide.store.records import Stamp
from guide.words.demo import LACKING, LACKING_REMEDY

FILE: Final = "demo-month.json"
FORMAT: Final = 1
THE: Final = "the"
DAY: Final = "day"
"""In an answer `{"the": "words"}` is the item with these words, as items get their ids when they are made, and
`{"day": -9}` is the date nine days before today."""
_NOWHERE: Final = Path(os.devnull) / "unmuted"


class Visit(NamedTuple):
    """One sitting: `back` days before today, at a local time, an exercise, and raw answers by step id.

    A step without an answer is left open. Steps behind `m` are opened when one of them has an answer.
    `stop` ends the sitting after the last answer.
    """

    back: int
    at: str
    exercise: str
    answers: Mapping[str, Json]
    stop: bool = False


def month(path: Path | None = None) -> list[Visit]:
    """The made-up month, from its file. Raises GuideError when the installation lacks it."""
    try:
        data = json.loads((path or built_in().parent / FILE).read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ValueError("another format")
        return [
            Visit(one["back"], one["at"], one["do"], one["say"], one.get("stop", False))
            for one in data["sittings"]
        ]
    except (OSError, ValueError, KeyError, TypeError):
        raise GuideError(LACKING, LACKING_REMEDY) from None


def as_text(visits: Iterable[Visit]) -> str:
    """The file of a month: one sitting a line."""
    lines = [
        json.dumps(
            {
                "back": one.back,
                "at": one.at,
                "do": one.exercise,
                "say": dict(one.answers),
                **({"stop": True} if one.stop else {}),
            },
            ensure_ascii=False,
        )
        for one in visits
    ]
    return f'{{"format": {FORMAT}, "sittings": [\n' + ",\n".join(lines) + "\n]}\n"


def opened(
    *,
    named: tuple[Path, ...] = (),
    environ: Mapping[str, str] = os.environ,
    clock: clock_.Clock = clock_.now,
    visits: Iterable[Visit] | None = None,
) -> Journal:
    """A journal in memory in which the month was lived already; its places are nowhere. `named` are other packs.

    Raises GuideError when the month or the pack it is about is not there.
    """
    from guide import settings

    places = Places(*(_NOWHERE for _ in Places._fields))
    language = settings.language(places, environ)
    journal = Journal.open(places, named=named, clock=clock, language=language, in_memory=True)
    journal.made_up = True
    card_read(journal)
    play(journal, month() if visits is None else visits, clock().day)
    return journal


def play(journal: Journal, visits: Iterable[Visit], today: str) -> None:
    """Walk every sitting of a month that ends before `today` (a local day, ISO).

    Raises GuideError when an answer does not fit its step: the month and the exercises belong together.
    """
    usual = journal.clock
    try:
        for visit in visits:
            stamp = moment(visit.back, visit.at, today, usual().offset)
            journal.clock = lambda stamp=stamp: stamp  # type: ignore[misc]
            sit(journal, visit, today)
    finally:
        journal.clock = usual


def sit(journal: Journal, visit: Visit, today: str) -> Sitting:
    """One sitting to its end, at the journal's own time; `today` is the day its dates are counted from."""
    sitting = journal.begin(visit.exercise)
    left = dict(visit.answers)
    while True:
        while (step := sitting.view().step) is not None:
            if visit.stop and not left:
                sitting.stop()
                return sitting
            _answer(sitting, step, left, today)
        if not any(step.get("more") and step["id"] in left for step in sitting.walk.steps):
            break
        if not sitting.more():
            break
    if left:
        raise GuideError(f"{visit.exercise}: nothing asked for {', '.join(left)}.")
    sitting.stop()
    return sitting


def _answer(sitting: Sitting, step: Mapping[str, Any], left: dict[str, Json], today: str) -> None:
    name = step["id"]
    if name in left:
        outcome = sitting.give(_said(left.pop(name), _labels(step), today))
    elif KINDS[step["kind"]].asks:
        outcome = sitting.skip(sure=True)
    else:
        outcome = sitting.give(None)
    if not outcome.kept:
        raise GuideError(f"{sitting.exercise.ref}, {name}: {outcome.problem or outcome.question}")


def moment(back: int, at: str, today: str, offset: int) -> Stamp:
    """A local time so many days before today. `offset` is that of the local clock, in minutes."""
    local = datetime.combine(_day(today, -back), time.fromisoformat(at), UTC)
    return Stamp((local - timedelta(minutes=offset)).strftime("%Y-%m-%dT%H:%M:%SZ"), offset)


def _labels(step: Mapping[str, Any]) -> dict[str, str]:
    """Words -> id of every item that a step shows: those of its label and of each of its fields."""
    found: dict[str, str] = {}
    for one in [*(step.get("choices") or []), *(step.get("there") or [])]:
        for words in (one["label"], *one["fields"].values()):
            if isinstance(words, str):
                found.setdefault(words, one["item"])
    return found


def _said(raw: Json, labels: Mapping[str, str], today: str) -> Json:
    """A raw answer with the ids of the items and the dates that it names."""
    if isinstance(raw, Mapping):
        if set(raw) == {THE}:
            if raw[THE] not in labels:
                raise GuideError(f"“{raw[THE]}” is not among {', '.join(labels)}.")
            return labels[raw[THE]]
        if set(raw) == {DAY}:
            return _day(today, raw[DAY]).isoformat()
        return {key: _said(value, labels, today) for key, value in raw.items()}
    return [_said(one, labels, today) for one in raw] if isinstance(raw, list) else raw


def _day(today: str, days: int) -> date:
    return date.fromisoformat(today) + timedelta(days=days)
