"""An item of a collection with a `scale`, as the plain measure that insight reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.clean import clean
from guide.insight.measures import Measure
from guide.insight.values import number_of


def measure_of(item: str, label: str, fields: Mapping[str, Any], declared: Mapping[str, Any]) -> Measure:
    """An item read by its collection's `scale`; a field that is not there, or is no number, is left out."""
    scale, known = declared.get("scale", {}), declared.get("fields", {})
    found = {key: fields.get(name) for key, name in scale.items()}
    when = found.get("at")
    remembered = bool(known.get(scale.get("at", ""), {}).get("remembered"))
    return Measure(
        id=item,
        label=clean(label),
        better=str(found.get("better") or ""),
        start=number_of(found.get("baseline")),
        when=str(when.get("date", "")) if isinstance(when, Mapping) else str(when or ""),
        remembered=remembered or not when,
    )
