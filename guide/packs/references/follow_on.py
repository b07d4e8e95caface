"""One cause, one report: what is only wrong because something else could not be read is left unsaid.

A series whose range is misspelt is not there for the checks that come after, and every `track:` would
complain of it. The reader reports what it cannot read; from those places this module knows which names are
in doubt, and whatever is then said about such a name waits until it can be read. A name that could not be
read at all (a step without an id, or with a wrong one) may be any name that nothing declares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from guide.model.exercise import EXERCISE
from guide.model.pack import PACK
from guide.model.piping import slots
from guide.steps.fields import IDENT, TEXT
from guide.steps.problems import Found, Path, nearest

_GROUPS: Final = ("series", "collections", "markers", "values", "doors", "sources")
_SEEN: Final = dict.fromkeys(
    ("id", "kind", "options", "columns", "rows", "from", "collect", "record", "own", "range", "track")
)
"""Keys of a step that what is said of other steps may stand on."""
_BESIDE: Final = {
    "record": ("collect", "mark"), "own": ("from",), "ask": ("from",), "where": ("from",), "of": ("track",),
    "track": ("of",),
}  # fmt: skip
"""Key of a step -> the keys that what is said about it may come from."""
_ID_KEYS: Final = {"id": None, "kind": None}
_LOOKED_AT: Final = dict.fromkeys(("track", "of", "from", "collect", "mark"))
_STRANGE: Final = 100  # unknown keys compared with those there are


def first_causes(
    said: Sequence[Found],
    pack: Mapping[str, Any],
    read: Sequence[Found],
    raw: Mapping[str, Any],
    *,
    cut: bool = False,
) -> list[Found]:
    """What was said about the names of a pack, without what follows from a place that could not be read.

    `read` are the reader's own problems, by the key paths of `raw`; `said` is by those of `pack`, the
    normalised pack with `exercises` and `steps` that could not be read at all left out. `cut`: a file broke
    off, and anything may be further down.
    """
    lost = cut or _lost(raw)
    if not read and not lost:
        return list(said)
    doubt = _Doubt(pack, read, raw, lost)
    return [one for one in said if one.warning or not doubt.about(one.path)]


def _lost(raw: Mapping[str, Any]) -> bool:
    """Whether the file of an exercise could not be read, which is reported in that file."""
    listed = raw.get("exercises")
    return not isinstance(listed, list) or any(entry is None for entry in listed)


class _Doubt:
    """Which names could not be read."""

    def __init__(
        self, pack: Mapping[str, Any], read: Iterable[Found], raw: Mapping[str, Any], lost: bool
    ) -> None:
        self.pack, self.raw = pack, raw
        self.names: set[str] = set()
        self.steps: dict[str, set[str]] = {}  # exercise -> steps
        self.any_name = lost
        self.meant: dict[tuple[str, int], str] = {}
        self.ids: dict[int, str] = {}
        self.any_step: set[str] = set()  # exercises
        self.around: set[Path] = set()  # groups with a key that could not be read, by ids
        self.keys: set[Path] = set()  # those keys themselves
        for found in read:
            self._note(found.path)
        self.known = self._declared() if self.any_name or self.any_step else set()
        self.every_step = set[str]().union(*self.steps.values())

    # -- what could not be read -------------------------------------------------------------------------
    def _note(self, path: Path) -> None:
        place = self._by_ids(self.raw, path)
        self.around.add(place[:-1])
        self.keys.add((*place[:4], self._meant(place[4], _LOOKED_AT)) if len(place) == 5 else place)
        group = self._meant(path[0], PACK) if path else ""
        if path and path[0] not in PACK:
            self.names.add(str(path[0]))  # a name that stands further to the left than its group
        if group == "exercises" and len(path) > 1:
            self._exercise(_at(self.raw, path[:2]), path[2:])
        elif group in (*_GROUPS, "exercises", "uses"):
            if len(path) == 1 or group == "uses":
                self.any_name = True
            else:
                self.names |= {
                    *map(str, path[1:4])
                }  # a declaration, a key that may be one, and a field of it
                self.any_name = self.any_name or not IDENT.fullmatch(str(path[1]))

    def _exercise(self, exercise: Any, path: Path) -> None:
        name = self._id_of(exercise, EXERCISE)
        if not IDENT.fullmatch(name):
            self.any_name = True
        elif not path or path[0] == "id" or "id" not in exercise:
            self.names.add(name)
        if path and self._meant(path[0], EXERCISE) == "steps":
            self._step(name, exercise, path[1:])

    def _step(self, exercise: str, raw: Any, path: Path) -> None:
        step = self._id_of(_at(raw, ("steps", *path[:1])), _ID_KEYS) if path else ""
        if len(path) < 2 or self._meant(path[1], _SEEN):
            self.steps.setdefault(exercise, set()).add(step)
            if not IDENT.fullmatch(step):
                self.any_step.add(exercise)

    # -- names and places -------------------------------------------------------------------------------
    def _meant(self, key: str | int, known: Mapping[str, Any]) -> str:
        """A key as it was meant: what stands under a misspelt one is not there for anybody.

        A flood of unknown keys is not looked through: comparing words is slow.
        """
        name = str(key)
        if name in known:
            return name
        at = (name, id(known))
        if at not in self.meant and len(self.meant) < _STRANGE:
            self.meant[at] = nearest(name, known)
        return self.meant.get(at, "")

    def _id_of(self, raw: Any, known: Mapping[str, Any]) -> str:
        """The id as it was written, under its own key or a misspelt one; empty when there is none."""
        if not isinstance(raw, Mapping):
            return ""
        if "id" not in raw and id(raw) not in self.ids:
            strange = islice((key for key in raw if key not in known), _STRANGE)
            found = next((raw[key] for key in strange if self._meant(key, known) == "id"), "")
            self.ids[id(raw)] = found if isinstance(found, str) else ""
        if "id" in raw:
            return raw["id"] if isinstance(raw["id"], str) else ""
        return self.ids[id(raw)]

    def _by_ids(self, tree: Mapping[str, Any], path: Path) -> Path:
        """A key path with exercises and steps by their ids: places change when others could not be read."""
        if len(path) < 2 or path[0] != "exercises":
            return path
        exercise = _at(tree, path[:2])
        place: Path = ("exercises", self._id_of(exercise, EXERCISE), *path[2:])
        if len(path) > 3 and path[2] == "steps":
            place = (*place[:3], self._id_of(_at(exercise, path[2:4]), _ID_KEYS), *path[4:])
        return place

    def _declared(self) -> set[str]:
        exercises = self.pack.get("exercises", [])
        names = {name for group in _GROUPS for name in self.pack.get(group, {})}
        names |= {exercise["id"] for exercise in exercises}
        return names | {step["id"] for exercise in exercises for step in exercise.get("steps", [])}

    # -- what was said ----------------------------------------------------------------------------------
    def about(self, path: Path) -> bool:
        """Whether what was said at this place is about a name in doubt, or about a key that is not there."""
        if not path or path[-1] == "id":
            return False
        place = self._by_ids(self.pack, path)
        here = str(place[1]) if place[0] == "exercises" and len(place) > 1 else None
        if _small(place) and (place in self.around or place[:-1] in self.around):
            return True
        if len(place) > 4 and any((*place[:4], key) in self.keys for key in _BESIDE.get(str(place[4]), ())):
            return True
        named, beside = _names_at(self.pack, path)
        doubtful = self.names | (self.steps.get(here, set()) if here else self.every_step)
        if (named | beside) & doubtful:
            return True
        anything = self.any_name or (here in self.any_step if here else bool(self.any_step))
        return anything and bool(named) and not named <= self.known


def _at(value: Any, path: Path) -> Any:
    """The value at a key path, or an empty group."""
    for key in path:
        if isinstance(value, list):
            fits = isinstance(key, int) and key < len(value)
        else:
            fits = isinstance(value, Mapping) and key in value
        if not fits:
            return {}
        value = value[key]
    return value


def _small(place: Path) -> bool:
    """Whether a place is inside a group of a few keys that belong together, such as `after` or a test."""
    if place[0] == "exercises":
        return len(place) > (5 if place[2:3] == ("steps",) else 3)
    return place[0] not in _GROUPS and len(place) > 2


def _names_at(pack: Mapping[str, Any], path: Path) -> tuple[set[str], set[str]]:
    """The names written at a place, and those written beside it that what is said there may be about."""
    named = set(_names(_at(pack, path)))
    beside = {str(path[1])} if path[0] in _GROUPS and len(path) > 1 else set()
    for depth in range(len(path) - 1, 1, -1):
        around = _at(pack, path[:depth])
        if not isinstance(around, Mapping):
            continue
        if "kind" in around and "id" in around:
            about = _BESIDE.get(str(path[depth]), ())
            beside |= {name for key in about if key in around for name in _names(around[key])}
            break
        if "steps" in around:
            break
        beside |= {name for value in around.values() for name in _names(value)}
    return named, beside


def _names(value: Any) -> Iterable[str]:
    """`step`, `step.part`, `exercise/step`, each of a list of them, or those in the `{slots}` of a text."""
    if isinstance(value, str):
        found = [value] if "{" not in value else slots(value)
    elif isinstance(value, Mapping):
        return {slot.split(".", 1)[0] for slot in slots(value)} if TEXT in value else set()
    elif isinstance(value, list):
        found = [one for one in value if isinstance(one, str)]
    else:
        return set()
    return {piece for name in found for piece in (*name.split("/"), name.split(".", 1)[0])}
