"""What the progress views and the one suggestion say. Constants only.

No direction of a number is called good or bad anywhere here, worsening is said as plainly as easing, and
nothing is predicted (the project's care rules 2 and 4).
"""

from __future__ import annotations

from typing import Final

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
AND: Final = "and"
OR: Final = "or"
TO: Final = "{first} to {last}"
ABOUT: Final = "about {when}"
DATED: Final = "{when}: {what}"

# Counting words: one, then several.
NOTES: Final = ("1 note", "{n} notes")
DAYS: Final = ("1 day", "{n} days")
TIMES: Final = ("once", "{n} times")
POINTS: Final = ("1 point", "{n} points")
REPETITIONS: Final = ("1 repetition", "{n} repetitions")
RATINGS: Final = ("1 rating", "{n} ratings")
PAIRS: Final = ("1 change with a then and a now", "{n} changes with a then and a now")
KEPT_GOING: Final = ("1 thing kept going, without a then", "{n} things kept going, without a then")
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

# Ease: one sentence, its repetitions
EASE_NONE: Final = "No repetitions yet."
EASE_COUNT: Final = "{repetitions} on {days}."
EASE_NUMB: Final = (
    "1 of them numb: it stands apart, outside every number below.",
    "{n} of them numb: these stand apart, outside every number below.",
)
EASE_UNRATED: Final = "{n} of them said without a rating."
EASE_TOO_FEW: Final = "Too few days to say how it moves: {ratings} on {days}."
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

# Trend: one number over days
TREND_NONE: Final = "No notes in this time."
TREND_NO_NUMBER: Final = "No number noted in this time."
TREND_ONE: Final = "1 note: {value} on {day}."
TREND_EACH: Final = "{notes} on {days}, each {value}; the latest on {day}."
TREND_RANGE: Final = "{notes} on {days}, from {low} to {high}, middle {middle}; the latest {latest} on {day}."
TREND_OUTSIDE: Final = "Besides these, outside every number: {states}."
TREND_GAPS: Final = "The line is broken where more than seven days lie between two notes."
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
BALANCE_ITEM: Final = "{text} {n}"
BALANCE_MIXED: Final = "Some days hold different answers and are counted under each."
STRIP_MIXED: Final = "+"
STRIP_LEGEND_MIXED: Final = "different answers on one day"
GRID_ROW: Final = "{text}: {counts} of {n} with an occasion"
GRID_ROW_COUNT: Final = "{what} {n}"
GRID_ROW_NONE: Final = "{text}: no occasion noted"
GRID_ROW_PLAIN: Final = "{text}: noted {times}"
GRID_ROW_OUTSIDE: Final = "; {n} without an occasion or an answer"
GRID_TAG: Final = "{tag}: {counts} of {n} with an occasion, over {feelings}"
FEELINGS: Final = ("1 feeling", "{n} feelings")

# Credit: then and now
CREDIT_NONE: Final = "Nothing kept here yet."
THEN: Final = "Then: {then}"
THEN_MISSING: Final = "Then: not noted. What you kept going stands on its own."
NOW: Final = "Now: {now}"
WHERE: Final = "Where: {where}"
USED: Final = "{used}."
NOT_USED: Final = "Not in a sentence yet."

# What next, and why
TIMES_A: Final = ("about once a {per}", "about {n} times a {per}")
FOR_SPAN: Final = ", for {span}"
FOR_ONE: Final = ", for a {span}"
SPAN_DAYS: Final = ("day", "{n} days")
SPAN_WEEKS: Final = ("week", "{n} weeks")
SPAN_MONTHS: Final = ("month", "{n} months")
WHY_FIRST: Final = "Why this one: it is a place to begin. Enough is {often}."
WHY_TIMES: Final = "Why this one: there is room for another. Enough is {often}."
WHY_EVERY: Final = "Why this one: it comes round about every {span}."
WHY_EVERY_CHOSEN: Final = "Why this one: you chose to have it come round about every {span}."
WHY_AFTER_SERIES: Final = "Why this one: {title} was noted at {at_least} or more."
WHY_AFTER_MARKER: Final = "Why this one: a date was noted under {title}."
WHY_EMPTY: Final = "Why this one: nothing is kept under “{title}” yet, and this is a way to begin."
WHY_HELD: Final = "Why this one: something is kept under “{title}”, and this can use it."
WHY_NEEDED: Final = (
    "Why this one: {exercise} draws on {title}, and nothing is kept there yet. This one makes it."
)
ENOUGH_TODAY: Final = "That is enough for today, if you like."
ENOUGH_SPAN: Final = "That is enough for a page; stop here if you like."
