"""One line in, wrapped lines out: the whole of a terminal that line mode needs.

Nothing but words and newlines is written. There are no colours, no moving of the cursor and no bells, so
that a screen reader, a dumb terminal, a pipe and a file all get the same.
"""

from __future__ import annotations

from typing import Any, Final, TextIO

from guide.clean import clean
from guide.plain.wrap import wrap

LINE_MOST: Final = 100_000
"""Characters of one line that are taken in; more than any answer may have, and bounded memory."""
MARK: Final = "> "
KEYS: Final = {
    "help": ("\x1bOQ", "\x1b[12~", "\x1b[[B", "\x07"),
    "?": ("\x1bOP", "\x1b[11~", "\x1b[[A", "\x0f"),
}
"""Word -> what the keys of the full screen send for it: F2 and ctrl+g, F1 and ctrl+o (xterm, vt220, the Linux console).
In lines they arrive as letters. A line that holds one is that word, whatever else was typed: it may be urgent."""


class Ended(Exception):
    """There is no more input."""


class Gone(Exception):
    """Nobody reads what is written any more."""


class Console:
    """A conversation in lines.

    `interactive` says that a person sits at a terminal, which shows what is typed. `ahead` are lines typed in
    one go, to be taken before any other; `at_end` is true once the input has ended.
    """

    def __init__(self, inp: TextIO, out: TextIO, *, interactive: bool) -> None:
        self.interactive = interactive
        self.said: set[str] = set()
        self.ahead: list[str] = []
        self.at_end = False
        self._unread: str | None = None
        self._inp, self._out = inp, out
        self._blank = True
        _lenient(inp)

    def say(self, text: str, *, first: str = "", rest: str | None = None) -> None:
        """Write a text, cleaned and wrapped. `first` and `rest` stand before its lines."""
        rest = " " * len(first) if rest is None else rest
        for line in wrap(clean(text), first=first, rest=rest):
            self._write(line + "\n")
            self._blank = not line

    def once(self, text: str) -> None:
        """Write a hint, unless it was written before in this run."""
        if text not in self.said:
            self.said.add(text)
            self.say(text)

    def blank(self) -> None:
        """Write an empty line, unless there is one above."""
        if not self._blank:
            self._write("\n")
            self._blank = True

    def shown(self) -> None:
        """Make sure that what was written is on the screen while something takes long. Raises Gone."""
        self._flush()

    def ask(self, default: str = "") -> str:
        """Read one line, cleaned. `default` is shown in brackets: it is what Enter alone takes.

        Raises Ended at the end of input, and Gone when nobody reads.
        """
        if self._unread is not None:
            line, self._unread = self._unread, None
            return line
        mark = f"[{clean(default, lines=False)}] {MARK}" if default else MARK
        self._write(mark)
        if self.ahead:
            line = self.ahead.pop(0)
            self._write(line + "\n")
        else:
            self._flush()
            line = self._read()
            if not self.interactive:
                self._write("\n")
        self._blank = False
        return _pressed(line) or clean(line)

    def only_enter(self) -> bool:
        """Read one line; whether it was empty. Any other line is what the next `ask` gets."""
        line = self.ask()
        if not line.strip():
            return True
        self._unread = line
        return False

    def _read(self) -> str:
        try:
            line = self._inp.readline(LINE_MOST)
            while line and not line.endswith("\n") and (more := self._inp.readline(LINE_MOST)):
                line = line[:LINE_MOST] + ("\n" if more.endswith("\n") else "")
        except UnicodeDecodeError:
            return "\ufffd"
        except (OSError, ValueError):
            line = ""  # a terminal that went away, or a stream that was closed
        if not line:
            self.at_end = True
            self._write("\n")
            raise Ended
        return line.rstrip("\r\n")

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
        except UnicodeEncodeError:
            encoding = self._out.encoding or "ascii"
            self._out.write(text.encode(encoding, "replace").decode(encoding))
        except (OSError, ValueError):
            raise Gone from None

    def _flush(self) -> None:
        try:
            self._out.flush()
        except (OSError, ValueError):
            raise Gone from None


def _pressed(line: str) -> str:
    """The word for a key that was pressed while the line was typed, or an empty text."""
    if line.isprintable():
        return ""
    sequence = "\x1b" in line  # inside one of them, such as a pasted title, a control letter is no key
    return next(
        (
            word
            for word, sent in KEYS.items()
            if any(one in line for one in sent if one[0] == "\x1b" or not sequence)
        ),
        "",
    )


def _lenient(inp: Any) -> None:
    """Have bytes that are no text read as a replacement sign, where the stream still allows to say so."""
    try:
        inp.reconfigure(errors="replace")
    except (AttributeError, OSError, ValueError):
        return  # not a stream of bytes, or one that was read from before: `_read` meets what comes
