"""What stands around a step: its place, the thoughts that stay in view, the line at the end, and F1's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.content import Content

from guide.journal import kept
from guide.journal.enough import enough
from guide.journal.journal import Journal
from guide.journal.origin import own_lines
from guide.journal.shown import View, settled
from guide.journal.sitting import Sitting
from guide.journal.why import why
from guide.ui.say import dim, join, say, strong
from guide.ui.screens.help_here import About
from guide.ui.widgets.hints import help_now_keys, hints
from guide.words import home as home_words
from guide.words import screens as words
from guide.words import stepping

ONE_SCREEN = "one-screen"


def place(sitting: Sitting, view: View) -> Content:
    """The exercise, which step, of how many once that is sure, and what the program says over somebody else's."""
    number, count = view.place
    template = words.PLACE if settled(sitting.walk) else words.PLACE_OPEN
    if view.step is None or (count == 1 and template == words.PLACE):
        template = words.PLACE_ONE
    text = template.format(title=sitting.exercise.title, number=number, count=count)
    own = own_lines(sitting)
    lines = [dim(say(text, lines=False))]
    lines += [dim(say(own.origin, lines=False))] if own.origin else []
    lines += [say(""), say(own.medicine, lines=False)] if own.medicine else []
    return join(*lines, between="\n")


def in_view(view: View) -> Content:
    """The thoughts that stay visible, each as its question and the person's words."""
    lines = [join(dim(f"{prompt}: "), say(text)) if prompt else say(text) for prompt, text in view.in_view]
    return join(*lines, between="\n")


def notice(app: App[Any], view: View) -> Content:
    """The two lines of care rule 15, with the keys that open help now."""
    return say(view.notice.replace("{help_key}", help_now_keys(app)))


def then(title: str) -> Content:
    """Which exercise opens at the end of this one; nothing when none was chosen."""
    return dim(say(stepping.OPENS_NEXT.format(title=title), lines=False)) if title else say("")


def saved(app: App[Any], sitting: Sitting, view: View, next_title: str = "") -> Content:
    """The line at the end: what was kept, the keys that go on from here, and beneath it that it is enough, if it is.

    `next_title` is the exercise that Enter opens; home otherwise.
    """
    one = is_one_screen(sitting)
    said = kept.saved(sitting.store, view.kept)
    pairs = [("exercise.more", home_words.SAVED_MORE)] if view.has_more else []
    pairs.append(("exercise.undo", home_words.SAVED_UNDO))
    pairs += [("exercise.stop", home_words.SAVED_QUIT)] if one else []
    home = words.HOME if kept.keeps(sitting.store) else words.BACK
    pairs += [("Enter", next_title), ("exercise.pause", home)] if next_title else [("Enter", home)]
    line = join(strong(say(said, lines=False)), "  ", dim(hints(app, *pairs)))
    more = enough(sitting)
    return join(line, dim(more), between="\n") if more else line


def titles_at_end(sitting: Sitting, next_title: str = "") -> dict[str, str]:
    """Titles of commands as they are true at the end of an exercise, by their ids."""
    home = words.HOME if kept.keeps(sitting.store) else words.BACK
    leave = home_words.SAVED_QUIT if is_one_screen(sitting) else home
    return {"exercise.go-on": (next_title or home).capitalize(), "exercise.stop": leave.capitalize()}


def undone(app: App[Any]) -> Content:
    """What is said after the entry was taken back."""
    return join(strong(home_words.UNDONE), "  ", dim(hints(app, ("Enter", words.HOME))))


def is_one_screen(sitting: Sitting) -> bool:
    """Whether the exercise's first steps stand on one screen, as the quick log's do."""
    return sitting.exercise.data.get("layout") == ONE_SCREEN


def way_of(view: View, raw: Any) -> str:
    """The way of saying in the latest round of a rehearsal; empty for any other step."""
    if (view.step or {}).get("kind") != "rehearse" or not isinstance(raw, dict):
        return ""
    rounds = raw.get("rounds")
    last = rounds[-1] if isinstance(rounds, list) and rounds else None
    way = last.get("way") if isinstance(last, dict) else None
    return way if isinstance(way, str) else ""


def about(journal: Journal, sitting: Sitting, step: Mapping[str, Any] | None, keys: str) -> About:
    """F1's page for a step: its help, why it is asked and how sure that is, and the keys of its own."""
    return About(why(journal.library, sitting.exercise, step), [keys] if keys else [])
