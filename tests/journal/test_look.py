"""Reading back: as it was asked then, whatever became of the pack or of a row; and finding what was written."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from guide.journal import bring_back, changing, entry_text, look, take_away
from guide.journal.journal import Journal
from guide.store import entries, pages
from guide.store.encode import digest
from guide.store.records import Stamp
from guide.words import look as said
from tests.plain.talking import KINDS, opened, seeded, talk

from .making import Clock, journal, log, play

WALK = """format: 1
id: walks
version: "{version}"
title: Walks
language: en
exercises:
  - id: walk
    title: {title}
    steps:
      - {{id: where, kind: choice, prompt: "{prompt}", options: {{a: "{option}", b: Nowhere}}}}
      - {{id: note, kind: short, prompt: A note}}
"""


def with_walks(folder: Path, clock: Clock, *, version: str = "1", **texts: str) -> Journal:
    file = folder / "walks.yaml"
    usual = {"title": "A walk", "prompt": "Where to", "option": "To the park"}
    file.write_text(WALK.format(version=version, **(usual | texts)), encoding="utf-8")
    return journal(folder / "home", clock, (file,))


def marked(value: Any, word: str) -> Any:
    """A raw or kept answer in which every text of one's own has the word at its end."""
    if isinstance(value, dict):
        own = (
            "text",
            "other",
            "own",
            "now",
            "then",
            "cue",
            "action",
            "obstacle",
            "note",
            "what",
            "expect",
            "happened",
        )
        return {
            key: f"{one} {word}" if key in own and isinstance(one, str) else marked(one, word)
            for key, one in value.items()
        }
    return [marked(one, word) for one in value] if isinstance(value, list) else value


TYPED = (
    "a-short",
    "a-short-fact",
    "a-long",
    "a-list",
    "a-sentence",
    "a-plan",
    "an-update",
    "a-grid",
    "a-rehearse",
)


@pytest.mark.parametrize("exercise", TYPED)
def test_a_word_typed_in_any_kind_finds_its_entry_as_it_reads_now(tmp_path: Path, exercise: str) -> None:
    opened_ = seeded(tmp_path)
    before, lines = KINDS.get(exercise, ([], ["rang her"]))
    talk(opened_, exercise, [*before, *lines, "", "", ""])
    entry = look.entries(opened_, limit=1)[0].id
    value = (
        next(one for one in pages.entry(opened_.store, entry).steps if one.step == "it").answers[-1][0].value
    )

    def found(word: str) -> list[str]:
        return [row.id for row in look.entries(opened_, words=word)]

    for word, gone in (("Zébra", "unicorn"), ("quagga", "zebra")):
        raw = f"{word} seen" if exercise.startswith(("a-short", "a-long")) else marked(value, word)
        assert changing.edit(opened_, entry, "it", raw).kept
        assert found(word) == found(word.upper()) == found(word[:4]) == [entry], (
            "accents, case and beginnings"
        )
        assert found(gone) == []
    changing.delete(opened_, entry)
    assert found("quagga") == []
    changing.undo(opened_)
    assert found("quagga") == [entry]
    changing.undo(opened_)
    assert (found("quagga"), found("zebra")) == ([], [entry])


@pytest.mark.parametrize("exercise", ["a-choice", "a-choices", "a-pick"])
def test_words_of_ones_own_beside_options_are_found(tmp_path: Path, exercise: str) -> None:
    opened_ = seeded(tmp_path)
    sitting = opened_.begin(exercise)
    sitting.give(
        {"a-choice": {"other": "zebra"}, "a-choices": [{"other": "zebra"}], "a-pick": [{"own": "zebra"}]}[
            exercise
        ]
    )
    assert [row.id for row in look.entries(opened_, words="zeb")] == [sitting.entry]


def test_words_that_are_no_answer_yet_are_found_where_they_are_shown(tmp_path: Path) -> None:
    opened_ = journal(tmp_path, named=(Path(__file__).with_name("typing.yaml"),))
    sitting = opened_.begin("walk")
    sitting.give("left")
    sitting.give("a line")
    sitting.hold("seven zebras")
    sitting.stop()
    (row,) = look.entries(opened_, words="zebras")
    assert row.id == sitting.entry
    assert [line.words for line in look.entry(opened_, row.id).lines if line.state == look.UNFINISHED] == [
        ["seven zebras"]
    ]


