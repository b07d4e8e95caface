"""The frame around every command: options that go anywhere, errors as sentences, exit codes."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.clean import clean, in_json
from guide.errors import GuideError

NOWHERE = "There is nowhere to write to: standard output is closed."
NOWHERE_REMEDY = "Please open it."
NOT_WRITTEN = "What was to be shown could not be written ({reason})."
NOT_WRITTEN_REMEDY = "The notebook is not touched by that. Please look at where the output goes."
_USAGE = (
    (r"argument (\S+): invalid int value: (.*)", "{0} takes a whole number, and {1} is none."),
    (
        r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)",
        "{0} takes one of {2}, and {1} is none of them.",
    ),
    (r"argument (\S+): expected one argument", "{0} needs a value behind it."),
    (r"argument (\S+): not allowed with argument (\S+)", "{0} and {1} do not go together."),
)
"""What argparse says of a usage mistake -> the same as a sentence. What is not here is shown as it comes."""
FORMAT = 1
"""The `format` number of all JSON that a command prints."""


class _Help(argparse.HelpFormatter):
    """Help in a fixed width: asking for the terminal's imports several modules at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=79)


class Parser(argparse.ArgumentParser):
    """argparse that ends with one sentence and exit code 2, never with a page of usage."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise GuideError(_sentence(message), f"`{self.prog} --help` shows how it is used.", code=2)


def _sentence(message: str) -> str:
    text = clean(message, lines=False)
    for pattern, says in _USAGE:
        if found := re.fullmatch(pattern, text):
            return says.format(*found.groups())
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def parser(command: str, says: str, *, demo: bool = False) -> Parser:
    """A parser for one command with the options that every command takes; with `demo` it takes --demo too."""
    made = Parser(
        prog=f"unmuted {command}".strip(), description=says, allow_abbrev=False, formatter_class=_Help
    )
    made.add_argument(
        "--home", metavar="DIR", help="keep everything in this folder instead of the usual ones"
    )
    if demo:
        from guide.words import demo as demo_words

        made.add_argument("--demo", action="store_true", help=demo_words.HELP)
    made.add_argument("--plain", action="store_true", help="ask line by line instead of on the full screen")
    made.add_argument(
        "--pack", metavar="PATH", action="append", default=[], help="use this pack too, for this run"
    )
    return made


def named_packs(args: argparse.Namespace) -> tuple[Path, ...]:
    """The packs named with --pack; one that does not exist is a usage error."""
    paths = tuple(Path(name) for name in args.pack)
    for path in paths:
        if not path.exists():
            raise GuideError(
                f"There is no pack at {clean(str(path), lines=False)[:200]}.",
                "Please look at the path.",
                code=1,
            )
    return paths


def complain(error: GuideError) -> int:
    """Print an error as its sentence and remedy on stderr; give back its exit code."""
    say_error(error.message)
    if error.remedy:
        say_error(error.remedy)
    return error.code


def say_error(text: str) -> None:
    """One cleaned line on stderr; nowhere when stderr is closed."""
    try:
        print(clean(text, lines=False), file=sys.stderr)
    except (OSError, ValueError, AttributeError):
        return


def print_lines(lines: Sequence[str]) -> None:
    """Cleaned lines on stdout, with spaces for tabs. A reader that went away (`| head`) ends the output quietly.

    Raises GuideError when stdout is closed, or does not take what is written.
    """
    if sys.stdout is None:
        raise GuideError(NOWHERE, NOWHERE_REMEDY)
    try:
        for line in lines:
            print(clean(line).expandtabs(4))
        sys.stdout.flush()
    except BrokenPipeError:
        let_go()
    except (OSError, ValueError) as error:
        let_go()
        reason = (getattr(error, "strerror", None) or "it is closed").lower()
        raise GuideError(NOT_WRITTEN.format(reason=reason), NOT_WRITTEN_REMEDY) from None


def let_go() -> None:
    """Stdout takes no more: Python would complain once more while it flushes at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def print_json(value: dict[str, object]) -> None:
    """JSON with its format number. What steers a terminal or hides is escaped, so that it reads back as it was."""
    import json

    text = json.dumps({"format": FORMAT, **value}, ensure_ascii=False, indent=2)
    print_lines([in_json(text)])


def capable() -> bool:
    """Whether the full screen can be shown: a terminal on both sides that knows more than lines."""
    if os.environ.get("TERM", "") in ("dumb", ""):
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
