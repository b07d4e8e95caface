"""What a preview of a pack says, on the full screen and in lines. `DONE` to `END` are also the demo's words."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Preview: {title}"
NOTHING_KEPT: Final = "Nothing is kept here. The pack is read again each time you save its file."
READ_AGAIN: Final = "Read again at {time}."
NO_PROBLEMS: Final = "No problems found."
PROBLEMS: Final = ("1 problem in the file:", "{n} problems in the file:")
WARNINGS: Final = ("1 warning:", "{n} warnings:")
MORE: Final = "and {n} more; `unmuted packs check` shows all of them."
AS_BEFORE: Final = (
    "Until it is mended, the exercise stays as it was. Esc goes back to it.",
    "Until they are mended, the exercise stays as it was. Esc goes back to it.",
)
NOT_YET: Final = "It opens as soon as the file is right."
HELP: Final = (
    "The exercises of one pack, as they will be for a person. Each can be played to its end, and what is answered "
    "here is there for the others until you leave. Save the file in your editor, and this screen follows."
)
CHOOSE: Final = "Which one? A number opens it; Enter reads the file again; `quit` leaves."
NOT_ONE: Final = "Please give the number of an exercise."
DONE: Final = "Done. Nothing is kept here."
STOPPED: Final = "Stopped. Nothing is kept here."
PAUSED: Final = "Paused. It goes on at this step until you leave."
ASKED_THREE_TIMES: Final = "Three answers did not fit, so the exercise is paused here."
UNSAFE_THEN: Final = "If it was then: carry on. Nothing is marked, and nothing is kept here."
END: Final = "That is all. Nothing was kept."
EXERCISE_NOT_HERE: Final = "This pack has no exercise '{name}'."
"""The exercise named on the command line is not in the pack."""
