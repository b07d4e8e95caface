"""What every step kind shares: the answer, the problem, and the contract of a kind.

A *frozen step* is a plain dict: the step as it was shown, in one language, with its options, rows and
items resolved. Everything after the asking (checking an answer, words for review, what an answer feeds,
both fronts) works from the frozen step alone, so that an entry stays readable without its pack.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from guide.steps.fields import Field
from guide.steps.problems import Path, Problems

# None, bool, int, float, str, list or dict of the same; a recursive alias costs mypy much and tells little.
Json = Any
Step = Mapping[str, Any]

GIVEN = "given"
NUMB = "numb"
CANNOT_TELL = "cannot-tell"
NO_OCCASION = "no-occasion"
SKIPPED = "skipped"
HIDDEN = "hidden"
NOT_REACHED = "not-reached"

STATES = (GIVEN, NUMB, CANNOT_TELL, NO_OCCASION, SKIPPED, HIDDEN, NOT_REACHED)


class Answer(NamedTuple):
    """One answer: its state, and its value when the state is `given`."""

    state: str
    value: Json = None

    @property
    def answered(self) -> bool:
        """Whether conditions and piping may use it: numb and cannot-tell are answers too."""
        return self.state in (GIVEN, NUMB, CANNOT_TELL, NO_OCCASION)


class Problem(Exception):
    """Why an answer cannot be kept as it is: one sentence for the person, and the part it is about."""

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.part = part


class Making(NamedTuple):
    """What `parse` may need besides the words.

    New ids for items, the time (UTC, ISO), the value this answer replaces (an item that was made by the
    earlier revision keeps its id), and the local day (ISO), from which 'yesterday' is counted.
    """

    new_id: Callable[[], str]
    now: str
    previous: Json = None
    today: str = ""

    def item_id(self) -> str:
        """The item's id from the earlier revision, else a new one."""
        before = self.previous.get("item") if isinstance(self.previous, dict) else None
        return str(before) if before else self.new_id()


class World(Protocol):
    """What a step may ask for while it is being frozen: the person's own items and the pack's declarations."""

    def items(self, collections: list[str], order: str, where: Step | None = None) -> list[dict[str, Json]]:
        """Items (`item collection label fields refs`) of these collections (names local to the pack or full).

        `where` is an author's filter (`steps.filters`): fields answered or not, and how old.
        """

    def item(self, item: str) -> dict[str, Json] | None:
        """One item by its id."""

    def full_name(self, name: str) -> str:
        """`pack/name` for a name local to the pack."""

    def declared(self, group: str, name: str) -> dict[str, Json]:
        """A declaration (`series`, `collections`, `markers`) with its texts in the shown language, or {}."""

    def answer(self, step: str) -> tuple[Step, Answer] | None:
        """An earlier step of this walk as frozen, with its latest answer."""

    def last_way(self) -> str | None:
        """The way of saying chosen last time."""

    def chart(self, series: str, items: list[str] | None, last: str) -> dict[str, Json]:
        """A series drawn: `rows` of text and `words` that say the same; {} when there is nothing to draw.

        `items` are those it is about (None: all), `last` a span such as "4 weeks" or empty.
        """

    def recall(self, step: Step) -> list[str]:
        """What a `recall` step shows, as lines; none when there is nothing yet."""


class Feed(NamedTuple):
    """One thing an answer feeds: `what` is point, item, marker, value or use; `data` its columns."""

    what: str
    data: dict[str, Json]


Others = Callable[[str], list[str]]  # step id -> ids of the items that this step picked or made


class Kind:
    """The contract of a step kind; one subclass and one instance a kind, listed in `steps.KINDS`."""

    name: str = ""
    fields: Mapping[str, Field] = {}
    operators: tuple[str, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = {}  # part -> operators it takes
    asks = True  # False: shown only, no answer

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        """Report what the fields alone cannot see: how keys of one step fit together."""

    def option_ids(self, step: Step) -> list[str] | None:
        """The values that conditions may name, or None when there are none."""
        return None

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        """Resolve, in place, what depends on the person's items or on declarations."""

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        """Turn what a front hands over into an answer. Raises Problem with one sentence for the person."""
        raise NotImplementedError

    def sources(self, step: Step) -> list[str] | None:
        """The collections a step lives on: without items it has nothing to show. None for other kinds."""
        return None

    def begin(self, frozen: Step) -> Json:
        """The raw answer that stands there before anything was given: items to be changed, else nothing."""
        return None

    def tries(self, frozen: Step) -> list[Json]:
        """Raw answers that between them lead down every branch a condition can see, for trial walks."""
        return []

    def empty(self, raw: Json) -> bool:
        """Whether nothing was given: the step is then left open, not answered."""
        return raw is None or raw in ("", [], {})

    def test(self, answer: Answer, operator: str, value: Json) -> bool:
        """Whether a given answer meets one test of a condition."""
        return False

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        """A part for reference (`list.count`), or None when there is nothing."""
        return None

    def words(self, frozen: Step, answer: Answer) -> str:
        """The answer in one line, as the person would read it back."""
        return "" if answer.value is None else str(answer.value)

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        """The answer as lines for review."""
        line = self.words(frozen, answer)
        return line.split("\n") if line else []

    def items_made(self, frozen: Step, answer: Answer) -> list[str]:
        """Ids of the items this answer picked or made, for steps that say `of:`."""
        return []

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        """What this answer feeds. `at` is when it was given (UTC, ISO)."""
        return []


def compare(number: object, operator: str, value: object) -> bool:
    """The number tests of conditions. Numbers compare with numbers only."""
    if not isinstance(number, (int, float)) or not isinstance(value, (int, float)):
        return False
    return {
        "is": number == value,
        "is_not": number != value,
        "at_least": number >= value,
        "at_most": number <= value,
        "more_than": number > value,
        "less_than": number < value,
    }.get(operator, False)


NUMBER_TESTS = ("is", "is_not", "at_least", "at_most", "more_than", "less_than")
OPTION_TESTS = ("is", "is_not", "any_of", "none_of")
"""Every kind that asks also takes `answered`."""


def point(frozen: Step, track: str, item: str, answer: Answer, at: str, n: int = 0) -> Feed:
    """One number, or a state of its own, for a series."""
    value = answer.value if answer.state == GIVEN else None
    data = {
        "series": track,
        "item": item,
        "state": answer.state,
        "value": value,
        "n": n,
        "at": at,
        "step": frozen["id"],
    }
    return Feed("point", data)


def tracked(frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
    """The points of a step that rates: one, or one for each item that the step named by `of` picked."""
    if "track" not in frozen:
        return []
    items = others(frozen["of"]) if "of" in frozen else [""]
    return [point(frozen, frozen["track"], item, answer, at, n) for n, item in enumerate(items)]


def clean_words(raw: Json, *, most: int, lines: bool = False) -> str:
    """Words as they are kept: control characters removed, ends trimmed. Raises Problem when too long."""
    from guide.clean import clean

    if not isinstance(raw, str):
        raise Problem("This takes words.")
    words = clean(raw, lines=lines).strip()
    if len(words) > most:
        raise Problem(
            f"That is {len(words)} characters; up to {most} fit here. Nothing is lost: please shorten it."
        )
    return words
