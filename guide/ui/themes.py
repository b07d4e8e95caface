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


def _theme(
    name: str, dark: bool, ground: tuple[str, str, str], words: tuple[str, str, str], mark: str
) -> Theme:
    """Build a theme from its grounds (page, field, panel), its words (text, muted, disabled) and one accent."""
    page, field, panel = ground
    text, muted, disabled = words
    variables = {
        "text": text,
        "text-muted": muted,
        "text-disabled": disabled,
        "foreground-muted": muted,
        "foreground-disabled": disabled,
        "border": mark,
        "border-blurred": disabled,
        "block-cursor-foreground": page,
        "block-cursor-background": mark,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": panel,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": panel,
        "input-cursor-foreground": page,
        "input-cursor-background": text,
        "input-cursor-text-style": "none",
        "input-selection-background": mark,
        "input-selection-foreground": page,
        "screen-selection-background": mark,
        "screen-selection-foreground": page,
        "footer-foreground": text,
        "footer-background": panel,
        "footer-key-foreground": text,
        "footer-key-background": panel,
        "footer-description-foreground": muted,
        "footer-description-background": panel,
        "footer-item-background": panel,
        "button-foreground": text,
        "button-color-foreground": page,
        "button-focus-text-style": "bold reverse",
        "link-color": text,
        "link-background": page,
        "link-style": "underline",
        "link-color-hover": page,
        "link-background-hover": mark,
        "link-style-hover": "bold",
        "scrollbar": disabled,
        "scrollbar-hover": muted,
        "scrollbar-active": mark,
        "scrollbar-background": page,
        "scrollbar-background-hover": page,
        "scrollbar-background-active": page,
        "scrollbar-corner-color": page,
    }
    for token in ("primary", "secondary", "accent", "warning", "error", "success"):
        variables[f"text-{token}"] = text
        variables[f"{token}-muted"] = panel
    return Theme(
        name=name,
        primary=mark,
        secondary=mark,
        accent=mark,
        warning=mark,
        error=mark,
        success=mark,
        foreground=text,
        background=page,
        surface=field,
        panel=panel,
        boost=panel,
        dark=dark,
        variables=variables,
    )


THEMES = (
    _theme(DARK, True, ("#16191d", "#1e2329", "#272d35"), ("#e6e4df", "#b4b6b5", "#8a8f94"), "#9cc3c9"),
    _theme(LIGHT, False, ("#faf8f4", "#f1eee7", "#e7e3da"), ("#22262a", "#4c5257", "#6f7478"), "#1f5a66"),
    _theme(NIGHT, True, ("#0c0b0a", "#131110", "#1b1816"), ("#c9b9a6", "#a39382", "#7d7063"), "#b79a78"),
)
