"""What the progress views and the one suggestion say. Constants only.

No direction of a number is called good or bad anywhere here, worsening is said as plainly as easing, and
nothing is predicted (the project's care rules 2 and 4).
"""

from __future__ import annotations

from typing import Final

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_WHOLE: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
AND: Final = "and"
OR: Final = "or"
TO: Final = "{first} to {last}"
ABOUT: Final = "about {when}"
DATED: Final = "{when}: {what}"
FROM_PACK: Final = "{title} (from the pack “{pack}”)"
OF_ITEM: Final = "{title}: {item}"
MORE: Final = ("and 1 more", "and {n} more")
MORE_CHARTS: Final = (
    "1 more is not drawn here: the latest noted come first.",
    "{n} more are not drawn here: the latest noted come first.",
)
ITEM_GONE: Final = "something that is no longer here"
ITEM_ASIDE: Final = "{item} (set aside)"

# Counting words: one, then several.
NOTES: Final = ("1 note", "{n} notes")
DAYS: Final = ("1 day", "{n} days")
TIMES: Final = ("once", "{n} times")
POINTS: Final = ("1 point", "{n} points")
REPETITIONS: Final = ("1 repetition", "{n} repetitions")
RATINGS: Final = ("1 rating", "{n} ratings")
PAIRS: Final = ("1 change with a then and a now", "{n} changes with a then and a now")
KEPT_GOING: Final = ("1 fact without a then", "{n} facts without a then")
IN_SENTENCES: Final = ("Used in 1 sentence", "Used in {n} sentences")

# Charts
NUMB_ROW: Final = "numb"
LEGEND: Final = "{mark} {name}"
LEGEND_ACTUAL: Final = "actual"
LEGEND_EXPECTED: Final = "expected"
LEGEND_BOTH: Final = "both in one place"
LEGEND_NUMB: Final = "numb (outside the scale)"
LEGEND_NUMB_BOTH: Final = "numb, as expected"
CHART_EMPTY: Final = "Nothing to draw yet."
CHART_CROWDED: Final = "Some columns hold more than one repetition."
MEDICINE_NOTE: Final = (
    "Changes of medicine are shown for the conversation with your prescriber; feelings also shift for other "
    "reasons in the same weeks."
)

# Under each part: what it cannot tell
CANNOT: Final = {
    "ease": "What it cannot tell: why a number moved, or whether saying it had a part in that.",
    "line": "What it cannot tell: why a number moved.",
    "balance": "What it cannot tell: whether it is the medicine, low mood, both or something else.",
    "grid": "What it cannot tell: why a feeling was muted. No occasion is no sign of muting.",
    "mix": "What it cannot tell: why the counts differ.",
    "words": "What it cannot tell: how often something was there and not written down.",
    "items": "What it cannot tell: what you did and did not write down.",
    "measures": "What it cannot tell: why something moved. A start from memory can lie off either way.",
    "plans": "What it cannot tell: what became of a plan nothing was noted about.",
    "dates": "What it cannot tell: whether anything came from one of these. Coming after is not coming from.",
}
COUNTED_FROM: Final = "Counted from {day} on; what lies before is left out here."
LINES_APART: Final = (
    "On the same days as the drawing above it. The two are asked and drawn apart, and neither is worked out from "
    "the other."
)
MARK_ROUND: Final = "Repetition {n}, {day}"
MARK_BOTH: Final = "expected {expected}, was {was}"
MARK_ONE_OF: Final = "{value}, one of {n} notes on that day"
MARK_WAS: Final = "was {was}"

# What was collected, over time
THINGS_KEPT: Final = ("1 thing", "{n} things")
COLLECTED: Final = "{things} kept, begun on {days}."
COLLECTED_PART: Final = "{things} begun on {days} in this time; {every} kept in all."
COLLECTED_NONE: Final = "Nothing begun in this time; {every} kept in all."
COLLECTED_EACH: Final = "{sign} stands for up to {n}."

