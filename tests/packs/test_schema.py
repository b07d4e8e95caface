"""The schema for editors: it takes what the checker takes, however an editor types it, and sees what a schema can see."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.exercise import COMMON, EXERCISE
from guide.model.pack import PACK
from guide.packs import schema as schema_file
from guide.packs.discover import built_in
from guide.packs.schema_words import SAYS
from guide.packs.source import read
from guide.steps import KINDS
from guide.steps.groups import read_keys
from guide.steps.problems import Problems

from .test_check import CASES, GOOD

ROOT = Path(__file__).resolve().parents[2]
CORE = sorted(built_in().glob("*.yaml"))
EVERY_KIND = ROOT / "tests" / "plain" / "kinds.yaml"
TEMPLATE = sorted((ROOT / "guide" / "packs" / "template").glob("*.yaml"))


class Old(yaml.SafeLoader):
    """YAML 1.1, as some editors read it: `no` is false, `1:30` a number. Keys are names, as in JSON."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


class New(Old):
    """YAML 1.2, as the YAML language server reads it: `no` is text."""


Old.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "merge", "value"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
New.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    New.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


@functools.cache
def validator() -> Any:
    whole = schema_file.schema()
    jsonschema.Draft7Validator.check_schema(whole)
    return jsonschema.Draft7Validator(whole)


def refused(value: Any) -> list[str]:
    return [
        f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in validator().iter_errors(value)
    ]


@pytest.mark.parametrize("loader", [Old, New])
@pytest.mark.parametrize("file", [*CORE, EVERY_KIND, *TEMPLATE], ids=lambda file: file.name)
def test_every_valid_pack_of_ours_fits(file: Path, loader: type[yaml.SafeLoader]) -> None:
    assert refused(yaml.load(file.read_text(encoding="utf-8"), Loader=loader)) == []


def test_an_example_with_texts_of_every_kind_fits() -> None:
    """Unquoted words that YAML takes for numbers or for true and false are text to us."""
    text = """
format: "1"
id: no
version: 1.10
title: 2024
language: no
about: {no: yes, en: 1.5}
exercises:
  - id: y
    title: yes
    steps:
      - {id: on, kind: choice, prompt: 7, options: {yes: yes, no: {text: no, key: n}}}
      - {id: off, kind: text, text: true, when: {answer: on, is: yes}}
      - {id: x, kind: text, text: x, optional: "true", when: {any: [{answer: on, any_of: [yes, no]}, {answer: on, answered: true}]}}
"""
    assert read_keys(tree(text), PACK, (), (problems := Problems()), "A pack") and problems.found == []
    assert [refused(yaml.load(text, Loader=loader)) for loader in (Old, New)] == [[], []]


SHAPES = (
    "has no key", "step kind", "needs the key", "must be true or false", "a whole number from", "An id has",
    "named by a file", "There is no test", "A condition is written as",
)  # fmt: skip
"""What the checker says about shapes and names of keys; the rest is about what they refer to."""


def test_mistakes_in_shape_are_refused_and_good_packs_are_not() -> None:
    seen = 0
    for text, expected in CASES:
        if expected is None:
            assert refused(yaml.load(text, Loader=New)) == [], text
        elif any(shape in expected for shape in SHAPES):
            seen += 1
            assert refused(yaml.load(text, Loader=New)), text
    assert seen >= 8


