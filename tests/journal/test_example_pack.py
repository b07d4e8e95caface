"""The example pack, lived with for two made-up weeks: its exercises feed each other, and its views fill up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from guide import places, settings
from guide.errors import GuideError
from guide.journal.home import home
from guide.journal.journal import Journal, from_environment
from guide.journal.progress import Part, progress
from guide.journal.sitting import Sitting
from guide.model.views import PROGRESS_KINDS
from guide.packs.check import check
from guide.packs.lints.texts import texts
from guide.store import derived
from guide.words.progress import CANNOT
from tests.plain.talking import talk

from .example_life import EXAMPLE, EXERCISES, STEP, a_day, frozen, live, opened, walk
from .making import Clock

Lived = tuple[Journal, dict[str, list[Sitting]]]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    clock = Clock()
    journal = opened(tmp_path_factory.mktemp("lived"), clock)
    yield journal, live(journal, clock)
    journal.close()


# -- how exercises feed each other ------------------------------------------------------------------------------


def test_what_was_collected_is_picked_later(lived: Lived) -> None:
    journal, done = lived
    facts = frozen(done["kind-sentence"][0], "facts")
    labels = [one["label"] for one in facts["choices"]]
    assert labels == ["lay down by the window", "walked to the gate, day 0, garden"], "newest of both lists"
    sentence = frozen(done["kind-sentence"][0], "sentence")
    assert sentence["starts"][0] == "It is slow, and this is there: walked to the gate, day 0."
    assert "Rest is part of it: lay down by the window." in sentence["starts"]
    assert [one.label for one in derived.items(journal.store, "moving-again/sentences")] == [
        sentence["starts"][0]
    ]


def test_a_plan_is_asked_about_later_and_once(lived: Lived) -> None:
    journal, done = lived
    week, fortnight = done["look-back"]
    asked = frozen(week, "plans")["choices"]
    assert [one["label"] for one in asked] == ["If I have had my coffee, then walk to the gate"] * 2
    assert asked[0]["ask"]["tried"]["prompt"] == "What became of it"
    assert asked[0]["ask"]["tried"]["options"]["rested"]["text"] == "I rested instead"
    assert len(frozen(fortnight, "plans")["choices"]) == 1  # the one made in between
    plans = derived.items(journal.store, "moving-again/plans")
    assert {one.fields["tried"] for one in plans} == {"partly"} and len(plans) == 3


def test_a_measure_is_updated_on_its_own_scale(lived: Lived) -> None:
    journal, done = lived
    asked = frozen(done["keep-an-eye"][1], "now")["choices"][0]
    assert asked["ask"]["now"]["prompt"] == "stairs in one go: where is it today"
    assert asked["ask"]["now"]["range"] == {"min": 0, "max": 60}
    levels = [point.value for point in derived.points(journal.store, "moving-again/level")]
    assert levels == [8, 11, 14, 17]


def test_last_time_is_recalled_and_charts_are_drawn(lived: Lived) -> None:
    _, done = lived
    lines = frozen(done["small-step"][1], "earlier")["lines"]
    assert len(lines) == 1 and "walked to the gate, day 0" in lines[0]
    assert frozen(done["look-back"][1], "logged")["lines"][0].startswith("How today is")
    assert frozen(done["look-back"][1], "last-word")["lines"] == ["mild"]
    assert frozen(done["look-back"][0], "outside")["lines"][0].startswith("a walk")
    drawn = frozen(done["look-back"][1], "drawn")
    assert drawn["rows"] and drawn["words"]
    assert frozen(done["say-it"][-1], "picture")["rows"]


def test_kept_values_stand_in_later_texts(lived: Lived) -> None:
    journal, done = lived
    assert frozen(done["today"][0], "toll")["help"].startswith("The latest number here: no number yet.")
    assert frozen(done["today"][1], "toll")["help"].startswith("The latest number here: 6.")
    assert "“" not in frozen(done["say-it"][0], "friend-says")["text"]
    assert "It takes the time it takes." in frozen(done["say-it"][0], "friend-says")["text"]
    assert "September 2026" in frozen(done["keep-an-eye"][1], "illness")["help"]
    kept = derived.value(journal.store, "moving-again/look-back-every")
    assert kept == {"option": "two-weeks", "words": "Two weeks"}


def test_conditions_meet_the_days_they_are_for(lived: Lived) -> None:
    _, done = lived
    hard, resting, short = (done["today"][n].walk.states() for n in (5, 1, 11))
    assert hard["a-lot"] == "given" and resting["a-lot"] == "hidden"
    assert resting["minutes"] == "hidden" and resting["breath"] == "hidden"
    assert short["short-one"] == "given" and hard["short-one"] == "hidden"
    assert "Less in 3 rows." in frozen(done["today"][0], "less-of-it")["text"]
    assert done["look-back"][0].walk.states()["two-things"] == "given"
    assert done["small-step"][0].walk.states()["none-today"] == "hidden"


# -- what it shows ------------------------------------------------------------------------------------------------


def parts(journal: Journal) -> list[Part]:
    return [part for part in progress(journal) if part.pack == "moving-again"]


def test_every_part_of_its_progress_appears(lived: Lived) -> None:
    found = parts(lived[0])
    assert {part.kind for part in found} == set(PROGRESS_KINDS)
    assert all(part.rows or part.words or part.groups for part in found)
    titles = [part.title for part in found]
    for title in ("Breathlessness", "Minutes of moving", "My plans", "Illness", "Small steps"):
        assert any(title in one for one in titles), title


def test_rest_days_count_as_days_of_their_own(lived: Lived) -> None:
    (balance,) = [part for part in parts(lived[0]) if part.kind == "balance"]
    assert {one["id"]: one["days"] if "days" in one else one["times"] for one in balance.data["counts"]}[
        "rest"
    ] == 4
    assert balance.cannot == CANNOT["mix"], "of what somebody else asks nothing is said about medicine"


def test_a_hard_day_suggests_a_kind_sentence(tmp_path: Path) -> None:
    clock = Clock()
    journal = opened(tmp_path, clock)
    walk(journal, "small-step", STEP)
    walk(journal, "today", a_day("lot", 8, 9, 40))
    clock.move(hours=1)
    suggested = home(journal).next
    assert suggested is not None
    assert (suggested.ref, suggested.rule) == ("moving-again/kind-sentence", "after-series")


# -- skips, and the other language ----------------------------------------------------------------------------------


def test_an_exercise_without_what_it_needs_says_where_to_go(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    with pytest.raises(GuideError) as said:
        journal.begin("moving-again/say-it")
    assert "A kind sentence" in str(said.value)


# Typed lines that answer everything, the same in both languages: numbers choose.
TYPED: Final[dict[str, list[str]]] = {
    "today": ["4", "8", "9", "more", "", "1, 3, + patio", "12", "55,5", "5", "m", "m", "m", "", "", "", "", "slow",
              "lay on the sofa by the window on Tuesday", "y", "", ""],
    "small-step": ["walked to the gate on Tuesday", "garden", "2", "yesterday", "", "1", "coffee", "to the gate", "rain", "",
                   ""],
    "keep-an-eye": ["getting going", "September 2026", "pneumonia", "2", "2026-10-05", "", "stairs", "0", "60", "2", "4",
                    "2026-10", "", "8", "more", "yesterday", ""],
    "kind-sentence": ["1", "1", "n", "6", "", "more", "It takes time.", ".", ""],
    "say-it": ["1", "7", "to blush", "2", "6", "not much", "n", "more", "4", "35", "", ""],
    "look-back": ["", "2", "it rained", "a walk round the block", "3", "", "1, 2, 3", "", "", "", "more", "", "the stairs",
                  "an hour outside", ".", "How much is too much?", "", "", "2", ""],
}  # fmt: skip
TYPED_AGAIN: Final[dict[str, list[str]]] = {
    "today": ["1", "4", "more", "6", "40", "6", "", "", "", "", "", "", "", "mild", "slept after lunch on Wednesday", "n", "", ""],
    "small-step": ["", "stood at the window on Friday", "", "1", "", "", "1", "tea", "to the door", "", "", "more", "1",
                   ""],
    "keep-an-eye": ["slowly", "", "flu", "1", "2026-10", "", "hours awake", "0", "24", "3", "", "", "", "9", "more", "", ""],
    "kind-sentence": ["1, 2", "I was ill, and I stood at the window.", "n", "2", "", "", "", "more", "Rest.", ".", ""],
    "say-it": ["2", "7", "", "", "9", "", "a", "6", "", "5", "n", "", "", "more", "numb", "cannot tell", "", "", ""],
    "look-back": ["", "1", "", "", "2", "3", "", "", "more", "", "", "", "Can I swim?", "", "", "1", ""],
}  # fmt: skip


@pytest.fixture(scope="module")
def words() -> dict[str, set[str]]:
    """Prompts and texts of the pack without slots, by language."""
    loaded = check(EXAMPLE)
    assert loaded.pack is not None
    found: dict[str, set[str]] = {"en": set(), "es": set()}
    for piece in texts(loaded.pack):
        if piece.path[-2] in ("prompt", "text") and "{" not in piece.text and len(piece.text) > 12:
            found[piece.language].add(" ".join(piece.text.split()))
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_line_mode_answers_everything_twice_and_then_skips_everything(
    tmp_path: Path, language: str, words: dict[str, set[str]]
) -> None:
    journal = opened(tmp_path, language=language)
    pages = []
    for table in (TYPED, TYPED_AGAIN):
        for name in EXERCISES:
            code, page = talk(journal, f"moving-again/{name}", table[name])
            assert code == 0 and journal.drafts() == [], page
            pages.append(" ".join(page.split()))
    for name in EXERCISES:
        code, page = talk(journal, f"moving-again/{name}", ["skip"] * 20)
        assert code == 0 and journal.drafts() == [], page
        pages.append(" ".join(page.split()))
    everything = " ".join(pages)
    shown = {text for text in words[language] if text in everything}
    assert len(shown) > 0.9 * len(words[language]), words[language] - shown
    other = {text for text in words["es" if language == "en" else "en"] if text in everything}
    assert other == set()
    assert len(derived.items(journal.store, "moving-again/sentences")) == 2
    assert [point.value for point in derived.points(journal.store, "moving-again/level")] == [8, 9]
    journal.close()


def test_the_setting_es_shows_it_in_spanish(tmp_path: Path) -> None:
    settings.keep(places.find(str(tmp_path), {}), "language", "es")
    with closing(
        from_environment(str(tmp_path), named=(EXAMPLE,), environ={"LANG": "en_GB.UTF-8"})
    ) as journal:
        door = next(door for door in home(journal).doors if not door.ours)
        assert [one.title for one in door.exercises][:2] == ["Cómo va hoy", "Un paso pequeño"]
        walk(journal, "today", a_day("lot", 8, 9, 40))
        walk(journal, "small-step", STEP)
        titles = [part.title for part in parts(journal)]
        assert any(title.startswith("Falta de aire") for title in titles)
        assert [one.label for one in derived.items(journal.store, "moving-again/plans")] == [
            "Si I have had my coffee, entonces walk to the gate"
        ]
