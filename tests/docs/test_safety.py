"""The page about safety: each hazard has a control with a test that exists, and its numbers are those of the code."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import Final

import pytest

from guide.insight import low_mood
from guide.journal import doctor, help_page
from guide.packs.discover import built_in
from guide.packs.load import load
from guide.words import help_now, unsafe

from .blocks import DOCS, ROOT, codes, sections, tables

TEXT: Final = (DOCS / "safety.md").read_text(encoding="utf-8")
FLAT: Final = " ".join(TEXT.split())
HAZARDS: Final = {
    # The twelve to start from, under-age apart from mania.
    "stops-medicine", "relapse-missed", "sentence-backfires", "numb-as-progress", "wrong-line", "stranger-pack",
    "exposed", "data-lost", "read-as-assessment", "rumination", "old-hurt", "age", "activation-mania",
    # Their own, for what is done about each is another thing.
    "overdose", "stopped-already", "pregnancy",
    # What the controls themselves can do wrong.
    "worsening-hidden", "help-out-of-reach", "crisis-unseen", "false-alarm", "own-people-lost",
}  # fmt: skip
"""Taking a hazard off the page means taking it off here: one more look whether it is really gone."""
(ROWS,) = tables(sections(TEXT)["Hazard log"])
LOG: Final = ROWS[1:]


@cache
def known_in(path: str) -> set[str]:
    """Names of the tests in a file; none when there is no such file."""
    file = ROOT / path
    if not file.exists():
        return set()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {name for name in found if name.startswith("test_")}


def exists(name: str) -> bool:
    path, _, function = name.partition("::")
    return function in known_in(path)


def test_the_log_holds_every_hazard_once_with_all_its_cells() -> None:
    assert ROWS[0] == ["id", "hazard", "how it could happen", "control", "test", "what is left"]
    ids = [codes(row[0])[0] for row in LOG]
    assert len(ids) == len({*ids}) and {*ids} == HAZARDS
    assert all(len(row) == 6 and all(row[:5]) for row in LOG)


@pytest.mark.parametrize("row", LOG, ids=[codes(row[0])[0] for row in LOG])
def test_a_hazard_names_tests_that_exist(row: list[str]) -> None:
    named = codes(row[4])
    assert named, "a control without a test is a hope"
    assert [name for name in named if not exists(name)] == []


def test_a_test_that_does_not_exist_would_be_found() -> None:
    assert exists("tests/docs/test_safety.py::test_a_test_that_does_not_exist_would_be_found")
    assert not exists("tests/docs/test_safety.py::test_of_nothing")
    assert not exists("tests/docs/nothing.py::test_of_nothing")


# -- the rules ----------------------------------------------------------------------------------------------


def rule(name: str) -> str:
    """What the table says about a rule, exactly."""
    (table,) = tables(sections(TEXT)["When help shows"])
    return next(row[1] for row in table if row[0] == name)


def test_low_mood_is_as_it_is() -> None:
    level, days, within = low_mood.LEVEL, low_mood.DAYS, low_mood.WITHIN
    assert rule("low mood") == (
        f"mood noted at {level} or lower on at least {days} different days within {within}, the latest within "
        f"{low_mood.FRESH} days, today included; at most once in {low_mood.REST} days"
    )


def core() -> dict[tuple[str, str], dict[str, object]]:
    """(exercise, step) -> the step, of the built-in pack."""
    pack = load(built_in(), built_in=True).pack
    assert pack is not None
    return {(one["id"], step["id"]): step for one in pack["exercises"] for step in one["steps"]}


def test_strong_discomfort_is_as_it_is() -> None:
    strong = core()["rehearse", "rounds"]["strong"]
    assert isinstance(strong, dict)
    assert rule("strong discomfort") == (
        f"a round of rehearsal was rated {strong['at_least']} of 10 or higher"
    )
    assert strong["offer"][0] == "stop"


def test_restlessness_is_as_it_is() -> None:
    condition = core()["muted-check", "restless"]["when"]
    (least,) = re.findall(r"'words\.stronger', 'at_least': (\d+)", str(condition))
    assert "no-rest" in str(condition) and f"or {least} or more feelings were noted as stronger" in rule(
        "restless"
    )


def test_a_smaller_sentence_is_offered_where_the_page_says() -> None:
    believable = core()["build-a-sentence", "sentence"]["believable"]
    assert isinstance(believable, dict)
    (row,) = [row for row in LOG if codes(row[0]) == ["sentence-backfires"]]
    assert f"below {believable['smaller_below']} a smaller one is offered" in row[3]


def test_one_step_alone_opens_help_now_by_itself() -> None:
    assert [place for place, step in core().items() if "open" in step] == [("which-kind-of-hard", "unsafe")]


def test_the_numbers_are_called_our_judgement() -> None:
    assert "These numbers are our own judgement." in sections(TEXT)["When help shows"]


# -- the rest -----------------------------------------------------------------------------------------------


def test_it_says_who_it_is_for_and_that_nobody_answers_for_it() -> None:
    for said in (
        "Nobody owns clinical safety here.", "No clinician has reviewed this program",
        "for adults who take an antidepressant", "unsupervised self-help", "nobody reads what is written",
        "No treatment, no medical device, no diagnosis", "cannot notice danger", "anybody under 18",
        "bipolar disorder or psychosis", "alongside the person who prescribes",
    ):  # fmt: skip
        assert said in FLAT, said


def test_the_lines_are_those_of_the_file() -> None:
    (table,) = tables(sections(TEXT)["Lines to call"])
    said = {row[0]: row[1] for row in table[1:]}
    for code, (name, lines) in help_page.helplines()[1].items():
        row = said.pop("the other countries of the European Union" if code == "EU" else name)
        numbers = [re.sub(r"^call( or text)? ", "", how) for _, how in lines]
        assert [number for number in numbers if number not in row] == []
        assert ("call or text" in row) is any("or text" in how for _, how in lines)
    assert said == {}
    assert f"more than {help_now.OLD_AFTER_MONTHS} months back" in FLAT
    assert f"`guide/words/{help_page.LINES_FILE}`" in TEXT


def test_the_list_of_words_is_as_long_as_it_says() -> None:
    assert f"`guide/words/unsafe.py` holds {len(unsafe.WORDS)} English phrases" in FLAT


def test_what_the_doctor_gives_is_named() -> None:
    assert {*doctor.Finding._fields, "format", "fine", "checks"} <= {*codes(TEXT)}


def test_every_link_leads_somewhere() -> None:
    anchors = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in sections(TEXT)}
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    for link in links:
        assert link[1:] in anchors if link.startswith("#") else (DOCS / link.partition("#")[0]).exists(), link
