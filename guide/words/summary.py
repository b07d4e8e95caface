"""The page for a prescriber: what the program itself puts on it, and beside it. Constants only.

On the page the person speaks. Nothing here names a trend, a degree of anything or a disorder as a finding, and
nothing stands there as noted that was not (the project's care rule 17). Names in braces are filled in.
"""

from __future__ import annotations

from typing import Final

# The head of the page.
TITLE: Final = "Notes for a visit"
HEAD: Final = "Notes I kept, not an assessment. {notes} on {days} of {of}, {span}."
HEAD_EMPTY: Final = "Notes I kept, not an assessment. No notes in {of}, {span}."
HEAD_AHEAD: Final = "Notes I kept, not an assessment. These days have not come yet: {span}."
GAPS: Final = "Without a note: {days}. The longest stretch: {stretch} ({when})."
GAPS_ONE: Final = "Without a note: {days}."
DAYS: Final = ("1 day", "{n} days")

# Sections, in their order: short, because they stand in a narrow column.
TITLES: Final = {
    "say": "I want to say",
    "medicine": "Medicine",
    "flatness": "Flatness",
    "words": "Feelings",
    "through": "Got through",
    "costs": "It costs me",
    "glad": "Glad to lose",
    "want": "I want back",
    "mood": "Mood",
    "measures": "My measures",
    "effects": "Also noticed",
    "visit": "For the visit",
}

# Lines.
QUOTED: Final = "“{words}”"
QUESTION: Final = "{n}. {words}"
MORE: Final = ("and 1 more in my notes", "and {n} more in my notes")
MORE_SENTENCE: Final = ("And 1 more in my notes.", "And {n} more in my notes.")
ONLY: Final = ("1 in my notes", "{n} in my notes")
MEDICINE_LINE: Final = "{name}: {events}."
MEDICINE_MORE: Final = ("and 1 more medicine in my notes", "and {n} more medicines in my notes")
EVENT: Final = "{what} ({when})"
BETWEEN: Final = ("1 change between", "{n} changes between")
EARLIER: Final = ("1 change before that", "{n} changes before that")
CHANGES: Final = ("1 more change", "{n} more changes")
FROM: Final = "from {when}"
AFTER: Final = "{when}, after these days"
MORE_AHEAD: Final = ("and 1 more later on", "and {n} more later on")
UNDATED: Final = "date not noted"
MORE_UNDATED: Final = ("and 1 more without a date", "and {n} more without a date")
MEDICINE_NONE: Final = "None noted here."
NOT_NOTED: Final = "Not noted, or left off this page: {what}."
NOT_TAKING: Final = "whether it is taken as prescribed"
NOT_SUBSTANCES: Final = "other medicines, alcohol or drugs"
ANSWERED: Final = "“{question}?” {words} (noted {day})."
NOT_TAKEN: Final = "Days not taken as prescribed, in the four weeks before {day}: about {n} (my estimate)."
SUBSTANCES: Final = "Other medicines and substances: {words} (noted {day})."
SINCE: Final = "First noticed: {when}, as I remember it."
SINCE_NONE: Final = "When it began: not noted here."
LAST_CHANGE: Final = (
    "Last change of medicine with a date: {event}.",
    "Last changes of medicine with a date: {event}.",
    "Last changes of medicine with a date, in an order that the dates leave open: {event}.",
)
SHIFTS: Final = "Side by side for our conversation. Feelings also shift for other reasons in the same weeks."
ASKED_BY: Final = "From the pack “{pack}”: {line}"
SIDES: Final = "“{asked}?” Days with each answer: {counts}. {base}."
SIDES_FEW: Final = "“{asked}?” Too little to say: {base}."
OTHER_ANSWERS: Final = ("and 1 other answer", "and {n} other answers")
MORE_ANSWERS: Final = ("1 more answer in my notes.", "{n} more answers in my notes.")
COUNT: Final = "{text} {n}"
BASE: Final = "{notes} on {days}"
MOST_OFTEN: Final = "{what} most often: {words}."
ALL_ALIKE: Final = "{feelings} feelings, each {n} of {of}"
AS_OFTEN: Final = ("and 1 more, as often", "and {n} more, as often")
OF: Final = "{text} {n} of {of}"
OCCASIONS: Final = (
    "All beside how it was before all this, as I remember it, and of the times with an occasion: {base}."
)
OCCASIONS_PLAIN: Final = "All of the times with an answer: {base}."
OCCASIONS_NONE: Final = "None stood out ({base})."
WORDS_FEW: Final = "Too little to say: {base}."
SCALE: Final = "{title} ({low} is “{low_words}”, {high} is “{high_words}”)"
SCALE_PLAIN: Final = "{title} ({low} to {high})"
NUMBERS: Final = "{scale}: middle {middle}, from {least} to {most}; {base}."
NUMBERS_BOTH: Final = "{scale}: middle {middle} by day, {all} of all numbers, from {least} to {most}; {base}."
NUMBERS_SAME: Final = "{scale}: {middle} each day; {base}."
NUMBERS_ONE: Final = "{scale}: {value} on {day}."
NUMBERS_ONE_DAY: Final = "{scale}: {value} on {day} ({middle})."
MIDDLE_OF: Final = "middle of {n}"
MIDDLE_OF_SPAN: Final = "middle of {n}, from {least} to {most}"
NUMBERS_NONE: Final = "{scale}: no number noted."
WEEKS: Final = "First seven days: middle {first}. Last seven days: middle {last}."
OUTSIDE: Final = "Outside these numbers: {states}."
STATES: Final = {
    "numb": "“numb” {times}",
    "cannot-tell": "“cannot tell” {times}",
    "no-occasion": "“no occasion” {times}",
}
TIMES: Final = ("once", "{n} times")
MEASURE: Final = "{name}, {low} to {high}: {parts}."
MEASURE_FREE: Final = "{name}: {parts}."
MEASURE_START: Final = "{value} at the start"
MEASURE_START_WHEN: Final = "{value} at the start ({when})"
MEASURE_REMEMBERED: Final = "{value} at the start, as I remember it"
MEASURE_REMEMBERED_WHEN: Final = "{value} at the start ({when}, as I remember it)"
MEASURE_NOW: Final = "{value} on {day}"
MEASURE_NOW_SEVERAL: Final = "{value} on {day} ({middle})"
WHEN_MIDDLE: Final = "{when}, {middle}"
MEASURE_LOWER: Final = "{points} lower"
MEASURE_HIGHER: Final = "{points} higher"
MEASURE_SAME: Final = "the same"
MEASURE_NOTHING: Final = "no number noted"
MEASURE_WANT: Final = {
    "lower": "I would rather have it lower",
    "higher": "I would rather have it higher",
}
POINTS: Final = ("1 point", "{n} points")

