"""The one walker: which step is shown, what comes next, what counts. It knows no screen, no file, no clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from guide.model.conditions import Lookup, holds
from guide.steps.base import HIDDEN, NOT_REACHED, SKIPPED, Answer, Step


class Walk:
    """One walk through the steps of an exercise.

    `steps` are normalised or frozen steps in their order; `answers` the latest answer of each step so far.
    `barren(step, lookup)` says that a step has nothing to show (a `pick` without items): it is passed over like
    a hidden one; `lookup` gives the shown steps before it. `done` starts at the end. Answers stay while a person
    moves back and forth, also those of steps that a later change of mind hides; `states` and `left_out` say at
    the end what counts.
    """

    def __init__(
        self,
        steps: Sequence[Step],
        answers: Mapping[str, Answer] | None = None,
        *,
        at: str | None = None,
        more: bool = False,
        done: bool = False,
        barren: Callable[[Step, Lookup], bool] = lambda step, lookup: False,
    ) -> None:
        self.steps = list(steps)
        self.answers: dict[str, Answer] = dict(answers or {})
        self.more = more
        self._barren = barren
        self._place = {step["id"]: index for index, step in enumerate(self.steps)}
        self._index: int | None = None
        if done:
            self._index = None
        elif at is not None and at in self._place and self._place[at] in self._visible():
            self._index = self._place[at]
        elif at is not None:
            self._index = self._after(self._place.get(at, -1))
        else:
            self._index = self._after(-1)

    @property
    def current(self) -> Step | None:
        """The step to show, or None when the walk is at its end."""
        return None if self._index is None else self.steps[self._index]

    @property
    def position(self) -> tuple[int, int]:
        """(place, count) of the current step among all that are shown, counted from 1; behind `m` it counts on."""
        path = self._visible()
        if self._index is None:
            return len(path), len(path)
        return sum(1 for index in path if index <= self._index), len(path)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a shown step before this one."""
        return self._before() is not None

    @property
    def at_last(self) -> bool:
        """Whether the current step is the last one of this path, by the answers so far."""
        return self._index is not None and self._after(self._index) is None

    @property
    def has_more(self) -> bool:
        """Whether steps behind `m` can be opened: at the end, while they are closed and have something to show."""
        return self._index is None and self.keeps_more

    @property
    def keeps_more(self) -> bool:
        """Whether there are closed steps behind `m` by the answers so far, now or at the end."""
        return not self.more and any(
            step.get("more") and self._shows(index, True) for index, step in enumerate(self.steps)
        )

    def give(self, answer: Answer) -> None:
        """Keep the answer of the current step and go on. A walk at its end stays there."""
        step = self.current
        if step is not None and self._index is not None:
            self.answers[step["id"]] = answer
            self._index = self._after(self._index)

    def skip(self) -> None:
        """Leave the current step open and go on."""
        self.give(Answer(SKIPPED))

    def back(self) -> bool:
        """Go to the shown step before this one; at the first one nothing happens. Answers stay."""
        before = self._before()
        if before is None:
            return False
        self._index = before
        return True

    def open_more(self, at: str = "") -> bool:
        """Open the steps behind `m` and go to the first, or to the one named; False when there are none."""
        if not self.has_more:
            return False
        self.more = True
        self._index = self._after(self._place[at] - 1 if at in self._place else -1)
        return self._index is not None

    def lookup(self, step_id: str) -> tuple[Step, Answer] | None:
        """A shown step with its answer, for conditions and piping; None for a hidden or unanswered one."""
        index = self._place.get(step_id)
        if index is None or step_id not in self.answers or index not in self._visible(all_more=True):
            return None
        return self.steps[index], self.answers[step_id]

    def states(self) -> dict[str, str]:
        """The state in which each step ends."""
        visible = self._visible(all_more=True)
        result = {}
        for index, step in enumerate(self.steps):
            answer = self.answers.get(step["id"])
            if index not in visible:
                result[step["id"]] = HIDDEN
            else:
                result[step["id"]] = answer.state if answer is not None else NOT_REACHED
        return result

    def left_out(self) -> list[str]:
        """Steps that hold an answer but ended hidden: their answers feed nothing and are listed as left out."""
        states = self.states()
        return [
            name for name, answer in self.answers.items() if states.get(name) == HIDDEN and answer.answered
        ]

    def _on_path(self, index: int) -> bool:
        return (
            not self.more
            or bool(self.steps[index].get("more"))
            or self.steps[index]["id"] not in self.answers
        )

    def _shows(self, index: int, all_more: bool) -> bool:
        return index in self._visible(all_more=all_more)

    def passed_over(self) -> list[Step]:
        """The steps right before the current one that would be asked, and had nothing to show."""
        here = len(self.steps) if self._index is None else self._index
        before = self._before()
        barren = self._sort(all_more=False)[1]
        first = -1 if before is None else before
        return [
            self.steps[index] for index in sorted(barren) if first < index < here and self._on_path(index)
        ]

    def _visible(self, *, all_more: bool = False) -> set[int]:
        return self._sort(all_more=all_more)[0]

    def _sort(self, *, all_more: bool) -> tuple[set[int], set[int]]:
        """Places of the steps that are shown, and of those that would be but have nothing to show."""
        shown: set[int] = set()
        empty: set[int] = set()

        def lookup(step_id: str) -> tuple[Step, Answer] | None:
            place = self._place.get(step_id)
            if place is None or place not in shown or step_id not in self.answers:
                return None
            return self.steps[place], self.answers[step_id]

        for index, step in enumerate(self.steps):
            if step.get("more") and not (self.more or all_more):
                continue
            if "when" in step and not holds(step["when"], lookup):
                continue
            (empty if self._barren(step, lookup) else shown).add(index)
        return shown, empty

    def _after(self, index: int) -> int | None:
        return min((one for one in self._visible() if one > index and self._on_path(one)), default=None)

    def _before(self) -> int | None:
        here = len(self.steps) if self._index is None else self._index
        return max((one for one in self._visible() if one < here), default=None)
