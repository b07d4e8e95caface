"""The progress view itself: ranges, one part alone, and the points behind it. Constants only."""

from __future__ import annotations

from typing import Final

SPANS: Final = {"4w": "four weeks", "3m": "three months", "1y": "a year", "all": "all"}
SHOWN: Final = "Shown: {span}"
EMPTY: Final = "Nothing was noted in this time."

# Hints and headings
LARGE: Final = "alone in large"
SPAN: Final = "range"
PART: Final = "{place} of {count}"
NEXT_PART: Final = "next part"
STEP: Final = "points"
OPEN: Final = "entry"
POINTS: Final = "Points and their entries"
NO_POINTS: Final = "There is no single point to step to here."
POINT: Final = "{words}  ({place} of {count})"
POINT_ENTRY: Final = "{words}  {entry}"
EARLIER: Final = ("and 1 earlier point", "and {n} earlier points")

HELP_ALONE: Final = (
    "One part alone. Left and right step over its points, and what each says stands beneath. Enter opens the entry "
    "it comes from, and Esc leads back to the same point."
)

# In lines
CHOOSE: Final = "A number opens a part and its points; 4w, 3m, 1y or all changes the range. Enter goes back."
CHOOSE_POINT: Final = "A number opens the entry of that point. Enter goes back."
NUMBERED: Final = "{n}. {title}"

# The command
ABOUT: Final = "What you wrote, counted and drawn, as text."
ARG_SPAN: Final = "four weeks, three months, a year or all; three months when nothing is said"
ARG_SINCE: Final = "from this day on, such as 2026-11-01"
ARG_ASCII: Final = "draw with plain ASCII characters only"
ARG_ENTRIES: Final = "name the points behind each part with their entries, for unmuted show"
ARG_JSON: Final = "as JSON"
"""What `unmuted progress --help` says of its options."""
