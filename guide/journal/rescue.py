"""The rescue file's writer, handed through: the full screen may not know the store."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from guide.places import Places
from guide.store.rescue import write_rescue


def writer(places: Places) -> Callable[[bytes], None]:
    """A function that puts the words being typed on disk. For signal handlers; raises OSError."""
    return partial(write_rescue, places.rescue_path)
