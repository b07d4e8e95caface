"""Deleting: into the trash and back, and then really gone. Reached through `changing`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from guide.clean import clean, one_line
from guide.errors import GuideError
from guide.journal import leftover, working
from guide.journal.everything import staying
from guide.journal.journal import Journal
from guide.places import shown
from guide.store import copies, elsewhere, entries, holding, pages, rescue, trash
from guide.store.database import Store
from guide.store.holding import Holding
from guide.store.records import EntryRecord, Row
from guide.words import changing as words

NAMED_MOST: Final = 8
"""So many other entries are named by their ids."""


class Change(NamedTuple):
    """What was done: the entries it was about, and the sentences that say so.

    `held` are backups that still hold words which are gone from the notebook: `remove_backups` takes them.
    """

    entries: list[str]
    said: list[str]
    held: list[Holding] = []


Doing = Callable[[], Change]


def delete(journal: Journal, *entry_ids: str) -> Change:
    """Put entries, by their ids or the beginnings of them, into the trash; `changing.undo` brings them back."""
    store = journal.store
    records = [pages.entry(store, pages.resolve(store, one)) for one in entry_ids]
    went = trash.trash(store, [one.id for one in records], journal.clock())
    journal.copy_plan()
    return Change(
        [one.id for one in records], [_about(words.DELETED, records) if went else words.DELETED_ALREADY]
    )


def delete_exercise(journal: Journal, name: str) -> Change:
    """Put every entry of one exercise into the trash, unfinished ones too: by `id` or `pack/id`, also of a pack that is
    gone. Raises GuideError when there are none."""
    ids = trash.of_exercises(journal.store, _refs(journal, name))
    if not ids:
        raise GuideError(words.NONE_OF.format(name=clean(name, lines=False)[:60]), words.NONE_OF_REMEDY)
    return delete(journal, *ids)


def _refs(journal: Journal, name: str) -> list[str]:
    """The exercise as it is called now and was called before, as entries name it."""
    try:
        exercise = journal.library.find(name)
    except GuideError:
        there = trash.exercises(journal.store)
        return [one for one in there if name in (one, one.split("/")[-1])]
    pack = exercise.ref.split("/")[0]
    return [exercise.ref, *(f"{pack}/{former}" for former in exercise.data.get("formerly", []))]


def in_trash(journal: Journal, *, limit: int | None = None, offset: int = 0) -> list[Row]:
    """What is in the trash, what went there last first."""
    return trash.trashed(journal.store, limit=limit, offset=offset)


def count(journal: Journal) -> int:
    """How many entries are in the trash."""
    return trash.count(journal.store)


def in_one_line(row: Row) -> str:
    """An entry of the trash in one line: its day, its title, and its first words or that it is unfinished."""
    title = one_line(row.title)
    beside = row.first_words if row.how else words.UNFINISHED
    return "  ".join(filter(None, (row.day, title, one_line(beside))))


def restore(journal: Journal, *entry_ids: str) -> Change:
    """Take entries out of the trash, by their ids or the beginnings of them; they count again as they did."""
    store = journal.store
    records = [pages.entry(store, pages.resolve(store, one)) for one in entry_ids]
    if not trash.untrash(store, [one.id for one in records]):
        raise GuideError(words.NOT_IN_TRASH, words.NOT_IN_TRASH_REMEDY)
    journal.copy_plan()
    return Change([one.id for one in records], [_about(words.RESTORED, records)])


def empty_trash(journal: Journal) -> Change:
    """Really remove what is in the trash, with every row, copy and file that holds its words.

    Says which backups still hold them (`held`). Cannot be undone: the caller has asked for a typed word.
    """
    store = journal.store
    ids = trash.everything_in(store)
    typed = [words_ for one in ids for words_ in _typed(store, one)]
    emptied = trash.empty(store, journal.clock())
    if store.path is not None:
        rescue.drop(journal.places.rescue_path, ids)
        working.sweep(journal.places)
        working.drop_support_parts(journal.places)
    journal.copy_plan()
    said = [_emptied(emptied) if ids else words.TRASH_EMPTY]
    said += words.NOT_SCRUBBED[emptied.left] if not emptied.clean else ()
    others = elsewhere.still_shown(store, typed)
    said += _of_others(others)
    held = still_held(journal)
    said += of_backups(held) if ids or held else []
    return Change(ids, [*said, *_under_way(journal, held)], held)


def _under_way(journal: Journal, held: Sequence[Holding]) -> list[str]:
    """Copies that may hold the words, and that another window may be at work on."""
    if journal.store.path is None:
        return []
    named = {one.path for one in held}
    names = [shown(one) for one in working.left(journal.places) if one not in named]
    return [words.UNDER_WAY.format(names=", ".join(names)), words.UNDER_WAY_REMEDY] if names else []


def _emptied(emptied: trash.Emptied) -> str:
    n = emptied.entries
    said = words.EMPTIED if emptied.clean else words.EMPTIED_NOT_YET
    return said[n != 1].format(n=n) if n else words.EMPTIED_NOTHING


def still_held(journal: Journal) -> list[Holding]:
    """The files in the backup folder that hold words which are gone from the notebook, or cannot be read."""
    if journal.store.path is None:
        return []  # a demo or a preview: the backups beside it are somebody's own
    gone = holding.gone(journal.store)
    return holding.holding(journal.places.backups, gone) if gone else []


def remove_backups(journal: Journal, held: Iterable[Holding]) -> Change:
    """Remove these backups, whole as they are. What lies there and is no file of ours stays, and is named."""
    wanted = list(held)
    left = [one.path for one in wanted if not copies.remove(one.path)]
    removed = len(wanted) - len(left)
    said = [words.BACKUPS_GONE[removed != 1].format(n=removed)] if removed else []
    said += [words.BACKUP_STAYS.format(path=shown(path)) for path in left]
    folder = journal.places.backups
    return Change([], [*said, *(staying(folder, copies.strangers(folder)) if wanted else [])])


def _typed(store: Store, entry_id: str) -> list[str]:
    """All that was written in an entry, every wording of it."""
    try:
        record = pages.entry(store, entry_id)
    except GuideError:
        return []  # what cannot be read can be removed all the same
    frozen = {one.step: one.frozen for one in record.steps}
    said = [(one.frozen, answer.value) for one in record.steps for answer, _ in one.answers]
    said += [(frozen.get(step, {}), raw) for step, raw in entries.held(store, entry_id).items()]
    return [words_ for step, raw in said if raw is not None for words_ in leftover.typed(step, raw)]


def _of_others(ids: Sequence[str]) -> list[str]:
    if not ids:
        return []
    shown = ", ".join(one[:8] for one in ids[:NAMED_MOST])
    if len(ids) > NAMED_MOST:
        shown = words.AND_MORE.format(ids=shown, n=len(ids) - NAMED_MOST)
    return [words.ELSEWHERE[len(ids) != 1].format(n=len(ids), ids=shown), words.ELSEWHERE_REMEDY]


def of_backups(held: Sequence[Holding]) -> list[str]:
    """What is said about the backups that still hold what is gone."""
    if not held:
        return [words.BACKUPS_NONE, words.BACKUPS_ELSEWHERE]
    days = ", ".join(
        words.BACKUP_UNREADABLE.format(day=one.day) if one.entries is None else one.day for one in held
    )
    return [words.BACKUPS[len(held) != 1].format(n=len(held), days=days), words.BACKUPS_ELSEWHERE]


def _about(said: tuple[str, str], records: Sequence[EntryRecord]) -> str:
    return titled(said[0], records[0]) if len(records) == 1 else said[1].format(n=len(records))


def titled(text: str, record: EntryRecord) -> str:
    """A sentence with an entry's title and day in it."""
    title = one_line(record.title)
    return text.format(title=title, day=(record.ended or record.started).day)
