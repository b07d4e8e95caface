"""Our own themes: every text colour is written out, so that its contrast is a fact and not a blend.

The bar is WCAG 2.2, 1.4.3: 4.5:1 for text, here also for placeholders and muted text; disabled text, which
WCAG leaves out, keeps 3:1. `tests/ui_base/test_themes.py` computes both over every ground we draw on. No
token carries a meaning by its colour alone, and none stands for praise or blame.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "unmuted-dark"
LIGHT = "unmuted-light"
NIGHT = "unmuted-night"


# Which tokens of Textual's design take which of the seven colours; several hold more than their name says.
_TOKENS = {
    "text": """text footer-foreground footer-key-foreground button-foreground block-cursor-blurred-foreground
        input-cursor-background link-color text-primary text-secondary text-accent text-warning text-error
        text-success""",
    "muted": "text-muted foreground-muted footer-description-foreground scrollbar-hover",
    "disabled": "text-disabled foreground-disabled border-blurred scrollbar",
    "mark": """border block-cursor-background input-selection-background screen-selection-background
        link-background-hover scrollbar-active""",
    "page": """block-cursor-foreground input-cursor-foreground input-selection-foreground
        screen-selection-foreground button-color-foreground link-background link-color-hover
        scrollbar-background scrollbar-background-hover scrollbar-background-active scrollbar-corner-color""",
    "panel": """block-cursor-blurred-background block-hover-background footer-background footer-key-background
        footer-description-background footer-item-background primary-muted secondary-muted accent-muted
        warning-muted error-muted success-muted""",
}
_STYLES = {
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-text-style": "none",
    "input-cursor-text-style": "none",
    "button-focus-text-style": "bold reverse",
    "link-style": "underline",
    "link-style-hover": "bold",
}
_ACCENTS = ("primary", "secondary", "accent", "warning", "error", "success")


def _theme(name: str, *, dark: bool, **colours: str) -> Theme:
    """Build a theme from its grounds (page, field, panel), its words (text, muted, disabled) and one accent, mark."""
    tokens = {token: colours[colour] for colour, names in _TOKENS.items() for token in names.split()}
    return Theme(
        name=name,
        dark=dark,
        foreground=colours["text"],
        background=colours["page"],
        surface=colours["field"],
        panel=colours["panel"],
        boost=colours["panel"],
        variables=tokens | _STYLES,
        **dict.fromkeys(_ACCENTS, colours["mark"]),  # type: ignore[arg-type]
    )


THEMES = (
    _theme(
        DARK,
        dark=True,
        page="#16191d",
        field="#1e2329",
        panel="#272d35",
        text="#e6e4df",
        muted="#b4b6b5",
        disabled="#8a8f94",
        mark="#9cc3c9",
    ),
    _theme(
        LIGHT,
        dark=False,
        page="#faf8f4",
        field="#f1eee7",
        panel="#e7e3da",
        text="#22262a",
        muted="#4c5257",
        disabled="#6f7478",
        mark="#1f5a66",
    ),
    _theme(
        NIGHT,
        dark=True,
        page="#0c0b0a",
        field="#131110",
        panel="#1b1816",
        text="#c9b9a6",
        muted="#a39382",
        disabled="#7d7063",
        mark="#b79a78",
    ),
)
