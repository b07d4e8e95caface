"""Frozen steps as the model hands them over, one of each kind."""

from __future__ import annotations

from typing import Any

RANGE = {"min": 0, "max": 10, "low": "not muted", "high": "I feel nothing at all"}

ASK: dict[str, dict[str, Any]] = {
    "came": {"kind": "yes-no", "prompt": "Did it come"},
    "what": {"kind": "short", "prompt": "What happened", "max_length": 100, "optional": True,
             "examples": ["it was raining"]},
    "now": {"kind": "scale", "prompt": "Where is it now", "range": RANGE, "numb": True},
}  # fmt: skip

STEPS: dict[str, dict[str, Any]] = {
    "text": {"id": "t", "kind": "text", "text": "Words to read.", "offer": ["support", "help-now", "rehearse"]},
    "choice": {
        "id": "c", "kind": "choice", "prompt": "Which", "other": True,
        "options": {"pleasant": {"text": "The pleasant ones", "key": "p"}, "both": {"text": "Both", "key": "b"},
                    "sure": {"text": "Not sure", "key": "?"}},
    },
    "choices": {
        "id": "cs", "kind": "choices", "prompt": "Which ones", "other": True, "exclusive": ["none"],
        "options": {"one": {"text": "One"}, "two": {"text": "Two"}, "none": {"text": "None of these"}},
    },
    "yes-no": {"id": "y", "kind": "yes-no", "prompt": "Is it so"},
    "scale": {"id": "s", "kind": "scale", "prompt": "How much", "range": RANGE, "numb": True, "cannot_tell": True},
    "short": {
        "id": "sh", "kind": "short", "prompt": "In a line", "max_length": 100,
        "examples": ["laughed at the cat"], "starters": ["Since about "],
    },
    "long": {"id": "lo", "kind": "long", "prompt": "In several", "max_length": 1000, "starters": ["It was "]},
    "list": {
        "id": "li", "kind": "list", "prompt": "Then and now", "items": {"min": 0, "suggested": 2, "max": 3},
        "record": {
            "then": {"kind": "short", "prompt": "Then I", "optional": True, "max_length": 100},
            "now": {"kind": "short", "prompt": "Now I", "nudge": "concrete", "max_length": 100,
                    "examples": ["fed the cat"]},
            "how": {"kind": "scale", "prompt": "How hard", "range": RANGE, "numb": True, "optional": True},
            "who": {"kind": "choice", "prompt": "With whom", "options": {"me": {"text": "me"}, "us": {"text": "us"}},
                    "other": True, "optional": True},
        },
    },
    "grid": {
        "id": "g", "kind": "grid", "prompt": "For each", "own_rows": True,
        "rows": {"joy": {"text": "joy"}, "calm": {"text": "calm"}, "anger": {"text": "anger"},
                 "desire": {"text": "desire", "off": True}},
        "columns": {"same": {"text": "much the same"}, "muted": {"text": "muted"}, "absent": {"text": "absent"}},
    },
    "pick": {
        "id": "p", "kind": "pick", "prompt": "Which facts", "own": "now", "pick": {"min": 1, "max": 3},
        "choices": [{"item": "i1", "collection": "core/skills", "label": "first", "fields": {}, "refs": []},
                    {"item": "i2", "collection": "core/skills", "label": "second", "fields": {}, "refs": []}],
    },
    "sentence": {
        "id": "se", "kind": "sentence", "prompt": "In your own words", "facts": ["left texts -> answer Sam"],
        "starts": ["It may have made room. I answer Sam.", "I answer Sam."], "refs": [],
        "doubt": "and part of me does not buy it",
        "believable": {"prompt": "How fair is it", "range": RANGE, "smaller_below": 4},
    },
    "rehearse": {
        "id": "r", "kind": "rehearse", "prompt": "Say it aloud.", "help": "You can stop.",
        "said": {"item": "i9", "text": "I answer Sam.", "evidence": ["left texts -> answer Sam"]},
        "ways": {"aloud": "aloud", "head": "in my head"},
        "before": {"rate": {"prompt": "Expected", "range": RANGE, "numb": True},
                   "ask": {"prompt": "What do you expect", "optional": True, "rounds": "first"}},
        "after": {"rate": {"prompt": "Was", "range": RANGE, "numb": True},
                  "ask": {"prompt": "What did happen", "optional": True, "rounds": "first"}},
        "strong": {"at_least": 8, "offer": ["stop", "smaller", "again", "support"]},
        "rounds": {"min": 1, "suggested": 1, "max": 3},
    },
    "number": {
        "id": "n", "kind": "number", "prompt": "How long", "range": {"min": 0, "max": 600}, "unit": "minutes",
        "numb": True, "cannot_tell": True,
    },
    "date": {"id": "d", "kind": "date", "prompt": "Since when", "approximate": True, "remembered": True},
    "update": {"id": "u", "kind": "update", "prompt": "What became of them", "choices": [
        {"item": "p1", "collection": "core/plans", "label": "after lunch", "fields": {}, "refs": [], "ask": ASK},
        {"item": "p2", "collection": "core/plans", "label": "on the stairs", "fields": {}, "refs": [], "ask": ASK},
    ]},
    "plan": {
        "id": "pl", "kind": "plan", "prompt": "If it comes up", "items": {"max": 1}, "about": ["answer Sam"],
        "record": {
            "cue": {"kind": "short", "prompt": "If", "max_length": 300, "examples": ["the phone rings"]},
            "action": {"kind": "short", "prompt": "Then I", "max_length": 300},
            "obstacle": {"kind": "short", "prompt": "In the way", "max_length": 300, "optional": True},
        },
    },
    "chart": {
        "id": "ch", "kind": "chart", "prompt": "How it went", "say": "I answered Sam.",
        "rows": ["10 |   *", " 0 +--------"], "words": ["Three answers, 4 to 7."],
    },
    "recall": {"id": "re", "kind": "recall", "prompt": "Last time", "lines": ["2 March: fed the cat", "two of them"]},
    "count": {"id": "co", "kind": "count", "prompt": "Together", "how": "sum", "number": 7, "n": 2, "all": 3, "of": []},
}  # fmt: skip
