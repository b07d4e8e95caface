"""The second: a month in which the numbers get worse. Nothing the program says may assume anything else.

Somebody who drives a van and whose dose was lowered by a plan with the prescriber in the middle of the month.
"""

from __future__ import annotations

from typing import Any, Final

from guide.journal.demo import Visit

from .saying import CANNOT_TELL, NUMB, SEED, Month, asked, cells, said, the

BREAK: Final = "take the lunch break outside the van"
ASKED: Final = "asked Nora to sort the receipts with me"
HELD: Final = "turned up on four days out of five"
SMALL: Final = "It has not got better, and even so I turned up on four days out of five."
LARGE: Final = "I take the lunch break outside the van. That also took something from me."
PLAN: Final = "If the depot rings after six, then I let it ring and call back in the morning"
LATE: Final = "If the rent letter comes, then I put it on the table and ring Nora"
SIGN: Final = "I stop shaving"
LINE: Final = "If I have not eaten a meal for two days, then I ring Nora and the surgery"


def month(seed: int = SEED) -> list[Visit]:
    """The sittings of four weeks, ending yesterday."""
    made = Month(seed)
    _beginning(made)
    _logs(made)
    _credit(made)
    _sentences(made)
    _upkeep(made)
    _visit(made)
    return made.visits()


def _beginning(made: Month) -> None:
    made.add(
        28, "21:30", "name-it", word="dulled", thoughts=["who-i-am", "in-vain", {"other": "I ought to be past this"}],
        minding="miss", sentence="I know what should make me glad, and it does not arrive.",
    )  # fmt: skip
    started = {
        "what": "citalopram",
        "dose": "40 mg",
        "change": "start",
        "date": "14 months ago",
        "agreed": "yes",
    }
    made.add(
        27,
        "21:00",
        "medicine-line",
        event=[started],
        taking="thinking",
        noticed="6 months ago",
        before="unsure",
        effects=["sexual", "not-me"],
        not_taken=CANNOT_TELL,
    )
    lowered = {"what": "citalopram", "dose": "30 mg", "change": "down", "date": {"day": -12}, "agreed": "yes"}
    made.add(
        12,
        "20:30",
        "medicine-line",
        event=[lowered],
        taking="planned",
        noticed="6 months ago",
        effects=["no-rest", "sleep"],
    )


def _logs(made: Month) -> None:
    for count, back in enumerate((28, 27, 25, 23, 21, 19, 17, 15, 13, 12, 10, 9, 8, 7, 5, 4, 3, 2, 1)):
        strength, mood = (
            made.near(5 + count * 0.28),
            made.near(5 - count * 0.2, least=1) if back > 13 else made.near(2, least=1, most=3),
        )
        answers: dict[str, Any] = {
            "side": "both" if count % 3 else "pleasant",
            "strength": strength,
            "mood": mood,
        }
        answers |= _BEHIND.get(back, {})
        made.add(back, f"22:{made.dice.randrange(10, 59)}", "muted-check", **answers)


_BEHIND: Final[dict[int, dict[str, Any]]] = {
    27: {"words": cells(muted="joy interest hope", same="sadness worry guilt anger", absent="moved"), "day": ["stress"]},
    17: {"words": cells(absent="joy hope interest affection", stronger="worry", muted="calm"), "note": "the football was on and I watched the wall"},
    8: {"words": cells(absent="joy hope calm", stronger="worry irritation guilt", muted="affection"), "day": ["no-rest", "sleep"]},
    3: {"words": cells(absent="joy hope calm interest", stronger="sadness worry guilt"), "note": "heavy since the morning", "day": ["sleep", "drink"]},
}  # fmt: skip


def _credit(made: Month) -> None:
    made.add(
        26,
        "20:10",
        "then-now",
        anything="yes",
        changes=[{"then": "ate at the wheel", "now": BREAK, "where": "at the lay-by"}],
    )
    made.add(14, "20:10", "then-now", anything="none")
    made.add(6, "20:15", "then-now", anything="held", kept_going=[{"now": HELD}])
    made.add(22, "20:20", "both-true", change=the(BREAK), nearest="medicine")
    made.add(
        11,
        "20:20",
        "both-true",
        change=the(BREAK),
        nearest="people",
        others="Nora waited in the car",
        acts=[{"now": ASKED}],
    )
    made.add(
        20,
        "20:25",
        "catch-the-discount",
        event="The receipts got done",
        first_cause="people",
        said="Nora did it really",
    )
    made.add(
        9,
        "20:25",
        "catch-the-discount",
        event="Nobody complained this week",
        first_cause="luck",
        also=[{"now": "checked each address twice"}],
    )
    calls = {
        "name": "calls I put off",
        "low": 0,
        "high": 20,
        "better": "lower",
        "baseline": 6,
        "since": "2 months ago",
    }
    walks = {"name": "walks a week", "low": 0, "high": 7, "better": "higher", "baseline": 4}
    for back, put_off, walked, way in ((24, 8, 3, "same"), (10, 13, 1, "worse"), (2, 17, 0, "worse")):
        now = [asked("calls I put off", level=put_off), asked("walks a week", level=walked)]
        made.add(back, "19:50", "look-at-the-data", **({"measures": [calls, walks]} if back == 24 else {}), now=now, way=way, acts=the(BREAK))  # fmt: skip


