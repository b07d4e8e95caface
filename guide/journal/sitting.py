"""One sitting: a walk through one exercise, kept as it goes. The only code that answers, resumes, pauses, ends."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from guide.errors import GuideError
from guide.journal import kept, leftover, often, support_plan, unsafe
from guide.journal.clock import Clock
from guide.journal.library import Exercise, Library, stand_in
from guide.journal.renamed import take_over
from guide.journal.settling import go_past, settle, unfinished, unsaid
from guide.journal.shown import Outcome, View, all_in_short, feeds_of_entry, nudge_for, passed_over, seen
from guide.journal.world import SittingWorld
from guide.model import feeds
from guide.model.exercise import freeze
from guide.model.walk import Walk
from guide.steps import KINDS
from guide.steps.base import GIVEN, HIDDEN, NOT_REACHED, SKIPPED, Answer, Json, Making, Problem, Step
from guide.store import entries, pages, trash
from guide.store.database import Store
from guide.store.records import EntryRecord
from guide.words.notices import LEAVE_OPEN


class Sitting:
    """A walk, its entry in the store, and the pack it came from."""

    def __init__(
        self, store: Store, library: Library, clock: Clock, exercise: Exercise, entry: EntryRecord
    ) -> None:
        self.store, self.library, self.clock, self.exercise = store, library, clock, exercise
        self.entry = entry.id
        self.ended = entry.how is not None
        self._frozen: dict[str, dict[str, Any]] = {
            record.step: record.frozen for record in entry.steps if record.frozen
        }
        self._asked_open = self._notice = ""
        self._nudged, self.opened = set[str](), set[str]()  # steps asked about; steps that opened a page
        self.notices: list[str] = []  # for the home screen: what an end that nobody looks at has to say
        self.world = SittingWorld(
            store, library, exercise.ref, self._answered, clock().day, self._frozen, entry.id
        )
        latest = {record.step: record.latest for record in entry.steps if record.latest is not None}
        passed = (HIDDEN, NOT_REACHED)
        answers = {name: answer for name, answer in latest.items() if answer.state not in passed}
        self.walk = Walk(
            exercise.data["steps"],
            answers,
            at=entry.cursor,
            more=self.ended and entry.cursor is not None,
            done=entry.cursor is None and bool(answers),
            barren=self.world.barren,
        )
        if self.walk.current is None and not self.ended:
            self.finish()  # cut off between the last answer and the end of the entry
        self._show()

    @classmethod
    def begin(cls, store: Store, library: Library, clock: Clock, exercise: Exercise) -> Sitting:
        """A new entry, started now. Raises GuideError when the store cannot be written."""
        pack = exercise.ref.split("/")[0]
        name = entries.begin(
            store,
            exercise=exercise.ref,
            pack_version=library.packs[pack]["version"],
            exercise_hash=exercise.data["hash"],
            title=exercise.title,
            language=library.shown_in(pack),
            at=clock(),
            declarations=library.declarations(pack),
        )
        return cls(store, library, clock, exercise, pages.entry(store, name))

    @classmethod
    def resume(cls, store: Store, library: Library, clock: Clock, name: str) -> Sitting:
        """An unfinished entry, at the step where it was left.

        When its pack has changed since, the walk goes on in today's wording; steps already answered keep the
        words they were asked in. When the pack is gone, the frozen steps themselves are walked, so that
        nothing that was begun is out of reach.
        """
        entry = pages.entry(store, name)
        try:
            exercise = library.find(entry.exercise)
        except GuideError:
            exercise = stand_in(entry)
        entry = take_over(store, entry, exercise.data["steps"], clock)
        return cls(store, library, clock, exercise, entry)

    def view(self) -> View:
        """The current step with all that stands around it."""
        here = self._cursor()
        notice = "\n".join([*filter(None, [self._notice]), *passed_over(self.walk, self._languages())])
        around = (self.walk.position, self.walk.can_go_back, self.walk.has_more, notice)
        if here is None:
            return View(None, None, [], *around, self.kept())
        return View(self._frozen[here], self._raw(here), self._in_view(here), *around, "")

    def kept(self) -> str:
        """The short answers of a quick log in one line; elsewhere nothing, as they would not say what they answer."""
        if self.exercise.role != "quick-log":
            return ""
        return all_in_short(filter(None, (self._answered(step["id"]) for step in self.walk.steps)))

    def nudge(self, part: str, words: str, record: Json = None) -> str:
        """One question that may make these words more concrete, or nothing. Never a block.

        `part` is the field of a record, or empty for a step of words. A step is asked about once a sitting.
        """
        step = self._cursor() or ""
        question = "" if step in self._nudged else nudge_for(self._frozen.get(step, {}), part, words, record)
        self._nudged.update([step] if question else [])
        return question

    def give(self, raw: Json) -> Outcome:
        """Check an answer, commit it, go on. Nothing given asks once whether to leave the step open."""
        step = self.walk.current
        if step is None:
            return Outcome(True)
        kind, frozen = KINDS[step["kind"]], self._frozen[step["id"]]
        if kind.asks and kind.empty(raw):
            if frozen.get("optional") or self._asked_open == step["id"]:
                self._notice = ""
                self._keep(Answer(SKIPPED), typed=unsaid(self, step["id"], Answer(SKIPPED)))
                return Outcome(True)
            self._asked_open = step["id"]
            return Outcome(False, question=LEAVE_OPEN)
        try:
            answer = self._parse(step["id"], raw)
        except Problem as problem:
            return Outcome(False, problem.message, problem.part)
        self._look_at(leftover.typed(frozen, raw) if answer.state == GIVEN and kind.asks else [])
        self._keep(answer, typed=unsaid(self, step["id"], answer))
        return Outcome(True)

    def skip(self, *, sure: bool = False) -> Outcome:
        """Go on from here. What is finished (the whole records of a list) is the answer, else the step is left open.

        Words that no answer holds are asked about once. With `sure` they stay with the entry as unfinished: they
        stand here again on the way back, and Review shows them. Earlier revisions stay visible.
        """
        return (
            go_past(self, self.walk.current["id"], sure) if self.walk.current is not None else Outcome(True)
        )

    def _look_at(self, words: list[str]) -> None:
        """Two lines above the next step when words typed now can mean that somebody is not safe."""
        self._notice = kept.unsafe_notice(self.store) if any(map(unsafe.matches, words)) else ""

    def back(self) -> bool:
        """One shown step back; the answers stay."""
        self._asked_open = self._notice = ""
        moved = self.walk.back()
        if moved and not self.ended:
            entries.set_cursor(self.store, self.entry, self._cursor())
        if moved:
            self._show()
        return moved

    def hold(self, raw: Json) -> None:
        """Keep what is being typed, unchecked, so that a cut loses at most a second of it."""
        step = self.walk.current
        if step is not None and not self.store.readonly:
            entries.hold(self.store, self.entry, step["id"], raw)

    @property
    def language(self) -> str:
        """The language this exercise is shown in."""
        return self.library.shown_in(self.exercise.ref.split("/")[0])

    def pause(self) -> None:
        """Leave the sitting where it is; it can be taken up again at this step."""

    def look_away(self) -> None:
        """Pause; a sitting that was only looked at, with nothing given and nothing typed, is dropped."""
        if not (self.ended or self.walk.answers or entries.held(self.store, self.entry)):
            self.undo()

    def finish(self) -> None:
        """End the entry: what was answered counts from now on. Ending twice changes nothing."""
        self._end("finished")

    def stop(self, whole: Json = None) -> None:
        """End here. What was done is kept, also a round that was said but not handed over yet.

        What was typed and can be an answer becomes one: here (`whole`, where a front knows better than what is
        held) and at steps one came back from. Other words stay as they were typed, and Review shows them as
        unfinished. When nothing was given at all, nothing is counted: the entry goes to the trash.
        """
        settle(self, whole)
        self._end("stopped" if self.walk.current is not None else "finished")
        if not (any(answer.answered for answer in self.walk.answers.values()) or unfinished(self)):
            self.undo()

    def more(self, at: str = "") -> bool:
        """Open the steps behind `m`, at the first or at the one named. The entry stays kept meanwhile."""
        if not self.walk.open_more(at):
            return False
        entries.set_cursor(self.store, self.entry, self._cursor())
        self._show()
        return True

    def undo(self) -> None:
        """Take this entry back into the trash."""
        trash.trash(self.store, self.entry, self.clock())
        support_plan.follow(self)

    def _parse(self, step_id: str, raw: Json) -> Answer:
        before = self.walk.answers.get(step_id)
        now = self.clock()
        making = Making(entries.new_id, now.utc, before.value if before else None, now.day)
        frozen = self._frozen[step_id]
        return KINDS[frozen["kind"]].parse(frozen, raw, making)

    def _keep(self, answer: Answer, *, typed: bool = False) -> None:
        step, had = self.walk.current, dict(self.walk.answers)
        assert step is not None
        self.walk.give(answer)
        try:
            entries.answer(
                self.store, self.entry, step["id"], answer, self.clock(), cursor=self._cursor(), typed=typed
            )
        except GuideError:
            self.walk = Walk(
                self.walk.steps, had, at=step["id"], more=self.walk.more, barren=self.world.barren
            )
            raise
        self._asked_open = ""
        if self.ended:
            self._derive()
        if self.walk.current is None:
            self.finish()
        else:
            self._show()
            support_plan.follow(self)

    def _cursor(self) -> str | None:
        return self.walk.current["id"] if self.walk.current is not None else None

    def _show(self) -> None:
        """Freeze the current step as it is shown now, and keep it with the entry."""
        step = self.walk.current
        if step is None:
            return
        pack = self.exercise.ref.split("/")[0]
        if pack in self.library.packs:
            self._frozen[step["id"]] = freeze(step, self.world, self._languages(), self.world.words)
            often.shorten(self.store, self.exercise.ref, self._frozen[step["id"]])
        else:
            self._frozen[step["id"]] = dict(step)
        if not self.store.readonly:
            entries.keep_step(
                self.store, self.entry, step["id"], self.walk.steps.index(step), self._frozen[step["id"]]
            )

    def _languages(self) -> tuple[str, ...]:
        return self.library.languages(self.exercise.ref.split("/")[0])

    def _answered(self, step_id: str) -> tuple[Step, Answer] | None:
        found = self.walk.lookup(step_id)
        if found is None or not found[1].answered:
            return None
        return self._frozen.get(step_id, found[0]), found[1]

    def _raw(self, step_id: str) -> Json:
        held = entries.held(self.store, self.entry)
        if step_id in held:
            return held[step_id]
        answer = self.walk.answers.get(step_id)
        if answer is None or answer.state == SKIPPED:
            frozen = self._frozen[step_id]
            return KINDS[frozen["kind"]].begin(frozen) if answer is None else None
        return answer.value if answer.state == GIVEN else answer.state

    def _in_view(self, current: str) -> list[tuple[str, str]]:
        earlier = takewhile(lambda step: step["id"] != current, self.walk.steps)
        about = self._frozen[current].get("of")  # what a question is about stays in sight while it is asked
        found = [self._answered(one["id"]) for one in earlier if one.get("in_view") or one["id"] == about]
        return [seen(*one) for one in found if one is not None and one[1].state == GIVEN]

    def _end(self, how: str) -> None:
        if self.ended:
            entries.set_cursor(self.store, self.entry, None)
            self._derive()
        else:
            states, left_out, feeds_ = self.walk.states(), self.walk.left_out(), self._feeds()
            words = unfinished(self)
            entries.end(self.store, self.entry, how, self.clock(), states, left_out, feeds_, unfinished=words)
            self.ended = True
        support_plan.follow(self)

    def _derive(self) -> None:
        entries.refresh(self.store, self.entry, self._feeds(), self.walk.left_out())

    def _feeds(self) -> feeds.Feeds:
        return feeds_of_entry(pages.entry(self.store, self.entry), frozenset(self.walk.left_out()))
