"""What PyYAML's syntax errors mean for somebody who writes a pack: one sentence with the mending in it.

The two parsers (libyaml's and the pure one) word the same error differently, so each rule looks for a part
of either wording, and then at the text itself (`around`). An error without a rule is passed on in the
parser's words.
"""

from __future__ import annotations

import re
from typing import Any, Final

from guide.packs.around import (
    At,
    Guess,
    above,
    bracket_too_deep,
    key_end,
    line_at,
    misplaced,
    parts,
    too_deep,
)
from guide.packs.located import DIRECTIVE, NESTED, QUESTION, Fault, shown
from guide.packs.lookalikes import odd
from guide.packs.tabs import TAB, tabs

COLON: Final = "A text that holds a colon and a space must be in quotes."
APOSTROPHE: Final = "An apostrophe ends this text. Write '' for one, or put the text in double quotes."
INNER_QUOTE: Final = (
    'A quotation mark ends this text here. Write \\" for one inside it, or put the text in single quotes.'
)
AFTER_QUOTE: Final = "The text goes on after its closing quotation mark. Put all of it in quotes, or none."
BRACED: Final = "Put quotes around a text that begins with '{sign}'."
OPEN_QUOTE: Final = "The quotation mark that opens here is never closed."
NOT_CLOSED: Final = "The '{sign}' that opens here is never closed."
COMMA: Final = "Inside braces or brackets a comma is missing before this, or quotes around the text."
SEMICOLON: Final = "A comma belongs here, not a semicolon."
TAB_INSIDE: Final = "A tab stands here; use a space."
NO_COLON: Final = "A colon is missing after this key."
NO_SPACE: Final = "A space is missing after this colon."
NOT_A_KEY: Final = (
    "This line is no key with a colon. If it goes on with the text above, set it in further than that key."
)
_INDENT: Final = (
    "This line does not fit the lines above: check where it begins, and put quotes around a text that begins"
    " with '{', '[' or a quotation mark."
)
_CODES: Final = (
    "An escape after the backslash is not known; write \\\\ for a backslash, or use single quotes."
)
_NOTHING: Final = "Something is missing here: a key, a value or a closing bracket."
_LIST: Final = (
    "A list begins on a line of its own, one '- ' for each entry."
    " Put quotes around a text that begins with '-'."
)
_BLOCK: Final = (
    "After '|' or '>' the text begins on the next line. Put quotes around a text that begins with either."
)
_TAGS: Final = "YAML tags ('!') are not allowed in a pack; put a text that begins with '!' in quotes."
_STAND_IN: Final = "\u00b7"
"""Stands for a sign that must not be one, while the rest of the file is read."""
_RATIO: Final = "\u2236"
"""Stands for the colon of a text, in the same way."""

# Part of the parser's problem or of what it was doing -> our sentence, and whether it is told where that began.
_RULES: Final = (
    ("block sequence entries are not allowed", _LIST, False),
    ("sequence entries are not allowed", _LIST, False),
    ("comment or line break", _BLOCK, True),
    ("expected a comment or a line break", _BLOCK, True),
    ("chomping or indentation indicators", _BLOCK, True),
    ("mapping keys are not allowed", "Put quotes around a text that begins with '?'.", False),
    ("undefined tag handle", _TAGS, False),
    ("incompatible YAML document", DIRECTIVE, False),
    ("expected node content", _NOTHING, False),
    ("expected the node content", _NOTHING, False),
    ("unexpected ':'", _NOTHING, False),
    ("document start", "The file goes on after its end; check where this line begins.", False),
    ("unknown escape character", _CODES, True),
    ("escape sequence of", _CODES, True),
    ("expected hexdecimal number", _CODES, True),
    ("invalid Unicode character escape", "An escape in this text does not stand for a character; remove it.", True),
    ("scanning a quoted scalar", OPEN_QUOTE, True),
    ("scanning an alias", "Put a text that begins with '*' in quotes.", True),
    ("scanning an anchor", "Put a text that begins with '&' in quotes.", True),
    ("scanning a tag", _TAGS, True),
    ("parsing a tag", _TAGS, True),
    ("scanning a directive", DIRECTIVE, True),
    ("scanning a block scalar", "After '|' or '>' the text begins on the next line, set in by spaces.", True),
)  # fmt: skip
_SIGNS: Final = (_LIST, _BLOCK, _TAGS, *(one[1] for one in _RULES if one[1].startswith("Put ")))
"""Sentences about one sign that something begins with."""
_BLOCKS: Final = ("did not find expected key", "did not find expected '-' indicator", "expected <block end>")
_FLOWS: Final = ("parsing a flow mapping", "parsing a flow sequence")
_OPENED: Final = re.compile(r"(?:(?:^|[:\-,{\[]) *)(['\"{\[])")
_VALUE: Final = re.compile(r"[^\"'#]{0,90}?: +([\"'])|[ -]*([\"'])")
_GLUED: Final = re.compile(r"[ \-]*[\w-]{1,80}(:)(?=[^\s:/])")


