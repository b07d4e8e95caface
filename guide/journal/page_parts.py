"""What the packs' `summary:` parts may stand on, and which of it stands on the page unasked.

The checker says the same to authors (`packs/references/summary.py`). Nothing here relies on it: a pack that was never
checked, or an older one, puts no words of a person on the page either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from guide.clean import one_line
from guide.journal.journal import Journal, full_name
from guide.model.piping import fill
from guide.model.views import NEVER_ON_THE_PAGE, ROLE_ON_THE_PAGE, UNASKED_ON_THE_PAGE
from guide.store.records import Kept

ROLES: Final = {"got-through": "through"}
"""Collections whose role says where they stand, whatever part a pack gives them to."""

_OF_VALUES: Final = ("since", "before", "taking", "not-as-prescribed", "effects")
_GROUPS: Final = {
    **{"medicine": ("markers",), "flatness": ("series",), "mood": ("series",)},
    **{"sides": ("steps",), "words": ("steps",), "measures": ("collections",)},
    **dict.fromkeys(_OF_VALUES, ("values",)),
}
"""What a part can be made of, where that is less than any list, value or step."""


class Part(NamedTuple):
    """One part of a pack's `summary:`. `name` is what it stands on: `pack/name`, or `pack/exercise` with `step`.

    `free` is its own `free_text`: nothing of it stands on the page until it is let in.
    """

    part: str
    pack: str
    name: str
    step: str
    group: str
    declared: Mapping[str, Any]
    free: bool = False

    @property
    def owner(self) -> str:
        """The pack that has declared what this stands on."""
        return self.name.split("/")[0]

    @property
    def borrowed(self) -> bool:
        """Whether that is another pack than the one that asks."""
        return self.owner != self.pack


def parts(journal: Journal) -> list[Part]:
    """Every part of every pack that may stand on the page, ours first, each once.

    What its own pack gives to the page stands where that pack says, and no other pack moves it.
    """
    every = [
        one
        for pack, data in journal.library.packs.items()
        for spec in data.get("summary", [])
        if (one := _part(journal, pack, spec)) is not None and _may(journal, one)
    ]
    for name in journal.library.named_by_role("markers", "medicine"):
        declared = journal.library.declared("markers", name)
        every.append(Part("medicine", name.split("/")[0], name, "", "markers", declared))
    given = {(one.name, one.step) for one in every if not one.borrowed}
    found: dict[tuple[str, str, str], Part] = {}
    for one in every:
        if not one.borrowed or (one.name, one.step) not in given:
            found.setdefault((one.part, one.name, one.step), one)
    return list(found.values())


def _part(journal: Journal, pack: str, spec: Mapping[str, Any]) -> Part | None:
    part, source, free = str(spec.get("part", "")), str(spec.get("from", "")), bool(spec.get("free_text"))
    for group in ("series", "markers", "collections", "values"):
        name = full_name(pack, source)
        declared = journal.library.declared(group, name)
        if declared:
            if group == "values" and part == "questions":
                part = "sentence"
            part = ROLES.get(str(declared.get("role", "")), part) if group == "collections" else part
            return Part(part, pack, name, "", group, declared, free)
    exercise, _, step = source.rpartition("/")
    declared = _step(journal, full_name(pack, exercise), step) if exercise else {}
    return Part(part, pack, full_name(pack, exercise), step, "steps", declared, free) if declared else None


def _step(journal: Journal, ref: str, step: str) -> dict[str, Any]:
    pack, _, name = ref.rpartition("/")
    for exercise in journal.library.packs.get(pack, {}).get("exercises", []):
        if exercise["id"] == name:
            return next((dict(one) for one in exercise["steps"] if one["id"] == step), {})
    return {}


def _may(journal: Journal, part: Part) -> bool:
    """Whether this part can stand on what it names, whatever the pack asks for."""
    if part.group not in _GROUPS.get(part.part, ("collections", "values", "steps")) or _private(
        journal, part
    ):
        return False
    if part.part in UNASKED_ON_THE_PAGE and part.free:
        return False
    if part.group == "series" and "per" in part.declared:
        return False  # numbers about single items, such as measures, which are let in one by one
    role = ROLE_ON_THE_PAGE.get(part.part)
    if not part.borrowed:
        return True
    return part.declared.get("role") == role if role else part.group != "steps"


def _private(journal: Journal, part: Part) -> bool:
    """Sentences, credit, discomfort and other people never go on the page, whatever a pack asks for."""
    group, declared = part.group, [part.declared]
    if group in ("steps", "values"):
        steps = declared if group == "steps" else [step for _, step in keepers(journal, part.name)]
        into = [full_name(part.owner, step["collect"]) for step in steps if step.get("collect")]
        group, declared = "collections", [journal.library.declared("collections", name) for name in into]
    return any(one.get("role") in NEVER_ON_THE_PAGE.get(group, ()) for one in declared)


def keepers(journal: Journal, value: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The steps that keep this value (`pack/name`), each with its exercise (`pack/id`)."""
    pack = value.split("/")[0]
    for exercise in journal.library.packs.get(pack, {}).get("exercises", []):
        for step in exercise["steps"]:
            if step.get("keep") and full_name(pack, step["keep"]) == value:
                yield full_name(pack, exercise["id"]), step


def asked_by(journal: Journal, part: Part, kept: Kept) -> Mapping[str, Any]:
    """The step that asked for a kept answer, as its pack has it today; of ours also as it was shown. {} for none."""
    for _, step in keepers(journal, part.name):
        if kept.step in (step["id"], *step.get("formerly", [])):
            return step
    return kept.frozen if part.owner in journal.library.ours else {}


def unasked(journal: Journal, part: Part, kept: Kept) -> bool:
    """Whether an answer kept as a value stands on the page unasked.

    Only a date for when it began, and for how it was before an option that the pack itself has written; and only where
    the pack that asks for it on the page has asked for the answer, too. Everything else is a piece.
    """
    if part.free or part.borrowed or not isinstance(kept.value, Mapping):
        return False
    if part.part == "since":
        return "date" in kept.value
    options = asked_by(journal, part, kept).get("options") or {}
    return part.part == "before" and kept.value.get("option") in options


def plain(journal: Journal, pack: str, text: Any) -> str:
    """A text as its pack has written it, in one line: earlier answers inside it stand as three dots."""
    return one_line(fill(journal.library.say(pack, text), lambda name: None))
