"""The home screen. Constants only; names in braces are filled in by whoever shows them.

No door, draft or suggestion is a duty: nothing here counts days away or calls anything late (the project's
care rules 18, 21, 22 and 28).
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "Unmuted"

# The one suggestion. Its reason comes from `progress`.
NEXT: Final = "Next, if you like"
NEXT_LINE: Final = "{title}, about {minutes}"
MINUTES: Final = ("1 minute", "{n} minutes")
NOTHING_NEXT: Final = "Nothing to suggest right now. That is fine. Every door is open if you want one."
NOTHING_NEXT_NIGHT: Final = "Nothing to suggest tonight. It can all wait."

# The doors.
DOORS: Final = "Doors"
DOOR_ONE: Final = "{title}"
DOOR_MORE: Final = ("{title}, and 1 more", "{title}, and {n} more")
"""Beneath a door: its first exercise, and how many others stand behind it."""
DOOR_EMPTY: Final = "Nothing stands behind this door yet."
TIMES_DONE: Final = ("done once", "done {n} times")
NEVER_DONE: Final = "not tried yet"

# A draft.
DRAFT: Final = "You stopped at “{step}” in {title}."
DRAFT_START: Final = "You opened {title}."
DRAFT_GO_ON: Final = "go on"
DRAFT_SET_ASIDE: Final = "keep it as it is"
DRAFTS_MORE: Final = ("1 more is kept in Review", "{n} more are kept in Review")

# The saved line of the log: “Saved. Both, 7, mood 4.  [m] more  [u] undo  [q] quit”.
SAVED: Final = "Saved. {parts}."
SAVED_JOIN: Final = ", "
SAVED_MOOD: Final = "mood {mood}"
SAVED_MOOD_STATE: Final = "mood: {state}"
SAVED_MORE: Final = "more"
SAVED_UNDO: Final = "undo"
SAVED_QUIT: Final = "quit"
UNDONE: Final = "Taken back. Nothing of it is counted."
KEPT: Final = "Kept."
STOPPED: Final = "Stopped. What you wrote is kept."

# At most one line beneath.
MEDICINE_SINCE: Final = "Has your medicine changed since {day}?"
MEDICINE_NOTE_IT: Final = "note it"
MOOD_LOW: Final = "Mood was noted as low on several days. Would you like a person beside you in this?"
MOOD_LOW_OPEN: Final = "who could that be"
"""Shown at most once in fourteen days (care rule 14). Its threshold is this project's own judgement."""
MOOD_LOW_BASIS: Final = (
    "Shown when mood was 3 or less on five days in two weeks. That mark is our own choice, not a test."
)

ENOUGH_TONIGHT: Final = "enough for tonight"
NIGHT: Final = "It is late, so only short things are suggested."

ONE: Final = "One of your own facts"
ONE_EMPTY: Final = "There is no fact of yours here yet. {title} makes some."
WEEK: Final = "The last seven days"
WEEK_EMPTY: Final = "Nothing noted in these seven days. Blank days stay blank."
