"""A round of rehearsal: its labels, and the card after strong discomfort. Constants only.

Having said it is the whole of a repetition. No rating is a success or a setback, and feeling nothing is an
answer (the project's care rules 2, 4, 13 and 19).
"""

from __future__ import annotations

from typing import Final

SENTENCE: Final = "Your sentence"
FACTS: Final = "It stands on"
NO_FACTS: Final = "No fact is written down beneath this sentence."
ROUND: Final = "Round {n}"
SAY: Final = "Say it"
SAY_AGAIN: Final = "Say it again, the same way or another."

COMPARED: Final = "Expected {expected}, was {after}."
COMPARED_NUMB: Final = "Expected {expected}, and then you felt nothing."
COMPARED_NUMB_EXPECTED: Final = "You expected to feel nothing, and it was {after}."
COMPARED_NUMB_BOTH: Final = "You expected to feel nothing and felt nothing. That is a full result."
AGAIN: Final = "again"
DONE: Final = "done"
ENOUGH_TODAY: Final = "That is enough for today, if you like."

# After a round rated 8 or more, by the step's own mark. Enter means stop.
STRONG: Final = "That was strong."
STRONG_STOP: Final = "stop here"
STRONG_SMALLER: Final = "a smaller sentence"
STRONG_AGAIN: Final = "again"
STRONG_SUPPORT: Final = "this touches something older: who can I talk to"
STRONG_KEPT: Final = (
    "The round is kept. Strong discomfort does not show that the sentence is wrong, or right."
)

# When the sentence fits the facts only a little.
SMALLER: Final = "By your own facts it fits a little. A smaller sentence may fit better."
SMALLER_MAKE: Final = "make it smaller"
SMALLER_KEEP: Final = "keep as is"
SMALLER_WAYS: Final = (
    "One time instead of all the time",
    "What you did instead of what you are",
    "“A part of it” instead of all of it",
)
SMALLER_DOUBT: Final = "With the doubt inside: “{doubt}”"
"""One way more, where the step has a doubt to offer."""
DOUBT_ADD: Final = "add the doubt"
DOUBT_DROP: Final = "leave the doubt out"
STARTS: Final = "Ways to begin; change every word you like"
