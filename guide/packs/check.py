"""The checker for authors: everything the loader refuses, and what works but an author will want to know.

The loader alone decides what can be used; the lints below cost time that opening the program has not, so
only `packs check` and its like run them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol

from guide.packs.lints import prose, wording
from guide.packs.lints.reach import unreachable
from guide.packs.lints.unused import one_option, unfed, unusable, unused
from guide.packs.load import PACK_FILE, Loaded, load, pack_file
from guide.steps.problems import Problems


class Lint(Protocol):
    """One lint: reads a normalised pack and reports by key path. Never raises."""

    def __call__(self, pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None: ...


LINTS: Final[tuple[Lint, ...]] = (wording.lint, prose.lint_reading, prose.lint_step_words)

SOUND_LINTS: Final[tuple[Lint, ...]] = (unreachable, unusable, unused, unfed, one_option)
"""Those that would only repeat an error: they see what has none."""


def check(path: Path, *, built_in: bool = False) -> Loaded:
    """Read and check a whole pack, lints included. Raises GuideError when the first file cannot be read at all."""
    beside = pack_file(path).name == PACK_FILE  # a pack in a single file may lie beside others
    return load(
        path, built_in=built_in, lints=LINTS, sound_lints=SOUND_LINTS, look=_at_hand, look_beside=beside
    )


def _at_hand(name: str) -> Mapping[str, Any] | None:
    """The built-in pack, for one that reads it. Other packs are taken on trust: they may be elsewhere."""
    from guide.packs.discover import built_in

    pack = load(built_in(), built_in=True).pack
    return pack if pack is not None and pack["id"] == name else None
