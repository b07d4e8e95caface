"""What a list that marks dates was given without one: it stands on no line, and on the page all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guide.journal.journal import Journal, full_name
from guide.steps.items import label_of
from guide.steps.parts import part_words
from guide.store import derived
from guide.store.records import StepAnswer


def undated_marks(journal: Journal, marker: str) -> list[tuple[Mapping[str, Any], str]]:
    """Fields and label of every record noted for a marker (`pack/name`) without a date, the latest note first."""
    found: dict[tuple[str, str], StepAnswer] = {}
    for ref, step in _steps(journal, marker):
        for exercise, name in journal.library.former_names(ref, step):
            for one in derived.answers_of(journal.store, exercise, name):
                if one.frozen.get("kind") == "list" and "home" in one.frozen:
                    found.setdefault((one.entry, step), one)
    latest = sorted(found.values(), key=lambda one: one.at, reverse=True)
    return [record for one in latest for record in _undated(one)]


def _steps(journal: Journal, marker: str) -> Iterator[tuple[str, str]]:
    """(exercise, step) of every step that sets this marker."""
    for pack, data in journal.library.packs.items():
        for exercise in data.get("exercises", []):
            for step in exercise["steps"]:
                if step.get("mark") and full_name(pack, str(step["mark"])) == marker:
                    yield full_name(pack, exercise["id"]), step["id"]


def _undated(one: StepAnswer) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The records of one answer that have no date, labelled as their marker would be."""
    home, parts = one.frozen["home"], one.frozen.get("record") or {}
    options = home.get("options") or {}
    dates = [name for name, part in parts.items() if part["kind"] == "date"]
    for record in one.value if isinstance(one.value, list) else []:
        fields = record.get("fields") or {}
        if any(isinstance(fields.get(name), Mapping) and "date" in fields[name] for name in dates):
            continue
        known = {
            name: part_words(parts[name], value)
            if name in parts and parts[name]["kind"] == "choice" and name not in options
            else value
            for name, value in fields.items()
            if name not in dates
        }
        yield known, label_of(home.get("label", ""), known, options) or str(home.get("title", ""))
