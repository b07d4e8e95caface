"""What is in the repository, and a fresh Python to ask things of."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = ROOT / "guide"
CORE = ROOT / "exercises" / "core"
LEFT_OUT = {".git", ".venv", "__pycache__", "build", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


@functools.cache
def files() -> list[Path]:
    """All files that belong to the project: what git knows or would add; everything where there is no git."""
    run = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if run.returncode == 0 and run.stdout:
        names = {os.fsdecode(name) for name in run.stdout.split(b"\0") if name}
        return sorted(path for name in names if (path := ROOT / name).is_file())
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not LEFT_OUT & set(path.relative_to(ROOT).parts)
    )


def code() -> list[Path]:
    """The program's own Python files."""
    return sorted(path for path in GUIDE.rglob("*.py") if "_exercises" not in path.parts)


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def python(
    source: str, *arguments: str, path: Path = ROOT, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh Python that finds the package at `path`."""
    return subprocess.run(
        [sys.executable, "-c", source, *arguments],
        cwd=path,
        env={**os.environ, "PYTHONPATH": str(path)},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
