"""Rounds: their keys, what is kept after every part, resuming, strong discomfort."""

from __future__ import annotations

from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.journal.sitting import Sitting
from guide.steps.base import Json
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS

STEP = STEPS["rehearse"]
AT = "2026-11-23T19:30:05Z"


@pytest.fixture
def sitting(journal: Journal) -> Sitting:
    """Return a sitting of the built-in exercise at its rounds, with a sentence of one's own."""
    first = journal.begin("then-now")
    first.give("yes")
    first.give([{"now": "answer Sam within a day"}])
    first.give(None)
    second = journal.begin("build-a-sentence")
    view = second.view()
    assert view.step is not None
    second.give([view.step["choices"][0]["item"]])
    second.give({"text": "I answer Sam within a day.", "believable": 7})
    second.give(None)
    third = journal.begin("rehearse")
    view = third.view()
    assert view.step is not None
    third.give([view.step["choices"][0]["item"]])
    return third


async def test_the_first_round_is_six_keys_and_the_next_ones_fewer(sitting: Sitting) -> None:
    """Care rule 19: expect, said, after, done; the questions in words are an Enter each in the first round."""
    app = host_of(sitting)
    first, again = ["7", "enter", "enter", "5", "enter", "enter"], ["a", "6", "enter", "4", "enter"]
    async with app.run_test() as pilot:
        await pilot.press(*first[:-1])
        assert "Kept. Expected 7, was 5." in shown(app)
        await pilot.press(*again)
        assert sitting.ended
    assert (len(first), len(again)) == (6, 5)
    rounds = app.host.answered[0]["rounds"]
    assert rounds == [
        {"before": 7, "said": True, "after": 5, "way": "aloud", "at": AT},
        {"before": 6, "said": True, "after": 4, "way": "aloud", "at": AT},
    ]


async def test_the_sentence_and_its_facts_stay_in_sight(sitting: Sitting) -> None:
    """At every part, also on a small screen."""
    app = host_of(sitting)
    async with app.run_test(size=(60, 20)) as pilot:
        for key in ("7", "enter", "enter", "5", "enter", None):
            assert "“I answer Sam within a day.”" in shown(app)
            assert "- answer Sam within a day" in shown(app)
            if key:
                await pilot.press(key)


async def test_every_part_is_kept_at_once(sitting: Sitting) -> None:
    """After each key what is done so far is in the store."""
    app = host_of(sitting)
    held: list[Json] = []
    async with app.run_test() as pilot:
        for key in ("7", "h", "i", "enter", "w", "enter", "5"):
            await pilot.press(key)
            held.append(sitting.view().raw["now"])
    assert held == [
        {"before": 7, "part": "expect"},
        {"before": 7, "expect": "h", "part": "expect"},
        {"before": 7, "expect": "hi", "part": "expect"},
        {"before": 7, "expect": "hi", "part": "said"},
        {"before": 7, "expect": "hi", "way": "whisper", "part": "said"},
        {"before": 7, "expect": "hi", "way": "whisper", "said": True, "at": AT, "part": "after"},
        {
            "before": 7,
            "expect": "hi",
            "way": "whisper",
            "said": True,
            "at": AT,
            "after": 5,
            "part": "happened",
        },
    ]


@pytest.mark.parametrize("cut", range(6))
async def test_a_round_cut_off_goes_on_at_its_part(journal: Journal, sitting: Sitting, cut: int) -> None:
    """Whatever was done before a cut need not be done again."""
    keys = ["7", "enter", "enter", "5", "enter", "enter"]
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await pilot.press(*keys[:cut])
    resumed = journal.resume(sitting.entry)
    app = host_of(resumed)
    async with app.run_test() as pilot:
        await pilot.press(*keys[cut:])
        assert resumed.ended
    assert app.host.answered == [
        {"rounds": [{"before": 7, "said": True, "after": 5, "way": "aloud", "at": AT}]}
    ]


async def test_numb_and_left_out_are_answers() -> None:
    """`n` and `s` stand beside the numbers on both sides."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("n", "enter", "enter", "n", "enter")
        assert "You expected to feel nothing and felt nothing. That is a full result." in shown(app)
        await pilot.press("a", "s", "enter", "s", "enter")
        assert app.host.answered == [
            {
                "rounds": [
                    {"before": "numb", "said": True, "after": "numb", "way": "aloud"},
                    {"said": True, "way": "aloud"},
                ]
            }
        ]


async def test_a_round_that_is_not_said_is_dropped() -> None:
    """`s` at saying ends the rounds: with none done the step is left open."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("7", "enter", "s")
        assert app.host.answered == [None]
    done = {"said": True, "after": 3}
    app = host_of(step=STEP, raw={"rounds": [done]})
    async with app.run_test() as pilot:
        await pilot.press("a", "7", "s")
        assert app.host.answered == [{"rounds": [done]}]


