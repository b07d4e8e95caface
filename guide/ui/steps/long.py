"""Several lines of words."""

from __future__ import annotations

from guide.ui.steps.short import ShortView
from guide.words import stepping


class LongView(ShortView):
    """Enter is a new line; ctrl+s (or ctrl+n) goes on."""

    keys_typing = stepping.KEYS_LONG

    def _edit(self, words: str) -> None:
        self._kept = words
        self.edit_words(words)
        self.refresh_hint()
