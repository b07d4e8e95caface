"""Review: its filters, what is done with one entry, and what both fronts say about it. Constants only; names in
braces are filled in."""

from __future__ import annotations

from typing import Final

# What a list is narrowed to, in words. The parts are joined with a comma.
WITH_WORDS: Final = "with “{words}”"
OF_EXERCISE: Final = "from “{title}”"
OF_PACK: Final = "from the pack “{title}”"
OF_LIST: Final = "that made or changed “{title}”"
SINCE: Final = "since {day}"
UNTIL: Final = "up to {day}"
BETWEEN: Final = "from {since} to {until}"
ON: Final = "on {day}"
SHOWN: Final = "Entries {filters}"
SHOW_ALL: Final = "show all"

# Choosing a filter
FILTER: Final = "Show only some entries"
FILTER_EXERCISE: Final = "Exercise"
FILTER_PACK: Final = "Pack"
FILTER_LIST: Final = "List it made or changed"
FILTER_DAYS: Final = "Days"
FILTER_ANY: Final = "any"
FILTER_ALL: Final = "Show all again"
FILTER_NONE: Final = "There is nothing to choose from yet."
NUMBER_OF: Final = ("1 entry", "{n} entries")
PACK_OURS: Final = "comes with Unmuted"
PACK_GONE: Final = "no longer here"

SPANS: Final = (
    ("any time", 0), ("today", 1), ("seven days", 7), ("four weeks", 28), ("three months", 91), ("a year", 365),
)  # fmt: skip
"""Quick spans of days up to today; 0 is everything."""
SPAN_OWN: Final = "from one day to another"
FROM_DAY: Final = "From"
TO_DAY: Final = "To"
DAYS_HOW: Final = (
    "A day such as 2026-11-23 or 3 weeks ago, a month such as November 2026, or a year. Either may stay open."
)
DAYS_KEYS: Final = "Enter goes on, and shows the entries from the second field. Esc goes back."
NO_DAY: Final = "'{words}' is no day that can be read here."
NO_PACK: Final = "There is no pack '{name}'."
NO_PACK_REMEDY: Final = "Packs with entries: {names}."

HELP_FILTER: Final = (
    "Choose what the list shows: one exercise, one pack, one list, some days. They go together with each other and "
    "with a search. What is chosen stands above the list, and one key shows everything again."
)
HELP_DAYS: Final = "The first and the last day to show. Either may be left open."

# One entry
EDIT: Final = "change an answer"
EARLIER: Final = "earlier wordings"
EARLIER_HIDE: Final = "hide earlier wordings"
AGAIN: Final = "do again"
COPY: Final = "copy"
SAVE: Final = "save as a file"
WHICH: Final = "Which answer?"
WHICH_NONE: Final = "Nothing in this entry can be answered anew."
LEFT_OPEN: Final = "left open"
COPIED: Final = (
    "Sent to the clipboard as Markdown. Whether it arrives is up to your terminal, and the program is not told. Other "
    "programs can read a clipboard."
)
COPIED_LONG: Final = "It is long, and many terminals take no more than about 70,000 characters."
SAVE_TITLE: Final = "Save this entry as a Markdown file"
FILE_NAME: Final = "entry.md"

EDIT_TITLE: Final = "Changing one answer: {title}, {day}"
EDIT_HOW: Final = "It is asked as it was asked then. The earlier words stay with the entry."
EDIT_LEAVE: Final = "What you changed here is not kept yet."
EDIT_GO_ON: Final = "Go on changing"
EDIT_AS_IT_WAS: Final = "Leave it as it was"
EDIT_ELSEWHERE: Final = "That opens while the exercise is done. Here, one answer is changed."
HELP_EDIT: Final = (
    "One question as it was asked then, with your answer in it. Going on keeps what stands there as a new wording. "
    "Esc leaves; what was changed and not kept is asked about first."
)
HELP_WHICH: Final = "The answers of this entry. The marked one is changed with Enter."

# Line mode
HINT: Final = (
    "A number opens an entry. Or: find and some words, exercise, pack, list, days, trash, Enter to go back."
)
HINT_OLDER: Final = "older shows earlier ones."
HINT_ALL: Final = "all shows everything again."
HINT_UNDO: Final = "undo brings back what was deleted."
CHOOSE: Final = "A number, or Enter to leave it as it is."
CHOOSE_DAYS: Final = "A number, or a first and a last day with to between. Enter leaves it as it is."
TO_WORD: Final = "to"
ENTRY_HINT: Final = "edit, delete, again, save, Enter to go back."
ENTRY_HINT_EARLIER: Final = "edit, earlier, delete, again, save, Enter to go back."
ENTRY_HINT_TRASHED: Final = "undo brings it back. Enter goes back."
WHICH_NUMBER: Final = "Which answer? A number, or Enter to leave them as they are."

# On the command line
MORE_ENTRIES: Final = "There are more than {n}. `--limit` shows more, and filters find what you look for."
LIMIT: Final = "--limit takes a number from 1 to {most}."