WRONG = [
    ("{id: x, kind: text, text: x, when: kind}", "exercises/0/steps/3/when"),
    ("{id: x, kind: text, text: x, when: {answer: kind, equals: flat}}", "exercises/0/steps/3/when"),
    ("{id: x, kind: text, text: x, when: {answer: kind}}", "exercises/0/steps/3/when"),
    ("{id: x, kind: text, text: x, when: {all: [{answer: kind, is: flat}], any: [{answer: kind, is: flat}]}}", "exercises/0/steps/3/when"),
    ("{id: x, kind: text, text: x, when: {not: {answer: kind, any_of: flat}}}", "exercises/0/steps/3/when/not/any_of"),
    ("{id: x, kind: text, text: x, when: {answer: kind, at_least: lots}}", "exercises/0/steps/3/when/at_least"),
    ("{id: x, kind: choice, prompt: [a], options: {a: A}}", "exercises/0/steps/3/prompt"),
    ("{id: x, kind: choice, prompt: , options: {a: A}}", "exercises/0/steps/3/prompt"),
    ("{id: x, kind: choice, prompt: P, options: {a: {text: A, keys: k}}}", "exercises/0/steps/3/options/a"),
    ("{id: x, kind: choice, prompt: P, options: {a: {texts: A}}}", "exercises/0/steps/3/options/a"),
    ("{id: x, kind: choice, prompt: {english: P}, options: {a: A}}", "exercises/0/steps/3/prompt"),
    ("{id: x, kind: list, prompt: P, record: {a: {kind: grid, prompt: P}}}", "exercises/0/steps/3/record/a/kind"),
    ("{id: x, kind: list, prompt: P, record: {a: {kind: short, promt: P}}}", "exercises/0/steps/3/record/a"),
    ("{id: x, kind: pick, prompt: P, from: [a], order: new}", "exercises/0/steps/3/order"),
    ("{id: x, kind: pick, prompt: P, from: {collections: a}}", "exercises/0/steps/3/from"),
    ("{id: x, kind: scale, prompt: P, options: {a: A}}", "exercises/0/steps/3"),
    ("{id: x}", "exercises/0/steps/3"),
    ("words", "exercises/0/steps/3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), WRONG)
def test_each_mistake_in_shape_is_seen_at_its_place_and_nowhere_else(text: str, place: str) -> None:
    found = refused(yaml.load(GOOD + f"      - {text}\n", Loader=New))
    assert found and {one.split(": ")[0] for one in found} == {place}


def test_a_file_is_a_pack_or_an_exercise_by_its_keys() -> None:
    exercise = "id: x\ntitle: X\nsteps: [{id: a, kind: text, text: A}]\n"
    assert refused(yaml.load(exercise, Loader=New)) == []
    assert refused(yaml.load(exercise + "minuets: 3\n", Loader=New)) == [
        ": Additional properties are not allowed ('minuets' was unexpected)"
    ]
    assert any(
        "'format' is a required" in one for one in refused(yaml.load("id: x\nversion: 1\n", Loader=New))
    )
    assert any(
        "'steps' is a required" in one for one in refused(yaml.load("id: x\nminutes: 1\n", Loader=New))
    )
    assert refused(yaml.load("id: x\ntitle: X\n", Loader=New)), "it is not whole yet"


def test_every_kind_has_a_branch_that_knows_its_own_keys_only() -> None:
    for name, kind in KINDS.items():
        step = {"id": "x", "kind": name, "zz": "z"}
        found = refused({"id": "x", "title": "X", "steps": [step]})
        assert any("'zz' was unexpected" in one for one in found), name
        wanted = {
            key for key, field in {**COMMON, **kind.fields}.items() if field.required and key not in step
        }
        assert all(any(f"'{key}' is a required" in one for one in found) for key in wanted), name


# Every key of every kind, with a sentence.


def keys(node: Any, trail: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Each property in the schema with the names that lead to it."""
    if isinstance(node, list):
        for one in node:
            yield from keys(one, trail)
    elif isinstance(node, dict):
        for key, one in node.items():
            if key == "properties":
                for name, inner in one.items():
                    yield "/".join((*trail, name)), inner
                    yield from keys(inner, (*trail, name))
            elif key == "definitions":
                for name, inner in one.items():
                    yield from keys(inner, (name,))
            elif key not in ("if", "enum", "required"):
                yield from keys(one, trail)


def test_every_key_says_what_it_is_for() -> None:
    whole = schema_file.schema()
    defined = whole["definitions"]
    silent = []
    for place, inner in keys(whole):
        said = defined[inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner
        if inner and not said.get("description"):
            silent.append(place)
    assert silent == []
    assert [name for name in KINDS if not SAYS.get(f"kind={name}")] == []


def test_no_sentence_is_left_over() -> None:
    text = schema_file.text()
    assert [key for key, says in SAYS.items() if says.replace('"', '\\"') not in text] == []


def test_descriptions_are_one_or_two_plain_sentences() -> None:
    bad = [key for key, says in SAYS.items() if len(says) > 120 or not says.endswith((".", ")", "}", "'"))]
    assert bad == []


# Whatever one changes in a valid file: what the checker takes, the schema takes in every reading, and the
# other way round but for what a schema cannot see.


def tree(text: str) -> Any:
    root, faults = read(text.encode())
    assert faults == []
    return root


def plain(value: Any) -> Any:
    """The located tree as plain dicts, lists and texts."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def typed(value: Any, loader: type[yaml.SafeLoader]) -> Any:
    """The tree as an editor sees it when nothing in the file is in quotes."""
    if isinstance(value, dict):
        return {key: typed(one, loader) for key, one in value.items()}
    if isinstance(value, list):
        return [typed(one, loader) for one in value]
    made: Any = loader("")
    node = yaml.ScalarNode(made.resolve(yaml.ScalarNode, value, (True, False)), value)
    return made.construct_object(node)


@functools.cache
def documents() -> list[tuple[dict[str, Any], bool]]:
    """Small valid documents, each with whether it is a pack."""
    found: list[tuple[dict[str, Any], bool]] = []
    for file in (*CORE, EVERY_KIND, *TEMPLATE):
        document = plain(tree(file.read_text(encoding="utf-8")))
        if "format" in document:
            inner = [one for one in document["exercises"] if isinstance(one, dict)]
            found += [({**document, "exercises": []}, True), *((one, False) for one in inner)]
        else:
            found.append((document, False))
    return found


def places(value: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*trail, key)
        yield from places(one, (*trail, key))


POOL: list[Any] = [
    "", "x", "5", "-1", "true", "no", "1.5", "A b", "2 weeks", [], ["x"], ["no", "5"], {}, {"en": "x"}, {"text": "x"},
    {"kind": "choice"}, {"answer": "x", "is": "no"}, {"min": "1"}, {"a": "x"}, {"a": {"text": "x", "key": "y"}}, "x" * 2100,
    "a.yaml", *KINDS,
]  # fmt: skip
CHANGE = st.tuples(
    st.integers(0, 10**6),
    st.sampled_from(["drop", "rename", "put", "put", "put", "twice"]),
    st.sampled_from(POOL),
)


def changed(document: dict[str, Any], changes: list[tuple[int, str, Any]]) -> dict[str, Any]:
    made = copy.deepcopy(document)
    for number, how, value in changes:
        there = list(places(made))
        *trail, last = there[number % len(there)]
        holder: Any = made
        for key in trail:
            holder = holder[key]
        if how == "put":
            holder[last] = copy.deepcopy(value)
        elif how == "drop":
            del holder[last]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[last]))
        else:
            holder[f"{last}x"] = holder.pop(last)
        if not list(places(made)):
            break
    return made


@pytest.fixture(scope="module")
def fields_alone() -> Iterator[None]:
    """The declared fields, without what a kind looks at across several keys of a step."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in KINDS.values():
            patch.setattr(type(kind), "check", lambda *_: None)
        yield


@settings(max_examples=400)
@given(st.integers(0, 10**6), st.lists(CHANGE, min_size=1, max_size=3))
def test_the_schema_and_the_checker_agree(
    fields_alone: None, number: int, changes: list[tuple[int, str, Any]]
) -> None:
    document, is_pack = documents()[number % len(documents())]
    made = changed(document, changes)
    problems = Problems()
    read_keys(made, PACK if is_pack else EXERCISE, (), problems, "It")
    found = [one.message for one in problems.found]
    if not found:
        assert [refused(view) for view in (made, typed(made, Old), typed(made, New))] == [[], [], []]
    else:
        assert refused(made) or refused(typed(made, New)), found
