"""The only door for outside text to the screen: pack texts, answers, file names, exceptions.

A plain `str` given to a Textual widget is read as markup: `[/` raises, `[angry]` disappears, and
`[@click=...]` becomes an action. Everything here returns `Content`, which is drawn as it stands. Nothing
is parsed for markup, our own templates included.
"""

from __future__ import annotations

import re

from textual.content import Content

from guide.clean import clean

_NAME = re.compile(r"\$(?:(\$)|([a-z_][a-z0-9_]*))")
Piece = str | Content


def say(text: Piece, *, lines: bool = True) -> Content:
    """Return `text` as literal, cleaned content; content is returned as it is.

    With `lines=False` newlines and tabs become spaces: for rows, titles and notices.
    """
    if isinstance(text, Content):
        return text
    return Content(clean(text, lines=lines), strip_control_codes=False)


def fill(template: str, **values: object) -> Content:
    """Return our own `template` with each `$name` replaced by its value, both literal; `$$` is a dollar.

    A value is content, or anything with a `str()`; values are never scanned again.
    Raises KeyError for a name without a value.
    """
    pieces: list[Piece] = []
    end = 0
    for found in _NAME.finditer(template):
        pieces.append(template[end : found.start()])
        end = found.end()
        if found[1]:
            pieces.append("$")
        else:
            value = values[found[2]]
            pieces.append(value if isinstance(value, Content) else str(value))
    pieces.append(template[end:])
    return join(*pieces)


def join(*pieces: Piece, between: Piece = "") -> Content:
    """Return the pieces in a row, each literal, with `between` among them."""
    return say(between).join([say(piece) for piece in pieces])


def strong(text: Piece) -> Content:
    """Return `text` in bold."""
    return say(text).stylize("bold")


def dim(text: Piece) -> Content:
    """Return `text` in the theme's muted colour, which keeps a contrast of 4.5:1 (terminal dimming does not)."""
    return say(text).stylize("$text-muted")
