"""The copy of a person's support plan that help now shows: one small text file, so that it opens with no store.

The file holds the items of the collections with the role `contacts`, one a line; then a line `---`; then each
collection with the role `support` as its title and its items, two spaces in. What stands in an unfinished entry is
in it as well: whoever writes down a number can need it before the last step. It is written whenever such an entry is
answered, ended, taken back or brought back, or such an item is set aside, and goes when nothing is left. Both fronts
write it at their start as well, for a run that ended between the store and the file.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.clean import one_line
from guide.errors import GuideError
from guide.journal.library import Library
from guide.places import SUPPORT
from guide.steps.base import Json, Step
from guide.store import derived, pages
from guide.store.database import Store

if TYPE_CHECKING:
    from guide.journal.journal import Journal
    from guide.journal.sitting import Sitting
    from guide.places import Places

CONTACTS: Final = "contacts"
PLAN: Final = "support"
"""The two roles. Only the built-in pack may give them."""
_TIMES: Final = 3
"""Times it is written at most: what another window kept between the look at the store and the file goes in, too."""


def follow(sitting: Sitting) -> None:
    """Bring the copy up to date when this walk has a step that can change it; else it costs nothing."""
    names = {*_named(sitting.library, CONTACTS), *_named(sitting.library, PLAN)}
    if not any(_feeds(step, names) for step in sitting._frozen.values()):
        return
    said = copy(sitting.store, sitting.library)
    if said:
        sitting._notice = "\n".join(filter(None, [sitting._notice, said]))
        sitting.notices += [] if said in sitting.notices else [said]


def copy(store: Store, library: Library, *, only_add: bool = False) -> str:
    """Write the copy anew when it differs; a sentence when that could not be done, else an empty text. Never raises.

    With `only_add` a copy stays that holds more than the store: it may be all that is left of a lost one. A store
    that somebody deleted in another window leaves none.
    """
    from guide.words.support import NOT_COPIED

    if store.path is None or store.readonly or not store.there():
        return ""
    path = store.path.with_name(SUPPORT)
    try:
        for _ in range(_TIMES):
            text = wanted(store, library)
            if text in (None, _there(path)) or (only_add and holds_more(store, library)):
                return ""
            if text:
                _write(path, text)
            if not text or not store.there():  # deleted while it was being written
                path.unlink(missing_ok=True)
    except (GuideError, OSError):
        return NOT_COPIED
    return ""


def page(journal: Journal) -> Places | str:
    """What help now reads in this notebook: the copy, or where there is none on any disk, the plan itself."""
    if journal.store.path is not None:
        return journal.places
    return wanted(journal.store, journal.library) or ""


def agrees(store: Store, library: Library) -> bool:
    """Whether the copy says what the store says. Raises GuideError or OSError when one of them cannot be read."""
    return store.path is None or wanted(store, library) in (None, _there(store.path.with_name(SUPPORT)))


def holds_more(store: Store, library: Library) -> bool:
    """Whether a line of the copy stands nowhere in the store. Raises GuideError or OSError as `agrees` does."""
    if store.path is None:
        return False
    held = (wanted(store, library) or "").splitlines()
    return any(
        line.strip() and line not in held for line in _there(store.path.with_name(SUPPORT)).splitlines()
    )


def wanted(store: Store, library: Library) -> str | None:
    """What the copy should hold: an empty text for no file, None when no pack at hand declares a plan."""
    from guide.journal.help_page import REST

    contacts, plan = _named(library, CONTACTS), _named(library, PLAN)
    if not contacts and not plan:
        return None
    drafted = _in_drafts(store, {*contacts, *plan})
    lines = [line for name in contacts for line in _labels(store, name, drafted)]
    rest: list[str] = []
    for name in plan:
        labels = _labels(store, name, drafted)
        if labels:
            rest += [_line(library.declared("collections", name)["title"]), *(f"  {one}" for one in labels)]
    lines += [REST, *rest] if rest else []
    return "".join(f"{line}\n" for line in lines)


def maker(library: Library) -> str:
    """The title of the exercise that collects a person's own contacts; empty when there is none at hand."""
    found = library.maker("collect", _named(library, CONTACTS))
    return found.title if found is not None else ""


def _named(library: Library, role: str) -> list[str]:
    return library.named_by_role("collections", role, only_ours=True)


def _feeds(step: Step, names: Collection[str]) -> bool:
    homes = [(step.get("home") or {}).get("collection"), *(step.get("homes") or ())]
    return any(name in names for name in homes)


def _in_drafts(store: Store, names: Collection[str]) -> dict[str, Mapping[str, Json]]:
    """Items of these collections as unfinished entries have made or changed them, by id."""
    from guide.journal.shown import feeds_of_entry

    found: dict[str, Mapping[str, Json]] = {}
    for row in reversed(pages.drafts(store)):
        try:
            record = pages.entry(store, row.id)
        except GuideError:
            continue  # the store has named it; what can be read is copied all the same
        if any(_feeds(one.frozen, names) for one in record.steps):
            items = feeds_of_entry(record)["item"]
            found |= {item["item"]: item for item in items if item["collection"] in names}
    return found


def _labels(store: Store, name: str, drafted: Mapping[str, Mapping[str, Json]]) -> list[str]:
    """The items of a collection as lines, in the order in which they were first written."""
    kept = {item.id: item.label for item in derived.items(store, name, order="as-written")}
    kept |= {id_: str(item["label"]) for id_, item in drafted.items() if item["collection"] == name}
    return [line for label in kept.values() if (line := _line(label))]


def _line(label: str) -> str:
    """Words as one line that nobody can take for the line between the two parts."""
    from guide.journal.help_page import LINE_MOST, REST  # a log needs neither

    line = one_line(label)
    line = line if len(line) <= LINE_MOST else line[: LINE_MOST - 1] + "…"
    return f"{line} " if line == REST else line


def _there(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""


def _write(path: Path, text: str) -> None:
    """Put the file there whole or not at all, for this user only."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            if os.name == "posix":
                os.fchmod(handle, 0o600)
            file.write(text)
            file.flush()
            os.fsync(handle)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
