"""What the full screen says around the exercises: hints beside keys, and sentences of its own. Constants only.

Names in braces are filled in by whoever shows them. A hint names one key and what it does.
"""

from __future__ import annotations

from typing import Final

HINT: Final = "[{key}] {what}"
BEGIN: Final = "begin"
GO_ON: Final = "go on"
NOT_NOW: Final = "not now"
OPEN: Final = "open"
HOME: Final = "home"
BACK: Final = "back"
QUIT: Final = "quit"
LOG: Final = "log"
SHOW_ONE: Final = "show me one"
REVIEW: Final = "review"
PROGRESS: Final = "progress"
WEEK: Final = "week"
BUILT_UP: Final = "what I built up"
PAGE: Final = "page for a visit"
ANOTHER: Final = "another one"
UNDO: Final = "undo"

NOTICE: Final = "To know"
PLACE: Final = "{title}, step {number} of {count}"
PLACE_OPEN: Final = "{title}, step {number}"
"""While an answer to come can still change how many steps there are."""
PLACE_ONE: Final = "{title}"
NOT_KEPT: Final = "What you typed is still here."

REVIEW_UNFINISHED: Final = "Unfinished"
REVIEW_MORE: Final = "Enter opens. / finds words. f filters. d deletes. x: take it away."
REVIEW_SEARCH_HINT: Final = "Enter looks for these words, Esc shows all again."


HELP_TITLE: Final = "Help for where you are"
HELP_SCREEN: Final = "This screen"
HELP_STEP: Final = "About this step"
HELP_KEYS: Final = "Keys here"
HELP_KEYS_EVERYWHERE: Final = "Keys everywhere"
HELP_MORE: Final = "[k] keys  [Esc] back"
HELP_MORE_WHY: Final = "[s] why this, and sources  [k] keys  [Esc] back"

HELP_NOW_KEYS: Final = "[c] another country  [Esc] {back}"
COUNTRY_ONLY_NOW: Final = "Shown for now. The choice could not be kept for the next time."

HELP_HOME: Final = (
    "Four doors, and at most one suggestion. Enter does what is marked with >; the arrows move the mark. "
    "Nothing here is a duty, and nothing has to be finished."
)
HELP_DOOR: Final = "The exercises behind this door. Enter begins the marked one; Esc goes back."
HELP_EXERCISE: Final = (
    "One step at a time. Every step can be left open. Esc pauses and goes home: the step is there when you "
    "come back. Stopping keeps what you did."
)
HELP_REVIEW: Final = (
    "What you wrote, newest first, in the words as they were asked then. A search looks through everything you wrote, "
    "as it reads now; capitals and accents make no difference. What is in the trash is not found."
)
HELP_ENTRY: Final = (
    "One entry as it was. An answer can be changed; its earlier wordings stay, and v shows them. What is deleted goes "
    "to the trash, and u brings it back."
)
HELP_PROGRESS: Final = (
    "What your answers add up to. The program counts and draws; it explains nothing and predicts nothing."
)
HELP_SUPPORT: Final = "People and places for an ordinary hard stretch. Help now is another door."
HELP_ONE: Final = "One fact that you wrote yourself. Nothing is asked."
HELP_FIRST: Final = "A card to read once, then the doors. Any of them will do, and so will looking around."
HELP_NOTICE: Final = "Something to know before going on."

KEY_DOOR: Final = "Open a door by its number."
KEY_COUNTRY: Final = "Choose the country whose lines are shown."
KEY_MARK: Final = "Do what is marked with >."
