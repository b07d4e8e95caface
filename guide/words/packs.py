"""Installing and removing packs: what a pack holds, what an update changes, and the questions. Constants only.

Names in braces are filled in by whoever shows them. Whatever comes from a pack stands indented or in quotation
marks, so that it cannot pass for a sentence of the program.
"""

from __future__ import annotations

from typing import Final

HEAD: Final = "“{title}”, version {version}, id {id}"
NOT_OURS: Final = "This pack is not from us, and nobody here has read it."
BY: Final = "By: {names}"
BY_NOBODY: Final = "No author is named."
LICENSE: Final = "Licence: {name}"
LICENSE_NONE: Final = "No licence is named."
LANGUAGES: Final = "Languages: {names}"
ABOUT: Final = "It says about itself:"

EXERCISES: Final = ("1 exercise:", "{n} exercises:")
AND_MORE: Final = "and {n} more"
KEEPS: Final = "What you answer can be kept as:"
KEEPS_NOTHING: Final = "Your answers are kept in their entries. It builds no lists and no charts."
GROUPS: Final = {
    "collections": "Lists: {names}",
    "series": "Numbers over time: {names}",
    "markers": "Dates: {names}",
    "values": "Single answers used again: {names}",
}
ROLES: Final = {
    "evidence": "What you note there can come up again under “show me one”.",
    "medicine": "Dates of medicine that you note there are drawn on the charts of all packs.",
}
"""Role -> what a person notices of it. Of the others there is nothing to notice."""
RECALLS: Final = "It shows earlier answers to its own exercises again."

USES: Final = "It works with other packs: {names}"
READS: Final = "It reads what you keep there, and can change none of it:"
ALONE: Final = "It reads nothing of other packs."
NAMED: Final = "{title} ({name})"
NOT_HERE: Final = "{name} (not installed here)"

WARNINGS: Final = (
    "The check has 1 warning for its author: `unmuted packs check {path}` shows it.",
    "The check has {n} warnings for its author: `unmuted packs check {path}` shows them.",
)
SAFETY: Final = "Please read these before you decide. In quotation marks stand words of the pack:"
SAFETY_ROW: Final = "“{words}” {hazard}"
SAFETY_MORE: Final = "and {n} more like it"
SAFETY_CUT: Final = "It holds so much that not all of it could be looked at."
SAFETY_ENGLISH: Final = "The check reads English. It can tell nothing about the words in: {names}"
REFUSED: Final = "Nothing was installed: a pack cannot bring telephone numbers along. Found: “{words}”."
REFUSED_REMEDY: Final = (
    "Its author can take it out; 'offer: help-now' leads to people to call in the person's own country."
)
CANNOT: Final = (
    "Like every pack it is words and questions. It cannot run anything, open files or links, use the network, "
    "or take help now away."
)

# An update
UPDATE: Final = "You have version {old}. This is version {new}."
DOWNGRADE: Final = "You have version {old}. This is version {new}, an older one."
REISSUE: Final = "You have version {old} too, with other contents."
OLD_UNREADABLE: Final = (
    "The copy you have cannot be read by this version of the program, so nothing is compared."
)
CHANGES: Final = "What changes:"
NO_CHANGES: Final = "The exercises are the same. Something smaller differs."
NEW_EXERCISE: Final = "New: {title}"
GONE_EXERCISE: Final = "Gone: {title}. What you wrote in it stays readable."
RENAMED: Final = "Renamed: {old}, now {new}"
STEPS: Final = "{title}: {counts}"
STEPS_NEW: Final = ("1 new step", "{n} new steps")
STEPS_GONE: Final = ("1 step gone", "{n} steps gone")
STEPS_OTHER: Final = ("1 step changed", "{n} steps changed")
NOW_KEEPS: Final = "Kept from now on: {names}"
NOW_USES: Final = "Works with another pack now: {names}"
NO_LONGER_USES: Final = "No longer works with: {names}"
NOW_READS: Final = "Reads now: {names}"
ORPHANS: Final = "Earlier answers that the new version no longer goes on with. They stay readable:"
KEPT: Final = "Your entries stay as they are, in the words as they were asked."

ASK_INSTALL: Final = "Install it?"
ASK_UPDATE: Final = "Put it in the place of the one you have?"
YES_NO: Final = "[y/N]"
INSTALLED: Final = "Installed. Its exercises stand behind a door of their own on the home screen."
BEGIN: Final = "`unmuted do {ref}` begins the first one."
ALREADY: Final = "This version is installed already, with the same contents. Nothing was changed."
NOT_INSTALLED: Final = "Nothing was installed."
NEEDS_YES: Final = "Nothing was installed: it takes a yes, and nobody sits at a terminal here."
NEEDS_YES_REMEDY: Final = "Read what it holds, then add --yes."
IS_OURS: Final = "This is the pack that comes with the program. It is there already."
HAS_PROBLEMS: Final = "Nothing was installed. A pack is installed once the check finds no problem in it."
BY_HAND: Final = "There is a pack with the id '{id}' in the packs folder already, put there by hand: {name}."
BY_HAND_REMEDY: Final = "Take it out of the packs folder first; `unmuted where` names the folder."

# Removing
REMOVE: Final = "“{title}”, version {version}, {exercises}."
REMOVE_BROKEN: Final = "The installed copy of {id} cannot be read by this version of the program."
COUNT: Final = ("1 exercise", "{n} exercises")
STAYS: Final = (
    "What you wrote in it stays: entries are readable in Review, and lists and numbers are kept. Its own charts "
    "are shown again when it is installed again."
)
ASK_REMOVE: Final = "Remove it?"
REMOVED: Final = "Removed. What you wrote stays."
NOT_REMOVED: Final = "Nothing was removed."
REMOVE_NEEDS_YES: Final = "Nothing was removed: it takes a yes, and nobody sits at a terminal here."
REMOVE_NEEDS_YES_REMEDY: Final = "Add --yes to say it beforehand."
REMOVE_OURS: Final = "The pack '{id}' comes with the program and stays with it."
REMOVE_NAMED: Final = "The pack '{id}' was named with --pack for this run. It is not installed."
REMOVE_BY_HAND: Final = "The pack '{id}' was put into the packs folder by hand: {name}."
REMOVE_BY_HAND_REMEDY: Final = "Take it out by hand as well; `unmuted where` names the folder."
REMOVE_NONE: Final = "No pack with the id '{id}' is installed."
REMOVE_NONE_REMEDY: Final = "`unmuted packs list` shows what is there."

# The list
LIST_LINE: Final = "{id} {version}: {title} ({exercises}; {where}; {license}; {languages})"
WHERE: Final = {
    "built-in": "comes with the program",
    "installed": "installed, not from us",
    "placed": "in the packs folder, not from us",
    "named": "named for this run, not from us",
}
LIST_LICENSE_NONE: Final = "no licence named"
