"""`make bench`: start, commands, the built-in pack and a large store, each beside a base of the same run; and texts.

Ratios hold on any machine; single times do not. Each pair is taken in turn and the median of the ratios is
printed, with the median times beside it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.bench import large_store, texts
from tests.end_to_end.pty_driver import Terminal

BARE = (
    "from textual.app import App\nfrom textual.widgets import Static\n"
    "class A(App):\n    def compose(self): yield Static('Hello')\nA().run()\n"
)
RUNS = 9
COMMANDS = (
    ["where"],
    ["help-now"],
    ["log", "b", "7", "4"],
    ["list"],
    ["review"],
    ["progress"],
    ["packs", "check", "exercises/core"],
)


def environment(home: str) -> dict[str, str | None]:
    """A home of its own, and compiled files as usual."""
    return {"UNMUTED_HOME": home, "PYTHONDONTWRITEBYTECODE": None, "TEXTUAL_ANIMATIONS": "none"}


def cpu(argv: list[str], home: str) -> float:
    """User and system seconds of one whole run."""
    env = {key: value for key, value in {**os.environ, **environment(home)}.items() if value is not None}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        argv,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def first_frame(argv: list[str], text: str, home: str) -> float:
    """Seconds from the start of a program to the first screen that holds `text`."""
    with Terminal(argv, env=environment(home)) as terminal:
        return terminal.wait_for(text)


def pairs(
    name: str, ours: Callable[[], float], base: Callable[[], float], base_name: str, runs: int = RUNS
) -> None:
    """Print the median of the ratios taken in turn."""
    ours(), base()  # caches of the disk
    taken = [(ours(), base()) for _ in range(runs)]
    ratio = statistics.median(one / two for one, two in taken)
    times = [statistics.median(column) * 1000 for column in zip(*taken, strict=True)]
    print(f"{name:<34} {ratio:5.2f} x {base_name:<22} ({times[0]:7.1f} ms, {times[1]:6.1f} ms)")


def once(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def large_pack() -> None:
    """Loading and fully checking a megabyte of exercises, beside PyYAML's C loader reading the same files."""
    import yaml

    from guide.packs.check import check
    from guide.packs.load import load
    from tests.bench.large_pack import EXERCISES, write

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large"
        size = write(path)
        texts = [file.read_text("utf-8") for file in sorted(path.iterdir())]
        loader = partial(once, lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts])
        print(f"a pack of {size:,} bytes in {EXERCISES} exercises:")
        pairs("  loaded", partial(once, lambda: load(path)), loader, "yaml.CSafeLoader")
        pairs("  loaded and fully checked", partial(once, lambda: check(path)), loader, "yaml.CSafeLoader")


def packs() -> None:
    """Loading and checking the built-in pack, cold and from the shelf."""
    from guide.packs import shelf
    from guide.packs.discover import Source, built_in
    from guide.packs.load import load

    path = built_in()
    with tempfile.TemporaryDirectory() as folder:
        source = Source(path, built_in=True)
        shelf.take(source, Path(folder))
        cold = statistics.median(once(lambda: load(path, built_in=True)) for _ in range(RUNS))
        warm = statistics.median(once(lambda: shelf.take(source, Path(folder))) for _ in range(RUNS))
    print(f"built-in pack: loaded and checked {cold * 1000:.1f} ms, from the shelf {warm * 1000:.2f} ms")


def main() -> None:
    """Run every measurement once."""
    guide = [sys.executable, "-m", "guide"]
    nothing = [sys.executable, "-c", "pass"]
    with tempfile.TemporaryDirectory() as home:
        cpu([*guide, "log", "b", "7", "4"], home)
        for argv in COMMANDS:
            command = partial(cpu, [*guide, *argv], home)
            pairs(f"CPU of `{' '.join(argv)}`", command, partial(cpu, nothing, home), "python -c pass")
        with tempfile.TemporaryDirectory() as other:
            bare = [sys.executable, "-c", BARE]
            marked = read_card(other)
            pairs(
                "start to home",
                lambda: first_frame(guide, marked, other),
                lambda: first_frame(bare, "Hello", other),
                "a Textual app",
            )
    packs()
    large_pack()
    large_store.main()
    texts.main()


def read_card(home: str) -> str:
    """Mark the first card as read and give back a text that only the finished home screen shows."""
    from guide import places
    from guide.journal.home import card_read
    from guide.journal.journal import Journal

    journal = Journal.open(places.find(home, {}))
    card_read(journal)
    journal.close()
    return "Credit feels cringy"


if __name__ == "__main__":
    main()
