"""A pack that uses the kinds which keep, change and show again what a person has."""

from __future__ import annotations

from typing import Final

PACK: Final = """\
format: 1
id: trial
version: "1"
title: Trial
language: en
series:
  walked: {title: Minutes walked, range: {min: 0, max: 600}, unit: minutes}
  hard: {title: How hard, range: {min: 0, max: 10}, per: plans}
collections:
  things:
    title: Things
    label: "{what}"
    fields: {what: {title: What}, since: {title: Since, kind: date, approximate: true}, times: {title: Times, kind: number}}
  plans:
    title: Plans
    label: "If {cue}, then {action}"
    fields:
      cue: {title: If}
      action: {title: Then}
      obstacle: {title: Obstacle}
      tried: {title: Tried, options: {"yes": "Yes, it came", "no": "No, not yet"}}
      happened: {title: What happened}
  sentences: {title: Sentences, label: "{text}", fields: {text: {title: Text}}, role: sentences}
exercises:
  - id: numbers
    title: Numbers
    steps:
      - {id: walked, kind: number, prompt: How long did you walk, track: walked, numb: true}
      - {id: since, kind: date, prompt: Since when, approximate: true}
      - {id: together, kind: count, prompt: Together, of: [walked], how: sum}
  - id: things
    title: Things
    steps:
      - id: list
        kind: list
        prompt: Things you do again
        collect: things
        existing: edit
        record:
          what: {kind: short, prompt: What}
          since: {kind: date, prompt: Since, approximate: true, optional: true}
          times: {kind: number, prompt: Times, optional: true, numb: true, range: {min: 0, max: 50}}
  - id: plan
    title: Plan
    steps:
      - {id: which, kind: pick, prompt: For what, from: things, own: "true"}
      - id: plan
        kind: plan
        prompt: One plan
        for: which
        collect: plans
        cue: {prompt: If}
        action: {prompt: Then I}
        obstacle: {prompt: In the way}
  - id: update
    title: Update
    steps:
      - id: update
        kind: update
        prompt: What became of them
        from: plans
        order: oldest
        ask:
          tried: {kind: choice, prompt: Did it come}
          happened: {kind: short, prompt: What happened}
          how: {kind: scale, prompt: How hard, track: hard, numb: true}
  - id: look
    title: Look
    steps:
      - {id: chart, kind: chart, prompt: Over time, series: walked, say: I walked.}
      - {id: before, kind: recall, prompt: Last time, from: {exercise: things, step: list}, show: latest}
      - id: grid
        kind: grid
        prompt: How are they
        from: things
        own_rows: true
        columns: {same: {text: as before}, more: {text: more}}
  - id: fair
    title: Fair
    steps:
      - {id: facts, kind: pick, prompt: Which facts, from: things, own: "true"}
      - {id: sentence, kind: sentence, prompt: In your own words, evidence: facts, collect: sentences, revise: true}
"""
