"""`unmuted review`: ended entries, newest first."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.errors import GuideError
from guide.store.records import Row
from guide.words import look as words
from guide.words import review as said

MOST = 10_000
"""Entries that one call lists at most."""

if TYPE_CHECKING:
    from guide.journal.filters import Filters
    from guide.journal.journal import Journal


def run(argv: list[str]) -> int:
    """List entries, or those that hold some words and fit the filters."""
    args = _parser().parse_args(argv)
    if not 1 <= args.limit <= MOST:
        raise GuideError(said.LIMIT.format(most=MOST), code=2)
    ids = [one for one in args.pack if not _is_path(one)]
    args.pack = [one for one in args.pack if one not in ids]
    from guide.journal import look

    with journal_of(args) as journal:
        found = _filters(journal, args, ids[-1] if ids else "")
        sought = found.sought() if found else {}
        rows = look.entries(journal, limit=args.limit + 1, **sought)
        rows, more = rows[: args.limit], len(rows) > args.limit
        drafts = [] if found else journal.drafts()
        shown = _shown(journal, found)
    if args.json:
        entries = [{key: value for key, value in row._asdict().items() if key != "key"} for row in rows]
        print_json({"filters": {name: one for name, one in sought.items() if one}, "entries": entries})
        return 0
    print_lines(
        _lines(rows, found, shown)
        + ([f"\n{said.MORE_ENTRIES.format(n=args.limit)}"] if more else [])
        + ([f"\n{words.DRAFTS}: {len(drafts)} (`unmuted drafts`)"] if drafts else [])
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    made = parser(
        "review", "What you wrote, newest first. WORDS look for entries that hold all of them.", demo=True
    )
    made.add_argument("words", nargs="*", metavar="WORDS", help="words to look for (visible to your shell)")
    made.add_argument("--exercise", metavar="ID", help="only this exercise")
    made.add_argument(
        "--collection", metavar="ID", help="only entries that made or changed an item of this list"
    )
    made.add_argument("--since", metavar="DAY", help="from this day on, such as 2026-11-01")
    made.add_argument("--until", metavar="DAY", help="up to this day")
    made.add_argument("--limit", type=int, default=50, metavar="N", help="at most this many (50)")
    made.add_argument("--json", action="store_true", help="as JSON")
    made.epilog = (
        "--pack ID shows only entries of that pack; --pack with a path uses that pack too, as everywhere."
    )
    return made


def _is_path(name: str) -> bool:
    """Whether --pack names a folder or a file. The id of a pack holds none of these signs."""
    return any(sign in name for sign in "/\\.~") or not name


def _filters(journal: Journal, args: argparse.Namespace, pack: str) -> Filters | None:
    """What the list is narrowed to; None when everything is shown."""
    if not (args.words or args.exercise or args.collection or args.since or args.until or pack):
        return None
    from guide.journal import filters

    since, until = filters.between(journal, args.since or "", args.until or "")
    return filters.Filters(
        words=" ".join(args.words).strip(),
        exercise=filters.find_exercise(journal, args.exercise) if args.exercise else "",
        pack=filters.find_pack(journal, pack) if pack else "",
        collection=filters.find_list(journal, args.collection) if args.collection else "",
        since=since,
        until=until,
    )


def _shown(journal: Journal, found: Filters | None) -> str:
    if found is None:
        return ""
    from guide.journal import filters

    return filters.said(journal, found)


def _lines(rows: list[Row], found: Filters | None, shown: str) -> list[str]:
    head = [f"{said.SHOWN.format(filters=shown)}."] if shown else []
    if not rows:
        none = [words.REVIEW_NO_MATCH, words.REVIEW_NO_MATCH_REMEDY] if found else [words.REVIEW_EMPTY]
        return [*head, *none]
    return [*head, *([""] if head else []), *_by_day(rows)]


def _by_day(rows: list[Row]) -> list[str]:
    lines: list[str] = []
    day = ""
    for row in rows:
        if row.day != day:
            day = row.day
            lines += ["", day] if lines else [day]
        how = "" if row.how == "finished" else f" ({words.STOPPED})"
        first = f": {row.first_words}" if row.first_words else ""
        lines.append(f"  {row.id[:8]}  {row.title}{how}{first}")
    return lines
