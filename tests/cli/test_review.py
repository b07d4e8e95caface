"""`unmuted review` with its filters, and `unmuted show` as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.cli import run
from guide.journal import changing
from tests.journal.making import Clock, journal, log, play
from tests.ui.helping import HOSTILE, STEERING, TRIAL

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def unmuted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Two packs with an entry each, eight days apart, the later one changed once."""
    home, clock, pack = tmp_path / "home", Clock(), tmp_path / "trial.yaml"
    pack.write_text(TRIAL, encoding="utf-8")
    opened = journal(home, clock, (pack,))
    log(opened)
    clock.move(days=8)
    play(opened.begin("trial/only"), {"thought": STEERING, "how": 5})
    clock.move(days=1)
    changed = opened.begin("then-now")
    play(changed, {"anything": "yes", "changes": [{"now": "ring Ann"}]})
    clock.move(days=1)
    assert changing.edit(opened, changed.entry, "changes", [{"now": "ring Ann on Sundays"}]).kept
    opened.close()

    def call(*argv: str) -> tuple[int, str, str]:
        code = run([*argv, "--home", str(home)])
        found = capsys.readouterr()
        return code, found.out, found.err

    return call


def titles(unmuted: Run, *argv: str) -> list[str]:
    code, out, _ = unmuted("review", *argv, "--json")
    assert code == 0
    return [one["title"] for one in json.loads(out)["entries"]]


def test_filters_go_together(unmuted: Run) -> None:
    assert titles(unmuted) == ["Then and now", "Only [/ this", "What is muted today"]
    assert titles(unmuted, "--pack", "core") == ["Then and now", "What is muted today"]
    assert titles(unmuted, "--pack", "trial") == ["Only [/ this"], "gone, and still known by its entries"
    assert titles(unmuted, "--pack", "core", "--since", "2026-11-03") == ["Then and now"]
    assert titles(unmuted, "--collection", "skills") == ["Then and now"]
    assert titles(unmuted, "--exercise", "only", "oops") == ["Only [/ this"]
    assert titles(unmuted, "ann", "--until", "2026-11-02") == []
    turned = ("--until", "October 2026", "--since", "3 November 2026")
    assert titles(unmuted, *turned) == ["What is muted today"]
    assert titles(unmuted, "--since", "November 2026", "--limit", "1") == ["Then and now"]


def test_what_is_shown_is_said_above_it(unmuted: Run) -> None:
    code, out, _ = unmuted("review", "sad", "--pack", "trial")
    assert code == 0 and out.startswith("Entries with “sad”, from the pack “trial”.\n\n2026-11-10\n")
    assert HOSTILE in out and "\x1b" not in out
    found = json.loads(unmuted("review", "sad", "--pack", "trial", "--json")[1])
    assert found["filters"] == {"words": "sad", "pack": "trial"} and found["format"] == 1


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (("--pack", "tria"), 1, "There is no pack 'tria'.\nPacks with entries: core, trial."),
        (("--pack", "./tria"), 1, "There is no pack at"),
        (("--collection", "skils"), 1, "Did you mean 'skills'?"),
        (("--exercise", "then-nov"), 1, "Did you mean 'then-now'?"),
        (("--until", "soonish"), 2, "'soonish' is no day that can be read here."),
    ],
)
def test_what_is_not_there_is_one_sentence(
    unmuted: Run, argv: tuple[str, ...], code: int, sentence: str
) -> None:
    found, out, err = unmuted("review", *argv)
    assert (found, out) == (code, "") and sentence in err


def test_show_as_text_json_and_markdown(unmuted: Run) -> None:
    entry = json.loads(unmuted("review", "--pack", "core", "--json")[1])["entries"][0]["id"]
    text = unmuted("show", entry[:8])[1]
    assert (
        "Changed on 12 November 2026." in text
        and "Written 11 November 2026, it read like this until 12" in text
    )
    found = json.loads(unmuted("show", entry, "--json")[1])["entry"]
    (line,) = [one for one in found["lines"] if one["step"] == "changes"]
    assert line["changed"] == "2026-11-12" and line["earlier"][0]["day"] == "2026-11-11"
    markdown = unmuted("show", entry, "--md")[1]
    assert markdown.startswith("# Then and now, 2026-11-11\n") and "## " in markdown
    code, _, err = unmuted("show", entry, "--md", "--json")
    assert code == 2 and "--json" in err


def test_a_strangers_entry_says_whose_it_was_and_steers_nothing(unmuted: Run) -> None:
    entry = json.loads(unmuted("review", "--pack", "trial", "--json")[1])["entries"][0]["id"]
    for how in ((), ("--md",), ("--json",)):
        out = unmuted("show", entry, *how)[1]
        assert "\x1b" not in out and "\u202e" not in out and "no longer here" in out


def test_a_list_that_is_cut_says_so(unmuted: Run) -> None:
    code, out, _ = unmuted("review", "--limit", "2")
    assert code == 0 and "There are more than 2." in out
    code, out, _ = unmuted("review", "--limit", "3")
    assert code == 0 and "There are more than" not in out


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("0", "from 1 to 10000"),
        ("-3", "from 1 to 10000"),
        ("10001", "from 1 to 10000"),
        ("many", "takes a whole number, and 'many' is none"),
    ],
)
def test_a_limit_that_is_none_is_refused(unmuted: Run, limit: str, said: str) -> None:
    code, out, err = unmuted("review", f"--limit={limit}")
    assert (code, out) == (2, "") and said in err