def test_an_entry_reads_as_it_was_asked_after_its_pack_changed_and_went(tmp_path: Path) -> None:
    clock = Clock()
    first = with_walks(tmp_path, clock)
    sitting = first.begin("walk")
    play(sitting, {"where": "a", "note": "cold"})
    first.close()

    second = with_walks(tmp_path, clock, version="2", title="An outing", prompt="Which way", option="Uphill")
    read = look.entry(second, sitting.entry)
    assert (read.title, read.lines[0].prompt, read.lines[0].words) == ("A walk", "Where to", ["To the park"])
    assert read.origin == "From “Walks”, not from us"
    second.close()

    third = journal(tmp_path / "home", clock)
    read = look.entry(third, sitting.entry)
    assert (read.title, read.lines[0].prompt, read.lines[0].words) == ("A walk", "Where to", ["To the park"])
    assert "no longer here" in read.origin
    clock.move(days=2)
    assert changing.edit(third, sitting.entry, "where", "b").kept
    line = look.entry(third, sitting.entry).lines[0]
    assert line.words == ["Nowhere"] and line.changed == "2026-11-04"
    (old,) = line.earlier
    assert (old.words, old.day, old.until, old.prompt) == (["To the park"], "2026-11-02", "2026-11-04", "")


def test_an_answer_given_to_other_words_keeps_them(tmp_path: Path) -> None:
    """Going on with a draft after the pack changed shows a step anew; what was answered before was asked otherwise."""
    clock = Clock()
    first = with_walks(tmp_path, clock)
    sitting = first.begin("walk")
    sitting.give("a")
    first.close()
    second = with_walks(tmp_path, clock, version="2", prompt="Which way", option="Uphill")
    again = second.begin("walk")
    again.back()
    line = look.entry(second, sitting.entry).lines[0]
    assert (line.prompt, line.words) == ("Where to", ["To the park"]), "only looked at, in the new words"
    again.give("b")
    again.give("cold")
    line = look.entry(second, sitting.entry).lines[0]
    assert (line.prompt, line.words) == ("Which way", ["Nowhere"])
    (old,) = line.earlier
    assert (old.words, old.prompt) == (["To the park"], "Where to")
    assert "Where to" in entry_text.wordings(line)[0][0]


def refrozen(opened_: Journal, entry: str, step: str, change: dict[str, Any]) -> None:
    """Keep a step in another shape, as another version of the program may have done."""
    (record,) = [one for one in pages.entry(opened_.store, entry).steps if one.step == step]
    entries.keep_step(opened_.store, entry, step, record.position, {**record.frozen, **change})
    hashed = opened_.store.query("SELECT frozen FROM steps WHERE step = ?", (step,))[0][0]
    seq, revision, state, text, at, offset = opened_.store.query(
        "SELECT entry, revision, state, value, at, at_offset FROM answers WHERE step = ?", (step,)
    )[0]
    check = digest(entry, step, revision, state, text, at, offset, hashed)
    with opened_.store.writing() as connection:
        connection.execute(
            "UPDATE answers SET frozen = ?, digest = ? WHERE entry = ? AND step = ?",
            (hashed, check, seq, step),
        )


def test_a_kind_this_version_does_not_know_is_named_and_shown_as_it_is_kept(tmp_path: Path) -> None:
    opened_ = journal(tmp_path)
    sitting = log(opened_)
    refrozen(opened_, sitting.entry, "strength", {"kind": "stars"})
    line = look.entry(opened_, sitting.entry).lines[1]
    assert line.words == ["7"] and line.trouble == said.UNKNOWN_KIND.format(kind="stars")
    assert line.trouble in "\n".join(entry_text.beside(line))


