"""What `packs new` and `packs schema` say. Constants only; names in braces are filled in by the command."""

from __future__ import annotations

from typing import Final

WRITTEN: Final = "Written in {folder}:"
FILES: Final = {
    "pack.yaml": "what the pack is, and what it keeps",
    "small-walk.yaml": "one exercise, with a note at every step",
    "pack.schema.json": "with it, editors underline mistakes",
}
NEXT: Final = "It can be played as it stands. Open the two .yaml files in an editor, and:"
COMMANDS: Final = {
    "check": "finds every mistake, with its line",
    "preview": "shows it on the real screens; nothing is kept",
    "walk": "tries every way through it",
}
TAKEN: Final = (
    "A pack with the id '{id}' is there already, and only one of the two can be in use. To change yours: the line"
    " that begins with 'id:' in pack.yaml."
)

ID_REMEDY: Final = "For example: `unmuted packs new {id}`"
ID_RULE: Final = (
    "An id begins with a letter, and has lower-case letters, digits and single hyphens, at most {most}."
)
FOLDER_THERE: Final = "There is something in {folder} already, and nothing is written over."
FILE_THERE: Final = "{folder} is there already and is no folder."
FOLDER_REMEDY: Final = "Name a folder that is new or empty: `unmuted packs new {id} FOLDER`"
NOT_WRITTEN: Final = "The pack could not be written to {folder}."
NOT_WRITTEN_REMEDY: Final = (
    "Look at the permissions of the folder and the room on the disk, or name another folder."
)

SCHEMA_WRITTEN: Final = (
    "The schema is in {file}. On top of a YAML file beside it, editors find it by this line:"
)
SCHEMA_OTHER: Final = "{file} is there already and is no schema of this program, so it is left as it is."
SCHEMA_OTHER_REMEDY: Final = "Name another file: `unmuted packs schema -o pack.schema.json`"
SCHEMA_NOT_WRITTEN: Final = "The schema could not be written to {file}."
SCHEMA_NOT_WRITTEN_REMEDY: Final = "Look at the permissions of the folder, or name another file."
