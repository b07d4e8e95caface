"""A sentence of fair credit: facts in sight, a start to change, and how well it fits the facts."""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json
from guide.steps.sentence import KIND
from guide.ui.say import Piece, dim, fill, join, say, strong
from guide.ui.steps.base import StepView, asked, set_text, words_of
from guide.ui.steps.parts.blank_mind import Groups, with_example
from guide.ui.steps.parts.boards import OneOf, Option
from guide.ui.steps.parts.rate import Rate, plain_rating
from guide.words import notices, rehearsal, stepping

TEXT, GATE, SMALL, DOUBT = "text", "gate", "small", "doubt"
_NEW = "\x00new"


class SentenceView(StepView):
    """Enter keeps the line, then a digit says how it fits; the doubt is one key (`d`) there, never a question.

    Where earlier sentences may be revised, F7 lists them, beside examples where there are some; one that is chosen
    fills the line.
    """

    def __init__(self) -> None:
        super().__init__()
        self.part, self._there = TEXT, dict[str, str]()
        self._revises = ""
        self._choosing = False

    def fill(self, raw: Json) -> None:
        """Put the sentence, or the first start, into the line; a half done one goes on where it was."""
        held = raw if isinstance(raw, dict) else {}
        self._starts = [str(text) for text in self.frozen.get("starts") or []]
        self._mine = words_of(held or raw) or ""
        self._text = self._mine or (self._starts[0] if self._starts else "")
        self._rating = plain_rating(held.get("believable"))
        self._there = earlier_of(self.frozen)
        revises = held.get("revises")
        self._revises = revises if isinstance(revises, str) and revises in self._there else ""
        self._instead = ""  # what stood in the line before an earlier sentence was chosen
        self.part, self._choosing = TEXT, False
        part = held.get("now")
        if self._text and part == SMALL and self._small():
            self._ask_smaller()
        elif self._text and part in (GATE, SMALL, DOUBT):
            self._after_text()
        else:
            self._write()

    # -- drawing --------------------------------------------------------------------------------------

    def draw_head(self) -> None:
        """Drawn by `_draw`, part by part."""

    def _draw(self) -> None:
        facts = [str(fact) for fact in self.frozen.get("facts") or []]
        pieces: list[Piece] = [asked(self.frozen)] if self.part == TEXT else []
        if self._revises and self.part == TEXT and not self._choosing:
            pieces.append(dim(fill(stepping.REVISES, words=self._there[self._revises])))
        if facts:
            pieces.append(join(dim(rehearsal.FACTS + ":"), *(f"- {fact}" for fact in facts), between="\n"))
        if self.part != TEXT:
            pieces.append(strong(fill(stepping.GATE_SENTENCE, text=self._text)))
        if self.part == GATE:
            pieces.append(asked(self._gate))
        set_text(self.head, join(*(piece for piece in pieces if say(piece).plain), between="\n\n"))
        self.refresh_hint()

    @property
    def _gate(self) -> dict[str, Any]:
        return dict(self.frozen.get("believable") or {})

    # -- the line -------------------------------------------------------------------------------------

    def _write(self) -> None:
        self.part, self._choosing = TEXT, False
        self.edit_line(self._text)
        self._draw()

    def line_entered(self, words: str) -> None:
        """Keep the sentence and ask how it fits; without words, leave it open."""
        if not words.strip():
            self.answer(None)
            return
        self._text = self._mine = words
        self._after_text()

    def line_key(self, key: str) -> bool:
        """Up and down go round the starts; words of one's own stay among them."""
        if key not in ("up", "down"):
            return False
        words = self.typed()
        if words.strip() and words not in self._starts:
            self._mine = words
        ring = self._starts + ([self._mine] if self._mine and self._mine not in self._starts else [])
        if ring:
            step = 1 if key == "down" else -1
            at = ring.index(words) + step if words in ring else 0
            self.line.put(ring[at % len(ring)])
            self.hold()
        return True

    # -- an earlier one in its place, and examples ----------------------------------------------------

    @property
    def offers_examples(self) -> bool:
        """Whether there are earlier sentences or examples, while the line is written."""
        return self.part == TEXT and bool(self._there or self.frozen.get("examples"))

    def examples(self) -> bool:
        """Show the earlier sentences, the examples and the ways to begin, or go back to the line."""
        if not self.offers_examples:
            return False
        self.quiet()
        if self._choosing:
            self._write()
            return True
        self._text, self._choosing = self.typed(), True
        earlier = list(self._there)
        shown = [str(text) for text in self.frozen.get("examples") or []]
        groups = [
            (stepping.EARLIER_HEAD, [self._there[name] for name in earlier]),
            (notices.BLANK_MIND, shown),
        ]
        groups += [(notices.BLANK_MIND_START, self._starts)] if shown else []
        texts = [*shown, *self._starts]

        def chosen(place: int | None) -> None:
            if place is None or place < len(earlier):
                self._earlier(_NEW if place is None else earlier[place])
            else:
                self._example(texts[place - len(earlier)])

        back = stepping.EARLIER_NONE if earlier else stepping.EXAMPLES_BACK
        at = earlier.index(self._revises) if self._revises else None
        self.use(Groups(groups, chosen, back=back, at=at))
        self._draw()
        return True

    def _example(self, words: str) -> None:
        """Words of one's own stay in front; a way to begin that nobody changed gives way."""
        own = "" if self._text in self._starts and not self._mine else self._text
        self._text = self._mine = with_example(own, words)
        self._write()
        self.hold(now=True)

    def _earlier(self, name: str) -> None:
        if name == _NEW:
            self._text = self._instead if self._revises else self._text
            self._revises = ""
        elif name != self._revises:
            self._instead = self._instead if self._revises else self._text
            self._revises = name
            self._text = self._mine = self._there[name]
        self._write()
        self.hold(now=True)

    # -- after it -------------------------------------------------------------------------------------

    def _after_text(self) -> None:
        if self._gate:
            self._ask_gate()
        elif self.frozen.get("doubt"):
            self._ask_doubt()
        else:
            self._done()

    def _ask_gate(self) -> None:
        self.part = GATE
        extra = {"e": (stepping.CHANGE_LINE, self._write)}
        if self.frozen.get("doubt"):
            words = rehearsal.DOUBT_DROP if self._doubting else rehearsal.DOUBT_ADD
            extra = {"d": (words, self._toggle_doubt), **extra}
        gate = self._gate
        self.use(Rate(gate.get("range"), self._rated, raw=self._rating, skip=True, extra=extra))
        self._draw()
        self.hold(now=True)

    @property
    def _doubt(self) -> str:
        return str(self.frozen.get("doubt") or "").strip()

    @property
    def _doubting(self) -> bool:
        return bool(self._doubt) and self._doubt in self._text

    def _toggle_doubt(self) -> None:
        if self._doubting:
            self._text = self._text.replace(f", {self._doubt}", "").replace(self._doubt, "").strip()
        else:
            self._text = f"{self._text.rstrip(' .,;')}, {self._doubt}."
        self._mine = self._text
        if self.part == GATE:
            self._ask_gate()
        else:
            self._ask_doubt()

    def _ask_doubt(self) -> None:
        self.part = DOUBT
        words = rehearsal.DOUBT_DROP if self._doubting else rehearsal.DOUBT_ADD
        options = [
            Option("keep", rehearsal.SMALLER_KEEP, "enter"),
            Option("doubt", fill(stepping.DOUBT_NOW, doubt=words, words=self._doubt), "d"),
            Option("change", stepping.CHANGE_LINE, "e"),
        ]
        do = {"keep": self._done, "doubt": self._toggle_doubt, "change": self._write}
        self.use(OneOf(options, lambda name: do[name](), keys=stepping.KEYS_MENU))
        self._draw()
        self.hold(now=True)

    def _rated(self, raw: Json) -> None:
        self._rating = plain_rating(raw)
        if self._small():
            self._ask_smaller()
        else:
            self._done()

    def _small(self) -> bool:
        return isinstance(self._rating, int) and KIND.small(
            self.frozen, {"believable": {"value": self._rating}}
        )

    def _ask_smaller(self) -> None:
        self.part = SMALL
        doubt = str(self.frozen.get("doubt") or "")
        ways = [*rehearsal.SMALLER_WAYS, *([rehearsal.SMALLER_DOUBT.format(doubt=doubt)] if doubt else [])]
        intro = join(rehearsal.SMALLER, *(f"- {way}" for way in ways), "", between="\n")
        options = [
            Option("keep", rehearsal.SMALLER_KEEP, "enter"),
            Option("smaller", rehearsal.SMALLER_MAKE, "s"),
        ]
        self.use(OneOf(options, self._smaller, intro=intro, keys=stepping.KEYS_MENU))
        self._draw()
        self.hold(now=True)

    def _smaller(self, name: str) -> None:
        if name == "smaller":
            self._rating = None
            self._write()
            self.hold(now=True)
        else:
            self._done()

    def _done(self) -> None:
        self.answer(self._raw(self._text))

    def _raw(self, text: str) -> dict[str, Any]:
        revises = {"revises": self._revises} if self._revises else {}
        return {"text": text, "believable": self._rating, **revises}

    # -- for the screen -------------------------------------------------------------------------------

    def problem(self, text: str, part: str = "") -> None:
        """Go back to the line, or to the number it is about."""
        if self.part != TEXT:
            self._write()
        super().problem(text, part)

    def go_on(self) -> None:
        """The command to go on leaves out what is still to be asked beside the sentence."""
        if self.part == GATE and not self._open_asked:
            self._rated(self._rating)
        else:
            self.entered()

    def current_raw(self) -> Json:
        """The sentence, its rating, and the part it stands at. A start nobody changed is no answer yet."""
        text = self.typed() if self.part == TEXT and not self._choosing else self._text
        if self.part == TEXT and text in self._starts and not self._mine:
            text = ""
        raw = self._raw(text)
        return raw if self.part == TEXT else {**raw, "now": self.part}

    @property
    def help_keys(self) -> str:
        """The keys of the part that is asked now."""
        if self.part != TEXT or self._choosing:
            return self.pad.board.keys
        keys = [stepping.KEYS_SENTENCE] + ([stepping.KEYS_STARTS] if len(self._starts) > 1 else [])
        if self.offers_examples:
            named = stepping.KEYS_EARLIER_OR if self.frozen.get("examples") else stepping.KEYS_EARLIER
            keys.append(named if self._there else stepping.KEYS_EXAMPLES)
        return stepping.BETWEEN.join(keys)


def earlier_of(frozen: dict[str, Any]) -> dict[str, str]:
    """Return the earlier sentences that may be revised: item id to words, the newest first."""
    field = next(iter((frozen.get("home") or {}).get("fields") or {}), "text")
    found: dict[str, str] = {}
    for one in frozen.get("there") or []:
        words = (one.get("fields") or {}).get(field)
        found[str(one["item"])] = words if isinstance(words, str) and words else str(one.get("label", ""))
    return found
