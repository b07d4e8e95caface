"""The support door: one's own people, and a break. It is not help now. Constants only.

Two doors that are never confused (the project's care rule 12): this one is for an ordinary hard stretch, the
other for a crisis. `{help_key}` is filled with whatever opens help now.
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "Someone beside you"
HEAD: Final = (
    "You do not have to sort this out alone. None of these needs a reason, and none has to be today."
)
NOT_CRISIS: Final = "If you might not be safe, please use the other door: {help_key} has people to call now."

OWN: Final = "Someone of your own"
OWN_HINT: Final = "A person you could tell one sentence to, or sit beside without telling."
PRESCRIBER: Final = "Whoever prescribes"
PRESCRIBER_HINT: Final = "You can ask to be seen sooner. A page from your notes can go along."
PHARMACIST: Final = "A pharmacist"
PHARMACIST_HINT: Final = "For questions about your medicine and how you take it."
BREAK: Final = "A break"
BREAK_HINT: Final = "Close this for today or for a while. What you wrote stays as it is."
NONE_YET: Final = (
    "“{exercise}” is for writing down your own people. They then stand here, and come first on help now."
)
NOT_COPIED: Final = (
    "What you wrote is kept. The copy of your support plan that help now shows could not be written; "
    "`unmuted doctor` tries again."
)

OPENING_TITLE: Final = "Some ways to begin"
OPENINGS: Final = (
    "“I do not need advice. Could you keep me company for a bit?”",
    "“Things feel flat, and I would like you to know.”",
    "“Something old came up. Can I talk to you this week?”",
)
OLDER: Final = (
    "Giving yourself credit may stir up old hurt. If it did, leaving this sentence alone is a good choice. "
    "We think old hurt is better shared with a person you trust, or a therapist, than worked on here."
)
"""After “this touches something older” in a round of rehearsal. Our own judgement, care rule 13."""
MEDICINE: Final = "Questions about your medicine go to whoever prescribes it, or to a pharmacist."
BACK: Final = "go back to where you were"
