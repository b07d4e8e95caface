"""The lines to call: exactly these numbers, a file that must be whole, and a date that is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from guide.journal import help_page
from guide.words import help_now as words

FILE: Final = Path(words.__file__).with_name(help_page.LINES_FILE)
NUMBERS: Final = {
    "US": ["call 911", "call or text 988"],
    "CA": ["call 911", "call or text 988"],
    "GB": ["call 999", "call 116 123"],
    "IE": ["call 112", "call 116 123"],
    "ES": ["call 112", "call 024"],
    "AU": ["call 000", "call 13 11 14"],
    "NZ": ["call 111", "call or text 1737"],
    "EU": ["call 112"],
}
"""The only numbers there may be. Whoever changes one looks it up first, changes the date, and changes it here."""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    help_page.helplines.cache_clear()
    yield
    help_page.helplines.cache_clear()


def with_file(text: str | bytes | None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program find this file in the place of its own; None for no file."""
    monkeypatch.setattr(words, "__file__", str(folder / "help_now.py"))
    if text is not None:
        path = folder / help_page.LINES_FILE
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


# -- the data -----------------------------------------------------------------------------------------------


def test_each_row_is_well_formed() -> None:
    rows = [row for row in FILE.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    (checked,) = [row for row in rows if row.startswith("checked")]
    (members,) = [row for row in rows if row.startswith("members")]
    assert date.fromisoformat(checked.removeprefix("checked\t")) >= date(2026, 11, 24)
    codes = members.removeprefix("members\t").split()
    assert len(codes) == len({*codes}) == 27 and all(re.fullmatch(r"[A-Z]{2}", code) for code in codes)
    for row in rows:
        if row not in (checked, members):
            code, name, who, how = row.split("\t")
            assert re.fullmatch(r"[A-Z]{2}", code) and re.fullmatch(r"call( or text)? [\d ]{3,}", how)
            assert [name, who] == [name.strip(), who.strip()] and "!" not in row


def test_the_numbers_are_exactly_these() -> None:
    found = help_page.helplines()[1]
    assert {code: [how for _, how in lines] for code, (_, lines) in found.items()} == NUMBERS
    assert all(lines[0][0] == words.EMERGENCY for _, lines in found.values()), "the emergency comes first"
    names = [name for name, _ in found.values()]
    assert len({*names}) == len(names)
    assert words.DIRECTORY[1] == "findahelpline.com" and "local emergency number" in words.ANYWHERE[1]


@pytest.mark.parametrize(
    ("code", "name", "how"),
    [
        ("IE", "Ireland", "call 116 123"),
        ("FR", "another country of the European Union", "call 112"),
        ("EU", "another country of the European Union", "call 112"),
        ("JP", words.ANYWHERE_NAME, "call your local emergency number"),
        ("", words.ANYWHERE_NAME, "call your local emergency number"),
        ("ZZ", words.ANYWHERE_NAME, "call your local emergency number"),
    ],
)
def test_a_country_has_its_lines_and_then_the_directory(code: str, name: str, how: str) -> None:
    found, lines = help_page.country_lines(code)
    assert found == name and how in [each for _, each in lines] and lines[-1] == words.DIRECTORY


def test_all_countries_can_be_chosen_and_anywhere_else_stands_last() -> None:
    assert [*help_page.countries()] == [*NUMBERS, ""]
    assert len(help_page.every_country()) == len(NUMBERS)
    assert "Ireland: Emergency, if anyone is in danger, call 112; Samaritans, call 116 123" in (
        help_page.every_country()
    )


# -- a file that is not there, or not whole -----------------------------------------------------------------


GOOD: Final = FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        b"\xff\xfe\x00",
        "# only a note\n",
        GOOD.replace("call 999", "call 999\t"),
        GOOD.replace("Samaritans\tcall 116 123", "Samaritans"),
        GOOD.replace("call 112", "\x1b[31mcall 112"),
        GOOD.replace("checked\t2026", "checked\tlast year "),
        GOOD.replace("checked\t", "when\t"),
        GOOD[: GOOD.index("NZ")],
    ],
    ids=["missing", "empty", "no text", "no rows", "a column more", "a column less", "steering", "no date",
         "no such row", "cut off"],
)  # fmt: skip
def test_what_is_damaged_is_not_trusted_and_help_is_there_all_the_same(
    text: str | bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_file(text, tmp_path, monkeypatch)
    page = "\n".join(help_page.page(None, "GB", "2026-11-24"))
    assert "call your local emergency number" in page and words.DIRECTORY[1] in page
    assert words.UNREADABLE_LINE in page and "999" not in page
    assert help_page.countries() == {"": words.ANYWHERE_NAME} and help_page.is_old("2026-11-24")


# -- the date -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "old"),
    [
        ("2026-03-15", False),  # a clock that is behind
        ("2026-03-16", False),
        ("2027-03-15", False),
        ("2027-03-16", True),
        ("2027-04-01", True),
        ("2030-01-01", True),
    ],
)
def test_after_twelve_months_the_date_is_said_with_what_to_do(
    today: str, old: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_file(re.sub(r"checked\t\S+", "checked\t2026-03-15", GOOD), tmp_path, monkeypatch)
    assert help_page.is_old(today) is old
    line = (words.OLD_LINE if old else words.CHECKED_LINE).format(date="2026-03-15")
    assert help_page.checked(today) == line and line in help_page.page(None, "US", today)
