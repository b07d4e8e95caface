"""Looking back: headings and empty states of review, entries, items, drafts and the trash. Constants only.

What the progress views say in sentences stands in `progress`; here are the names of the pages and what a page
says while it has nothing to show. Names in braces are filled in by whoever shows them.
"""

from __future__ import annotations

from typing import Final

# Review
REVIEW: Final = "Review"
REVIEW_EMPTY: Final = "Nothing is kept here yet. What you write in an exercise stands here afterwards."
REVIEW_NO_MATCH: Final = "No entry fits that."
REVIEW_NO_MATCH_REMEDY: Final = "Other words, or a longer span of days, may find it."
REVIEW_SEARCH: Final = "Words to look for"
REVIEW_COUNT: Final = ("1 entry", "{n} entries")
REVIEW_OLDER: Final = "older"
REVIEW_NEWER: Final = "newer"
FINISHED: Final = "to the end"
STOPPED: Final = "stopped part way, kept"
UNFINISHED: Final = "unfinished, kept"

# One entry
ENTRY: Final = "{title}, {day}"
ENTRY_AS_ASKED: Final = "In the words as they were asked then."
ENTRY_CHANGED: Final = "changed on {day}"
ENTRY_ORIGINAL: Final = "The first answer is kept: {words}"
ENTRY_LEFT_OPEN: Final = "left open"
ENTRY_NOTHING: Final = "Every question in it was left open."
ENTRY_PACK_GONE: Final = "The exercise this came from is no longer here. The entry still reads as it was."
EDIT: Final = "change this answer"
DELETE: Final = "move to the trash"
DELETED: Final = "Moved to the trash. It counts nowhere, and you can bring it back."
RESTORED: Final = "Brought back."

# Drafts
DRAFTS: Final = "Unfinished"
DRAFTS_EMPTY: Final = "Nothing is unfinished."
DRAFT_LINE: Final = "{title}, since {day}, at “{step}”"

# Items
ITEMS: Final = "What you have built up"
ITEMS_EMPTY: Final = "Nothing stands under {title} yet."
ITEMS_EMPTY_MADE_BY: Final = "Nothing stands under {title} yet. {exercise} makes some."
ITEMS_ARCHIVED: Final = "Put away"
ITEMS_ARCHIVED_EMPTY: Final = "Nothing is put away."
ITEM_ARCHIVE: Final = "put away"
ITEM_RESTORE: Final = "take out again"
ITEM_EARLIER: Final = "Earlier words"
ITEM_SINCE: Final = "since {day}"
ITEM_USED: Final = "last said {day}"

# Progress
PROGRESS: Final = "Progress"
PROGRESS_HEAD: Final = "What you wrote, counted and drawn. It explains nothing and predicts nothing."
PROGRESS_EMPTY: Final = "There is nothing to draw yet. A few notes from different days make a beginning."
PROGRESS_SPAN: Final = "{first} to {last}"
PROGRESS_AS_TEXT: Final = "the same in words"
PROGRESS_PACK: Final = "From the pack {title}"

# Trash
TRASH: Final = "Trash"
TRASH_EMPTY: Final = "The trash is empty."
TRASH_COUNT: Final = ("1 entry in the trash", "{n} entries in the trash")
TRASH_ERASE: Final = "erase for good"
TRASH_ERASE_ASK: Final = "Erased entries cannot be brought back. Type {word} to go on."
TRASH_ERASED: Final = "Erased."
TRASH_BACKUPS: Final = "These backups still hold the words: {files}. Remove them too?"
