"""What a pack holds, and what an update changes, as lines. Texts of the pack are indented or quoted, never ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from guide.clean import clean
from guide.journal.library import Library
from guide.journal.origin import quoted
from guide.packs.contents import KEEPS, Difference, Holds
from guide.plain.wrap import wrap
from guide.words import home as home_words
from guide.words import packs as words

MOST: Final = 40
"""Lines of one list; a pack may have 400 exercises."""
_INDENT: Final = "  "

Name = Callable[[str], str]
"""A full name (`pack/name`) as a person knows it."""


def described(holds: Holds, warnings: int, name: Name) -> list[str]:
    """What the pack holds, who made it, what it keeps, and what it does with other packs."""
    lines = _hung(words.HEAD.format(title=quoted(holds.title), version=holds.version, id=holds.id))
    lines += _text(words.NOT_OURS) + [""]
    lines += _hung(words.BY.format(names=_joined(holds.authors, 5)) if holds.authors else words.BY_NOBODY)
    lines += _hung(words.LICENSE.format(name=holds.license) if holds.license else words.LICENSE_NONE)
    lines += _hung(words.LANGUAGES.format(names=_joined(holds.languages, 20)))
    if holds.about:
        lines += _text(words.ABOUT) + _listed([holds.about])
    lines += ["", *_text(counted(words.EXERCISES, len(holds.exercises)))]
    lines += _listed(_timed(one.title, one.minutes) for one in holds.exercises)
    lines += ["", *_keeps(holds), "", *_others(holds, name), "", *_text(words.CANNOT)]
    if warnings:
        lines += _text(counted(words.WARNINGS, warnings))
    return lines


def _keeps(holds: Holds) -> list[str]:
    if holds.keeps:
        lines = _text(words.KEEPS)
        lines += _listed(
            words.GROUPS[group].format(names=_joined(titles)) for group, titles in holds.keeps.items()
        )
    else:
        lines = _text(words.KEEPS_NOTHING)
    if holds.roles:
        lines += _text(words.ROLES.format(names=_joined([role.replace("-", " ") for role in holds.roles])))
    return lines + (_text(words.RECALLS) if holds.recalls else [])


def _others(holds: Holds, name: Name) -> list[str]:
    if not (holds.uses or holds.reads):
        return _text(words.ALONE)
    lines = _hung(words.USES.format(names=_joined([name(one) for one in holds.uses])))
    return lines + (_text(words.READS) + _listed(map(name, holds.reads)) if holds.reads else [])


def changes(found: Difference, orphans: Sequence[str], name: Name) -> list[str]:
    """What an update brings and takes away. `orphans` are sentences about answers it does not go on with."""
    rows = [words.NEW_EXERCISE.format(title=title) for title in found.added]
    rows += [words.GONE_EXERCISE.format(title=title) for title in found.gone]
    rows += [words.RENAMED.format(old=old, new=new) for old, new in found.renamed]
    for one in found.changed:
        pairs = ((words.STEPS_NEW, one.new), (words.STEPS_GONE, one.gone), (words.STEPS_OTHER, one.other))
        counts = ", ".join(counted(forms, n) for forms, n in pairs if n)
        rows.append(words.STEPS.format(title=one.title, counts=counts))
    for template, names in (
        (words.NOW_KEEPS, found.keeps),
        (words.NOW_USES, [name(one) for one in found.uses]),
        (words.NO_LONGER_USES, [name(one) for one in found.no_longer_uses]),
        (words.NOW_READS, [name(one) for one in found.reads]),
    ):
        rows += [template.format(names=_joined(names))] if names else []
    lines = _text(words.CHANGES) + _listed(rows) if rows else _text(words.NO_CHANGES)
    lines += _text(words.ORPHANS) + _listed(orphans) if orphans else []
    return lines + _text(words.KEPT)


def named_in(library: Library) -> Name:
    """Names of other packs' things by the titles they have here."""

    def name(full: str) -> str:
        pack, _, rest = full.partition("/")
        if not rest:
            title = quoted(library.title(pack))
            return words.NAMED.format(title=title, name=full) if title else words.NOT_HERE.format(name=full)
        found = [one for group in KEEPS if (one := library.declared(group, full))]
        exercises = library.packs.get(pack, {}).get("exercises", [])
        found += [one for one in exercises if one["id"] == rest.split("/")[0]]
        title = quoted(library.say(pack, found[0].get("title"))) if found else ""
        return words.NAMED.format(title=title, name=full) if title else full

    return name


def counted(forms: tuple[str, str], n: int) -> str:
    """The form for one, or for this many."""
    return forms[0] if n == 1 else forms[1].format(n=n)


def _timed(title: str, minutes: int | None) -> str:
    if not minutes:
        return title
    return home_words.NEXT_LINE.format(title=title, minutes=counted(home_words.MINUTES, minutes))


def _joined(names: Sequence[str], most: int = MOST) -> str:
    shown = [_line(name) for name in names[:most]]
    rest = len(names) - len(shown)
    return ", ".join([*shown, words.AND_MORE.format(n=rest)] if rest > 0 else shown)


def _listed(rows: Iterable[str]) -> list[str]:
    every = list(rows)
    lines = [line for row in every[:MOST] for line in wrap(_line(row), first=_INDENT, rest=_INDENT * 2)]
    rest = len(every) - MOST
    return lines + ([_INDENT + words.AND_MORE.format(n=rest)] if rest > 0 else [])


def _text(text: str) -> list[str]:
    return wrap(_line(text))


def _hung(text: str) -> list[str]:
    """A line of ours with words of the pack in it: none of them may come to stand at the beginning of a line."""
    return wrap(_line(text), rest=_INDENT)


def _line(text: str) -> str:
    return " ".join(clean(text, lines=False).split())
