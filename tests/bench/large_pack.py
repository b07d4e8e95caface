"""A pack of about one megabyte in three hundred exercise files, with prose, conditions, pipes and feeds in each."""

from __future__ import annotations

from pathlib import Path
from typing import Final

EXERCISES: Final = 300

_PACK: Final = """format: 1
id: large
version: "1.0"
title: A large pack
language: en
series:
  ease: {title: Ease, range: {min: 0, max: 10, low: hard, high: easy}}
collections:
  facts: {title: Facts, label: "{then} -> {now}", fields: {then: {title: Then}, now: {title: Now}}}
values:
  word: {title: My word, default: so}
progress:
  - {show: line, series: ease}
  - {show: items, collection: facts}
exercises:
"""
_EXERCISE: Final = """# Exercise {n}
id: exercise-{n}
title: A small thing, number {n}
minutes: 3
purpose: Look at one small thing of the day, and write down what was there.
why: >
  A note from a plain day can be of use on a hard one. Nobody has to read it. It may stay as short as you like, and
  you can leave any part of it open. What you write here stays on this computer.
suggest: {{times: 2, per: week}}
steps:
  - id: intro
    kind: text
    text: >
      This takes about three minutes. There is no right answer, and nothing has to be found here today. You can stop
      at any point, and what you wrote up to then is kept as it stands.
  - id: kind
    kind: choice
    prompt: Which of these comes closest to how this day was
    help: The nearest one will do. If none of them fits, write your own word for it.
    options: {{plain: A plain day, hard: "A hard day, as some are", light: {{text: A lighter day than most, key: l}}}}
    other: true
    keep: word
  - id: how
    kind: scale
    prompt: How easy was it to get going
    track: ease
    numb: true
  - id: what
    kind: choices
    prompt: What was there today
    options: {{people: People, work: Work or chores, rest: Rest, outside: Time outside, none: None of these}}
    exclusive: [none]
    pick: {{max: 3}}
  - id: note
    kind: short
    prompt: One thing you did, however small
    max_length: 200
    examples: [I took the bins out, I rang Ann, I sat by the window]
    when: {{any: [{{answer: kind, any_of: [plain, light]}}, {{answer: how, at_least: 3}}]}}
  - id: pairs
    kind: list
    prompt: Then and now, as plain facts
    collect: facts
    record:
      then: {{kind: short, prompt: Then I, optional: true}}
      now: {{kind: short, prompt: Now I, nudge: concrete}}
    items: {{min: 0, suggested: 1, max: 3}}
    when: {{all: [{{answer: what, none_of: [none]}}, {{not: {{answer: kind, is: hard}}}}]}}
  - id: today
    kind: grid
    prompt: Beside a day like most
    rows: {{sleep: sleep, food: food, company: company, rest: rest}}
    columns: {{less: {{text: less, counts: less}}, same: much the same, more: more, none: {{text: no occasion, state: no-occasion}}}}
    own_rows: true
    help: Answer the ones you like. A row that stays open is no answer, and none is needed.
  - id: which
    kind: pick
    prompt: Which of these would you like to keep in sight
    from: facts
    own: now
    order: least-recent
    pick: {{min: 0, max: 2}}
    in_view: true
  - id: sentence
    kind: sentence
    prompt: Put it in your own words. Change anything you like.
    evidence: which
    frames: ["It was a plain day, and I {{now}}.", "{{now}}. That took something from me."]
    doubt: and part of me is not so sure
    believable: {{prompt: How well does it fit, track: ease, smaller_below: 4}}
  - id: again
    kind: yes-no
    prompt: Would you do it again
    more: true
  - id: hard-day
    kind: text
    text: You said {{kind}}. A hard day is a day, too. It is kept, and nothing else is asked of you now.
    when: {{answer: kind, is: hard}}
  - id: end
    kind: text
    text: "Your word for it is {{word}}, and you wrote down {{pairs.count}} of them. That is all for now."
"""


def write(folder: Path, exercises: int = EXERCISES) -> int:
    """Write the pack into a folder; the bytes it has."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"exercise-{n}.yaml" for n in range(exercises)]
    (folder / "pack.yaml").write_text(_PACK + "".join(f"  - {name}\n" for name in names), encoding="utf-8")
    for n, name in enumerate(names):
        (folder / name).write_text(_EXERCISE.format(n=n), encoding="utf-8")
    return sum(file.stat().st_size for file in folder.iterdir())
