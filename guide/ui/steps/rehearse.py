"""Rounds of saying one sentence, with the sentence and its facts in sight throughout.

What is held after every part is `{"rounds": [rounds done], "now": {the parts of this round, "part": where it
stands}}`. The screen hands `rounds[-1]["way"]` to `journal.set_state("last-way", way)` once a round was kept.
After a strong round Enter posts `Chose("stop")`: what is held by then has that round.
"""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json
from guide.steps.rehearse import KIND, MOST, compared
from guide.ui.say import Piece, dim, fill, join, say, strong
from guide.ui.steps.base import StepView, set_text
from guide.ui.steps.parts.blank_mind import ExamplesBoard, has_examples, with_example
from guide.ui.steps.parts.boards import OneOf, Option
from guide.ui.steps.parts.rate import Rate, number_words
from guide.ui.steps.parts.rounds import PARTS, SayBoard, parts_of, read_rounds, start_of
from guide.words import home, rehearsal, stepping

_DONE = "done"


class RehearseView(StepView):
    """Expect, say, rate: a digit or Enter each; words are asked for in the first round only."""

    def fill(self, raw: Json) -> None:
        """Take up the rounds done, and a round begun at the part where it was left."""
        self.rounds, self.now = read_rounds(self.frozen, raw)
        self._way = self._last_way()
        self._typing_it = self._looking = self._touched = False
        if self.now:
            self._ask(start_of(self._parts, self.now))
        elif self.rounds:
            self._after_round()
        else:
            self._ask(self._parts[0])

    @property
    def _parts(self) -> list[str]:
        return parts_of(self.frozen, first=not self.rounds)

    def _last_way(self) -> str:
        ways = list(self.frozen.get("ways") or {})
        used = [
            self.now.get("way"),
            *(one.get("way") for one in reversed(self.rounds)),
            self.frozen.get("way"),
        ]
        return next((str(way) for way in used if way in ways), ways[0] if ways else "")

    def _side(self, part: str) -> dict[str, Any]:
        side = "before" if part in ("before", "expect") else "after"
        return dict((self.frozen.get(side) or {}).get("rate" if part in ("before", "after") else "ask") or {})

    @property
    def _most(self) -> int:
        return int((self.frozen.get("rounds") or {}).get("max", MOST))

    # -- drawing --------------------------------------------------------------------------------------

    def draw_head(self) -> None:
        """Drawn by `_draw`, part by part."""

    def _draw(self) -> None:
        said = self.frozen.get("said") or {}
        pieces: list[Piece] = []
        if said.get("text"):  # last of the two: in a small window the facts go out of sight before it does
            facts = [f"- {fact}" for fact in said.get("evidence") or []]
            pieces.append(
                dim(join(rehearsal.FACTS + ":" if facts else rehearsal.NO_FACTS, *facts, between="\n"))
            )
            pieces.append(strong(fill(stepping.GATE_SENTENCE, text=str(said["text"]))))
        done = self._trail()
        pieces += [done] if done else []
        pieces.append(self._question())
        set_text(self.head, join(*(piece for piece in pieces if say(piece).plain), between="\n\n"))
        self.refresh_hint()
        if self.hint.display:
            self.reveal(self.hint)

    def _trail(self) -> Piece:
        lines: list[Piece] = []
        labels = {"before": stepping.EXPECTED, "expect": stepping.EXPECT_WORDS, "after": stepping.WAS}
        for part, label in labels.items():
            if self.now.get(part) not in (None, ""):
                value = number_words(self.now[part]) if part != "expect" else str(self.now[part])
                lines.append(dim(fill(stepping.PART_DONE, label=label, value=say(value, lines=False))))
        return join(*lines, between="\n") if lines else ""

    def _question(self) -> Piece:
        if self.part == _DONE:
            return ""
        if self.part != "said":
            return strong(str(self._side(self.part).get("prompt") or ""))
        if self.rounds:
            return strong(rehearsal.SAY_AGAIN)
        help_ = str(self.frozen.get("help") or "").strip()
        prompt = strong(str(self.frozen.get("prompt") or ""))
        return join(prompt, "\n", dim(help_)) if help_ else prompt

    # -- one part -------------------------------------------------------------------------------------

    def _ask(self, part: str) -> None:
        self.part = part
        self._typing_it = self._looking = self._touched = False
        if part in ("before", "after"):
            rate = self._side(part)
            self.use(Rate(
                rate.get("range"), self._given, raw=self.now.get(part), numb=bool(rate.get("numb")), skip=True,
            ))  # fmt: skip
        elif part == "said":
            ways = self.frozen.get("ways") or {}
            self.use(SayBoard(
                ways, self._way, said=self._said, way_chosen=self._choose_way, type_it=self._type,
                skip=self._not_said,
            ))  # fmt: skip
        else:
            self.edit_line(str(self.now.get(part) or ""), hint=stepping.OPTIONAL)
        self._draw()

    def _given(self, raw: Json) -> None:
        """Keep a part and go to the next; the last one ends the round."""
        self.now[self.part] = raw
        parts = self._parts
        place = parts.index(self.part) + 1
        if place < len(parts):
            self.now["part"] = parts[place]
            self._ask(parts[place])
            self.hold(now=True)
        else:
            self._keep_round()

    def _choose_way(self, way: str) -> None:
        self._way = self.now["way"] = way
        self.hold(now=True)

    def _said(self) -> None:
        if self._way:
            self.now["way"] = self._way
        self.now["at"] = self.time()
        self._given(True)

    def _not_said(self) -> None:
        """The round is dropped: nothing was said, so there is nothing to count."""
        self.now = {}
        self._finish()

    def _type(self) -> None:
        self._typing_it = True
        self.edit_line("", hint=stepping.SAY_AGAIN_HINT, beside=True)
        self.refresh_hint()

    def line_entered(self, words: str) -> None:
        """Enter in a line: said, where it was typed to be said; else the words of this part, or none."""
        if self._typing_it:
            self._typing_it = False
            self._said()
        elif self.part in ("expect", "happened"):
            self._given(words.strip())

    def line_key(self, key: str) -> bool:
        """Escape takes the line for typing the sentence away. Up, and Backspace before anything is typed, go back."""
        if key == "escape" and self._typing_it:
            self._ask("said")
            return True
        untyped = key == "backspace" and not (self._touched or self.typed())
        return (key == "up" or untyped) and self.back_within()

    def on_typed(self) -> None:
        """Keep the words."""
        self._touched = True
        super().on_typed()

    def back_within(self, *, ask: bool = False) -> bool:
        """One part back in this round; from the end of a round into it again, from a new one to the end before."""
        place = 0 if self.part == _DONE else self._parts.index(self.part)
        if ask or not (place or self.rounds):
            return bool(place or self.rounds)
        if self.part == _DONE:
            self.now = self.rounds.pop()
            self._ask(self._parts[-1])
        elif place:
            if self.active is not self.pad and self.part != "said":
                self.now[self.part] = self.typed()
            self._ask(self._parts[place - 1])
        else:
            self.now = {}
            self._after_round()
        self.quiet()
        self.hold(now=True)
        return True

    def unused_key(self, key: str) -> bool:
        """Backspace goes back one part."""
        return (key == "backspace" and self.back_within()) or super().unused_key(key)

    # -- for a blank mind -----------------------------------------------------------------------------

    @property
    def offers_examples(self) -> bool:
        """Whether there are any for the words that are asked now."""
        return self.part in ("expect", "happened") and has_examples(self._side(self.part))

    def examples(self) -> bool:
        """Show examples, or take them away again."""
        if not self.offers_examples:
            return False
        self.quiet()
        if self._looking:
            self._ask(self.part)
            return True
        self.now[self.part] = self.typed()
        self._looking = True
        self.use(ExamplesBoard(self._side(self.part), self._example))
        self.refresh_hint()
        return True

    def _example(self, words: str) -> None:
        self.now[self.part] = with_example(str(self.now.get(self.part) or ""), words)
        self._ask(self.part)
        self.hold()

    # -- a round --------------------------------------------------------------------------------------

    def _keep_round(self) -> None:
        keys = (*PARTS, "way", "at")
        self.rounds.append({key: self.now[key] for key in keys if self.now.get(key) not in (None, "")})
        self.now = {}
        self.part = _DONE
        self.hold(now=True)
        self._after_round()

    def _after_round(self) -> None:
        self.part = _DONE
        last = self.rounds[-1]
        if KIND.strong(self.frozen, last):
            self._strong()
        else:
            options = [Option("finish", rehearsal.DONE, "enter")]
            if len(self.rounds) < self._most:
                options.append(Option("again", rehearsal.AGAIN, "a"))
            enough = [] if len(self.rounds) < self._most else [rehearsal.ENOUGH_TODAY]
            intro = " ".join([home.KEPT, *([compared(last)] if compared(last) else []), *enough])
            self.use(OneOf(options, self._chosen, intro=join(strong(intro), "\n"), keys=stepping.KEYS_MENU))
        self._draw()

    def _strong(self) -> None:
        offered = (self.frozen.get("strong") or {}).get("offer") or []
        options = [Option("stop", rehearsal.STRONG_STOP, "enter")]
        if "smaller" in offered:
            options.append(Option("smaller", rehearsal.STRONG_SMALLER, "s"))
        if "again" in offered and len(self.rounds) < self._most:
            options.append(Option("again", rehearsal.STRONG_AGAIN, "a"))
        if "support" in offered:
            options.append(Option("support", rehearsal.STRONG_SUPPORT, "t"))
        intro = join(strong(rehearsal.STRONG), " ", rehearsal.STRONG_KEPT, "\n")
        self.use(OneOf(options, self._chosen, at=0, intro=intro, keys=stepping.KEYS_MENU))

    def _chosen(self, name: str) -> None:
        if name == "again":
            self.now = {"part": self._parts[0]}
            self._ask(self._parts[0])
            self.hold(now=True)
        elif name == "finish":
            self._finish()
        else:
            self.choose(name)

    def _finish(self) -> None:
        self.answer({"rounds": list(self.rounds)} if self.rounds else None)

    # -- for the screen -------------------------------------------------------------------------------

    def go_on(self) -> None:
        """The command to go on is Enter; in a rating without a number it leaves the rating out."""
        self.entered()

    def current_raw(self) -> Json:
        """The rounds done, and this one as far as it is."""
        now = dict(self.now)
        if self.active is not self.pad and self.part in ("expect", "happened"):
            now[self.part] = self.typed()
        now = {key: value for key, value in now.items() if value not in (None, "")}
        if self.part == _DONE or not now:
            return {"rounds": list(self.rounds)}
        return {"rounds": list(self.rounds), "now": {**now, "part": self.part}}

    @property
    def help_keys(self) -> str:
        """The keys of the part that is asked now."""
        if self.active is self.pad:
            return self.pad.board.keys
        keys = [stepping.KEYS_LINE, *([stepping.KEYS_EXAMPLES] if self.offers_examples else [])]
        return stepping.BETWEEN.join(keys)