# Ease: one sentence, its repetitions
EASE_NONE: Final = "No repetitions yet."
EASE_COUNT: Final = "{repetitions} on {days}."
EASE_NONE_NOW: Final = "No repetitions in this time."
EASE_EARLIER: Final = (
    "1 earlier one lies before this time and enters nothing here.",
    "{n} earlier ones lie before this time and enter nothing here.",
)
SAID_BOTH: Final = "expected “{expected}”; what happened: “{happened}”"
SAID_BEFORE: Final = "expected “{expected}”; what happened was not written down"
SAID_AFTER: Final = "what happened: “{happened}”"
SAID_HEAD: Final = "What was expected to happen, and what did"
EASE_TOGETHER: Final = "The drawing has every repetition in its order, whatever the sentence."
EASE_THINGS_TOGETHER: Final = "The drawing has every repetition in its order, whatever it was of."
EASE_LATEST: Final = "It begins with repetition {n}: the latest {most} are drawn."
EASE_NUMB: Final = (
    "1 of them numb: it stands apart, outside every number below.",
    "{n} of them numb: these stand apart, outside every number below.",
)
EASE_UNRATED: Final = "{n} of them said without a rating."
EASE_TOO_FEW: Final = "Too few days to say how it moves: {ratings} on {days}."
EASE_NO_NUMBERS: Final = "No numbers, so there is nothing to say about how they move."
EASE_ONE_DAY: Final = "Too few days to say how it moves: the first and the latest ratings share a day."
EASE_LESS: Final = (
    "The first three ratings had {first} in the middle, the latest three {latest}: {points} less."
)
EASE_MORE: Final = (
    "The first three ratings had {first} in the middle, the latest three {latest}: {points} more."
)
EASE_SAME: Final = "The first three ratings had {first} in the middle, the latest three {latest}: the same."
EXPECTED_COUNTS: Final = "{less} of {n} times it was less than expected, {more} more, {same} the same."
EXPECTED_ONCE_LESS: Final = "The one time both were rated, it was less than expected."
EXPECTED_ONCE_MORE: Final = "The one time both were rated, it was more than expected."
EXPECTED_ONCE_SAME: Final = "The one time both were rated, it was as expected."
EXPECTED_NUMB: Final = (
    "Once one of the two was numb, so there is no number to compare.",
    "{n} times one of the two was numb, so there is no number to compare.",
)
NOTHING_TWICE: Final = (
    "Once you expected to feel nothing and felt nothing. That is a full result.",
    "{n} times you expected to feel nothing and felt nothing. That is a full result.",
)
RATINGS_MUTED: Final = (
    "{n} of the latest {of} were numb, so these ratings may be muted. Whether the sentence fits your facts "
    "does not depend on them."
)
EASE_ALL_NONE: Final = "No sentence has been said yet."
EASE_ALL_COUNT: Final = (
    "{repetitions} of {sentences} on {days}. Different sentences are never averaged together."
)
SENTENCES: Final = ("1 sentence", "{n} sentences")
EASE_ROW: Final = '"{label}": {times} on {days}'
EASE_ROW_NUMB: Final = ", {n} numb"
EASE_ROW_EXPECTED: Final = "; beside what was expected {less} less, {more} more, {same} the same"
NO_DIRECTION: Final = "Less discomfort is no success and more is no setback. Saying it is the repetition."
LABEL_GONE: Final = "a sentence that is no longer here"

# Ease of anything else than sentences
EASE_THINGS_NONE: Final = "Nothing has been done here yet."
EASE_THINGS_COUNT: Final = (
    "{repetitions} of {sentences} on {days}. Different ones are never averaged together."
)
THINGS: Final = ("1 thing", "{n} things")
THINGS_UNRATED: Final = "{n} of them without a rating."
THINGS_MUTED: Final = "{n} of the latest {of} were numb, so these ratings may be muted."
THINGS_NO_DIRECTION: Final = "Less is no success here, and more is no setback."

