"""The first: an ordinary month, mixed, easing here and there, and on some days nothing at all.

Somebody who works in a library, lives with a cat and a brother nearby, and had the dose raised three weeks ago.
"""

from __future__ import annotations

from typing import Any, Final

from guide.journal.demo import Visit

from .saying import CANNOT_TELL, NUMB, SEED, Month, asked, cells, said, the

POST: Final = "open the post on the day it comes"
SWIM: Final = "swim four lengths on Thursdays, also when I feel nothing"
DESK: Final = "told my manager that I need the early shift"
STAIRS: Final = "walked up to the desk and asked for the form"
CALL: Final = "rang Dan back on the same evening"
ROOM: Final = "The medicine may have made room. I open the post on the day it comes."
TOOK: Final = "I told my manager that I need the early shift. That also took something from me."
PLAN: Final = "If the letter from the council comes, then I open it at the kitchen table with tea"
SUNDAY: Final = "If it is Sunday and grey, then I walk to the pool and look at the water"


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
        28, "19:40", "name-it", word={"other": "behind glass"}, thoughts=["effort", "not-real"], minding="mixed",
        sentence="Since about spring, good news and bad news sound the same to me.",
        glad_of="the shaking before work",
        sort=[{"text": "it was not there last winter", "is": "know"}, {"text": "the tablets may have a part in it", "is": "guess"}],
        ask=[{"ask": "Does the time of day I take it matter?"}],
    )  # fmt: skip
    started = {
        "what": "sertraline",
        "dose": "50 mg",
        "change": "start",
        "date": "4 months ago",
        "agreed": "yes",
    }
    raised = {"what": "sertraline", "dose": "100 mg", "change": "up", "date": {"day": -24}, "agreed": "yes"}
    made.add(
        27, "20:05", "medicine-line", event=[started, raised], taking="no-thought", noticed="3 months ago",
        before="no", effects=["sleep", "sweat"], not_taken=1,
    )  # fmt: skip


_DAYS: Final[tuple[tuple[int, str, int | None, Any], ...]] = (
    (28, "both", 7, 4), (27, "both", 8, 4), (25, "both", 7, 5), (23, "pleasant", 7, 4), (22, "both", 10, 4),
    (20, "both", 6, 5), (18, "pleasant", 6, 5), (16, "both", 8, 3), (14, "both", 6, 5), (13, "neither", None, 6),
    (11, "unsure", 6, CANNOT_TELL), (8, "pleasant", 5, 5), (6, "both", 7, 4), (4, "pleasant", 4, 6), (3, "neither", None, 6),
    (1, "pleasant", 5, 5),
)  # fmt: skip
"""Days before today with a note: side, strength, mood."""

_BEHIND: Final[dict[int, dict[str, Any]]] = {
    28: {"words": cells(muted="joy excitement sadness affection", absent="crying moved", same="irritation worry", none="grief")},
    22: {
        "note": "the concert on the radio, and nothing came",
        "words": cells(muted="interest calm drive", absent="joy excitement pride moved crying", none="fear"),
        "day": ["sleep"],
    },
    18: {"through": "laughed at the cat in the box", "day": ["nothing"]},
    13: {"through": "one line of a song at the traffic lights", "day": ["nothing"]},
    8: {
        "words": cells(muted="joy excitement sadness", same="amusement irritation interest worry", none="grief fear"),
        "through": "cross about the late bus, and it was almost nice",
        "day": ["stress"],
    },
    4: {"through": "my brother's bad joke", "words": cells(muted="excitement crying", same="amusement affection interest calm", unknown="pride")},
}  # fmt: skip


def _logs(made: Month) -> None:
    for back, side, strength, mood in _DAYS:
        at = f"{made.dice.choice((12, 18, 21))}:{made.dice.randrange(10, 59)}"
        rated = {} if strength is None else {"strength": strength}
        made.add(back, at, "muted-check", side=side, mood=mood, **rated, **_BEHIND.get(back, {}))


def _credit(made: Month) -> None:
    made.add(
        26, "19:20", "then-now", anything="yes",
        changes=[
            {"then": "left the post in a drawer for weeks", "now": POST, "where": "at the kitchen table"},
            {"then": "stayed away from the pool", "now": SWIM, "where": "with Dan, on most weeks"},
        ],
    )  # fmt: skip
    made.add(
        2,
        "19:15",
        "then-now",
        anything="held",
        kept_going=[{"now": "came in on Tuesday although the night was bad"}],
    )
    made.add(
        20, "19:30", "both-true", change=the(POST), nearest="both", room="the mornings got quieter after some weeks",
        others="Dan asked about it and did not push", acts=[{"now": "put the letter opener next to the kettle"}],
        sentence="The medicine may have made room, and I open the post.",
    )  # fmt: skip
    made.stopped(2, "21:30", "both-true", change=the(SWIM), nearest="unsure")
    made.add(
        19, "21:10", "catch-the-discount", event="The meeting about the shifts was all right", first_cause="people",
        said="they would have said yes to anyone", also=[{"now": DESK}],
    )  # fmt: skip
    made.add(
        11, "20:40", "catch-the-discount", event="I got the bus pass renewed", first_cause="easy",
        said="everybody does that, and faster", also=[{"now": STAIRS}],
    )  # fmt: skip
    made.add(
        3, "20:20", "catch-the-discount", event="Supper with my brother went all right", first_cause="luck"
    )
    fear = {
        "name": "fear before work",
        "low": 0,
        "high": 100,
        "better": "lower",
        "baseline": 80,
        "since": "4 months ago",
    }
    hours = {"name": "hours out of bed by noon", "low": 0, "high": 6, "better": "higher"}
    made.add(
        18, "19:05", "look-at-the-data", measures=[fear, hours], way="mixed", acts=the(POST),
        now=[asked("fear before work", level=60), asked("hours out of bed by noon", level=2)],
    )  # fmt: skip
    made.add(
        5, "19:05", "look-at-the-data", way="better", acts=the(DESK, SWIM),
        now=[asked("fear before work", level=45), asked("hours out of bed by noon", level=3)],
    )  # fmt: skip


