"""Line mode: hints, prompts and the plain home screen. Constants only.

The words that are typed as commands stand as they are typed; `skip`, `back` and the rest are never translated
here alone. Names in braces are filled in by whoever shows them.
"""

from __future__ import annotations

from typing import Final

HELP_WORD: Final = "the word help"
"""What `{help_key}` becomes in line mode, inside a sentence."""
HELP_WORD_FIRST: Final = "The word help"
"""The same at the start of a sentence."""

COMMANDS: Final = (
    "A line with one of these words alone is a command: skip, back, more, pause, stop, numb, help (people to "
    "call), ? (why this is asked). A backslash in front makes it an ordinary word: \\skip"
)
"""Said once a run."""
F2_HERE: Final = "The word help does here what F2 does on the full screen."
"""Said once a run, beneath the first text that names the key."""
PLACE: Final = "Step {n}"
GOING_ON: Final = "Going on where you were."
FIRST_STEP: Final = "This is the first step."
NO_MORE: Final = "Nothing more stands behind this."
MORE_LATER: Final = "There are further questions, if you like. They can be opened at the end."
NO_NUMB: Final = "“numb” is not among the answers here."
NUMB_WORD: Final = "The word itself is typed \\numb"
NOT_KEPT_YET: Final = "Enter tries once more. Anything else goes back to the question."
SMALL_LOSS: Final = (
    "What is half written here is no answer yet. Type stop again to keep it as unfinished, "
    "or pause to go on with it later."
)
SKIP_LOSS: Final = "There are words here that are no answer yet. Type skip again to leave them unfinished."

FIELD_LOSS: Final = "There are words here. Type skip again to clear them."

ENTER_OPEN: Final = "Enter leaves this open."
LEAVE_OPEN: Final = "Enter leaves it open. Or answer now."
ENTER_ON: Final = "Enter goes on."
KEEP: Final = "keep"
NO: Final = "no"
YES: Final = "yes"
STOP_HERE: Final = "stop here"
HERE_SO_FAR: Final = "Here so far:"

CHOOSE_ONE: Final = "Answer with the number or the words."
CHOOSE_ONE_KEY: Final = "Answer with the number, the letter in brackets or the words."
CHOOSE_KEY_WHY: Final = "For “{text}”, type {number}."
CHOOSE_SEVERAL: Final = "Answer with one number or several, such as 1, 3"
CHOOSE_OWN: Final = "Words of your own: a plus sign in front, such as + heavy"
CHOOSE_AT_ONCE: Final = "All answers in one line will do too, in the order of the questions."
CHOOSE_AT_ONCE_LEFT: Final = "That was more than is asked here, so the rest is asked one by one."
YES_OR_NO: Final = "Answer yes or no."
YES_OR_NO_KEY: Final = "Answer yes or no; {yes} or n will do."
RANGE_END: Final = "{number} is “{words}”."
RANGE: Final = "A number from {low} to {high}."
RANGE_NUMB: Final = "A number from {low} to {high}, or numb."
RANGE_CANNOT_TELL: Final = "A number from {low} to {high}, or: cannot tell"
RANGE_BOTH: Final = "A number from {low} to {high}, or numb, or: cannot tell"
NUMBER: Final = "A number."
NUMBER_UNIT: Final = "A number ({unit})."
NUMBER_BETWEEN: Final = "From {low} to {high}."
NUMBER_LEAST: Final = "{low} or more."
NUMBER_MOST: Final = "{high} or less."
NUMBER_OR: Final = ("Or numb.", "Or: cannot tell", "Or numb, or: cannot tell")
DATE_AHEAD: Final = "A day to come, such as 3 December, Thursday, tomorrow or in 2 weeks."
DATE: Final = "A day, such as 14 March 2026, 2026-03-14, yesterday or 3 weeks ago."
DATE_ABOUT: Final = (
    "A day such as 14 March 2026 or 3 weeks ago. A month such as March 2026 will do, and so will a year."
)
DATE_READ: Final = "That is {words}."

EXAMPLES: Final = "The letter x alone shows made-up examples."
NUDGE_KEEP: Final = "Enter keeps it as it is. Or write it once more."
LONG: Final = "As many lines as you like. A line with only a full stop ends it."
LONG_GO_ON: Final = "Enter keeps this. New lines are added to it. A minus sign alone begins anew."
READ: Final = "This one is to read. Enter goes on."
OFFERS: Final = "A number opens one of these. Enter goes on."

ANOTHER: Final = "Another one? Enter ends the list."
ANOTHER_OPEN: Final = "Another one? Enter leaves a line open. One that is left empty ends the list."
LIST_FULL: Final = "That is as many as fit here."
LIST_FULL_HERE: Final = "That is as many as fit here. Enter goes on."
LIST_THERE: Final = "There already:"
LIST_EDIT: Final = "The word edit and a number changes one of these, such as edit 1"
EDIT_NONE: Final = "There is no such number here."
BACK_TO_CHANGE: Final = "Type back to change what stands before it."
STILL_EMPTY: Final = (
    "“{prompt}” is still empty. It can be one word. Type back to change what stands before it."
)

