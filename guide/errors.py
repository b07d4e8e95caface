"""What a person sees instead of a traceback."""

from __future__ import annotations


class GuideError(Exception):
    """Something a person can meet and mend.

    `message` is one clear sentence, `remedy` says what to do about it, `code` is the exit code of the
    command line (1: something named does not exist or is wrong inside, 2: usage). Neither text may hold
    words that a person wrote: both can end up in a terminal's scroll-back.
    """

    def __init__(self, message: str, remedy: str = "", *, code: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.code = code

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()
