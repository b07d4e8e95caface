"""What was built up: the lists a person's answers made, what is set aside, and what is ticked for the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from guide.clean import clean, one_line
from guide.errors import GuideError
from guide.journal import origin
from guide.journal.journal import Journal, full_name
from guide.steps.items import field_words
from guide.steps.problems import did_you_mean
from guide.store import counting, derived, meta
from guide.store.records import Item
from guide.words import items as words

PAGE: Final = "for-the-page"
"""The key of the store's small state that holds the ids of ticked items."""
SENTENCES: Final = "sentences"
"""The role of a collection that can be taken along as a plain list."""
_SLOT: Final = re.compile(r"\{([a-z0-9-]+)\}")


class Built(NamedTuple):
    """One list: `name` is `pack/id`, `call` what a person types for it, `title` says whose it is when it is not ours.

    `page` tells whether its items can be ticked for the page; `in_use` counts its items and `aside` those set aside.
    """

    name: str
    call: str
    title: str
    role: str
    page: bool
    in_use: int
    aside: int
    declared: Mapping[str, Any]


class Held(NamedTuple):
    """One item: its words in one line, its other fields in words, the local day of its latest version (ISO)."""

    id: str
    label: str
    more: list[str]
    day: str
    aside: bool
    ticked: bool
    fields: dict[str, Any]


def built_up(journal: Journal) -> list[Built]:
    """Every list that holds something: of packs in their order, ours first, then of packs that are gone."""
    return [one for one in _every(journal) if one.in_use or one.aside]


def find(journal: Journal, name: str) -> Built:
    """A list by its id, by `pack/id` or by its title. Raises GuideError naming the nearest one there is."""
    every = list(_every(journal))
    wanted = " ".join(name.split())
    for fits in (
        lambda one: wanted in (one.name, one.call),
        lambda one: wanted == one.name.split("/")[1],
        lambda one: wanted.casefold() == one.title.casefold(),
        lambda one: wanted.casefold() == own_title(one).casefold(),
    ):
        found = next((one for one in every if fits(one)), None)
        if found is not None:
            return found
    known = [known for one in every for known in (one.call, own_title(one))]
    hint = did_you_mean(wanted, known).strip()
    shown = clean(wanted, lines=False)[:60]
    raise GuideError(words.NOT_A_LIST.format(name=shown), hint or words.NOT_A_LIST_REMEDY)


def counted(built: Built) -> str:
    """How many items a list holds, and how many are set aside, in words; empty for none."""
    parts = [words.COUNT[built.in_use != 1].format(n=built.in_use)] if built.in_use else []
    parts += [words.ASIDE_COUNT.format(n=built.aside)] if built.aside else []
    return ", ".join(parts)


def held(
    journal: Journal, built: Built, *, aside: bool = False, limit: int | None = None, offset: int = 0
) -> list[Held]:
    """The items of a list, the newest first: those in use, or those set `aside`."""
    found = derived.items(journal.store, built.name, archived=aside, limit=limit, offset=offset)
    ticked = set(_ticked(journal)) if built.page else set()
    return [_held(one, built, ticked) for one in found]


def maker(journal: Journal, built: Built) -> str:
    """The title of the first exercise that collects into a list; empty when there is none."""
    found = journal.library.maker("collect", {built.name})
    return found.title if found is not None else ""


def set_aside(journal: Journal, prefix: str, aside: bool = True) -> Held:
    """Set an item aside, by its id or the beginning of it, or take it back. Raises GuideError for none or several."""
    id_ = derived.find_item(journal.store, prefix)
    derived.archive(journal.store, id_, aside)
    journal.copy_plan()
    return _one(journal, id_)


def tick(journal: Journal, prefix: str) -> Held:
    """Tick an item for the page, or take the tick away; as `ticked` says afterwards.

    Raises GuideError when its list does not go on the page, or when nothing can be kept.
    """
    id_ = derived.find_item(journal.store, prefix)
    built = find(journal, _there(journal, id_).collection)
    if not built.page:
        titles = ", ".join(f"“{one.title}”" for one in _every(journal) if one.page)
        remedy = words.NO_PAGE_REMEDY.format(titles=titles) if titles else ""
        raise GuideError(words.NO_PAGE.format(title=built.title), remedy)
    before = _ticked(journal)
    after = [one for one in before if one != id_] if id_ in before else [*before, id_]
    meta.set_meta(journal.store, PAGE, after or None)
    return _one(journal, id_)


