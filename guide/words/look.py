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
STOPPED: Final = "stopped part way, kept"

# One entry
ENTRY: Final = "{title}, {day}"
ENTRY_AS_ASKED: Final = "In the words as they were asked then."
ENTRY_CHANGED: Final = "Changed on {day}."
ENTRY_EARLIER: Final = "Written {day}, it read like this until {until}:"
ENTRY_EARLIER_SAME_DAY: Final = "Earlier on {day} it read like this:"
ENTRY_EARLIER_ASKED: Final = "The question was then “{prompt}”."
ENTRY_EARLIER_NUMBER: Final = ("1 earlier wording is kept.", "{n} earlier wordings are kept.")
ENTRY_HOW: Final = {
    "finished": "Done to the end.",
    "stopped": "Stopped part way; what was answered is kept.",
    "": "Unfinished. It counts nowhere yet, and what you wrote is kept.",
}
ENTRY_UNFINISHED_WORDS: Final = "Typed and not kept as an answer yet."
ENTRY_TRASHED: Final = "In the trash. It counts nowhere, and you can bring it back."
NO_QUESTION: Final = "How this was asked is not known here. The answer stands as it is kept."
UNKNOWN_KIND: Final = (
    "This version does not know this kind of question ({kind}). The answer stands as it is kept."
)
LOST_QUESTION: Final = "How this was asked cannot be read any more. The answer stands as it is kept."
LOST_ANSWER: Final = "An answer to this cannot be read any more. It is left in the store as it is."
LOST_EARLIER: Final = "Another answer to this cannot be read any more. It is left in the store as it is."
ENTRY_NOTHING: Final = "Every question in it was left open."
DELETE: Final = "move to the trash"
DELETED: Final = "Moved to the trash. It counts nowhere, and you can bring it back."
RESTORED: Final = "Brought back."

# Drafts
DRAFTS: Final = "Unfinished"
DRAFTS_EMPTY: Final = "Nothing is unfinished."


# Progress
PROGRESS: Final = "Progress"
PROGRESS_HEAD: Final = "What you wrote, counted and drawn. It explains nothing and predicts nothing."
PROGRESS_NOT_HERE: Final = "Nothing was noted in this time. A longer range holds something."
PROGRESS_EMPTY: Final = "There is nothing to draw yet. A few notes from different days make a beginning."
PROGRESS_NOTHING: Final = "There is nothing to draw here."
PROGRESS_LATER: Final = (
    "1 note has a day after today, as happens when a clock is set wrong. It stands only under “all”.",
    "{n} notes have a day after today, as happens when a clock is set wrong. They stand only under “all”.",
)
PROGRESS_GONE: Final = "What you wrote in packs that are not in use now is in Review."
PROGRESS_AS_TEXT: Final = "the same in words"

RECALL_DATED: Final = "{day}: {words}"
RECALL_COUNT: Final = "{words}: {n}"
RECALL_TIMES: Final = ("{title}: once", "{title}: {n} times")
"""What a `recall` step shows: a dated answer, how often an answer was given, how often an exercise was done."""

CHART_ITEM: Final = "{item}: {words}"
"""A sentence about a series that is kept per item."""
