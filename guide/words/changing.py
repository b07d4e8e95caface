"""Correcting, deleting and taking it back: what is said on both fronts. Constants only; names in braces are filled
in."""

from __future__ import annotations

from typing import Final

# Correcting an answer
EDITED: Final = "Kept. The earlier words stay with this entry and can be read there."
UNCHANGED: Final = "That is what stands there already, so nothing was changed."
DRAFT: Final = "This entry is unfinished, so there is no kept answer to change yet."
DRAFT_REMEDY: Final = "`unmuted do {exercise}` goes on with it; `back` leads to each step."
IN_TRASH: Final = "This entry is in the trash."
IN_TRASH_REMEDY: Final = "`unmuted trash --restore {id}` brings it back. Then it can be changed."
NO_STEP: Final = "This entry has no question '{step}' that can be changed."
NO_STEP_REMEDY: Final = "It has: {steps}."
NO_STEPS_REMEDY: Final = "Nothing was asked in it that can be answered anew."
NOW_LEFT_OUT: Final = (
    "No longer part of this entry, as it is answered now: {prompts}. The words stay with it."
)
TAKEN_UP: Final = (
    "A later entry took this up, so it still reads there: “{label}”. "
    "Under “What I built up”, other words change it."
)
NOW_COUNTS: Final = "Part of this entry again: {prompts}."

EDITING: Final = "Changing one answer: {title}, {day}."
WHICH_ROUND: Final = "Which round? Its number; Enter is the last one."
EDITING_HOW: Final = (
    "Enter keeps what stands there. `skip` leaves the question open. `back` leaves everything as it is."
)
LEFT_AS_IT_IS: Final = "Nothing was changed."
OPEN: Final = "left open"
WHICH_STEP: Final = "`unmuted edit {id} NAME` asks one of these again:"
SAYS_EDIT: Final = "Answer one question of an entry anew. The earlier words stay with the entry."

# An item in other words
REWORDED: Final = "In other words"
REWORD_PROMPT: Final = "The same, in the words you want now"
REWORDED_KEPT: Final = "Kept with today's day. The earlier words stay in Review."
NO_FIELDS: Final = "This list has no words of its own that can be changed."
SAYS_REWORD: Final = "put an item in other words; the earlier ones are kept"

# Deleting
DELETED: Final = ("Moved to the trash: {title}, {day}.", "Moved to the trash: {n} entries.")
DELETED_ALREADY: Final = "It is in the trash already."
DELETED_HOW: Final = "`unmuted undo` brings this back."
NONE_OF: Final = "There are no entries of '{name}'."
NONE_OF_REMEDY: Final = "`unmuted review` lists what there is."
RESTORED: Final = ("Back where it was: {title}, {day}.", "Back where they were: {n} entries.")
NOT_IN_TRASH: Final = "That entry is not in the trash."
NOT_IN_TRASH_REMEDY: Final = "`unmuted trash` lists what is in it."

SAYS_DELETE: Final = (
    "Move entries to the trash, from where `unmuted undo` brings them back; or delete everything for good."
)
SAYS_DELETE_EXERCISE: Final = "all entries of one exercise"
SAYS_DELETE_EVERYTHING: Final = "all you ever wrote, with the backups; it asks for a typed word"
SAYS_YES: Final = "do not ask for a typed word"
DELETE_WHAT: Final = "This takes one of three: entries, --exercise ID, or --everything."
DELETE_WHAT_REMEDY: Final = "`unmuted review` shows the ids of entries."

# Taking it back
SAYS_UNDO: Final = "Take back the last deletion or correction, also of an earlier run."
NOTHING_TO_UNDO: Final = "There is nothing to take back."
NOTHING_TO_UNDO_REMEDY: Final = "`unmuted trash` lists what was deleted and is still there."
UNDONE_EDIT: Final = "The answer is again what it was before: {title}, {day}."
UNDONE_REVISE: Final = "The item has its earlier words again."
UNDO_TOO_LATE: Final = "This answer was changed once more since, so it is left as it is."
UNDO_TOO_LATE_REMEDY: Final = "`unmuted show {id}` shows every wording."

