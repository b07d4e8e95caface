"""What `unmuted doctor` says: one line a check, and what to do where something is wrong. Constants only.

Nothing here repeats what a person wrote. Names in braces are filled in by whoever shows them.
"""

from __future__ import annotations

from typing import Final

SAYS: Final = (
    "Look over the notebook, its files and its backups, and say what to do where something is wrong."
)
REBUILD: Final = (
    "make charts, lists and dates again from the answers alone, and say whether anything differed"
)
LOOKING: Final = "Looking it over"
FINE: Final = "fine"
WRONG: Final = "look"
ALL_FINE: Final = "Nothing needs looking at."
SOME_WRONG: Final = ("One thing to look at.", "{n} things to look at.")

CHECKS: Final = {
    "files": "Who can read it",
    "typed-words": "Typed words",
    "settings": "Settings",
    "settled": "Settled",
    "notebook": "The notebook",
    "rows": "What is in it",
    "drafts": "Unfinished",
    "rebuilt": "Made again",
    "support-plan": "Support plan",
    "packs": "Packs",
    "backups": "Backups",
    "left-over": "Beside the notebook",
    "emptied": "What was removed for good",
    "lines": "Lines to call",
    "space": "Room on the disk",
}
"""Check -> what it is called; scripts read the first."""

# Who can read it
FILES_FINE: Final = "only you, in {folder}"
FILES_NONE: Final = "there is nothing yet to be read, in {folder}"
FILES_CLOSED: Final = "others on this computer could read: {names}. They are closed to others now."
FILES_OPEN: Final = "others on this computer can read: {names}."
FILES_SHUT: Final = "the folder cannot be looked into: {folder}."
FILES_SHUT_REMEDY: Final = "chmod 700 opens it to you alone, if it is yours."
FILES_REMEDY: Final = "chmod 600 closes a file, chmod 700 a folder."
TYPED_ASIDE: Final = "some could not be put back where they belong. They are kept in {names}."
TYPED_REMEDY: Final = "A text editor opens these files. Remove them once you have what you need."

# Settings
SETTINGS_UNUSED: Final = "line {n} of {file} could not be used."
SETTINGS_TAKES: Final = "It may hold {says}."

# The notebook
STORE_NONE: Final = "nothing is kept yet"
STORE_FINE: Final = ("it opens; one entry", "it opens; {n} entries")
STORE_REMEDY: Final = "`unmuted where` shows where it is, and where its backups are."
STORE_LOST: Final = "there is none, though there was one before. The backups are in {folder}."
STORE_LOST_REMEDY: Final = "`unmuted restore` lists them, and `unmuted restore FILE` puts one in its place."
LOST_BEGUN: Final = (
    "The notebook was missing or empty, and a new one was begun. There was one before. `unmuted restore` lists the "
    "backups in {folder}, and `unmuted restore FILE` puts one in its place."
)
LOST_CHANGES: Final = (
    "The notebook is older than it should be: about 1 of the last changes is not in it. `unmuted restore` lists the "
    "backups in {folder}, and `unmuted restore FILE` puts one in its place.",
    "The notebook is older than it should be: about {n} of the last changes are not in it. `unmuted restore` lists the "
    "backups in {folder}, and `unmuted restore FILE` puts one in its place.",
)
LOST_SETTLE: Final = (
    "If it is all right as it is, `unmuted doctor --settle` says so. Until then this line comes again."
)
SETTLE: Final = "the notebook is all right as it is: say no more about changes that are not in it"
SETTLED: Final = "noted that it is all right as it is"
SETTLED_NONE: Final = "there was nothing to settle"
SETTLED_SHUT: Final = "nothing was noted: the notebook is open for reading only."
ROWS_FINE: Final = "every row is as it was written"
ROWS_WORDED: Final = (
    "every row is as it was written. An earlier version worded the lines in Review; `unmuted doctor --rebuild` words "
    "them anew"
)
ROWS_WRONG: Final = "not as it was written: {what}."
ROWS_MORE: Final = "and {n} more"
GONE: Final = "the table {name} is gone"
ORDER: Final = "the index {name}"
DAYS: Final = "the days of entries"
UNASKED: Final = (
    "one question is gone, and its answer is there",
    "{n} questions are gone, and their answers are there",
)
"""Phrases for what is found, with names of tables and none of a person's words."""
ROWS_REMEDY: Final = (
    "It is left out and not deleted. A backup from before may hold it unharmed; `unmuted where` shows "
    "the backups."
)
ROWS_GONE_REMEDY: Final = (
    "What is left is as it was. A backup from before may hold the rest; `unmuted where` shows the backups. If it is "
    "all right as it is, `unmuted doctor --settle` says so."
)
ROWS_DERIVED: Final = "some of what is made from your answers does not fit them: {what}."
ROWS_DERIVED_REMEDY: Final = "`unmuted doctor --rebuild` makes it again. No words are lost."
DRAFTS_NONE: Final = "nothing"
DRAFTS_SOME: Final = ("one entry; `unmuted drafts` shows it", "{n} entries; `unmuted drafts` lists them")

