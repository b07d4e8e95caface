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
BACKUP_DAMAGED_REMEDY: Final = "`unmuted backup` lists the others. The notebook is as it was."
READ_ONLY: Final = "The notebook is open for reading only, so nothing can be put in its place."
BUSY: Final = "Another window of Unmuted is using the notebook."
BUSY_REMEDY: Final = "Close it, then try again."
