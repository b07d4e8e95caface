"""Phrases that assume a person improves, minds, or feels. Nothing shown to somebody who does not may hold one.

Each is a pattern over one shown sentence, in small letters. An option or a beginning that a person may choose says
what it says only if they choose it: those stand in `CHOICES`, word for word.
"""

from __future__ import annotations

from typing import Final

ASSUMING: Final = (
    r"\b(?:you|you're|you are|you have|you've) (?:\w+ ){0,2}(?:better|improved|improving|recover\w*|healed|healing)\b",
    r"\byour (?:\w+ )?(?:improvement|recovery|healing|success|growth)\b",
    r"\b(?:now|since) (?:that )?(?:you|it) (?:feel|feels|are|is) (?:better|easier|less)\b",
    r"\b(?:as|when|once|while) (?:you|it|things) (?:get|gets|feel|feels|becomes?) (?:better|easier|lighter)\b",
    r"\b(?:it|this|that|they|the feelings?) (?:will|is going to|soon) (?:\w+ )?(?:get|gets|pass|ease|fade|lift|help|return|come back)\b",
    r"\b(?:gets|getting|becomes|becoming) (?:easier|lighter|better)\b",
    r"\b(?:well done|good job|great(?! deal)|amazing|proud of you|keep it up|keep going|bravo|congratulations)\b",
    r"(?<!moment )\b(?:you will|you'll|you must|you should|you ought to) (?:feel|notice|see|be|enjoy|miss|mind)\b",
    r"\bwhat (?:you have|you've|has) (?:gained|achieved|overcome|improved)\b",
    r"\b(?:how far you have come|made progress|making progress|on the mend|back to normal|back on track|step forward)\b",
    r"(?<!do )\byou (?:miss|mind|want) (?:feeling|it|them|this)\b",
    r"\b(?:that must|this must|it must) (?:feel|be|hurt)\b",
    r"\b(?:enjoy|celebrate|be proud|feel proud|be glad|be happy|cheer up)\b",
    r"\b(?:fewer|less) and (?:fewer|less)\b",
    r"\b(?:eased|easing|calmer|happier|brighter|stronger) (?:than|now|already|again)\b",
)

HOLDS: Final = (
    "You are feeling better now, so look at what you have gained.",
    "It will get easier with time.",
    "As you get better, this gets easier.",
    "Well done. Your recovery is on the way.",
    "You will notice more joy.",
    "You miss feeling more, and that must hurt.",
)
"""Sentences that have to be found, so that the patterns are known to work."""

CHOICES: Final = frozenset(
    {
        "Not better, but I kept something going",
        "If I feel nothing, getting better is not real",
        "I am mostly glad that things are quieter",
        "Mixed: glad of some of it, and I miss some of it",
        "I mind, and I miss feeling more",
        "It has not got better, and even so I {now}.",
    }
)
