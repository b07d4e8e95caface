"""The line console: odd bytes, poor terminals, readers that go away, and lines in any script."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.clean import clean
from guide.journal.journal import Journal
from guide.plain import runner
from guide.plain.console import LINE_MOST, Console, Ended, Gone
from guide.plain.turn import Given, read
from guide.plain.wrap import WIDTH, cells, wrap
from guide.words import home, notices

from .talking import Typist, at_home, newest, stored, talk


def stream(data: bytes, errors: str = "strict") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors=errors)


@given(st.text(max_size=400), st.sampled_from(["", "  ", "  12  ", "  | "]))
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(text: str, first: str) -> None:
    text = clean(text)
    lines = wrap(text, first=first, rest=" " * len(first))
    assert max(map(cells, lines)) <= WIDTH
    kept = "".join(lines).removeprefix(first.rstrip() if not "".join(text.split()) else first)
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text(alphabet=st.characters(categories=("L", "N", "P")), max_size=200))
def test_a_line_never_takes_more_cells_than_counted(text: str) -> None:
    assert cell_len(text) <= cells(text) or "\u200d" in text


def test_a_telephone_number_stays_on_one_line() -> None:
    assert wrap("x" * 70 + " call 13 11 14")[1] == "13 11 14" or wrap("x" * 70 + " call 13 11 14")[
        1
    ].endswith("13 11 14")


def test_paragraphs_and_indents_stay() -> None:
    assert wrap("one\n\ntwo", first="  1  ", rest="     ") == ["  1  one", "", "     two"]


def test_bytes_that_are_no_text_do_not_end_the_run(full: Journal) -> None:
    out = io.StringIO()
    inp = stream(b"\xff\xfe rang \x80 my sister on Tuesday\n")
    assert runner.run(full, full.begin("a-short"), inp, out, interactive=False) == 0
    assert stored(full, "a-short")[0][1].endswith("my sister on Tuesday")


def test_a_stream_that_was_read_from_before_is_met_as_it_is() -> None:
    inp = stream(b"a\n" * 5000 + b"\xff\n")  # more than the stream decodes at once
    inp.readline()
    talk_ = Console(inp, io.StringIO(), interactive=False)
    answers = set()
    with pytest.raises(Ended):
        while True:
            answers.add(talk_.ask())
    assert answers == {"a", "\ufffd"}


def test_a_poor_terminal_gets_question_marks_not_an_error(full: Journal) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    inp = io.StringIO("漢字 on Tuesday\n")
    assert runner.run(full, full.begin("a-short"), inp, out, interactive=False) == 0
    out.flush()
    assert b"Some words" in raw.getvalue()
    assert stored(full, "a-short") == [("given", "漢字 on Tuesday")]


class Broken(io.StringIO):
    """Somebody reads for a while, then goes away."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after

    def write(self, text: str, /) -> int:
        self.left -= 1
        if self.left < 0:
            raise BrokenPipeError
        return super().write(text)


@pytest.mark.parametrize("after", [0, 1, 5, 9, 12, 20])
def test_a_reader_that_goes_away_ends_the_run_and_loses_nothing(full: Journal, after: int) -> None:
    code = runner.run(full, full.begin("two"), io.StringIO("l\n3\n"), Broken(after), interactive=False)
    assert code == runner.GAVE_UP
    kept = [answer.value for step in newest(full, "two").steps for answer, _ in step.answers]
    assert kept in ([], ["left"], ["left", 3])
    assert runner.home(full, io.StringIO("\n1\n"), Broken(after)) == runner.GAVE_UP


def test_a_terminal_that_went_away_is_the_end_of_input() -> None:
    class Hung(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            raise OSError(5, "Input/output error")

    talk_ = Console(Hung(), io.StringIO(), interactive=True)
    with pytest.raises(Ended):
        talk_.ask()
    assert talk_.at_end


def test_a_closed_stream_is_nobody_reading() -> None:
    out = io.StringIO()
    out.close()
    with pytest.raises(Gone):
        Console(io.StringIO(), out, interactive=True).say("words")


def test_one_endless_line_takes_bounded_room() -> None:
    out = io.StringIO()
    talk_ = Console(io.StringIO("y" * (LINE_MOST * 3 + 17) + "\nnext\n"), out, interactive=False)
    assert len(talk_.ask()) == LINE_MOST
    assert talk_.ask() == "next"


def interrupt(at: int) -> Callable[[list[str]], None]:
    def look(typed: list[str]) -> None:
        if len(typed) == at:
            raise KeyboardInterrupt

    return look


@pytest.mark.parametrize("at", [0, 1, 2])
def test_control_c_pauses_cleanly(full: Journal, at: int) -> None:
    code, shown = talk(full, "two", ["l", "3", "4", ""], before=interrupt(at))
    assert code == runner.INTERRUPTED
    assert shown.endswith(f"\n{notices.PAUSED}\n")
    assert len(full.drafts()) == 1


def test_control_c_at_the_end_says_that_it_is_kept(full: Journal) -> None:
    code, shown = talk(full, "two", ["l", "3", "4", ""], before=interrupt(3))
    assert code == runner.INTERRUPTED
    assert shown.endswith(f"\n{home.KEPT}\n")


def test_control_c_at_home_leaves(journal: Journal) -> None:
    out = io.StringIO()
    typist = Typist(["", "1"], out, before=interrupt(1))
    assert runner.home(journal, typist, out, interactive=True) == runner.INTERRUPTED  # type: ignore[arg-type]


@pytest.mark.parametrize("lines", [[], [""], ["", "1"], ["", "review"], ["", "help"], ["quit"], ["", "5"]])
def test_the_end_of_input_leaves_home(journal: Journal, lines: list[str]) -> None:
    for interactive in (True, False):
        assert at_home(journal, lines, interactive=interactive)[0] == 0


def test_home_from_a_pipe_ends_with_the_input_in_an_exercise(journal: Journal) -> None:
    _, shown = at_home(journal, ["", "1"], interactive=False)
    assert shown.rstrip().endswith(notices.PAUSED)


def test_the_first_card_is_shown_once(journal: Journal) -> None:
    assert "For adults" in at_home(journal, ["", "quit"])[1]
    assert "For adults" not in at_home(journal, ["quit"])[1]


def test_help_on_the_first_card_is_answered(journal: Journal) -> None:
    assert "call 999" in at_home(journal, ["help", "", "quit"])[1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("stop", Given("", "stop")),
        ("  Stop ", Given("", "stop")),
        ("stop it", Given("stop it")),
        ("\\stop", Given("stop")),
        ("\\Stop", Given("Stop")),
        ("\\\\stop", Given("\\stop")),
        ("\\other", Given("\\other")),
        ("\\?", Given("?")),
        ("x", Given("x")),
        ("", Given("")),
    ],
)
def test_what_is_a_command(line: str, expected: Given) -> None:
    assert read(line) == expected


def test_a_word_of_the_prompt_itself_is_one_there_only() -> None:
    assert read("x", ("x",)) == Given("", "x")
    assert read("\\x", ("x",)) == Given("x")
