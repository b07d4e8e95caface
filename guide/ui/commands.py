"""The one table of commands: footer, command palette, help, key bindings and `unmuted keys` are made from it.

Importing this module does not import textual. A command `exercise.go-on` runs `action_go_on` of the screen
whose `where` is "exercise"; the commands of "everywhere" belong to the application and work in every field
and dialog.

Keys that work while typing. Textual 8.2.8's Input and TextArea take ctrl+a c d e k u v w x y z (and the
arrows, home, end, backspace, delete); ctrl+h i j m and ctrl+[ are backspace, tab, newline, enter and escape
to a terminal. Free are ctrl+b f g l n o p q r s t and the function keys (F6 and F7 of TextArea are given up
by `fields.Words`). ctrl+b is also tmux's own prefix, so F3 stands beside it. Letters and digits belong first
to the step on the screen; every exercise command has a key that needs no letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from guide.ui import key_names

if TYPE_CHECKING:
    from textual.binding import Binding

EVERYWHERE = "everywhere"


class Command(NamedTuple):
    """One thing a key can do: `keys` as Textual writes them, `title` for the line of keys, `help` a sentence."""

    id: str
    keys: str
    title: str
    help: str
    where: str

    @property
    def action(self) -> str:
        """The name behind `action_`: the last part of the id with underscores."""
        return self.id.rpartition(".")[2].replace("-", "_")


def _table(where: str, *rows: tuple[str, str, str, str]) -> tuple[Command, ...]:
    prefix = "" if where == EVERYWHERE else f"{where}."
    return tuple(Command(prefix + name, keys, title, text, where) for name, keys, title, text in rows)


COMMANDS: tuple[Command, ...] = (
    *_table(
        EVERYWHERE,
        ("help", "f1,ctrl+o", "Help", "Help for where you are, and why this is asked."),
        ("help-now", "f2,ctrl+g", "Help now", "People to call. Works while typing and in every dialog."),
        ("hide", "f8,ctrl+l", "Hide", "Show a blank screen; the same key brings everything back."),
        ("command-palette", "ctrl+p,f10", "Commands", "Find a command by its name."),
        ("quit", "ctrl+q", "Quit", "Leave; what was typed is kept."),
        ("back", "escape", "Back", "Go one level back."),
        ("page-up", "pageup", "Up", "One page up."),
        ("page-down", "pagedown", "Down", "One page down."),
        (
            "one",
            "o",
            "Show me one",
            "One of your own facts; nothing is asked. Where o is not an answer or a letter.",
        ),
    ),
    *_table(
        "home",
        ("open", "enter", "Open", "Open what is chosen."),
        ("suggested", "space", "Suggested", "Begin the one suggested thing."),
        ("log", "l", "Log", "The four-key log: how muted it was."),
        ("review", "r", "Review", "Read what you wrote, as it was asked."),
        ("progress", "p", "Progress", "What your answers add up to over time."),
        ("items", "g", "What I built up", "Your own facts, sentences and plans, list by list."),
        ("summary", "a", "Page for a visit", "One page for whoever prescribes, to print or to take along."),
        ("week", "w", "Week", "The last seven days in seven plain lines."),
        ("take-away", "x", "Take it away", "Export everything, take in a file, backups and restoring."),
        ("not-now", "n", "Not now", "Put the suggestion off for today."),
        ("medicine", "y", "Note it", "Note what changed about your medicine."),
        ("support", "s", "Beside you", "People for an ordinary hard stretch. Help now is another page."),
        ("enough", "e", "Enough for now", "Save and leave."),
        ("leave", "q", "Quit", "Leave; everything is kept."),
    ),
    *_table(
        "exercise",
        (
            "go-on",
            "enter,ctrl+n,ctrl+s",
            "Go on",
            "Keep this answer and go on; in a longer text Enter is a new line.",
        ),
        ("step-back", "b,ctrl+b,f3", "Back", "Back to the step before; nothing is lost."),
        ("skip", "s,ctrl+f,f4", "Skip", "Leave this step out."),
        ("more", "m,ctrl+r,f5", "More", "Open further questions, once this one is at its end."),
        (
            "examples",
            "x,f7",
            "Examples",
            "Made-up examples and half a sentence; nothing is copied unless chosen.",
        ),
        ("undo", "u,f9", "Undo", "Take back what was saved last."),
        ("stop", "q,ctrl+t", "Stop here", "End this exercise; what was done is kept."),
        ("pause", "escape", "Pause", "Pause and go home; it goes on at the same step."),
    ),
    *_table("preview", ("leave", "q", "Quit", "Leave the preview; nothing is kept.")),
    *_table(
        "review",
        ("open", "enter", "Open", "Read the entry that is chosen."),
        ("search", "slash", "Search", "Find entries by their words."),
        ("filter", "f", "Filter", "Show one exercise, pack or list only, or some days."),
        ("show-all", "a", "Show all", "Show everything again after a search or a filter."),
        ("delete", "d", "Delete", "Move an entry to the trash."),
        ("undo", "u", "Undo", "Bring back what was deleted last."),
        ("trash", "t", "Trash", "What was deleted; bring it back, or remove it for good."),
        ("take-away", "x", "Take it away", "Export everything, take in a file, backups and restoring."),
    ),
    *_table(
        "entry",
        ("edit", "e", "Change", "Answer one of its questions anew; the earlier words stay with the entry."),
        ("earlier", "v", "Earlier", "Show earlier wordings with their days, or hide them."),
        ("again", "a", "Again", "Begin the same exercise again."),
        ("copy", "c", "Copy", "Copy the entry as Markdown, where the terminal allows it."),
        ("save", "s", "Save", "Save the entry as a Markdown file."),
        ("delete", "d", "Delete", "Move the entry to the trash."),
        ("undo", "u", "Undo", "Take back what was done last here: a deletion or a change."),
    ),
    *_table(
        "edit",
        ("go-on", "enter,ctrl+n,ctrl+s", "Keep", "Keep this answer; in a longer text Enter is a new line."),
        ("skip", "s,ctrl+f,f4", "Leave open", "Leave this question open."),
        (
            "examples",
            "x,f7",
            "Examples",
            "Made-up examples and half a sentence; nothing is copied unless chosen.",
        ),
    ),
    *_table(
        "trash",
        ("restore", "enter,r", "Bring back", "Bring the chosen entry back; it counts again as it did."),
        ("undo", "u", "Undo", "Take back the last deletion or correction."),
        ("empty", "e", "Empty", "Remove all of it for good; it asks for a typed word."),
        ("backups", "k", "Backups", "Remove the backups that hold what is gone; it asks for a typed word."),
        ("everything", "x", "Delete everything", "Delete all you ever wrote; it asks for a typed word."),
    ),
    *_table("gone", ("leave", "enter,q", "Leave", "End the program; the next start begins anew.")),
    *_table(
        "items",
        (
            "tick",
            "space,enter",
            "For the page",
            "Tick an item for the page for your prescriber, or untick it.",
        ),
        ("set-aside", "a", "Set aside", "Set an item aside, or take it back. It is never deleted here."),
        ("reword", "e", "Other words", "Put an item in other words; the earlier ones stay."),
        ("undo", "u", "Undo", "Put back what was moved last."),
        ("show-aside", "v", "View", "Show what is set aside, or what is in use."),
        ("save", "s", "Save as text", "Save the sentences as a text file."),
    ),
    *_table(
        "summary",
        ("turn", "space,enter", "Let in or leave out", "Turn what is marked on or off; the page follows."),
        ("days", "d", "Days", "Choose the days of the page."),
        ("short", "t", "Short form", "A script of about a minute and a message, or the whole page."),
        ("save", "s", "Save", "Save the page as a file."),
    ),
    *_table(
        "progress",
        ("next-part", "n,right", "Next", "The next part."),
        ("previous-part", "b,left", "Previous", "The part before."),
        ("alone", "enter", "Large", "This part alone, in large; so does a click on it."),
        ("span", "s", "Range", "Four weeks, three months, a year or all."),
        ("words", "w", "As text", "The same in words, without a chart."),
    ),
    *_table(
        "alone",
        ("earlier", "left", "Earlier", "To the point before."),
        ("later", "right", "Later", "To the next point."),
        ("open", "enter", "Open", "The entry this point comes from."),
        ("next-part", "n", "Next", "The next part."),
        ("previous-part", "b", "Previous", "The part before."),
        ("span", "s", "Range", "Four weeks, three months, a year or all."),
    ),
    *_table(
        "help",
        ("keys", "k", "Keys", "All keys on this screen."),
        ("sources", "s", "Why", "Why this is asked, and where the facts come from."),
    ),
)
_BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
# Each must keep a key that works while typing, whatever is remapped.
NEVER_WITHOUT = ("help", "help-now")
# Known everywhere, but carried out by the screen, and after the focused widget has had the key.
ON_SCREEN = ("back", "page-up", "page-down", "one")


def of(where: str) -> tuple[Command, ...]:
    """Return the commands of one place, in the order they are shown; empty for an unknown place."""
    return tuple(command for command in COMMANDS if command.where == where)


def get(command_id: str) -> Command:
    """Return one command. Raises KeyError for an unknown id."""
    return _BY_ID[command_id]


def bindings(where: str) -> list[Binding]:
    """Return the Textual bindings of one place, with ids, so that `App.set_keymap` can remap them.

    Those of "everywhere" have priority, so that they work in Inputs, TextAreas and dialogs; but those of
    `ON_SCREEN` not, because an open list or a field may need Escape, a page key or a letter first.
    """
    from textual.binding import Binding

    return [
        Binding(
            command.keys,
            command.action,
            command.title,
            show=False,
            priority=where == EVERYWHERE and command.id not in ON_SCREEN,
            tooltip=command.help,
            id=command.id,
        )
        for command in of(where)
    ]


def keys_of(command_id: str, keymap: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the keys of a command as a person reads them ("F1", "ctrl+o"), after a safe `keymap`."""
    keys = (keymap or {}).get(command_id, _BY_ID[command_id].keys)
    return tuple(key_names.shown(key) for key in keys.split(","))


def as_text(keymap: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """Return `(keys, "Title: sentence")` rows for `unmuted keys`; a row with empty keys is a heading."""
    rows: list[tuple[str, str]] = []
    where = ""
    for command in COMMANDS:
        if command.where != where:
            where = command.where
            rows.append(("", where.capitalize()))
        rows.append((", ".join(keys_of(command.id, keymap)), f"{command.title}: {command.help}"))
    return rows
