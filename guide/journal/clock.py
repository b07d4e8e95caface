"""The clock: passed in everywhere, so that a test can stand at any moment."""

from __future__ import annotations

import time
from collections.abc import Callable

from guide.store.records import Stamp

Clock = Callable[[], Stamp]


def now() -> Stamp:
    """This moment in UTC, with the offset of the local clock in minutes."""
    seconds = time.time()
    local = time.localtime(seconds)
    return Stamp(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds)), (local.tm_gmtoff or 0) // 60)


def hour(stamp: Stamp) -> int:
    """The local hour, 0 to 23."""
    minutes = int(stamp.utc[11:13]) * 60 + int(stamp.utc[14:16]) + stamp.offset
    return minutes // 60 % 24
