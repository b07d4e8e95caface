"""What review is narrowed to: the filters, what there is to choose from, and all of it in words."""

from __future__ import annotations

from typing import NamedTuple

from guide.clean import clean, one_line
from guide.errors import GuideError
from guide.journal import origin
from guide.journal.journal import Journal
from guide.steps.base import Problem
from guide.store import finding, pages
from guide.words import review as words


class Filters(NamedTuple):
    """What a list of entries shows; empty is everything. Days are local and ISO, both included.

    `exercise` is `pack/id`, `collection` `pack/name`.
    """

    words: str = ""
    exercise: str = ""
    pack: str = ""
    collection: str = ""
    since: str = ""
    until: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is left out."""
        return any(self)

    def sought(self) -> dict[str, str | None]:
        """The same as `look.entries` takes it."""
        return {name: value or None for name, value in self._asdict().items()}


class Choice(NamedTuple):
    """One thing a filter can be set to: `id` goes into the filter, `title` and `beside` are read."""

    id: str
    title: str
    beside: str = ""


def said(journal: Journal, filters: Filters) -> str:
    """The filters in words, such as: from “A walk”, since 1 November 2026. Empty when everything is shown."""
    parts = [words.WITH_WORDS.format(words=_line(filters.words))] if filters.words else []
    if filters.exercise:
        parts.append(words.OF_EXERCISE.format(title=exercise_title(journal, filters.exercise)))
    if filters.pack:
        parts.append(words.OF_PACK.format(title=pack_title(journal, filters.pack)))
    if filters.collection:
        parts.append(words.OF_LIST.format(title=list_title(journal, filters.collection)))
    return ", ".join([*parts, *_days(filters)])


def _days(filters: Filters) -> list[str]:
    if not (filters.since or filters.until):
        return []
    from guide.steps.days import date_words

    since, until = date_words(filters.since), date_words(filters.until)
    if filters.since and filters.since == filters.until:
        return [words.ON.format(day=since)]
    if filters.since and filters.until:
        return [words.BETWEEN.format(since=since, until=until)]
    if filters.since:
        return [words.SINCE.format(day=since)]
    return [words.UNTIL.format(day=until)] if filters.until else []


def exercises(journal: Journal) -> list[Choice]:
    """Every exercise with entries, those of packs at hand first, in their order."""
    times = {ref: count for ref, (count, _) in pages.counts(journal.store).items()}
    known = [one.ref for one in journal.library.exercises() if one.ref in times]
    refs = [*known, *sorted(ref for ref in times if ref not in known)]
    return [Choice(ref, exercise_title(journal, ref), _number(times[ref])) for ref in refs]


def packs(journal: Journal) -> list[Choice]:
    """Every pack with entries, those at hand first."""
    times: dict[str, int] = {}
    for ref, (count, _) in pages.counts(journal.store).items():
        pack = ref.split("/")[0]
        times[pack] = times.get(pack, 0) + count
    library = journal.library
    names = [
        *(name for name in library.packs if name in times),
        *sorted(name for name in times if name not in library.packs),
    ]
    return [
        Choice(name, pack_title(journal, name), ", ".join([_number(times[name]), *_whose(journal, name)]))
        for name in names
    ]


def _whose(journal: Journal, pack: str) -> list[str]:
    if pack in journal.library.ours:
        return [words.PACK_OURS]
    return [] if pack in journal.library.packs else [words.PACK_GONE]


def lists(journal: Journal) -> list[Choice]:
    """Every list that holds something."""
    from guide.journal.items import built_up

    return [Choice(one.name, one.title) for one in built_up(journal)]


def exercise_title(journal: Journal, ref: str) -> str:
    """The title of an exercise in one line, also when its pack is gone: as the latest entry has it."""
    try:
        title = journal.library.find(ref).title
    except GuideError:
        latest = pages.page(journal.store, exercise=ref, limit=1)
        title = latest[0].title if latest else ref.split("/")[-1]
    return origin.quoted(title)


def pack_title(journal: Journal, pack: str) -> str:
    """The title of a pack in one line, or its id when it is not at hand."""
    return origin.quoted(journal.library.title(pack) or pack)


def list_title(journal: Journal, collection: str) -> str:
    """The title of a list in one line."""
    from guide.journal.items import find, own_title

    return origin.quoted(own_title(find(journal, collection)))


def find_exercise(journal: Journal, name: str) -> str:
    """An exercise as entries name it, by `pack/id`, `id` or title; also of a pack that is gone. Raises GuideError."""
    wanted = " ".join(name.split()).casefold()
    known = exercises(journal)
    for one in known:
        if wanted in (one.id, one.title.casefold()):
            return one.id
    try:
        return journal.library.find(name.strip()).ref
    except GuideError:
        gone = [one.id for one in known if one.id.split("/")[-1] == wanted]
        if gone:
            return gone[0]
        raise


def find_pack(journal: Journal, name: str) -> str:
    """A pack by its id or title, at hand or with entries. Raises GuideError that names those with entries."""
    wanted = " ".join(name.split()).casefold()
    known = packs(journal)
    for one in known:
        if wanted in (one.id, one.title.casefold()):
            return one.id
    if wanted in journal.library.packs:
        return wanted
    names = ", ".join(one.id for one in known)
    shown = clean(name, lines=False)[:60]
    remedy = words.NO_PACK_REMEDY.format(names=names) if names else ""
    raise GuideError(words.NO_PACK.format(name=shown), remedy)


def find_list(journal: Journal, name: str) -> str:
    """A list by its id or title. Raises GuideError naming the nearest."""
    from guide.journal.items import find

    return find(journal, name).name


def span(journal: Journal, days: int) -> tuple[str, str]:
    """The first day of the span of so many days up to today, and an open end; 0 is all time."""
    return (finding.shifted(journal.clock().day, 1 - days), "") if days else ("", "")


def between(journal: Journal, first: str, last: str) -> tuple[str, str]:
    """Two days as they were typed, either open; a month or a year is all of it. In the wrong order they are turned.

    Raises GuideError for what is no day.
    """
    today = journal.clock().day
    since, until = _typed(first, today, end=False), _typed(last, today, end=True)
    if since and until and since > until:
        return _typed(last, today, end=False), _typed(first, today, end=True)
    return since, until


def _typed(text: str, today: str, *, end: bool) -> str:
    if not text.strip():
        return ""
    from guide.steps.days import read_date

    try:
        day = read_date(text.strip(), today, approximate=True)["date"]
    except Problem as problem:
        shown = clean(text, lines=False).strip()[:40]
        raise GuideError(words.NO_DAY.format(words=shown), problem.message, code=2) from None
    year, month, *_ = [*map(int, day.split("-")), 0, 0]
    if len(day) == 4:
        return f"{day}-12-31" if end else f"{day}-01-01"
    if len(day) == 7:
        from calendar import monthrange  # it costs more to import than a list of entries does

        return f"{day}-{monthrange(year, month)[1]:02}" if end else f"{day}-01"
    return day


def _number(count: int) -> str:
    return words.NUMBER_OF[count != 1].format(n=count)


def _line(text: str) -> str:
    return one_line(text)[:80]
