"""Taking it away and bringing it back: export, import, backups, restoring. Constants only.

Names in braces are filled in. None of these texts ever holds words that a person wrote; files are named as they are
called, entries by the beginning of their id.
"""

from __future__ import annotations

from typing import Final

# A file that cannot be taken in. The phrases end a sentence, or stand after the place.
DAMAGED: Final = "This file is damaged: {what}. Nothing of it was taken in."
DAMAGED_REMEDY: Final = "Export it once more where it came from, or take another copy."
PLACE: Final = "line {line}, {why}"
PLACE_RECORD: Final = "line {line}, {record}, {why}"
RECORDS: Final = {"shown": "question", "entries": "entry", "deleted": "deletion"}
CUT: Final = "it ends in the middle"
NOT_JSON: Final = "it is no JSON there"
NOT_UTF8: Final = "byte {byte} is no text in UTF-8"
TOO_DEEP: Final = "it is nested too deeply"
TOO_LARGE: Final = "a record is too large to be one"
WRONG_SHAPE: Final = "something is missing there or of the wrong kind"
TAMPERED: Final = "its checksum does not fit, so it is not as it was written"
OUT_OF_ORDER: Final = "the list “{name}” is not in its place"
UNKNOWN_PART: Final = "there is a part that no export has"
MORE_BEHIND: Final = "more stands behind its end"
NOT_ALL_THERE: Final = (
    "its checksum does not fit, so records are missing or are not the ones that were written"
)
LINKED: Final = "a question that it refers to is not in the file"
UNUSABLE: Final = "its answers do not fit its questions"

NOT_AN_EXPORT: Final = "This file is not an export of Unmuted."
NOT_AN_EXPORT_REMEDY: Final = "Give a .json file that `unmuted export` wrote."
NEWER: Final = "This file was written by a newer version of Unmuted, so it cannot be read here."
NEWER_REMEDY: Final = "Update Unmuted, then try again. Nothing was changed."
CANNOT_READ: Final = "{file} cannot be read ({reason})."
NO_NAME: Final = "the name cannot be read"

# Backups
DOUBTFUL: Final = "Not everything in this backup is as it was written: {what}."
DOUBTFUL_REMEDY: Final = "Another backup may be whole. `--anyway` takes this one all the same."
BACKUP_DAMAGED: Final = "This backup is damaged, so it was not used."
BACKUP_DAMAGED_REMEDY: Final = "`unmuted restore` lists the others. The notebook is as it was."
NO_BACKUP: Final = "A backup could not be written to {folder}."
NO_BACKUP_REMEDY: Final = "Check that it may be written to, or look at the disk."
NO_ROOM_BACKUP: Final = "There is no room left for a backup in {folder}."
NO_ROOM_BACKUP_REMEDY: Final = (
    "Free some space, then try again. A backup takes about as much as the notebook."
)
SOURCE_DAMAGED: Final = "The notebook is damaged in places, so no sound backup can be made of it."
SOURCE_DAMAGED_REMEDY: Final = (
    "`unmuted export` may still take along what came after the last backup. `unmuted restore` lists the backups, and "
    "`unmuted restore NAME` puts one in its place; the notebook as it is now is then set aside."
)
IS_OURS: Final = "{file} is one of the notebook's own files, so no backup goes there."
IS_OURS_REMEDY: Final = "Give another name. Without a name it goes beside the other backups."
NOTEBOOK_GONE: Final = "The notebook was moved or removed meanwhile, so this was not done."
NOTEBOOK_GONE_REMEDY: Final = "Start the program again, then look with `unmuted doctor`."
READ_ONLY: Final = "The notebook is open for reading only, so nothing can be put in its place."
BUSY: Final = "Another window of Unmuted is using the notebook."
BUSY_REMEDY: Final = "Close it, then try again."

