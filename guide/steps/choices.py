"""Any number of options."""

from __future__ import annotations

from guide.steps.base import GIVEN, OPTION_TESTS, Answer, Feed, Json, Kind, Making, Others, Problem, Step
from guide.steps.choice import OPTION, check_options, keep_feed, one_option, option_text
from guide.steps.fields import Flag, Ident, Plain, Text, Whole
from guide.steps.groups import ListOf, MapOf, Record
from guide.steps.problems import Path, Problems, unknown

LIMITS = Record({"min": Whole(0, 50), "max": Whole(1, 50)}, what="'pick'")


def check_limits(step: Step, path: Path, problems: Problems, most: int | None = None) -> None:
    """min and max must leave something that can be chosen."""
    limits = step.get("pick") or {}
    if limits.get("min", 0) > limits.get("max", 50):
        problems.add((*path, "pick", "min"), "'min' is larger than 'max', so nothing could be chosen.")
    elif most is not None and limits.get("min", 0) > most:
        problems.add((*path, "pick", "min"), f"'min' is {limits['min']}, but there are only {most} options.")


def within_limits(frozen: Step, count: int) -> None:
    """Raise Problem unless `count` lies within pick{min,max}; min counts only when something was given."""
    limits = frozen.get("pick") or {}
    if count > limits.get("max", 50):
        raise Problem(f"Up to {limits['max']} can be chosen here; {count} are.")
    if 0 < count < limits.get("min", 0):
        raise Problem(f"At least {limits['min']} together, or none; {count} is chosen.")


class ChoicesKind(Kind):
    """Several options; an exclusive one stands alone."""

    name = "choices"
    operators = (*OPTION_TESTS, "all_of")
    fields = {
        "prompt": Text(required=True),
        "options": MapOf(OPTION, required=True),
        "other": Flag(),
        "exclusive": ListOf(Ident()),
        "pick": LIMITS,
        "keep": Plain(),
    }

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        check_options(step, path, problems)
        options = step.get("options") or {}
        check_limits(step, path, problems, len(options) + (1 if step.get("other") else 0))
        for index, name in enumerate(step.get("exclusive") or []):
            if options and name not in options:
                problems.add((*path, "exclusive", index), unknown("The option", name, options))

    def option_ids(self, step: Step) -> list[str] | None:
        return list(step.get("options") or {})

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if not isinstance(raw, list):
            raise Problem("Please choose from the list.")
        chosen: list[Json] = []
        for value in raw:
            one = one_option(frozen, value)
            if one not in chosen:
                chosen.append(one)
        for name in frozen.get("exclusive") or []:
            if name in chosen and len(chosen) > 1:
                raise Problem(
                    f"'{option_text(frozen, name)}' stands on its own. Please choose either that or the others."
                )
        within_limits(frozen, len(chosen))
        return Answer(GIVEN, chosen)

    def test(self, answer: Answer, operator: str, value: Json) -> bool:
        wanted = value if isinstance(value, list) else [value]
        chosen = answer.value or []
        if operator == "all_of":
            return all(one in chosen for one in wanted)
        met = any(one in chosen for one in wanted)
        return not met if operator in ("is_not", "none_of") else met

    def tries(self, frozen: Step) -> list[Json]:
        names, alone = list(frozen.get("options") or {}), frozen.get("exclusive") or []
        limits = frozen.get("pick") or {}
        least, most = max(1, limits.get("min", 0)), limits.get("max", 50)
        others = [name for name in names if name not in alone]
        sets = [[name, *[other for other in others if other != name][: least - 1]] for name in others]
        sets += [others[:count] for count in range(least, min(most, len(others)) + 1)]
        sets += [[name] for name in alone if least <= 1]
        return [chosen for place, chosen in enumerate(sets) if chosen and chosen not in sets[:place]]

    def words(self, frozen: Step, answer: Answer) -> str:
        return ", ".join(option_text(frozen, value) for value in answer.value or [])

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        return [option_text(frozen, value) for value in answer.value or []]

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        return keep_feed(frozen, self.words(frozen, answer), at)


KIND = ChoicesKind()
