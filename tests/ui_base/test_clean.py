"""What outside text loses and keeps."""

from __future__ import annotations

import json
import unicodedata
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.clean import clean, in_json, one_line

STEERING = {"\x1b", "\x07", "\x7f", "\x9b", "\x9d", "\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b]52;c;QUJD\x07hi", "hi"),
        ("\x1b]52;c;QUJD\x1b\\hi", "hi"),
        ("\x9d52;c;QUJD\x9chi", "hi"),
        ("\x1b]0;title\x07", ""),
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("\x9b31mx", "x"),
        ("\x1bPq#1\x1b\\z", "z"),
        ("\x1b(Bx", "x"),
        ("\x1b]never ended, but words", "]never ended, but words"),
        ("I felt \x1b[", "I felt ["),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeff\u202ex\u2066y\u200bz", "xyz"),
        ("\ud83dx", "x"),
        ("x\U000e0041\U000e007fy", "xy"),
        ("a\ufff9b\ufffac\ufffbd\u180ee\U0001d173f\u00adg", "abcdefg"),
        ("tab\tstays", "tab\tstays"),
        ("می‌خواهم 👨‍👩‍👧 ❤️", "می‌خواهم 👨‍👩‍👧 ❤️"),
        ("I felt [/ sad \\", "I felt [/ sad \\"),
    ],
)
def test_examples(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_one_line() -> None:
    assert clean("a\nb\tc\r\nd", lines=False) == "a b c d"


@given(
    st.text(st.one_of(st.sampled_from("\x1b[]P\\\x07\x9b\x9d\x9c;52c\r\n\u202e\u200d ab"), st.characters()))
)
def test_nothing_that_steers_is_left(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    for sign in once:
        assert sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")
        assert sign not in STEERING
    assert not set(clean(text, lines=False)) & {"\n", "\t"}


def test_what_draws_nothing_goes_but_for_the_joiners() -> None:
    formats = [sign for sign in map(chr, range(0x110000)) if unicodedata.category(sign) == "Cf"]
    drawn = {"ARABIC", "SYRIAC", "KAITHI"}
    for sign in formats:
        stays = sign in "\u200c\u200d" or (unicodedata.name(sign).split()[0] in drawn and sign != "\u061c")
        assert (clean(sign) == sign) == stays, f"U+{ord(sign):04X}"


@given(
    st.text(
        st.one_of(
            st.sampled_from('\x1b[]\x07\x9b\u202e\u2028\u200b\ud800\U000e0041\n\t"\\é👨'), st.characters()
        )
    )
)
def test_json_says_the_same_and_holds_nothing_that_steers(text: str) -> None:
    made = in_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(made) == [text] and clean(made) == made


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_words_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("piece", ["\x1b]", "\x1b[", "\x9d", "\x1b[1", "\x1b ", "ab\n"])
def test_linear(piece: str) -> None:
    """Ten times the text may take about ten times as long; a quadratic search takes a hundred."""

    def cost(times: int) -> float:
        text = piece * times
        best = 9.9
        for _ in range(5):
            began = perf_counter()
            clean(text)
            best = min(best, perf_counter() - began)
        return best

    assert cost(40_000) < 40 * cost(4_000) + 0.002


def test_one_line_has_no_break_and_no_space_to_spare() -> None:
    assert one_line("  a \u2028\tb\n\nc\x1b[31m  d ") == "a b c d"
