"""The line of keys at the bottom of every screen, and the command palette; both are made from `commands`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from guide.ui import commands, key_names
from guide.ui.commands import Command
from guide.ui.say import join, say, strong

if TYPE_CHECKING:
    from guide.ui.base import GuideApp

_GAP = "  "


def usable(screen: Screen[Any]) -> Iterator[tuple[Command, str]]:
    """Yield each command that the screen can carry out now, with the action string that does it."""
    places = (commands.EVERYWHERE, getattr(screen, "where", ""))
    for command in (command for place in places for command in commands.of(place)):
        owner = (
            screen if command.where != commands.EVERYWHERE or command.id in commands.ON_SCREEN else screen.app
        )
        if hasattr(owner, f"action_{command.action}") and owner.check_action(command.action, ()):
            yield command, f"{'screen' if owner is screen else 'app'}.{command.action}"


class KeyLine(Widget):
    """One row: both keys of help and of help now, then one key of each command, as far as the row reaches.

    In a step the ways past it and out of it come first: the step's own line of keys names going on. In a narrow
    window the row uses its edges too. One widget instead of Textual's Footer, which mounts one per key anew
    whenever the bindings change. It shows keys that work where the focus is: letters, or what works while
    typing. A click does the same.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; width: 100%; padding: 0 1;
        color: $footer-foreground; background: $footer-background;
    }
    KeyLine.-narrow { padding: 0; }
    """
    # The palette and leaving the level are left out: common keys that need no reminder in a narrow row.
    UNSHOWN = frozenset({"command-palette", "page-up", "page-down"})
    IN_A_STEP = ("exercise.skip", "exercise.stop", "exercise.step-back")
    SHORT: ClassVar[dict[str, str]] = {"exercise.stop": "Stop"}
    """Titles where the row has no room for the whole one."""
    NARROW = 64

    def on_mount(self) -> None:
        """Follow the bindings: they change with the focus and with `check_action`."""
        self.auto_links = False
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())
        self.set_class(self.app.size.width < self.NARROW, "-narrow")

    def on_resize(self) -> None:
        """Use the edges too in a narrow window."""
        self.set_class(self.app.size.width < self.NARROW, "-narrow")

    def render(self) -> Content:
        """Return the row, cut after the last command that fits."""
        row, room = say(""), self.size.width
        now: Mapping[str, str] = getattr(self.screen, "titles_now", {})
        for command, action in self._in_order():
            keys = " ".join(self._keys(command))
            if not keys:
                continue
            gap = len(_GAP) if row else 0
            title = now.get(command.id, command.title)
            titles = [title, self.SHORT.get(command.id, title)]
            fitting = (join(strong(keys), " ", title) for title in titles)
            words = next((words for words in fitting if words.cell_length + gap <= room), None)
            if words is None:
                break
            room -= words.cell_length + gap
            words = words.stylize(Style.from_meta({"@click": action}))
            row = join(row, _GAP, words) if row else words
        return row

    def _in_order(self) -> list[tuple[Command, str]]:
        """Return help and help now, then what belongs to the screen, then what is everywhere."""
        found = [pair for pair in usable(self.screen) if pair[0].id not in self.UNSHOWN]
        own = {command.title for command, _action in found if command.where != commands.EVERYWHERE}
        first = [pair for pair in found if pair[0].id in commands.NEVER_WITHOUT]
        middle = [pair for pair in found if pair[0].where != commands.EVERYWHERE]
        if any(command.id == self.IN_A_STEP[0] for command, _action in middle):
            ranked = [pair for name in self.IN_A_STEP for pair in middle if pair[0].id == name]
            middle = [*ranked, *(pair for pair in middle if pair not in ranked)]
        last = [
            pair for pair in found if pair not in first and pair not in middle and pair[0].title not in own
        ]
        return first + middle + last

    def _keys(self, command: Command) -> list[str]:
        """Return both keys of the help pairs, else the first key that the focused field lets through."""
        app: GuideApp = self.app  # type: ignore[assignment]
        keys = app.keymap.get(command.id, command.keys).split(",")
        if command.id in commands.NEVER_WITHOUT:
            return [key_names.shown(key) for key in keys[:2]]
        focused = self.screen.focused
        free = [
            key for key in keys if focused is None or not focused.check_consume_key(key, key_names.typed(key))
        ]
        return [key_names.shown(key) for key in free[:1]]


class Palette(Provider):
    """The command palette's only source: what the screen below it can do now."""

    def _hits(self) -> Iterator[tuple[Command, str, Any]]:
        app: GuideApp = self.app  # type: ignore[assignment]
        for command, action in usable(self.screen):
            if command.id != "command-palette":
                keys = ", ".join(commands.keys_of(command.id, app.keymap))
                yield command, f"{command.help} ({keys})", partial(self.screen.run_action, action)

    async def discover(self) -> Hits:
        """Yield every command, before anything is typed."""
        for command, text, run in self._hits():
            yield DiscoveryHit(say(command.title), run, command.title, text)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose title or sentence matches."""
        matcher = self.matcher(query)
        for command, text, run in self._hits():
            score = max(matcher.match(command.title), matcher.match(command.help))
            if score > 0:
                yield Hit(score, say(command.title), run, command.title, text)
