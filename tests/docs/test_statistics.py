"""The page on statistics holds every number that the code decides by, and each as it is."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import guide

from .blocks import DOCS

TEXT = (DOCS / "statistics.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w.]+)\.([A-Z_]+)` \| (\d+) \| (.+) \|$", re.MULTILINE)
CONSTANT = re.compile(r"^([A-Z][A-Z_]*)(?:: Final)? = (?:\d|1e)", re.MULTILINE)
PAIR = re.compile(r"^([A-Z_]+), ([A-Z_]+) = \d", re.MULTILINE)
ELSEWHERE = {
    "insight/coming_back.py": "docs/what-next.md",
    "insight/rules.py": "docs/what-next.md",
    "insight/upkeep.py": "docs/what-next.md",
    "journal/progress_charts.py:LOW": "rows of a chart on the screen",
}


def test_each_number_is_the_one_in_the_code() -> None:
    rows = ROW.findall(TEXT)
    assert len(rows) > 25
    for module, name, value, what in rows:
        assert getattr(import_module(f"guide.{module}"), name) == int(value), (module, name)
        assert what


def test_no_number_of_the_view_is_left_out() -> None:
    named = {f"{module}.{name}" for module, name, _, _ in ROW.findall(TEXT)}
    root = Path(guide.__file__).parent
    files = [*(root / "insight").glob("*.py"), *(root / "journal").glob("progress*.py")]
    files = [file for file in files if not file.name.startswith("summary")]
    found = set()
    for file in files:
        place = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        for name in [*CONSTANT.findall(text), *(one for pair in PAIR.findall(text) for one in pair)]:
            if place not in ELSEWHERE and f"{place}:{name}" not in ELSEWHERE:
                found.add(f"{place.removesuffix('.py').replace('/', '.')}.{name}")
    assert found <= named, found - named


def test_what_it_says_of_numbers_in_words() -> None:
    from guide.insight import trend
    from guide.journal import progress_spans

    assert trend.LONGEST_JOIN == 7 and "no more than seven days apart" in TEXT.replace("\n  ", " ")
    assert progress_spans.DAYS == {"4w": 28, "3m": 91, "1y": 365, "all": 0}
    assert "our own judgement" in TEXT
