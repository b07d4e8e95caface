"""The week in seven plain lines: no totals, no advice. Constants only (the project's care rule 29)."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Seven days, today last"
HELP: Final = (
    "Seven days in seven lines, today last. Of several logs on one day the latest stands here. A day without a note "
    "is left blank. Nothing is added up."
)
DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
