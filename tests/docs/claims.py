"""Sentences that claim something about people, feelings, medicines or studies, wherever a person can read them.

A claim is known by its words, a few at a time and by what kind of claim they make. That takes in a little too much:
`NO_CLAIMS` lists the sentences that look like claims and are none. What the patterns do not know they do not see, so
`test_evidence.py` holds them to sentences of every sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from tests.words.texts import module_strings

PATTERNS: Final[dict[str, str]] = {
    "study": (
        r"stud(?:y|ies)|surveys?|research\w*|trials? of|guideline|evidence|meta-analys\w+|proven|untested|"
        r"(?:been|was|were|not|has|have) tested|no test of|found that|found none|(?:did|does) not find|"
        r"nobody has (?:tried|tested)|scientists|students|chosen for|two groups|experts?|according to"
    ),
    "people": (
        r"\d+ (?:of|in) \d+|\d+ ?(?:%|per ?cent)|over \d+ \w+|(?:one|two|three) in (?:two|three|four|five|ten|\d+)|"
        r"half of|most of|many of|(?:some|most|many|few|more) people|other people (?:think|feel|take|do|have|say)|"
        r"people (?:who (?!can)|with|on|chose|do|judged|are|feel|saw|take|prescribed)"
    ),
    "frequency": (
        r"often|usual(?:ly)?|common(?:ly)?|rarely|sometimes|tends?|"
        r"hardly (?:any|been)|(?:is|not) known|a known|normal(?:ly)?|to be expected|goes for everyone|likely"
    ),
    "effect": (
        r"makes? people|can help|will help|may help|helps|helped|brings? ease|eases|easier|better shared|reduces?|"
        r"increases?|improves?|withdrawal|illness|depression|bipolar|medicine effect|side effects?|blunting|memory|"
        r"therapy|therapist|can(?: also)? (?:hurt|ring|stir|bend|happen|mean|feel|be true)|can make (?!it)\w+|"
        r"may (?:stir|pass)|can be off|may have done|feelings also|matter for|no harm|bad time|learn\w*|"
        r"causes (?!it\b|came)\w+|caused|leads? to (?:more|less|better|worse)|will want|brain|counts as much"
    ),
    "shows": (
        r"(?:not|cannot|can) show|no (?:proof|verdict|cause|test)|says (?:nothing|little)|shows (?:a|an|that|how)|"
        r"is shown by|proves|what causes|two things|as good|a good choice|is always (?:a|fine|right)"
    ),
    "ours": r"our (?:own )?(?:idea|reasoning|judgement|rule|own)|is our own|we (?:take|think|believe|know)",
    "safety": (
        r"needs? a call|extra care|emergency number now|(?:call|ring) (?:your|the emergency)|the same goes|pregnant|"
        r"same day|ask before|tell your prescriber|in the visit|matter for people|goes to whoever"
    ),
}
"""Kind of claim -> words that make one, as a regular expression."""

_KINDS: Final = {
    kind: re.compile(rf"(?<![\w{{`-])(?:{words})(?![\w}}-])", re.IGNORECASE)
    for kind, words in PATTERNS.items()
}

HARD: Final = frozenset({"study", "people", "frequency"})
"""Kinds that nobody can state from good sense alone: they need a source, or say whose judgement they are."""

SAYS_SO: Final = re.compile(
    r"our (?:own|reasoning|judgement|rule)|untested|not tested|nobody has tested|no test of it|we (?:take|think)",
    re.IGNORECASE,
)
"""What a place says when a claim in it is our own judgement."""

NO_CLAIMS: Final = frozenset(
    {
        "Could it be the medicine, the depression, or both?",
        "They said it can happen, and asked since when.",
        "whether this is still normal",
        "It helped that",
        "Other people helped, and I",
        "Other people helped.",
        "What has helped a little, by yourself",
        "What has helped a little by myself",
        "What you wrote had helped, earlier",
        "Afterwards, or so far: what helped, if anything",
        "You decide whether to say it again, and how often.",
        "About how often, or how soon?",
        "how often or how soon",
        "What it cannot show: {words}",
        "This terminal cannot show the full screen, so the program asks line by line instead.",
        "That is likely a mistake of this program, not of the pack.",
        "What it cannot tell: how often something was there and not written down.",
        "{what} most often: {words}.",
        "How this was asked is not known here.",
        "Copies and exports that you put anywhere else are not known here.",
        "“Could this be the medicine, the illness, something else, or several?",
        "Could it be the medicine, the illness, something else, or several?",
        "text (the usual one), md, html or pdf",
        "and 1 more, as often",
        "and {n} more, as often",
    }
)
"""Sentences that look like claims and are none: questions, made-up examples, and words in somebody's own mouth."""