def _sentences(made: Month) -> None:
    made.add(25, "19:50", "build-a-sentence", facts=the(POST), sentence={"text": ROOM, "believable": 6})
    made.add(10, "19:40", "build-a-sentence", facts=the(DESK), sentence={"text": TOOK, "believable": 7})
    rounds: list[tuple[int, str, list[tuple[Any, Any]], str]] = [
        (24, ROOM, [(7, 6)], "head"), (21, ROOM, [(7, 7), (6, 5)], "whisper"), (17, ROOM, [(6, 8)], "aloud"),
        (15, ROOM, [(7, NUMB)], "head"), (12, ROOM, [(5, 4)], "typed"), (9, TOOK, [(6, 6)], "whisper"),
        (7, ROOM, [(5, 3)], "aloud"), (4, TOOK, [(5, 5), (4, NUMB)], "aloud"), (1, ROOM, [(4, 3)], "aloud"),
    ]  # fmt: skip
    words = {
        24: ("to stop after the first words", "I got to the end, and my neck was warm"),
        12: ("a cringe", "a small one"),
    }
    for back, sentence, pairs, way in rounds:
        expect, happened = words.get(back, ("", ""))
        more: dict[str, Any] = (
            {"believable": 7, "felt": 3} if back == 7 else {"felt": NUMB} if back == 15 else {}
        )
        made.add(
            back,
            f"20:{made.dice.randrange(10, 50)}",
            "rehearse",
            which=the(sentence),
            rounds=said(pairs, way, expect, happened),
            **more,
        )
    made.add(
        16, "20:30", "what-is-the-ick", which=the(ROOM), words=["cringy", "showing-off"], where=["face", "throat"],
        warns="they will think I want applause", friend="no", kind="new", rule="in our house one did not talk about oneself",
    )  # fmt: skip


def _upkeep(made: Month) -> None:
    made.add(
        22, "19:10", "signals-and-support",
        people=[
            {"name": "my brother Dan", "how": "ring, also late", "for": "to sit with me"},
            {"name": "Dr Haas at the surgery", "how": "the desk, mornings from eight", "for": "anything about the medicine"},
        ],
        signs=[{"sign": "I sleep on the sofa in my clothes"}, {"sign": "I do not answer Dan for two days"}],
        alone=[{"what": "put the radio on and wash the cups"}, {"what": "sit on the step with the cat"}],
        lines=[{"when": "I have hardly slept for three nights", "then": "ring the surgery that morning"}],
        safer=[{"what": "Dan has a key"}],
    )  # fmt: skip
    made.add(
        15,
        "19:30",
        "use-it-again",
        skill=the(POST),
        plan={
            "cue": "the letter from the council comes",
            "action": "open it at the kitchen table with tea",
            "obstacle": "I may come home late",
        },
    )
    made.add(
        5, "19:45", "use-it-again", earlier=[asked(PLAN, tried="partly", happened="opened it, and read it the day after")],
        credit="opened the letter from the council before bed", skill=the(SWIM),
        plan={"cue": "it is Sunday and grey", "action": "walk to the pool and look at the water"},
    )  # fmt: skip
    made.add(21, "19:10", "weekly-look-back", effort=the(SWIM), flatter="same", person="no", every="one-week")
    made.add(
        14, "19:15", "weekly-look-back", effort=the(DESK), flatter="unsure", person="no", signs=the("I sleep on the sofa in my clothes"),
        badly="I snapped at a reader because the night was short and the printer was broken",
        asked="whether slow is all right", own_answer="from my own notes: slow, and I did come in", say=the(ROOM),
    )  # fmt: skip
    made.add(7, "19:20", "weekly-look-back", effort=[{"own": CALL}], flatter="less", person="yes")
    made.add(
        16,
        "12:30",
        "which-kind-of-hard",
        kind="flat",
        words="after the birthday lunch, a blank",
        helped="sitting on the step with the cat",
    )
    made.add(10, "13:20", "which-kind-of-hard", kind="life", helped="told Dan about the boiler")
    made.add(6, "17:40", "which-kind-of-hard", kind="discount")


def _visit(made: Month) -> None:
    made.add(
        12, "19:20", "before-the-appointment", stage="before", date={"day": -9}, noticed="3 months ago",
        costs=[{"text": "evenings with my brother feel far away"}], glad=[{"text": "the fear on the stairs at work"}],
        want=[{"text": "to be moved by a song"}], questions=[{"ask": "Could it be the medicine, the depression, or both?"}, {"ask": "When do we look again?"}],
        sentence="I work and I sleep, and I feel as if behind glass.", other_things="coffee, and wine at weekends",
    )  # fmt: skip
    made.add(
        9, "17:30", "before-the-appointment", stage="after", said="She had read the page. She said it can happen, and that it is early since the change.",
        try_="to leave the dose as it is and look again in five weeks", again={"day": 26}, not_heard="yes",
    )  # fmt: skip
