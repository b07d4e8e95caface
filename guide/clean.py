"""What outside text loses before it is shown anywhere: whatever can steer a terminal or hide itself.

Terminals act on control characters (an OSC 52 sequence writes the clipboard), bidi controls can make a
line read as another ("Trojan Source", CVE-2021-42574), and zero-width, tag and other format characters hide
text. Of those that draw nothing, the joiners U+200C and U+200D and the variation selectors stay: Persian, Hindi
and emoji need them. The signs of Arabic, Syriac and Kaithi that Unicode counts as format characters are seen.
"""

from __future__ import annotations

import re

_BODY = r"[^\x07\x1b\x90\x98\x9c-\x9f\n\r]*+"
_SEQUENCE = (
    # OSC, DCS, SOS, PM and APC with their payload, when they are ended on the same line.
    rf"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f]){_BODY}(?:\x07|\x1b\\|\x9c)"
    # CSI with its parameters, and the short escapes that choose character sets.
    r"|(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    r"|\x1b[ -/]++[0-~]"
)
_BREAK = "\r\n|[\r\v\f\x85\u2028\u2029]"
_SINGLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL and C1, but tab and the line breaks
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # bidi controls, zero-width space, BOM
    "\u2060-\u2065\u206a-\u206f"  # invisible operators and deprecated format characters
    "\u00ad\u180e\ufff0-\ufffb"  # soft hyphen, Mongolian vowel separator, annotations
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # of hieroglyphs, shorthand, music
    "\ud800-\udfff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # lone surrogates, tag characters
)
_ANY = rf"[{_SINGLE}\r\v\f\x85\u2028\u2029]"
# The look ahead lets the matcher step over good characters without trying each alternative.
_BAD = re.compile(rf"(?={_ANY})(?:{_SEQUENCE}|({_BREAK})|[{_SINGLE}])")
_EACH = re.compile(_ANY)
_SPACES = str.maketrans({"\n": " ", "\t": " "})


def clean(text: str, *, lines: bool = True) -> str:
    """Return `text` without anything that steers a terminal or hides itself; linear in its length.

    Whole escape sequences go with their payload when they are complete; of an unfinished one only the
    introducer goes, so that no words are lost. Other line breaks become a newline. With `lines=False`
    newlines and tabs become spaces. Cleaning twice changes nothing more. Never raises.
    """
    if not text.isprintable():
        text = _BAD.sub(lambda found: "\n" if found[1] else "", text)
        if not lines:
            text = text.translate(_SPACES)
    return text


def in_json(text: str) -> str:
    """JSON in which everything that `clean` would take out is written as an escape: it still says the same.

    Taken out, it would be lost; made a newline, it would break the text that it stands in.
    """
    return _EACH.sub(_as_escape, text)


def _as_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def one_line(text: str) -> str:
    """The same in one line without space to spare: a break in a title could make a line that passes for one of ours."""
    return " ".join(clean(text, lines=False).split())
