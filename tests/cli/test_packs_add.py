"""`packs add`, `remove` and `list` from outside: what is shown, what is asked, what stays."""

from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path

import pytest

from guide.cli import run as run_here

from .test_commands import run

PACK = """format: 1
id: gentle
version: "{version}"
title: {{en: Gentle return, es: Volver poco a poco}}
about: "For coming back\\nInstalled. This is a sentence of the program."
language: en
license: CC-BY-4.0
authors: [Ada Example]
uses: [core]
collections:
  routes: {{title: My routes, label: "{{what}}", fields: {{what: {{title: What}}}}}}
series:
  effort: {{title: Effort, range: {{min: 0, max: 10}}}}
exercises:
  - walk.yaml
  - id: look
    title: Look back
    steps: [{{id: a, kind: pick, prompt: Which one, from: core/skills, own: "true", optional: true}}]
"""
WALK = """id: walk
title: {en: A short walk, es: Un paseo corto}
minutes: 5
steps:
  - {id: where, kind: list, prompt: {en: Where, es: Dónde}, record: {what: {kind: short, prompt: What}}, collect: routes}
  - {id: how, kind: scale, prompt: {en: How hard, es: Qué tan duro}, track: effort}
"""


def made(folder: Path, version: str = "1.0", walk: str = WALK) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(PACK.format(version=version), encoding="utf-8")
    (folder / "walk.yaml").write_text(walk, encoding="utf-8")
    return str(folder)


def flat(text: str) -> str:
    return " ".join(text.split())


class Terminal(io.StringIO):
    """Somebody sits there and types."""

    def isatty(self) -> bool:
        return True


def answer(monkeypatch: pytest.MonkeyPatch, typed: str, *argv: str) -> int:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    return run_here(list(argv))


def test_what_it_holds_is_shown_and_nobody_is_taken_to_have_said_yes(tmp_path: Path, home: Path) -> None:
    done = run("packs", "add", made(tmp_path / "from"))
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Read what it holds, then add --yes."
    for part in (
        "“Gentle return”, version 1.0, id gentle",
        "not from us, and nobody here has read it",
        "By: Ada Example",
        "Licence: CC-BY-4.0",
        "Languages: en, es",
        "2 exercises: A short walk, about 5 minutes Look back",
        "Lists: My routes Numbers over time: Effort",
        "It works with other packs: Unmuted (core)",
        "What I do differently (core/skills)",
    ):
        assert part in flat(done.stdout)
    assert not any(line.startswith("Installed.") for line in done.stdout.splitlines())
    assert not (home / "packs").exists()


def test_it_is_shown_in_the_language_of_the_person(tmp_path: Path) -> None:
    shown = run("packs", "add", made(tmp_path / "from"), LC_ALL="es_MX.UTF-8").stdout
    assert "“Volver poco a poco”" in shown and "Un paseo corto, about" in shown


def test_the_setting_comes_before_the_locale_and_both_before_the_packs_own(
    tmp_path: Path, home: Path
) -> None:
    run("packs", "add", made(tmp_path / "from"), "--yes")
    door = "“{}”, not from us"
    assert door.format("Gentle return") in run("list").stdout
    assert door.format("Volver poco a poco") in run("list", LC_ALL="es_ES.UTF-8").stdout
    assert door.format("Gentle return") in run("list", LC_ALL="de_DE.UTF-8").stdout
    (home / "settings.yaml").write_text("language: es\n")
    shown = run("list", LC_ALL="en_GB.UTF-8").stdout
    assert door.format("Volver poco a poco") in shown and "gentle/walk             Un paseo corto" in shown
    assert "gentle/look             Look back" in shown, "a title in one language only is shown in that one"
    asked = run("do", "gentle/walk", stdin="Al parque\n\n4\n\n").stdout
    assert "Dónde" in asked and "Qué tan duro" in asked and "From “Volver poco a poco”, not from us" in asked
    assert (
        "Qué tan duro"
        in run("show", json.loads(run("review", "--json").stdout)["entries"][0]["id"], LC_ALL="C").stdout
    )


