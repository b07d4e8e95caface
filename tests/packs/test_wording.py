"""Wording, reading level and words a step as the checker reports them: where, how strictly, in which language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from guide.model.pack import PACK
from guide.packs.check import LINTS, check
from guide.packs.discover import built_in
from guide.packs.lints.prose import lint_reading, lint_step_words
from guide.packs.lints.texts import NO_TEXT, plan, texts
from guide.packs.lints.wording import MOST_REPORTS, QUOTE_MOST, lint, rules, safety
from guide.packs.load import Report, load
from guide.steps import KINDS
from guide.steps.fields import TEXT, Field, Text
from guide.steps.groups import Record
from guide.steps.problems import Found, Problems

HEAD = """format: 1
id: mine
version: "1.0"
title: Mine
language: {language}
exercises:
  - id: first
    title: First
    steps:
"""
OURS: Final = (lint, lint_reading, lint_step_words)
SIMPLE = "I sat in the sun and ate a plum. The dog came by. "
HARD = (
    "Representatives of international organisations unanimously recommended considerable additional investment in "
    "municipal infrastructure, notwithstanding administrative difficulties and an increasingly unpredictable economy, "
    "although environmental considerations necessitated comprehensive reconsideration of preliminary recommendations."
)


def checked(tmp_path: Path, steps: str, *, language: str = "en", ours: bool = False) -> list[Report]:
    file = tmp_path / "pack.yaml"
    file.write_text(HEAD.format(language=language) + steps, encoding="utf-8")
    return load(file, built_in=ours, lints=OURS).reports


def said(tmp_path: Path, text: str, **how: Any) -> list[str]:
    """The messages about one text step."""
    step = f"      - {{id: a, kind: text, text: {json.dumps(text)}}}\n"
    return [report.message for report in checked(tmp_path, step, **how)]


def found_in(pack: dict[str, Any], *, ours: bool = False) -> list[Found]:
    problems = Problems()
    for one in OURS:
        one(pack, problems, built_in=ours)
    return problems.found


def one_text(text: Any, **keys: Any) -> dict[str, Any]:
    return {"exercises": [{"id": "a", "steps": [{"id": "s", "kind": "text", "text": text}]}], **keys}


def test_the_built_in_pack_has_nothing_to_report() -> None:
    assert check(built_in(), built_in=True).reports == []
    assert set(OURS) <= set(LINTS)


def test_the_words_the_harm_and_the_remedy_are_said_at_the_place(tmp_path: Path) -> None:
    (report,) = checked(tmp_path, "      - {id: a, kind: text, text: Simply write one line.}\n")
    assert report[1:3] == (10, 35)
    assert report.message == (
        "“Simply”: This makes a hard thing sound easy, or the person or the medicine small. "
        "Leave the word out; the sentence is as true without it."
    )


def test_it_is_a_warning_in_a_pack_by_others_and_an_error_in_ours(tmp_path: Path) -> None:
    step = "      - {id: a, kind: text, text: Skip the tablet.}\n"
    assert [report.warning for report in checked(tmp_path, step)] == [True]
    assert [report.warning for report in checked(tmp_path, step, ours=True)] == [False]


def test_a_pack_by_others_can_be_used_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(HEAD.format(language="en") + "      - {id: a, kind: text, text: Simply write.}\n")
    assert check(file).pack is not None
    assert check(file, built_in=True).pack is None


def test_one_report_for_a_text_and_a_rule(tmp_path: Path) -> None:
    found = said(tmp_path, "Just do it. Just try. Simply begin. You must. You should.")
    assert [message.split(":")[0] for message in found] == ["“Just”", "“You must”"]


def test_the_words_are_shown_as_they_are_written(tmp_path: Path) -> None:
    assert said(tmp_path, "You haven’t logged it, and it’s easy.")[0].startswith("“You haven’t logged”: ")
    (message,) = said(tmp_path, "The tablets: I say you could STOP or halve the dose.")
    assert message.startswith("“STOP … dose”: ")


@pytest.mark.parametrize(
    ("step", "place"),
    [
        ("{id: a, kind: short, prompt: What, starters: [I, Just me]}", (10, 58)),
        ("{id: a, kind: choice, prompt: Which, options: {x: Simply that, y: Y}}", (10, 59)),
        ("{id: a, kind: choice, prompt: Which, options: {x: {text: Simply that, key: k}, y: Y}}", (10, 66)),
        ("{id: a, kind: grid, prompt: Rows, rows: {x: Just me}, columns: {k: K}}", (10, 53)),
        ("{id: a, kind: scale, prompt: How, range: {min: 0, max: 5, low: just none}}", (10, 72)),
        ("{id: a, kind: list, prompt: What, record: {x: {kind: short, prompt: Just this}}}", (10, 77)),
    ],
)
def test_texts_are_found_wherever_they_stand(tmp_path: Path, step: str, place: tuple[int, int]) -> None:
    (report,) = checked(tmp_path, f"      - {step}\n")
    assert report[1:3] == place


def test_texts_of_the_pack_itself_are_looked_at(tmp_path: Path) -> None:
    rest = "      - {id: a, kind: text, text: Fine.}\nabout: Proven to work.\nsources:\n  s: {cite: Just a title, says: Just this.}\n"
    assert [report[1:3] for report in checked(tmp_path, rest)] == [(11, 8), (13, 33)]


def test_names_ids_and_titles_of_works_are_left_alone(tmp_path: Path) -> None:
    steps = '      - {id: just, kind: yes-no, prompt: Was it so}\n      - {id: b, kind: text, text: Fine., when: {answer: just, is: "yes"}}\n'
    rest = "sources:\n  failed: {cite: You must simply try harder, url: https://just.example}\nauthors: [Ann Just]\nlicense: just mine\n"
    assert checked(tmp_path, steps + rest) == []


def test_only_english_is_held_to_the_english_rules(tmp_path: Path) -> None:
    assert said(tmp_path, "Just a missed chance!", language="de") == []
    assert said(tmp_path, "Just a chance.", language="en-GB") != []
    both = "      - {id: a, kind: text, text: {en: Simply so., es: Simply just so!}}\n"
    (report,) = checked(tmp_path, both, language="es")
    assert report[1:3] == (10, 40)
    assert "Simply" in report.message


def test_a_number_to_ring_is_found_in_every_language_and_only_in_packs_by_others(tmp_path: Path) -> None:
    for language, text in (
        ("en", "Ring 116 123."),
        ("de", "Ruf an, 0800 111 0 111."),
        ("es", "Llama al +34 600 000 000."),
    ):
        assert any("number" in message for message in said(tmp_path, text, language=language))
        assert said(tmp_path, text, language=language, ours=True) == []
    assert said(tmp_path, "On 2024-05-06 10 of 100 people, 3 times, 10 000 steps, 07/11/2024.") == []


def test_whom_to_turn_to_in_a_crisis_is_for_the_program_to_say(tmp_path: Path) -> None:
    (message,) = said(tmp_path, "If you feel unsafe, call your doctor.")
    assert "F2" in message
    assert said(tmp_path, "If you might hurt yourself, press F2.") == []
    assert said(tmp_path, "If you feel unsafe, call your doctor.", ours=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ring 116 123.",
        "Call 911 if you want to die.",
        "Emergency: 112",
        "If you are suicidal, ring 0800 555 0199.",
    ],
)
def test_a_telephone_number_is_one_error_in_a_pack_by_others(tmp_path: Path, text: str) -> None:
    (report,) = checked(tmp_path, f"      - {{id: a, kind: text, text: {json.dumps(text)}}}\n")
    assert not report.warning and "offer: help-now" in report.message
    file = tmp_path / "pack.yaml"
    assert check(file).pack is None
    assert load(file).pack is not None, "the loader knows no wording: a pack put there by hand opens, marked"


@pytest.mark.parametrize(
    "text", ["Ring your sister.", "Call 100 people.", "If you feel unsafe, call your doctor."]
)
def test_who_is_not_a_number_is_no_error(tmp_path: Path, text: str) -> None:
    found = checked(tmp_path, f"      - {{id: a, kind: text, text: {json.dumps(text)}}}\n")
    assert all(report.warning for report in found)


def test_no_flood_of_warnings_hides_a_number_or_a_harm(tmp_path: Path) -> None:
    options = ", ".join(f"o{n}: You must" for n in range(MOST_REPORTS // 2))
    steps = "".join(
        f"      - {{id: s{n}, kind: choices, prompt: Which, options: {{{options}}}}}\n" for n in range(2)
    )
    steps += "      - {id: z, kind: text, text: Skip the tablet. Ring 116 123.}\n"
    errors = [report for report in checked(tmp_path, steps) if not report.warning]
    assert [report.message.split(":")[0] for report in errors] == ["“116 123”"]
    pack = load(tmp_path / "pack.yaml").pack
    assert pack is not None
    found = safety(pack)
    assert [one.rule.name for one, _ in found.refused] == ["telephone"]
    first, quote = found.offences[0]
    assert (first.rule.name, quote, found.whole) == ("medicine-instruction", "Skip the tablet.", True)


def test_what_matters_to_a_reader_is_told_by_the_rules_themselves() -> None:
    assert {name for name, rule in rules(strangers=True).by_name.items() if rule.safety} == {
        "medicine-instruction", "medicine-by-name", "medicine-management", "orders", "verdict", "screening",
        "discomfort-as-proof", "credit-as-danger", "treatment-claim", "watching", "telephone", "crisis-contact",
        "crisis-whom",
    }  # fmt: skip
    (refused,) = (rule for rule in rules(strangers=True).by_name.values() if rule.refused)
    assert refused.name == "telephone" and refused.strangers
    assert all("NUMBER" in phrase for phrase in refused.phrases), (
        "only texts with a digit are held against it"
    )


def test_a_harm_is_quoted_with_its_sentence_while_that_is_short() -> None:
    def quoted(text: str) -> str:
        ((_, quote),) = safety(one_text(text)).offences
        return quote

    assert quoted("Fine. Now stop\n  the tablets. Fine.") == "Now stop the tablets."
    assert quoted("You could stop, " + "and so on " * 20 + "the tablets.") == "stop … tablets"
    assert len(quoted("Stop the tablets " + "on " * 60)) <= QUOTE_MOST
    assert safety(one_text("Skip the tablet.", language="es")).offences == []


def test_what_is_too_much_to_look_at_is_no_clean_bill() -> None:
    steps = [
        {"id": f"s{n}", "kind": "text", "text": f"{'depression scores day medicine illness people ' * 43}{n}"}
        for n in range(300)
    ]
    steps.append({"id": "z", "kind": "text", "text": "Rufe 116 123 an."})
    found = safety({"exercises": [{"id": "a", "steps": steps}]})
    assert not found.whole and [one.words for one, _ in found.refused] == ["116 123"]


def test_the_fixed_line_passes_and_hides_nothing_beside_it(tmp_path: Path) -> None:
    line = "Please don't change or stop it by yourself: sudden changes can make people unwell."
    assert said(tmp_path, f"It is about the medicine. {line}") == []
    assert said(tmp_path, f"{line} Skip the tablet.") != []


def test_every_field_with_texts_is_known_to_the_lint() -> None:
    """A new class of field has to be planned in `texts`, or its texts would be read by nobody."""

    def beneath(kind: type[Field]) -> Iterator[type[Field]]:
        for one in kind.__subclasses__():
            yield one
            yield from beneath(one)

    assert all(KINDS.values())
    names = {kind.__name__ for kind in beneath(Field) if kind.__module__.startswith("guide.")}
    handled = {
        "Text",
        "ListOf",
        "MapOf",
        "Record",
        "TextOr",
        "Shape",
        "StepField",
        "ExerciseField",
        "Chosen",
        "Part",
    }
    assert names == handled | {kind.__name__ for kind in NO_TEXT}


def test_a_field_that_holds_texts_has_a_plan() -> None:
    for fields in (PACK, *(kind.fields for kind in KINDS.values())):
        for name, field in fields.items():
            if isinstance(field, Text):
                assert plan(field) is not None, name
    assert plan(Record({"x": Text()})) is not None
    assert plan(PACK["id"]) is None


def test_the_texts_of_every_kind_are_found() -> None:
    path = Path(__file__).parents[1] / "plain" / "kinds.yaml"
    pack = check(path).pack
    assert pack is not None
    pieces = texts(pack)
    assert {piece.language for piece in pieces} == {"en"}
    prompts = {
        step["prompt"] for exercise in pack["exercises"] for step in exercise["steps"] if "prompt" in step
    }
    assert prompts <= {piece.text for piece in pieces}
    names = {
        "id",
        "kind",
        "when",
        "from",
        "collect",
        "track",
        "of",
        "keep",
        "cites",
        "offer",
        "order",
        "record",
    }
    assert not names & {str(piece.path[-1]) for piece in pieces}


def test_a_hard_text_is_named_with_its_grade(tmp_path: Path) -> None:
    found = said(tmp_path, HARD)
    assert [message.split(" reads at school grade ")[0] for message in found] == ["This text"]
    assert "at most 10 is easy for a tired reader." in found[0]


def test_a_hard_exercise_is_named_at_its_title(tmp_path: Path) -> None:
    steps = "".join(
        f"      - {{id: s{n}, kind: text, text: {part}}}\n"
        for n, part in enumerate(["Considerable uncertainty accompanies international negotiations."] * 8)
    )
    (report,) = checked(tmp_path, steps)
    assert report[1:3] == (8, 12)
    assert report.message.startswith("This exercise reads at school grade ")
    assert "at most 8 is" in report.message
    (ours,) = checked(tmp_path, steps, ours=True)
    assert (report.warning, ours.warning) == (True, False)


def test_a_few_hard_words_and_names_of_options_say_nothing_about_a_grade(tmp_path: Path) -> None:
    assert said(tmp_path, "Psychopharmacological considerations.") == []
    options = ", ".join(f"o{n}: Administrative reconsideration" for n in range(30))
    assert (
        checked(tmp_path, f"      - {{id: a, kind: choices, prompt: Which, options: {{{options}}}}}\n") == []
    )


def test_only_english_has_a_grade() -> None:
    german = "Die Zusammenfassung unterschiedlicher Verwaltungsvorschriften " * 12
    assert [one for one in found_in(one_text(german, language="de")) if "grade" in one.message] == []
    assert [one for one in found_in(one_text(german, language="en")) if "grade" in one.message] != []
    both = one_text({TEXT: {"de": german, "en": HARD}}, language="de")
    assert {one.path[-1] for one in found_in(both) if "This text" in one.message} == {"en"}


def test_more_than_sixty_words_on_one_step_are_counted_with_the_help(tmp_path: Path) -> None:
    prompt, help_ = SIMPLE * 3, SIMPLE * 3  # 39 words each
    step = f"      - {{id: a, kind: short, prompt: {prompt.strip()}, help: {help_.strip()}}}\n"
    (report,) = checked(tmp_path, step)
    assert report[1:3] == (10, 38)
    assert report.message.startswith("This step shows 78 words with its help; at most 60 ")
    assert checked(tmp_path, step, ours=True)[0].warning is False
    assert checked(tmp_path, f"      - {{id: a, kind: text, text: {(SIMPLE * 4).strip()}}}\n") == []


def test_words_are_counted_in_each_language_as_it_is_shown() -> None:
    long, short = "palabra " * 70, "word " * 10
    (report,) = found_in(one_text({TEXT: {"en": short, "es": long}}, language="en"))
    assert report.path[-1] == "es"
    assert report.message.startswith("This step shows 70 words in es; ")
    pack = one_text({TEXT: {"en": short, "es": "palabra " * 40}}, language="en")
    pack["exercises"][0]["steps"][0]["help"] = "word " * 30  # has no Spanish: the English is shown
    assert [one.path[-1] for one in found_in(pack)] == ["es"]


def test_languages_without_spaces_are_not_counted() -> None:
    pack = one_text(
        {TEXT: {"zh": "字 " * 90, "ja": "字 " * 90, "zh-TW": "字 " * 90, "ko": "말 " * 90}}, language="zh"
    )
    assert [one.message.split(";")[0] for one in found_in(pack)] == ["This step shows 90 words in ko"]


@pytest.mark.parametrize(
    "pack",
    [
        {},
        {"exercises": []},
        {"exercises": [{"id": "a"}]},
        {"exercises": [{"id": "a", "steps": [{"id": "s", "kind": ""}]}]},
        {"exercises": [{"id": "a", "steps": [{"id": "s", "kind": "no-such", "text": "Just"}]}]},
        {"sources": {"a": {}}, "title": {TEXT: {}}, "exercises": [{"id": "a", "steps": []}]},
    ],
)
def test_what_is_lacking_is_no_trouble(pack: dict[str, Any]) -> None:
    assert found_in(pack) == []
