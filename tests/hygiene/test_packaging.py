"""The built-in pack is found from a wheel, from a checkout, and from an editable installation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from .repository import CORE, ROOT, python

FIND = "from guide.packs.discover import built_in; print(built_in())"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline from a copy that holds nothing but what belongs in a release."""
    place = tmp_path_factory.mktemp("release")
    for name in ("guide", "exercises"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, place / name)
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place / "dist")],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return next((place / "dist").glob("*.whl"))


def test_the_wheel_holds_every_exercise_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    ours = {path.relative_to(CORE).as_posix() for path in CORE.rglob("*") if path.is_file()}
    assert "pack.yaml" in ours
    assert {f"guide/_exercises/core/{name}" for name in ours} <= names
    assert sum(name.endswith("LICENSE") for name in names) >= 2
    assert not [name for name in names if name.startswith(("tests/", "docs/", "exercises/"))]


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "guide").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert package <= names


def test_an_installed_wheel_finds_its_own_copy(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    run = python(FIND, path=tmp_path / "site")
    assert run.stdout.strip() == str(tmp_path / "site" / "guide" / "_exercises" / "core"), run.stderr


def test_a_checkout_finds_the_folder_beside_the_package() -> None:
    assert python(FIND).stdout.strip() == str(CORE)


def test_an_editable_installation_finds_it_from_anywhere(tmp_path: Path) -> None:
    """An editable installation is a .pth file that names the checkout; this one is made by hand."""
    (tmp_path / "unmuted.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    source = f"import site; site.addsitedir({str(tmp_path)!r}); {FIND}"
    run = subprocess.run(
        [sys.executable, "-S", "-c", source],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip() == str(CORE), run.stderr


def test_a_checkout_without_exercises_says_so(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "guide", tmp_path / "guide", ignore=shutil.ignore_patterns("__pycache__", "_exercises")
    )
    run = python(FIND, path=tmp_path)
    assert run.returncode == 1 and "GuideError" in run.stderr


def test_the_runtime_needs_four_packages_and_the_screen_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [entry.split(";")[0].strip() for entry in project["dependencies"]]
    assert [name.rstrip("0123456789.,<>=~ ") for name in names] == ["textual", "rich", "pyyaml", "appdirs"]
    assert names[0].startswith("textual==")
