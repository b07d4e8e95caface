"""Rows against columns: for each word, or each item of a collection, how it is today."""

from __future__ import annotations

from guide.steps.base import (
    GIVEN,
    Answer,
    Json,
    Kind,
    Making,
    Problem,
    Step,
    World,
    clean_words,
)
from guide.steps.fields import Flag, Ident, Plain, Text, Word
from guide.steps.groups import ListOf, MapOf, TextOr
from guide.steps.problems import Path, Problems

ROW = TextOr({"tags": ListOf(Ident(), most=8), "off": Flag()}, what="A row")
COLUMN = TextOr(
    {"counts": Ident(), "state": Word("no-occasion", "cannot-tell"), "key": Plain(r"[^\s]", "one character")},
    what="A column",
)
OWN_MOST = 20


class GridKind(Kind):
    """Any row may be left open; rows that are `off` appear once the person switches them on."""

    name = "grid"
    fields = {
        "prompt": Text(required=True),
        "rows": MapOf(ROW),
        "from": Plain(),
        "columns": MapOf(COLUMN, most=9, required=True),
        "own_rows": Flag(),
    }

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        if "rows" in step and "from" in step:
            problems.add(
                (*path, "from"),
                "A grid has rows of its own or takes them from a collection, not both.",
                key=True,
            )
        elif "rows" not in step and "from" not in step:
            problems.add(path, "A 'grid' step needs the key 'rows', or 'from' with the name of a collection.")
        counted: dict[str, str] = {}
        for name, column in (step.get("columns") or {}).items():
            key = column.get("key")
            if key is not None and key in counted:
                problems.add(
                    (*path, "columns", name, "key"),
                    f"The key '{key}' is already used by column '{counted[key]}'.",
                )
            counted[key or ""] = name

    def sources(self, step: Step) -> list[str] | None:
        return [step["from"]] if "from" in step and not step.get("own_rows") else None

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        if "from" in frozen:
            items = world.items([frozen["from"]], "oldest")
            frozen["rows"] = {one["item"]: {"text": one["label"]} for one in items}

    def tries(self, frozen: Step) -> list[Json]:
        rows = list(frozen.get("rows") or {})
        full: list[Json] = [{"cells": dict.fromkeys(rows, column)} for column in frozen.get("columns") or {}]
        one: list[Json] = [
            {"cells": {row: column}} for row in rows[:1] for column in frozen.get("columns") or {}
        ]
        own = [
            {"own": [{"text": "another word", "column": column}]} for column in frozen.get("columns") or {}
        ]
        return [*one, *full, *(own[:1] if frozen.get("own_rows") else [])] if rows or own else []

    def columns(self, step: Step) -> list[str]:
        """The names that may follow the dot in a reference."""
        return list(step.get("columns") or {})

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if not isinstance(raw, dict):
            raise Problem("Please choose a column for a row.")
        cells = {}
        given, own_given = raw.get("cells") or {}, raw.get("own") or []
        if not isinstance(given, dict) or not isinstance(own_given, list):
            raise Problem("Please choose a column for a row.")
        for row, column in given.items():
            if not isinstance(column, str) or row not in frozen["rows"] or column not in frozen["columns"]:
                raise Problem("That row or column is not on this page.")
            cells[row] = column
        own = [self._own(frozen, one) for one in own_given] if frozen.get("own_rows") else []
        if len(own) > OWN_MOST:
            raise Problem(f"Up to {OWN_MOST} words of your own fit here.")
        if not cells and not own:
            raise Problem("Nothing to keep yet: please choose something, or leave it open.")
        return Answer(GIVEN, {"cells": cells, "own": own})

    def _own(self, frozen: Step, one: Json) -> Json:
        words = clean_words(one.get("text") if isinstance(one, dict) else None, most=80)
        column = one.get("column")
        if not words or not isinstance(column, str) or column not in frozen["columns"]:
            raise Problem("A word of your own needs the word and an answer.", "own")
        return {"text": words, "column": column}

    def empty(self, raw: Json) -> bool:
        return not raw or (isinstance(raw, dict) and not raw.get("cells") and not raw.get("own"))

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        value = answer.value or {}
        return sum(1 for column in value.get("cells", {}).values() if column == part) + sum(
            1 for own in value.get("own", []) if own["column"] == part
        )

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        value = answer.value or {}
        lines = []
        for name, column in frozen["columns"].items():
            rows = [
                frozen["rows"][row]["text"]
                for row, chosen in value.get("cells", {}).items()
                if chosen == name
            ]
            rows += [own["text"] for own in value.get("own", []) if own["column"] == name]
            if rows:
                lines.append(f"{column['text']}: {', '.join(rows)}")
        return lines

    def words(self, frozen: Step, answer: Answer) -> str:
        return "; ".join(self.review(frozen, answer))


KIND = GridKind()
