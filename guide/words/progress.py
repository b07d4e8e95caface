"""What the progress views and the one suggestion say. Constants only.

No direction of a number is called good or bad anywhere here, worsening is said as plainly as easing, and
nothing is predicted (the project's care rules 2 and 4).
"""

from __future__ import annotations

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
AND = " and "
OR = " or "
TO = "{first} to {last}"
ABOUT = "about {when}"
DATED = "{when}: {what}"

# Counting words: one, then several.
NOTES = ("1 note", "{n} notes")
DAYS = ("1 day", "{n} days")
TIMES = ("once", "{n} times")
POINTS = ("1 point", "{n} points")
REPETITIONS = ("1 repetition", "{n} repetitions")
RATINGS = ("1 rating", "{n} ratings")
PAIRS = ("1 change with a then and a now", "{n} changes with a then and a now")
KEPT_GOING = ("1 thing kept going, without a then", "{n} things kept going, without a then")
IN_SENTENCES = ("Used in 1 sentence", "Used in {n} sentences")

# Charts
NUMB_ROW = "numb"
LEGEND = "{mark} {name}"
LEGEND_ACTUAL = "actual"
LEGEND_EXPECTED = "expected"
LEGEND_BOTH = "both in one place"
LEGEND_NUMB = "numb (outside the scale)"
LEGEND_NUMB_BOTH = "numb, as expected"
CHART_EMPTY = "Nothing to draw yet."
CHART_CROWDED = "Some columns hold more than one repetition."
MEDICINE_NOTE = (
    "Changes of medicine are shown for the conversation with your prescriber; feelings also shift for other "
    "reasons in the same weeks."
)

# Ease: one sentence, its repetitions
EASE_NONE = "No repetitions yet."
EASE_COUNT = "{repetitions} on {days}."
EASE_NUMB = (
    "1 of them numb: it stands apart, outside every number below.",
    "{n} of them numb: these stand apart, outside every number below.",
)
EASE_UNRATED = "{n} of them said without a rating."
EASE_TOO_FEW = "Too few days to say how it moves: {ratings} on {days}."
EASE_ONE_DAY = "Too few days to say how it moves: the first and the latest ratings share a day."
EASE_LESS = "The first three ratings had {first} in the middle, the latest three {latest}: {points} less."
EASE_MORE = "The first three ratings had {first} in the middle, the latest three {latest}: {points} more."
EASE_SAME = "The first three ratings had {first} in the middle, the latest three {latest}: the same."
EXPECTED_COUNTS = "{less} of {n} times it was less than expected, {more} more, {same} the same."
EXPECTED_ONCE_LESS = "The one time both were rated, it was less than expected."
EXPECTED_ONCE_MORE = "The one time both were rated, it was more than expected."
EXPECTED_ONCE_SAME = "The one time both were rated, it was as expected."
EXPECTED_NUMB = (
    "Once one of the two was numb, so there is no number to compare.",
    "{n} times one of the two was numb, so there is no number to compare.",
)
NOTHING_TWICE = (
    "Once you expected to feel nothing and felt nothing. That is a full result.",
    "{n} times you expected to feel nothing and felt nothing. That is a full result.",
)
RATINGS_MUTED = (
    "{n} of the latest {of} were numb, so these ratings may be muted. Whether the sentence fits your facts "
    "does not depend on them."
)
EASE_ALL_NONE = "No sentence has been said yet."
EASE_ALL_COUNT = "{repetitions} of {sentences} on {days}. Different sentences are never averaged together."
SENTENCES = ("1 sentence", "{n} sentences")
EASE_ROW = '"{label}": {times} on {days}'
EASE_ROW_NUMB = ", {n} numb"
EASE_ROW_EXPECTED = "; beside what was expected {less} less, {more} more, {same} the same"
NO_DIRECTION = "Less discomfort is no success and more is no setback. Saying it is the repetition."
LABEL_GONE = "a sentence that is no longer here"

# Trend: one number over days
TREND_NONE = "No notes in this time."
TREND_NO_NUMBER = "No number noted in this time."
TREND_ONE = "1 note: {value} on {day}."
TREND_EACH = "{notes} on {days}, each {value}; the latest on {day}."
TREND_RANGE = "{notes} on {days}, from {low} to {high}, middle {middle}; the latest {latest} on {day}."
TREND_OUTSIDE = "Besides these, outside every number: {states}."
TREND_GAPS = "The line is broken where more than seven days lie between two notes."
STATES = {
    "numb": "numb {times}",
    "cannot-tell": "cannot tell {times}",
    "no-occasion": "no occasion {times}",
    "skipped": "left open {times}",
}

# Which side is muted, and which feelings
TOO_LITTLE = "Too little to say: {notes} on {days}."
BALANCE_NONE = "No notes in this time."
BALANCE_COUNT = "{notes} on {days}. Days with each answer: {counts}."
BALANCE_ITEM = "{text} {n}"
BALANCE_MIXED = "Some days hold different answers and are counted under each."
STRIP_MIXED = "+"
STRIP_LEGEND_MIXED = "different answers on one day"
GRID_ROW = "{text}: {counts} of {n} with an occasion"
GRID_ROW_COUNT = "{what} {n}"
GRID_ROW_NONE = "{text}: no occasion noted"
GRID_ROW_PLAIN = "{text}: noted {times}"
GRID_ROW_OUTSIDE = "; {n} without an occasion or an answer"
GRID_TAG = "{tag}: {counts} of {n} with an occasion, over {feelings}"
FEELINGS = ("1 feeling", "{n} feelings")

# Credit: then and now
CREDIT_NONE = "Nothing kept here yet."
THEN = "Then: {then}"
THEN_MISSING = "Then: not noted. What you kept going stands on its own."
NOW = "Now: {now}"
WHERE = "Where: {where}"
USED = "{used}."
NOT_USED = "Not in a sentence yet."

# What next, and why
TIMES_A = ("about once a {per}", "about {n} times a {per}")
FOR_SPAN = ", for {span}"
FOR_ONE = ", for a {span}"
SPAN_DAYS = ("day", "{n} days")
SPAN_WEEKS = ("week", "{n} weeks")
SPAN_MONTHS = ("month", "{n} months")
WHY_FIRST = "Why this one: it is a place to begin. Its pack suggests it {often}."
WHY_TIMES = "Why this one: its pack suggests it {often}."
WHY_EVERY = "Why this one: its pack suggests it about every {span}."
WHY_EVERY_CHOSEN = "Why this one: you chose to have it come round about every {span}."
WHY_AFTER_SERIES = "Why this one: its pack suggests it after {title} was noted at {at_least} or more."
WHY_AFTER_MARKER = "Why this one: its pack suggests it after a date was noted under {title}."
WHY_EMPTY = "Why this one: its pack suggests it while nothing is kept under {title}."
WHY_HELD = "Why this one: its pack suggests it while something is kept under {title}."
WHY_NEEDED = "Why this one: {exercise} draws on {title}, and nothing is kept there yet. This one makes it."
ENOUGH_TODAY = "That is enough for today, if you like."
ENOUGH_SPAN = "That is enough for a page; stop here if you like."
