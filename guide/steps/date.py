"""A date: a day, or what is remembered of one."""

from __future__ import annotations

from guide.steps.base import GIVEN, Answer, Feed, Json, Kind, Making, Others, Step, World
from guide.steps.choice import date_kept, keep_feed
from guide.steps.days import date_words, read_date
from guide.steps.fields import Flag, Plain, Text
from guide.steps.items import marker_feed, set_home


class DateKind(Kind):
    """`approximate` takes a month or a year alone; `remembered` says wherever it is read that it is from memory;

    `ahead` is for a day to come: without a year, and as a day of the week, the next one is meant.
    """

    name = "date"
    fields = {
        "prompt": Text(required=True),
        "approximate": Flag(),
        "remembered": Flag(),
        "ahead": Flag(),
        "mark": Plain(),
        "keep": Plain(),
    }

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        set_home(frozen, world)

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        today = making.today or making.now[:10]
        about, ahead = bool(frozen.get("approximate")), bool(frozen.get("ahead"))
        return Answer(GIVEN, read_date(raw, today, approximate=about, ahead=ahead))

    def empty(self, raw: Json) -> bool:
        return not raw or (isinstance(raw, str) and not raw.strip())

    def tries(self, frozen: Step) -> list[Json]:
        return ["2026-03-14", *(["2026-03", "2026"] if frozen.get("approximate") else [])]

    def words(self, frozen: Step, answer: Answer) -> str:
        return date_words(answer.value, remembered=bool(frozen.get("remembered")))

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        kept = keep_feed(frozen, date_kept(answer.value["date"], self.words(frozen, answer)), at)
        return [*kept, marker_feed(frozen, answer.value, {}, at)] if "home" in frozen else kept


KIND = DateKind()
