"""Take it away: export in three forms, import, backups and restoring. What takes long runs beside the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import back_up, bring_back, take_away
from guide.journal.journal import Journal
from guide.ui.base import Column
from guide.ui.say import dim, say, strong
from guide.ui.screens.listed import ListedScreen
from guide.ui.screens.name_file import Named, NameFileScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.rows import Row, Rows, gap, heading
from guide.ui.widgets.sections import put
from guide.ui.work import Progress, Work
from guide.words import screens as words
from guide.words import taking as said

_MOMENT: Final = 0.4  # seconds before a bar is shown
_EVERY: Final = 0.1
_BAR: Final = 30
_BACKUPS_MOST: Final = 20
_WAIT: Final = 2.0  # seconds that leaving waits for what is being rolled back
_FORMS: Final = {"json": said.AS_JSON, "md": said.AS_TEXT, "csv": said.AS_TABLES}


class TakeAwayScreen(ListedScreen[None]):
    """Rows for everything that can be taken away or brought back; one piece of work at a time."""

    where = "take-away"
    help_text = said.HELP

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._work: Work | None = None
        self._brings = False
        self._asked = ""
        self._anyway = False
        self._left_out = ""

    def body(self) -> ComposeResult:
        """Yield the title, the rows, and what is under way or has been done."""
        yield Static(strong(said.TITLE), classes="title")
        yield Static("", id="note", classes="part")
        yield Rows(self._rows())
        yield Static(self._keys(), id="keys", classes="title")

    def on_mount(self) -> None:
        """Look at the work a few times a second while there is some."""
        super().on_mount()
        self._say("")
        self._timer = self.set_interval(_EVERY, self._look, pause=True)

    def on_unmount(self) -> None:
        """Leaving stops what is under way; nothing of it stays."""
        if self._work is not None:
            self._work.stop()
            self._work.join(_WAIT)

    # -- what stands there ----------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        rows = [Row(f"export:{form}", say(title), say(below)) for form, (title, below) in _FORMS.items()]
        if self._journal.store.path is None:
            return rows
        rows += [gap(), Row("import", say(said.TAKE_IN), say(said.TAKE_IN_BELOW))]
        if self._left_out:
            rows.append(Row("with-deleted", say(said.TAKE_IN_DELETED)))
        rows += [
            gap(),
            Row("backup", say(said.BACK_UP)),
            Row("restore", say(said.RESTORE), say(said.RESTORE_BELOW)),
        ]
        found = bring_back.backups(self._journal.places)[:_BACKUPS_MOST]
        if found:
            rows += [gap(), heading(said.BACKUPS_HERE)]
        return rows + [
            Row(f"backup:{one.path.name}", say(bring_back.short(one), lines=False)) for one in found
        ]

    def _keys(self, *, working: bool = False) -> Content:
        if working:
            return dim(hints(self.app, ("Esc", said.CANCEL)))
        return dim(hints(self.app, ("Enter", said.CHOOSE), ("Esc", words.BACK)))

    def _say(self, *lines: str) -> None:
        put(self.query_one("#note", Static), say("\n".join(lines)))

    # -- what a person does ---------------------------------------------------------------------------

    def do(self, row: str) -> None:
        """Begin what the row stands for; nothing while something is under way."""
        if self._work is not None:
            return
        if row != self._asked:
            self._asked, self._anyway = "", False
        what, _, name = row.partition(":")
        if what == "export":
            self._ask(
                _FORMS[name][0], (said.READABLE,), take_away.NAMES[name], self._may_export, self._export
            )
        elif what == "import":
            self._ask(
                said.TAKE_IN, (said.TAKE_IN_BELOW,), take_away.NAMES["json"], self._may_read, self._import
            )
        elif what == "with-deleted":
            self._bring_in(self._left_out, with_deleted=True)
        elif what == "restore":
            self._ask(said.RESTORE, (said.RESTORE_WHAT,), "", self._may_read, self._restore_file)
        elif what == "backup" and not name:
            self._begin(lambda progress: [back_up.back_up(self._journal)], said.DOING_BACKUP)
        elif row == self._asked:
            self._restore(name)
        else:
            self._asked = row
            self._say(said.RESTORE_WHAT, said.RESTORE_AGAIN)

    def action_back(self) -> None:
        """Stop what is under way; else go back."""
        if self._work is not None:
            self._work.stop()
        else:
            super().action_back()

    def _ask(
        self,
        title: str,
        lines: tuple[str, ...],
        name: str,
        look: Callable[[Named], None],
        then: Callable[[Named | None], None],
    ) -> None:
        self.app.push_screen(NameFileScreen(title, lines, name, look), then)

    def _may_export(self, named: Named) -> None:
        take_away.may_export(named.name, replace=named.replace)

    def _may_read(self, named: Named) -> None:
        bring_back.may_read(named.name)

    def _export(self, named: Named | None) -> None:
        if named is not None:
            self._begin(
                lambda progress: take_away.export(
                    self._journal, named.name, replace=named.replace, progress=progress
                ),
                said.WRITING,
            )

    def _import(self, named: Named | None) -> None:
        if named is not None:
            self._bring_in(named.name, with_deleted=False)

    def _bring_in(self, name: str, *, with_deleted: bool) -> None:
        def do(progress: Progress) -> list[str]:
            found = bring_back.bring_in(self._journal, name, with_deleted=with_deleted, progress=progress)
            self._left_out = name if found.deleted else ""
            return found.lines

        self._begin(do, said.READING, brings=True)

    def _restore_file(self, named: Named | None) -> None:
        if named is not None:
            self._restore(named.name)

    def _restore(self, name: str) -> None:
        places, utc, anyway = self._journal.places, self._journal.clock().utc, self._anyway

        def do(progress: Progress) -> list[str]:
            return bring_back.bring_back(places, name, utc, anyway=anyway, progress=progress)

        self._begin(do, said.RESTORING, brings=True)

    # -- work under way -------------------------------------------------------------------------------

    def _begin(self, do: Callable[[Progress], list[str]], doing: str, *, brings: bool = False) -> None:
        self._brings, self._doing = brings, doing
        self._work = Work(do)
        self._say("")
        # A store in memory has one connection, and that belongs to this thread.
        self._work.start(here=self._journal.store.path is None)
        self.query_one("#keys", Static).update(self._keys(working=True))
        self._timer.resume()
        self._look()

    def _look(self) -> None:
        work = self._work
        if work is None:
            return
        if not work.done:
            if time.monotonic() - work.began > _MOMENT:
                self._say(_bar(self._doing, work.share))
            return
        self._work = None
        self._timer.pause()
        self._after(work)

    def _after(self, work: Work) -> None:
        lines = [said.CANCELLED] if work.stopped else work.lines
        if work.error is not None:
            lines = [str(work.error)]
            doubtful = isinstance(work.error, bring_back.Doubtful)
            if doubtful:
                lines = [work.error.message, said.RESTORE_DOUBTFUL]
            self._anyway = doubtful
        if work.error is None:
            self._asked, self._anyway = "", False
        if self._brings:
            try:
                bring_back.settled(self._journal)
            except GuideError as error:
                lines.append(str(error))
        self.query_one(Rows).set_rows(self._rows())
        self.query_one("#keys", Static).update(self._keys())
        self._say(*lines)
        self.query_one(Column).scroll_home(animate=False)


def _bar(doing: str, share: float) -> str:
    full = int(share * _BAR)
    return f"{said.PER_CENT.format(doing=doing, n=int(share * 100))}  [{'#' * full}{'.' * (_BAR - full)}]"
