"""How one screen opens another. Screens are imported when they are first asked for: home starts without them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from guide.errors import GuideError

if TYPE_CHECKING:
    from textual.app import App

    from guide.journal.journal import Journal
    from guide.journal.sitting import Sitting

Begin = Callable[[], "Sitting"]


def begin(screen: Screen[Any], journal: Journal, name: str, *, near: str = "", instead: bool = False) -> None:
    """Open an exercise by name; with `instead` it takes the place of the screen. What is missing is said."""
    _open(screen, journal, lambda: journal.begin(name, near=near, anew=True), name, near, instead)


def resume(screen: Screen[Any], journal: Journal, entry: str) -> None:
    """Go on with a draft."""
    _open(screen, journal, lambda: journal.resume(entry), "", "", False)


def page(screen: Screen[Any], journal: Journal, what: str, *, near: str = "", older: bool = False) -> None:
    """Open `support`, with the words for old hurt first when `older`, the page for a visit (`summary`), or the list of
    `sentences` of the pack `near`."""
    if what == "summary":
        from guide.ui.screens.summary import SummaryScreen

        screen.app.push_screen(SummaryScreen(journal))
        return
    if what == "support":
        from guide.ui.screens.support import SupportScreen

        screen.app.push_screen(SupportScreen(journal, older=older))
        return
    from guide.journal.items import sentence_list
    from guide.ui.screens.item_list import ItemListScreen

    built = sentence_list(journal, near)
    if built is not None:
        screen.app.push_screen(ItemListScreen(journal, built))


def help_now_by_itself(app: App[Any]) -> None:
    """Open help now although nobody pressed its key: an Enter that was meant for the answer does not close it."""
    from guide.ui.app_base import GuideApp
    from guide.ui.screens.help_now import HelpNowScreen

    if isinstance(app, GuideApp) and not app.hidden:
        app.action_help_now()
    if isinstance(app.screen, HelpNowScreen):
        app.screen.stay()


def _open(screen: Screen[Any], journal: Journal, start: Begin, name: str, near: str, instead: bool) -> None:
    try:
        sitting = start()
    except GuideError as error:
        _put(screen, _notice(journal, error, name, near), instead)
        return
    from guide.ui.screens.exercise import ExerciseScreen

    _put(screen, ExerciseScreen(journal, sitting), instead)


def _notice(journal: Journal, error: GuideError, name: str, near: str) -> Screen[Any]:
    """What a person can do about it: go to the exercise that makes what is missing, or back."""
    from guide.ui.screens.notice import NoticeScreen

    maker = None
    try:
        maker = journal.made_by(journal.library.find(name, near=near)) if name else None
    except GuideError:
        pass  # the exercise itself is not there: the notice says so, and there is nowhere to go
    if maker is None:
        return NoticeScreen(journal, error.message, error.remedy)
    return NoticeScreen(journal, error.message, "", go_to=maker.ref, title=maker.title)


def _put(screen: Screen[Any], other: Screen[Any], instead: bool) -> None:
    if instead:
        screen.app.switch_screen(other)
    else:
        screen.app.push_screen(other)
