"""Medicine on the page for a prescriber: every one with its changes, and the last change, as exact as each is known.

A date may be a month or a year. Where two changes may have come in either order, no order is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guide.insight.dates import period
from guide.insight.markers import starts
from guide.insight.summary import Facts, Medicine, year_known
from guide.insight.summary_numbers import bare, one_line, when_of
from guide.insight.summary_rooms import Room
from guide.insight.texts import counted
from guide.insight.timeline import when_words
from guide.insight.values import Marker
from guide.words import summary as words

TOGETHER: Final = 3
"""Changes named as the last ones where it is not known which of them was; two where there is little room."""
LABEL: Final = 80
"""Columns that the words of a change always have: what was done with the dose stands at their end."""


def medicines(facts: Facts, room: Room) -> Iterator[str]:
    """Every medicine with its doses and dates; where there is no room for all, those that changed latest."""
    there = [one for one in facts.medicine if one.events]
    if not there:
        yield words.MEDICINE_NONE
    latest = sorted(range(len(there)), key=lambda at: max(map(starts, there[at].events)), reverse=True)
    for at in sorted(latest[: room.medicines]):
        events = "; ".join(_events(there[at], facts, room))
        yield words.MEDICINE_LINE.format(name=one_line(there[at].name, room), events=events)
    if len(there) > room.medicines:
        yield counted(len(there) - room.medicines, words.MEDICINE_MORE)


def _events(one: Medicine, facts: Facts, room: Room) -> Iterator[str]:
    """The first change and the latest ones, those between counted; what is to come; what has no date."""
    dated = sorted(filter(starts, one.events), key=lambda event: (starts(event), len(event.date)))
    yield from _past([event for event in dated if not _ahead(event, facts)], facts, room)
    ahead = [event for event in dated if _ahead(event, facts)]
    undated = [event for event in one.events if not starts(event)]
    for events, more in ((ahead, words.MORE_AHEAD), (undated, words.MORE_UNDATED)):
        yield from (event_words(event, facts, room) for event in events[: room.events])
        if len(events) > room.events:
            yield counted(len(events) - room.events, more)


def _past(events: list[Marker], facts: Facts, room: Room) -> Iterator[str]:
    left = len(events) - room.events
    if left <= 0:
        yield from (event_words(event, facts, room) for event in events)
        return
    first = events[: 1 if room.events > 1 else 0]
    latest = events[len(first) + left :]
    between = events[len(first) : len(first) + left]
    ordered = _after(between, first) and _after(latest, between)
    count = counted(left, (words.BETWEEN if first else words.EARLIER) if ordered else words.CHANGES)
    said = [[event_words(event, facts, room) for event in some] for some in (first, latest)]
    yield from (*said[0], count, *said[1]) if first else (*said[1], count)


def _after(later: Sequence[Marker], earlier: Sequence[Marker]) -> bool:
    """Whether every change of the one came after every change of the other, whatever their dates leave open."""
    return max(map(_ends, earlier), default="") < min(map(starts, later), default="~")


def _ends(event: Marker) -> str:
    """The last day (ISO) a change can mean."""
    dates = period(event.date)
    return dates[1].isoformat() if dates else ""


def _ahead(event: Marker, facts: Facts) -> bool:
    return starts(event) > facts.today


def event_words(event: Marker, facts: Facts, room: Room) -> str:
    """One change with its date, as exact as it is known."""
    what = bare(event.label, room._replace(length=max(room.length, LABEL)))
    if not starts(event):
        when = words.UNDATED
    elif _ahead(event, facts):
        when = words.FROM.format(when=when_words(event.date, year_known(facts)))
    else:
        when = when_of(event.date, facts)
    return words.EVENT.format(what=what, when=when) if what else when


def last_change(facts: Facts, room: Room, said: tuple[str, str, str]) -> str:
    """The latest dated change of any medicine in a sentence, or "" when there is none or medicine is left out.

    `said` is the sentence for one change, for several of one day, and for several of which any may be the last.
    """
    dated = [
        (one.name, event)
        for one in facts.medicine
        for event in one.events
        if starts(event) and not _ahead(event, facts)
    ]
    latest = max((starts(event) for _, event in dated), default="")
    last = [found for found in dated if _ends(found[1]) >= latest]
    if not last or "medicine" in facts.out:
        return ""
    last.sort(key=lambda found: (starts(found[1]), len(found[1].date)))
    most = max(2, min(TOGETHER, room.events))
    names = [f"{one_line(name, room)} {event_words(event, facts, room)}" for name, event in last[-most:]]
    if len(last) > most:
        names.append(counted(len(last) - most, words.MORE))
    one_day = all(_ends(event) == latest == starts(event) for _, event in last)
    return said[0 if len(last) == 1 else 1 if one_day else 2].format(event="; ".join(names))