# The trash
TRASH: Final = "The trash"
TRASH_EMPTY: Final = "The trash is empty."
TRASH_COUNT: Final = ("One entry is in the trash.", "{n} entries are in the trash.")
UNFINISHED: Final = "unfinished"
EMPTIED: Final = (
    "Really gone: one entry. Its words are no longer in the notebook.",
    "Really gone: {n} entries. Their words are no longer in the notebook.",
)
EMPTIED_NOTHING: Final = "Really gone: nothing had been written in it."
EMPTIED_NOT_YET: Final = (
    "Removed: one entry. It counts nowhere any more.",
    "Removed: {n} entries. They count nowhere any more.",
)
NOT_SCRUBBED: Final = {
    "busy": (
        "Another window of Unmuted is reading, so the notebook's files still hold a copy.",
        "Close the other window, and empty the trash once more. `unmuted` tries it as well when it is opened next.",
    ),
    "no room": (
        "There was no room on the disk to write the notebook anew, so its files still hold a copy.",
        "Make about as much room as the notebook takes. `unmuted` then removes the copy when it is opened next.",
    ),
    "failed": (
        "The notebook could not be written anew, so its files still hold a copy.",
        "`unmuted` tries it again when it is opened next; `unmuted doctor` says whether something is wrong.",
    ),
}
"""What kept it from being really gone -> what is said, and what can be done. Keys as in `store/scrubbing.py`."""
ELSEWHERE: Final = (
    "One other entry still shows some of these words, because you used them there: {ids}.",
    "{n} other entries still show some of these words, because you used them there: {ids}.",
)
AND_MORE: Final = "{ids} and {n} more"
ELSEWHERE_REMEDY: Final = "Where you do not want that, delete those entries too."
BACKUPS: Final = (
    "One backup still holds these words: {days}.",
    "{n} backups still hold these words: {days}.",
)
BACKUPS_NONE: Final = "No backup in the backup folder holds these words."
BACKUP_UNREADABLE: Final = "{day} (it cannot be read, so it may hold them)"
BACKUPS_GONE: Final = ("One backup was removed.", "{n} backups were removed.")
BACKUP_STAYS: Final = "A backup could not be removed: {path}."
UNDER_WAY: Final = (
    "A copy that is being made, or was cut off just now, may hold these words as well: {names}."
)
UNDER_WAY_REMEDY: Final = "If nothing is under way, `unmuted` removes it when it is opened a minute from now."
BACKUPS_ELSEWHERE: Final = "Copies and exports that you put anywhere else are not known here. They stay."

SAYS_TRASH: Final = "What was deleted; bring it back, or remove it for good."
SAYS_RESTORE: Final = "bring an entry back"
SAYS_EMPTY: Final = "remove what is in the trash for good; it asks for a typed word"
SAYS_BACKUPS: Final = "with --empty: remove the backups that still hold these words, too"
TRASH_ONLY_EMPTY: Final = "--yes and --backups go with --empty only."
TRASH_HOW: Final = (
    "`unmuted trash --restore ID` brings one back. `unmuted trash --empty` removes them for good."
)

# The full screen
RESTORE: Final = "bring back"
EMPTY_IT: Final = "empty the trash"
REMOVE_BACKUPS: Final = "remove these backups"
EVERYTHING_SHORT: Final = "delete everything"
GO_ON: Final = "go on"
LEAVE: Final = "leave"
A_MOMENT: Final = "This can take a moment."
EMPTY_TITLE: Final = "Empty the trash"
BACKUPS_TITLE: Final = "Remove backups"
NOT_THE_WORD: Final = "That is another word. Type {word} to go on. Esc leaves everything as it is."
HELP_TRASH: Final = (
    "What you deleted, the latest first. It counts nowhere and can come back as it was. Emptying the trash removes it "
    "for good; a typed word is asked for first."
)
HELP_WORD: Final = (
    "What comes next cannot be undone. Type the word and press Enter. Esc goes back with nothing deleted."
)
HELP_GONE: Final = "All you wrote is deleted. The program ends here; the next start begins anew."

# Line mode
TRASH_HINT: Final = (
    "back and a number brings an entry back, such as back 1. undo takes back the last deletion or correction. empty "
    "removes all of it for good. everything deletes all you ever wrote."
)
TRASH_HINT_NONE: Final = (
    "undo takes back the last deletion or correction. everything deletes all you ever wrote."
)
TRASH_HINT_OLDER: Final = "older shows more."
TRASH_HINT_BACK: Final = "Enter goes back."

# Asking for a word
WORD_EMPTY: Final = "delete"
WORD_EVERYTHING: Final = "everything"
"""The words that have to be typed. Short, and not what somebody types by habit."""
ASK_EMPTY: Final = (
    "One entry would be gone for good. This cannot be undone. Type {word} to go on, or Enter to leave it.",
    "{n} entries would be gone for good. This cannot be undone. Type {word} to go on, or Enter to leave it.",
)
ASK_BACKUPS: Final = "Type {word} to remove these backups too, whole as they are. Enter leaves them."
LEFT: Final = "Nothing was deleted."
LEFT_BACKUPS: Final = "The backups stay."
BACKUPS_HOW: Final = "`unmuted trash --empty --backups` removes these backups, whole as they are."
NEEDS_WORD: Final = "This cannot be undone, so it needs a typed word."
NEEDS_WORD_REMEDY: Final = "Type {word} when it is asked for, or add --yes."

# Everything
EVERYTHING: Final = "Delete everything"
EVERYTHING_WHAT: Final = (
    "This removes all you wrote: every entry and what is in the trash, what is half typed, the support page, and all "
    "backups in {backups}."
)
EVERYTHING_STAYS: Final = (
    "What stays: your settings and packs you added, which hold none of your words, and copies or exports that you put "
    "anywhere else. For the next start it is as if you had never written."
)
EVERYTHING_ASK: Final = "This cannot be undone. Type {word} to go on, or Enter to leave it."
EVERYTHING_DONE: Final = "All you wrote is deleted. The next start begins anew."
EVERYTHING_STRANGERS: Final = "What is no file of Unmuted was left in {folder}: {names}."
EVERYTHING_NOTHING: Final = "There is nothing here to delete."
EVERYTHING_LEFT: Final = "These could not be removed: {names}."
EVERYTHING_LEFT_REMEDY: Final = (
    "Close other windows of Unmuted and look at who may write there. Then try once more."
)
