"""`python -m tests.bench.large_store [HOME]`: a store of 100,000 entries, beside an empty one and `python -c pass`.

Without HOME the store is made first, which takes half a minute. Times are medians of several runs in an open
store; the first run of each is shown too, for nothing is warm when a person opens it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from guide import places
from guide.journal import home, look, page, progress, progress_spans, quick_log
from guide.journal.journal import Journal
from guide.journal.page_choices import remembered
from guide.report import text
from tests.bench import ten_years
from tests.bench.clones import ALWAYS, COMMON

RUNS = 7
RARE = "kolarumo"


def once(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def nothing() -> object:
    """The base of every ratio: an interpreter that does nothing."""
    return subprocess.run([sys.executable, "-c", "pass"], check=True)


def beside(
    name: str, work: Callable[[], object], bar: float = 0, base: Callable[[], object] = nothing
) -> None:
    """Print the first time, the median, and the median of the ratios to `base` taken in turn."""
    first = once(work)
    base()
    taken = [(once(work), once(base)) for _ in range(RUNS)]
    ours, theirs = (statistics.median(column) for column in zip(*taken, strict=True))
    ratio = statistics.median(one / two for one, two in taken)
    limit = f"  bar {bar:.0f}" if bar else ""
    print(f"  {name:<34} {ours:7.1f} ms, first {first:7.1f}; {ratio:6.2f} x ({theirs:.1f} ms){limit}")


def views(journal: Journal) -> None:
    """What a person opens: each beside `python -c pass`."""
    today = journal.clock().day
    beside("home reads", lambda: home.home(journal))
    beside("review opens", lambda: look.entries(journal, limit=50), 100)
    for name, words in (
        ("a rare word", RARE),
        ("a word in every entry", ALWAYS),
        ("two words", f"{COMMON[0]} {ALWAYS}"),
    ):
        beside(f"search, {name}", partial(look.entries, journal, limit=50, words=words), 50)
    for span in progress_spans.DAYS:
        since, until = progress_spans.since(span, today), progress_spans.until(span, journal)
        beside(f"progress, {span}, what is seen", partial(screenful, journal, since, until), 150)
        beside(f"progress, {span}, all of it", partial(progress.progress, journal, since=since, until=until))
    choices = remembered(journal, "", "")
    beside("summary, as text", lambda: text.lines(page.page(journal, choices)), 300)


def screenful(journal: Journal, since: str, until: str) -> None:
    """What the screen reads before it shows anything: the rest comes while that is looked at."""
    progress.heads(journal, True, span=bool(since), until=until)
    room = 24
    for part in progress.parts(journal, width=74, since=since, until=until, ascii=False):
        room -= progress.rows_of(part)
        if room <= 0:
            return


def commands(folder: str, empty: str) -> None:
    """The same from the shell, beside the same command in an empty notebook."""
    for argv in (["list"], ["review"], ["progress"], ["summary"], ["log", "b", "7", "4"]):
        beside(
            f"`{' '.join(argv)}`, beside empty", partial(run, argv, folder), base=partial(run, argv, empty)
        )


def run(argv: list[str], folder: str) -> None:
    """One command in a home."""
    env = {**os.environ, "UNMUTED_HOME": folder}
    subprocess.run([sys.executable, "-m", "guide", *argv], env=env, stdout=subprocess.DEVNULL, check=True)


def answering(big: Journal, small: Journal) -> None:
    """A whole log, saved, in the large store and in the empty one."""
    given = {"side": "both", "strength": "7", "mood": "4"}
    work, base = partial(quick_log.save, big, given), partial(quick_log.save, small, given)
    beside("a log, beside an empty store", work, base=base)


def export(folder: str, target: Path) -> None:
    """The whole notebook as JSON: seconds, bytes, and the most memory it held."""
    code = (
        "import resource, sys; from guide.cli import run; run(sys.argv[1:]); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    for form in (".json", ".md"):
        file = target.with_suffix(form)
        start = perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, "--home", folder, "export", str(file)],
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, size = perf_counter() - start, file.stat().st_size
        kib = done.stderr.split()[-1]
        print(f"  export {form:<27} {seconds:7.1f} s, {size:,} bytes, {int(kib) / 1024:.0f} MiB at the most")


def measure(folder: str) -> None:
    """Every figure of one large store."""
    with tempfile.TemporaryDirectory() as empty:
        big = Journal.open(places.find(folder, {}), tidy=False)
        small = Journal.open(places.find(empty, {}), tidy=False)
        size = places.find(folder, {}).store_path.stat().st_size
        print(f"a store of {size:,} bytes:")
        views(big)
        answering(big, small)
        big.store.close()
        small.store.close()
        commands(folder, empty)
        export(folder, Path(empty) / "whole.json")


def main() -> None:
    """Measure the store named, or one that is made for it."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        found = places.find(folder, {})
        places.private_dir(found.data)
        ten_years.write(found.store_path)
        measure(folder)


if __name__ == "__main__":
    main()
