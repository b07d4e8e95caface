"""One plan: what happens, what one does then, and what might get in the way. A list of one record."""

from __future__ import annotations

from guide.plain.prompts import list as list_
from guide.plain.records import NEXT
from guide.plain.turn import Turn
from guide.steps.base import Json, Step
from guide.words import plain as words


def show(turn: Turn) -> None:
    """Write what it is for, and the plan that stands here already."""
    about = [str(one) for one in turn.step.get("about") or []]
    if about and "; ".join(about) not in turn.in_view:
        turn.talk.say(words.PLAN_FOR)
        for one in about:
            turn.talk.say(one, first="  ")
    list_.show(turn)


def ask(turn: Turn) -> Json:
    """Read its parts; each is held at once."""
    return _Plan(turn).ask()


def settled(step: Step, raw: Json) -> Json:
    """The plan, when it is whole."""
    return list_.settled(step, raw)


class _Plan(list_.Records):
    """The one record. Whoever comes back goes through its parts again; Enter keeps each."""

    def start(self) -> list_.Place:
        return super().start() if any(NEXT in one for one in self.records) else (0, 0)

    def full(self) -> None:
        """One plan is all that is asked for."""
