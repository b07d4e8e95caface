"""The page for a prescriber, gathered over chosen days: by the packs' `summary:` parts, roles and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.insight import summary
from guide.insight.summary import Facts, Measured, NotTaken
from guide.insight.values import Point, number_of
from guide.journal import page_pieces
from guide.journal.journal import Journal, full_name
from guide.journal.measured import measure_of
from guide.journal.page_choices import Choices
from guide.journal.page_parts import Part, parts, unasked
from guide.journal.page_pieces import Piece
from guide.journal.page_sources import Sources
from guide.model.views import NEVER_ON_THE_PAGE
from guide.steps.update import own_range
from guide.store import derived
from guide.store.records import Kept

__all__ = ["Piece", "facts", "page", "pieces"]

_WORDED: Final = ("sentence", "questions", "through", "costs", "glad", "want")


def page(journal: Journal, choices: Choices) -> summary.Page:
    """The page as a document, to be shown or written out."""
    return summary.summary(facts(journal, choices))


def pieces(journal: Journal, choices: Choices) -> list[Piece]:
    """What can be let in, in the order of the page."""
    return page_pieces.listed(journal, choices, parts(journal), Sources(journal, choices))


def facts(journal: Journal, choices: Choices) -> Facts:
    """What the page is made of."""
    sources, every = Sources(journal, choices), parts(journal)
    inside = page_pieces.let_in(journal, choices, every, sources)
    made: dict[str, list[Any]] = {}
    for part in every:
        for name, value in _made(part, sources, inside):
            made.setdefault(name, []).append(value)
    for piece in inside:
        if piece.part in _WORDED and piece.words:
            made.setdefault(piece.part, []).append(piece.words)
        elif piece.part == "substances":
            made.setdefault(piece.part, []).append(summary.Answered("", piece.words, piece.day))
    since = next(iter(made.pop("since", [])), "")
    found: dict[str, Any] = {name: tuple(one) for name, one in made.items()}
    noted = tuple(sorted(sources.noted))
    today = journal.clock().day
    return Facts(choices.first, choices.last, today, noted=noted, since=since, out=choices.out, **found)


def _made(part: Part, sources: Sources, inside: list[Piece]) -> Iterator[tuple[str, Any]]:
    """What one part gives, with the name of the fact it belongs to."""
    kind, group = part.part, part.group
    if group == "series" and kind in ("flatness", "mood"):
        yield kind, sources.scale(part)
    elif group == "steps" and kind == "sides":
        yield kind, sources.sides(part)
    elif group == "steps" and kind == "words":
        mine = page_pieces.rows_id(part)
        yield "feelings", sources.feelings(part, any(one.id.startswith(mine) for one in inside))
    elif group == "markers" and kind == "medicine":
        for one in sources.medicine(part):
            yield kind, one
    elif group == "collections" and kind == "measures":
        for measured in _measured(part, sources, [one.id for one in inside if one.part == "measures"]):
            yield kind, measured
    elif group == "values" and (kept := sources.value(part)) is not None:
        if unasked(sources.journal, part, kept) or page_pieces.id_of(kept) in {one.id for one in inside}:
            yield from _of_value(part, kept, sources)


def _of_value(part: Part, kept: Kept, sources: Sources) -> Iterator[tuple[str, Any]]:
    """A value that is an answer: it stands there by itself or was let in."""
    kind = part.part
    if kind == "since" and isinstance(kept.value, Mapping) and "date" in kept.value:
        yield kind, str(kept.value["date"])
    elif kind in ("before", "taking", "effects"):
        yield kind, sources.answered(part, kept)
    elif kind == "not-as-prescribed" and (days := number_of(kept.value)) is not None:
        yield "not_taken", NotTaken(days, kept.day)


def _measured(part: Part, sources: Sources, ids: list[str]) -> Iterator[Measured]:
    """The measures that were let in, each with its points up to the last day."""
    journal, choices = sources.journal, sources.choices
    series = _series_of(journal, part.name)
    for item in derived.items_named(journal.store, ids) if ids else ():
        if item.collection != part.name:
            continue
        found = derived.points(journal.store, series, item=item.id, until=choices.last) if series else []
        ends = own_range(item.fields, part.declared.get("scale", {}))
        measure = measure_of(item.id, item.label, item.fields, part.declared)
        low, high = (number_of(ends.get(end)) for end in ("min", "max"))
        yield Measured(measure._replace(low=low, high=high), tuple(map(Point._make, found)))


def _series_of(journal: Journal, collection: str) -> str:
    """The series that holds the numbers of a collection with scales of its own."""
    pack = collection.split("/")[0]
    for name, one in journal.library.packs.get(pack, {}).get("series", {}).items():
        mine = one.get("range") == "from-item" and full_name(pack, one.get("per", "")) == collection
        if mine and one.get("role") not in NEVER_ON_THE_PAGE["series"]:
            return full_name(pack, name)
    return ""
