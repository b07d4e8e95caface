"""Mistakes of people who never wrote YAML: each is one sentence, at the place where it was made, in both parsers.

The table holds one edit of a small pack a row. Behind it every line of the pack is spoilt in many ways, one at a
time: the check says one thing, in that line or beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.packs.check import check
from guide.packs.source import read, read_far

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]
PACK = (Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8")
TOGETHER = "; what belongs together begins at the same place."
DASH = "A list entry begins with '- ': a hyphen and a space. "
OPTIONS = PACK[PACK.index("          street:") : PACK.index("      - id: ease")]
FIRST_OPTION = "          street: Down the street and back\n"

# What the line is changed from and to, and the one report. In rows the tab, the no-break space and the dash are \t, \u00a0, \u2013.
EDITS = [
    ("        kind: choice", "         kind: choice", "20:10: This line begins 1 space further to the right than line 19" + TOGETHER),
    ("        kind: choice", "       kind: choice", "20:8: This line begins 1 space further to the left than line 19" + TOGETHER),
    ("          window:", "            window:", "24:13: This line begins 2 spaces further to the right than line 23" + TOGETHER),
    (FIRST_OPTION, FIRST_OPTION[2:], "23:9: This line begins 2 spaces further to the left than the line below" + TOGETHER),
    ("      - id: ease\n", "     - id: ease\n", "25:6: This line begins 1 space further to the left than line 19" + TOGETHER),
    ("      - id: ease\n", "        - id: ease\n", "25:9: This line begins 2 spaces further to the right than line 19" + TOGETHER),
    ("      - id: where", "    - id: where", "19:5: This line begins 2 spaces further to the left than the line below" + TOGETHER),
    ("    minutes: 3", "   minutes: 3", "16:4: This line begins 1 space further to the left than line 15" + TOGETHER),
    ("        prompt: Where", "\t\tprompt: Where", "21:1: A tab is used for indenting; use spaces."),
    ("        prompt: Where", "      \tprompt: Where", "21:7: A tab is used for indenting; use spaces."),
    ("        kind: short", "\u00a0" * 8 + "kind: short", "31:1: A no-break space stands here; use an ordinary space."),
    ("    minutes: 3", "\u00a0" * 4 + "minutes: 3", "16:1: A no-break space stands here; use an ordinary space."),
    ("kind: short", "kind:\u00a0short", "31:14: A no-break space stands here; use an ordinary space."),
    ("kind: short", "kind\uff1a short", "31:13: A full-width colon stands here; write ':' and a space."),
    ("      - id: seen", "      \u2013 id: seen", "30:7: " + DASH + "Here is '\u2013'."),
    ("      - id: seen", "      \u2014 id: seen", "30:7: " + DASH + "Here is '\u2014'."),
    ("      - id: seen", "      \u2022 id: seen", "30:7: " + DASH + "Here is '\u2022'."),
    ("      - id: seen", "      -id: seen", "30:7: " + DASH + "Here the space is missing."),
    ("      - id: where", "      -id: where", "19:7: " + DASH + "Here the space is missing."),
    ("      - id: seen", "        id: seen", "30:9: The key 'id' stands here twice (first on line 25): the '- '"),
    ("      - id: where", "        id: where", "19:9: " + DASH + "Here both are missing."),
    ("      - id: seen", "      id: seen", "30:7: " + DASH + "Here both are missing."),
    ("One thing you saw", "'It's a thing you saw'", "32:20: An apostrophe ends this text. Write '' for one"),
    ("One thing you saw", '"One "thing" you saw"', "32:22: A quotation mark ends this text here."),
    ("One thing you saw", '"One thing" you saw', "32:29: The text goes on after its closing quotation mark."),
    ("One thing you saw", "{where} what did you see", "32:17: Put quotes around a text that begins with '{'."),
    ("One thing you saw", "[where] what did you see", "32:17: Put quotes around a text that begins with '['."),
    ("One thing you saw", "{where}", '32:17: Put quotes around a text in braces: "{where}".'),
    ('label: "{what}"', "label: {what}", '9:67: Put quotes around a text in braces: "{what}".'),
    ('label: "{what}"', "label: \u201c{what}\u201d", "9:67: These are typographic quotation marks;"),
    ("One thing you saw", "\u201cOne thing: you saw\u201d", "32:17: These are typographic quotation marks;"),
    ("One thing you saw", "\u201eOne thing: you saw\u201c", "32:17: These are typographic quotation marks;"),
    ('"0.2"', "\u201c0.2\u201d", "3:10: This must be a version such as \"1.0.0\"; here is '\u201c0.2\u201d'. These are typographic"),
    ('"0.2"', '"0.2', "3:10: The quotation mark that opens here is never closed."),
    ("One thing you saw", '"One thing you saw', "32:17: The quotation mark that opens here is never closed."),
    ("Where could you go", "Where: could you go", "21:22: A text that holds a colon and a space must be in quotes."),
    ("Nowhere. A look", "Nowhere: A look", "24:26: A text that holds a colon and a space must be in quotes."),
    ("prompt: One thing you saw", "prompt:One thing you saw", "32:15: A space is missing after this colon."),
    ("prompt: One thing you saw", "prompt One thing you saw", "32:9: A colon is missing after this key."),
    (FIRST_OPTION, FIRST_OPTION.replace(":", ""), "23:11: A colon is missing after this key."),
    ("min: 0, max", "min: 0; max", "7:48: A comma belongs here, not a semicolon."),
    ("min: 0, max", "min: 0 max", "7:49: Inside braces or brackets a comma is missing before this"),
    ("high: easy}}", "high: easy}", "7:9: The '{' that opens here is never closed."),
    ("{min: 0, max: 10, low: hard, high: easy}", "0-10", "7:41: This must be a group of keys (min, max, low, high), such as {min: 0, max: 10}, or from-item; here is '0-10'."),
    ("min: 0, max: 10", "min: 10, max: 0", "7:47: 'min' has to be smaller than 'max'."),
    (OPTIONS, "          - Down the street\n          - Nowhere\n", "23:11: This must be a group of names with their values, such as {plain: A plain day, hard: A hard day}; here is a list."),
    ("[a dog asleep in the sun, the first yellow leaf]", "\u2013 a dog", "33:19: This must be a list; here is '\u2013 a dog'. A list entry begins with '- '"),
    ("One thing you saw", "*x", "32:17: '*x' is read as an alias"),
    ("One thing you saw", "*really*", "32:17: Put a text that begins with '*' in quotes."),
    ("One thing you saw", "!Hurra", "32:17: The YAML tag '!Hurra' is not allowed"),
    ("One thing you saw", "> 3 things", "32:17: After '|' or '>' the text begins on the next line."),
    ("One thing you saw", "- what", "32:17: A list begins on a line of its own"),
    ("One thing you saw", "@home", "32:17: Put quotes around a text that begins with '@'."),
    ("kind: short", "kind: short\u200b", "31:20: The text contains a hidden control character (U+200B)"),
    ("window: Nowhere", "street: Nowhere", "24:11: The key 'street' stands here twice (first on line 23)."),
]  # fmt: skip


def spoilt(old: str, new: str) -> str:
    assert old in PACK
    return PACK.replace(old, new, 1)


def said(tmp_path: Path, text: str | bytes, name: str = "pack.yaml") -> list[str]:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(one).removeprefix(f"{file}:") for one in check(file).reports]


def test_the_pack_that_is_spoilt_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path, PACK) == []


@pytest.mark.parametrize(("old", "new", "report"), EDITS)
def test_each_mistake_is_named_once_at_its_place(tmp_path: Path, old: str, new: str, report: str) -> None:
    found = said(tmp_path, spoilt(old, new))
    assert len(found) == 1, found
    assert found[0].startswith(report), found[0]


@pytest.mark.parametrize(("old", "new", "report"), EDITS)
def test_both_parsers_say_the_same(old: str, new: str, report: str) -> None:
    data = spoilt(old, new).encode()
    faults = [read(data, loader=loader)[1] for loader in LOADERS]
    assert faults[0] == faults[1]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (PACK.encode("utf-16"), "The file is UTF-16; save it as UTF-8."),
        (PACK.encode("utf-16-le"), "The file is UTF-16; save it as UTF-8."),
        (PACK.encode("utf-16-be"), "The file is UTF-16; save it as UTF-8."),
        (PACK.replace("outside", "draußen").encode("utf-16-le"), "The file is UTF-16; save it as UTF-8."),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml" + bytes(900), "This is a word processor's document"),
        (b"PK\x03\x04\x14\x00\x06\x00pack.yaml" + bytes(900), "This is an archive, not a plain text;"),
        (b"{\\rtf1\\ansi " + PACK.encode() + b"}", "This is a word processor's document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "This is a word processor's document"),
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF, not a plain text;"),
        (b"<!DOCTYPE html>\n<html>", "This is a web page, not a plain text;"),
    ],
)
def test_a_file_that_is_no_yaml_is_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    (report,) = said(tmp_path, data)
    assert report.startswith(f"1:1: {sentence}")


def test_text_that_begins_like_one_is_read(tmp_path: Path) -> None:
    assert said(tmp_path, b"PKs: x\n") != [] and "archive" not in said(tmp_path, b"PKs: x\n")[0]


def test_a_syntax_error_hides_nothing_that_is_sure(tmp_path: Path) -> None:
    text = PACK.replace("        prompt: Where", "\t\tprompt: Where")
    text = text.replace("track: ease", "trak: ease").replace("kind: short", "kind: shrt")
    text = text.replace("Nowhere. A look", "Nowhere: A look").replace("- id: seen", "\u2013 id: seen")
    assert [one.split(": ")[0] for one in said(tmp_path, text)] == ["21:1", "24:26", "28:9", "30:7", "31:15"]


def test_tabs_and_dashes_all_over_are_one_report(tmp_path: Path) -> None:
    head, steps = PACK.split("exercises:\n")
    tabbed = re.sub("^ +", lambda found: "\t" * (len(found[0]) // 2), steps, flags=re.MULTILINE)
    (report,) = said(tmp_path, f"{head}exercises:\n{tabbed}")
    assert report == "14:1: A tab is used for indenting, and in 20 more lines; use spaces."
    (report,) = said(tmp_path, PACK.replace("- id:", "\u2013 id:"))
    assert report == "14:3: " + DASH + "Here is '\u2013', and in 3 more lines."


def test_places_behind_a_mended_line_are_those_of_the_file(tmp_path: Path) -> None:
    found = said(tmp_path, PACK.replace("        kind: choice", "       kind: choise"))
    assert [one.split(": ")[0] for one in found] == ["20:8", "20:14"]
    tabbed = PACK.replace("        kind: short", "\t\tkind: shrt")
    assert [one.split(": ")[0] for one in said(tmp_path, tabbed)] == ["31:1", "31:9"]
    dashed = PACK.replace("      - id: seen", "      -idd: seen")
    assert [one.split(": ")[0] for one in said(tmp_path, dashed)] == ["30:7", "30:8"]


def test_a_file_that_is_read_in_part_says_so(tmp_path: Path) -> None:
    text = PACK.replace("One thing you saw", '"One thing you saw').replace("track: ease", "trak: ease")
    file = tmp_path / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    assert check(file).unread == (str(file),)
    file.write_text(PACK.replace("One thing you saw", "One: thing you saw"), encoding="utf-8")
    assert check(file).unread == ()


@pytest.mark.parametrize("loader", LOADERS)
def test_reading_on_is_bounded(loader: Any) -> None:
    """A file with a mistake in every line is read a few times, and the rest of it counts as unknown."""
    data = b"".join(b"- a%d: b: c\n" % number for number in range(200))
    _, faults, whole = read_far(data, loader=loader)
    assert 2 <= len(faults) <= 8 and not whole
    large = (
        b"".join(b"- a%d: bbbbbbbbbbbbbbbb\n" % number for number in range(20_000))
        + b"- a: b: c\n- d: e: f\n"
    )
    if loader is yaml.CSafeLoader:
        assert len(read_far(large, loader=loader)[1]) == 1


# -- every line, spoilt in every way ----------------------------------------------------------------------
WAYS: dict[str, Callable[[str], str]] = {
    "a space more": lambda line: " " + line,
    "a space less": lambda line: line[1:] if line.startswith(" ") else line,
    "a tab": lambda line: re.sub("^( +)", lambda found: "\t" * (len(found[1]) // 2), line),
    "no-break spaces": lambda line: re.sub("^( +)", lambda found: "\u00a0" * len(found[1]), line),
    "an en dash": lambda line: line.replace("- ", "\u2013 ", 1) if line.lstrip().startswith("- ") else line,
    "a glued dash": lambda line: line.replace("- ", "-", 1) if line.lstrip().startswith("- ") else line,
    "no dash": lambda line: line.replace("- id", "  id", 1),
    "a colon in the text": lambda line: re.sub(r"(: )([A-Z][^{}\"]*)$", r"\1So: \2", line),
    "an apostrophe": lambda line: re.sub(r"(: )([A-Z][^{}\"]*)$", r"\1'It's \2'", line),
    "smart quotes": lambda line: re.sub(r"(: )([A-Z][^{}\"]*)$", "\\1\u201cWell: \\2\u201d", line),
    "words after quotes": lambda line: re.sub(r"(: )([A-Z][^{}\"]*)$", r'\1"\2" she said', line),
    "an open quote": lambda line: re.sub(r"(: )([A-Z][^{}\"]*)$", r'\1"\2', line),
    "no colon": lambda line: re.sub(r"^( *[a-z]+):( [A-Z][^{}\"]*)$", r"\1\2", line),
    "no space": lambda line: re.sub(r"^( *[a-z]+:) ([A-Z][^{}\"]*)$", r"\1\2", line),
    "no last brace": lambda line: line[::-1].replace("}", "", 1)[::-1],
    "a semicolon": lambda line: line.replace(", ", "; ", 1) if "{" in line else line,
}  # fmt: skip


def spoilt_lines(way: str) -> Iterator[tuple[int, str]]:
    lines = PACK.split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip() and (bad := WAYS[way](line)) != line:
            yield number, "\n".join([*lines[: number - 1], bad, *lines[number:]])


@pytest.mark.parametrize("way", WAYS)
def test_one_mistake_in_any_line_is_one_report_beside_it(tmp_path: Path, way: str) -> None:
    tried = 0
    for number, text in spoilt_lines(way):
        found = said(tmp_path, text)
        if not found:
            assert way.startswith("a space"), text  # names and lists of one entry may begin anywhere
            continue
        tried += 1
        assert len(found) == 1, (number, found)
        assert abs(int(found[0].split(":")[0]) - number) <= 1, (number, found)
        assert re.search(r": [A-Z'“{].*\.$", found[0]), found
    assert tried >= 2
