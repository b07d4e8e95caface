"""Words that were typed and are no answer yet: half a record, half a round. They are kept when one goes on or stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from guide.clean import clean
from guide.steps.base import CANNOT_TELL, NUMB, Json, Problem, Step

_NOT_WORDS = frozenset({
    "item", "at", "now", "part", "way", "state", "cells", "column", "collection", "evidence", "next", "revises",
    "precision",
})  # fmt: skip
"""Keys of a raw answer whose texts are names. `now` is a name in a list's record, and a group in a round."""


_UNUSABLE: Final = (AttributeError, TypeError, KeyError, ValueError)
"""What a step as shown that no kind of ours made, from a file with fitting checksums, can bring out of what follows."""


def words_in(raw: Json) -> list[str]:
    """Everything a person typed in a raw answer, in order, cleaned; whatever step it belongs to."""
    if isinstance(raw, str):
        words = clean(raw).strip()
        return [words] if words else []
    if isinstance(raw, dict):
        return [
            words
            for key, value in raw.items()
            if key not in _NOT_WORDS or (not isinstance(value, str) and key == "now")
            for words in words_in(value)
        ]
    return [words for one in raw for words in words_in(one)] if isinstance(raw, list) else []


def typed(step: Step, raw: Json) -> list[str]:
    """The same for the raw answer to a step, or to a field of a record: names of options and items are no words."""
    try:
        found = _BY_KIND.get(str(step.get("kind")), _any)(step, raw)
    except _UNUSABLE:
        found = [raw]
    return [words for one in found for words in words_in(one)]


def left_over(step: Step, raw: Json, kept: Json) -> list[str]:
    """The typed words that the kept answer does not hold."""
    there = {_squeezed(words) for words in typed(step, kept)}
    return [words for words in typed(step, raw) if _squeezed(words) not in there]


def finished(step: Step, raw: Json) -> Json:
    """What may be kept of a raw answer when one goes on in the middle of it; None when nothing is finished.

    A list with whole records is as finished as it is: what `parse` says of the one under way decides about that
    one. One line of words, or one record alone that is still being written, is not.
    """
    kind = step.get("kind")
    if kind not in ("list", "plan", "update", "rehearse", "sentence"):
        return None
    from guide.steps.parts import (
        WRITING,
        half_written,
        some,
    )  # it brings every kind of field; a log needs none

    if kind in ("list", "plan"):
        records = _all(raw)
        whole = [one for one in records if not half_written(one) or one.get("item")]
        return records if any(some(_fields(one)) for one in whole) else None
    if kind == "update":
        for one in _all(raw):
            under_way = [one.get(mark) for mark in WRITING] if isinstance(one, dict) else []
            if some({name: value for name, value in _fields(one).items() if name not in under_way}):
                return raw
    if not isinstance(raw, dict):
        return None
    if kind == "rehearse":
        now = raw.get("now")
        return raw if raw.get("rounds") or (isinstance(now, dict) and now.get("said")) else None
    at = [raw[mark] for mark in WRITING if mark in raw]
    return raw if at and "text" not in at else None


def stopped(step: Step, raw: Json) -> Json:
    """A raw answer without what would keep the rest of it from being kept: a word in a grid without its column."""
    if step.get("kind") != "grid" or not isinstance(raw, dict) or not isinstance(raw.get("own"), list):
        return raw
    return {**raw, "own": [one for one in raw["own"] if isinstance(one, dict) and one.get("column")]}


def parsed(parse: Callable[[Json], Any], *raws: Json) -> Any:
    """The answer of the first of these raw ones that is one; None when none is."""
    for raw in raws:
        if raw is not None:
            try:
                return parse(raw)
            except Problem:
                continue
    return None


# -- where in the raw answer to a step words may stand ------------------------------------------------


def _any(step: Step, raw: Json) -> list[Json]:
    return [raw]


def _none(step: Step, raw: Json) -> list[Json]:
    return []


def _value(step: Step, raw: Json) -> list[Json]:
    """A number or a date is typed, so it is words as well; a state is none."""
    if raw in (NUMB, CANNOT_TELL) or (isinstance(raw, dict) and "state" in raw):
        return []
    return [str(raw) if isinstance(raw, (int, float)) else raw]


def _chosen(step: Step, raw: Json) -> list[Json]:
    """Words of one's own beside options or items."""
    values = raw if isinstance(raw, list) else [raw] if isinstance(raw, dict) else []
    names = {*(step.get("options") or {}), *(one.get("item") for one in step.get("choices") or [])}
    found: list[Json] = []
    for value in values:
        if isinstance(value, dict):
            found += [value.get("other"), value.get("own")]
        elif value not in names:
            found.append(value)
    return found


def _grid(step: Step, raw: Json) -> list[Json]:
    if not isinstance(raw, dict):
        return [raw]
    return [*(one.get("text") for one in raw.get("own") or [] if isinstance(one, dict)), raw.get("word")]


def _records(step: Step, raw: Json) -> list[Json]:
    """The fields of each record, as its own part takes them; what stood in its item before was not typed now."""
    before = {one.get("item"): one.get("fields") or {} for one in step.get("there") or []}
    asks = {one.get("item"): one.get("ask") for one in step.get("choices") or []}
    found: list[Json] = []
    for one in _all(raw):
        if not isinstance(one, dict):
            found.append(one)
            continue
        parts = step.get("record") or asks.get(one.get("item")) or step.get("ask") or {}
        kept = before.get(one.get("item"), {})
        for name, value in _fields(one).items():
            found += [] if name in kept and value == kept[name] else typed(parts.get(name) or {}, value)
    return found


def _rounds(step: Step, raw: Json) -> list[Json]:
    if not isinstance(raw, dict):
        return [raw]
    rounds = raw.get("rounds")
    every = [*(rounds if isinstance(rounds, list) else []), raw.get("now")]
    return [one.get(key) for one in every if isinstance(one, dict) for key in ("expect", "happened")]


def _sentence(step: Step, raw: Json) -> list[Json]:
    return [raw.get("text") if isinstance(raw, dict) else raw]


_BY_KIND: Final[dict[str, Callable[[Step, Json], list[Json]]]] = {
    **dict.fromkeys(("scale", "yes-no"), _none),
    **dict.fromkeys(("number", "date"), _value),
    **dict.fromkeys(("choice", "choices", "pick"), _chosen),
    **dict.fromkeys(("list", "plan", "update"), _records),
    "grid": _grid,
    "rehearse": _rounds,
    "sentence": _sentence,
}


def _all(raw: Json) -> list[Json]:
    return [raw] if isinstance(raw, dict) else raw if isinstance(raw, list) else []


def _fields(record: Json) -> dict[str, Json]:
    fields = record.get("fields", record) if isinstance(record, dict) else {}
    return fields if isinstance(fields, dict) else {}


def _squeezed(words: str) -> str:
    return " ".join(words.split())
