"""Looking the notebook over: files, store, copies, packs, backups and the lines to call.

What can be mended without a question is mended: files that others could read, and the copy of the support plan.
Nothing here makes a backup, ends a draft or takes anything in: a look changes nothing that a person wrote.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from guide.errors import GuideError
from guide.journal import clock as clock_
from guide.journal import help_page, support_plan
from guide.journal.journal import Journal
from guide.journal.library import Library
from guide.journal.shown import feeds_of_entry
from guide.places import Places, private_dir, shown
from guide.store import backup, derived, fingerprint, health, marker, opening, pages
from guide.words import doctor as words

NAMED_MOST: Final = 5
SMALL: Final = 50
"""Megabytes of free room below which answers may soon not fit."""


class Finding(NamedTuple):
    """One check: its name, whether it is fine, what it found, and what to do about it.

    `check` stays the same for scripts; `words.CHECKS` has it for people.
    """

    check: str
    fine: bool
    said: str
    remedy: str = ""


def look(
    places: Places,
    *,
    named: tuple[Path, ...] = (),
    language: str = "en",
    clock: clock_.Clock | None = None,
    rebuild: bool = False,
) -> list[Finding]:
    """Every check, in the order in which they are shown. `rebuild` makes derived rows again as well."""
    clock = clock or clock_.now
    # Files come first: opening the store closes it to others by itself.
    found = [*_files(places), *_typed(places)]
    library = Library(places, named, language)
    written = ""
    if not places.store_path.exists():
        found.append(Finding("notebook", True, words.STORE_NONE))
        found += [_foreign(places, library)] if places.support_path.is_file() else []
        found += [Finding("rebuilt", True, words.REBUILT_NONE)] if rebuild else []
    else:
        try:
            journal = Journal.open(places, named=named, language=language, clock=clock, tidy=False)
        except GuideError as error:
            found.append(Finding("notebook", False, error.message, error.remedy))
        else:
            try:
                found += _notebook(journal, rebuild)
                written = max((last for _, last in pages.counts(journal.store).values()), default="")
            except GuideError as error:
                found.append(Finding("rows", False, error.message, error.remedy))
            finally:
                journal.store.close()  # not the journal, which would make a backup of whatever there is
    today = clock().day
    return [*found, _packs(library), *_backups(places, written, today), _lines(today), *_space(places)]


# -- files ------------------------------------------------------------------------------------------------


def _files(places: Places) -> Iterator[Finding]:
    if os.name != "posix":
        return
    if not places.data.exists():
        yield Finding("files", True, words.FILES_NONE.format(folder=shown(places.data)))
        return
    folders = [one for one in (places.data, places.config, places.backups) if one.is_dir()]
    open_ = [one for one in [*dict.fromkeys(folders), *_ours(places)] if _others_may(one)]
    left = [one for one in open_ if not _closed(one)]
    if left:
        said = words.FILES_OPEN.format(names=_names(left))
        yield Finding("files", False, said, words.FILES_REMEDY)
    elif open_:
        yield Finding("files", False, words.FILES_CLOSED.format(names=_names(open_)))
    else:
        yield Finding("files", True, words.FILES_FINE.format(folder=shown(places.data)))


def _ours(places: Places) -> list[Path]:
    """The files that hold a person's words or settings."""
    store = places.store_path
    names = [
        store,
        *(opening.beside(store, ending) for ending in ("-wal", "-shm")),
        store.with_name(marker.NAME),
    ]
    names += [places.settings_path, places.support_path, places.rescue_path, *_unreadable(places)]
    return [one for one in [*names, *places.backups.glob("*.db")] if one.is_file() and not one.is_symlink()]


def _unreadable(places: Places) -> list[Path]:
    return sorted(places.data.glob(f"{places.rescue_path.name}.unreadable*"))


