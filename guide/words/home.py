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
DOOR_EMPTY: Final = "Nothing stands behind this door yet."
TIMES_DONE: Final = ("done once", "done {n} times")
NEVER_DONE: Final = "not tried yet"

# Somebody else's pack, in words that stand in the program's own place: no text of the pack can put them there
# or take them away.
DOOR_NOT_OURS: Final = "“{title}”, not from us"
ORIGIN: Final = "From “{title}”, not from us"
ORIGIN_GONE: Final = "From a pack that is no longer here. It was not from us."

# A draft.
DRAFT: Final = "You stopped at “{step}” in {title}."
DRAFT_START: Final = "You stopped in {title}."
DRAFT_GO_ON: Final = "go on"
DRAFTS_MORE: Final = ("1 more is kept in Review", "{n} more are kept in Review")

# The saved line of the log: “Saved. Both, 7, mood 4.  [m] more  [u] undo  [q] quit”.
SAVED: Final = "Saved. {parts}."
SAVED_PLAIN: Final = "Saved."
SAVED_JOIN: Final = ", "
SAVED_MOOD: Final = "mood {mood}"
SAVED_MOOD_STATE: Final = "mood: {state}"
SAVED_MORE: Final = "more"
SAVED_UNDO: Final = "undo"
SAVED_QUIT: Final = "quit"
UNDONE: Final = "Taken back. Nothing of it is counted."
KEPT: Final = "Kept."
STOPPED: Final = "Stopped. What you wrote is kept."

# At most one line beneath, with one key.
LOW_MOOD: Final = "Mood was {level} or lower on {days} of the last {within} days."
LOW_MOOD_KEY: Final = "someone beside you"
LOW_MOOD_RULE: Final = (
    "When mood was noted at 3 or lower on 5 of the last 14 days, a line here says so and names someone beside you. "
    "It comes once in 14 days at most. That is our own rule of thumb, not a finding."
)
COMING_BACK: Final = "Has your medicine changed since {day}?"
COMING_BACK_KEY: Final = "note it"

ENOUGH_TONIGHT: Final = "enough for tonight"
NIGHT: Final = "It is late, so only things of a minute are suggested."

ONE: Final = "One of your own facts"
ONE_EMPTY: Final = "There is no fact of yours here yet. In “{title}” you write some down."
ONE_ASIDE: Final = "Every fact of yours is set aside. `unmuted items --aside` lists them."
ONE_EMPTY_ALONE: Final = "There is no fact of yours here yet."
"""Where no exercise at hand collects any."""
