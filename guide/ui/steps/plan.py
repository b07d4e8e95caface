"""One plan: if this happens, then I do that. A list of one record, with what it is for in sight."""

from __future__ import annotations

from guide.steps.base import Json
from guide.steps.plan import KIND
from guide.ui.say import Piece, fill
from guide.ui.steps.base import asked
from guide.ui.steps.list import ListView
from guide.words import stepping


class PlanView(ListView):
    """Enter goes from field to field; after the last one the plan is kept and the walk goes on."""

    change_head = stepping.PLAN_HEAD
    records_kind = KIND

    def fill(self, raw: Json) -> None:
        """Take up the plan; one that is not in a list yet, too."""
        super().fill([raw] if isinstance(raw, dict) else raw)

    def above(self) -> list[Piece]:
        """The question, and what the plan is for."""
        about = self.frozen.get("about") or []
        return [asked(self.frozen), *(fill(stepping.FOR, words=" ".join(str(one).split())) for one in about)]
