"""A pack: the keys of its first file, and what must fit together across all of it."""

from __future__ import annotations

from typing import Final

from guide.model.exercise import COLLECTION_FIELD, RANGE_ENDS, ExerciseField
from guide.model.views import PROGRESS_PART, SUMMARY_PART
from guide.steps.fields import Field, Ident, Plain, Text, Whole, Word
from guide.steps.groups import ListOf, MapOf, Record, Shape

FORMAT: Final = 1
SERIES_ROLES: Final = ("flatness", "mood", "discomfort", "expected", "believable", "felt")
COLLECTION_ROLES: Final = ("sentences", "evidence", "measures", "plans", "support", "contacts", "got-through")
BUILT_IN_ONLY: Final = ("support", "contacts", "quick-log", "appointment")
"""Roles that only the pack shipped with the program may take."""

_BETTER: Final = ("lower", "higher", "none")

PACK: Final[dict[str, Field]] = {
    "format": Whole(1, 999, required=True),
    "id": Ident(required=True),
    "version": Plain(r"\d+(\.\d+){0,3}(-[a-z0-9.]+)?", 'a version such as "1.0.0"', required=True),
    "title": Text(required=True, max_length=80),
    "about": Text(max_length=400),
    "language": Plain(r"[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?", "a language code such as en", required=True),
    "license": Plain(says="the name of a licence"),
    "authors": ListOf(Plain(says="a name"), most=50),
    "uses": ListOf(Ident(), or_one=True, most=10),
    "sources": MapOf(
        Record(
            {
                "cite": Text(required=True),
                "says": Text(max_length=600),
                "limits": Text(max_length=600),
                "url": Plain(),
            },
            what="A source",
        ),
        most=200,
    ),
    "doors": MapOf(Record({"title": Text(required=True, max_length=60)}, what="A door"), most=8),
    "series": MapOf(
        Record(
            {
                "title": Text(required=True, max_length=80),
                "role": Word(*SERIES_ROLES),
                "range": Shape(Word("from-item"), Record(RANGE_ENDS, what="A range")),
                "unit": Text(max_length=40),
                "per": Ident(),
                "better": Word(*_BETTER, "from-item"),
            },
            what="A series",
        )
    ),
    "collections": MapOf(
        Record(
            {
                "title": Text(required=True, max_length=80),
                "role": Word(*COLLECTION_ROLES),
                "fields": MapOf(COLLECTION_FIELD, most=12, required=True),
                "label": Text(required=True, max_length=200),
                "scale": Record(
                    {name: Ident() for name in ("min", "max", "better", "baseline", "at")}, what="'scale'"
                ),
            },
            what="A collection",
        )
    ),
    "markers": MapOf(
        Record(
            {
                "title": Text(required=True, max_length=80),
                "role": Word("medicine"),
                "fields": MapOf(COLLECTION_FIELD, most=12),
                "label": Text(max_length=200),
            },
            what="A marker",
        )
    ),
    "values": MapOf(
        Record(
            {"title": Text(required=True, max_length=80), "default": Text(required=True, max_length=200)},
            what="A value",
        )
    ),
    "progress": ListOf(PROGRESS_PART),
    "summary": ListOf(SUMMARY_PART),
    "exercises": ListOf(ExerciseField(), most=400, holes=True, least=1, required=True),
}
