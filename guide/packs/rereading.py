"""Reading on after a syntax error: the line is read as it was probably meant, so that what comes after is seen too.

Where `around` knows several ways in which a line may have been meant, the one that lets the parser come
furthest is taken. A file is read on only while that is sure to say something true: otherwise it ends at the
error, and what it would have held further down is unknown.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from guide.packs.located import Enough, Fault, Map, Seq, Tree, Value

if TYPE_CHECKING:
    from guide.packs.around import At, Guess

ROUNDS: Final = 6
"""Syntax errors that are looked behind in one file."""
BUDGET: Final = 160 * 1024
"""Characters that are read anew in one file, all attempts together: time is what this costs."""
_LIKE_SPACES: Final = tuple(
    before + sign for before in ("\n", "  ") for sign in "\u00a0\u2002\u2003\u2009\u202f\u3000"
)
_END: Final = (1 << 30, 0)


class Reading:
    """One text on its way to a tree. `whole`: all of it was read, and as it was meant."""

    def __init__(self, text: str, faults: list[Fault], loader: Any, *, gone: bool = False) -> None:
        self.text, self.loader, self.gone = text, loader, gone
        self.faults = faults
        self.whole = True
        self.tree = Tree([])
        self.left = BUDGET
        self.stopped: At = (1, 1)  # where the parser stopped last
        self.moved: dict[
            int, list[tuple[int, int]]
        ] = {}  # line -> (column, by how much what is right of it moved)
        self.unsure_from = _END[0]  # the line from which on only the syntax can be looked at
        self.told: set[int] = set()  # lines with a syntax error that was reported

    def read(self) -> None:
        """Build the tree and gather the faults. Never raises."""
        if not self.text.isascii() and any(sign in self.text for sign in _LIKE_SPACES):
            self._set_in()
        for _ in range(ROUNDS):
            guesses = self._once()
            if not guesses:
                break
            guess, text = self._likeliest(guesses)
            self._report(guess.fault)
            if text is None:
                self._cut()
                break
            if not guess.sure:
                self.whole = False
                self.unsure_from = min(self.unsure_from, guess.fault.line)
            self._move(guess)
            self.text = text
        else:
            if guesses := self._once():
                self._report(guesses[0].fault)
                self._cut()
        self._put_back()

    def _set_in(self) -> None:
        """Lines that are set in by spaces which are none: the parser would take them for keys."""
        from guide.packs.lookalikes import spaces

        guess = spaces(self.text)
        if guess is not None:
            self._report(guess.fault)
            self.text = self._meant(guess)

    def _once(self) -> list[Guess]:
        """Read the text as it is now; what may be wrong where the parser stopped."""
        import yaml

        self.tree = Tree(list(self.faults))
        self.tree.gone = self.gone
        try:
            self.tree.take(yaml.parse(self.text, Loader=self.loader))
        except Enough:
            self._cut()
        except yaml.YAMLError as error:
            from guide.packs.yaml_words import explain

            self.stopped = _mark(error)
            return explain(error, self.text, self.tree.plain_at)
        except (ValueError, OverflowError, RecursionError):
            # The pure parser's own: an escape beyond Unicode, a version number of many digits.
            from guide.packs.around import Guess

            self.stopped = self.tree.last
            return [Guess(Fault(*self.tree.last, "A number or an escape near here is out of range."))]
        return []

    def _likeliest(self, guesses: list[Guess]) -> tuple[Guess, str | None]:
        """The guess with which the parser comes furthest, and the text as it was meant; None when none helps.

        Of several the one that changes fewest lines is taken, then the first.
        """
        best, best_text, furthest = guesses[0], None, self.stopped
        rivals = False
        for guess in guesses:
            if not guess.lines or self.left < len(self.text):
                continue
            text = self._meant(guess)
            reached = self._reach(text)
            least = self.stopped if guess.sure else (self.stopped[0] + 1, 0)
            fewer = reached == furthest and best_text is not None and len(guess.lines) < len(best.lines)
            if reached > max(furthest, least) or fewer:
                sure = guess.sure or (guess.proven and reached == _END)
                best, best_text, furthest, rivals = guess._replace(sure=sure), text, reached, False
            elif reached == furthest and guess.fault == best.fault and len(guess.lines) == len(best.lines):
                rivals = rivals or text != best_text  # what is wrong is known, what was meant is not
        return best._replace(sure=best.sure and not rivals), best_text

    def _meant(self, guess: Guess) -> str:
        lines = self.text.split("\n")
        for number, line in guess.lines.items():
            lines[number - 1] = line
        return "\n".join(lines)

    def _reach(self, text: str) -> At:
        """Where the parser stops in a text."""
        import yaml

        self.left -= len(text)
        try:
            for _ in yaml.parse(text, Loader=self.loader):
                pass
        except yaml.YAMLError as error:
            return _mark(error)
        except (ValueError, OverflowError, RecursionError):
            return 1, 1
        return _END

    def _report(self, fault: Fault) -> None:
        """Keep a fault by its place in the file. A second one in the same line would mostly follow from the first."""
        if fault.line not in self.told:
            self.told.add(fault.line)
            fault = Fault(fault.line, self._column(fault.line, fault.col), fault.message)
            self.faults.append(fault)
            self.tree.faults.append(fault)

    def _cut(self) -> None:
        self.whole = False
        while self.tree.above:
            with suppress(Enough):
                self.tree.close()

    # -- places -------------------------------------------------------------------------------------------
    def _move(self, guess: Guess) -> None:
        """Remember which columns no longer stand where they do in the file."""
        lines = self.text.split("\n")
        for number, line in guess.lines.items():
            before = lines[number - 1]
            if by := len(line) - len(before):
                pairs = enumerate(zip(line, before, strict=False))
                same = next((n for n, (new, old) in pairs if new != old), min(len(line), len(before)))
                self.moved.setdefault(number, []).append((same, by))

    def _column(self, line: int, col: int) -> int:
        for place, by in reversed(self.moved.get(line, ())):
            if col > place:
                col = max(place + 1, col - by)
        return col

    def _put_back(self) -> None:
        """Give every fault and every value of the tree the place it has in the file."""
        known = set(self.faults)
        own = [one for one in self.tree.faults if one not in known and one.line < self.unsure_from]
        self.tree.faults[:] = [
            *self.faults,
            *(one._replace(col=self._column(one.line, one.col)) for one in own),
        ]
        if not self.moved:
            return
        waiting: list[Value] = [self.tree.root]
        while waiting:
            here = waiting.pop()
            if isinstance(here, Map):
                here.mark = (here.mark[0], self._column(*here.mark))
                for key, (a, b, c, d) in here.marks.items():
                    here.marks[key] = (a, self._column(a, b), c, self._column(c, d))
                waiting += here.values()
            elif isinstance(here, Seq):
                here.mark = (here.mark[0], self._column(*here.mark))
                here.marks[:] = [(line, self._column(line, col)) for line, col in here.marks]
                waiting += here


def _mark(error: Any) -> At:
    mark = getattr(error, "problem_mark", None)
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