def test_a_damaged_question_and_a_damaged_answer_are_named(tmp_path: Path) -> None:
    opened_ = journal(tmp_path)
    sitting = log(opened_)
    store = opened_.store
    with store.writing() as connection:
        hashed = connection.execute("SELECT frozen FROM steps WHERE step = 'strength'").fetchone()[0]
        connection.execute("UPDATE frozen SET json = '{}' WHERE hash = ?", (hashed,))
        connection.execute("UPDATE answers SET value = '9' WHERE step = 'mood'")
    lines = {line.step: line for line in look.entry(opened_, sitting.entry).lines}
    assert (lines["strength"].words, lines["strength"].trouble) == (["7"], said.LOST_QUESTION)
    assert (lines["mood"].words, lines["mood"].state) == ([], look.LOST)
    assert lines["mood"].trouble == said.LOST_ANSWER
    assert entry_text.question(lines["strength"]) == "strength"
    text = "\n".join(entry_text.markdown(look.entry(opened_, sitting.entry)))
    assert said.LOST_ANSWER in text and said.LOST_QUESTION in text


def test_an_earlier_wording_that_is_damaged_is_named_beside_the_one_that_stands(tmp_path: Path) -> None:
    opened_ = journal(tmp_path)
    sitting = log(opened_)
    changing.edit(opened_, sitting.entry, "strength", 3)
    with opened_.store.writing() as connection:
        connection.execute("UPDATE answers SET value = '9' WHERE step = 'strength' AND revision = 1")
    line = look.entry(opened_, sitting.entry).lines[1]
    assert (line.words, line.earlier, line.trouble) == (["3 of 10"], [], said.LOST_EARLIER)


def test_days_are_those_where_the_person_was(tmp_path: Path) -> None:
    opened_ = journal(tmp_path)
    moments = [
        Stamp("2026-03-28T23:30:00Z", 60),  # the 29th in Berlin, the night the clocks go forward
        Stamp("2026-03-29T21:30:00Z", 120),  # still the 29th, in summer time
        Stamp("2026-03-29T22:30:00Z", 120),
        Stamp("2026-03-30T05:00:00Z", -300),  # midnight in New York, which is the 30th there
        Stamp("2026-03-30T11:00:00Z", 840),  # the 31st on Kiritimati
    ]
    for at in moments:
        opened_.clock = partial(Stamp, *at)
        log(opened_)
    assert [row.day for row in look.entries(opened_)] == [
        "2026-03-31", "2026-03-30", "2026-03-30", "2026-03-29", "2026-03-29",
    ]  # fmt: skip
    assert len(look.entries(opened_, since="2026-03-29", until="2026-03-29")) == 2
    assert len(look.entries(opened_, since="2026-03-31")) == 1
    read = look.entry(opened_, look.entries(opened_, since="2026-03-31")[0].id)
    assert (read.day, read.lines[0].day) == ("2026-03-31", "2026-03-31")


@pytest.mark.parametrize("exercise", [*KINDS])
def test_every_kind_reads_as_plain_values_and_as_markdown(tmp_path: Path, exercise: str) -> None:
    opened_ = seeded(tmp_path)
    before, lines = KINDS[exercise]
    talk(opened_, exercise, [*before, *lines, "", "", ""])
    read = look.entry(opened_, look.entries(opened_, limit=1)[0].id)
    json.dumps(read)
    text = entry_text.markdown(read)
    assert text[0].startswith("# ") and all(not line.trouble for line in read.lines)


def test_nothing_known_of_the_question(tmp_path: Path) -> None:
    opened_ = opened(tmp_path)
    sitting = opened_.begin("a-short")
    sitting.give("words")
    with opened_.store.writing() as connection:
        connection.execute("DELETE FROM steps WHERE step = 'it'")
        connection.execute("DELETE FROM frozen")
    (line,) = look.entry(opened_, sitting.entry).lines
    assert (line.words, line.trouble) == (["words"], said.LOST_QUESTION)
    file = tmp_path / "out.json"
    take_away.export(opened_, str(file))
    other = opened(tmp_path / "other")
    bring_back.bring_in(other, str(file))
    (line,) = look.entry(other, sitting.entry).lines
    assert (line.words, line.trouble) == (["words"], said.NO_QUESTION)