# Trend: one number over days
TREND_NONE: Final = "No notes in this time."
TREND_NO_NUMBER: Final = "No number noted in this time."
TREND_ONE: Final = "1 note: {value} on {day}."
TREND_EACH: Final = "{notes} on {days}, each {value}; the latest on {day}."
TREND_RANGE: Final = "{notes} on {days}, from {low} to {high}, middle {middle}; the latest {latest} on {day}."
TREND_OUTSIDE: Final = "Besides these, outside every number: {states}."
TREND_GAPS: Final = "The line is broken where one note and the next are more than seven days apart."
TREND_UNITS: Final = {
    "week": "Each dot is the middle of the days of one week.",
    "month": "Each dot is the middle of the days of one month.",
}
STATES: Final = {
    "numb": "numb {times}",
    "cannot-tell": "cannot tell {times}",
    "no-occasion": "no occasion {times}",
    "skipped": "left open {times}",
}

# Which side is muted, and which feelings
TOO_LITTLE: Final = "Too little to say: {notes} on {days}."
BALANCE_NONE: Final = "No notes in this time."
BALANCE_COUNT: Final = "{notes} on {days}. Days with each answer: {counts}."
BALANCE_WHOLE: Final = "In the whole time: {words}"
BALANCE_LATEST: Final = "By day, in the latest {n} weeks: {words}"
BALANCE_ITEM: Final = "{text} {n}"
BALANCE_MIXED: Final = "Some days hold different answers and are counted under each."
STRIP_MIXED: Final = "+"
STRIP_LEGEND_MIXED: Final = "different answers on one day"
GRID_ROW: Final = "{text}: {counts} of {n} with an occasion"
GRID_ROW_COUNT: Final = "{what} {n}"
GRID_ROW_NONE: Final = "{text}: no occasion noted"
GRID_ROW_PLAIN: Final = "{text}: noted {times}"
GRID_ROW_OUTSIDE: Final = "; {n} without an occasion or an answer"
GRID_TAG: Final = "Marked “{tag}”: {counts} of {n} with an occasion, over {feelings}"
FEELINGS: Final = ("1 feeling", "{n} feelings")
ROWS: Final = ("1 row", "{n} rows")
GRID_COUNT: Final = "{notes} on {days}."

# Options of a choice, by week
MIX_COUNT: Final = "{notes} on {days}: {counts}."
MIX_SEVERAL: Final = "One note can hold several of these."
MIX_BLANK: Final = {
    "week": "Weeks without a note are left blank.",
    "month": "Months without a note are left blank.",
    "year": "Years without a note are left blank.",
}
MIX_WEEK: Final = "{week}: {counts}"
MIX_WEEK_BLANK: Final = "{week}: no notes"
MIX_OTHER: Final = "something else"
MIX_EACH: Final = "Each letter stands for one."
MIX_EACH_UP_TO: Final = "Each letter stands for up to {n}."

# Words that were given, counted
WORDS_NONE: Final = "No words noted in this time."
WORDS_COUNT: Final = "{answers}, {different} different."
WORDS_SAME: Final = "{answers}, all the same."
WORDS_ONE: Final = "1 answer."
ANSWERS: Final = ("1 answer", "{n} answers")
WORDS_ROW: Final = '"{text}": {times}, the latest on {day}'
WORDS_ROW_ONCE: Final = '"{text}": once, on {day}'

