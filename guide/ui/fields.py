"""The two text fields. Import them from `guide.ui.base`; they are apart because a TextArea costs 10 ms to import."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from guide.clean import clean

# TextArea selects a line and everything with these; in this program F7 shows examples.
_GIVEN_UP = frozenset({"f6", "f7"})


class LineInput(Input):
    """A one-line field that keeps every line of a paste, joined by spaces (Input keeps the first one only).

    Validation, help and the global keys are those of `Input`; `value` never holds a control character that
    came from a paste.
    """

    takes_letters: ClassVar[bool] = True  # see `in_turn`
    DEFAULT_CSS = "LineInput > .input--placeholder { color: $text-muted; }"

    @property
    def cursor_screen_offset(self) -> Offset:
        """Return where the cursor is drawn; Input counts one cell more at the end of its text."""
        place = super().cursor_screen_offset
        return place - Offset(1, 0) if self.cursor_at_end else place

    def _on_paste(self, event: events.Paste) -> None:
        """Insert all pasted lines at the cursor, or in place of the selection."""
        event.stop()
        event.prevent_default()  # else Input's own handler would insert the first line again
        lines = clean(event.text).splitlines()
        words = " ".join(line.strip() for line in lines) if len(lines) > 1 else "".join(lines)
        words = words.replace("\t", " ")
        if self.selection.is_empty:
            self.insert_text_at_cursor(words)
        else:
            self.replace(words, *self.selection)


class Words(TextArea, inherit_bindings=False):
    """A longer text: soft wrap, no line numbers, Tab leaves it, F6 and F7 stay free for the screen.

    Enter is a new line, so a binding of Enter on the screen does not run (and is not offered) while it has
    the focus; `exercise.go-on` has ctrl+n for that. Pasted text is cleaned and keeps its lines.
    """

    takes_letters: ClassVar[bool] = True  # see `in_turn`
    DEFAULT_CSS = """
    Words {
        .text-area--placeholder { color: $text-muted; }
        &:light .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if not (isinstance(binding, Binding) and binding.key in _GIVEN_UP)
    ]

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        from guide.ui.say import say

        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=say(placeholder),
            name=name,
            id=id,
            classes=classes,
            disabled=disabled,
        )

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Say that Enter, too, is taken by this field."""
        return (key == "enter" and not self.read_only) or super().check_consume_key(key, character)

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert the pasted text, cleaned."""
        event.stop()
        event.prevent_default()
        if self.read_only:
            return
        result = self._replace_via_keyboard(clean(event.text), *self.selection)
        if result:
            self.move_cursor(result.end_location)