GRID: Final = "For each word, the number of a column. Enter leaves it open; done ends the page."
GRID_EACH: Final = "For each line, the number of a column. Enter leaves it open; done ends the page."
GRID_COLUMN: Final = "Please give the number of a column, or Enter to leave it open."
GRID_ALL: Final = (
    "Type all to be asked about 1 more word that is not shown at first.",
    "Type all to be asked about {n} more words that are not shown at first.",
)
GRID_ALL_ADDED: Final = "These come at the end of the page."
GRID_OWN: Final = "A word of your own? Enter goes on."

PICK_ONE: Final = "Answer with its number."
PICK_ALL: Final = "Type all to see {n} more."
PICK_OWN: Final = "Or new words of your own: a plus sign in front, such as + I rang my sister"

UPDATE: Final = "One after the other. Enter leaves a question open; done ends the page."
UPDATE_ONE: Final = "Enter leaves a question open."
UPDATE_ITEM: Final = "{n} of {all}: {label}"
PLAN_FOR: Final = "It is for:"
CHART_SAY: Final = "To say beside it, if you like:"
CHART_DRAW: Final = "The word draw alone shows it drawn."
RECALL_NOTHING: Final = "Nothing stands here yet."

SENTENCE_EARLIER: Final = "Or change one of your earlier sentences:"
SENTENCE_REVISES: Final = "What you write becomes its new version. The word new begins another one instead."
SENTENCE_WRITE: Final = "A number takes that line as it is. Or write your own."
SENTENCE_WRITE_ONLY: Final = "Write it in your own words."
SENTENCE_DOUBT: Final = "Add the doubt at the end? It would read:"
SENTENCE_SMALLER: Final = "s: make it smaller. Enter: keep as is."

NO_SENTENCE: Final = "No sentence is picked. Type back to pick one. Enter leaves this open."
SAY_WAYS: Final = "Say it. Enter when it is said, or the number of another way. Type no to leave it unsaid."
SAY_WAY: Final = "Say it, {way}. Enter when it is said. Type no to leave it unsaid."
SAY_PLAIN: Final = "Say it. Enter when it is said. Type no to leave it unsaid."
EXPECT_OPEN: Final = "In words, if you like. Enter leaves this open."
ANOTHER_ROUND: Final = "Another round?"
STRONG_CHOICE: Final = "Enter: {stop}."
STRONG_ROW: Final = "{key}: {words}."

END_MORE: Final = "more: a few further questions, if you like."
END_UNDO: Final = "undo: take this back."
END_BACK: Final = "back: change an answer."
END_ENTER: Final = "Enter: done."
END_NOT: Final = "Please type one of these words, or Enter."
WORDS_OF: Final = "“{words}”"
HELP_PLAN: Final = "help plan: your support plan."
HELP_WEEKS: Final = "help weeks: after a start, a stop or a change of dose."
HELP_COUNTRY: Final = "help country and a name or two letters, such as help country GB, keeps where you are."
HELP_COUNTRY_KEPT: Final = "Kept: {country}. Help now shows its lines from now on."
HELP_COUNTRY_NOW: Final = "It could not be kept, so it holds for this page only."
HELP_COUNTRY_NONE: Final = (
    "We list no lines for a country of that name. These are the ones we have; help country none is for "
    "anywhere else."
)
HELP_COUNTRIES: Final = "help countries: the lines of every country we list."

HOME_HINT: Final = (
    "Type a number. Or: one, week, review, progress, items, summary, support, help, ? (how this works), quit."
)
HOME_HOW: Final = (
    "Each number opens an exercise. It asks one question at a time, and each answer is kept at once. "
    "Nothing is required, and you can leave at any point."
)
HOME_TAKE: Final = "export takes everything along, import takes a file in, backup makes and restores backups."
HOME_TRASH: Final = "trash shows what was deleted. undo takes back the last deletion or correction."
"""What the words do that stand in no hint."""
HOME_SUMMARY: Final = "summary shows the page for a visit, and what goes on it."
HOME_PURPOSE: Final = "Type ? and a number to read what one is for, such as ? 2"
HOME_GO_ON: Final = "Go on: {title}, begun on {day}"
HOME_NEXT: Final = "next opens it. not now puts it off for today."
HOME_SUPPORT: Final = "support: someone beside you."
HOME_MEDICINE: Final = "medicine: note it."
HOME_NOT: Final = "That is none of these numbers or words."
HOME_NOTHING: Final = "“{word}” does nothing on this page."
HOME_BACK: Final = "This is the first page, so nothing stands behind it. quit leaves."
HOME_END: Final = "Everything is kept."
NEEDS_GO: Final = "Go to {title}?"
