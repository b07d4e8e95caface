"""What a pack holds, and what an update changes, as lines. Texts of the pack are indented or quoted, never ours."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from guide.clean import clean, one_line
from guide.journal.library import Library
from guide.journal.origin import QUOTES, quoted
from guide.packs.contents import KEEPS, Difference, Holds
from guide.packs.lints.wording import Safety, is_english
from guide.plain.wrap import WIDTH, wrap
from guide.words import home as home_words
from guide.words import packs as words

MOST: Final = 40
"""Lines of one list; a pack may have 400 exercises."""
SAFETY_EACH: Final = 3
"""Examples of one harm; the others are counted."""
_INDENT: Final = "  "

Name = Callable[[str], str]
"""A full name (`pack/name`) as a person knows it."""


class Row(NamedTuple):
    """A line before it is broken for a terminal: what stands before its first piece, and before the others."""

    text: str
    first: str = ""
    rest: str = ""


def folded(rows: Iterable[Row]) -> list[str]:
    """The rows as lines, broken between words for the terminal there is."""
    width = _width()
    return [
        line for row in rows for line in wrap(one_line(row.text), first=row.first, rest=row.rest, width=width)
    ]


def _width() -> int:
    """Columns to use. Exported COLUMNS are not believed."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, or no output at all
        return WIDTH
    return max(24, min(WIDTH, columns - 1)) if columns else WIDTH


def described(holds: Holds, name: Name) -> list[Row]:
    """What the pack holds, who made it, what it keeps, and what it does with other packs."""
    rows = [_hung(words.HEAD.format(title=quoted(holds.title), version=holds.version, id=holds.id))]
    rows += [Row(words.NOT_OURS), Row("")]
    rows += [_hung(words.BY.format(names=_joined(holds.authors, 5)) if holds.authors else words.BY_NOBODY)]
    rows += [_hung(words.LICENSE.format(name=holds.license) if holds.license else words.LICENSE_NONE)]
    rows += [_hung(words.LANGUAGES.format(names=_joined(holds.languages, 20)))]
    if holds.about:
        rows += [Row(words.ABOUT), *_listed([holds.about])]
    rows += [Row(""), Row(counted(words.EXERCISES, len(holds.exercises)))]
    rows += _listed(_timed(one.title, one.minutes) for one in holds.exercises)
    return [*rows, Row(""), *_keeps(holds), Row(""), *_others(holds, name), Row(""), Row(words.CANNOT)]


def _keeps(holds: Holds) -> list[Row]:
    if holds.keeps:
        rows = [Row(words.KEEPS)]
        rows += _listed(
            words.GROUPS[group].format(names=_joined(titles)) for group, titles in holds.keeps.items()
        )
    else:
        rows = [Row(words.KEEPS_NOTHING)]
    rows += [Row(said) for role, said in words.ROLES.items() if role in holds.roles]
    return rows + ([Row(words.RECALLS)] if holds.recalls else [])


def _others(holds: Holds, name: Name) -> list[Row]:
    if not (holds.uses or holds.reads):
        return [Row(words.ALONE)]
    rows = [_hung(words.USES.format(names=_joined([name(one) for one in holds.uses])))]
    return rows + ([Row(words.READS), *_listed(map(name, holds.reads))] if holds.reads else [])


def warned(found: Safety, others: int, path: str, languages: Sequence[str]) -> list[Row]:
    """What the check has to say: harms with the words found, and how many warnings are for its author.

    `others` is the number of these, `path` the pack as it was named.
    """
    command = clean(shlex.quote(path), lines=False)
    form = words.WARNINGS[others != 1].format(n=others, path=command)
    rows = [_hung(form)] if others else []
    by_hazard: dict[str, dict[str, None]] = {}
    for offence, quote in found.offences:
        by_hazard.setdefault(offence.rule.hazard, {})[quote] = None
    harms: list[Row] = []
    for hazard, quotes in by_hazard.items():
        shown = [
            words.SAFETY_ROW.format(words=inside(one), hazard=hazard) for one in list(quotes)[:SAFETY_EACH]
        ]
        harms += _listed(shown)
        rest = len(quotes) - len(shown)
        harms += [Row(words.SAFETY_MORE.format(n=rest), _INDENT * 2)] if rest else []
    foreign = [one for one in languages if not is_english(one)]
    harms = [Row(words.SAFETY), *harms] if harms else []
    harms += [] if found.whole else [Row(words.SAFETY_CUT)]
    harms += [_hung(words.SAFETY_ENGLISH.format(names=_joined(foreign, 20)))] if foreign else []
    return rows + ([Row(""), *harms] if harms else [])


def inside(text: str) -> str:
    """Words of a pack as they stand between our quotation marks: none of theirs can close them."""
    return text.translate(QUOTES)


def changes(found: Difference, orphans: Sequence[str], name: Name) -> list[Row]:
    """What an update brings and takes away. `orphans` are sentences about answers it does not go on with."""
    said = [words.NEW_EXERCISE.format(title=title) for title in found.added]
    said += [words.GONE_EXERCISE.format(title=title) for title in found.gone]
    said += [words.RENAMED.format(old=old, new=new) for old, new in found.renamed]
    for one in found.changed:
        pairs = ((words.STEPS_NEW, one.new), (words.STEPS_GONE, one.gone), (words.STEPS_OTHER, one.other))
        counts = ", ".join(counted(forms, n) for forms, n in pairs if n)
        said.append(words.STEPS.format(title=one.title, counts=counts))
    for template, names in (
        (words.NOW_KEEPS, found.keeps),
        (words.NOW_USES, [name(one) for one in found.uses]),
        (words.NO_LONGER_USES, [name(one) for one in found.no_longer_uses]),
        (words.NOW_READS, [name(one) for one in found.reads]),
    ):
        said += [template.format(names=_joined(names))] if names else []
    rows = [Row(words.CHANGES), *_listed(said)] if said else [Row(words.NO_CHANGES)]
    rows += [Row(words.ORPHANS), *_listed(orphans)] if orphans else []
    return [*rows, Row(words.KEPT)]


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
    shown = [one_line(name) for name in names[:most]]
    rest = len(names) - len(shown)
    return ", ".join([*shown, words.AND_MORE.format(n=rest)] if rest > 0 else shown)


def _listed(rows: Iterable[str]) -> list[Row]:
    every = list(rows)
    found = [Row(row, _INDENT, _INDENT * 2) for row in every[:MOST]]
    rest = len(every) - MOST
    return found + ([Row(words.AND_MORE.format(n=rest), _INDENT)] if rest > 0 else [])


def _hung(text: str) -> Row:
    """A line of ours with words of the pack in it: none of them may come to stand at the beginning of a line."""
    return Row(text, rest=_INDENT)
