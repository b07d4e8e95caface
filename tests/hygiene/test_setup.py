"""The ways in: the Makefile's sentences on a machine that lacks something, and what CI calls."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from .repository import ROOT

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "Makefile", place / "Makefile")
    (place / "pyproject.toml").touch()
    environment = {
        name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")
    }
    return subprocess.run(
        ["make", *arguments], cwd=place, env=environment, capture_output=True, text=True, check=False
    )


def pretend(place: Path, script: str) -> Path:
    """A stand-in for python3."""
    file = place / "python3"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@needs_make
def test_an_old_python_is_named(tmp_path: Path) -> None:
    old = pretend(tmp_path, 'case "$1" in -V) echo Python 3.9.1;; *) exit 1;; esac')
    run = make(tmp_path, "run", f"PYTHON={old}")
    assert run.returncode != 0 and "needs Python 3.11 or newer" in run.stderr and "Python 3.9.1" in run.stderr
    assert not (tmp_path / ".venv").exists()


@needs_make
def test_a_missing_python_is_named(tmp_path: Path) -> None:
    run = make(tmp_path, "run", "PYTHON=no-such-python")
    assert run.returncode != 0 and "'no-such-python' is not there" in run.stderr


@needs_make
def test_a_missing_venv_is_named(tmp_path: Path) -> None:
    bare = pretend(tmp_path, 'case "$2" in *venv*) exit 1;; *) exit 0;; esac')
    run = make(tmp_path, "run", f"PYTHON={bare}")
    assert run.returncode != 0 and "lacks its venv module" in run.stderr


@needs_make
def test_help_is_what_make_says_by_itself(tmp_path: Path) -> None:
    run = make(tmp_path)
    assert run.returncode == 0
    assert all(f"make {target}" in run.stdout for target in ("run", "test", "check", "clean"))


def test_ci_calls_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    text = script.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n") and "set -euo pipefail" in text and "make test" in text