# Files
EXISTS: Final = "There is a file of that name: {file}."
EXISTS_REMEDY: Final = "It was left as it is. Give another name, or say that it may be replaced."
NO_FILE_NAME: Final = "Please give a name for the file."
CANNOT_WRITE: Final = "{file} cannot be written ({reason})."
AS_TEXT_REMEDY: Final = (
    "As Markdown or as tables, all that can still be read comes along: `unmuted export notebook.md`."
)
NO_SUCH_FILE: Final = "There is no file “{file}”."
IS_FOLDER: Final = "{file} is a folder. Please add a name for the file."
NOT_A_FILE: Final = "{file} is no ordinary file."
NO_FOLDER: Final = "There is no folder “{folder}”."

# The text that is written as Markdown.
TEXT_TITLE: Final = "What I wrote"
TEXT_HEAD: Final = "Written from Unmuted on {day}. Each entry reads as it was asked and answered then."
TEXT_UNFINISHED: Final = "Unfinished"
TEXT_EMPTY: Final = "Nothing is kept yet."

# Export
NO_FORM: Final = "The name does not say in which form to write."
FORMS: Final = (
    "End it with .json for everything, with .md for a text to read, or with / for a folder of tables."
)
EXPORTED: Final = ("Written: {file}, with 1 entry.", "Written: {file}, with {n} entries.")
EXPORTED_TABLES: Final = "Written: {folder}, with {n} tables and {rows} rows."
LEFT_OUT: Final = "Some of it could not be read and is not in there."
READABLE: Final = "Whoever can open it can read it. To begin with, only your own account can."
KEEPS_NOTHING: Final = "Nothing is kept here, so nothing can be brought in or backed up."

# Import
READ_ONLY_IMPORT: Final = "The notebook is open for reading only, so nothing can be taken in."
IS_A_BACKUP: Final = "This file is a backup, and not an export."
IS_A_BACKUP_REMEDY: Final = "`unmuted restore FILE` puts a backup in the place of the notebook."
IS_THE_NOTEBOOK: Final = "This file is the notebook itself."
NEW: Final = ("1 entry is new here.", "{n} entries are new here.")
BACK: Final = ("1 entry that you had deleted is back.", "{n} entries that you had deleted are back.")
MERGED: Final = (
    "1 entry was here already and has more to it now.",
    "{n} entries were here already and have more to them now.",
)
SAME: Final = (
    "1 entry was here already as it is in the file.",
    "{n} entries were here already as they are in the file.",
)
DELETED: Final = (
    "1 entry you deleted is in this file. It was left out.",
    "{n} entries you deleted are in this file. They were left out.",
)
DELETED_HOW: Final = "`--with-deleted` takes them in as well."
UNREADABLE: Final = (
    "1 entry here cannot be read and was left as it is.",
    "{n} entries here cannot be read and were left as they are.",
)
STILL_HERE: Final = (
    "1 entry was deleted where the file comes from, and is still here.",
    "{n} entries were deleted where the file comes from, and are still here.",
)
NO_ENTRIES: Final = "There are no entries in this file."
BACKED_UP_FIRST: Final = "A backup was made first: {file}"

# Backups and restoring
BACKED_UP: Final = "Backed up: {file}"
NAME_IN_FOLDER: Final = "That is a folder. Please add a name for the file."
BACKUP_LINE: Final = "{when}  {kind}, {size}  {name}"
AT_UTC: Final = "{day} {time} UTC"
SIZE: Final = "{n} MB"
BACKUP_KINDS: Final = {
    "daily": "of the day",
    "kept": "made by hand",
    "before-import": "before an import",
    "before-restore": "before restoring",
    "before-version": "before an update",
    "other": "other",
}
BACKUPS_NONE: Final = "There are no backups yet. One is made on each day on which something changed."
BACKUPS_HEAD: Final = "Backups, the newest first:"
RESTORED: Final = (
    "Restored: {file}. The notebook holds 1 entry now.",
    "Restored: {file}. The notebook holds {n} entries now.",
)
RESTORED_WHAT: Final = (
    "Everything is as it was in that file. What came later is in the backup made first. What was deleted "
    "later is back."
)
RESTORED_ASIDE: Final = (
    "Everything is as it was in that file. What came later is only in what was set aside. What was deleted later is "
    "back."
)
RESTORED_ALONE: Final = "Everything is as it was in that file."
SET_ASIDE: Final = (
    "The notebook was damaged, so no backup could be made of it. It was set aside as it was: {file}"
)

