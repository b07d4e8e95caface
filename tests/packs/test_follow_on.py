"""One cause is one report: what cannot be read is not complained of again wherever it is named."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide.packs.check import check
from guide.packs.load import load

PACK: dict[str, Any] = {
    "format": "1",
    "id": "mine",
    "version": "1.0",
    "title": "Mine",
    "language": "en",
    "sources": {"src": {"cite": "Somebody"}},
    "doors": {"d": {"title": "Door"}},
    "series": {
        "ease": {"title": "Ease", "range": {"min": "0", "max": "10"}},
        "each": {"title": "Each", "per": "facts"},
    },
    "collections": {
        "facts": {"title": "Facts", "label": "{now}", "fields": {"now": {"title": "Now"}}},
        "lines": {"title": "Lines", "label": "{text}", "fields": {"text": {"title": "Text"}}},
    },
    "markers": {"med": {"title": "Dose", "fields": {"what": {"title": "What"}}, "label": "{what}"}},
    "values": {"word": {"title": "Word", "default": "flat"}, "seen": {"title": "Seen", "default": "not yet"}},
    "progress": [
        {"show": "line", "series": "ease"},
        {"show": "items", "collection": "facts"},
        {"show": "balance", "exercise": "first", "step": "c"},
        {"show": "dates", "marker": "med"},
    ],
    "summary": [{"part": "mood", "from": "ease"}, {"part": "words", "from": "first/g"}],
    "exercises": [
        {
            "id": "first",
            "title": "First",
            "door": "d",
            "cites": ["src"],
            "needs": {"collection": "facts", "made_by": "second"},
            "suggest": {
                "before": "seen",
                "after": {"series": "ease", "at_least": "3", "value": "seen"},
                "while": {"collection": "facts", "empty": "true"},
            },
            "steps": [
                {
                    "id": "c", "kind": "choice", "prompt": "P", "keep": "word", "cites": ["src"],
                    "options": {"a": "A", "b": {"text": "B", "key": "x"}, "z": "Z"},
                },
                {
                    "id": "m", "kind": "choices", "prompt": "P", "options": {"a": "A", "b": "B", "none": "N"},
                    "exclusive": ["none"], "pick": {"min": "1", "max": "2"},
                },
                {
                    "id": "s", "kind": "scale", "prompt": "P {c}", "track": "ease",
                    "range": {"min": "0", "max": "10"}, "when": {"answer": "c", "is": "a"},
                },
                {
                    "id": "l", "kind": "list", "prompt": "P", "collect": "facts",
                    "record": {"now": {"kind": "short", "prompt": "N"}}, "items": {"min": "0", "max": "3"},
                },
                {
                    "id": "g", "kind": "grid", "prompt": "P", "rows": {"x": "X", "y": {"text": "Y", "tags": ["t"]}},
                    "columns": {"k": "K", "j": {"text": "J", "counts": "n"}},
                },
                {"id": "p", "kind": "pick", "prompt": "P", "from": ["facts"], "own": "now"},
                {
                    "id": "se", "kind": "sentence", "prompt": "P", "evidence": "p", "frames": ["I {now}"],
                    "believable": {"prompt": "B", "track": "ease"}, "collect": "lines",
                },
                {
                    "id": "r", "kind": "rehearse", "prompt": "P", "sentence": "se", "ways": {"aloud": "A"},
                    "after": {"rate": {"prompt": "P", "track": "ease"}}, "strong": {"at_least": "8"},
                },
                {
                    "id": "e", "kind": "scale", "prompt": "P", "track": "each", "of": "p",
                    "when": {
                        "all": [
                            {"answer": "m", "any_of": ["a", "b"]},
                            {"answer": "s", "at_least": "2"},
                            {"not": {"answer": "l.count", "at_least": "2"}},
                            {"any": [{"answer": "g.k", "at_least": "1"}, {"answer": "r.said", "at_least": "1"}]},
                        ]
                    },
                },
                {
                    "id": "t", "kind": "text", "text": "You {c} {l.count} {word} {m}",
                    "offer": ["second", "support"], "when": {"answer": "e", "answered": "true"},
                },
            ],
        },
        {
            "id": "second",
            "title": "Second",
            "steps": [
                {"id": "sh", "kind": "short", "prompt": "P", "collect": "facts", "keep": "word"},
                {"id": "dt", "kind": "date", "prompt": "P", "mark": "med"},
                {"id": "sn", "kind": "date", "prompt": "P", "keep": "seen"},
                {"id": "y", "kind": "yes-no", "prompt": "P", "when": {"answer": "sh", "answered": "true"}},
            ],
        },
    ],
}  # fmt: skip
NAMES = ("options", "rows", "columns", "record", "fields", "ways", "series", "collections", "markers", "values",
         "doors", "sources")  # fmt: skip
"""Groups whose keys are names: to misspell one is to declare something else."""


def reports(tmp_path: Path, pack: Any) -> list[str]:
    """The errors of a pack, given as data. JSON is YAML."""
    file = tmp_path / "pack.yaml"
    file.write_text(json.dumps(pack), encoding="utf-8")
    return [one.message for one in load(file).reports]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every key path in a pack."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from places(one, (*path, key))


def changed(path: tuple[Any, ...], change: Any) -> dict[str, Any]:
    """The pack with one place changed."""
    pack = copy.deepcopy(PACK)
    here: Any = pack
    for key in path[:-1]:
        here = here[key]
    change(here, path[-1])
    return pack


def misspell(group: Any, key: Any) -> None:
    """Misspell a key; what stood under it stays."""
    items = list(group.items())
    group.clear()
    group.update({f"{name}x" if name == key else name: value for name, value in items})


def becomes(value: Any) -> Any:
    """A change that puts something else there."""
    return lambda group, key: group.__setitem__(key, value)


def test_the_pack_is_good(tmp_path: Path) -> None:
    assert reports(tmp_path, PACK) == []


KEYS = [path for path in places(PACK) if isinstance(path[-1], str) and (path[-2:-1] or ("",))[0] not in NAMES]


@pytest.mark.parametrize("path", KEYS, ids=str)
def test_a_misspelt_key_is_one_report(tmp_path: Path, path: tuple[Any, ...]) -> None:
    found = reports(tmp_path, changed(path, misspell))
    assert len(found) == 1, found


@pytest.mark.parametrize("value", [["q"], "", 7], ids=["a list", "nothing", "a number"])
@pytest.mark.parametrize("path", list(places(PACK)), ids=str)
def test_a_value_that_cannot_be_read_is_at_most_one_report(
    tmp_path: Path, path: tuple[Any, ...], value: Any
) -> None:
    """Some of these are values that fit, such as a number as a text; then there is nothing to report."""
    found = reports(tmp_path, changed(path, becomes(value)))
    assert len(found) <= 1 or (isinstance(value, list) and _is_list(path)), found


def _is_list(path: tuple[Any, ...]) -> bool:
    """Whether a list stands here: then the names in it are wrong, and each is a mistake of its own."""
    here: Any = PACK
    for key in path:
        here = here[key]
    return isinstance(here, list)


CAUSES = [
    (("exercises", 0, "steps", 0), becomes("c"), "This must be a step with an id and a kind"),
    (("exercises", 0, "steps", 0, "id"), becomes("The C"), "An id has lower-case letters"),
    (("exercises", 0, "steps", 0, "id"), lambda group, key: group.pop(key), "A 'choice' step needs the key 'id'."),
    (("exercises", 0, "steps", 0, "kind"), becomes("choise"), "The step kind 'choise' does not exist."),
    (("exercises", 0, "steps", 0, "options"), lambda group, key: group.pop(key), "needs the key 'options'"),
    (("exercises", 0, "steps", 0, "options", "a"), becomes([]), "This must be text"),
    (("exercises", 0, "steps", 1, "options", "none"), becomes([]), "This must be text"),
    (("exercises", 0, "steps", 4, "columns"), becomes([]), "This must be a group of names"),
    (("exercises", 1), becomes("second.yaml"), "second.yaml"),
    (("exercises", 1, "id"), becomes("Second"), "An id has lower-case letters"),
    (("exercises", 0, "steps"), becomes({}), "This must be a list"),
    (("series", "ease", "range", "max"), becomes("ten"), "a whole number"),
    (("collections", "facts", "fields", "now"), becomes([]), "This must be a group of keys"),
    (("collections", "facts", "fields"), becomes([]), "This must be a group of names"),
    (("collections", "facts", "label"), lambda group, key: group.pop(key), "A collection needs the key 'label'."),
    (("values", "word", "default"), lambda group, key: group.pop(key), "A value needs the key 'default'."),
]  # fmt: skip


@pytest.mark.parametrize(("path", "change", "expected"), CAUSES)
def test_one_cause_is_exactly_one_report(
    tmp_path: Path, path: tuple[Any, ...], change: Any, expected: str
) -> None:
    (found,) = reports(tmp_path, changed(path, change))
    assert expected in found


def test_a_name_in_capitals_is_told_where_it_is_declared_only(tmp_path: Path) -> None:
    text = json.dumps(PACK).replace('"ease"', '"Ease"')
    (found,) = reports(tmp_path, json.loads(text))
    assert found == "'Ease' is not an id: lower-case letters, digits, single hyphens."


def test_a_file_that_cannot_be_read_takes_no_reference_along(tmp_path: Path) -> None:
    pack = copy.deepcopy(PACK)
    (tmp_path / "second.yaml").write_text("id: second\ntitle: [\n", encoding="utf-8")
    pack["exercises"][1] = "second.yaml"
    (tmp_path / "pack.yaml").write_text(json.dumps(pack), encoding="utf-8")
    (found,) = check(tmp_path / "pack.yaml").reports
    assert found.file.endswith("second.yaml")


def test_other_mistakes_are_still_told(tmp_path: Path) -> None:
    pack = copy.deepcopy(PACK)
    pack["series"]["ease"]["range"] = "x"
    pack["exercises"][0]["steps"][1]["exclusive"] = ["non"]
    pack["exercises"][0]["steps"][5]["from"] = ["fakts"]
    pack["exercises"][0]["steps"][8]["when"]["all"][0]["any_of"] = ["q"]
    pack["exercises"][1]["steps"][0]["keep"] = "wrd"
    found = reports(tmp_path, pack)
    assert len(found) == 5, found


def test_a_flood_of_unknown_keys_ends(tmp_path: Path) -> None:
    pack = copy.deepcopy(PACK)
    pack["exercises"][0]["steps"][0] |= {f"key-{n}": "x" for n in range(2_000)}
    del pack["exercises"][0]["steps"][0]["id"]
    assert len(reports(tmp_path, pack)) <= 201


@pytest.mark.parametrize(
    "text",
    [
        'format: 1\nid: mine\ntitle: "x\nlanguage: en\n',
        "format: 1\nexercises:\n  - id: a\n    steps: [{id: b}\n",
    ],
)
def test_a_file_that_breaks_off_lacks_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    (found,) = load(tmp_path).reports
    assert "closed" in found.message


def test_one_cause_named_three_hundred_times_is_no_flood(tmp_path: Path) -> None:
    pack = copy.deepcopy(PACK)
    pack["series"]["ease"]["range"] = "x"
    step = {"kind": "scale", "prompt": "P", "track": "ease"}
    for n in range(6):
        steps = [{"id": f"s{m}", **step} for m in range(50)]
        pack["exercises"].append({"id": f"more-{n}", "title": "More", "steps": steps})
    assert not any("does not exist" in one for one in reports(tmp_path, pack))