@pytest.mark.parametrize(("key", "chosen"), [("enter", "stop"), ("s", "smaller"), ("t", "support")])
async def test_strong_discomfort_is_answered_after_the_round(key: str, chosen: str) -> None:
    """Care rule 13: Enter means stop, and the round is held by then."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("7", "enter", "enter", "8", "enter")
        assert "That was strong." in shown(app)
        assert app.host.now[-1] == {"rounds": [{"before": 7, "said": True, "after": 8, "way": "aloud"}]}
        await pilot.press(key)
        assert app.host.chosen == [chosen]


async def test_strong_stop_keeps_the_round(sitting: Sitting) -> None:
    """Stopping there keeps what was done."""
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await pilot.press("7", "enter", "enter", "9", "enter", "enter")
        await pilot.pause()
        assert sitting.ended
    found = sitting.walk.answers["rounds"].value["rounds"]
    assert [one["after"]["value"] for one in found] == [9]


async def test_strong_again_and_a_limit_of_rounds() -> None:
    """`a` goes on while there is room; after the last round there is no `a`."""
    app = host_of(step={**STEP, "rounds": {"max": 2}})
    async with app.run_test() as pilot:
        await pilot.press("7", "enter", "enter", "9", "enter", "a", "7", "enter", "2")
        assert "[a] again" not in shown(app)
        assert "enough for today" in shown(app)
        await pilot.press("a")
        assert app.host.answered == []
        await pilot.press("enter")
        assert len(app.host.answered[0]["rounds"]) == 2


async def test_ways_and_a_line_to_type_it_in() -> None:
    """A letter or an arrow chooses the way, the last one is marked first; what is typed to be said is not kept."""
    app = host_of(step={**STEP, "way": "head"})
    async with app.run_test() as pilot:
        await pilot.press("7", "enter")
        assert "> [h] in my head" in shown(app)
        await pilot.press("left", "l")
        await type_in(pilot, "secret")
        assert "secret" not in str(app.host.held)
        await pilot.press("enter", "3", "enter", "enter")
        assert app.host.answered[0]["rounds"][0]["way"] == "aloud"
        assert "secret" not in str(app.host.held) + str(app.host.answered)


@pytest.mark.parametrize(
    ("now", "part"),
    [
        ({"before": 4}, "expect"),
        ({"before": 4, "expect": "x"}, "said"),
        ({"before": 4, "said": True}, "after"),
        ({"before": 4, "said": True, "after": {"state": "numb"}}, "happened"),
        ({"part": "nonsense"}, "before"),
        ({"before": "nonsense", "after": ["x"]}, None),
    ],
)
async def test_a_round_held_by_line_mode_goes_on(now: dict[str, Any], part: str | None) -> None:
    """Without a part by name, it is the one after the last that is filled; nonsense begins anew."""
    app = host_of(step=STEP, raw={"rounds": [], "now": now})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert getattr(app.host.view, "part", "") == (part or "before")


async def test_without_ratings_questions_or_ways() -> None:
    """The least a step can have: saying it."""
    step = {"id": "r", "kind": "rehearse", "prompt": "Say it", "sentence": "which"}
    app = host_of(step=step)
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter")
        assert app.host.answered == [{"rounds": [{"said": True}]}]


async def test_a_wrong_digit_is_put_right_within_the_round() -> None:
    """Back one part, as the log does; from the end of a round into it again."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("7", "backspace", "backspace")
        assert app.host.view.current_raw()["now"]["part"] == "before"
        await pilot.press("6", "enter", "enter", "5", "enter")
        assert len(app.host.view.current_raw()["rounds"]) == 1
        await pilot.press("backspace", "backspace", "4", "enter", "enter")
        (one,) = app.host.answered[0]["rounds"]
        assert (one["before"], one["after"]) == (6, 4)


async def test_back_at_the_first_part_of_a_new_round_is_the_end_of_the_one_before() -> None:
    """And there it can be finished."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("7", "enter", "enter", "5", "enter", "a", "backspace", "enter")
        assert len(app.host.answered[0]["rounds"]) == 1
        assert app.host.view.back_within(ask=True)


async def test_at_the_first_part_back_is_the_step_before() -> None:
    """Nothing stands before it here."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("b")
        assert app.host.passed == ["back"]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_keys_for_saying_are_in_sight_with_the_sentence_whatever_the_facts(
    size: tuple[int, int],
) -> None:
    """Long facts go out of sight first."""
    facts = [
        f"{n} went to the meeting and stayed to the end although it was long and loud, " * 4 for n in range(3)
    ]
    said = {"item": "s1", "text": "I go to meetings.", "evidence": facts}
    app = host_of(step={**STEP, "said": said})
    async with app.run_test(size=size) as pilot:
        await pilot.press("7", "enter")
        await pilot.pause()
        seen = " ".join(shown(app).split())
        assert "“I go to meetings.”" in seen and "Enter: said" in seen and "[l] a line to type it in" in seen