_NAMES: Final = frozenset(
    {
        "suggest", "needs", "role", "door", "id", "kind", "cites", "cite", "when", "offer", "open", "track", "keep",
        "collect", "from", "order", "own", "existing", "series", "last", "nudge", "of", "mark", "where", "evidence",
        "layout", "show", "since", "state", "counts", "tags", "key", "off", "min", "max", "step", "formerly", "say",
    }
)  # fmt: skip
"""Keys whose value, when it is no group, is a name and no text."""

_END: Final = re.compile(r"(?<=[.?!])[\"”]?\s+")


class Spot(NamedTuple):
    """A sentence and the place a person meets it: `exercise/step`, `exercise/why`, `module.CONSTANT`."""

    place: str
    sentence: str


def kinds(sentence: str) -> set[str]:
    """Which kinds of claim a sentence makes, by its words."""
    return {kind for kind, found in _KINDS.items() if found.search(sentence)}


def flat(text: str) -> str:
    """A text with its line breaks taken out."""
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    """The sentences of a text; what stands behind a colon goes with it."""
    return [one for one in _END.split(flat(text)) if one]


def strings(value: Any) -> Iterator[str]:
    """Every text that a person may read inside a part of an exercise."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _NAMES or isinstance(inner, Mapping):
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


class Pack(NamedTuple):
    """A pack as it stands on disk: what it declares, and its exercises by id."""

    declared: dict[str, Any]
    exercises: dict[str, dict[str, Any]]

    def texts(self) -> Iterator[tuple[str, str]]:
        """(place, text) for every text of every exercise, and of what the pack declares beside its sources."""
        for key, value in self.declared.items():
            if key not in ("sources", "authors", "license"):
                yield from ((f"pack/{key}", text) for text in strings(value))
        for name, exercise in self.exercises.items():
            for key, value in exercise.items():
                if key == "steps":
                    for step in value:
                        yield from ((f"{name}/{step['id']}", text) for text in strings(step))
                elif key not in _NAMES:
                    yield from ((f"{name}/{key}", text) for text in strings(value))

    def cited(self, place: str) -> set[str]:
        """The source ids that stand under F1 at a place: those of the step and those of its exercise."""
        name, _, part = place.partition("/")
        exercise = self.exercises.get(name, {"steps": []})
        steps = [step for step in exercise["steps"] if step["id"] == part]
        return _ids(exercise.get("cites")).union(*map(_cites, steps))

    def all_cited(self) -> set[str]:
        """Every source id that anything in the pack cites."""
        return set().union(*map(_cites, self.exercises.values()))


def read(folder: Path) -> Pack:
    """A pack of one file an exercise."""
    files = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))}
    declared = files.pop("pack")
    return Pack(declared, {one["id"]: one for one in files.values()})


def _ids(value: Any) -> set[str]:
    return {value} if isinstance(value, str) else set(value or [])


def _cites(value: Any) -> set[str]:
    """Every id under `cites`, at any depth."""
    if isinstance(value, Mapping):
        return _ids(value.get("cites")).union(*(_cites(inner) for inner in value.values()))
    return set().union(*(_cites(inner) for inner in value)) if isinstance(value, list) else set()


def words_texts() -> Iterator[tuple[str, str]]:
    """(place, text) for the program's own words; every entry of a list stands under the name of its constant."""
    for place, text in module_strings():
        constant = re.split(r"\[|(?<=[A-Z])\.", place)[0]
        if not constant.endswith("_SOURCES"):  # titles of works
            yield constant, text


def claims(texts: Iterator[tuple[str, str]]) -> list[Spot]:
    """The sentences that make a claim, with their places."""
    found = (Spot(place, one) for place, text in texts for one in sentences(text))
    return [spot for spot in dict.fromkeys(found) if kinds(spot.sentence) and spot.sentence not in NO_CLAIMS]
