"""What the built-in exercises promise: fixed sentences, sources, and care for who answers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from guide.packs.load import load
from guide.words import notices

from .texts import CORE as FOLDER
from .texts import exercises, pack, running_text, strings

CORE = exercises()
MEDICINE = re.compile(r"\b(medicine|dose|antidepressant|tablet)", re.IGNORECASE)


def flat(text: str) -> str:
    return " ".join(text.split())


def steps(exercise: str) -> dict[str, dict[str, Any]]:
    return {step["id"]: step for step in CORE[exercise]["steps"]}


def cited(value: Any) -> set[str]:
    """Every source id named under `cites` anywhere inside."""
    if isinstance(value, dict):
        said = value.get("cites", [])
        own = {said} if isinstance(said, str) else set(said)
        return own.union(*(cited(inner) for inner in value.values()))
    return set().union(*(cited(inner) for inner in value)) if isinstance(value, list) else set()


def test_the_pack_has_nothing_to_report() -> None:
    assert [str(report) for report in load(FOLDER, built_in=True).reports] == []


@pytest.mark.parametrize("name", sorted(CORE))
def test_who_speaks_of_medicine_says_the_fixed_line(name: str) -> None:
    everything = flat(" ".join(text for _, text in strings(CORE[name], name)))
    speaks = MEDICINE.search(everything.replace(notices.MEDICINE, "")) is not None
    assert (notices.MEDICINE in everything) is speaks
    always = [step for step in CORE[name]["steps"] if "when" not in step]
    often = flat(" ".join(text for _, text in strings([always, CORE[name]["why"]], ""))).count(
        notices.MEDICINE
    )
    assert often <= 1, "once an exercise"


def test_the_fixed_line_follows_the_medicine() -> None:
    for name, exercise in CORE.items():
        text = flat(running_text(exercise))
        for before in text.split(notices.MEDICINE)[:-1]:
            assert re.search(r"medicine\W*$", before), f"{name}: 'it' would point elsewhere"


def test_picked_self_blame_is_always_answered() -> None:
    answered, other = steps("name-it")["not-shown"], steps("name-it")["may-be"]
    assert flat(answered["text"]).startswith("Feeling flat does not show that any of these is true.")
    assert answered["when"] == {"answer": "thoughts", "none_of": ["none"]}
    assert other["when"] == {"not": answered["when"]}, "one of the two stands on every way through"
    both = "may be a medicine effect, leftover depression, or both. This program cannot tell which."
    assert both in flat(answered["text"])
    assert both in flat(other["text"])


def test_name_it_has_five_screens_at_most() -> None:
    short = [step for step in CORE["name-it"]["steps"] if not step.get("more")]
    assert len(short) - 1 == 5, "two texts stand in each other's place"


def test_how_many_people_is_said_in_one_way() -> None:
    words = (
        "In one internet survey 46 of 100 people said so; in another, 60 of 100. People chose to take part, "
        "so the true share is not known."
    )
    step = steps("name-it")["word"]
    assert words in flat(step["help"])
    assert step["cites"] == ["goodwin-2017", "read-2014"]
    assert "AIEB" not in flat(" ".join(text for _, text in strings(CORE, "")))


def test_every_source_is_cited_and_every_citation_has_a_source() -> None:
    assert set().union(*(cited(one) for one in CORE.values())) == set(pack()["sources"])
    for one in pack()["sources"].values():
        assert set(one) == {"cite", "says", "limits"}
    assert all(exercise["why"] and exercise["purpose"] and exercise["minutes"] for exercise in CORE.values())


def test_nothing_at_all_is_the_top_of_flatness() -> None:
    strength = steps("muted-check")["strength"]
    assert "numb" not in strength
    assert "cannot_tell" not in strength
    assert pack()["series"]["flatness"]["range"] == {
        "min": 0, "max": 10, "low": "not muted", "high": "I feel nothing at all"
    }  # fmt: skip
    better = {name: one["better"] for name, one in pack()["series"].items() if "better" in one}
    assert better == {"level": "from-item"}, "no direction is a success, but for a person's own measures"


def test_the_log_is_four_keys() -> None:
    assert CORE["muted-check"]["layout"] == "one-screen"
    short = [name for name, step in steps("muted-check").items() if not step.get("more")]
    assert short == ["side", "strength", "mood"]
    keys = [option["key"] for option in steps("muted-check")["side"]["options"].values()]
    assert keys == ["p", "u", "b", "n", "?"]


def test_the_words_are_balanced() -> None:
    rows = steps("muted-check")["words"]["rows"]
    kinds = [tuple(row["tags"]) for row in rows.values()]
    assert len(rows) == 30
    for side in ("pleasant", "unpleasant"):
        assert [kinds.count((side, height)) for height in ("high", "low")] == [6, 6]
    assert kinds.count(("other-responses",)) == 6
    assert [name for name, row in rows.items() if row.get("off")] == ["desire"]


def test_restlessness_is_answered() -> None:
    step = steps("muted-check")["restless"]
    assert {"answer": "day", "any_of": ["no-rest"]} in step["when"]["any"]
    assert "no-rest" in steps("muted-check")["day"]["options"]
    assert step["offer"] == ["support", "help-now"]


def test_no_one_is_assumed_to_be_better() -> None:
    assert list(steps("then-now")["anything"]["options"]) == ["yes", "held", "none"]
    assert {step["when"]["is"] for step in steps("then-now").values() if "is" in step.get("when", {})} == {
        "yes", "held", "none"
    }  # fmt: skip


def test_a_sentence_starts_from_a_fact_and_leaves_room_for_doubt() -> None:
    sentence = steps("build-a-sentence")["sentence"]
    assert all("I {now}" in frame for frame in sentence["frames"])
    assert sentence["frames"][0] == "The medicine may have made room. I {now}."
    assert sentence["doubt"] == "and part of me does not buy it"
    assert "fair" in sentence["believable"]["prompt"]
    assert "numb" not in sentence["believable"], "fits the facts, not feels true"
    assert steps("rehearse")["felt"]["numb"] is True


def test_strong_discomfort_is_answered_with_stopping_first() -> None:
    rounds = steps("rehearse")["rounds"]
    assert rounds["strong"] == {"at_least": 8, "offer": ["stop", "smaller", "again", "support"]}
    assert rounds["before"]["rate"]["numb"] is rounds["after"]["rate"]["numb"] is True


def test_offers_lead_somewhere() -> None:
    offers = [step["offer"] for name in CORE for step in CORE[name]["steps"] if "offer" in step]
    named = {one for offer in offers for one in (offer if isinstance(offer, list) else [offer])}
    assert named <= {*CORE, "support", "help-now", "summary", "sentences"}
    assert [f"{name}.yaml" for name in CORE] == sorted(pack()["exercises"])
