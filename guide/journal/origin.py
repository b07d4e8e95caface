"""What the program itself says over an exercise by somebody else: whose it is, and the fixed line about medicine.

Both stand in the program's own place and are decided here alone, so no pack can take them away or write them.
Our own exercises say what has to be said about medicine in their own texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from guide.clean import one_line
from guide.steps.fields import TEXT
from guide.words import home as words

if TYPE_CHECKING:
    from guide.journal.home import Door
    from guide.journal.library import Library
    from guide.journal.sitting import Sitting

TITLE_MOST: Final = 60
"""Characters of a pack's title in a line of the program's own."""

QUOTES: Final = str.maketrans(dict.fromkeys('“”„‟«»‹›"＂〝〞', "'"))
"""Marks that could close a quotation of ours, to single ones."""
_UNSEEN: Final = (
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


class OwnLines(NamedTuple):
    """What stands over a step in the program's own words; either may be empty."""

    origin: str
    medicine: str


def quoted(title: str) -> str:
    """A pack's title as it stands between our quotation marks: one line, cut, and no mark that closes them."""
    line = one_line(title).translate(QUOTES)
    return line if len(line) <= TITLE_MOST else line[: TITLE_MOST - 1] + "…"


def door_title(door: Door) -> str:
    """The title of a door; that of somebody else's pack is quoted and marked."""
    return door.title if door.ours else words.DOOR_NOT_OURS.format(title=quoted(door.title))


def of_pack(library: Library, ref: str) -> str:
    """Whose an exercise is, by `pack/id`; empty when it is ours."""
    pack = ref.split("/")[0]
    if pack in library.ours:
        return ""
    if pack not in library.packs:
        return words.ORIGIN_GONE
    return words.ORIGIN.format(title=quoted(library.title(pack)))


def own_lines(sitting: Sitting) -> OwnLines:
    """What the program says over the current step: whose it is always, the line about medicine at the first step."""
    whose = of_pack(sitting.library, sitting.exercise.ref)
    view_first = not sitting.walk.can_go_back or sitting.exercise.data.get("layout") == "one-screen"
    if not whose or sitting.ended or not view_first:
        return OwnLines(whose, "")
    if not mentions_medicine(sitting.exercise.data):
        return OwnLines(whose, "")
    from guide.store.pages import counts

    times = counts(sitting.store).get(sitting.exercise.ref, (0, ""))[0]
    return OwnLines(whose, medicine_line(times))


def medicine_line(times: int) -> str:
    """The fixed line for an exercise that was done `times` times before (care rule 9)."""
    from guide.journal import often
    from guide.words import notices

    return notices.MEDICINE_SHORT if times >= often.TIMES else f"{notices.MEDICINE_FIRST} {notices.MEDICINE}"


def mentions_medicine(value: Any) -> bool:
    """Whether any text inside a value speaks of medicine. Accents, capitals and unseen letters make no difference."""
    otherwise, found = _patterns()
    return any(found.search(otherwise.sub("", _plain(text))) for text in _texts(value))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    from guide.words import notices

    whole, begun = (
        "|".join(map(re.escape, some)) for some in (notices.MEDICINE_WORDS, notices.MEDICINE_STEMS)
    )
    otherwise = "|".join(map(re.escape, notices.MEDICINE_OTHERWISE))
    return re.compile(otherwise), re.compile(rf"\b(?:(?:{whole})\b|(?:{begun}))")


def _plain(text: str) -> str:
    if not text.isascii():
        import unicodedata  # not at every start: few exercises need it

        text = re.sub(_UNSEEN, "", unicodedata.normalize("NFKD", text))
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return text.lower()


_NAMES: Final = frozenset({"id", "kind", "role", "hash", "when", "cites", "formerly", "door"})
"""Keys of an exercise and of its steps whose values are names and no words for a person."""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if key == TEXT or key not in _NAMES:
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