# Making it again
REBUILT_SAME: Final = "everything is as it was"
REBUILT_DIFFERS: Final = "these did not fit the answers, and do now: {what}."
REBUILT_GONE: Final = "this was gone. It is there again, and what was in it is not: {what}."
REBUILT_GONE_REMEDY: Final = (
    "A backup from before may hold it. `unmuted restore` lists the backups, and `unmuted restore FILE` puts one in "
    "its place."
)
REBUILT_NONE: Final = "there is nothing yet to be made again"
TABLES: Final = {
    "search": "words to search by",
    "points": "numbers on charts",
    "items": "lists",
    "markers": "dates",
    "kept": "words kept for later texts",
    "uses": "what was picked, and when",
    "tallies": "times done",
    "first_words": "first words in Review",
    "days": "the days of entries",
    "indexes": "what finds entries fast",
    "parked": "what entries in the trash gave to lists",
    "ledger": "how much there is of everything",
    "entries": "entries",
    "steps": "questions as they were asked",
    "frozen": "questions as they were asked",
    "answers": "answers",
    "typing": "what was half typed",
    "item_state": "which items are set aside",
    "declarations": "what packs say about their charts and lists",
    "meta": "small choices",
    "tombstones": "which entries were deleted for good",
    "undo": "what could be undone",
}
"""Parts of the notebook, by their tables, as they are called where something in them was made again."""

# The support plan
PLAN_FINE: Final = "what help now shows is what you wrote"
PLAN_NONE: Final = "there is none yet"
PLAN_WRITTEN: Final = "what help now shows was not what you wrote. It has been written anew."
PLAN_DIFFERS: Final = "what help now shows is not what you wrote, and could not be written anew."
PLAN_REMEDY: Final = "Is the disk full, or the folder read-only? Then call `unmuted doctor` again."
PLAN_FOREIGN: Final = "help now shows lines that this notebook does not hold: {path}."
PLAN_FOREIGN_REMEDY: Final = (
    "They are left as they are. If you need them, “{exercise}” keeps them; if not, remove the file."
)

# Packs
PACKS_FINE: Final = ("one pack can be read", "all {n} packs can be read")
PACKS_REMEDY: Final = "`unmuted packs check` names the line. Your earlier entries are not touched."

# Backups
BACKUPS_NONE: Final = "none yet; one is made when you leave after a change"
BACKUPS_FINE: Final = ("the last is from {day}; one in {folder}", "the last is from {day}; {n} in {folder}")
BACKUPS_LATE: Final = "none holds what you wrote on {day}. The backups are in {folder}."
BACKUPS_SHUT: Final = "none can be made: {folder} is no folder, or may not be written to."
BACKUPS_SHUT_REMEDY: Final = "Move what is in its place aside, or open the folder to you with chmod 700."
BACKUPS_REMEDY: Final = (
    "Is there room, may that folder be written to, and is nothing above said to be damaged? The next one is made when "
    "you leave."
)
LEFT_PARTS: Final = "a copy that is being made, or was cut off, and may hold your words: {names}."
LEFT_PARTS_REMEDY: Final = (
    "If nothing is under way, `unmuted` removes it when it is opened a minute from now."
)
LEFT_ASIDE: Final = "a notebook that was damaged and set aside, and may hold your words: {names}."
LEFT_ASIDE_REMEDY: Final = (
    "Remove the file once you have what you need of it. `unmuted delete --everything` removes it, too."
)
EMPTIED_OWED: Final = "the notebook's files still hold a copy of it: writing them anew was cut short."
EMPTIED_OWED_REMEDY: Final = (
    "`unmuted` does it when it is opened next. Close other windows before, and see that the disk has about as much "
    "room as the notebook takes."
)

# Lines to call
LINES_FINE: Final = "the list was last checked on {day}"
LINES_OLD: Final = "the list was last checked on {day}, more than twelve months ago."
LINES_OLD_REMEDY: Final = (
    "A newer version of Unmuted may hold a newer list; findahelpline.com shows the lines of your country "
    "today."
)
LINES_UNREADABLE: Final = "the list could not be read, so help now shows only what holds everywhere."
LINES_UNREADABLE_REMEDY: Final = "Installing Unmuted again brings it back."

# Room
SPACE_FINE: Final = "enough"
SPACE_SMALL: Final = "only {n} MB are free."
SPACE_REMEDY: Final = "Please make some room, so that what you write can be kept."
