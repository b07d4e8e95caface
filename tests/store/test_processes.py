"""Other processes: killed in the middle, writing at the same time, seen by this one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from guide.store import derived, entries, health
from guide.store.database import Store
from tests.store.making import views, whole

ROOT = Path(__file__).parents[2]
KILLS = 24


def child(path: Path, what: str, number: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.child", str(path), what, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_killed_in_a_stream_of_answers_nothing_acknowledged_is_lost(path: Path) -> None:
    for kill in range(KILLS):
        running = child(path, "stream")
        assert running.stdout
        said = [running.stdout.readline() for _ in range(1 + kill * 3)]
        # Some work goes on after the last line that was read, so that the kill meets it at any point.
        _burn(kill * 1500)
        running.kill()
        said += running.stdout.readlines()
        running.wait()
        running.stdout.close()
        with Store.open(path) as store:
            assert store.notice is None
            _all_there(store, [line for line in said if line.endswith("\n")])
            assert health.run(store) == []
            for row in entries.drafts(store):
                entries.trash(store, row.id, entries.Stamp("2026-11-23T20:00:00Z"))


def _burn(rounds: int) -> None:
    sum(number * number for number in range(rounds))


def _all_there(store: Store, acknowledged: list[str]) -> None:
    told: dict[str, list[str]] = {}
    for line in acknowledged:
        entry, number = line.split()
        told.setdefault(entry, []).append(f"answer {number}")
    for entry, words in told.items():
        steps = {step.step: step for step in entries.entry(store, entry).steps}
        kept = [answer.value for answer, _ in steps["note"].answers]
        assert kept[: len(words)] == words
        assert len(kept) - len(words) <= 1  # committed, and killed before it could say so
    done = [row.id for row in entries.page(store, limit=1000)]
    assert set(list(told)[:-1]) <= set(done)


def test_two_processes_write_at_once_and_nothing_is_lost(path: Path) -> None:
    with Store.open(path):
        pass
    both = [child(path, "whole", 40) for _ in range(2)]
    for running in both:
        output, _ = running.communicate(timeout=60)
        assert (running.returncode, output) == (0, "")
    with Store.open(path) as store:
        assert len(entries.page(store, limit=1000)) == 80
        assert entries.counts(store)["core/log"][0] == 80
        assert len(derived.points(store, "core/flatness")) == 80
        assert health.run(store) == []


def test_two_processes_may_make_the_same_new_store(path: Path) -> None:
    running = [child(path, "whole", 1) for _ in range(4)]
    for one in running:
        one.communicate(timeout=60)
    assert [one.returncode for one in running] == [0, 0, 0, 0]
    with Store.open(path) as store:
        assert len(entries.page(store)) == 4


def test_what_another_instance_commits_is_noticed_and_seen(store: Store, path: Path) -> None:
    whole(store)
    before, seen = store.changes(), views(store)
    assert store.changes() == before
    with Store.open(path) as other:
        whole(other, 5)
    assert store.changes() != before
    assert views(store) != seen
