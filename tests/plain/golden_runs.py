"""What the golden transcripts are made of. `python -m tests.plain.golden_runs` writes them anew.

Each `.in` file holds the lines typed, one a line; the `.txt` beside it the whole conversation. Read a new
transcript aloud before keeping it: that is what it is for.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from guide.journal.journal import Journal

from .talking import at_home, opened, talk

FOLDER = Path(__file__).with_name("golden")
BEFORE = {
    "build-a-sentence": ["then-now"],
    "rehearse": ["then-now", "build-a-sentence"],
    "both-true": ["then-now"],
    "look-at-the-data": ["catch-the-discount"],
    "use-it-again": ["then-now"],
    "weekly-look-back": ["then-now"],
}
"""What has to be there first."""
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.in")))
DESK = "home"


def typed(name: str) -> list[str]:
    """The lines of a transcript."""
    return (FOLDER / f"{name}.in").read_text(encoding="utf-8").split("\n")[:-1]


def transcript(name: str, home: Path) -> str:
    """The conversation in a new notebook under `home`, ending with the exit code."""
    journal: Journal = opened(home, packs=())
    for earlier in BEFORE.get(name, []):
        code, shown = talk(journal, earlier, typed(earlier))
        assert code == 0, shown
    code, shown = at_home(journal, typed(name)) if name == DESK else talk(journal, name, typed(name))
    journal.close()
    return f"{shown.rstrip()}\n(exit code {code})\n"


def main() -> None:
    """Write every transcript anew."""
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            text = transcript(name, Path(folder))
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
