"""The costliest files: answered at a place, in a bounded number of reports, and in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guide.packs.check import check
from guide.steps.problems import MOST
from tests.fuzz.worst import SIZE, worst

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 50 * 1024  # KiB above what the same process needs for the built-in pack
VALID = "valid"

_MEASURE = """
import resource, sys
from pathlib import Path
from guide.packs.check import check
check(Path("exercises/core"), built_in=True)
idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
check(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle)
"""


@pytest.mark.parametrize(("name", "data"), [pytest.param(*one, id=one[0]) for one in worst()])
def test_a_costly_file_is_answered_at_a_place_in_bounded_memory(
    tmp_path: Path, name: str, data: bytes
) -> None:
    assert len(data) <= SIZE
    file = tmp_path / "pack.yaml"
    file.write_bytes(data)
    found = check(file)
    assert len(found.reports) <= MOST + 60
    if not name.startswith(VALID):
        assert found.errors or name == "words to look twice at"
        assert all(one.line >= 1 and one.col >= 1 for one in found.reports)
    run = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < MEMORY
