"""The step kinds: each says what an author may write, what counts as an answer, and what it feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from guide.steps.base import Kind

NAMES: Final = (
    "text",
    "choice",
    "choices",
    "yes-no",
    "scale",
    "number",
    "short",
    "long",
    "date",
    "list",
    "grid",
    "pick",
    "update",
    "sentence",
    "rehearse",
    "plan",
    "chart",
    "recall",
    "count",
)
"""Every kind, in the order in which messages and the docs name them. The module has the same name."""


class _Kinds(Mapping[str, Kind]):
    """Kinds by name, each imported when it is first asked for: a command that logs needs three of them."""

    def __init__(self) -> None:
        self._found: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in self._found:
            if name not in NAMES:
                raise KeyError(name)
            self._found[name] = import_module(f"guide.steps.{name.replace('-', '_')}").KIND
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


KINDS: Final[Mapping[str, Kind]] = _Kinds()