# The fixed lines (care rules 9 and 17).
ASK_ME: Final = (
    "This program does not ask about thoughts of suicide or screen for anything. Nothing here means that they are "
    "absent. Please ask me."
)
ASK_YOU: Final = (
    "“Could this be the medicine, the illness, something else, or several? What could we try, how long would we "
    "wait, and what should make me call sooner?”"
)
FOR_ME: Final = "For me: {fixed}"
NOT_SAFE: Final = "If I am not safe before then: the emergency number where I am, or findahelpline.com."
METHOD: Final = (
    "All numbers and dates are my own. “Middle” is the median of the days with a number. Nobody checked this page. "
    "Made on {day}."
)

# The short form.
SCRIPT: Final = "To say in about a minute"
MESSAGE: Final = "To send as a message"
SHORT_TITLES: Final = ("To say", "To send")
SCRIPT_HEAD: Final = "I kept notes on how flat I feel: {notes} on {days} of {of}."
SCRIPT_HEAD_OTHER: Final = "I would like to talk about feeling flat. I kept notes: {notes} on {days} of {of}."
SCRIPT_HEAD_EMPTY: Final = "I would like to talk about feeling flat."
SCRIPT_SINCE: Final = "I first noticed it {when}, as I remember it."
SCRIPT_CHANGE: Final = (
    "The last change of my medicine with a date: {event}.",
    "The last changes of my medicine with a date: {event}.",
    "The last changes of my medicine with a date, in an order that the dates leave open: {event}.",
)
SCRIPT_SIDES: Final = "Asked “{asked}?”, by day: {counts}."
SCRIPT_COSTS: Final = "What it costs me: {words}"
SCRIPT_GLAD: Final = "What I am glad is quieter: {words}"
SCRIPT_WANT: Final = "What I would like to have back: {words}"
SCRIPT_ASK: Final = (
    "Could it be the medicine, the illness, something else, or several? What could we try, "
    "and when do we look again?"
)
MESSAGE_HEAD: Final = "Hello. I would like to talk about feeling flat{since}."
MESSAGE_SINCE: Final = ", which I first noticed {when}"
MESSAGE_END: Final = "I can bring one page of my own notes. When could we speak?"
ON_DAY: Final = "on {when}"

# Choosing, on the screen and in lines.
PAGE: Final = "A page for a visit"
PARTS_OF: Final = {
    "say": "My one sentence and questions",
    "medicine": "Medicine and doses",
    "flatness": "When it began, and which side",
    "words": "Which feelings",
    "through": "What got through",
    "costs": "What it costs me",
    "glad": "What I am glad is quieter",
    "want": "What I would like to have back",
    "mood": "Mood",
    "measures": "What I keep an eye on",
    "effects": "What else I noticed",
}
PIECE_OF: Final = {
    "sentence": "The one sentence",
    "questions": "Question",
    "substances": "Other substances",
    "taking": "Taking less than prescribed, or thinking of it",
    "not-as-prescribed": "Days not taken as prescribed",
    "through": "Got through",
    "costs": "Costs me",
    "glad": "Glad to lose",
    "want": "Want back",
    "measures": "Measure",
    "effects": "Noticed",
    "since": "When it began",
    "before": "How it was before",
    "hidden-rows": "Words shown only when switched on",
}
HIDDEN_ROWS: Final = "the words of the log that are off at first"
PIECE: Final = "{title}: {words}"
REPLACED: Final = "Let in before, and out now because there is a newer answer: {names}."
NO_PIECES: Final = "There are no words of your own for it yet."
LEFT_OUT: Final = ("1 piece of your own words is left out.", "{n} pieces of your own words are left out.")
LEFT_OUT_HOW: Final = "`unmuted summary --pieces` lists them, and `--include` lets them in."

