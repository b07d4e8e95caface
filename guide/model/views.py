"""What a pack may ask for under `progress:` and `summary:`: the parts, and the keys each of them takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guide.steps.fields import Field, Flag, Plain, Text, Word
from guide.steps.groups import chosen_schema, read_keys
from guide.steps.problems import Path, Problems, wrong_shape

_NAME: Final = Plain()
_NEEDED: Final = Plain(required=True)
_STEP: Final[dict[str, Field]] = {"exercise": _NEEDED, "step": _NEEDED}

PROGRESS: Final[dict[str, dict[str, Field]]] = {
    "line": {"series": _NEEDED, "per": _NAME},
    "ease": {"series": _NEEDED, "before": _NAME, "per": _NAME},
    "balance": _STEP,
    "grid": _STEP,
    "mix": _STEP,
    "words": _STEP,
    "items": {"collection": _NEEDED},
    "measures": {"collection": _NEEDED, "series": _NEEDED},
    "plans": {"collection": _NEEDED, "field": _NAME},
    "dates": {"marker": _NEEDED},
}
"""The keys of each part of the progress view. Every part takes `show` and `title` besides."""

PROGRESS_KINDS: Final = tuple(PROGRESS)

SUMMARY_PARTS: Final = (
    "sentence",
    "questions",
    "medicine",
    "substances",
    "taking",
    "not-as-prescribed",
    "flatness",
    "since",
    "before",
    "sides",
    "words",
    "through",
    "costs",
    "glad",
    "want",
    "mood",
    "measures",
    "effects",
)
"""The parts of the page for a prescriber. Where each stands on the page is not the pack's to say."""

NEVER_ON_THE_PAGE: Final[dict[str, tuple[str, ...]]] = {
    "collections": ("sentences", "evidence", "plans", "support", "contacts"),
    "series": ("discomfort", "expected", "believable", "felt"),
}
"""Roles of what no pack can put on that page: sentences, credit and discomfort, and other people (care rule 17)."""

UNASKED_ON_THE_PAGE: Final = ("medicine", "flatness", "mood", "sides", "words")
"""Parts of names, dates and counts that stand there unasked. None of them can be let in by itself."""

ROLE_ON_THE_PAGE: Final = {"medicine": "medicine", "flatness": "flatness", "mood": "mood", "sides": "side"}
"""By such a part: the role of what it may stand on in another pack. A part that is not here can stand on lists and
values of another pack, of which each piece is let in by itself, and on no step of it: credit, or "I might not be
safe", is asked in steps like any other (care rule 17)."""


class Chosen(Field):
    """A group of keys, one of which (`by`) decides which others there are.

    What is no group, or of no known kind, stays as a group with what could be read, so that the places of
    the parts after it keep their numbers.
    """

    def __init__(
        self, by: str, kinds: Mapping[str, Mapping[str, Field]], common: Mapping[str, Field], what: str
    ) -> None:
        super().__init__()
        self.by, self.kinds, self.common, self.what = by, kinds, common, what

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, dict):
            problems.add(path, wrong_shape(raw, f"a group of keys with '{self.by}'"))
            return {}
        kind = Word(*self.kinds, required=True)
        if self.by not in raw:
            known = {key: _NAME for fields in self.kinds.values() for key in fields}
            read_keys(raw, {self.by: kind, **known, **self.common}, path, problems, self.what)
            return {}
        name = raw[self.by]
        if not isinstance(name, str) or name not in self.kinds:
            kind.read(name, (*path, self.by), problems)
            return {}
        fields = {self.by: kind, **self.kinds[name], **self.common}
        return read_keys(raw, fields, path, problems, f"{self.what} with '{self.by}: {name}'")

    def schema(self) -> dict[str, Any]:
        return chosen_schema(self.by, self.kinds, self.common)


PROGRESS_PART: Final = Chosen("show", PROGRESS, {"title": Text(max_length=80)}, "A progress part")
SUMMARY_PART: Final = Chosen(
    "part",
    {name: {"from": _NEEDED} for name in SUMMARY_PARTS},
    {"free_text": Flag()},
    "A summary part",
)
