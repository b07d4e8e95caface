"""The pack that one begins with: clean, playable, and true in what its comments say."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from guide.errors import GuideError
from guide.packs import scaffold, schema
from guide.packs.check import check
from guide.packs.load import load
from guide.words import new_pack as words
from tests.plain.talking import newest, opened, talk


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "my-pack"
    assert scaffold.write("my-pack", folder) == ["pack.yaml", "small-walk.yaml", "pack.schema.json"]
    return folder


def test_it_is_clean_and_has_the_id_that_was_asked_for(pack: Path) -> None:
    assert [str(one) for one in check(pack).reports] == []
    loaded = load(pack).pack
    assert loaded is not None and loaded["id"] == "my-pack"
    assert {one.name for one in pack.iterdir()} == set(words.FILES)


def test_editors_find_the_schema_and_it_agrees(pack: Path) -> None:
    text = (pack / schema.FILE).read_text(encoding="utf-8")
    assert text == schema.text()
    for name in scaffold.FILES:
        source = (pack / name).read_text(encoding="utf-8")
        assert source.startswith(schema.COMMENT + "\n")
        jsonschema.validate(yaml.safe_load(source), yaml.safe_load(text), jsonschema.Draft7Validator)


def test_it_shows_what_packs_are_made_of() -> None:
    text = "".join((scaffold.TEMPLATE / name).read_text(encoding="utf-8") for name in scaffold.FILES)
    for word in (
        "kind: choice",
        "when:",
        "track:",
        "kind: short",
        "collect:",
        "kind: list",
        "progress:",
        "{place}",
    ):
        assert word in text, word


def test_every_key_has_a_comment_above_or_beside_it() -> None:
    """A top line of the pack, a step of the exercise: nobody has to guess what it is for."""
    for name in scaffold.FILES:
        lines = (scaffold.TEMPLATE / name).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if re.match(r"[a-z]+:|  - id:", line) and line != "steps:":
                assert " # " in line or lines[number - 1].lstrip().startswith("# "), f"{name}:{number + 1}"


def test_what_is_commented_out_works_when_the_signs_are_taken_away(pack: Path) -> None:
    file = pack / "small-walk.yaml"
    file.write_text(
        re.sub(r"^#(?=  )", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8"
    )
    assert [str(one) for one in check(pack).reports] == []
    loaded = load(pack).pack
    assert loaded is not None
    assert [step["id"] for step in loaded["exercises"][0]["steps"]][-2:] == ["again", "many-sounds"]


def test_it_is_walked_with_answers_from_a_pipe(pack: Path, tmp_path: Path) -> None:
    journal = opened(tmp_path / "notes", packs=(pack,))
    lines = ["2", "7", "a dog asleep in the sun", "a tram", "1", "rain", "2", "", ""]
    code, shown = talk(journal, "small-walk", lines, interactive=False, echo=False)
    assert code == 0, shown
    record = newest(journal, "small-walk")
    given = {one.step: one.answers[-1][0].value for one in record.steps if one.answers}
    assert record.how == "finished"
    assert given["place"] == "green" and given["ease"] == 7
    assert given["seen"]["text"] == "a dog asleep in the sun"
    assert [one["fields"] for one in given["sounds"]] == [
        {"what": "a tram", "near": "near"},
        {"what": "rain", "near": "far"},
    ]
    assert "Your choice today: Somewhere green" in shown
    journal.close()


@pytest.mark.parametrize("lines", [["skip"] * 9, [""] * 9, []], ids=["skips", "empty lines", "nothing"])
def test_it_is_walked_with_skips_alone(pack: Path, tmp_path: Path, lines: list[str]) -> None:
    journal = opened(tmp_path / "notes", packs=(pack,))
    code, shown = talk(journal, "small-walk", lines, interactive=False, echo=False)
    assert code == 0, shown
    states = [answer.state for one in newest(journal, "small-walk").steps for answer, _ in one.answers]
    assert set(states) <= {"skipped", "given", "hidden"} and bool(states) is bool(lines)
    journal.close()


@pytest.mark.parametrize(("seen", "said"), [("a cat", True), ("skip", False)])
def test_the_last_words_are_said_only_where_they_are_true(
    pack: Path, tmp_path: Path, seen: str, said: bool
) -> None:
    journal = opened(tmp_path / "notes", packs=(pack,))
    _, shown = talk(journal, "small-walk", ["1", "6", seen, "", ""], interactive=False, echo=False)
    assert ("What you saw stands in your list now." in " ".join(shown.split())) is said
    journal.close()


@pytest.mark.parametrize(
    "wrong", ["My Walk", "-a", "a--b", "", "1walk", "ä", "../x", "x" * 65, "a_b", "a\nb"]
)
def test_an_id_that_is_none_is_refused_with_the_rule(wrong: str) -> None:
    with pytest.raises(GuideError) as caught:
        scaffold.check_id(wrong)
    assert caught.value.code == 2
    assert "lower-case letters, digits and single hyphens" in caught.value.message
    offered = re.search(r"new (\S+)`", caught.value.remedy)
    assert offered is not None
    scaffold.check_id(offered[1])


def test_an_id_that_no_folder_may_have_is_refused() -> None:
    with pytest.raises(GuideError, match="name of a folder"):
        scaffold.check_id("con")


def contents(folder: Path) -> dict[str, str]:
    return {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir()}


def test_nothing_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(GuideError, match="already") as caught:
        scaffold.write("my-pack", folder)
    assert caught.value.remedy
    assert contents(folder) == {"mine.txt": "mine"}


@pytest.mark.parametrize("what", ["file", "link to nowhere"])
def test_what_is_no_folder_is_left_as_it_is(tmp_path: Path, what: str) -> None:
    place = tmp_path / "taken"
    if what == "file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.symlink_to(tmp_path / "nowhere")
    with pytest.raises(GuideError, match="no folder"):
        scaffold.write("my-pack", place)
    assert not (tmp_path / "nowhere").exists()
    assert place.is_symlink() or place.read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    scaffold.write("my-pack", folder)
    assert check(folder).reports == []


def test_a_file_that_turns_up_meanwhile_is_kept_and_ours_are_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "race"
    folder.mkdir()
    (folder / "small-walk.yaml").write_text("theirs", encoding="utf-8")
    monkeypatch.setattr("guide.packs.scaffold.os.scandir", lambda place: iter(()))
    with pytest.raises(GuideError, match="already"):
        scaffold.write("my-pack", folder)
    assert contents(folder) == {"small-walk.yaml": "theirs"}


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GuideError, match="could not be written") as caught:
        scaffold.write("my-pack", tmp_path / "file" / "new")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [("Küche", "kueche"), ("Mañana fácil", "manana-facil"), ("Straße", "strasse"), ("Core", "my-core"), ("漢字", "my-pack")],
)  # fmt: skip
def test_the_id_that_is_offered_spells_letters_that_no_id_has(wanted: str, offered: str) -> None:
    with pytest.raises(GuideError) as caught:
        scaffold.check_id(wanted)
    assert caught.value.remedy.endswith(f"new {offered}`")


def test_the_id_of_the_program_s_own_pack_is_refused_before_anything_is_written() -> None:
    with pytest.raises(GuideError, match="'core' is the pack that comes with the program") as caught:
        scaffold.check_id("core")
    assert caught.value.code == 2 and "new my-core`" in caught.value.remedy
