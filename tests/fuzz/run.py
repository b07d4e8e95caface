"""`make fuzz`: many mutants of packs through the loader, the checker and a trial walk.

Nothing but the checker's own reports may come of any of them, and none may take longer than the bar. A file
that offends is kept beside the run, with the seed it came from.
"""

from __future__ import annotations

import re
import sys
import tempfile
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Any, Final, NamedTuple

from guide.errors import GuideError
from guide.packs.check import check
from guide.packs.trial.walk import walk_pack
from tests.fuzz.mutants import mutants
from tests.fuzz.worst import worst

SLOWEST: Final = 0.2
"""Seconds that one file of at most 512 KiB may take (design: the checker's bar)."""
CHUNK: Final = 2000
_STEERS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What could steer a terminal, or could not be written to one."""


Pack = dict[str, Any] | None


class Outcome(NamedTuple):
    """What became of some files: how many, how many could be used, the slowest, and what went wrong."""

    tried: int
    usable: int
    slowest: float
    wrong: list[str]


def try_some(
    seed: int, count: int, keep: Path | None = None, *, look: Callable[[Path], Pack] | None = None
) -> Outcome:
    """Put `count` mutants of this seed through the checker, and walk those that gave a usable pack."""
    usable, slowest, wrong = 0, 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pack.yaml"
        for number, data in enumerate(mutants(seed, count)):
            file.write_bytes(data)
            begun = perf_counter()
            took = 0.0
            try:
                pack = (look or _look)(file)
                took = perf_counter() - begun
                if pack is not None:
                    usable += 1
                    _walk(pack, number)
            except GuideError:
                pass
            except BaseException:
                wrong.append(f"seed {seed}, file {number}: {traceback.format_exc(limit=-3)}")
                _keep(keep, f"wrong-{seed}-{number}.yaml", data)
            slowest = max(slowest, took)
            if took > SLOWEST:
                _keep(keep, f"slow-{seed}-{number}.yaml", data)
    return Outcome(count, usable, slowest, wrong)


def _look(file: Path) -> Pack:
    loaded = check(file)
    for report in loaded.reports:
        assert report.line >= 1
        assert report.col >= 1
        assert not _STEERS.search(str(report))
    assert loaded.pack is not None or loaded.errors
    return loaded.pack


def _walk(pack: dict[str, Any], seed: int) -> None:
    """What the checker lets pass can be walked: nothing in it is refused or breaks."""
    for walked in walk_pack({pack["id"]: pack}, pack["id"], walks=2, seed=seed):
        assert walked.troubles == []


def _keep(folder: Path | None, name: str, data: bytes) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _worst() -> None:
    """Print how long the costliest files take, at their best of three: a busy machine is no fault of theirs."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pack.yaml"
        for name, data in worst():
            file.write_bytes(data)
            times = []
            for _ in range(3):
                begun = perf_counter()
                check(file)
                times.append(perf_counter() - begun)
            print(f"{min(times) * 1000:6.0f} ms  {name}", flush=True)


def main(argv: list[str]) -> int:
    """`python -m tests.fuzz.run [COUNT [SEED]]`: at least COUNT files, on two processors."""
    _worst()
    count = int(argv[0]) if argv else 200_000
    seed = int(argv[1]) if len(argv) > 1 else 1
    keep = Path("fuzz-found")
    begun, tried, usable, slowest, wrong = perf_counter(), 0, 0, 0.0, 0
    chunks = -(-count // CHUNK)
    with ProcessPoolExecutor(2) as pool:
        for done in pool.map(try_some, range(seed, seed + chunks), [CHUNK] * chunks, [keep] * chunks):
            tried, usable, slowest = tried + done.tried, usable + done.usable, max(slowest, done.slowest)
            wrong += len(done.wrong)
            for text in done.wrong:
                print(text, flush=True)
    took = perf_counter() - begun
    print(
        f"{tried:,} files in {took:.0f} s: {usable:,} usable, {wrong} went wrong, slowest {slowest * 1000:.0f} ms."
    )
    if wrong or slowest > SLOWEST:
        print(f"Files that went wrong or took more than {SLOWEST * 1000:.0f} ms lie in {keep}/.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
