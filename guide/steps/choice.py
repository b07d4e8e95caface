"""One of several options, or words of one's own where the step allows it."""

from __future__ import annotations

from guide.steps.base import (
    GIVEN,
    OPTION_TESTS,
    Answer,
    Feed,
    Json,
    Kind,
    Making,
    Others,
    Problem,
    Step,
    clean_words,
)
from guide.steps.fields import Flag, Plain, Text
from guide.steps.groups import MapOf, TextOr
from guide.steps.problems import Path, Problems

OPTION = TextOr({"key": Plain(r"[^\s]", "one character")}, what="An option")
OTHER_MAX = 200


def check_options(step: Step, path: Path, problems: Problems) -> None:
    """Two options with one key could not both be chosen; digits are taken by the place in the list."""
    seen: dict[str, str] = {}
    for name, option in (step.get("options") or {}).items():
        key = option.get("key")
        if key is None:
            continue
        if key in seen:
            problems.add(
                (*path, "options", name, "key"), f"The key '{key}' is already used by option '{seen[key]}'."
            )
        if key.isdigit():
            problems.add(
                (*path, "options", name, "key"), "Digits choose by place; please use a letter or a sign."
            )
        seen[key] = name


def option_text(frozen: Step, value: Json) -> str:
    """The words of an option as shown, or the person's own."""
    if isinstance(value, dict):
        return str(value.get("other", ""))
    option = frozen.get("options", {}).get(value)
    return str(option["text"]) if option else str(value)


def one_option(frozen: Step, raw: Json) -> Json:
    """An option id, or {"other": words}. Raises Problem."""
    if isinstance(raw, dict) and set(raw) == {"other"} and frozen.get("other"):
        words = clean_words(raw["other"], most=OTHER_MAX)
        if not words:
            raise Problem("Please write the other one, or choose from the list.")
        return {"other": words}
    if isinstance(raw, str) and raw in frozen.get("options", {}):
        return raw
    raise Problem("Please choose one from the list.")


class ChoiceKind(Kind):
    """One option."""

    name = "choice"
    operators = OPTION_TESTS
    fields = {
        "prompt": Text(required=True),
        "options": MapOf(OPTION, required=True),
        "other": Flag(),
        "keep": Plain(),
    }

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        check_options(step, path, problems)

    def option_ids(self, step: Step) -> list[str] | None:
        return list(step.get("options") or {})

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        return Answer(GIVEN, one_option(frozen, raw))

    def test(self, answer: Answer, operator: str, value: Json) -> bool:
        wanted = value if isinstance(value, list) else [value]
        met = answer.value in wanted
        return not met if operator in ("is_not", "none_of") else met

    def tries(self, frozen: Step) -> list[Json]:
        own: list[Json] = [{"other": "something else"}] if frozen.get("other") else []
        return [*(frozen.get("options") or {}), *own]

    def words(self, frozen: Step, answer: Answer) -> str:
        return option_text(frozen, answer.value)

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        words = self.words(frozen, answer)
        return keep_feed(
            frozen, option_kept(answer.value, words) if isinstance(answer.value, str) else words, at
        )


def keep_feed(frozen: Step, value: Json, at: str) -> list[Feed]:
    """A kept value, where the step says `keep`."""
    if "keep" not in frozen:
        return []
    return [Feed("value", {"name": frozen["keep"], "value": value, "at": at, "step": frozen["id"]})]


def option_kept(option: str, words: str) -> Json:
    """An option as a kept value: its id, for hints such as `every`, and its words, for texts."""
    return {"option": option, "words": words}


def date_kept(day: str, words: str) -> Json:
    """A date as a kept value: ISO, for hints such as `before`, and its words, for texts."""
    return {"date": day, "words": words}


def kept_words(value: Json) -> str:
    """A kept value as it stands in a text."""
    return str(value.get("words", "")) if isinstance(value, dict) else str(value)


def kept_option(value: Json) -> Json:
    """A kept value as a hint reads it: the id of an option, a date (ISO, perhaps a month or a year), else the value."""
    return value.get("option", value.get("date")) if isinstance(value, dict) else value


KIND = ChoiceKind()
