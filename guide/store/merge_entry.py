"""One entry of a file and the entry of the same id that is here, if there is one."""

from __future__ import annotations

import sqlite3
import sys
from typing import Any, Final

from guide.steps.base import Json
from guide.store import asked, elsewhere, feeding, ledger, revisions
from guide.store.database import Store
from guide.store.encode import digest, dumps
from guide.store.pages import SEALED
from guide.store.records import local_day
from guide.store.revisions import Revision
from guide.store.transfer import head_of

_HEAD: Final = (
    "ended_at = ?, ended_offset = ?, ended_day = ?, how = ?, left_out = ?, "
    "cursor = ?, closed = ?, changed_at = ?"
)


class Merging:
    """An entry record of a file on its way in. `missing` says that no such entry is here."""

    def __init__(self, store: Store, connection: sqlite3.Connection, record: dict[str, Json]) -> None:
        self._store, self._connection, self._record = store, connection, record
        self.id: str = record["id"]
        row = connection.execute(
            f"SELECT {SEALED}, digest, seq, cursor, closed, changed_at, trashed_at FROM entries WHERE id = ?",
            (self.id,),
        ).fetchone()
        self.missing = row is None
        self.ended = record["ended"] is not None
        self.seq = 0
        if row is not None:
            *self._sealed, self._digest, self.seq, cursor, closed, changed, self._trashed = row
            self._rest = (cursor, bool(closed), changed)

    def run(self) -> str:
        """Bring it in: `new`, `merged`, `same` or `unreadable`."""
        if self.missing:
            self._insert()
            return "new"
        if digest(*self._sealed) != self._digest:
            self._store.set_aside(f"entry {self.id[:8]}")
            return "unreadable"
        before = self._connection.total_changes
        theirs = self._newer()
        self._steps(theirs)
        self._answers()
        if theirs:
            self._take_head()
        self._trash()
        self._typing()
        ended = self._connection.execute("SELECT ended_at FROM entries WHERE seq = ?", (self.seq,)).fetchone()
        self.ended = ended[0] is not None
        if self._connection.total_changes == before:
            return "same"
        # What could be undone named a revision by its number.
        self._connection.execute("DELETE FROM undo WHERE entry = ?", (self.seq,))
        return "merged"

    # -- an entry that is not here --------------------------------------------------------------------

    def _insert(self) -> None:
        one = self._record
        sealed = self._their_seal()
        check = digest(*sealed)
        cursor = self._connection.execute(
            f"INSERT INTO entries (seq, {SEALED}, digest, ended_day, cursor, closed, changed_at, trashed_at) "
            f"VALUES ({ledger.NEXT}, {', '.join('?' * 18)})",
            (*sealed, check, self._day(), one["cursor"], int(one["closed"]), one["changed"], one["trashed"]),
        )
        self.seq = int(cursor.lastrowid or 0)
        ledger.note(self._connection, "entries", added=check)
        for step in one["steps"]:
            self._put_step(step)
        for answer in one["answers"]:
            self._put_answer(answer["step"], revisions.from_record(answer))
        for typed in one["typing"]:
            self._put_typing(typed)

    def _their_seal(self) -> list[Any]:
        one, ended = self._record, self._record["ended"] or {}
        return [
            self.id, one["exercise"], one["pack_version"], one["exercise_hash"], one["title"], one["language"],
            one["started"]["utc"], one["started"]["offset"], ended.get("utc"), ended.get("offset"), one["how"],
            dumps(one["left_out"]),
        ]  # fmt: skip

    def _day(self) -> str | None:
        ended = self._record["ended"]
        return local_day(ended["utc"], ended["offset"]) if ended else None

    # -- an entry that is here ------------------------------------------------------------------------

    def _newer(self) -> bool:
        """Whether the head of the file counts: an ended entry over a draft, then the later change."""

        def rank(head: dict[str, Json], rest: tuple[Json, ...]) -> tuple[bool, str, str]:
            return head["ended"] is not None, str(rest[2]), dumps([head, *rest])

        one = self._record
        rest = (one["cursor"], one["closed"], one["changed"])
        return rank(head_of(self._their_seal()), rest) > rank(head_of(self._sealed), self._rest)

    def _take_head(self) -> None:
        one, ended = self._record, self._record["ended"] or {}
        # Its place in the search index goes by the moment it ended; it is fed anew afterwards.
        feeding.remove(self._connection, self.seq)
        self._connection.execute(
            f"UPDATE entries SET {_HEAD} WHERE seq = ?",
            (ended.get("utc"), ended.get("offset"), self._day(), one["how"], dumps(one["left_out"]),
             one["cursor"], int(one["closed"]), one["changed"], self.seq),
        )  # fmt: skip
        sealed = self._connection.execute(
            f"SELECT {SEALED} FROM entries WHERE seq = ?", (self.seq,)
        ).fetchone()
        check = digest(*sealed)
        if check != self._digest:
            self._connection.execute("UPDATE entries SET digest = ? WHERE seq = ?", (check, self.seq))
            ledger.note(self._connection, "entries", added=check, removed=self._digest)

    def _trash(self) -> None:
        """In the trash on one side only: it stays there unless the other side changed it afterwards."""
        other = self._record["trashed"]
        if other == self._trashed:
            return
        if other and self._trashed:
            wanted = min(other, self._trashed)
        else:
            changed = self._rest[2] if other else self._record["changed"]
            wanted = (other or self._trashed) if changed <= (other or self._trashed) else None
        if wanted != self._trashed:
            self._connection.execute("UPDATE entries SET trashed_at = ? WHERE seq = ?", (wanted, self.seq))

    def _steps(self, theirs: bool) -> None:
        here = {
            step: (position, shown)
            for step, position, shown in self._connection.execute(
                "SELECT step, position, frozen FROM steps WHERE entry = ?", (self.seq,)
            )
        }
        for step in self._record["steps"]:
            there = here.get(step["step"])
            if there is None:
                self._put_step(step)
                continue
            shorter = elsewhere.shorter(self._connection, there[1], step["shown"])
            shown = shorter or (step["shown"] if theirs else there[1])
            self._put_step({**step, "position": step["position"] if theirs else there[0], "shown": shown})

    def _answers(self) -> None:
        theirs: dict[str, list[Revision]] = {}
        for answer in self._record["answers"]:
            theirs.setdefault(answer["step"], []).append(revisions.from_record(answer))
        for step, other in theirs.items():
            ours = self._ours(step)
            if ours is None:
                continue
            merged = revisions.union(ours, other, self._size)
            if merged != ours:
                for revision in ours:
                    ledger.note(self._connection, "answers", removed=revision.digest(self.id, step))
                self._connection.execute("DELETE FROM answers WHERE entry = ? AND step = ?", (self.seq, step))
                for revision in merged:
                    self._put_answer(step, revision)

    def _size(self, shown: str | None) -> int:
        sql = "SELECT length(json) FROM frozen WHERE hash = ?"
        row = self._connection.execute(sql, (shown,)).fetchone()
        return int(row[0]) if row else sys.maxsize  # one that is lost is no choice

    def _ours(self, step: str) -> list[Revision] | None:
        """The history here; None when a part of it cannot be read: it is then left as it is, for a repair."""
        found = []
        for *columns, check in self._connection.execute(
            "SELECT revision, state, value, at, at_offset, frozen, digest FROM answers "
            "WHERE entry = ? AND step = ? ORDER BY revision",
            (self.seq, step),
        ):
            revision = Revision(*columns)
            if revision.digest(self.id, step) != check:
                self._store.set_aside(f"answer {revision.revision} to {step} in entry {self.id[:8]}")
                return None
            found.append(revision)
        return found

    def _typing(self) -> None:
        """Words that were being typed, where nothing later is known here and the entry has not ended since."""
        for typed in self._record["typing"]:
            moment = typed["at"][:19]
            row = self._connection.execute(
                "SELECT (SELECT at FROM typing WHERE entry = seq AND step = ?1), "
                "(SELECT max(at) FROM answers WHERE entry = seq AND step = ?1), ended_at, trashed_at "
                "FROM entries WHERE seq = ?2",
                (typed["step"], self.seq),
            ).fetchone()
            held, *later, trashed = row
            if (
                trashed is None
                and (held or "") < typed["at"]
                and all((at or "")[:19] < moment for at in later)
            ):
                self._put_typing(typed)

    # -- rows -----------------------------------------------------------------------------------------

    def _put_step(self, step: dict[str, Json]) -> None:
        asked.keep(self._connection, self.seq, self.id, step["step"], step["position"], step["shown"])

    def _put_answer(self, step: str, revision: Revision) -> None:
        check = revision.digest(self.id, step)
        self._connection.execute(
            "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (self.seq, step, *revision, check)
        )
        ledger.note(self._connection, "answers", added=check)

    def _put_typing(self, typed: dict[str, Json]) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO typing VALUES (?, ?, ?, ?)",
            (self.seq, typed["step"], dumps(typed["raw"]), typed["at"]),
        )