def for_the_page(journal: Journal) -> list[Item]:
    """The items ticked for the page that are in use and whose list goes on it, the newest first."""
    ids = _ticked(journal)
    pages = _for_pages(journal) if ids else set()
    return [one for one in derived.items_named(journal.store, ids) if one.collection in pages] if ids else []


def ticked_ids(journal: Journal) -> list[str]:
    """The ids of the items ticked for the page, as they are kept."""
    return _ticked(journal)


def can_tick(journal: Journal, id_: str) -> bool:
    """Whether an item's list goes on the page by ticks."""
    item = derived.item(journal.store, id_)
    return item is not None and item.collection in _for_pages(journal)


def sentence_list(journal: Journal, near: str = "") -> Built | None:
    """The list of sentences that holds some: of the pack that asks first, then ours, then others. None without one."""
    names = journal.library.named_by_role("collections", SENTENCES)
    counts = counting.item_counts(journal.store)
    there = [name for name in names if counts.get(name, (0, 0))[0]]
    there.sort(key=lambda name: name.split("/")[0] != near)
    return find(journal, there[0]) if there else None


def as_text(built: Built, found: Sequence[Held]) -> list[str]:
    """A list fit for a wallet: its title, then its items, one a line, and nothing else."""
    return [own_title(built), *(one.label for one in found)]


def _every(journal: Journal) -> Iterator[Built]:
    counts = counting.item_counts(journal.store)
    library, pages = journal.library, _for_pages(journal)
    known = [
        full_name(pack, name) for pack, data in library.packs.items() for name in data.get("collections", {})
    ]
    gone = [name for name in counts if name not in known]
    declared = meta.declarations(journal.store) if gone else {}
    for name in [*known, *gone]:
        said = library.declared("collections", name) or declared.get(name) or {}
        pack, _, local = name.partition("/")
        title = one_line(str(said.get("title") or local))
        if pack not in library.packs:
            title = words.FROM_GONE.format(title=title)
        elif pack not in library.ours:
            title = words.FROM_PACK.format(title=title, pack=origin.quoted(library.title(pack)))
        call = local if pack in library.ours else name
        in_use, aside = counts.get(name, (0, 0))
        yield Built(name, call, title, str(said.get("role", "")), name in pages, in_use, aside, said)


def own_title(built: Built) -> str:
    """The title as the pack gives it, in one line."""
    return one_line(str(built.declared.get("title") or built.name.partition("/")[2]))


def _for_pages(journal: Journal) -> set[str]:
    """The collections (full names) whose words a pack's summary leaves out until they are let in."""
    return {
        full_name(pack, part["from"])
        for pack, data in journal.library.packs.items()
        for part in data.get("summary", [])
        if part.get("free_text") and part.get("from") in data.get("collections", {})
    }


def _ticked(journal: Journal) -> list[str]:
    kept = journal.state(PAGE)
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def _there(journal: Journal, id_: str) -> Item:
    item = derived.item(journal.store, id_)
    if item is None:
        raise GuideError(words.NOT_THERE)  # another window took it away a moment ago
    return item


def _one(journal: Journal, id_: str) -> Held:
    item = _there(journal, id_)
    return _held(item, find(journal, item.collection), set(_ticked(journal)))


def _held(item: Item, built: Built, ticked: set[str]) -> Held:
    fields = built.declared.get("fields", {})
    shown = _SLOT.findall(str(built.declared.get("label", "")))
    more = []
    for name, value in item.fields.items():
        field = fields.get(name, {})
        said = one_line(field_words(value, field.get("options")))
        if name not in shown and said:
            more.append(words.FIELD.format(title=one_line(str(field.get("title", name))), words=said))
    ticks = item.id in ticked and not item.archived
    return Held(item.id, one_line(item.label), more, item.day, item.archived, ticks, item.fields)
