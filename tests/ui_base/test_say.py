"""Hostile words reach the screen as they stand."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from guide.ui.say import dim, fill, join, say, strong

HOSTILE = [
    "I felt [/ sad",
    "[red]angry[/]",
    "[@click=app.quit]x[/]",
    "\\",
    "[TODO] plan",
    "$name and ${name}",
    "👨‍👩‍👧 ❤️ 🏳️‍🌈",
    "مرحبا می‌خواهم",
    "日本語の言葉",
    "x" * 10_000,
]


@pytest.mark.parametrize("words", HOSTILE)
def test_literal(words: str) -> None:
    for content in (say(words), fill("$x", x=words), join(words), strong(words), dim(words)):
        assert content.plain == words
        assert not any("click" in str(span.style) for span in content.spans)


def test_cleaned() -> None:
    assert say("a\x1b]52;c;QUJD\x07b\u202ec").plain == "abc"
    assert fill("<$x>", x="\x1b[31mred").plain == "<red>"
    assert say("a\nb", lines=False).plain == "a b"


def test_fill() -> None:
    assert fill("$a costs $$5, $b.", a="[b]", b="$a").plain == "[b] costs $5, $a."
    assert fill("$n", n=3).plain == "3"
    with pytest.raises(KeyError):
        fill("$missing")


def test_styles_stay_with_their_words() -> None:
    content = join("a", strong("bc"), dim("d"), between=" ")
    assert content.plain == "a bc d"
    assert [(span.start, span.end, str(span.style)) for span in content.spans] == [
        (2, 4, "bold"),
        (5, 6, "$text-muted"),
    ]
    kept = strong("x")
    assert isinstance(kept, Content) and say(kept) is kept


class Hostile(App[None]):
    """Shows every hostile string in two widgets and a notice."""

    CSS = "Static { max-height: 2; } OptionList { height: 10; }"

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        for words in HOSTILE:
            yield Static(join(say(words), dim(words), strong(words)))
        yield OptionList(*(Option(say(words)) for words in HOSTILE))


@pytest.mark.asyncio
async def test_on_a_screen() -> None:
    app = Hostile()
    async with app.run_test(size=(80, 60)) as pilot:
        app.notify(HOSTILE[0], markup=False)
        await pilot.pause()
        rows = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    for words in HOSTILE[:5]:
        assert words in rows
