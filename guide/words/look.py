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
FINISHED: Final = "to the end"
STOPPED: Final = "stopped part way, kept"
UNFINISHED: Final = "unfinished, kept"

# One entry
ENTRY: Final = "{title}, {day}"
ENTRY_AS_ASKED: Final = "In the words as they were asked then."
ENTRY_ORIGINAL: Final = "The first answer is kept: {words}"
ENTRY_NOTHING: Final = "Every question in it was left open."
ENTRY_PACK_GONE: Final = "The exercise this came from is no longer here. The entry still reads as it was."
DELETE: Final = "move to the trash"
DELETED: Final = "Moved to the trash. It counts nowhere, and you can bring it back."
RESTORED: Final = "Brought back."

# Drafts
DRAFTS: Final = "Unfinished"
DRAFTS_EMPTY: Final = "Nothing is unfinished."


# Progress
PROGRESS: Final = "Progress"
PROGRESS_HEAD: Final = "What you wrote, counted and drawn. It explains nothing and predicts nothing."
PROGRESS_EMPTY: Final = "There is nothing to draw yet. A few notes from different days make a beginning."
PROGRESS_NOTHING: Final = "There is nothing to draw here."
PROGRESS_GONE: Final = "What you wrote in packs that are not in use now is in Review."
PROGRESS_SPAN: Final = "{first} to {last}"
PROGRESS_AS_TEXT: Final = "the same in words"

RECALL_DATED: Final = "{day}: {words}"
RECALL_COUNT: Final = "{words}: {n}"
RECALL_TIMES: Final = ("{title}: once", "{title}: {n} times")
"""What a `recall` step shows: a dated answer, how often an answer was given, how often an exercise was done."""

CHART_ITEM: Final = "{item}: {words}"
"""A sentence about a series that is kept per item."""
