"""Records on their way into an export, brought into the shape that reading asks for, or set aside by their names.

A notebook in which something is damaged is taken away as well: one record that nobody could read back would make the
whole file useless. What a person wrote stays in wherever it can; what goes is the order, a date beside it, a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from guide.steps.base import Json
from guide.store import transfer_shape
from guide.store.database import Store
from guide.store.encode import Unreadable

_NO_SEAL: Final = {"checksum": "0" * 32}
_LOST: Final = """
    SELECT frozen FROM steps UNION SELECT frozen FROM answers WHERE frozen IS NOT NULL
    EXCEPT SELECT hash FROM frozen"""


class Fitting:
    """One export under way. `lost` are the hashes of steps as shown that are not in the file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lost: set[str] = {row[0] for row in store.query(_LOST)}

    def plain(self, name: str, key: str, records: Iterable[dict[str, Json]]) -> Iterator[dict[str, Json]]:
        """The records of a list that can stand there as they are; `key` names the others."""
        for record in records:
            if _fits(name, record):
                yield record
            else:
                self._store.set_aside(f"{_CALLED[name]} {str(record[key])[:8]}".strip())

    def shown(self, hashed: str, step: dict[str, Json] | None) -> dict[str, Json] | None:
        """A step as it was shown; None for one that cannot be read, which entries then do without."""
        record = {"hash": hashed, "step": step}
        if step is not None and _fits("shown", record):
            return record
        self._store.set_aside(f"step as shown {str(hashed)[:8]}")
        self.lost.add(hashed)
        return None

    def entry(self, record: dict[str, Json]) -> dict[str, Json] | None:
        """An entry without its checksum. What in it cannot stand in a file goes; None when that is the whole of it."""
        found = record if not self._refers_to_lost(record) and _placed(record) else self._asked(record)
        if not _fits("entries", found | _NO_SEAL):
            found = self._repaired(found)
        if _fits("entries", found | _NO_SEAL):
            return found
        self._store.set_aside(f"entry {str(record['id'])[:8]}")
        return None

    def _refers_to_lost(self, record: dict[str, Json]) -> bool:
        return bool(self.lost) and any(
            one["shown"] in self.lost for several in ("steps", "answers") for one in record[several]
        )

    def _asked(self, record: dict[str, Json]) -> dict[str, Json]:
        """Steps that cannot be read go, and answers to them stay without their question; a step whose place is lost
        stands behind the others, as its latest answer says that it was shown."""
        steps = [one for one in record["steps"] if one["shown"] not in self.lost]
        for one in record["steps"]:
            if one["shown"] in self.lost:
                self._store.set_aside(f"step {one['step']} as shown in entry {record['id'][:8]}")
        answers = [one | {"shown": None} if one["shown"] in self.lost else one for one in record["answers"]]
        last = max([one["position"] for one in steps], default=-1)
        for n, (step, shown) in enumerate(_unplaced(steps, answers), 1):
            steps.append({"step": step, "position": last + n, "shown": shown})
        return record | {"steps": steps, "answers": answers}

    def _repaired(self, record: dict[str, Json]) -> dict[str, Json]:
        """What stands beside the words is put right: moments, places. Answers that cannot be shaped are named."""
        fits = transfer_shape.fits
        ended = record["ended"] or record["started"]
        changed = record["changed"] if fits("changed", record["changed"]) else ended["utc"]
        trashed = record["trashed"] if fits("trashed", record["trashed"]) else changed
        cursor = record["cursor"] if fits("cursor", record["cursor"]) else None
        steps = [
            one if fits("step", one) else one | {"position": place}
            for place, one in enumerate(record["steps"])
        ]
        typing = [one if fits("typing", one) else one | {"at": changed} for one in record["typing"]]
        return record | {
            "changed": changed, "trashed": trashed, "cursor": cursor,
            "steps": self._that_fit("step", steps, record), "typing": self._that_fit("typing", typing, record),
            "answers": self._that_fit("answer", record["answers"], record),
        }  # fmt: skip

    def _that_fit(self, part: str, several: list[Any], record: dict[str, Json]) -> list[Any]:
        for one in several:
            if not transfer_shape.fits(part, one):
                self._store.set_aside(f"{_PARTS[part]} {one['step']} in entry {record['id'][:8]}")
        return [one for one in several if transfer_shape.fits(part, one)]


_CALLED: Final = {"declarations": "declaration", "choices": "choice", "items": "item", "deleted": "deletion"}
_PARTS: Final = {"step": "step", "typing": "what was being typed at", "answer": "an answer to"}


def _fits(name: str, record: Json) -> bool:
    try:
        transfer_shape.checked(name, record)
    except Unreadable:
        return False
    return True


def _placed(record: dict[str, Json]) -> bool:
    """Whether each answer that was given to a step has that step in its place."""
    there = {one["step"] for one in record["steps"]}
    return all(one["step"] in there for one in record["answers"] if one["shown"] is not None)


def _unplaced(steps: list[Any], answers: list[Any]) -> list[tuple[str, str]]:
    """Steps of answers that have no place, with what their latest answer was given to, the first answered first."""
    there, found, first = {one["step"] for one in steps}, dict[str, str](), dict[str, str]()
    for one in answers:
        if one["step"] not in there and one["shown"] is not None:
            found[one["step"]] = one["shown"]
            first.setdefault(one["step"], str(one["at"]))
    return sorted(found.items(), key=lambda pair: first[pair[0]])