def test_a_yes_installs_and_anything_else_does_not(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = made(tmp_path / "from")
    for typed in ("", "\n", "n\n", "yess\n", "\x1b[A\n"):
        assert answer(monkeypatch, typed, "packs", "add", source) == 1
        assert "Nothing was installed." in capsys.readouterr().out
        assert not (home / "packs").exists()
    assert answer(monkeypatch, " Yes \n", "packs", "add", source) == 0
    shown = capsys.readouterr()
    assert "Install it? [y/N]" in shown.out + shown.err and "`unmuted do gentle/walk`" in shown.out
    assert answer(monkeypatch, "", "packs", "add", source) == 0
    assert "installed already" in capsys.readouterr().out


def test_problems_are_printed_as_the_check_prints_them_and_nothing_is_installed(
    tmp_path: Path, home: Path
) -> None:
    source = made(tmp_path / "from", walk=WALK.replace("minutes", "minuets"))
    done = run("packs", "add", source, "--yes")
    checked = run("packs", "check", source)
    assert (done.returncode, checked.returncode) == (1, 1)
    assert done.stdout.splitlines()[:-1] == checked.stdout.splitlines()
    assert done.stdout.splitlines()[-1].startswith("Nothing was installed.")
    assert not (home / "packs").exists()
    found = json.loads(run("packs", "add", source, "--json", "--yes").stdout)
    assert found["installed"] is False and found["problems"][0]["line"] == 3


HARM = """id: walk
title: A short walk
steps:
  - {id: a, kind: text, text: "Stop your medicine today. Simply do.”. Nothing was installed."}
  - {id: b, kind: text, text: {en: "You need to do it daily.", es: Deja tu medicina hoy.}}
"""


def test_what_can_do_harm_is_read_before_the_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = made(tmp_path / "a pack", walk=HARM)
    assert answer(monkeypatch, "n\n", "packs", "add", source) == 1
    shown = capsys.readouterr().out
    before = flat(shown).split("Please read these before you decide.")[1]
    for part in (
        "“Stop your medicine today.” A reader may stop or change a medicine alone.",
        "“You need to do it daily.” An exercise turns into an obligation.",
        "can tell nothing about the words in: es",
    ):
        assert part in before
    assert "Simply" not in shown, "that is for its author"
    assert f"warnings for its author: `unmuted packs check '{source}'` shows them." in flat(shown)
    lines = [line for line in shown.splitlines() if line]
    assert lines[-2:] == ["This pack is not from us, and nobody here has read it.", "Nothing was installed."]
    found = json.loads(run("packs", "add", source, "--json").stdout)
    assert [one["rule"] for one in found["read_first"]] == ["medicine-instruction", "orders"]


def test_many_harms_of_one_sort_are_counted(tmp_path: Path) -> None:
    many = "".join(f"  - {{id: s{n}, kind: text, text: You must do number {n} now.}}\n" for n in range(9))
    shown = flat(run("packs", "add", made(tmp_path / "from", walk=HARM + many)).stdout)
    assert shown.count("An exercise turns into an obligation.") == 3 and "and 7 more like it" in shown
    assert shown.index("Stop your medicine") < shown.index("You need to")


def test_a_pack_with_a_telephone_number_is_not_installed(tmp_path: Path, home: Path) -> None:
    source = made(tmp_path / "from", walk=HARM.replace("daily", "daily. Ring 116 123"))
    done = run("packs", "add", source, "--yes")
    assert done.returncode == 1 and "“116 123”: A number in a pack goes out of date" in done.stdout
    assert "offer: help-now" in done.stdout and not (home / "packs").exists()
    assert run("--pack", source, "list").returncode == 0, "named for one run it opens"


def test_a_number_behind_more_warnings_than_are_gathered_is_found_too(tmp_path: Path, home: Path) -> None:
    from guide.steps.problems import MOST

    options = ", ".join(f"o{n}: {{en: One, fr: Un}}" for n in range(50))
    steps = "".join(
        f"  - {{id: many{n}, kind: choices, prompt: Which, options: {{{options}}}}}\n"
        for n in range(MOST // 50 + 1)
    )
    steps += "  - {id: z, kind: text, text: Ring 116 123.}\n"
    done = run("packs", "add", made(tmp_path / "from", walk=WALK + steps), "--yes")
    assert done.returncode == 1 and "116 123" in done.stdout + done.stderr
    assert not (home / "packs").exists()


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_lines_are_broken_between_words_for_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1, raising=False)
    monkeypatch.setattr("os.get_terminal_size", lambda handle: os.terminal_size((columns, 24)))
    assert answer(monkeypatch, "n\n", "packs", "add", made(tmp_path / "from", walk=HARM)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) < min(columns, 80)
    text = {word for line in lines for word in line.split()}
    assert {"obligation.", "network,", "anything,"} <= text


def test_the_programs_own_names_for_things_are_not_shown(tmp_path: Path) -> None:
    source = Path(made(tmp_path / "from"))
    text = (source / "pack.yaml").read_text("utf-8").replace("title: Effort,", "title: Effort, role: mood,")
    (source / "pack.yaml").write_text(text.replace("title: My routes,", "title: My routes, role: evidence,"))
    shown = flat(run("packs", "add", str(source)).stdout)
    assert "What you note there can come up again under “show me one”." in shown
    assert "evidence" not in shown and "mood" not in shown and "views" not in shown


@pytest.mark.parametrize(
    "kind", ["fifo", "empty folder", "gone", "link to itself", "archive", "huge", "device"]
)
def test_what_is_no_pack_is_one_sentence(tmp_path: Path, home: Path, kind: str) -> None:
    path = tmp_path / ("x.zip" if kind == "archive" else "x")
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "empty folder":
        path.mkdir()
    elif kind == "link to itself":
        path.symlink_to(path)
    elif kind == "huge":
        path.write_bytes(b"# " * 400_000)
    elif kind == "device":
        path = Path(os.devnull)
    elif kind == "archive":
        path.write_bytes(b"PK\x03\x04")
    done = run("packs", "add", str(path), "--yes")
    assert done.returncode == 1 and done.stdout == ""
    assert 1 <= len(done.stderr.splitlines()) <= 2
    assert not (home / "packs").exists()


def test_the_place_of_the_built_in_pack_cannot_be_taken(tmp_path: Path) -> None:
    source = Path(made(tmp_path / "from"))
    text = (
        (source / "pack.yaml")
        .read_text("utf-8")
        .replace("id: gentle", "id: core")
        .replace("uses: [core]\n", "")
    )
    (source / "pack.yaml").write_text(text.replace("from: core/skills", "from: routes"), "utf-8")
    done = run("packs", "add", str(source), "--yes")
    assert done.returncode == 1 and "belongs to the pack that comes with the program" in done.stderr
    assert "comes with the program" in run("packs", "add", "exercises/core", "--yes").stderr
    assert "5 exercises; comes with the program" in run("--pack", str(source), "packs", "list").stdout


def test_an_update_says_what_changes(tmp_path: Path) -> None:
    run("packs", "add", made(tmp_path / "from"), "--yes")
    walk = WALK.replace("A short walk", "A walk").replace("How hard", "How hard was it")
    walk += "  - {id: more, kind: text, text: That was it.}\n"
    source = Path(made(tmp_path / "from", "1.10", walk))
    text = (source / "pack.yaml").read_text("utf-8")
    (source / "pack.yaml").write_text(text.split("  - id: look")[0], "utf-8")
    done = run("packs", "add", str(source), "--yes")
    assert done.returncode == 0, done.stderr
    for part in (
        "You have version 1.0. This is version 1.10.",
        "Gone: Look back. What you wrote in it stays readable.",
        "Renamed: A short walk, now A walk",
        "A walk: 1 new step, 1 step changed",
    ):
        assert part in flat(done.stdout)
    assert "no longer goes on with" not in done.stdout
    older = run("packs", "add", made(tmp_path / "old", "1.9"))
    assert "This is version 1.9, an older one." in older.stdout and older.returncode == 2
    assert "New: Look back" in older.stdout
    other = run("packs", "add", made(tmp_path / "other", "1.10"))
    assert "You have version 1.10 too, with other contents." in other.stdout
    assert "gentle 1.10:" in run("packs", "list").stdout


def test_an_update_says_which_answers_it_does_not_go_on_with(tmp_path: Path) -> None:
    run("packs", "add", made(tmp_path / "from"), "--yes")
    walk = WALK.replace("id: how,", "id: how-hard,").replace(
        "what: {kind: short, prompt: What}", "what: {kind: scale, prompt: What}"
    )
    source = Path(made(tmp_path / "from", "1.1", walk.replace("collect: routes", "optional: true")))
    text = (source / "pack.yaml").read_text("utf-8")
    (source / "pack.yaml").write_text(
        text.replace("series:\n  effort:", "series:\n  strain: {title: Strain}\n  effort:")
    )
    done = run("packs", "add", str(source))
    shown = flat(done.stdout)
    assert "no longer goes on with. They stay readable: The step 'how' is gone." in shown
    assert "formerly" not in shown and "Kept from now on: Strain" in shown
    orphans = json.loads(run("packs", "add", str(source), "--json").stdout)["update"]["orphans"]
    assert "The step 'how' is gone." in orphans and all(one.endswith(".") for one in orphans)


def test_json_says_the_same_and_installs_with_yes_only(tmp_path: Path, home: Path) -> None:
    source = made(tmp_path / "from")
    found = json.loads(run("packs", "add", source, "--json").stdout)
    assert found["format"] == 1 and found["installed"] is False and not (home / "packs").exists()
    assert found["pack"]["reads"] == ["core/skills"] and found["update"] is None
    assert json.loads(run("packs", "add", source, "--json", "--yes").stdout)["installed"] is True
    made(tmp_path / "from", "2.0")
    update = json.loads(run("packs", "add", source, "--json").stdout)["update"]
    assert (update["from"], update["added"], update["changed"]) == ("1.0", [], [])
    listed = {one["id"]: one for one in json.loads(run("packs", "list", "--json").stdout)["packs"]}
    assert (listed["gentle"]["from"], listed["core"]["from"]) == ("installed", "built-in")
    assert (listed["gentle"]["languages"], listed["gentle"]["license"]) == (["en", "es"], "CC-BY-4.0")


def test_a_broken_newest_version_is_named_and_the_one_before_is_used(tmp_path: Path, home: Path) -> None:
    run("packs", "add", made(tmp_path / "from"), "--yes")
    made(home / "packs" / "gentle" / "2.0", "2.0", "id: [")
    shown = run("packs", "list").stdout
    assert "gentle 1.0: “Gentle return”" in shown and "gentle 2.0: " in shown
    assert run("list").returncode == 0


def test_an_installed_copy_that_cannot_be_read_is_replaced(tmp_path: Path, home: Path) -> None:
    run("packs", "add", made(tmp_path / "from"), "--yes")
    (home / "packs" / "gentle" / "1.0" / "pack.yaml").write_text("format: 99\n")
    shown = run("packs", "add", made(tmp_path / "from", "1.1"), "--yes")
    assert shown.returncode == 0 and "cannot be read by this version" in shown.stdout
    assert os.listdir(home / "packs" / "gentle") == ["1.1"]  # noqa: PTH208


def test_a_pack_put_there_by_hand_is_left_alone(tmp_path: Path, home: Path) -> None:
    made(home / "packs" / "by-hand")
    done = run("packs", "add", made(tmp_path / "from"), "--yes")
    assert done.returncode == 1 and "put there by hand: by-hand." in done.stderr
    done = run("packs", "remove", "gentle", "--yes")
    assert done.returncode == 1 and "by hand" in done.stderr
    assert (home / "packs" / "by-hand" / "pack.yaml").exists()
    assert "in the packs folder, not from us" in run("packs", "list").stdout


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("core", "comes with the program and stays"),
        ("gentel", "Did you mean 'gentle'?"),
        ("../gentle", "No pack with the id"),
        ("nothing", "`unmuted packs list`"),
        ("named", "named with --pack for this run"),
    ],
)
def test_what_cannot_be_removed_is_said(tmp_path: Path, home: Path, name: str, sentence: str) -> None:
    run("packs", "add", made(tmp_path / "from"), "--yes")
    other = Path(made(tmp_path / "named"))
    (other / "pack.yaml").write_text(
        (other / "pack.yaml").read_text("utf-8").replace("id: gentle", "id: named")
    )
    done = run("--pack", str(other), "packs", "remove", name, "--yes")
    assert done.returncode == 1 and sentence in done.stderr
    assert (home / "packs" / "gentle" / "1.0" / "pack.yaml").exists()


