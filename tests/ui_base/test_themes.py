"""Contrast as a number, over everything the foundations draw (WCAG 2.2, 1.4.3).

Textual's Checkbox, RadioButton and SelectionList are left out, and out of the program: they draw the same X
ticked and unticked, and tell the two apart by its colour alone.
"""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import ComposeResult
from textual.color import Color
from textual.screen import Screen
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from guide.ui import themes
from guide.ui.base import GuideApp, GuideScreen, LineInput, Words
from guide.ui.say import dim, say, strong

Pair = tuple[str, Color | None, Color | None]


class Sampler(GuideScreen[None]):
    """One of each widget, enabled, focused and disabled."""

    where = "exercise"

    def body(self) -> ComposeResult:
        """Yield the widgets."""
        yield Static(say("plain words"))
        yield Static(dim("muted words"))
        yield Static(strong("strong words"))
        yield LineInput(placeholder="placeholder one")
        yield LineInput("typed", id="typed")
        yield Words(placeholder="placeholder two")
        yield Words("typed text", classes="low")
        yield OptionList("first", "second", Option("third", disabled=True))
        for variant in ("default", "primary", "success", "warning", "error"):
            yield Button(say(f"button {variant}"), variant=variant)
        yield Button(say("disabled button"), disabled=True)

    DEFAULT_CSS = "Sampler Words, Sampler OptionList { height: 5; }"


class Show(GuideApp):
    """Shows the sampler."""

    def on_mount(self) -> None:
        """Push it."""
        self.push_screen(Sampler())


def make(theme: str) -> Show:
    def card(*_screen: Screen[Any]) -> GuideScreen[None]:
        return Sampler()

    return Show(help_here=card, help_now=card, theme=theme, animations=False)


def drawn(app: GuideApp, within: str = "") -> list[Pair]:
    """Return every piece of words on the screen (or `within` a widget of it) with its colours, after the filters."""
    pairs: list[Pair] = []
    ground = app.screen.styles.background
    area = app.screen.query_one(within).region if within else app.screen.region
    for strip in app.screen._compositor.render_strips()[area.y : area.bottom]:
        strip = strip.crop(area.x, area.right)
        for line_filter in app.get_line_filters():
            strip = strip.apply_filter(line_filter, ground)
        for segment in strip:
            if segment.style and any(sign.isalnum() for sign in segment.text):
                fore, back = segment.style.color, segment.style.bgcolor
                if segment.style.reverse:
                    fore, back = back, fore
                pairs.append(
                    (
                        segment.text.strip(),
                        None if fore is None or fore.is_default else Color.from_rich_color(fore),
                        None if back is None or back.is_default else Color.from_rich_color(back),
                    )
                )
    return pairs


async def walk(theme: str) -> list[Pair]:
    """Draw the sampler with the focus on each widget in turn, and the palette over it."""
    app = make(theme)
    pairs: list[Pair] = []
    async with app.run_test(size=(80, 60), notifications=True) as pilot:
        app.notify("a notice", markup=False)
        await pilot.pause()
        pairs += drawn(app)
        for _ in range(len(app.screen.focus_chain)):
            await pilot.press("tab")
            await pilot.pause()
            pairs += drawn(app)
        await pilot.press("ctrl+p")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        pairs += drawn(app, "#--container")  # what lies behind it is dimmed on purpose
    return pairs


def ratio(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2.x."""

    def luminance(color: Color) -> float:
        parts = [part / 255 for part in color.rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_ratio_is_the_known_one() -> None:
    assert ratio(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert ratio(Color.parse("#767676"), Color.parse("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: str(theme.name))
def test_tokens(theme: Any) -> None:
    """Every text token over every ground, from the numbers of the theme alone."""
    grounds = [Color.parse(value) for value in (theme.background, theme.surface, theme.panel)]
    table = theme.to_color_system().generate() | theme.variables
    for token in (
        "text",
        "text-muted",
        "foreground",
        "text-error",
        "text-warning",
        "text-success",
        "text-accent",
    ):
        for ground in grounds:
            assert ratio(Color.parse(table[token]), ground) >= 4.5, (token, ground.hex)
    for ground in grounds:
        assert ratio(Color.parse(table["text-disabled"]), ground) >= 3, ground.hex


@pytest.mark.asyncio
@pytest.mark.parametrize("theme", [theme.name for theme in themes.THEMES])
async def test_everything_drawn(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    pairs = await walk(theme)
    assert {"muted words", "placeholder one", "third", "a notice", "disabled button"} <= {
        words for words, *_ in pairs
    }
    for words, fore, back in pairs:
        assert fore is not None and back is not None, words
        least = 3 if words in ("third", "disabled button") else 4.5
        assert ratio(fore, back) >= least, (words, fore.hex, back.hex, ratio(fore, back))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "theme", ["ansi-dark", "ansi-light", "unmuted-dark", "unmuted-light", "textual-dark"]
)
@pytest.mark.parametrize("when", ["start", "later"])
@pytest.mark.parametrize("no_color", [True, False])
async def test_never_ground_on_ground(
    theme: str, when: str, no_color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR with an ANSI theme set later is black on black in plain Textual 8.2.8."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", "")  # any value counts, the empty one too
    app = make(theme if when == "start" else "unmuted-dark")
    async with app.run_test(size=(80, 60)) as pilot:
        app.theme = theme
        await pilot.pause()
        pairs = drawn(app)
    assert any(words == "plain words" for words, *_ in pairs)
    for words, fore, back in pairs:
        assert (fore is None and back is None) or fore != back, words


def test_unknown_theme_is_ours() -> None:
    assert make("no-such-theme").theme == themes.DARK
