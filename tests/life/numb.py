"""The third: somebody who answers "nothing at all", "numb" or "cannot tell" nearly everywhere, and minds nothing.

Each of these is a proper answer, and a month of them is a month.
"""

from __future__ import annotations

from typing import Any, Final

from guide.journal.demo import Visit

from .saying import CANNOT_TELL, NUMB, SEED, Month, asked, cells, said, the

CAT: Final = "fed the cat each day"
SENTENCE: Final = "It has not got better, and even so I fed the cat each day."
PLAN: Final = "If the alarm rings, then I sit up"
EVERYTHING: Final = (
    "joy excitement enthusiasm amusement pride interest calm contentment relief affection gratitude hope anger "
    "irritation frustration fear worry disgust sadness grief loneliness disappointment guilt shame crying moved"
)


def month(seed: int = SEED) -> list[Visit]:
    """The sittings of four weeks, ending yesterday."""
    made = Month(seed)
    made.add(28, "23:10", "name-it", word="numb", thoughts=["none"], minding="glad", glad_of="all of it")
    made.add(
        27,
        "23:00",
        "medicine-line",
        event=[{"what": "venlafaxine", "change": "start"}],
        taking="private",
        not_taken=CANNOT_TELL,
    )
    _logs(made)
    _credit(made)
    _sentences(made)
    _upkeep(made)
    return made.visits()


def _logs(made: Month) -> None:
    for back in range(28, 0, -1):
        behind: dict[str, Any] = (
            {"words": cells(absent=EVERYTHING, unknown="surprise caring")} if back % 9 == 1 else {}
        )
        made.add(
            back,
            f"23:{made.dice.randrange(20, 59)}",
            "muted-check",
            side="both",
            strength=10,
            mood=CANNOT_TELL,
            **behind,
        )


def _credit(made: Month) -> None:
    made.add(26, "14:00", "then-now", anything="none")
    made.add(24, "14:00", "then-now", anything="held", kept_going=[{"now": CAT}])
    made.add(20, "14:05", "both-true", change=the(CAT), nearest="unsure")
    made.add(19, "14:05", "catch-the-discount", event="Nothing came to an end", first_cause="none")
    feeling = {"name": "anything felt", "low": 0, "high": 10, "better": "none"}
    for back in (17, 3):
        made.add(back, "14:10", "look-at-the-data", **({"measures": [feeling]} if back == 17 else {}), now=[asked("anything felt", level=CANNOT_TELL)], way="unsure")  # fmt: skip


def _sentences(made: Month) -> None:
    made.add(23, "14:15", "build-a-sentence", facts=the(CAT), sentence={"text": SENTENCE})
    for back in (22, 18, 15, 12, 9, 6, 3, 1):
        made.add(
            back,
            f"14:{made.dice.randrange(20, 40)}",
            "rehearse",
            which=the(SENTENCE),
            rounds=said([(NUMB, NUMB)] * (1 + back % 2), "head"),
            felt=NUMB,
        )
    made.add(11, "14:30", "what-is-the-ick", which=the(SENTENCE), words=["nothing"])
    made.add(8, "14:30", "what-is-the-ick", words=["tired"], kind="nothing")


def _upkeep(made: Month) -> None:
    made.add(21, "14:40", "signals-and-support", people=[{"name": "the surgery"}])
    made.add(16, "14:40", "use-it-again", skill=the(CAT), plan={"cue": "the alarm rings", "action": "sit up"})
    made.add(5, "14:40", "use-it-again", earlier=[asked(PLAN, tried="no-occasion")])
    for back in (14, 7):
        made.add(
            back,
            "14:45",
            "weekly-look-back",
            flatter="unsure",
            person="no",
            **({"every": "two-weeks"} if back == 14 else {}),
        )
    for back, kind in ((25, "flat"), (13, "unsure"), (4, "flat")):
        made.add(back, "15:00", "which-kind-of-hard", kind=kind)
    made.add(10, "15:10", "before-the-appointment", stage="none")
    made.add(2, "15:10", "before-the-appointment", stage="look", glad=[{"text": "everything"}])
