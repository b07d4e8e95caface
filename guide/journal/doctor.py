"""Looking the notebook over: files, store, copies, packs, backups and the lines to call.

What can be mended without a question is mended: files that others could read, and the copy of the support plan.
Nothing here makes a backup, ends a draft or takes anything in: a look changes nothing that a person wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from guide.errors import GuideError
from guide.journal import clock as clock_
from guide.journal import doctor_files, support_plan
from guide.journal.doctor_files import Finding, some
from guide.journal.journal import Journal
from guide.journal.library import Library
from guide.journal.shown import feeds_of_entry
from guide.places import Places, shown
from guide.store import (
    fingerprint,
    health,
    marker,
    opening,
    pages,
    private_copy,
    rebuilding,
    settling,
    shape,
    worded,
)
from guide.store.database import Store
from guide.words import doctor as words

__all__ = ["Finding", "look"]

_AGAIN = shape.DERIVED | {shape.INDEXES}
"""What a rebuild fills again; other tables that were gone come back empty."""
_CHECKED = 0.15
"""The share of the time that checking sums takes; making everything again for comparison takes the rest."""


def look(
    places: Places,
    *,
    named: tuple[Path, ...] = (),
    language: str = "en",
    clock: clock_.Clock | None = None,
    rebuild: bool = False,
    settle: bool = False,
    tell: Callable[[float], None] = lambda share: None,
) -> list[Finding]:
    """Every check, in the order in which they are shown. `rebuild` makes derived rows again as well; `settle` is the
    person's word that a notebook which lacks something is all right as it is; `tell` hears the share done (0 to
    1)."""
    clock = clock or clock_.now
    private_copy.sweep()
    # Files come first: opening the store closes it to others by itself.
    found = [*doctor_files.files(places), *doctor_files.typed(places), *doctor_files.set_up(places)]
    library = Library(places, named, language)
    written = ""
    if not _there(places.store_path):
        found += _none(places, library, rebuild)
    else:
        try:
            empty = _mended(places) if rebuild else []
            journal = Journal.open(places, named=named, language=language, clock=clock, tidy=False)
        except GuideError as error:
            found.append(Finding("notebook", False, error.message, error.remedy))
        else:
            try:
                found += _notebook(journal, rebuild, settle, tell, empty)
                if not _tables_gone(journal.store):
                    written = max((last for _, last in pages.counts(journal.store).values()), default="")
            except GuideError as error:
                found.append(Finding("rows", False, error.message, error.remedy))
            finally:
                journal.store.close()  # not the journal, which would make a backup of whatever there is
    today = clock().day
    found += [doctor_files.packs(library), *doctor_files.backups(places, written, today)]
    return [*found, doctor_files.lines(today), *doctor_files.space(places)]


def _mended(places: Places) -> list[str]:
    """Tables and indexes that are gone are made before a journal, which needs them, is opened; their names."""
    with Store.open(places.store_path, backups=places.backups) as store:
        return [] if store.readonly else shape.mend(store)


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # in a folder that cannot be looked into; opening it says why


def _none(places: Places, library: Library, rebuild: bool) -> Iterator[Finding]:
    """There is no notebook: none yet, or none any more."""
    if places.store_path.with_name(marker.NAME).exists() or any(places.backups.glob("*.db")):
        said = words.STORE_LOST.format(folder=shown(places.backups))
        yield Finding("notebook", False, said, words.STORE_LOST_REMEDY)
    else:
        yield Finding("notebook", True, words.STORE_NONE)
    if places.support_path.is_file():
        yield _foreign(places, library)
    if rebuild:
        yield Finding("rebuilt", True, words.REBUILT_NONE)


# -- the notebook -----------------------------------------------------------------------------------------


def _notebook(
    journal: Journal, rebuild: bool, settle: bool, tell: Callable[[float], None], empty: list[str]
) -> Iterator[Finding]:
    """`empty` are the tables that had to be made again before it could be opened."""
    store = journal.store
    yield from _settled(store) if settle else ()
    notice = store.notice
    if notice and opening.NEWER in notice:
        yield Finding("notebook", False, notice)
        return  # what belongs into it, and how it fits together, only that version knows
    yield from doctor_files.emptied(store)
    gone = _tables_gone(store)
    if notice:
        yield Finding("notebook", False, notice, "" if store.lost else words.STORE_REMEDY)
    elif not gone:
        entries = sum(times for times, _ in pages.counts(store).values())
        yield Finding("notebook", True, words.STORE_FINE[entries != 1].format(n=entries))
    yield from _rebuilt(journal, tell, empty) if rebuild else ()
    found = health.run(store, lambda share: tell(share * _CHECKED))
    lost = [one for one in found if one.kind != "derived"]
    made = [one.what for one in found if one.kind == "derived"]
    if gone:
        yield _rows(lost, made, "")
        return  # what else there is cannot be looked over before these are there again
    reworded = False
    if not rebuild and not made:

        def rest(share: float) -> None:
            tell(_CHECKED + share * (1 - _CHECKED))

        differs = fingerprint.differing(store, feeds_of_entry, rest)
        reworded = bool(differs) and worded.TABLES.issuperset(differs) and worded.earlier(store.connection)
        made = [] if reworded else [words.TABLES[name] for name in differs]
    drafts = len(journal.drafts())
    plan = _plan(journal, damaged=bool(lost))
    aside = store.notice if store.notice != notice else None  # what could not be read on the way
    rows = _rows(lost, made, aside or "")
    yield rows._replace(said=words.ROWS_WORDED) if reworded and rows.fine else rows
    said = words.DRAFTS_SOME[drafts != 1].format(n=drafts) if drafts else words.DRAFTS_NONE
    yield Finding("drafts", True, said)
    yield plan


def _tables_gone(store: Store) -> bool:
    return any(name != shape.INDEXES for name in shape.lacks(store.connection))


def _settled(store: Store) -> Iterator[Finding]:
    if store.readonly:
        yield Finding("settled", False, words.SETTLED_SHUT, opening.remedy(store.notice, store.path))
        return
    said = words.SETTLED if settling.settle(store) else words.SETTLED_NONE
    yield Finding("settled", True, said)


def _rows(lost: list[health.Trouble], made: list[str], aside: str) -> Finding:
    if not lost and not made and not aside:
        return Finding("rows", True, words.ROWS_FINE)
    what = some([one.what for one in lost])
    said = [words.ROWS_WRONG.format(what=what)] if lost else [aside] if aside else []
    gone = bool(lost) and all(one.kind == "missing" for one in lost)
    remedies = [words.ROWS_GONE_REMEDY if gone else words.ROWS_REMEDY] if said else []
    if made:
        said.append(words.ROWS_DERIVED.format(what=some(made)))
        remedies.append(words.ROWS_DERIVED_REMEDY)
    return Finding("rows", False, " ".join(said), " ".join(remedies))


def _rebuilt(journal: Journal, tell: Callable[[float], None], empty: list[str]) -> Iterator[Finding]:
    try:
        before = fingerprint.fingerprints(journal.store)
        rebuilding.rebuild(journal.store, feeds_of_entry, tell)
        after = fingerprint.fingerprints(journal.store)
    except GuideError as error:
        yield Finding("rebuilt", False, error.message, error.remedy)
        return
    differs = [words.TABLES[name] for name in after if before[name] != after[name]]
    made = [words.TABLES[name] for name in empty if name in _AGAIN]
    differs += [name for name in made if name not in differs]
    lost = [words.TABLES[name] for name in empty if name not in _AGAIN]
    if lost:
        said = words.REBUILT_GONE.format(what=", ".join(lost))
        yield Finding("rebuilt", False, said, words.REBUILT_GONE_REMEDY)
    if differs:
        yield Finding("rebuilt", False, words.REBUILT_DIFFERS.format(what=", ".join(differs)))
    else:
        yield Finding("rebuilt", True, words.REBUILT_SAME)


def _plan(journal: Journal, *, damaged: bool) -> Finding:
    """The copy follows the notebook; where something in the notebook is damaged, it may hold the last of it."""
    try:
        wanted = support_plan.wanted(journal.store, journal.library)
        agrees = support_plan.agrees(journal.store, journal.library)
    except (GuideError, OSError):
        return Finding("support-plan", False, words.PLAN_DIFFERS, words.PLAN_REMEDY)
    if agrees:
        return Finding("support-plan", True, words.PLAN_FINE if wanted else words.PLAN_NONE)
    if not wanted:
        return _foreign(journal.places, journal.library)
    if damaged and support_plan.holds_more(journal.store, journal.library):
        return _foreign(journal.places, journal.library)
    if journal.store.readonly or support_plan.copy(journal.store, journal.library):
        return Finding("support-plan", False, words.PLAN_DIFFERS, words.PLAN_REMEDY)
    return Finding("support-plan", False, words.PLAN_WRITTEN)


def _foreign(places: Places, library: Library) -> Finding:
    """A copy of what the notebook does not hold is left: it may be all that is there, for a new store begins empty."""
    said = words.PLAN_FOREIGN.format(path=shown(places.support_path))
    remedy = words.PLAN_FOREIGN_REMEDY.format(exercise=support_plan.maker(library))
    return Finding("support-plan", False, said, remedy)