def explain(error: Any, text: str, plain_at: At | None) -> list[Guess]:
    """What a `yaml.YAMLError` raised while parsing `text` may mean, the likeliest first; never empty.

    `plain_at` is the place of the last unquoted text inside braces: the pure parser stops at a question
    mark there, and the author has to look at where that text begins.
    """
    problem, context = str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or "")
    at = _at(getattr(error, "problem_mark", None))
    began = _at(getattr(error, "context_mark", None), at)
    if "nesting depth" in problem:  # libyaml's own cap, met while it looks ahead inside brackets
        return [Guess(Fault(*bracket_too_deep(text, at), NESTED))]
    lines = text.split("\n")
    if "but got '?'" in problem:
        return [_replaced(lines, plain_at or at, at, QUESTION, "\uff1f")]
    if "tab character" in problem or _sign_at(lines, at) == "\t":
        inside = line_at(lines, at[0])[: at[1] - 1].strip()
        return [_tab_inside(lines, at)] if inside else tabs(lines, at)
    strange = odd(lines, at)
    if strange is not None and not any(one in problem + context for one in ("escape", "nesting")):
        return [strange]
    return _by_kind(problem, context, lines, at, began) or [
        Guess(Fault(*at, f"This is not valid YAML: {shown(problem or 'it cannot be read')}."))
    ]


def _by_kind(problem: str, context: str, lines: list[str], at: At, began: At) -> list[Guess]:
    """The guesses for one kind of error; none when it has no rule."""
    if "cannot start any token" in problem:
        sign = _sign_at(lines, at)
        sentence = (
            f"Put quotes around a text that begins with {shown(sign)}." if sign else TAB.format(more="")
        )
        return [_replaced(lines, at, at, sentence)]
    if "mapping values are not allowed" in problem:
        at_key = key_end(line_at(lines, at[0])) == at[1]
        found = (_first_without_colon(lines, at) or too_deep(lines, at)) if at_key else []
        return found or [_colon_in_text(lines, at)]
    if "could not find expected ':'" in problem:
        return [_without_colon(lines, began)]
    if any(one in problem for one in _BLOCKS):
        return misplaced(lines, at) or [_goes_on(lines, at)]
    if any(one in context for one in _FLOWS) and "expected" in problem and "node content" not in problem:
        return [_in_braces(lines, at, began)]
    for part, sentence, where in _RULES:
        if part in problem or part in context:
            place = began if where else at
            if sentence == OPEN_QUOTE:
                return [_closed(lines, place, _sign_at(lines, place), OPEN_QUOTE)]
            return [
                _replaced(lines, place, place, sentence)
                if sentence in _SIGNS
                else Guess(Fault(*place, sentence))
            ]
    return []


def _at(mark: Any, fallback: At = (1, 1)) -> At:
    return fallback if mark is None else (mark.line + 1, mark.column + 1)


def _sign_at(lines: list[str], at: At) -> str:
    return lines[at[0] - 1][at[1] - 1 : at[1]] if at[0] <= len(lines) else ""


def _replaced(lines: list[str], told: At, at: At, sentence: str, sign: str = _STAND_IN) -> Guess:
    """A sentence, and the line with another character at the place."""
    if not _sign_at(lines, at).strip():
        return Guess(Fault(*told, sentence))
    line = lines[at[0] - 1]
    return Guess(Fault(*told, sentence), {at[0]: line[: at[1] - 1] + sign + line[at[1] :]})


def _tab_inside(lines: list[str], at: At) -> Guess:
    """A tab between words, at which the pure parser stops."""
    line = lines[at[0] - 1]
    return Guess(Fault(*at, TAB_INSIDE), {at[0]: line[: at[1] - 1] + " " + line[at[1] :]})


def _closed(lines: list[str], at: At, sign: str, sentence: str, *, proven: bool = False) -> Guess:
    """A sentence, and the line with a closing sign at its end."""
    line = lines[at[0] - 1] if at[0] <= len(lines) else ""
    meant = {at[0]: line.rstrip() + sign} if line and sign else {}
    return Guess(Fault(*at, sentence), meant, sure=False, proven=proven)


def _colon_in_text(lines: list[str], at: At) -> Guess:
    line = lines[at[0] - 1]
    rest = re.sub(r":(?= |$)", _RATIO, line[at[1] - 1 :])
    return Guess(Fault(*at, COLON), {at[0]: line[: at[1] - 1] + rest})


def _without_colon(lines: list[str], began: At) -> Guess:
    line = line_at(lines, began[0])
    if found := _GLUED.match(line):
        place = found.end()
        meant = lines[began[0] - 1][:place] + " " + lines[began[0] - 1][place:]
        return Guess(Fault(began[0], place, NO_SPACE), {began[0]: meant})
    content = parts(line)[2]
    word = re.match(r"[a-z][\w-]*(?= |$)", line[content:])
    if word is None or content + 1 != began[1]:
        return Guess(Fault(*began, NOT_A_KEY if word is None else NO_COLON))
    place = content + word.end()
    meant = lines[began[0] - 1][:place] + ":" + lines[began[0] - 1][place:]
    return Guess(Fault(*began, NO_COLON), {began[0]: meant}, False, True)