def _sentences(made: Month) -> None:
    made.add(25, "20:45", "build-a-sentence", facts=the(BREAK), sentence={"text": LARGE, "believable": 5})
    made.add(5, "20:45", "build-a-sentence", facts=the(HELD), sentence={"text": SMALL, "believable": 3})
    for back, pairs in (
        (24, [(4, 4)]), (22, [(4, 5)]), (19, [(5, 5), (5, 6)]), (16, [(6, 7)]), (11, [(7, 8)]), (7, [(8, 9)]), (3, [(8, 9)]),
    ):  # fmt: skip
        sentence = SMALL if back == 3 else LARGE
        made.add(
            back,
            "21:15",
            "rehearse",
            which=the(sentence),
            rounds=said(pairs, "head", "to feel like a fraud", "I did"),
        )
    made.add(
        11,
        "21:30",
        "what-is-the-ick",
        which=the(LARGE),
        words=["fraud", "sad", {"other": "heavy"}],
        where=["chest"],
        warns="it will be taken away again",
        friend="no",
        kind="large",
    )
    made.add(
        7,
        "21:30",
        "what-is-the-ick",
        which=the(LARGE),
        words=["undeserving", "sad"],
        where=["stomach"],
        friend="unsure",
        kind="old",
        rule="my father said pride is for others",
    )


def _upkeep(made: Month) -> None:
    made.add(
        23, "20:00", "signals-and-support", people=[{"name": "Nora", "how": "ring first", "for": "to come over"}],
        signs=[{"sign": SIGN}], alone=[{"what": "sit in the yard"}],
        lines=[{"when": "I have not eaten a meal for two days", "then": "ring Nora and the surgery"}],
    )  # fmt: skip
    made.add(
        18,
        "20:05",
        "use-it-again",
        skill=the(BREAK),
        plan={
            "cue": "the depot rings after six",
            "action": "let it ring and call back in the morning",
            "obstacle": "they ring twice",
        },
    )
    made.add(
        13,
        "20:05",
        "use-it-again",
        earlier=[asked(PLAN, tried="not-now", happened="picked up at once")],
        skill=the(BREAK),
        plan={"cue": "the rent letter comes", "action": "put it on the table and ring Nora"},
    )
    made.add(
        21, "19:30", "weekly-look-back", effort=the(BREAK), flatter="flatter", person="no", every="one-week"
    )
    made.add(
        12, "19:30", "weekly-look-back", effort=[{"own": "got the van through the test"}], flatter="flatter", person="yes",
        plans=[asked(LATE, tried="no-occasion")], badly="I shouted at the depot, and I had slept three hours", signs=the(SIGN),
        asked="that somebody sees how it is", own_answer="it is worse on paper too, and I asked for help once",
    )  # fmt: skip
    made.add(4, "19:30", "weekly-look-back", flatter="flatter", person="yes", signs=the(SIGN, LINE))
    hard = ((19, "low", "since the call from the depot", "the yard"), (15, "cringe", "", ""), (12, "unsure", "all of it", ""), (8, "racing", "two nights", "Nora came over"), (2, "low", "some evenings I do not want to be alive", ""))  # fmt: skip
    for back, kind, words, helped in hard:
        more = {key: text for key, text in (("words", words), ("helped", helped)) if text}
        made.add(back, "22:05", "which-kind-of-hard", kind=kind, **more)
    made.add(1, "22:40", "which-kind-of-hard", kind="unsafe")


def _visit(made: Month) -> None:
    made.add(
        16, "19:40", "before-the-appointment", stage="before", date={"day": -13}, costs=[{"text": "I do not hear my children when they talk"}],
        want=[{"text": "to look forward to a Friday"}], questions=[{"ask": "What should make me call sooner?"}], sentence="It is getting flatter, and I am tired.",
    )  # fmt: skip
    made.add(
        13,
        "18:10",
        "before-the-appointment",
        stage="after",
        said="There was little time. They said to lower it in two steps.",
        try_="to go down by ten and ring if it gets worse",
        again={"day": 8},
        not_heard="part",
    )
    made.add(
        1,
        "18:10",
        "before-the-appointment",
        stage="look",
        questions=[{"ask": "It is worse since the change. What now?"}],
        sentence="It is worse since the change, and I am asking sooner than planned.",
    )


__all__ = ["NUMB", "month"]
