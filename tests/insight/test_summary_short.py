"""The short form: its limits where they are really reached, and sentences that end once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.insight import summary_short
from guide.insight.muted import Note, Option
from guide.insight.summary import Facts, Sides, summary
from guide.insight.summary_short import MOST_CHARACTERS, MOST_WORDS, short
from guide.report import text
from guide.words import summary as words

from .making_facts import EMPTY, any_facts

LARGE = settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
long = st.integers(100, 400).flatmap(
    lambda n: st.sampled_from([("a b c d " * 60)[:n], ("evenings far away " * 30)[:n]])
)
some = st.lists(long, min_size=1, max_size=4).map(tuple)
talkative = st.builds(
    lambda sentence, questions, costs, want: EMPTY._replace(
        sentence=sentence, questions=questions, costs=costs, want=want, since="2025-12-31"
    ),
    some,
    some,
    some,
    some,
)


@LARGE
@given(st.one_of(any_facts, talkative))
def test_the_short_form_keeps_its_limits(facts: Facts) -> None:
    found = short(facts)
    assert sum(len(one.split()) for one in found.script) <= MOST_WORDS
    assert len(found.message.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert found.script[-1] == words.SCRIPT_ASK


def test_both_limits_are_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without them, talkative facts would go beyond: else the property above would hold by itself."""
    facts = EMPTY._replace(sentence=("a b c " * 80,), questions=("a b c " * 80,) * 3, since="2025-12-31")
    kept = short(facts)
    monkeypatch.setattr(summary_short, "MOST_WORDS", 10_000)
    monkeypatch.setattr(summary_short, "MOST_CHARACTERS", 10_000)
    free = short(facts)
    assert sum(len(one.split()) for one in free.script) > MOST_WORDS
    assert len(free.message) > MOST_CHARACTERS
    assert len(kept.script) < len(free.script) and len(kept.message) < len(free.message)


@pytest.mark.parametrize("end", ["!", "?", ".", "…", "。", "!”", "?)"])
def test_a_sentence_that_has_its_end_gets_no_full_stop(end: str) -> None:
    facts = EMPTY._replace(
        sentence=(f"I feel nothing{end}",), questions=(f"Why{end}",), costs=(f"evenings{end}",)
    )
    found = short(facts)
    assert f"I feel nothing{end} Why{end} I can bring" in found.message
    assert found.script[1:4] == (f"I feel nothing{end}", f"Why{end}", f"What it costs me: evenings{end}")
    plain = short(EMPTY._replace(sentence=("I feel nothing",), costs=("evenings", "mornings")))
    assert plain.script[1:3] == ("I feel nothing.", "What it costs me: evenings; mornings.")


def test_what_another_pack_asks_is_said_to_be_its_own_and_makes_no_note_of_flatness() -> None:
    days = [f"2026-11-{day:02}" for day in range(2, 9)]
    options = (Option("rested", "I rested"), Option("little", "I moved a little"))
    theirs = Sides("Today so far?", tuple(Note("little", day) for day in days), options, "Moving again")
    facts = Facts(
        "2026-11-01", "2026-11-28", "2026-11-28", tuple((day, day) for day in days), sides=(theirs,)
    )
    script = " ".join(short(facts).script)
    assert "I kept notes: 7 notes on 7 of 28 days." in script and "how flat I feel" not in script
    assert "I moved a little" not in script
    page = " ".join(" ".join(text.lines(summary(facts))).split())
    assert "From the pack “Moving again”: “Today so far?” Days with each answer: I moved a little 7" in page
    ours = facts._replace(sides=(theirs._replace(pack=""),))
    assert "I kept notes on how flat I feel: 7 notes" in " ".join(short(ours).script)


def test_a_sentence_that_fits_is_sent_whole_and_one_in_wide_letters_stands_whole_on_the_page() -> None:
    whole = (
        "I sat through the wedding of my sister and " + "nothing of it reached me " * 7 + "at all, not once"
    )
    assert 200 < len(whole) <= 240 and whole in short(EMPTY._replace(sentence=(whole,))).message
    wide = "眠れない夜" * 36
    page = "".join("".join(text.lines(summary(EMPTY._replace(sentence=(wide,))))).split())
    assert wide in page
    faces = "😶" * 240
    message = short(EMPTY._replace(sentence=(faces,))).message
    assert len(message.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
