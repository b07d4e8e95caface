"""The short form of the page: a script of about a minute, and a message (care rule 24).

At most 150 words and 500 characters, whatever there is. What has no room is left out whole, the later the sooner.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from guide.insight.dates import parse_day
from guide.insight.feelings import grid_counts
from guide.insight.summary import Facts, base, until_today
from guide.insight.summary_feelings import most_often
from guide.insight.summary_lines import asked, counted_sides, sides_words
from guide.insight.summary_medicine import last_change
from guide.insight.summary_numbers import when_of
from guide.insight.summary_rooms import ROOMS
from guide.insight.texts import shortened
from guide.words import summary as words

MOST_WORDS: Final = 150
MOST_CHARACTERS: Final = 500
_ROOM: Final = ROOMS[0]._replace(length=120)
_LONGEST: Final = 120  # characters of one sentence or question of the person's own
_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLOSING: Final = "\"'”’»›)]」』）"  # what may stand behind the sign that ends a sentence


class Short(NamedTuple):
    """`script` are sentences to say, `message` is a text to send."""

    script: tuple[str, ...]
    message: str


def short(facts: Facts) -> Short:
    """Both short forms of the page. Sections that were left out are left out here, too."""
    facts = until_today(facts)
    return Short(_script(facts), _message(facts))


def _script(facts: Facts) -> tuple[str, ...]:
    last = words.SCRIPT_ASK
    left = MOST_WORDS - _count(last)
    said = []
    for sentence in _sentences(facts):
        if _count(sentence) <= left:
            said.append(sentence)
            left -= _count(sentence)
    return (*said, last)


def _count(text: str) -> int:
    return len(text.split())


def _sentences(facts: Facts) -> Iterator[str]:
    """What there is to say, in the order of the page."""
    flat = any(one.points for one in facts.flatness) or any(not one.pack for one in facts.sides if one.notes)
    head = words.SCRIPT_HEAD if flat else words.SCRIPT_HEAD_OTHER
    yield head.format(**base(facts)) if facts.noted else words.SCRIPT_HEAD_EMPTY
    say = "say" not in facts.out
    if say and facts.sentence:
        yield _ended(shortened(facts.sentence[0], 240))
    yield from (_ended(shortened(text, _LONGEST)) for text in (facts.questions[:3] if say else ()))
    if "flatness" not in facts.out:
        if facts.since:
            yield words.SCRIPT_SINCE.format(when=_when(facts.since, facts))
        change = last_change(facts, _ROOM, words.SCRIPT_CHANGE)
        if change:
            yield change
        for side in [one for one in facts.sides if not one.pack][:1]:
            found = counted_sides(side, facts)
            if found.notes and found.enough:
                yield words.SCRIPT_SIDES.format(asked=asked(side.asked), counts=sides_words(found))
    if "words" not in facts.out:
        for one in facts.feelings[:1]:
            grid = grid_counts(one.notes)
            yield from list(most_often(grid))[:1] if grid.enough else ()
    for name, text in (
        ("costs", words.SCRIPT_COSTS),
        ("want", words.SCRIPT_WANT),
        ("glad", words.SCRIPT_GLAD),
    ):
        own: tuple[str, ...] = getattr(facts, name)
        if own and name not in facts.out:
            yield _ended(text.format(words="; ".join(shortened(one, _LONGEST) for one in own[:2])))


def _message(facts: Facts) -> str:
    since = ""
    if facts.since and "flatness" not in facts.out:
        since = words.MESSAGE_SINCE.format(when=_when(facts.since, facts))
    said = [words.MESSAGE_HEAD.format(since=since)]
    own = [*facts.sentence[:1], *facts.questions[:1]] if "say" not in facts.out else []
    for text in own:
        for sentence in (_ended(text), _ended(shortened(text, _LONGEST))):
            if _units(" ".join([*said, sentence, words.MESSAGE_END])) <= MOST_CHARACTERS:
                said.append(sentence)
                break
    return " ".join([*said, words.MESSAGE_END])


def _units(text: str) -> int:
    """Characters as forms for messages count them: a sign beyond the first plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _ended(text: str) -> str:
    """A sentence with a full stop, unless it ends in a sign of its own."""
    return text if text.rstrip(_CLOSING).endswith(_ENDS) else f"{text}."


def _when(date: str, facts: Facts) -> str:
    """A date as it stands inside a sentence: "about March 2026", or "on 12 Nov"."""
    when = shortened(when_of(date, facts), _LONGEST)
    return words.ON_DAY.format(when=when) if parse_day(date) is not None else when
