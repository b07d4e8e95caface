"""What is recalled behind `m`: the entry that asks has ended by then, and is nothing from before."""

from __future__ import annotations

from pathlib import Path

from tests.journal.making import Clock, journal, log, play


def opened_more(folder: Path, clock: Clock) -> dict[str, list[str]]:
    """The recall steps behind `m` of one look-back, by id, with their lines."""
    opened = journal(folder, clock)
    sitting = opened.begin("weekly-look-back")
    step = sitting.view().step
    assert step is not None
    if step["id"] == "effort":
        sitting.give([step["choices"][0]["item"]])
    while sitting.view().step is not None:
        sitting.skip()
    sitting.more()
    found = {}
    while (step := sitting.view().step) is not None:
        if step["kind"] == "recall":
            found[step["id"]] = step["lines"]
        sitting.skip()
    opened.close()
    return found


def test_since_last_time_counts_from_the_look_back_before(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "ring Ann on Sundays"}]})
    opened.close()
    first = opened_more(tmp_path, clock)
    assert first == {"logged": ["Then and now: once"]}, "neither itself nor what it points to"
    clock.move(days=3)
    opened = journal(tmp_path, clock)
    log(opened)
    opened.close()
    clock.move(days=4)
    second = opened_more(tmp_path, clock)
    assert sorted(second["logged"]) == ["Look back: once", "Then and now: once", "What is muted today: once"]
    assert [line.endswith("ring Ann on Sundays") for line in second["cited"]] == [True]


def test_days_of_earlier_answers_are_said_in_words(tmp_path: Path) -> None:
    """As everywhere else: never as a date of a machine."""
    clock = Clock()
    opened = journal(tmp_path, clock)
    (tmp_path / "packs" / "days").mkdir(parents=True)
    (tmp_path / "packs" / "days" / "pack.yaml").write_text(
        "format: 1\nid: days\nversion: '1'\ntitle: Days\nlanguage: en\nexercises:\n  - id: one\n    title: One\n    steps:\n"
        "      - {id: before, kind: recall, prompt: Before, from: {exercise: one, step: said}, show: list}\n"
        "      - {id: said, kind: short, prompt: A word}\n",
        encoding="utf-8",
    )
    opened = journal(tmp_path, clock)
    play(opened.begin("days/one"), {"said": "tea"})
    clock.move(days=1)
    step = opened.begin("days/one").view().step
    assert step is not None and step["lines"] == ["2 Nov: tea"]
