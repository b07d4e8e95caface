"""Somebody else's pack in the journal: whose it is, the fixed line about medicine, its languages, its going away."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from guide import places
from guide.journal import home as home_
from guide.journal import look, origin
from guide.journal.journal import Journal
from guide.journal.progress import progress
from guide.store import derived
from guide.words import notices

from .making import Clock, journal, play

HEAD = """format: 1
id: other
version: "1"
title: {title}
language: en
series: {{effort: {{title: Effort, range: {{min: 0, max: 10}}}}}}
collections: {{routes: {{title: Routes, label: "{{what}}", fields: {{what: {{title: What}}}}}}}}
exercises:
"""
WALK = """  - id: walk
    title: {en: A walk, es: Un paseo, pt-BR: Uma caminhada}
    steps:
      - {id: first, kind: text, text: {en: "HERE goes it", es: "Vamos", fr: "Allons"}}
      - {id: where, kind: list, prompt: {en: Where, es: Dónde}, record: {what: {kind: short, prompt: What}}, collect: routes}
      - {id: how, kind: scale, prompt: {en: How hard, es: Qué tan duro}, track: effort}
      - {id: last, kind: text, text: "Only English. {how}"}
"""


def pack(folder: Path, *, title: str = "Another", exercises: str = WALK, here: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    text = HEAD.format(title=title) + exercises.replace("HERE", here or "Here")
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return folder


def speaking(place: Path, named: Path, language: str) -> Journal:
    return Journal.open(places.find(str(place), {}), named=(named,), clock=Clock(), language=language)


# -- whose it is --------------------------------------------------------------------------------------------


def test_it_says_whose_an_exercise_is(tmp_path: Path) -> None:
    opened = journal(tmp_path / "home", named=(pack(tmp_path / "other"),))
    assert origin.of_pack(opened.library, "other/walk") == "From “Another”, not from us"
    assert origin.of_pack(opened.library, "core/muted-check") == ""
    assert origin.own_lines(opened.begin("muted-check")) == ("", "")
    doors = {door.id: origin.door_title(door) for door in home_.home(opened).doors}
    assert doors["other"] == "“Another”, not from us" and doors["flat"] == "I feel flat"


@pytest.mark.parametrize(
    "title",
    [
        "I feel flat”, from us",
        'x" and “checked by us',
        "long " * 15,
        "two\\n\\nFrom us",
    ],
)
def test_a_title_cannot_speak_for_the_program(tmp_path: Path, title: str) -> None:
    quoting = title.replace('"', '\\"')
    opened = journal(tmp_path / "home", named=(pack(tmp_path / "other", title=f'"{quoting}"'),))
    line = origin.of_pack(opened.library, "other/walk")
    assert line.startswith("From “") and line.endswith("”, not from us")
    assert line.count("“") == line.count("”") == 1 and '"' not in line
    assert "\n" not in line and len(line) <= origin.TITLE_MOST + len("From “”, not from us")
    assert "\n" not in opened.library.title("other")


def test_a_suggestion_names_whose_it_is(tmp_path: Path) -> None:
    exercise = WALK.replace("    steps:", "    suggest: {times: 1, per: day}\n    steps:")
    opened = journal(tmp_path / "home", named=(pack(tmp_path / "other", exercises=exercise),))
    seen = {}
    while (found := home_.home(opened).next) is not None:
        seen[found.ref] = found.origin
        home_.not_now(opened, found.ref)
    assert seen.pop("other/walk") == "From “Another”, not from us"
    assert seen and set(seen.values()) == {""}


def test_nobody_takes_the_place_of_the_built_in_pack(tmp_path: Path) -> None:
    fake = pack(tmp_path / "fake")
    (fake / "pack.yaml").write_text((fake / "pack.yaml").read_text("utf-8").replace("id: other", "id: core"))
    opened = journal(tmp_path / "home", named=(fake,))
    assert opened.library.title("core") == "Unmuted" and opened.library.ours == {"core"}
    assert [trouble for trouble in opened.library.troubles if "another pack has the id 'core'" in trouble]


# -- medicine -----------------------------------------------------------------------------------------------

MENTIONS = [
    "your medicine", "MEDICATION", "two tablets", "a pill a day", "the dose", "an anti-depressant", "as prescribed",
    "las pastillas", "la medicación", "tu medicina", "un antidepresivo", "dos comprimidos", "le médicament",
    "un comprimé", "antidépresseur", "das Medikament", "zwei Tabletten", "die Dosis", "Arzneimittel",
    "medi\u00adcine", "me\u0301dicament", "ｍedicine", "pi\u2060lls",
]  # fmt: skip
SILENT = [
    "a pillow",
    "a medicine ball",
    "ein Medizinball",
    "the mediator",
    "overdose of joy",
    "media",
    "dosser",
]


@pytest.mark.parametrize("words", MENTIONS)
def test_an_exercise_that_mentions_medicine_is_known(words: str) -> None:
    assert origin.mentions_medicine(
        {"title": "X", "steps": [{"id": "a", "text": {"@": {"en": "Y", "es": words}}}]}
    )


@pytest.mark.parametrize("words", SILENT)
def test_other_words_are_left_alone(words: str) -> None:
    assert not origin.mentions_medicine(
        {"id": "pills", "steps": [{"id": "pills", "prompt": words, "cites": ["pill"]}]}
    )


def lines(opened: Journal, walk: str = "other/walk") -> list[str]:
    """The line about medicine at each step of a walk to the end, and after it."""
    sitting, found = opened.begin(walk), []
    while sitting.view().step is not None:
        found.append(origin.own_lines(sitting).medicine)
        sitting.skip()
    return [*found, origin.own_lines(sitting).medicine]


def test_the_fixed_line_stands_at_the_first_step_and_is_short_from_the_third_time(tmp_path: Path) -> None:
    named = pack(tmp_path / "other", here="Take your pills and")
    opened = journal(tmp_path / "home", named=(named,))
    whole = f"{notices.MEDICINE_FIRST} {notices.MEDICINE}"
    for expected in (whole, whole, notices.MEDICINE_SHORT, notices.MEDICINE_SHORT):
        sitting = opened.begin("other/walk")
        assert origin.own_lines(sitting) == ("From “Another”, not from us", expected)
        sitting.give(None)
        assert origin.own_lines(sitting).medicine == ""
        sitting.back()
        assert origin.own_lines(sitting).medicine == expected
        play(sitting, {"first": None, "how": 3})
        assert origin.own_lines(sitting).medicine == ""
    assert notices.MEDICINE_SHORT == "Changes: with your prescriber."


def test_without_medicine_there_is_no_line_and_ours_say_it_themselves(tmp_path: Path) -> None:
    opened = journal(tmp_path / "home", named=(pack(tmp_path / "other"),))
    assert set(lines(opened)) == {""}
    assert origin.mentions_medicine(opened.library.find("name-it").data)
    assert set(lines(opened, "name-it")) == {""}


def test_on_one_screen_the_line_stays_while_its_rows_are_answered(tmp_path: Path) -> None:
    exercise = """  - id: rows
    title: Rows
    layout: one-screen
    steps:
      - {id: a, kind: scale, prompt: The dose}
      - {id: b, kind: scale, prompt: And then}
