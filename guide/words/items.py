"""What was built up: the lists of a person's own items. Constants only; names in braces are filled in."""

from __future__ import annotations

from typing import Final

TITLE: Final = "What I built up"
EMPTY: Final = "Nothing is built up yet. What you collect in exercises stands here afterwards."
ALL_ASIDE: Final = "Everything is set aside. `unmuted items --aside` lists it."
EMPTY_LIST: Final = "Nothing is in this list yet."
EMPTY_MADE_BY: Final = "Nothing is in this list yet. The exercise “{title}” fills it."
EMPTY_IN_USE: Final = "Everything in this list is set aside."
EMPTY_ASIDE: Final = "Nothing is set aside here."
COUNT: Final = ("1 item", "{n} items")
ASIDE_COUNT: Final = "{n} set aside"
FROM_PACK: Final = "{title}, from “{pack}”"
FROM_GONE: Final = "{title}, from a pack that is no longer here"
ASIDE_OF: Final = "{title}: set aside"
FIELD: Final = "{title}: {words}"

ON_THE_PAGE: Final = "for the page"
"""Stands beside an item that is ticked, together with a tick."""
TICKED: Final = "Ticked for the page for your prescriber."
UNTICKED: Final = "No longer ticked for the page."
PAGE_WHAT: Final = (
    "A tick puts an item on the page for your prescriber. What is not ticked stays yours alone."
)
NO_PAGE: Final = "Items of “{title}” are not ticked one by one."
NO_PAGE_REMEDY: Final = (
    "Lists that can: {titles}. `unmuted summary --pieces` lists what else can stand on the page."
)

SET_ASIDE: Final = "Set aside. You can take it back."
TAKEN_BACK: Final = "Taken back into the list."
SET_ASIDE_ONE: Final = "Set aside: {label}"
TAKEN_BACK_ONE: Final = "Taken back: {label}"
SET_ASIDE_HOW: Final = "`unmuted items --restore {id}` takes it back."
ASIDE_HOW: Final = "Set aside: {n}. `unmuted items {name} --aside` lists them."

NOT_THERE: Final = "This is not there now. Its entry may be in the trash."
NOT_A_LIST: Final = "There is no list '{name}'."
NOT_A_LIST_REMEDY: Final = "`unmuted items` shows all of them."
DEMO: Final = "Nothing is kept with --demo, so nothing can be ticked or set aside."

OFFER: Final = "{title}, all of them"
"""What a text step offers: the list of sentences."""

# Saving the sentences as a text file.
FILE_NAME: Final = "list.txt"
SAVE_TITLE: Final = "Save the sentences as a text file"
SAVE_PLAIN: Final = (
    "It is plain text: whoever can open the file can read it. Only your own account can, to begin with."
)
SAVE_WHERE: Final = "Where to"
SAVE_REPLACE: Final = "Enter once more puts this in its place. Or give another name."
SAVED_AS: Final = "Saved: {file}"
SAVE_NOTHING: Final = "Nothing was saved."

# The full screen.
OPEN: Final = "open"
TICK: Final = "tick or untick"
ASIDE: Final = "set aside"
REWORD: Final = "other words"
BACK_IN: Final = "take back"
SHOW_ASIDE: Final = "what is set aside"
SHOW_IN_USE: Final = "what is in use"
SAVE: Final = "save as text"
HELP_LISTS: Final = "The lists that your answers built up. Enter opens one. Nothing here has to be used."
HELP_LIST: Final = (
    "Everything in one list, the newest first. An item that is set aside is kept. Exercises do not offer it until you "
    "take it back."
)

# Line mode.
LISTS_HINT: Final = "A number opens a list. Enter goes back."
LIST_HINT: Final = "aside and a number sets an item aside, such as aside 1."
LIST_HINT_REWORD: Final = "words and a number puts an item in other words, such as words 1."
LIST_HINT_ASIDE: Final = "back and a number takes an item back, such as back 1."
LIST_HINT_PAGE: Final = "page and a number ticks an item for the page for your prescriber, such as page 1."
LIST_HINT_OLDER: Final = "older shows more."
LIST_HINT_SET_ASIDE: Final = "show aside shows what is set aside."
LIST_HINT_SAVE: Final = "save writes the list to a text file."
LIST_HINT_BACK: Final = "Enter goes back."
SAVE_WHERE_LINE: Final = "Where to? Enter takes {name} in this folder. back saves nothing."
NO_NUMBER: Final = "There is no such number here."
