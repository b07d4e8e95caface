"""Reading entries: one whole, pages of ended ones (newest first), drafts, and counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from guide.errors import GuideError
from guide.steps.base import Answer, Json
from guide.store.database import Store
from guide.store.encode import Unreadable, digest, loads
from guide.store.finding import LIVE, Sought, narrowed
from guide.store.finding import shifted as shifted
from guide.store.records import ANSWER, QUESTION, EntryRecord, Row, Stamp, StepRecord

SEALED: Final = (
    "id, exercise, pack_version, exercise_hash, title, language, started_at, started_offset, "
    "ended_at, ended_offset, how, left_out"
)

TYPED_AT: Final = "coalesce((SELECT max(at) FROM typing WHERE entry = e.seq), '')"
"""When something was last typed in the entry `e`."""


def entry(store: Store, entry_id: str) -> EntryRecord:
    """One entry, draft, ended or trashed, with every step as shown and every revision.

    An answer or step whose checksum does not fit is left out and named in the store's notice. Raises
    GuideError when there is no such entry, or its own row cannot be trusted.
    """
    rows = store.query(
        f"SELECT {SEALED}, digest, seq, cursor, trashed_at FROM entries WHERE id = ?", (entry_id,)
    )
    if not rows:
        raise GuideError("There is no such entry.", "`unmuted review` lists what there is.")
    *sealed, check, seq, cursor, trashed = rows[0]
    if digest(*sealed) != check:
        store.set_aside(f"entry {entry_id[:8]}")
        raise GuideError(
            "This entry cannot be read: its checksum does not fit.", "A backup may hold it unharmed."
        )
    ended = Stamp(sealed[8], sealed[9]) if sealed[8] else None
    steps = _steps(store, seq, entry_id)
    started, how, left_out = Stamp(sealed[6], sealed[7]), sealed[10], loads(sealed[11])
    return EntryRecord._make([*sealed[:6], started, ended, how, cursor, trashed, steps, left_out])


def _steps(store: Store, seq: int, entry_id: str) -> list[StepRecord]:
    answers = _answers(store, seq, entry_id)
    steps = []
    for step, position, hashed, text in store.query(
        "SELECT s.step, s.position, s.frozen, f.json FROM steps s LEFT JOIN frozen f ON f.hash = s.frozen "
        "WHERE s.entry = ? ORDER BY s.position, s.step",
        (seq,),
    ):
        shown = thaw(store, hashed, text, f"step {step} as shown in entry {entry_id[:8]}")
        given = answers.pop(step, _Given())
        lost = (() if shown is not None else (QUESTION,)) + given.lost
        steps.append(StepRecord(step, position, shown or {}, given.answers, given.asked, lost))
    last = steps[-1].position if steps else -1
    rest = sorted(answers.items(), key=lambda one: one[1].answers[0][1].utc if one[1].answers else "~")
    return steps + [_unplaced(step, last + n, given) for n, (step, given) in enumerate(rest, 1)]


def _unplaced(step: str, position: int, given: _Given) -> StepRecord:
    """A step that was never shown; or one whose row is lost, as its latest answer says that it was shown."""
    shown = given.asked.get(max(given.asked, default=-1), {})
    lost = () if shown or not given.shown else (QUESTION,)
    return StepRecord(step, position, shown, given.answers, given.asked, lost + given.lost)


class _Given:
    """Every readable answer to one step; what it was asked in where that differs; what cannot be read."""

    def __init__(self) -> None:
        self.answers: list[tuple[Answer, Stamp]] = []
        self.asked: dict[int, dict[str, Json]] = {}
        self.lost: tuple[str, ...] = ()
        self.shown = False  # whether an answer says which step it was given to


def _answers(store: Store, seq: int, entry_id: str) -> dict[str, _Given]:
    found: dict[str, _Given] = {}
    for step, revision, state, text, at, offset, frozen, check, other, asked in store.query(
        "SELECT a.step, a.revision, a.state, a.value, a.at, a.at_offset, a.frozen, a.digest, "
        "a.frozen IS NOT s.frozen AND a.frozen IS NOT NULL, "
        "CASE WHEN a.frozen IS NOT s.frozen THEN (SELECT json FROM frozen WHERE hash = a.frozen) END "
        "FROM answers a LEFT JOIN steps s ON s.entry = a.entry AND s.step = a.step WHERE a.entry = ? "
        "ORDER BY a.step, a.revision",
        (seq,),
    ):
        given = found.setdefault(step, _Given())
        given.shown = given.shown or frozen is not None
        try:
            if digest(entry_id, step, revision, state, text, at, offset, frozen) != check:
                raise Unreadable
            given.answers.append((Answer(state, loads(text)), Stamp(at, offset)))
        except Unreadable:
            store.set_aside(f"answer {revision} to {step} in entry {entry_id[:8]}")
            given.lost = (ANSWER,)
            continue
        if other:
            shown = thaw(store, frozen, asked, f"step {step} as shown in entry {entry_id[:8]}")
            given.asked |= {len(given.answers) - 1: shown} if shown is not None else {}
    return found


def thaw(store: Store, hashed: str, text: str | None, what: str) -> dict[str, Json] | None:
    """A frozen step, or None and a note when it is not what was kept."""
    if text is not None and digest(text) == hashed:
        value = loads(text)
        if isinstance(value, dict):
            return value
    store.set_aside(what)
    return None


def resolve(store: Store, prefix: str) -> str:
    """The full id of the one entry whose id begins so. Raises GuideError when none or several do."""
    lower = prefix.lower()
    rows = store.query("SELECT id FROM entries WHERE id >= ? AND id < ? LIMIT 2", (lower, lower + "g"))
    if len(rows) == 1 and lower:
        return str(rows[0][0])
    if rows:
        raise GuideError("Several entries begin so.", "Give more of the id; `unmuted review` shows it.")
    raise GuideError("There is no such entry.", "`unmuted review` lists what there is.")


def page(
    store: Store,
    *,
    before: str | None = None,
    limit: int = 50,
    exercise: str | None = None,
    since: str | None = None,
    until: str | None = None,
    words: str | None = None,
    pack: str | None = None,
    collection: str | None = None,
) -> list[Row]:
    """Ended entries, newest first: at most `limit` rows after the row whose `key` is `before`.

    `since` and `until` are local days, both included. `words` must all be there, each as a beginning of a
    word, accents and case aside; the latest wording of each answer counts. With `pack` those of its exercises,
    with `collection` (full name) those that made or changed an item of it. Costs the same at any depth (keyset,
    not offset).
    """
    sought = Sought(exercise, pack, collection, since, until, words)
    while True:
        query = narrowed(store, sought, before)
        if query is None:
            return []
        sql = (
            f"SELECT {SEALED}, digest, ended_day, first_words, seq FROM {query.source} "
            f"WHERE {' AND '.join(query.where)} ORDER BY {query.order} LIMIT ?"
        )
        found = store.query(sql, (*query.values, limit))
        rows = _rows(store, found)
        if rows or len(found) < max(1, limit):
            return rows
        before = _key(found[-1])  # nothing of a whole page can be read: what lies behind it can


def _rows(store: Store, found: list[Any]) -> list[Row]:
    rows = []
    for *sealed, check, day, first, seq in found:
        if digest(*sealed) != check:
            store.set_aside(f"entry {sealed[0][:8]}")
            continue
        key = _key((*sealed, check, day, first, seq))
        rows.append(Row(sealed[0], sealed[1], sealed[4], sealed[8], day, sealed[10], first, key))
    return rows


def _key(row: Sequence[Any]) -> str:
    """Where the next page begins: the moment an entry ended, and its number."""
    return f"{row[8]}/{row[-1]}"


def drafts(store: Store) -> list[Row]:
    """What is unfinished and still offered, latest change first: drafts, and kept entries whose further
    steps were opened and not walked to their end. `ended_at` is that change, `day` the day begun."""
    columns = (
        f"SELECT e.id, e.exercise, e.title, max(e.changed_at, {TYPED_AT}) AS changed, "
        "e.started_at, e.started_offset, e.seq FROM entries e "
    )
    # `seq > 0` is always so; without it SQLite walks the index of every ended entry instead of the small one.
    rows = store.query(
        f"{columns} WHERE e.ended_at IS NULL AND e.trashed_at IS NULL AND e.closed = 0 UNION ALL "
        f"{columns} WHERE e.ended_at IS NOT NULL AND e.cursor IS NOT NULL AND e.trashed_at IS NULL "
        "AND e.seq > 0 "
        "ORDER BY changed DESC, seq DESC"
    )
    return [
        Row(id_, exercise, title, changed, Stamp(at, offset).day, "", "", f"{changed}/{seq}")
        for id_, exercise, title, changed, at, offset, seq in rows
    ]


def counts(store: Store) -> dict[str, tuple[int, str]]:
    """How often each exercise was done (ended, not trashed), and the last local day. Never-done ones are
    absent."""
    rows = store.query(
        f"SELECT t.exercise, t.times, "
        f"(SELECT max(ended_day) FROM entries WHERE exercise = t.exercise AND {LIVE}) "
        "FROM tallies t WHERE t.times > 0 ORDER BY t.exercise"
    )
    return {exercise: (times, last or "") for exercise, times, last in rows}