# The commands
EXPORT_SAYS: Final = (
    "Everything you wrote, to take along: .json for all of it, .md to read, a folder/ for tables."
)
EXPORT_FILE: Final = "where to; its name says in which form (.json, .md, or a folder ending in /)"
EXPORT_YES: Final = "replace what is there under that name"
EXISTS_YES: Final = "It was left as it is. `--yes` replaces it."
IMPORT_SAYS: Final = (
    "Take an export in: new entries come, entries that are here already keep everything they have."
)
IMPORT_FILE: Final = "a .json file that `unmuted export` wrote"
IMPORT_WITH_DELETED: Final = "take in entries that were deleted here, too"
BACKUP_SAYS: Final = "Make a backup now. Without FILE it goes beside the others, and all of them are listed."
BACKUP_FILE: Final = "where to, instead of beside the others"
BACKUPS_HOW: Final = "`unmuted restore NAME` puts one in the place of the notebook."
RESTORE_SAYS: Final = (
    "Put a backup or an export in the place of the notebook. What is there now is backed up first."
)
RESTORE_FILE: Final = "a backup or a .json export; without it, the backups are listed"
RESTORE_ANYWAY: Final = "take a backup although some rows in it are damaged"
WRITING: Final = "Writing"
READING: Final = "Reading"
RESTORING: Final = "Restoring"
PER_CENT: Final = "{doing}: {n} %"

# The screen
TITLE: Final = "Take it away"
AS_JSON: Final = ("Everything, as one file", "Nothing is lost in it, and it can be taken in again (.json).")
AS_TEXT: Final = ("A text to read", "Entries by day, as they were asked and answered (.md).")
AS_TABLES: Final = ("Tables for a spreadsheet", "Five tables in a folder (.csv).")
TAKE_IN: Final = "Take in an exported file"
TAKE_IN_BELOW: Final = (
    "New entries come. What is here stays, with every wording. A file that is damaged changes nothing."
)
TAKE_IN_DELETED: Final = "Take in the deleted entries of that file, too"
BACK_UP: Final = "Make a backup now"
RESTORE: Final = "Restore from a file"
RESTORE_BELOW: Final = "A backup or an export takes the place of everything here."
RESTORE_WHAT: Final = (
    "Everything here will be as it was in that file. What is here now is backed up first, so you can go back."
)
RESTORE_AGAIN: Final = "Enter once more restores it."
RESTORE_DOUBTFUL: Final = (
    "Another backup may be whole. Enter once more on the same one takes it all the same."
)
BACKUPS_HERE: Final = "Restore one of the backups"
REPLACE_AGAIN: Final = "Enter once more replaces it. Or give another name."
GO: Final = "go on"
CHOOSE: Final = "choose"
CANCEL: Final = "stop this"
CANCELLED: Final = "Stopped. Nothing was changed."
DOING_BACKUP: Final = "Backing up"
HELP: Final = (
    "Everything you wrote is yours. Take it along as a file, bring it in on another machine, or go back to a backup. "
    "Esc stops what is under way, and then nothing has changed."
)
HELP_NAME: Final = (
    "Enter takes this name. Esc goes back. A file that is there is replaced only when you say so twice."
)

# Line mode
EXPORT_WHERE: Final = (
    "Where to? Enter takes {name} in this folder. A name that ends in .md gives a text to read, one that ends in / a "
    "folder of tables. back writes nothing."
)
REPLACE_LINE: Final = "The same name once more replaces it. Or give another name."
NOTHING_WRITTEN: Final = "Nothing was written."
NOTHING_CHANGED: Final = "Nothing was changed."
IMPORT_WHERE: Final = "Which file? A .json file that was exported. Enter goes back."
DELETED_ASK: Final = "Type yes to take in the deleted ones, too. Enter leaves them out."
BACKUP_ASK: Final = "restore and a number restores one, such as restore 1. Enter goes back."
RESTORE_ASK: Final = "Type yes to restore it. Enter leaves everything as it is."
NOT_RESTORED: Final = "Everything is as it was."
