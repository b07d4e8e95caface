"""Help for where you are: why the current step is asked and how sure that is, the screen, and every key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, NamedTuple, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from guide.journal.why import Why
from guide.ui import commands, key_names
from guide.ui.base import Column, GuideScreen
from guide.ui.key_line import KeyLine, usable
from guide.ui.say import Piece, dim, join, strong
from guide.ui.widgets.sections import Section, sections
from guide.words import screens as words
from guide.words import why as said


class About(NamedTuple):
    """What F1 says about the step on a screen: why it is asked and how sure that is, and keys of its own."""

    why: Why
    keys: list[str]


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
    DEFAULT_CSS = "HelpHereScreen #hint { width: 100%; max-width: 80; height: 1; padding: 0 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", words.BACK, show=False, id="help.back"),
        Binding("f1,ctrl+o", "back", words.BACK, show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._of = screen
        self._about = screen.about() if isinstance(screen, Explained) else None
        self._keys_of_screen = [*_own_keys(screen)]

    def compose(self) -> ComposeResult:
        """Put the keys of this page beneath the column, where they stay in sight however far one reads."""
        with Column():
            yield from self.body()
        yield Static(dim(words.HELP_MORE_WHY if self._about else words.HELP_MORE), id="hint")
        yield KeyLine()

    def body(self) -> ComposeResult:
        """Yield the page: what belongs to the step first, then what is known of every screen."""
        text = str(getattr(self._of, "help_text", ""))
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        yield Static(strong(words.HELP_TITLE), classes="title")
        if self._about is not None:
            yield from sections(_why(self._about.why))
        step_keys = self._about.keys if self._about is not None else []
        yield from sections(
            [
                Section(words.HELP_SCREEN, [text]),
                Section(
                    words.HELP_KEYS,
                    [*(f"  {each}" for each in step_keys), *_rows(self._keys_of_screen)],
                    "keys",
                ),
                Section(words.HELP_KEYS_EVERYWHERE, [*_rows(self._everywhere(keymap))]),
            ]
        )

    def _everywhere(self, keymap: Mapping[str, str]) -> list[tuple[str, str]]:
        """What works everywhere, without what the screen itself does not take."""
        off = {
            name
            for name in commands.ON_SCREEN
            if self._of.check_action(commands.get(name).action, ()) is False
        }
        table = [one for one in commands.of(commands.EVERYWHERE) if one.id not in off]
        return [(", ".join(commands.keys_of(one.id, keymap)), one.help) for one in table]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a step has reasons and sources to jump to."""
        if action == "sources":
            return self._about is not None
        return super().check_action(action, parameters)

    def action_keys(self) -> None:
        """Jump to the keys."""
        self._jump("keys")

    def action_sources(self) -> None:
        """Jump to why this is asked, and to its sources."""
        self._jump("sources")

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        self.query_one(Column).scroll_relative(y=rows, animate=False)

    def _jump(self, name: str) -> None:
        for found in self.query(f"#{name}"):
            self.query_one(Column).scroll_to(y=found.virtual_region.y, animate=False)


def _why(why: Why) -> Iterator[Section]:
    """The step's help, the reasons, then each source: what it says, what it cannot show, and last its citation."""
    yield Section(words.HELP_STEP, [why.help])
    blocks: list[Content] = []
    for source in why.sources:
        lines: list[Piece] = [source.says] if source.says else []
        lines += [said.LIMITS.format(words=source.limits)] if source.limits else []
        blocks.append(join("", *lines, dim(said.CITED.format(cite=source.cite)), between="\n"))
    yield Section(said.HEAD, [*why.lines, *blocks], "sources")


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


def _rows(pairs: list[tuple[str, str]]) -> list[str]:
    seen: dict[str, list[str]] = {}
    for keys, text in pairs:
        seen.setdefault(text, []).append(keys)
    return [f"  {', '.join(keys)}: {text}" for text, keys in seen.items()]


_IDS = frozenset(command.id for command in commands.COMMANDS)