def _first_without_colon(lines: list[str], at: At) -> list[Guess]:
    """The line above a key that is none, where the first of several keys belongs."""
    line = line_at(lines, at[0])
    before = next(above(lines, at[0]), 0)
    content = parts(line)[2]
    other = line_at(lines, before)
    if not before or key_end(other) or parts(other)[2] != content:
        return []
    guess = _without_colon(lines, (before, content + 1))
    return [guess] if guess.lines else []


def _goes_on(lines: list[str], at: At) -> Guess:
    """Words that stand behind something that was closed: quotes, braces or brackets."""
    line = line_at(lines, at[0])
    before = line[: at[1] - 1].rstrip()
    sign = before[-1:]
    opened = max((one.start(1) for one in _OPENED.finditer(before[:-1])), default=-1)
    if sign in ("'", '"'):
        begin = _begun(before, sign)
        if begin < 0:
            return _unclosed_above(lines, at, sign) or Guess(Fault(*at, AFTER_QUOTE))
        return _after_quote(lines, at, begin, len(before) - 1)
    if sign in ("}", "]") and opened >= 0:
        opening = line[opened]
        meant = line.replace("{", "(").replace("}", ")").replace("[", "(").replace("]", ")")
        return Guess(
            Fault(at[0], opened + 1, BRACED.format(sign=opening)), {at[0]: meant} if len(line) < 400 else {}
        )
    return Guess(Fault(*at, _INDENT))


def _begun(before: str, sign: str) -> int:
    """Where on this line the text opens that the sign at its end closes; -1 when that is further up."""
    found = [one.start(1) for one in _OPENED.finditer(before[:-1]) if one[1] == sign]
    return found[-1] if found else -1


def _after_quote(lines: list[str], at: At, begin: int, end: int) -> Guess:
    """A text in quotes that goes on behind them, `begin` and `end` being the quotes, from 0."""
    line = lines[at[0] - 1]
    inner = "\u2019" if line[end] == "'" else "\u201d"
    last = line.rstrip().rfind(line[end])
    if at[1] - 2 == end and last > end:  # a letter stands right behind it, and the text is closed further on
        meant = line[: begin + 1] + line[begin + 1 : last].replace(line[end], inner) + line[last:]
        sentence = APOSTROPHE if line[end] == "'" else INNER_QUOTE
        return Guess(Fault(at[0], end + 1, sentence), {at[0]: meant})
    meant = line[:begin] + inner + line[begin + 1 : end] + inner + line[end + 1 :]
    return Guess(Fault(*at, AFTER_QUOTE), {at[0]: meant})


def _unclosed_above(lines: list[str], at: At, sign: str) -> Guess | None:
    """The nearest line above whose value opens with this quotation mark and does not close on it."""
    keys = bool(key_end(line_at(lines, at[0])))
    for number in above(lines, at[0]):
        line = line_at(lines, number)
        found = _VALUE.match(line)
        if found is not None and sign in (found[1], found[2]):
            place = found.end()
            if line[place - 1 :].count(sign) % 2:
                return _closed(lines, (number, place), sign, OPEN_QUOTE, proven=True) if keys else None
        keys = keys or bool(key_end(line))
    return None


def _in_braces(lines: list[str], at: At, began: At) -> Guess:
    """Something inside braces or brackets that is neither a comma nor their end."""
    sign = _sign_at(lines, began)
    line = line_at(lines, at[0])
    close = "}" if sign == "{" else "]"
    if at[0] != began[0]:
        opening = line_at(lines, began[0])
        if (quote := opening.rfind('"')) >= began[1] and opening[began[1] :].count('"') % 2:
            return Guess(Fault(began[0], quote + 1, OPEN_QUOTE))
        outside = parts(line)[0] <= parts(opening)[0]
        if not line.strip() or (outside and (key_end(line) or line.lstrip().startswith("-"))):
            return _closed(lines, began, close, NOT_CLOSED.format(sign=sign), proven=bool(line.strip()))
        return Guess(Fault(*at, COMMA))
    if _sign_at(lines, at) in ("", "}", "]"):
        return _closed(lines, began, close, NOT_CLOSED.format(sign=sign))
    semicolon = line.rfind(";", began[1], at[1] - 1)
    if semicolon >= 0:
        meant = lines[at[0] - 1][:semicolon] + "," + lines[at[0] - 1][semicolon + 1 :]
        return Guess(Fault(at[0], semicolon + 1, SEMICOLON), {at[0]: meant})
    before = line[: at[1] - 1]
    if before[-1:] in ("'", '"') and (begin := _begun(before, before[-1])) >= 0:
        return _after_quote(lines, at, begin, len(before) - 1)
    if _sign_at(lines, at) != ":":
        return Guess(Fault(*at, COMMA))
    last = (before.split() or [""])[-1]
    return Guess(Fault(at[0], len(before.rstrip()) - len(last) + 1, COMMA))
