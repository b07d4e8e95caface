"""`unmuted items`: lists as text and as JSON, setting aside, ticks, and sentences fit for a wallet."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.cli import run
from guide.journal import one as one_
from tests.journal.making import a_sentence, journal, play

Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def items(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `unmuted items` in a home with facts, sentences and what got through."""
    home = tmp_path / "home"
    opened = journal(home)
    a_sentence(opened)
    a_sentence(opened, "answer texts within a day")
    for words in ("laughed at the cat", "a song in the shop"):
        sitting = opened.begin("muted-check")
        play(sitting, {"side": "both", "strength": 7, "mood": 4})
        sitting.more()
        while (step := sitting.view().step) is not None:
            sitting.give(words) if step["kind"] == "short" else sitting.skip()
    opened.close()

    def call(*argv: str) -> tuple[int, list[str], str]:
        code = run(["items", *argv, "--home", str(home)])
        found = capsys.readouterr()
        return code, found.out.splitlines(), found.err

    return call


def test_a_change_with_json_prints_the_item_as_it_stands_now(items: Run) -> None:
    (first, *_) = json.loads("\n".join(items("--json")[1]))["lists"][0]["items"]
    for argv, aside in ((["--archive"], True), (["--restore"], False)):
        code, said, _ = items(*argv, first["id"], "--json")
        found = json.loads("\n".join(said))
        assert code == 0 and found["format"] == 1 and found["item"] == {**first, "set_aside": aside}


def test_every_list_stands_with_its_title_its_name_and_its_items(items: Run) -> None:
    code, lines, err = items()
    assert (code, err) == (0, "")
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads[:2] == ["What I do differently (skills)", "My sentences (sentences)"]
    assert "What got through (got-through)" in heads
    assert lines[1].split("  ")[-1] == "answer texts within a day"


def test_sentences_are_a_title_and_the_sentences_and_nothing_else(items: Run) -> None:
    for name in ("sentences", "core/sentences", "my sentences"):
        assert items(name) == (
            0,
            [
                "My sentences",
                "The medicine may have made room. I answer texts within a day.",
                "The medicine may have made room. I ring Ann on Sundays.",
            ],
            "",
        )


def test_one_list_is_one_item_a_line_and_those_set_aside_are_left_out(items: Run) -> None:
    _, lines, _ = items("skills")
    assert [line[12:] for line in lines[1:]] == ["answer texts within a day", "ring Ann on Sundays"]
    short = lines[1].split()[0]
    code, said, _ = items("--archive", short)
    assert (code, said[0]) == (0, "Set aside: answer texts within a day")
    assert said[1] == f"`unmuted items --restore {short}` takes it back."
    _, lines, _ = items("skills")
    assert lines[1:2] == [lines[1]] and lines[1].endswith("ring Ann on Sundays")
    assert lines[-1] == "Set aside: 1. `unmuted items skills --aside` lists them."
    assert items("skills", "--aside")[1] == [
        "What I do differently: set aside",
        f"  {short}  answer texts within a day",
    ]
    assert items("--restore", short)[1] == ["Taken back: answer texts within a day"]
    assert len(items("skills")[1]) == 3


def test_a_list_that_is_wholly_set_aside_is_named_beside_another_one(items: Run) -> None:
    skills, *_ = (
        one for one in json.loads("\n".join(items("--json")[1]))["lists"] if one["list"].endswith("skills")
    )
    for held in skills["items"]:
        items("--archive", held["id"])
    lines = items()[1]
    at = lines.index(next(line for line in lines if line.startswith(skills["title"])))
    assert lines[at + 1].strip() == "Everything in this list is set aside."


def test_when_everything_is_set_aside_it_is_said_that_it_is_there(
    items: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for one in json.loads("\n".join(items("--json")[1]))["lists"]:
        for held in one["items"]:
            items("--archive", held["id"])
    assert items() == (0, ["Everything is set aside. `unmuted items --aside` lists it."], "")
    opened = journal(tmp_path / "home")
    try:
        assert one_.one(opened) == "Every fact of yours is set aside. `unmuted items --aside` lists them."
        sentence, _ = opened.lacking(opened.library.find("build-a-sentence")) or ("", "")
        assert "is set aside; `unmuted items --aside` lists it." in sentence
    finally:
        opened.close()


def test_a_tick_is_set_and_taken_away(items: Run) -> None:
    short = items("got-through")[1][1].split()[0]
    assert items("got-through", "--page", short)[1][0] == "Ticked for the page for your prescriber."
    assert items("got-through")[1][1].endswith("[x] for the page")
    assert items("--page", short)[1][0] == "No longer ticked for the page."
    assert not items("got-through")[1][1].endswith("for the page")
    fact = items("skills")[1][1].split()[0]
    code, _, err = items("--page", fact)
    assert code == 1
    assert "are not ticked one by one" in err and "What got through" in err


def test_json_says_the_same(items: Run) -> None:
    short = items("got-through")[1][1].split()[0]
    items("--page", short)
    found = json.loads("\n".join(items("got-through", "--json")[1]))
    assert found["format"] == 1
    (one,) = found["lists"]
    assert (one["list"], one["in_use"], one["set_aside"]) == ("core/got-through", 2, 0)
    assert [(held["id"][:8] == short, held["for_the_page"]) for held in one["items"]] == [
        (True, True),
        (False, False),
    ]
    everything = json.loads("\n".join(items("--json")[1]))
    assert {one["list"] for one in everything["lists"]} >= {
        "core/skills",
        "core/sentences",
        "core/got-through",
    }


def test_what_is_not_there_is_said(items: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert items("sentnces")[::2] == (1, "There is no list 'sentnces'.\nDid you mean 'sentences'?\n")
    assert items("--archive", "zz")[::2] == (
        1,
        "There is no such item.\n`unmuted items` lists what there is.\n",
    )
    assert items("plans") == (0, ["Nothing is in this list yet. The exercise “Use it again” fills it."], "")
    assert items("--archive", "1", "--restore", "1")[0] == 2
    assert items("--demo", "--archive", "1")[0] == 2
    assert run(["items", "--home", str(tmp_path / "empty")]) == 0
    assert "Nothing is built up yet" in capsys.readouterr().out


def test_the_demo_has_lists_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["items", "sentences", "--demo"]) == 0
    assert capsys.readouterr().out.startswith("My sentences\n")
