"""Files of exercises: those that are meant, those that lie there unnamed, and one that is taken for a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.packs.check import check
from guide.packs.load import load

PACK = (Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8")
HEAD, EXERCISE = PACK.split("  - id: outside\n")
EXERCISE = "id: outside\n" + "".join(line.removeprefix("    ") for line in EXERCISE.splitlines(keepends=True))


def folder(tmp_path: Path, listed: str, *names: str) -> Path:
    for name in names:
        text = EXERCISE.replace("id: outside", f"id: {Path(name).stem.lower()}")
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "pack.yaml").write_text(HEAD + listed, encoding="utf-8")
    return tmp_path


def said(path: Path) -> list[str]:
    return [str(one).split("/")[-1] for one in check(path).reports]


def test_an_exercise_that_is_not_listed_is_a_warning_at_the_list(tmp_path: Path) -> None:
    pack = folder(tmp_path, "  - outside.yaml\n", "outside.yaml", "kitchen.yaml")
    (report,) = said(pack)
    assert report.startswith("pack.yaml:13:1: warning: kitchen.yaml lies beside this file and is not listed")
    assert load(pack).reports == [], "opening the program does not look"


def test_many_are_counted_and_what_is_no_exercise_is_left_alone(tmp_path: Path) -> None:
    names = [f"{name}.yaml" for name in "abcde"]
    pack = folder(tmp_path, "  - outside.yaml\n", "outside.yaml", *names)
    (pack / "notes.yaml").write_text("shopping: [bread]\n", encoding="utf-8")
    (pack / ".hidden.yaml").write_text(EXERCISE, encoding="utf-8")
    (pack / "pack.schema.json").write_text("{}", encoding="utf-8")
    (report,) = said(pack)
    assert "a.yaml, b.yaml, c.yaml and 2 more lie beside this file" in report


def test_a_pack_in_one_file_may_lie_beside_others(tmp_path: Path) -> None:
    folder(tmp_path, "  - outside.yaml\n", "outside.yaml")
    single = tmp_path / "single.yaml"
    single.write_text(PACK, encoding="utf-8")
    assert said(single) == []


@pytest.mark.parametrize(
    ("listed", "report"),
    [
        ("Outside.yaml", "There is no file Outside.yaml here; there is outside.yaml."),
        ("outside.yml", "There is no file outside.yml here; there is outside.yaml."),
        ("outside", "An exercise is named by a file in the same folder, such as outside.yaml."),
        ("../outside.yaml", "An exercise is named by a file in the same folder, such as my-exercise.yaml."),
    ],
)
def test_the_file_that_was_meant_is_named_once(tmp_path: Path, listed: str, report: str) -> None:
    pack = folder(tmp_path, f"  - {listed}\n", "outside.yaml")
    if (pack / listed).exists() and not listed.startswith(".."):
        pytest.skip("names here do not tell capitals apart")
    found = [one for one in said(pack) if "warning" not in one]
    assert found == [f"pack.yaml:14:5: {report}"]


def test_an_exercise_taken_for_a_pack_is_one_sentence(tmp_path: Path) -> None:
    pack = folder(tmp_path, "  - outside.yaml\n", "outside.yaml")
    sentence = "outside.yaml:1:1: This is one exercise, not a pack. Please name the folder it lies in."
    assert said(pack / "outside.yaml") == [sentence]
    (pack / "outside.yaml").write_text(EXERCISE.replace("kind: scale", "kind: scle"), encoding="utf-8")
    assert said(pack / "outside.yaml") == [sentence]


@pytest.mark.parametrize(
    ("old", "new", "report"),
    [
        ("One thing you saw", "One thing you saw {where", "pack.yaml:32:17: warning: A brace opens here and never"),
        ("One thing you saw", "You went {where, and saw", "pack.yaml:32:17: warning: A brace opens here and never"),
        ("One thing you saw", "You went { where }", "pack.yaml:32:17: warning: These braces are shown as they stand"),
        ("One thing you saw", "'{en: Saw, es: Vi {where}'", "pack.yaml:32:17: warning: A brace opens"),
        ("          window: Nowhere. A look out of the window is fine\n", "", "pack.yaml:22:9: warning: There is only one"),
    ],
)  # fmt: skip
def test_what_was_hardly_meant_is_a_warning(tmp_path: Path, old: str, new: str, report: str) -> None:
    (tmp_path / "pack.yaml").write_text(PACK.replace(old, new), encoding="utf-8")
    (found,) = said(tmp_path)
    assert found.startswith(report), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One thing you saw", "You went {where}. What did you see"),
        ("One thing you saw", "A face like :-{ or { alone"),
        ("          window: Nowhere. A look out of the window is fine\n", "        other: true\n"),
    ],
)
def test_what_may_well_be_meant_is_not(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "pack.yaml").write_text(PACK.replace(old, new), encoding="utf-8")
    assert said(tmp_path) == []
