"""The fields as a step uses them: Enter goes on at once, and no key typed ahead lands in the wrong place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input, TextArea

from guide.clean import clean
from guide.ui.fields import LineInput, Words

if TYPE_CHECKING:
    from guide.ui.steps.base import Asking


class StepLine(LineInput):
    """The one-line field of a view. It handles Enter itself: the message of Input comes too late for fast keys."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(select_on_focus=False)  # a prefilled sentence must survive the first key
        self.asking = asking

    def put(self, value: str) -> None:
        """Set the words, cleaned, without telling that they were typed."""
        with self.prevent(Input.Changed):
            self.value = clean(value, lines=False)
            self.cursor_position = len(self.value)

    def on_key(self, event: events.Key) -> None:
        """Enter, keys for another part, and those the view has a use for."""
        asking = self.asking
        if asking.wait_with(event) or asking.decides(event.key):
            taken = True
        elif asking.active is not self:
            asking.active.post_message(events.Key(event.key, event.character))
            taken = True
        elif event.key == "enter":
            asking.entered()
            taken = True
        else:
            taken = asking.line_key(event.key)
        if taken:
            event.stop()
            event.prevent_default()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the view that words were typed."""
        event.stop()
        self.asking.on_typed()


class StepWords(Words):
    """The longer field of a view."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking

    def on_key(self, event: events.Key) -> None:
        """Keep keys for the next step back, pass on those for another part, and let Enter leave a step open."""
        asking = self.asking
        taken = asking.wait_with(event) or asking.decides(event.key)
        if not taken and asking.active is not self:
            asking.active.post_message(events.Key(event.key, event.character))
            taken = True
        if taken or (event.key == "enter" and asking.leaving_open()) or self._leaves(event.key):
            event.stop()
            event.prevent_default()

    def _leaves(self, key: str) -> bool:
        """Whether up or Backspace at the very beginning leads somewhere else."""
        return key in ("up", "backspace") and self.selection.end == (0, 0) and self.asking.line_key(key)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the view that words were typed."""
        event.stop()
        self.asking.on_typed()


def put(field: Words, value: str) -> None:
    """Set the words of a longer field, cleaned, without telling that they were typed."""
    with field.prevent(TextArea.Changed):
        field.load_text(clean(value))
        field.move_cursor(field.document.end)
