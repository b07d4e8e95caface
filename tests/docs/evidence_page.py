"""The lines of docs/evidence.md, and what is held against each other: the lines, the program, and its sources.

Each check gives back what is wrong as sentences; an empty list is what a test wants. They take the pack and the lines as
values, so that a test can plant something in a copy and see it found.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from .blocks import codes, sections, tables
from .claims import HARD, SAYS_SO, Pack, claims, flat, kinds, sentences, words_texts

OURS: Final = "ours"
PLAIN: Final = "plain"


class Row(NamedTuple):
    """One line of the page: a claim, its places, and where it comes from."""

    id: str
    says: str
    places: list[str]
    sources: list[str]
    kind: str
    strength: str

    def covers(self, sentence: str) -> bool:
        """Whether this line holds a sentence. One that begins with three dots holds any sentence that ends so."""
        if self.says.startswith("… "):
            return sentence.endswith(self.says[2:])
        return sentence in self.says

    def stands_in(self, text: str) -> bool:
        """Whether a text holds this line, word for word."""
        return self.says.removeprefix("… ") in text


def rows(text: str) -> list[Row]:
    """The lines of every table of claims."""
    found = []
    for table in tables(text):
        if table[0][:4] == ["id", "what the program says", "where", "from"]:
            for number, says, where, source, strength in table[1:]:
                kind = "" if codes(source) else source
                found.append(Row(codes(number)[0], says, codes(where), codes(source), kind, strength))
    return found


def texts_by_place(pack: Pack) -> dict[str, str]:
    """Place -> all its text, lists of the program's own words joined."""
    found: dict[str, list[str]] = {}
    for place, text in [*pack.texts(), *words_texts()]:
        found.setdefault(place, []).append(flat(text))
    return {place: " ".join(some) for place, some in found.items()}


def unlisted(pack: Pack, listed: Iterable[Row]) -> list[str]:
    """Claims that stand in no line that names their place."""
    at: dict[str, list[Row]] = {}
    for row in listed:
        for place in row.places:
            at.setdefault(place, []).append(row)
    return [
        f"{place}: {sentence}"
        for place, sentence in [*claims(pack.texts()), *claims(words_texts())]
        if not any(row.covers(sentence) for row in at.get(place, []))
    ]


def unsourced(pack: Pack, listed: Iterable[Row]) -> list[str]:
    """Places that make a claim from a source and do not cite it, and sources that are not declared."""
    known, found = set(pack.declared["sources"]), []
    for row in listed:
        found += [f"{row.id}: no source '{name}'" for name in row.sources if name not in known]
        for place in row.places:
            if "/" in place:
                lacking = set(row.sources) and not set(row.sources) & pack.cited(place)
                found += [f"{row.id}: {place} does not cite {' or '.join(row.sources)}"] if lacking else []
    return found


def missing(pack: Pack, listed: Iterable[Row]) -> list[str]:
    """Lines that the program does not say where they are said to stand."""
    at = texts_by_place(pack)
    return [
        f"{row.id}: {place}"
        for row in listed
        for place in row.places
        if place not in at or not row.stands_in(at[place])
    ]


def unowned(pack: Pack, listed: Iterable[Row]) -> list[str]:
    """Our own judgements that do not say so, and lines called plain that only a study or a count could show."""
    at = texts_by_place(pack)
    silent = [
        f"{row.id}: {place} does not say that this is our own judgement"
        for row in listed
        if row.kind == OURS
        for place in row.places
        if not SAYS_SO.search(at.get(place, ""))
    ]
    hard = [
        f"{row.id}: only a source can say: {one}"
        for row in listed
        if row.kind == PLAIN
        for one in sentences(row.says)
        if kinds(one) & HARD
    ]
    return silent + hard


def sources_off(pack: Pack, text: str) -> list[str]:
    """Sources that nothing cites, that lack what they say or cannot show, or that the page gives otherwise."""
    table = next(one for one in tables(sections(text)["Sources"]) if one[0][0] == "id")
    listed = {codes(row[0])[0]: row[1:4] for row in table[1:]}
    found = [
        f"{name}: on the page, not in the pack" for name in listed if name not in pack.declared["sources"]
    ]
    for name, one in pack.declared["sources"].items():
        parts = [flat(one.get(key, "")) for key in ("cite", "says", "limits")]
        found += [f"{name}: nothing cites it"] if name not in pack.all_cited() else []
        found += [f"{name}: without 'says' or 'limits'"] if not all(parts) else []
        found += [f"{name}: the page does not give it in these words"] if listed.get(name) != parts else []
    return found + [
        f"{name}: cited and not declared" for name in pack.all_cited() - set(pack.declared["sources"])
    ]