def _others_may(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
    except OSError:
        return False


def _closed(path: Path) -> bool:
    try:
        if path.is_dir():
            private_dir(path)
        else:
            path.chmod(0o600)
    except (GuideError, OSError):
        return False
    return not _others_may(path)


def _typed(places: Places) -> Iterator[Finding]:
    found = _unreadable(places)
    if found:
        yield Finding("typed-words", False, words.TYPED_ASIDE.format(names=_names(found)), words.TYPED_REMEDY)


def _names(paths: Iterable[Path]) -> str:
    some = [shown(one) for one in paths]
    more = [words.ROWS_MORE.format(n=len(some) - NAMED_MOST)] if len(some) > NAMED_MOST else []
    return ", ".join([*some[:NAMED_MOST], *more])


# -- the notebook -----------------------------------------------------------------------------------------


def _notebook(journal: Journal, rebuild: bool) -> Iterator[Finding]:
    store = journal.store
    entries = sum(times for times, _ in pages.counts(store).values())
    notice = store.notice
    if notice:
        yield Finding("notebook", False, notice, words.STORE_REMEDY)
    else:
        yield Finding("notebook", True, words.STORE_FINE[entries != 1].format(n=entries))
    yield from _rebuilt(journal) if rebuild else ()
    yield from _rows(health.run(store))
    drafts = len(journal.drafts())
    said = words.DRAFTS_SOME[drafts != 1].format(n=drafts) if drafts else words.DRAFTS_NONE
    yield Finding("drafts", True, said)
    yield _plan(journal)
    if store.notice and store.notice != notice:  # what could not be read on the way
        yield Finding("rows", False, store.notice, words.ROWS_REMEDY)


def _rows(found: list[health.Trouble]) -> Iterator[Finding]:
    made = [one.what for one in found if one.kind == "derived"]
    lost = [one.what for one in found if one.kind != "derived"]
    if lost:
        yield Finding("rows", False, words.ROWS_WRONG.format(what=_some(lost)), words.ROWS_REMEDY)
    if made:
        said = words.ROWS_DERIVED.format(what=_some(made))
        yield Finding("rows", False, said, words.ROWS_DERIVED_REMEDY)
    if not found:
        yield Finding("rows", True, words.ROWS_FINE)


def _some(what: list[str]) -> str:
    more = [words.ROWS_MORE.format(n=len(what) - NAMED_MOST)] if len(what) > NAMED_MOST else []
    return "; ".join([*what[:NAMED_MOST], *more])


def _rebuilt(journal: Journal) -> Iterator[Finding]:
    try:
        before = fingerprint.fingerprints(journal.store)
        derived.rebuild(journal.store, feeds_of_entry)
        after = fingerprint.fingerprints(journal.store)
    except GuideError as error:
        yield Finding("rebuilt", False, error.message, error.remedy)
        return
    differs = [words.TABLES[name] for name in after if before[name] != after[name]]
    if differs:
        yield Finding("rebuilt", False, words.REBUILT_DIFFERS.format(what=", ".join(differs)))
    else:
        yield Finding("rebuilt", True, words.REBUILT_SAME)


def _plan(journal: Journal) -> Finding:
    try:
        wanted = support_plan.wanted(journal.store, journal.library)
        agrees = support_plan.agrees(journal.store, journal.library)
    except (GuideError, OSError):
        return Finding("support-plan", False, words.PLAN_DIFFERS, words.PLAN_REMEDY)
    if agrees:
        return Finding("support-plan", True, words.PLAN_FINE if wanted else words.PLAN_NONE)
    if not wanted:
        return _foreign(journal.places, journal.library)
    if journal.store.readonly or support_plan.copy(journal.store, journal.library):
        return Finding("support-plan", False, words.PLAN_DIFFERS, words.PLAN_REMEDY)
    return Finding("support-plan", False, words.PLAN_WRITTEN)


def _foreign(places: Places, library: Library) -> Finding:
    """A copy of what the notebook does not hold is left: it may be all that is there, for a new store begins empty."""
    said = words.PLAN_FOREIGN.format(path=shown(places.support_path))
    remedy = words.PLAN_FOREIGN_REMEDY.format(exercise=support_plan.maker(library))
    return Finding("support-plan", False, said, remedy)


# -- around it --------------------------------------------------------------------------------------------


def _packs(library: Library) -> Finding:
    if library.troubles:
        return Finding("packs", False, _some(library.troubles), words.PACKS_REMEDY)
    n = len(library.packs)
    return Finding("packs", True, words.PACKS_FINE[n != 1].format(n=n))


def _backups(places: Places, written: str, today: str) -> Iterator[Finding]:
    """`written` is the latest day on which an entry was ended: a day that is over should be in a backup."""
    names = sorted(one.stem.removeprefix("unmuted-") for one in places.backups.glob(backup.DAILY))
    folder = shown(places.backups)
    if written and written < today and (names[-1] if names else "") < written:
        said = words.BACKUPS_LATE.format(day=written, folder=folder)
        yield Finding("backups", False, said, words.BACKUPS_REMEDY)
    elif names:
        n = len(names)
        yield Finding("backups", True, words.BACKUPS_FINE[n != 1].format(day=names[-1], n=n, folder=folder))
    else:
        yield Finding("backups", True, words.BACKUPS_NONE)


def _lines(today: str) -> Finding:
    day = help_page.helplines()[0]
    if not day:
        return Finding("lines", False, words.LINES_UNREADABLE, words.LINES_UNREADABLE_REMEDY)
    if help_page.is_old(today):
        return Finding("lines", False, words.LINES_OLD.format(day=day), words.LINES_OLD_REMEDY)
    return Finding("lines", True, words.LINES_FINE.format(day=day))


def _space(places: Places) -> Iterator[Finding]:
    import shutil

    there = next((one for one in (places.data, *places.data.parents) if one.exists()), None)
    if there is None:
        return
    free = shutil.disk_usage(there).free // (1 << 20)
    if free < SMALL:
        yield Finding("space", False, words.SPACE_SMALL.format(n=free), words.SPACE_REMEDY)
    else:
        yield Finding("space", True, words.SPACE_FINE)
