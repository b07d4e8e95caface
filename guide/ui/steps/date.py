"""A date, as it is remembered."""

from __future__ import annotations

from guide.ui.steps.number import NumberView


class DateView(NumberView):
    """The one-line field; beneath it stands, while it is typed, which day, month or year is read."""
