"""What a person reads when something cannot be done, and the questions in between. Constants only.

Each pair says what is the case and what can be done about it. Nothing here repeats what a person wrote, and
nothing blames. Names in braces are filled in by whoever shows them.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing adds several milliseconds to `help-now` and `where`
if TYPE_CHECKING:
    from typing import Final

# About medicine: the fixed lines of care rule 9.
MEDICINE: Final = (
    "Please don't change or stop it by yourself: sudden changes can make people unwell. Whoever prescribes "
    "it can help, and so can a pharmacist."
)
"""Once an exercise that speaks of medicine; the sentence before it ends on the medicine."""
MEDICINE_FIRST: Final = "This exercise mentions medicine."
"""Before it, where an exercise by somebody else lacks a sentence of its own."""
MEDICINE_SHORT: Final = "Changes: with your prescriber."
"""In its place from the third time an exercise is done."""

# Words by which an exercise is known to mention medicine, in English, Spanish, French and German; nobody reads them.
# They take in too much rather than too little. Matching: letters without accents, in lower case, what stands in
# `MEDICINE_OTHERWISE` taken out; then a whole word, or a word that begins with one of the stems.
MEDICINE_WORDS: Final = (
    "meds", "pill", "pills", "tablet", "tablets", "dose", "doses", "dosing", "drug", "drugs",
    "ssri", "ssris", "snri", "snris",
    "dosis", "pastilla", "pastillas", "comprimido", "comprimidos",
    "comprime", "comprimes", "pilule", "pilules", "gelule", "gelules", "pille", "pillen",
)  # fmt: skip

MEDICINE_STEMS: Final = (
    "medicin", "medicat", "medicament", "medicac", "medikament", "medizin", "arznei", "tablette",
    "dosage", "dosier", "prescri", "verschreib", "verschrieb",
    "antidepres", "anti-depres", "antidepress", "anti-depress",
)  # fmt: skip

MEDICINE_OTHERWISE: Final = ("medicine ball", "balon medicinal", "medizinball")
"""Phrases that hold one of these words and speak of something else."""

# Packs
BROKEN_PACK_REMEDY: Final = "“unmuted packs check” names the line. Your earlier entries are not touched."
NOT_OURS: Final = "This pack is not from us. We have not read it."

# The terminal
NOT_CAPABLE: Final = "This terminal cannot show the full screen, so the program asks line by line instead."

# Answering
LEAVE_OPEN: Final = "Leave this open?"
SKIP_LOSS: Final = "Skip, and leave these words unfinished?"
NEEDS: Final = "Nothing stands under “{list}” yet. The exercise “{exercise}” fills it."
NEEDS_ASIDE: Final = (
    "Everything under “{list}” is set aside; `unmuted items --aside` lists it. "
    "The exercise “{exercise}” adds to it."
)
NEEDS_OPEN: Final = "go there"
NEEDS_NO_MAKER: Final = "There is nothing to pick yet, so this step is left out."
STRENGTH_WITH_NEITHER: Final = "With “neither” there is no strength to note, so nothing was saved."
STRENGTH_WITH_NEITHER_REMEDY: Final = "Please leave the strength out, with - in its place."
NOTE_UNKEPT: Final = "The note is not with it yet. {problem}"
NOTE_KEPT: Final = (
    "What you wrote is kept with this log; `unmuted edit {id} {step}` shows it, to be shortened."
)
ASKED_THREE_TIMES: Final = (
    "Three answers did not fit, so the exercise is paused here. Everything before it is kept."
)
PAUSED: Final = "Paused. It goes on at this step whenever you like."
BLANK_MIND: Final = "Made-up examples, to look at or to change"
BLANK_MIND_START: Final = "Half a sentence to finish"

PASSED_OVER: Final = "Passed over, as there is nothing for it yet: {prompt}"
"""Above a step, about one before it that had nothing to show or to choose from."""
