"""What the demo says: a made-up person's month, opened on a throw-away copy."""

from __future__ import annotations

TYPE_CHECKING = False  # help now takes the option too, and importing typing costs milliseconds
if TYPE_CHECKING:
    from typing import Final

LINE: Final = "This is a made-up person's month. Nothing you do here is kept."
"""Stands on the home screen, and above what line mode and the reading commands print."""
HELP: Final = (
    "open a made-up person's month on a throw-away copy; nothing of yours is read or written (help-now "
    "still shows your own people)"
)
NOT_WITH: Final = "`{command}` does not go with --demo."
GOES_WITH: Final = "`unmuted --demo` opens the month; it also goes with {commands}."
NO_HOME: Final = "--demo reads and writes no folder, so --home does not go with it."
NO_HOME_REMEDY: Final = "Please leave one of the two out."
PEOPLE: Final = (
    "You are looking at a made-up month, so the people named here are made up too. The lines beneath are real. "
    "Your own people stand in your own notebook; `unmuted help-now` shows them."
)
"""Help now is opened by somebody who may need it, wherever they are."""
LACKING: Final = "The made-up month that comes with the program is not there."
LACKING_REMEDY: Final = (
    "Please install the program again; what you wrote is kept elsewhere and is not touched."
)
