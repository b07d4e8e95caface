"""Help for where you are: the screen, the current step and its sources with their limits, and every key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, NamedTuple, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from guide.ui import commands, key_names
from guide.ui.base import Column, GuideScreen
from guide.ui.key_line import usable
from guide.ui.say import dim, strong
from guide.ui.widgets.sections import Section, sections
from guide.words import screens as words


class About(NamedTuple):
    """What F1 says about the step on a screen: why it is asked, help, keys of its own, and sources.

    A source is (cite, what it says, its limits).
    """

    why: str
    help: str
    keys: list[str]
    sources: list[tuple[str, str, str]]


@runtime_checkable
class Explained(Protocol):
    """A screen that knows more than its `help_text`."""

    def about(self) -> About:
        """What to say about the step that is shown."""


class HelpHereScreen(GuideScreen[None]):
    """A page to read. `k` and `s` jump to the keys and the sources."""

    where = "help"
    help_text = words.HELP_TITLE
    any_size = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", words.BACK, show=False, id="help.back"),
        Binding("f1,ctrl+o", "back", words.BACK, show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._of = screen
        self._keys_of_screen = [*_own_keys(screen)]

    def body(self) -> ComposeResult:
        """Yield the page."""
        about = self._of.about() if isinstance(self._of, Explained) else About("", "", [], [])
        text = str(getattr(self._of, "help_text", ""))
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        yield Static(strong(words.HELP_TITLE), classes="title")
        yield Static(dim(words.HELP_MORE), classes="part")
        yield from sections(
            [
                Section(words.HELP_STEP, [about.help]),
                Section(words.HELP_WHY, [about.why]),
                Section(words.HELP_SCREEN, [text]),
                Section(
                    words.HELP_KEYS,
                    [*(f"  {each}" for each in about.keys), *_rows(self._keys_of_screen)],
                    "keys",
                ),
                Section(words.HELP_KEYS_EVERYWHERE, [*_rows(_table(commands.EVERYWHERE, keymap))]),
                Section(words.HELP_SOURCES, _sources(about) or [words.HELP_NO_SOURCES], "sources"),
            ]
        )

    def action_keys(self) -> None:
        """Jump to the keys."""
        self._jump("keys")

    def action_sources(self) -> None:
        """Jump to the sources."""
        self._jump("sources")

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        self.query_one(Column).scroll_relative(y=rows, animate=False)

    def _jump(self, name: str) -> None:
        for found in self.query(f"#{name}"):
            self.query_one(Column).scroll_to(y=found.virtual_region.y, animate=False)


def _sources(about: About) -> list[str]:
    """Each source with what it says and what it cannot show, a little apart from the next."""
    return [
        "\n".join(
            ["", cite, f"  {says}", *([f"  {words.HELP_LIMITS.format(limits=limits)}"] if limits else [])]
        )
        for cite, says, limits in about.sources
    ]


def _own_keys(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    """(keys, sentence) of what the screen can do now: from the table, then what it binds besides."""
    keymap: Mapping[str, str] = getattr(screen.app, "keymap", {})
    there = set()
    for command, _action in usable(screen):
        if command.where != commands.EVERYWHERE:
            there.add(command.action)
            yield ", ".join(commands.keys_of(command.id, keymap)), command.help
    for binding in type(screen).BINDINGS:
        if isinstance(binding, Binding) and binding.tooltip and binding.id not in _IDS:
            name = binding.action.partition("(")[0].rpartition(".")[2]
            if name not in there and screen.check_action(name, ()):
                yield ", ".join(key_names.shown(key) for key in binding.key.split(",")), binding.tooltip


def _table(where: str, keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(", ".join(commands.keys_of(one.id, keymap)), one.help) for one in commands.of(where)]


def _rows(pairs: list[tuple[str, str]]) -> list[str]:
    seen: dict[str, list[str]] = {}
    for keys, text in pairs:
        seen.setdefault(text, []).append(keys)
    return [f"  {', '.join(keys)}: {text}" for text, keys in seen.items()]


_IDS = frozenset(command.id for command in commands.COMMANDS)
