"""The longest answer that a step allows, as a front would hand it over: every option, every field, full to the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.steps.choice import OTHER_MAX
from guide.steps.grid import OWN_MOST
from guide.steps.list import MOST
from guide.steps.number import LARGEST
from guide.steps.pick import OWN_MAX
from guide.steps.sentence import SENTENCE_MAX

Frozen = Mapping[str, Any]
LAST_DAY: Final = "31 December 2100"
_LETTERS: Final = "Ünflektiert 词 words; "


def words(length: int, *, lines: bool = False) -> str:
    """Words of exactly this length, with letters of two scripts, and line breaks where there may be some."""
    text = (_LETTERS + ("\n" if lines else "")) * (length // len(_LETTERS) + 1)
    return text[: length - 1].rstrip().ljust(length - 1, "x") + "." if length else ""


def longest(step: Frozen, turn: int = 0) -> Any:
    """The longest answer. Where one of several options has to be chosen it is the one whose `turn` it is."""
    return _BY_KIND[step["kind"]](step, turn)


def _text(step: Frozen, turn: int) -> Any:
    return None


def _choice(step: Frozen, turn: int) -> Any:
    options = [*step["options"], *([{"other": words(OTHER_MAX)}] if step.get("other") else [])]
    return options[turn % len(options)]


def _choices(step: Frozen, turn: int) -> Any:
    alone = step.get("exclusive") or []
    several = [one for one in step["options"] if one not in alone]
    most = (step.get("pick") or {}).get("max", len(several) + 1)
    if turn % 3 == 2 and alone:
        return [alone[turn % len(alone)]]
    return [*several, *([{"other": words(OTHER_MAX)}] if step.get("other") else [])][-most:]


def _yes_no(step: Frozen, turn: int) -> Any:
    return ("yes", "no")[turn % 2]


def _number(step: Frozen, turn: int) -> Any:
    bounds = step.get("range") or {}
    return bounds.get(("max", "min")[turn % 2], (LARGEST, -LARGEST)[turn % 2])


def _short(step: Frozen, turn: int) -> Any:
    return words(step.get("max_length", 500))


def _long(step: Frozen, turn: int) -> Any:
    return words(step.get("max_length", 10_000), lines=True)


def _date(step: Frozen, turn: int) -> Any:
    return LAST_DAY


def _record(parts: Mapping[str, Frozen], turn: int, scale: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Every field full; the ends of a scale that the record brings stand as far apart as they can."""
    found = {name: longest(part, turn) for name, part in parts.items()}
    ends = {"min": -LARGEST, "max": LARGEST, "baseline": LARGEST}
    return found | {name: ends[end] for end, name in (scale or {}).items() if end in ends and name in found}


def _list(step: Frozen, turn: int) -> Any:
    scale = (step.get("home") or {}).get("scale")
    there = (step.get("there") or []) if step.get("existing") == "edit" else []
    old = [{"item": one["item"], "fields": _record(step["record"], turn, scale)} for one in there]
    most = (step.get("items") or {}).get("max", MOST)
    return [*old, *(_record(step["record"], turn + n, scale) for n in range(most))]


def _plan(step: Frozen, turn: int) -> Any:
    return {name: longest(part, turn) for name, part in step["record"].items()}


def _grid(step: Frozen, turn: int) -> Any:
    columns = list(step["columns"])
    rows = {row: columns[(turn + n) % len(columns)] for n, row in enumerate(step["rows"])}
    own = [{"text": words(80), "column": columns[n % len(columns)]} for n in range(OWN_MOST)]
    return {"cells": rows, "own": own if step.get("own_rows") else []}


def _pick(step: Frozen, turn: int) -> Any:
    most = (step.get("pick") or {}).get("max", 1)
    items = [one["item"] for one in step["choices"]]
    own = [{"own": words(OWN_MAX - n)} for n in range(most)] if step.get("own") not in (None, "false") else []
    return [*own[: 1 + turn % 2], *items][:most]


def _update(step: Frozen, turn: int) -> Any:
    return [{"item": one["item"], "fields": {name: longest(part, turn) for name, part in one["ask"].items()}} for one in step["choices"]]  # fmt: skip


def _sentence(step: Frozen, turn: int) -> Any:
    old = step.get("there") or []
    revises = {"revises": old[turn % len(old)]["item"]} if old and turn % 3 == 1 else {}
    rated = (
        {"believable": step["believable"]["range"][("max", "min")[turn % 2]]}
        if step.get("believable")
        else {}
    )
    return {"text": words(SENTENCE_MAX), **rated, **revises}


def _rehearse(step: Frozen, turn: int) -> Any:
    ways, rounds = list(step.get("ways") or {}) or [""], step.get("rounds") or {}
    one = {"said": True, "before": 10, "after": 10, "expect": words(500), "happened": words(500)}
    return {"rounds": [{**one, "way": ways[n % len(ways)]} for n in range(rounds.get("max", 20))]}


_BY_KIND: Final[dict[str, Callable[[Frozen, int], Any]]] = {
    "text": _text, "chart": _text, "recall": _text, "count": _text,
    "choice": _choice, "choices": _choices, "yes-no": _yes_no, "scale": _number, "number": _number,
    "short": _short, "long": _long, "date": _date, "list": _list, "plan": _plan, "grid": _grid,
    "pick": _pick, "update": _update, "sentence": _sentence, "rehearse": _rehearse,
}  # fmt: skip
