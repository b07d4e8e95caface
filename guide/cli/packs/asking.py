"""A yes or a no, from a person at a terminal."""

from __future__ import annotations

import sys

from guide.clean import clean
from guide.errors import GuideError
from guide.words.packs import YES_NO


def confirmed(question: str, *, yes: bool, refused: str, remedy: str) -> bool:
    """Ask, and tell whether the answer was yes; Enter alone and the end of input are no.

    With `yes` nothing is asked. Raises GuideError with the two sentences when nobody is there to ask.
    """
    if yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise GuideError(refused, remedy, code=2)
    to = sys.stdout if sys.stdout is not None and sys.stdout.isatty() else sys.stderr
    try:
        print(f"{question} {YES_NO} ", end="", file=to, flush=True)
        line = sys.stdin.readline(1000)
    except (OSError, ValueError, AttributeError):  # a terminal that went away, or bytes that are no text
        return False
    if not line.endswith("\n"):
        print(file=to)
    return clean(line, lines=False).strip().lower() in ("y", "yes")