# A person's own measures: the start beside now
MEASURES_COUNT: Final = ("1 measure, beside its own start.", "{n} measures, each beside its own start.")
MEASURES_REMEMBERED: Final = "A start from memory can be off. It stands as you wrote it."
MEASURE_START: Final = "At the start: {value}."
MEASURE_START_WHEN: Final = "At the start ({when}): {value}."
MEASURE_REMEMBERED: Final = "At the start, as you remember it: {value}."
MEASURE_REMEMBERED_WHEN: Final = "At the start ({when}), as you remember it: {value}."
MEASURE_FIRST: Final = "First note ({when}): {value}."
MEASURE_NOW: Final = "Latest note ({when}): {value}."
MEASURE_NOW_MIDDLE: Final = "Latest ({when}): {value}, the middle of {notes} that day."
MEASURE_ONLY: Final = "One day noted so far ({when}): {value}."
MEASURE_NOT_YET: Final = "Not noted since."
MEASURE_NOTHING: Final = "Nothing noted yet."
MEASURE_NO_NUMBER: Final = "No number noted yet."
MEASURE_SAME: Final = "The same as at the start."
MEASURE_SAME_FIRST: Final = "The same as in the first note."
MEASURE_LOWER: Final = "{points} lower"
MEASURE_HIGHER: Final = "{points} higher"
MEASURE_PLAIN: Final = "{change}."
MEASURE_BETTER: Final = "{change}: better, as you set it."
MEASURE_WORSE: Final = "{change}: worse, as you set it."
MEASURE_PERCENT_LOWER: Final = "As a share of {start}: {percent} % lower."
MEASURE_PERCENT_HIGHER: Final = "As a share of {start}: {percent} % higher."
MEASURE_NO_PERCENT: Final = "There is no share of {start}, because it is 0."
THE_START: Final = "the start"
THE_FIRST_NOTE: Final = "the first note"
IN_UNIT: Final = "{n} {unit}"
IN_UNIT_ONE: Final = "{n} ({unit})"
BELOW_ONE: Final = "less than 1"

# Plans and what became of them
PLANS_NONE: Final = "Nothing kept here yet."
PLANS: Final = ("1 plan", "{n} plans")
PLANS_COUNT: Final = "{plans}: {counts}."
PLANS_OPEN: Final = "nothing noted yet {n}"
PLANS_ASIDE: Final = "set aside {n}"
PLANS_STILL: Final = "Nothing noted yet"

# Dated events
DATES: Final = ("1 date", "{n} dates")
DATES_COUNT: Final = "{dates}, the latest last."
DATES_ONE: Final = "1 date."
DATES_EARLIER: Final = ("and 1 earlier one", "and {n} earlier ones")
SOME_TIME: Final = "some time in {when}"

# Credit: then and now
CREDIT_NONE: Final = "Nothing kept here yet."
THEN: Final = "Then: {then}"
THEN_MISSING: Final = "Then: not noted."
NOW: Final = "Now: {now}"
WHERE: Final = "Where: {where}"
USED: Final = "{used}."
NOT_USED: Final = "Not in a sentence yet."

# What next, and why
TIMES_A: Final = ("about once a {per}", "about {n} times a {per}")
FOR_SPAN: Final = ", for {span}"
FOR_ONE: Final = ", for a {span}"
UNTIL: Final = ", until {day}"
SPAN_DAYS: Final = ("day", "{n} days")
SPAN_WEEKS: Final = ("week", "{n} weeks")
SPAN_MONTHS: Final = ("month", "{n} months")
WHY_FIRST: Final = "Why this one: it is a place to begin. Enough is {often}."
WHY_TIMES_NEW: Final = "Why this one: you have not tried it yet. Enough is {often}."
WHY_TIMES: Final = "Why this one: another one adds to the picture. Enough is {often}."
WHY_EVERY: Final = "Why this one: it comes round about every {span}."
WHY_EVERY_CHOSEN: Final = "Why this one: you chose to have it come round about every {span}."
WHY_AFTER_SERIES: Final = "Why this one: {title} was noted at {at_least} or more."
WHY_AFTER_MARKER: Final = "Why this one: a date was noted under {title}."
WHY_DATE: Final = "Why this one: {title}, {day}."
WHY_DATE_PAST: Final = "Why this one: {title} was on {day}."
WHY_EMPTY: Final = "Why this one: nothing is kept under “{title}” yet, and this is a way to begin."
WHY_HELD: Final = "Why this one: something is kept under “{title}”, and this can use it."
WHY_NEEDED: Final = (
    "Why this one: {exercise} draws on {title}, and nothing is kept there yet. This one makes it."
)
ENOUGH_TODAY: Final = "That is enough for today, if you like."
ENOUGH_SPAN: Final = "That is enough for a page; stop here if you like."
