"""A short run of the fuzzing that `make fuzz` does at length; and that it would notice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.packs.check import check
from tests.fuzz.mutants import bases, mutants
from tests.fuzz.run import try_some


def test_the_bases_are_valid(tmp_path: Path) -> None:
    for number, text in enumerate(bases()):
        file = tmp_path / f"{number}.yaml"
        file.write_text(text, encoding="utf-8")
        assert [str(one) for one in check(file, built_in=True).errors] == []


def test_a_thousand_mutants_are_loaded_or_reported() -> None:
    done = try_some(2026, 1000)
    assert done.wrong == []
    assert 20 <= done.usable <= 700, "mutants that are all right, or all broken at once, would try little"


def test_the_same_seed_gives_the_same_files() -> None:
    assert list(mutants(7, 40)) == list(mutants(7, 40))
    assert list(mutants(7, 40)) != list(mutants(8, 40))


def test_a_crash_would_be_noticed_and_kept(tmp_path: Path) -> None:
    def crash(file: Path) -> dict[str, Any] | None:
        raise KeyError("x")

    done = try_some(1, 3, tmp_path, look=crash)
    assert len(done.wrong) == 3
    assert len(list(tmp_path.glob("wrong-*.yaml"))) == 3
