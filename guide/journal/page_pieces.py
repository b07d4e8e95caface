"""Pieces of the page for a prescriber: what is let in one by one, or stays out.

A piece is a person's own words, or an answer that they may want to keep to themselves (what is taken, what else
was noticed). A new answer is a new piece, so that nothing goes along that nobody chose; a correction of an answer that
was let in is the same piece, and stays in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from guide.clean import one_line
from guide.errors import GuideError
from guide.journal import items
from guide.journal.journal import Journal
from guide.journal.page_choices import Choices, remember
from guide.journal.page_parts import Part, keepers, unasked
from guide.journal.page_sources import Sources, has_hidden
from guide.steps import KINDS
from guide.steps.base import GIVEN, Answer
from guide.store import derived
from guide.store.records import Item, Kept
from guide.words import summary as words

SECTION_OF: Final = {
    "sentence": "say",
    "questions": "say",
    "substances": "medicine",
    "taking": "medicine",
    "not-as-prescribed": "medicine",
    "since": "flatness",
    "before": "flatness",
    "hidden-rows": "words",
    **{name: name for name in ("through", "costs", "glad", "want", "measures", "effects")},
}
"""The parts that are pieces, in the order of the page, and the section each stands in."""
LISTED: Final = 40
"""Pieces of one part that are listed; of more, the newest."""
STEPS: Final = ("short", "long", "choice", "choices", "list")
_HIDDEN: Final = "hidden-rows"


class Piece(NamedTuple):
    """Something that can be let in. `item` says that it is an item, whose tick lets it in; `on` that it is in.

    `older` are the ids of earlier answers in its place that were let in, as far as they were asked for.
    """

    id: str
    part: str
    words: str
    day: str = ""
    item: bool = False
    on: bool = False
    older: frozenset[str] = frozenset()


def let_in(journal: Journal, choices: Choices, every: Sequence[Part], sources: Sources) -> list[Piece]:
    """The pieces that are in: found by their ids, however much else there is."""
    ids = {*choices.let_in, *items.ticked_ids(journal)}
    found = _in_order(_chosen(journal, ids))
    return [piece for part in every for piece in _of(part, found, ids, sources) if piece.on]


def listed(journal: Journal, choices: Choices, every: Sequence[Part], sources: Sources) -> list[Piece]:
    """Every piece there is, in the order of the page, the newest of each part first.

    What is let in has no place of its own: a list that moved under a hand would let in another piece.
    """
    ids = {*choices.let_in, *items.ticked_ids(journal)}
    names = {part.name for part in every if part.group == "collections" and part.part in SECTION_OF}
    found = [one for name in sorted(names) for one in derived.items(journal.store, name, limit=LISTED)]
    known = {one.id for one in found}
    found += [one for one in _chosen(journal, ids) if one.id not in known]  # older than all that are listed
    ordered = _in_order(found)
    pieces = [piece for part in every for piece in _of(part, ordered, ids, sources, everything=True)]
    order = list(SECTION_OF)
    return sorted(pieces, key=lambda piece: order.index(piece.part))


def _chosen(journal: Journal, ids: set[str]) -> list[Item]:
    """The items that are let in, the newest first."""
    named = [one for one in ids if "/" not in one]
    return derived.items_named(journal.store, named) if named else []


def _in_order(found: Sequence[Item]) -> list[Item]:
    """The newest answer first, and within it as it was written; `found` is each list the newest first."""
    return sorted(reversed(found), key=lambda one: one.at, reverse=True)


def _of(
    part: Part, found: Iterable[Item], ids: set[str], sources: Sources, *, everything: bool = False
) -> Iterator[Piece]:
    """The pieces of one part."""
    if part.part == "words" and part.group == "steps":
        yield from _hidden_rows(part, ids, sources, everything)
    elif part.part not in SECTION_OF:
        return
    elif part.group == "collections":
        for one in found:
            if one.collection == part.name:
                label = one_line(one.label)
                yield Piece(one.id, part.part, label, one.day, True, one.id in ids)
    elif part.group == "values" and (kept := sources.value(part)) is not None:
        if not unasked(sources.journal, part, kept):
            id_, said = id_of(kept), sources.answered(part, kept).words
            older = _older(part, kept, ids, sources) if everything else frozenset()
            yield Piece(id_, part.part, said, kept.day, on=id_ in ids, older=older)
    elif part.group == "steps" and (everything or any("/" in one for one in ids)):
        yield from _answers(part, ids, sources)


def id_of(kept: Kept) -> str:
    """The id of the piece that an answer kept as a value is."""
    return f"{kept.entry}/{kept.step}"


def rows_id(part: Part) -> str:
    """How the ids of its rows that are off at first begin; the entry with the newest answer in them ends it."""
    return f"{_HIDDEN}/{part.name}/{part.step}/"


def _answers(part: Part, ids: set[str], sources: Sources) -> Iterator[Piece]:
    """The newest answers to a step, and every older one that was let in."""
    given = [one for one in sources.answers(part, STEPS) if one.state == GIVEN]
    for place, one in enumerate(reversed(given)):
        id_ = f"{one.entry}/{part.step}"
        if place < LISTED or id_ in ids:
            value: Any = one.value
            said = KINDS[one.frozen["kind"]].words(one.frozen, Answer(GIVEN, value))
            yield Piece(id_, part.part, one_line(said), one.day, on=id_ in ids)


def _hidden_rows(part: Part, ids: set[str], sources: Sources, everything: bool) -> Iterator[Piece]:
    mine = rows_id(part)
    known = {one for one in ids if one.startswith(mine)}
    if (everything or known) and (newest := sources.newest_hidden(part)) is not None:
        id_ = mine + newest.entry
        older: frozenset[str] = frozenset()
        if everything and known - {id_}:
            whole = sources.ever(part.name, part.step)
            before = {one.entry for one in whole if has_hidden(one) and one.at < newest.at}
            older = frozenset(one for one in known if one.removeprefix(mine) in before)
        yield Piece(id_, _HIDDEN, words.HIDDEN_ROWS, newest.day, on=id_ in ids, older=older)


def _older(part: Part, kept: Kept, ids: set[str], sources: Sources) -> frozenset[str]:
    """Answers that were let in before this one was given, and are there still."""
    found: set[str] = set()
    for exercise, step in keepers(sources.journal, part.name):
        names = [step["id"], *step.get("formerly", [])]
        known = {one for one in ids if one.partition("/")[2] in names} - {id_of(kept)}
        if known:
            given = [one for one in sources.ever(exercise, step["id"]) if one.state == GIVEN]
            before = {one.entry for one in given if one.at < kept.at}
            found |= {one for one in known if one.partition("/")[0] in before}
    return frozenset(found)


def replaced(every: Iterable[Piece]) -> str:
    """A sentence on pieces that were let in and are out because something newer was answered; empty without any."""
    names = dict.fromkeys(words.PIECE_OF[one.part] for one in every if one.older and not one.on)
    return words.REPLACED.format(names="; ".join(names)) if names else ""


def turn(journal: Journal, choices: Choices, piece: Piece) -> Choices:
    """Let a piece in, with the section it stands in, or take it out again; the choice is kept.

    Raises GuideError when nothing can be kept.
    """
    ids, out = choices.let_in - {piece.id} - piece.older, choices.out
    if piece.item and items.can_tick(journal, piece.id):
        if (piece.id in items.ticked_ids(journal)) == piece.on:
            items.tick(journal, piece.id)
    elif not piece.on:
        ids |= {piece.id}
    if not piece.on:
        out -= {SECTION_OF[piece.part]}
    after = choices._replace(let_in=ids, out=out)
    if after != choices:
        remember(journal, after)
    return after


def call(piece: Piece) -> str:
    """What a person types for a piece: the beginning of its id, and for an answer the name of its step."""
    entry, _, step = piece.id.partition("/")
    if piece.part == _HIDDEN:
        return _HIDDEN
    return f"{entry[:8]}/{step}" if step else entry[:8]


def named(every: Sequence[Piece], names: Iterable[str]) -> frozenset[str]:
    """The ids of the pieces that these names mean: a part ("costs"), or the beginning of the id of one piece.

    Names of sections are none: a section holds parts that nobody has named. Raises GuideError for any other name.
    """
    found: set[str] = set()
    for name in names:
        inside = [one.id for one in every if name == one.part]
        if not inside and name not in SECTION_OF:
            inside = [one.id for one in every if name == call(one)] or [
                one.id for one in every if len(name) >= 4 and one.id.startswith(name)
            ]
            if len(set(inside)) != 1:
                text = words.SEVERAL_PIECES if inside else words.NOT_A_PART
                remedy = words.NOT_A_PART_REMEDY.format(parts=", ".join(SECTION_OF))
                raise GuideError(text.format(name=one_line(name)[:40]), remedy, code=2)
        found.update(inside)
    return frozenset(found)
