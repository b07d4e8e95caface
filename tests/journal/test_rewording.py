"""An item in other words: a version of today, with the item's numbers and what it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.journal import changing, items, look
from guide.journal.rewording import Rewording
from guide.journal.shown import feeds_of_entry
from guide.store import derived, fingerprint, health, rebuilding
from tests.journal.making import Clock, a_round, a_sentence, journal, play


def test_other_words_are_a_version_of_today_of_the_same_item(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    a_sentence(opened)
    a_round(opened, 5, 4)
    (made,) = derived.items(opened.store, "core/sentences")
    clock.move(days=4)
    wording = Rewording(opened, made.id[:8])
    assert wording.editable.raw == [{"item": made.id, "fields": {"text": made.label}}]
    outcome = wording.give([{"item": made.id, "fields": {"text": "I ring Ann."}}])
    assert outcome.kept and outcome.said[0].startswith("Kept with today")
    (now,) = derived.items(opened.store, "core/sentences")
    assert (now.id, now.label, now.refs, now.versions) == (
        made.id,
        "I ring Ann.",
        made.refs,
        made.versions + 1,
    )
    assert [one.day for one in derived.item_versions(opened.store, made.id)][-2:] == [
        "2026-11-02",
        "2026-11-06",
    ]
    assert {one.item for one in derived.points(opened.store, "core/discomfort")} == {made.id}
    shown = look.entries(opened, words="I ring Ann.")[0]
    assert shown.title == "In other words" and shown.day == "2026-11-06"
    before = fingerprint.fingerprints(opened.store)
    rebuilding.rebuild(opened.store, feeds_of_entry)
    assert fingerprint.fingerprints(opened.store) == before and health.run(opened.store) == []
    assert "earlier words again" in changing.undo(opened).said[0]
    assert [one.label for one in derived.items(opened.store, "core/sentences")] == [made.label]
    assert len(changing.in_trash(opened)) == 1
    opened.close()


def test_a_correction_of_the_first_entry_leaves_the_later_words_standing(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "ring An"}]})
    (made,) = derived.items(opened.store, "core/skills")
    clock.move(days=1)
    Rewording(opened, made.id).give([{"item": made.id, "fields": {"now": "ring Ann", "where": "from home"}}])
    (now,) = derived.items(opened.store, "core/skills")
    assert now.fields == {"now": "ring Ann", "where": "from home"}
    entry = derived.item_versions(opened.store, made.id)[0].entry
    said = changing.edit(opened, entry, "changes", [{"item": made.id, "fields": {"now": "ring A."}}]).said
    assert "still reads there" in said[-1] and "ring Ann" in said[-1]
    assert derived.items(opened.store, "core/skills")[0].fields["now"] == "ring Ann"
    opened.close()


def test_the_same_words_or_none_change_nothing(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened)
    (made,) = derived.items(opened.store, "core/sentences")
    for raw in (None, [], [{"item": made.id, "fields": {"text": made.label}}], [{"fields": {"text": ""}}]):
        assert "nothing was changed" in Rewording(opened, made.id).give(raw).said[0]
    assert derived.items(opened.store, "core/sentences")[0].versions == made.versions
    with pytest.raises(GuideError, match="no such item"):
        Rewording(opened, "ffffffff")
    opened.close()


MEASURES = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
collections:
  scales:
    title: Scales
    role: measures
    label: "{what}"
    scale: {min: low, max: high, baseline: start}
    fields:
      what: {title: What}
      low: {title: Lowest, kind: number}
      high: {title: Highest, kind: number}
      start: {title: Start, kind: number}
      side: {title: Side, kind: choice, options: {a: this side, b: that side}}
exercises:
  - id: note
    title: Note
    steps:
      - id: scales
        kind: list
        prompt: Scales
        collect: scales
        record:
          what: {kind: short, prompt: What}
          low: {kind: number, prompt: Low}
          high: {kind: number, prompt: High}
          start: {kind: number, prompt: Start}
          side: {kind: choice, prompt: Side, options: {a: this side, b: that side}}
"""


def test_fields_of_every_kind_are_read_by_their_own_rule_also_without_the_pack(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(MEASURES, encoding="utf-8")
    opened = journal(tmp_path / "home", Clock(), (file,))
    record = {"what": "walks", "low": 0, "high": 7, "start": 2, "side": "a"}
    play(opened.begin("mine/note"), {"scales": [record]})
    opened.close()
    opened = journal(tmp_path / "home")
    (built,) = items.built_up(opened)
    (held,) = items.held(opened, built)

    def reword(**fields: object) -> changing.Outcome:
        return Rewording(opened, held.id).give([{"item": held.id, "fields": fields}])

    assert "below the highest" in reword(low=9).problem
    assert reword(side="c").problem
    assert reword(side="b", high=9).kept
    assert items.held(opened, built)[0].fields == {**record, "side": "b", "high": 9}
    assert items.held(opened, built)[0].label == "walks"
    opened.close()
