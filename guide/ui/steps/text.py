"""A text to read, and the doors it offers."""

from __future__ import annotations

from guide.steps.base import Json
from guide.steps.text import OFFER_PAGES, SENTENCES
from guide.ui.say import dim, join, say, strong
from guide.ui.steps.base import StepView, set_text
from guide.ui.steps.parts.boards import OneOf, Option
from guide.words import stepping

_GO_ON = "go-on"
_PAGES = {
    "summary": stepping.OFFER_SUMMARY,
    "support": stepping.OFFER_SUPPORT,
    "help-now": stepping.OFFER_HELP_NOW,
}


class TextView(StepView):
    """Shows words. Enter goes on, or opens the first offer where that is an exercise and nothing more is asked.

    A digit opens any; an exercise that is chosen in the middle opens at the end.
    """

    def draw_head(self) -> None:
        """Draw the text."""
        texts = [say(str(self.frozen.get("text") or "").strip())]
        if self.frozen.get("prompt"):
            texts.insert(0, strong(str(self.frozen["prompt"])))
        if self.frozen.get("help"):
            texts.append(dim(str(self.frozen["help"]).strip()))
        set_text(self.head, join(*texts, between="\n\n"))

    def fill(self, raw: Json) -> None:
        """List the offers; an unknown one is left out."""
        raw_offers = self.frozen.get("offer") or []
        offers = [raw_offers] if isinstance(raw_offers, str) else list(raw_offers)
        options = [Option(str(name), title) for name in offers if (title := self._title(str(name)))]
        exercises = [option for option in options if option.id not in OFFER_PAGES]
        first = options[:1] == exercises[:1] != [] and self.is_last()
        options.append(Option(_GO_ON, stepping.GO_ON))
        keys = stepping.KEYS_OFFERS if len(options) > 1 else stepping.KEYS_TEXT
        if exercises and not self.is_last():
            keys = stepping.KEYS_OFFERS_LATER
        self.use(OneOf(options, self._chosen, at=0 if first else len(options) - 1, keys=keys))

    def _title(self, name: str) -> str:
        if name in OFFER_PAGES and name != SENTENCES:
            return _PAGES.get(name, "")
        return self.title_of(name)

    def _chosen(self, name: str) -> None:
        if name == _GO_ON:
            self.answer(None)
        else:
            self.choose(name if name in OFFER_PAGES else f"exercise:{name}")

    def go_on(self) -> None:
        """The command to go on goes on; Enter takes the highlighted row."""
        self.answer(None)
