"""What the program says about what it keeps. A preview and the demo keep nothing, and say so in the same places."""

from __future__ import annotations

from guide.store.database import Store
from guide.words import home, unsafe


def keeps(store: Store) -> bool:
    """Whether what is written here is there tomorrow; false for a store in memory."""
    return store.path is not None


def said(store: Store, text: str) -> str:
    """A sentence of the program about what is kept, as it is true for this store."""
    return text if keeps(store) else _keeps_nothing().get(text, text)


def _keeps_nothing() -> dict[str, str]:
    from guide.words import notices, plain, preview  # a log keeps what it says, and should not wait for them

    return {
        home.KEPT: preview.DONE,
        home.SAVED_PLAIN: preview.DONE,
        home.STOPPED: preview.STOPPED,
        notices.PAUSED: preview.PAUSED,
        notices.ASKED_THREE_TIMES: preview.ASKED_THREE_TIMES,
        plain.HOME_END: preview.END,
    }


def saved(store: Store, parts: str = "") -> str:
    """The line at the end of an exercise; `parts` are the short answers of a quick log."""
    if parts and keeps(store):
        return home.SAVED.format(parts=parts)
    return said(store, home.SAVED_PLAIN)


def help_head(store: Store, *, made_up: bool = False) -> tuple[str, ...]:
    """What stands above help now, as it is true for this store; `made_up` for the demo's people."""
    from guide.words import demo, help_now

    if keeps(store):
        return help_now.HEAD
    return (*help_now.HEAD_PREVIEW, *([demo.PEOPLE] if made_up else []))


def unsafe_notice(store: Store) -> str:
    """The two lines about words that can mean somebody is not safe (care rule 15)."""
    now, then = unsafe.TEXT
    if not keeps(store):
        from guide.words.preview import UNSAFE_THEN as then
    return f"{now}\n{then}"
