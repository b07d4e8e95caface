"""Why something is asked, and how sure that is: the reason, and each source with what it says and cannot show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from guide.clean import one_line
from guide.journal.library import Exercise, Library
from guide.steps.base import Step
from guide.words import why as words


class Source(NamedTuple):
    """One source in plain sentences, and the full citation, with its address where the pack gives one."""

    says: str
    limits: str
    cite: str


class Why(NamedTuple):
    """The page: the step's `help`, the exercise's reasons as `lines`, and the `sources` of both, the step's first."""

    help: str
    lines: list[str]
    sources: list[Source]


def why(library: Library, exercise: Exercise, step: Step | None) -> Why:
    """What there is to say about a step. Where nothing is cited, or nothing is written at all, a line says so."""
    pack = exercise.ref.split("/")[0]
    there = pack in library.packs
    sources: Mapping[str, Any] = library.packs.get(pack, {}).get("sources", {})
    cites = [*((step or {}).get("cites") or []), *(exercise.data.get("cites") or [])]

    found = [_source(library, pack, sources[name]) for name in dict.fromkeys(cites) if name in sources]
    reason = library.say(pack, exercise.data.get("why")) if there else ""
    lines = [line for line in map(one_line, reason.split("\n")) if line] or [words.NOTHING]
    if there and not found:
        lines.append(words.NOT_CITED if pack in library.ours else words.NOT_CITED_THEIRS)
    return Why(str((step or {}).get("help") or "").strip(), lines, found)


def _source(library: Library, pack: str, declared: Mapping[str, Any]) -> Source:
    says, limits, cite, url = (
        one_line(library.say(pack, declared.get(key))) for key in ("says", "limits", "cite", "url")
    )
    return Source(says, limits, " ".join(filter(None, (cite, url))))
