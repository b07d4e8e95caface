"""The first run: one card, then the doors. Constants only.

`{help_key}` is filled with whatever opens help now where the words are shown: the key, or the word `help`
in line mode. The card is fixed by the project's care rule 20.
"""

from __future__ import annotations

from typing import Final

CARD_TITLE: Final = "Unmuted"
CARD: Final = (
    "For adults who take an antidepressant and feel flat.",
    (
        "It is a notebook with exercises. It is not treatment, and it cannot notice danger. "
        "What you write stays on this computer; the program sends nothing to anyone."
    ),
    (
        "If you have or may have bipolar disorder or psychosis, use it alongside the person who prescribes. "
        "The same goes if your medicine changed in the last weeks."
    ),
)
"""Paragraphs, in order."""
CARD_HELP: Final = "{help_key}: people to call, at any time."
CARD_GO_ON: Final = "go on"

ASK_DAY: Final = "What brings you here today?"
ASK_NIGHT: Final = "What brings you tonight?"
"""Asked in the night hours and in the evening; the other one by day."""
ASK_HINT: Final = "Any door will do. You can leave at any point, and nothing has to be finished."
LOOK: Final = "Let me look"
LOOK_HINT: Final = "Go to the home screen and start nothing."
