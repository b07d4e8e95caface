"""Words of several lines."""

from __future__ import annotations

from guide.steps.short import ShortKind


class LongKind(ShortKind):
    """Several lines, kept as they were broken."""

    name = "long"
    usual_length = 10000
    lines = True


KIND = LongKind()
