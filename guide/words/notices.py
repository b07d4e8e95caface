"""What a person reads when something cannot be done, and the questions in between. Constants only.

Each pair says what is the case and what can be done about it. Nothing here repeats what a person wrote, and
nothing blames. Names in braces are filled in by whoever shows them.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing adds several milliseconds to `help-now` and `where`
if TYPE_CHECKING:
    from typing import Final

# About medicine: the fixed lines of care rule 9.
MEDICINE: Final = (
    "Please don't change or stop it by yourself: sudden changes can make people unwell. Whoever prescribes "
    "it can help, and so can a pharmacist."
)
"""Once an exercise that speaks of medicine; the sentence before it ends on the medicine."""
MEDICINE_SHORT: Final = "Changes: with your prescriber."
"""From the third time on."""

# The store
READ_ONLY: Final = "This folder cannot be written to, so nothing new can be kept. You can read everything."
READ_ONLY_REMEDY: Final = "Give the folder back its write permission, or name another one with --home."
NEWER_STORE: Final = (
    "These notes were written by a newer version of this program. They are open for reading only."
)
NEWER_STORE_REMEDY: Final = "Please update the program to write again. Nothing was changed."
SET_ASIDE: Final = (
    "1 row could not be read and was set aside.",
    "{n} rows could not be read and were set aside.",
)
SET_ASIDE_REMEDY: Final = "Nothing was overwritten. “unmuted doctor” names them."
BEHIND: Final = "The newest notes are not in this file: something was lost or an older copy was put back."
BEHIND_REMEDY: Final = "“unmuted restore” can bring back a backup. “unmuted doctor” says more."
BROKEN_STORE: Final = "The file with your notes cannot be opened."
BROKEN_STORE_REMEDY: Final = "It was left as it is. “unmuted restore” can bring back a backup."
BUSY: Final = "Another window of this program is writing right now."
BUSY_REMEDY: Final = "Please try again in a moment. What you typed is still here."
DISK_FULL: Final = "The disk is full, so this answer is not kept yet."
DISK_FULL_REMEDY: Final = "Make some room, then press Enter again. What you typed is still here."
CHANGED_ELSEWHERE: Final = "Something was written in another window. This page shows it now."
RESCUED: Final = "Words from a sitting that was cut off were found and are back where you typed them."
BACKUP_MADE: Final = "A backup was made first: {file}."

# Packs
BROKEN_PACK: Final = "The pack “{pack}” has a mistake in it, so it is left out."
BROKEN_PACK_REMEDY: Final = "“unmuted packs check” names the line. Your earlier entries are not touched."
NO_PACKS: Final = "No exercises were found."
NO_PACKS_REMEDY: Final = "The built-in ones may be missing from this installation; please install it again."
UNKNOWN_EXERCISE: Final = "There is no exercise called “{name}”."
UNKNOWN_EXERCISE_REMEDY: Final = "“unmuted list” shows them all."
NOT_OURS: Final = "This pack is not from us. We have not read it."
PACK_CHANGED: Final = (
    "The exercise has changed since you began. You can go on with the words you started with."
)

# The terminal
NOT_CAPABLE: Final = "This terminal cannot show the full screen, so the program asks line by line instead."
TOO_SMALL: Final = (
    "This window is {width} by {height}. The full screen needs at least {need_width} by {need_height}."
)
TOO_SMALL_REMEDY: Final = "Make it larger, or use “unmuted --plain”."

# Answering
LEAVE_OPEN: Final = "Leave this open?"
LEAVE_OPEN_YES: Final = "leave it open"
LEAVE_OPEN_NO: Final = "answer it"
NEEDS: Final = "There is nothing to pick yet. {exercise} makes some."
NEEDS_OPEN: Final = "go there"
NEEDS_NO_MAKER: Final = "There is nothing to pick yet, so this step is left out."
NOT_A_NUMBER: Final = "That is not a whole number from {low} to {high}."
NOT_AN_OPTION: Final = "That is not one of these: {options}."
TOO_LONG: Final = "That has {n} characters. {most} fit here."
TOO_MANY: Final = "That is more than {most}."
TOO_FEW: Final = "That is fewer than {least}. You can also leave it open."
NOT_A_DATE: Final = "That is not a date. A year, a year and month, or a full date will do, such as 2026-03."
DATE_AHEAD: Final = "That day has not come yet."
STRENGTH_WITH_NEITHER: Final = "With “neither” there is no strength to note, so nothing was saved."
STRENGTH_WITH_NEITHER_REMEDY: Final = "Please leave the strength out, with - in its place."
ASKED_THREE_TIMES: Final = (
    "Three answers did not fit, so the exercise is paused here. Everything before it is kept."
)
PAUSED: Final = "Paused. It goes on at this step whenever you like."
STOP_ASK: Final = "Stop here? What you wrote is kept."
STOP_YES: Final = "stop and keep"
STOP_NO: Final = "carry on"
MORE: Final = "more"
SKIP: Final = "skip"
WHY_ASKED: Final = "why this is asked"
SOURCE: Final = "Source"
SOURCE_LIMITS: Final = "What it cannot show"
BLANK_MIND: Final = "Made-up examples, to look at or to change"
BLANK_MIND_START: Final = "Half a sentence to finish"
ENOUGH_PAGE: Final = "That is enough for a page; stop here if you like."
