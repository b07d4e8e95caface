"""Help now: people to call, and the first-weeks card. Constants only.

This page opens with no store, no pack and no network. The lines to call stand in `helplines.tsv` beside this file; what
has to be shown without it stands here. A person's own contacts come before both.
`{help_key}` is filled with whatever opens this page.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing adds several milliseconds to `help-now` and `where`
if TYPE_CHECKING:
    from typing import Final

Line = tuple[str, str]

TITLE: Final = "Help now"
_REACH: Final = (
    "If you might act on thoughts of dying or of hurting yourself, please reach a person now. "
    "You do not need to be sure."
)
HEAD: Final = (
    _REACH,
    "This program cannot call anyone, and nobody sees what you write here. What you wrote is kept.",
)
HEAD_PREVIEW: Final = (
    _REACH,
    "This program cannot call anyone, and nobody sees what you write here. It is not kept.",
)
OWN_FIRST: Final = "Your own people"
OWN_UNREADABLE: Final = (
    "The page with your own people cannot be read right now, so only the lines to call stand here."
)
OWN_PLAN: Final = "Your support plan"
LINES_TITLE: Final = "Lines where you are: {country}"
LINES_ANYWHERE: Final = "Lines to call where you are"
"""In its place while no country is known, or where it has no lines of its own."""
CHOOSE_COUNTRY: Final = "Choose where you are"
MEANWHILE: Final = (
    "If you can, be where another person is. Put what could hurt you out of reach, or ask someone to hold it."
)
BACK: Final = "go back to where you were"

EMERGENCY: Final = "Emergency, if anyone is in danger"
ANYWHERE: Final[Line] = (EMERGENCY, "call your local emergency number")
"""For every country without lines of its own, and while no country is known."""
ANYWHERE_NAME: Final = "anywhere else"
DIRECTORY: Final[Line] = ("Find A Helpline, lines by country", "findahelpline.com")
"""Shown beneath every list. The program opens no link."""

OLD_AFTER_MONTHS: Final = 12
CHECKED_LINE: Final = (
    "This list was written from published references on {date}. We have not rung the numbers."
)
OLD_LINE: Final = (
    "This list was written on {date}, more than a year ago. Numbers change: if one does not answer, use the "
    "local emergency number or findahelpline.com."
)
UNREADABLE_LINE: Final = (
    "The list of lines could not be read. Use the local emergency number or findahelpline.com."
)

# The first-weeks card (care rule 8): never behind a condition.
FIRST_WEEKS_TITLE: Final = "After a start, a stop or a change of dose"
FIRST_WEEKS_SAME_DAY: Final = (
    "In the weeks after it, call your prescriber or an urgent-care line the same day if any of this is new "
    "or worse:"
)
FIRST_WEEKS_SIGNS: Final = (
    "you cannot sit still",
    "you hardly sleep but are full of energy",
    "racing thoughts",
    "spending or talking far more than usual",
    "rage",
    "risky urges",
    "much lower mood",
    "thoughts of dying",
)
FIRST_WEEKS_EXTRA: Final = (
    "Take extra care if you are 25 or younger, or if you or someone in your close family has bipolar "
    "disorder."
)
FIRST_WEEKS_EMERGENCY: Final = "Call the emergency number now for:"
FIRST_WEEKS_EMERGENCY_SIGNS: Final = (
    "a fit",
    "fever with stiff or twitching muscles and confusion",
    "more tablets taken than prescribed, even if you feel all right",
)
FIRST_WEEKS_PREGNANT: Final = (
    "Pregnant, perhaps pregnant, planning to be, or breastfeeding: please don't stop by yourself. Ring your "
    "prescriber, midwife or pharmacist soon."
)
FIRST_WEEKS_FROM: Final = "Where to read more:"
FIRST_WEEKS_SOURCES: Final = (
    "NICE guideline NG222 (2022), Depression in adults: 1.2.10, 1.2.11, 1.4.11 and 1.4.24.",
    (
        "US Food and Drug Administration, Medication Guide: Antidepressant Medicines, Depression and Other "
        "Serious Mental Illnesses, and Suicidal Thoughts or Actions."
    ),
    "Healthify (New Zealand), Health A to Z: serotonin syndrome.",
    "Medicines and Healthcare products Regulatory Agency (UK), learning module on SSRIs, 4.7.",
    "NHS, Medicines A to Z: sertraline, with its page on pregnancy and breastfeeding.",
    "YoungMinds, Sertraline: what to do after taking more than the dose.",
)
