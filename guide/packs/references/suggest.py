"""What `suggest:` stands on: names that exist, spans that can be read, and keys that need each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from guide.packs.references.scope import Scope
from guide.steps.filters import SPAN
from guide.steps.problems import Path, Problems, did_you_mean, shown

_SPAN: Final = re.compile(SPAN)
_Keys = Mapping[str, Any]


def check_suggest(suggest: _Keys, path: Path, scope: Scope, problems: Problems) -> None:
    """Report every name under `suggest` that does not exist, and every rule that could never apply."""
    if "times" in suggest and "per" not in suggest:
        problems.add((*path, "times"), "'times' needs 'per': day, week or month.")
    for key in ("per", "for"):
        if key in suggest and "times" not in suggest:
            problems.add((*path, key), f"'{key}' needs 'times': how often is enough.", key=True)
    if "before" in suggest:
        _date(suggest["before"], (*path, "before"), scope, problems)
    if "after" in suggest:
        _after(suggest["after"], (*path, "after"), scope, problems)
    if "collection" in suggest.get("while", {}):
        scope.known("collections", suggest["while"]["collection"], (*path, "while", "collection"), problems)
    if "every" in suggest:
        _every(suggest["every"], (*path, "every"), scope, problems)


def _after(after: _Keys, path: Path, scope: Scope, problems: Problems) -> None:
    if not {"series", "marker", "value"} & set(after):
        problems.add(path, "'after' needs a series with 'at_least', a marker, or a value that holds a date.")
    elif "at_least" in after and "series" not in after:
        problems.add((*path, "at_least"), "'at_least' needs 'series': the numbers it is about.", key=True)
    if "marker" in after:
        scope.known("markers", after["marker"], (*path, "marker"), problems)
    if "value" in after:
        _date(after["value"], (*path, "value"), scope, problems)
    if "series" not in after:
        return
    declared = scope.known("series", after["series"], (*path, "series"), problems)
    if "at_least" not in after:
        problems.add((*path, "series"), "'series' needs 'at_least': the number from which on.")
    elif declared is not None:
        _reachable(after["at_least"], after["series"], declared.get("range"), (*path, "at_least"), problems)


def _date(value: str, path: Path, scope: Scope, problems: Problems) -> None:
    """A value that holds a date: of the steps that keep it, one is a `date` step."""
    if scope.known("values", value, path, problems) is None:
        return
    exercises = scope.pack.get("exercises", [])
    kinds = [step["kind"] for one in exercises for step in one.get("steps", []) if step.get("keep") == value]
    if kinds and "date" not in kinds:
        kept = f"The value '{value}' is kept by a '{kinds[0]}' step;"
        problems.add(path, f"{kept} a date is read from it here, so a 'date' step has to keep it.")


def _reachable(least: int, name: str, range_: Any, path: Path, problems: Problems) -> None:
    highest = range_.get("max") if isinstance(range_, Mapping) else None
    if isinstance(highest, int) and least > highest:
        problems.add(path, f"The series '{name}' ends at {highest}, so {least} is never reached.")


def _every(every: str, path: Path, scope: Scope, problems: Problems) -> None:
    """A span, or the id of a value that holds one."""
    values = scope.pack.get("values", {})
    if _SPAN.fullmatch(every) or every in values:
        return
    if "/" in every:
        scope.known("values", every, path, problems)
    else:
        hint = did_you_mean(every, values)
        problems.add(
            path, f"'{shown(every)}' is neither a span such as 2 weeks nor a value of this pack.{hint}"
        )
