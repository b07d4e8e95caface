"""What PyYAML's syntax errors mean for somebody who writes a pack: one sentence with the mending in it.

The two parsers (libyaml's and the pure one) word the same error differently, so each rule looks for a part
of either wording. An error without a rule is passed on in the parser's words.
"""

from __future__ import annotations

from typing import Any, Final

from guide.packs.located import DEPTH, DIRECTIVE, NESTED, QUESTION, Fault, shown

_TAB: Final = "a tab is used for indenting; use spaces"
_INDENT: Final = (
    "this line does not fit the lines above: check its indentation, and put quotes around a text that begins"
    " with '{', '[' or a quotation mark"
)
_CODES: Final = "an escape after the backslash is not known; write \\\\ for a backslash, or use single quotes"
_NOTHING: Final = "something is missing here: a key, a value or a closing bracket"

# Part of the parser's problem -> our sentence. The first that fits is taken.
_PROBLEMS: Final = (
    ("tab character", _TAB),
    ("mapping values are not allowed", "a text that holds a colon and a space must be in quotes"),
    ("block sequence entries are not allowed", "a list begins on a line of its own, one '- ' for each item"),
    ("sequence entries are not allowed", "a list begins on a line of its own, one '- ' for each item"),
    ("comment or line break", "the text begins on the line after '|' or '>'"),
    ("expected a comment or a line break", "the text begins on the line after '|' or '>'"),
    ("chomping or indentation indicators", "the text begins on the line after '|' or '>'"),
    (
        "undefined tag handle",
        "YAML tags ('!') are not allowed in a pack; put a text that begins with '!' in quotes",
    ),
    ("incompatible YAML document", DIRECTIVE),
    ("expected node content", _NOTHING),
    ("expected the node content", _NOTHING),
    ("unexpected ':'", _NOTHING),
    ("document start", "the file goes on after its end; check the indentation of this line"),
    ("did not find expected key", _INDENT),
    ("did not find expected '-' indicator", _INDENT),
    ("expected <block end>", _INDENT),
)
# Part of what the parser was doing, or of its problem -> our sentence, told at the place where that began.
_CONTEXTS: Final = (
    ("unknown escape character", _CODES),
    ("escape sequence of", _CODES),
    ("expected hexdecimal number", _CODES),
    ("invalid Unicode character escape", "an escape in this text does not stand for a character; remove it"),
    ("could not find expected ':'", "a colon is missing after this key"),
    ("scanning a quoted scalar", "the quotation mark that opens here is never closed"),
    (
        "parsing a flow mapping",
        "the '{' that opens here is not closed, or a comma or quotes are missing inside",
    ),
    (
        "parsing a flow sequence",
        "the '[' that opens here is not closed, or a comma or quotes are missing inside",
    ),
    ("scanning an alias", "put a text that begins with '*' in quotes"),
    ("scanning an anchor", "put a text that begins with '&' in quotes"),
    (
        "scanning a tag",
        "YAML tags ('!') are not allowed in a pack; put a text that begins with '!' in quotes",
    ),
    ("parsing a tag", "YAML tags ('!') are not allowed in a pack; put a text that begins with '!' in quotes"),
    ("scanning a directive", DIRECTIVE),
    ("scanning a block scalar", "the text begins on the line after '|' or '>', indented by spaces"),
)


def explain(error: Any, text: str, plain_at: tuple[int, int] | None) -> Fault:
    """One fault for a `yaml.YAMLError` raised while parsing `text`.

    `plain_at` is the place of the last unquoted text inside braces: the pure parser stops at a question
    mark there, and the author has to look at where that text begins.
    """
    problem, context = str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or "")
    at = _at(getattr(error, "problem_mark", None))
    began = _at(getattr(error, "context_mark", None), at)
    if "nesting depth" in problem:  # libyaml's own cap, met while it looks ahead inside brackets
        return Fault(*_too_deep(text, at), NESTED)
    if "but got '?'" in problem:
        return Fault(*(plain_at or at), QUESTION)
    if "cannot start any token" in problem:
        return Fault(*at, _start(text, at))
    for part, sentence in _PROBLEMS:
        if part in problem:
            return Fault(*at, sentence)
    for part, sentence in _CONTEXTS:
        if part in context or part in problem:
            return Fault(*began, sentence)
    return Fault(*at, f"this is not valid YAML: {shown(problem or 'it cannot be read')}")


def _too_deep(text: str, at: tuple[int, int]) -> tuple[int, int]:
    """The bracket that goes one level too deep, counted as brackets stand; else where the parser stopped."""
    depth, line, begun = 0, 1, -1
    for place, character in enumerate(text):
        if character == "\n":
            line, begun = line + 1, place
        elif character in "[{":
            depth += 1
            if depth > DEPTH:
                return line, place - begun
        elif character in "]}":
            depth = max(0, depth - 1)
    return at


def _start(text: str, at: tuple[int, int]) -> str:
    """About a character that nothing can begin with."""
    line = text.split("\n")[at[0] - 1] if at[0] <= text.count("\n") + 1 else ""
    character = line[at[1] - 1 : at[1]]
    return (
        _TAB if character in ("\t", "") else f"put quotes around a text that begins with {shown(character)}"
    )


def _at(mark: Any, fallback: tuple[int, int] = (1, 1)) -> tuple[int, int]:
    return fallback if mark is None else (mark.line + 1, mark.column + 1)
