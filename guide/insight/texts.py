"""Small helpers that make numbers and outside words fit into lines of plain text."""

from __future__ import annotations

from collections.abc import Sequence

JOINERS = "\u200c\u200d"  # people type these inside words and emoji; they are no control characters to them


def clean(text: str) -> str:
    """Outside words on one line, without control characters, line breaks or direction overrides."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in JOINERS else " " for char in text)


def cells(text: str) -> int:
    """How many columns a text takes at most: wide characters two, everything else one.

    Marks that combine are counted as one although most terminals give them none, so that a line measured
    here is never wider than allowed on any of them.
    """
    if text.isascii():
        return len(text)
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def clip(text: str, width: int) -> str:
    """As much of a text as fits into `width` columns."""
    if cells(text) <= width:
        return text
    kept = ""
    room = width
    for char in text:
        room -= cells(char)
        if room < 0:
            break
        kept += char
    return kept


def shortened(text: str, width: int) -> str:
    """A text on one line of at most `width` columns, cut between words and marked where it was cut.

    Only a word that takes half of the line alone is cut inside.
    """
    line = " ".join(clean(text).split())
    if cells(line) <= width:
        return line
    kept = clip(line, width - 1)
    words = kept.rpartition(" ")[0] if line[len(kept)].isalnum() else kept
    return (words if cells(words) * 2 >= width else kept).rstrip(" ,;:") + "…"


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Lines of at most `width` columns, the second and later ones set in by `indent`.

    A word longer than a line is cut. `width` below 1 gives no lines.
    """
    if width < 1:
        return []
    if len(indent) + 2 > width:
        indent = ""
    lines: list[str] = []
    line = ""
    for word in clean(text).split():
        joined = f"{line} {word}" if line.strip() else f"{line}{word}"
        if cells(joined) <= width:
            line = joined
            continue
        if line.strip():
            lines.append(line)
            line = indent
        line, full = _cut(line + word, width, indent)
        lines += full
    if line.strip():
        lines.append(line)
    return lines


def _cut(text: str, width: int, indent: str) -> tuple[str, list[str]]:
    """A text without spaces to break at: what is left over for the last line, and the full lines."""
    full: list[str] = []
    while cells(text) > width:
        head = clip(text, width)
        if not head.strip():  # a wide character in a column of one
            return "", full
        full.append(head)
        text = indent + text[len(head) :]
    return text, full


def number(value: float) -> str:
    """A number as people write it: no trailing zeros, at most two decimals."""
    rounded = round(float(value), 2)
    if rounded == int(rounded):
        return str(int(rounded))
    return f"{rounded:g}" if abs(rounded) < 1e4 else f"{rounded:.2f}".rstrip("0")


def counted(n: int, words: tuple[str, str]) -> str:
    """A count with its noun: `words` holds the text for one, and the text with `{n}` for the others."""
    return words[0] if n == 1 else words[1].format(n=n)


def listed(parts: Sequence[str], last: str) -> str:
    """Parts as a list in words: "a", "a and b", "a, b and c" (`last` is "and" or "or")."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