def test_removing_asks_and_everything_written_stays_readable(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("packs", "add", made(tmp_path / "from"), "--yes")
    shutil.rmtree(tmp_path / "from")
    run("do", "gentle/walk", stdin="To the park\n\n4\n\n")
    run("do", "gentle/walk", stdin="To the river\n\n", LC_ALL="es_ES.UTF-8")
    (entry,) = json.loads(run("review", "--json").stdout)["entries"]
    before = run("show", entry["id"]).stdout
    assert run("packs", "remove", "gentle").returncode == 2
    assert answer(monkeypatch, "n\n", "packs", "remove", "gentle") == 1
    assert (home / "packs" / "gentle").exists()
    assert answer(monkeypatch, "y\n", "packs", "remove", "gentle") == 0
    assert "Removed. What you wrote stays." in capsys.readouterr().out
    assert not (home / "packs" / "gentle").exists()
    whose = {"From “Gentle return”, not from us.", "From a pack that is no longer here. It was not from us."}
    left = run("show", entry["id"]).stdout
    assert [one for one in left.split("\n") if one not in whose] == [
        one for one in before.split("\n") if one not in whose
    ]
    assert left != before and "To the park" in before and "4 of 10" in before
    assert "A short walk" in run("review").stdout
    for command in (
        ["progress"],
        ["progress", "--json"],
        ["list"],
        ["list", "--json"],
        ["drafts", "--json"],
        ["one"],
    ):
        assert run(*command).returncode == 0
    (shown,) = (line for line in run("progress").stdout.splitlines() if "Review" in line)
    assert shown == "What you wrote in packs that are not in use now is in Review."
    assert "There is nothing to draw here." in run("progress").stdout
    assert "`unmuted do gentle/walk` goes on with it" in run("drafts").stdout
    done = run("do", "gentle/walk", stdin="6\n\n")
    assert done.returncode == 0 and "Qué tan duro" in done.stdout and "no longer here" in done.stdout
    assert len(json.loads(run("review", "--json").stdout)["entries"]) == 2
