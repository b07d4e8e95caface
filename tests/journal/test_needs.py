"""What an exercise needs first: one filled collection of several is enough, and the maker is named."""

from __future__ import annotations

from pathlib import Path

from tests.journal.making import journal, play

NEEDY = ("both-true", "build-a-sentence", "use-it-again")


def test_with_nothing_written_the_exercise_that_makes_some_is_named(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    for name in NEEDY:
        exercise = opened.library.find(name)
        lacking, maker = opened.lacking(exercise), opened.made_by(exercise)
        assert lacking is not None and maker is not None
        assert maker.title in lacking[0] and maker.data["id"] in lacking[1]
        assert opened.lacking(maker) is None, "the maker can be begun with nothing written"


def test_one_of_the_collections_is_enough(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    play(
        opened.begin("catch-the-discount"),
        {
            "event": "the call got made",
            "first-cause": "luck",
            "also": [{"now": "put the letter by the door"}],
        },
    )
    for name in NEEDY:
        assert opened.lacking(opened.library.find(name)) is None
