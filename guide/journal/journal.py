"""The journal: packs, store and clock joined. Both fronts talk to it and to the sittings it begins."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide import places as places_
from guide.clean import one_line
from guide.errors import GuideError
from guide.journal import clock as clock_
from guide.journal import support_plan
from guide.journal.library import Exercise, Library
from guide.journal.shown import feeds_of_entry
from guide.journal.sitting import Sitting
from guide.store import backup, counting, derived, drafts, entries, meta, pages, trash
from guide.store.database import Store
from guide.store.records import Item, Row, Stamp
from guide.words.notices import NEEDS, NEEDS_ASIDE, NEEDS_NO_MAKER

OLD_DRAFT_DAYS = 7
"""Drafts older than this go quietly to Review (care rule 21)."""


if TYPE_CHECKING:
    from threading import Thread

LARGE_STORE = 8 * 1024 * 1024
"""Bytes from which a backup takes longer than somebody who leaves should wait (about 0.1 s)."""


class Journal:
    """One person's notebook, open. `notices` are sentences for the home screen: each said once.

    `made_up` is true for the demo's: somebody else's month, of which nothing is kept.
    """

    def __init__(self, places: places_.Places, store: Store, library: Library, clock: clock_.Clock) -> None:
        self.places = places
        self.store = store
        self.library = library
        self.clock = clock
        self.made_up = False
        self.notices: list[str] = [store.notice] if store.notice else []

    @classmethod
    def open(
        cls,
        places: places_.Places,
        *,
        named: tuple[Path, ...] = (),
        clock: clock_.Clock = clock_.now,
        language: str = "en",
        in_memory: bool = False,
        tidy: bool = True,
    ) -> Journal:
        """Open the store and the packs. `tidy` takes in a rescue file and sets old drafts aside.

        Raises GuideError when the store cannot be opened.
        """
        store = Store.open(None if in_memory else places.store_path, backups=places.backups)
        journal = cls(places, store, Library(places, named, language), clock)
        if tidy and not store.readonly and not in_memory:
            from guide.journal import working  # single commands do not

            working.tidy(places, store)
            journal._take_in_rescue()
            journal._catch_up()
            journal._set_old_drafts_aside()
        return journal

    def close(self) -> None:
        """Back up once a day when something changed and that takes but a moment, and close the store."""
        if not self.store.readonly and self.store.path is not None and not self._large():
            try:
                backup.backup_if_due(self.store, self.places.backups, self.clock().day)
            except (GuideError, OSError):
                pass  # a backup that cannot be made today must not keep a person from leaving
        self.store.close()

    def let_go(self) -> None:
        """Close the store, whose file is to be removed, and go on with an empty one in memory that nobody keeps."""
        self.store.close()
        self.store, self.notices = Store.open(None), []

    def backup_aside(self) -> Thread | None:
        """Back up a large store in a thread with a connection of its own, while the person goes on.

        None when there is nothing to do aside: a small store is backed up when it is closed.
        """
        if self.store.readonly or not self._large():
            return None
        path, backups, day = self.store.path, self.places.backups, self.clock().day
        from threading import Thread

        thread = Thread(target=_back_up, args=(path, backups, day), daemon=True)
        thread.start()
        return thread

    def _large(self) -> bool:
        path = self.store.path
        return path is not None and path.exists() and path.stat().st_size > LARGE_STORE

    def begin(self, name: str, *, near: str = "", anew: bool = False) -> Sitting:
        """Start an exercise, or go on with its draft. Raises GuideError when it does not exist or needs something.

        `anew` is for opening it from home, by a key or a door: the quick log then begins at its first row.
        """
        try:
            exercise = self.library.find(name, near=near)
        except GuideError:
            draft = self._draft_of(name)
            if draft is None:
                raise
            return self.resume(draft.id)  # of a pack that was removed: what was begun stays in reach
        draft = self._draft_of(exercise.ref)
        if draft is not None:
            sitting = self.resume(draft.id)
            if not anew or exercise.role != "quick-log" or self._from_the_first_row(sitting, draft):
                return sitting
        lacking = self.lacking(exercise)
        if lacking:
            raise GuideError(*lacking)
        return self._heard(Sitting.begin(self.store, self.library, self.clock, exercise))

    def _from_the_first_row(self, sitting: Sitting, draft: Row) -> bool:
        from guide.journal import anew  # seldom needed, and a start should not wait for it

        return anew.from_the_first_row(sitting, draft.day)

    def _draft_of(self, ref: str) -> Row | None:
        return next((row for row in pages.drafts(self.store) if row.exercise == ref), None)

    def resume(self, entry: str) -> Sitting:
        """Go on with a draft at the step where it was left, with the text that was there."""
        return self._heard(Sitting.resume(self.store, self.library, self.clock, entry))

    def _heard(self, sitting: Sitting) -> Sitting:
        """What this sitting has to say when it ends is said at home, too."""
        self.notices += sitting.notices
        sitting.notices = self.notices
        return sitting

    def lacking(self, exercise: Exercise) -> tuple[str, str] | None:
        """(sentence, remedy) when every collection that an exercise can live on is empty still."""
        needs = exercise.data.get("needs")
        if not needs or "collection" not in needs:
            return None
        pack = exercise.ref.split("/")[0]
        full = [full_name(pack, name) for name in needs["collection"]]
        if counting.any_item(self.store, full):
            return None
        maker = self.made_by(exercise)
        if maker is None:
            return NEEDS_NO_MAKER, ""
        names = needs["collection"]
        filled = {step.get("collect") for step in maker.data["steps"]}
        name = next((name for name in names if name in filled), names[0])
        title = self.library.declared_title("collections", full_name(pack, name))
        said = NEEDS_ASIDE if counting.any_item(self.store, full, aside=True) else NEEDS
        return said.format(exercise=maker.title, list=title), f"`unmuted do {maker.data['id']}` goes there."

    def made_by(self, exercise: Exercise) -> Exercise | None:
        """The exercise that makes what this one needs."""
        needs = exercise.data.get("needs") or {}
        return (
            self.library.find(needs["made_by"], near=exercise.ref.split("/")[0])
            if "made_by" in needs
            else None
        )

    def drafts(self) -> list[Row]:
        """What is unfinished, the latest first; titles of one line."""
        return [row._replace(title=one_line(row.title)) for row in pages.drafts(self.store)]

    def facts(self) -> list[Item]:
        """One's own facts, those used least lately first: for `one`, where nothing is asked."""
        names = self.library.named_by_role("collections", "evidence")
        return derived.items(self.store, names, order="least-recent")

    def trash(self, entry: str) -> None:
        """Put an entry into the trash; `untrash` brings it back."""
        trash.trash(self.store, entry, self.clock())
        self.copy_plan()

    def untrash(self, entry: str) -> None:
        """Take an entry out of the trash and let it count again."""
        trash.untrash(self.store, entry)
        self.copy_plan()

    def copy_plan(self, *, only_add: bool = False) -> None:
        """Bring the copy of the support plan up to date; call it after any change to items outside a sitting."""
        said = support_plan.copy(self.store, self.library, only_add=only_add)
        self.notices += [said] if said and said not in self.notices else []

    def state(self, key: str) -> Any:
        """A small piece of the program's own state, such as whether the first card was read."""
        return meta.meta(self.store, key)

    def set_state(self, key: str, value: Any) -> None:
        """Keep a small piece of the program's own state. A read-only store keeps none, which harms nothing."""
        if not self.store.readonly:
            meta.set_meta(self.store, key, value)

    def _take_in_rescue(self) -> None:
        """Put back the words that a signal handler saved when the program was ended from outside."""
        if not self.places.rescue_path.exists():
            return
        from guide.store import rescue

        said = rescue.take_in(self.store, self.places.rescue_path)
        self.notices += [said] if said else []

    def _catch_up(self) -> None:
        """Derive again what a program that went away between an answer and its feeds left behind."""
        late = entries.stale(self.store)
        for entry in late:
            entries.refresh(self.store, entry, feeds_of_entry(pages.entry(self.store, entry)))
        if late:
            self.copy_plan()

    def _set_old_drafts_aside(self) -> None:
        from datetime import UTC, datetime, timedelta

        day = datetime.fromisoformat(self.clock().utc.replace("Z", "+00:00")).astimezone(UTC)
        before = (day - timedelta(days=OLD_DRAFT_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
        for entry in drafts.set_aside_old(self.store, before):
            left = drafts.last_change(self.store, entry)
            # Ended on the day it was left: today nothing was done.
            self._heard(Sitting.resume(self.store, self.library, partial(Stamp, *left), entry)).stop()


def _back_up(path: Path, backups: Path, day: str) -> None:
    try:
        with Store.open(path) as store:
            backup.backup_if_due(store, backups, day)
    except (GuideError, OSError):
        return  # it is tried again at the next start


def full_name(pack: str, name: str) -> str:
    """`pack/name` for a name local to a pack."""
    return name if "/" in name else f"{pack}/{name}"


def from_environment(
    home: str | None,
    *,
    named: tuple[Path, ...] = (),
    environ: Mapping[str, str] = os.environ,
    tidy: bool = True,
    made_up: bool = False,
) -> Journal:
    """The journal of this run: places from `--home` and the environment, language from settings and locale.

    With `made_up` it is the demo's, for which `home` and `tidy` mean nothing.
    """
    if made_up:
        from guide.journal import demo

        return demo.opened(named=named, environ=environ)
    from guide import settings

    places = places_.find(home, environ)
    return Journal.open(places, named=named, language=settings.language(places, environ), tidy=tidy)