# Saving, and the command.
PLAIN_FILE: Final = (
    "It is not locked: whoever can open it can read it. To begin with, only your own account can."
)
SAVED: Final = "Written: {file}"
OTHER_LETTERS: Final = "The PDF can hold Latin, Greek and Cyrillic letters. This page also holds: {letters}"
OTHER_LETTERS_REMEDY: Final = "As HTML every letter stays, and a browser prints it on one page."
NO_PDF: Final = "PDF needs one more part, which is not installed."
NO_PDF_REMEDY: Final = (
    "`make pdf` in the program's folder brings it. HTML works as it is, and a browser prints it."
)
TO_A_FILE: Final = "A PDF goes into a file."
TO_A_FILE_REMEDY: Final = "Add where to, such as `-o page.pdf`."
THERE_REMEDY: Final = "It was left as it is. `--yes` replaces it."
NOT_A_DAY: Final = "“{word}” is not a day."
NOT_A_DAY_REMEDY: Final = "Write days like 2026-11-23."
BACKWARDS: Final = "The first day lies after the last one."
BACKWARDS_REMEDY: Final = "Please swap them."
AHEAD: Final = "The first day lies in the future."
AHEAD_REMEDY: Final = "Name a day up to today, or add the last day with `--to`."
NOT_A_PART: Final = "There is no part and no piece “{name}”."
SEVERAL_PIECES: Final = "Several pieces begin with “{name}”."
NOT_A_PART_REMEDY: Final = "Parts: {parts}. `unmuted summary --pieces` lists the pieces."
NOT_TO_LEAVE: Final = "“{name}” is no section that can be left out."
NOT_TO_LEAVE_REMEDY: Final = "Sections: {parts}."
SAYS: Final = "One page for whoever prescribes, over the last four weeks if no days are given."
HELP_FROM: Final = (
    "the first day, such as 2026-11-01; long before the first note, the page begins with that note"
)
HELP_TO: Final = "the last day"
HELP_INCLUDE: Final = "let in pieces for this time: names of parts, or ids that --pieces lists, with commas"
HELP_WITHOUT: Final = "leave sections out, with commas"
HELP_SHORT: Final = "a script of about a minute, and a message of at most 500 characters"
HELP_FORMAT: Final = "text (the usual one), md, html or pdf"
HELP_FILE: Final = "write to this file, readable by your own account only"
HELP_YES: Final = "replace a file of that name"
HELP_PIECES: Final = "list what can be let in, with ids"

# The full screen, and line mode.
SECTIONS: Final = "What stands on it"
OWN: Final = "Let in, each by itself"
NAMES_HINT: Final = "You may want to leave out names of other people."
ON_PAGE: Final = "The page as it will be, {span}. PgDn reads on."
ON_PAGE_LINE: Final = "The page as it will be, {span}:"
SHORT_SHOWN: Final = "The short form, {span}:"
SPANS: Final = (("two weeks", 14), ("four weeks", 28), ("three months", 91), ("a year", 365))
SPAN_OWN: Final = "from one day to another"
DAYS_TITLE: Final = "Days of the page"
DAYS_KEYS: Final = "Enter goes on, and from the second field back to the page. Esc goes back."
KEY_TURN: Final = "let in or leave out"
KEY_DAYS: Final = "days"
KEY_SHORT: Final = "short form"
KEY_WHOLE: Final = "the whole page"
KEY_SAVE: Final = "save"
SAVE_TITLE: Final = "Save the page"
SAVE_FORMS: Final = "The name says the form: .html prints from a browser, .pdf, .md and .txt are the others."
HELP: Final = (
    "Above is what goes on the page, below the page as it will be. Words of your own stay out until you let each of "
    "them in. Nothing is sent anywhere: you print it, save it or read from it."
)
LINE_HINT: Final = (
    "A number lets a piece in or takes it out. without or with and a section, such as without mood. days, show, short, "
    "save, or Enter to go back."
)
LINE_SECTIONS: Final = "Sections: {names}"
LINE_DAYS: Final = (
    "How many days, up to today? Or a first and a last day with to between. Enter leaves it as it is."
)
LINE_SAVE: Final = "Where to? Enter takes {name} in this folder. back saves nothing."
LINE_THERE: Final = "There is a file of that name. yes puts the page in its place."
LINE_NOT_SAVED: Final = "Nothing was saved."
LINE_OUT: Final = "left out"
TO_WORD: Final = "to"
