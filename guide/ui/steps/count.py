"""A number made from earlier answers. It is shown as it is, with no word about what it means."""

from __future__ import annotations

from guide.steps.base import Json
from guide.steps.count import KIND
from guide.ui.say import strong
from guide.ui.steps.recall import LinesBoard, RecallView


class CountView(RecallView):
    """The number, and from how many answers it comes."""

    def fill(self, raw: Json) -> None:
        """Put the line on the pad."""
        self.use(LinesBoard([strong(KIND.shown(self.frozen))], self.read))