"""
    opened = journal(tmp_path / "home", named=(pack(tmp_path / "other", exercises=exercise),))
    first, second, after = lines(opened, "other/rows")
    assert first == second != "" and after == ""


# -- languages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "title", "texts"),
    [
        ("en", "A walk", ["Here goes it", "How hard"]),
        ("es", "Un paseo", ["Vamos", "Qué tan duro"]),
        ("es-MX", "Un paseo", ["Vamos", "Qué tan duro"]),
        ("fr-CA", "A walk", ["Allons", "How hard"]),
        ("de", "A walk", ["Here goes it", "How hard"]),
    ],
)
def test_the_persons_language_comes_first_then_the_packs_own(
    tmp_path: Path, language: str, title: str, texts: list[str]
) -> None:
    opened = speaking(tmp_path / "home", pack(tmp_path / "other"), language)
    assert home_.home(opened).doors[-1].exercises[0].title == title
    sitting = opened.begin("other/walk")
    seen = {}
    while (step := sitting.view().step) is not None:
        seen[step["id"]] = step.get("text") or step["prompt"]
        sitting.give(7 if step["id"] == "how" else None) if step["id"] != "where" else sitting.skip()
    assert [seen["first"], seen["how"]] == texts
    assert seen["last"] == "Only English. 7 of 10", "what has no other language is shown in the one it has"


def test_a_variant_serves_when_the_plain_language_is_asked_for(tmp_path: Path) -> None:
    named = pack(tmp_path / "other", title="{en: Another, pt-BR: Outro}")
    opened = speaking(tmp_path / "home", named, "pt")
    assert opened.library.title("other") == "Outro"
    assert opened.library.find("walk").title == "Uma caminhada"


def test_a_draft_keeps_the_words_it_was_asked_in(tmp_path: Path) -> None:
    named, place = pack(tmp_path / "other"), tmp_path / "home"
    spanish = speaking(place, named, "es")
    sitting = spanish.begin("other/walk")
    sitting.give(None)
    sitting.give([{"what": "Al parque"}])
    spanish.close()
    english = speaking(place, named, "en")
    sitting = english.resume(english.drafts()[0].id)
    step = sitting.view().step
    assert step is not None and step["prompt"] == "How hard"
    play(sitting, {"how": 4})
    shown = {line.step: (line.prompt, line.words) for line in look.entry(english, sitting.entry).lines}
    assert shown["where"] == ("Dónde", ["What: Al parque"])
    assert shown["how"] == ("How hard", ["4 of 10"])


# -- going away ---------------------------------------------------------------------------------------------


def test_when_the_pack_is_gone_everything_written_is_still_there(tmp_path: Path) -> None:
    place = tmp_path / "home"
    folder = pack(place / "packs" / "other" / "1", title="Another")
    opened = journal(place)
    done = opened.begin("other/walk")
    play(done, {"first": None, "where": [{"what": "To the park"}], "how": 4})
    draft = opened.begin("other/walk")
    draft.give(None)
    before, keeps = look.entry(opened, done.entry), everything(opened)
    opened.close()
    shutil.rmtree(folder.parent)

    opened = journal(place)
    after = look.entry(opened, done.entry)
    assert "no longer here" in after.origin and "Another" in before.origin
    assert after._replace(origin=before.origin) == before and everything(opened) == keeps
    assert [point[2] for point in keeps["points"]] == [4]
    assert [row.title for row in look.entries(opened)] == ["A walk"]
    assert home_.home(opened).troubles == [] and "other" not in [door.id for door in home_.home(opened).doors]
    progress(opened)
    assert [row.exercise for row in opened.drafts()] == ["other/walk"]
    for sitting in (opened.resume(draft.entry), opened.begin("other/walk")):
        assert sitting.entry == draft.entry
        step = sitting.view().step
        assert step is not None and step["prompt"] == "Where"
        assert "no longer here" in origin.own_lines(sitting).origin
    play(sitting, {"where": [{"what": "Along the river"}]})
    labels = [item.label for item in derived.items(opened.store, "other/routes")]
    assert sorted(labels) == ["Along the river", "To the park"]
    sitting.back()
    sitting.undo()
    opened.close()


def everything(opened: Journal) -> dict[str, Any]:
    return {
        "points": list(derived.points(opened.store, "other/effort")),
        "items": [(item.id, item.label) for item in derived.items(opened.store, "other/routes")],
    }
