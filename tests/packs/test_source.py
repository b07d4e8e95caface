"""The located reader: hostile files kept beside this test, places, limits, and bytes of any kind."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.errors import GuideError
from guide.packs import located
from guide.packs.source import LIMIT, Fault, Map, Seq, locate, read, read_file, snippet

HOSTILE = Path(__file__).parent / "hostile"
LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]
SAMPLE = (Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8")


def expected() -> dict[str, list[str]]:
    cases: dict[str, list[str]] = defaultdict(list)
    for line in (HOSTILE / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, report = line.split(": ", 1)
            cases[name].append(report)
    return cases


CASES = expected()


def good(text: str, loader: Any = None) -> Any:
    root, faults = read(text.encode(), loader=loader)
    assert faults == []
    return root


def test_every_hostile_file_has_an_expectation_and_the_other_way_round() -> None:
    assert {path.name for path in HOSTILE.glob("*.yaml")} == set(CASES)
    assert len(CASES) >= 60


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("name", sorted(CASES))
def test_hostile_file_is_answered_at_its_place(name: str, loader: Any) -> None:
    faults = read((HOSTILE / name).read_bytes(), loader=loader)[1]
    said = [f"{fault.line}:{fault.col}: {fault.message}" for fault in faults]
    assert len(said) == len(CASES[name]), said
    for report, wanted in zip(said, CASES[name], strict=True):
        assert report.startswith(wanted), report
        assert "!" not in report.replace("'!'", "").replace("'!secret'", "")


@pytest.mark.parametrize("loader", LOADERS)
def test_every_scalar_stays_the_text_that_was_written(loader: Any) -> None:
    root = good(SAMPLE, loader)
    assert root["version"] == "1.10"
    assert root["steps"][0] == {
        "id": "kind",
        "kind": "choice",
        "prompt": "Which one?",
        "options": {"a": "Flat", "no": "None of these"},
    }
    assert root["steps"][1]["max"] == "017"
    assert root["steps"][1]["prompt"] == "Two lines of words.\n"
    assert root["steps"][1]["help"] == "é, 漢字 and 😀\n"
    assert root["steps"][1]["note"] == "it's"
    assert (root["empty"], root["nothing"], root["none"], root["quoted"]) == ("", "", "", "")
    assert isinstance(root, Map) and isinstance(root["steps"], Seq)


@pytest.mark.parametrize(
    "word", ["no", "off", "1:30", "12:30:45", "2024-13-45", "0x1F", "1_000", "=", ".inf", "-.5", "true"]
)
def test_nothing_is_typed(word: str) -> None:
    assert good(f"a: {word}\n") == {"a": word}
    assert good(f"{word}: a\n") == {word: "a"}


@pytest.mark.parametrize("loader", LOADERS)
def test_places_count_code_points_from_one(loader: Any) -> None:
    root = good("- é漢😀: x\n  b:   y\n-   - {c: z}\n", loader)
    assert root.mark == (1, 1) and root.marks == [(1, 3), (3, 5)]
    assert root[0].marks == {"é漢😀": (1, 3, 1, 8), "b": (2, 3, 2, 8)}
    assert root[1].marks == [(3, 7)]
    assert root[1][0].marks == {"c": (3, 8, 3, 11)}


def test_byte_order_mark_and_line_ends_do_not_move_places() -> None:
    plain = good("a: 1\nb:\n  - c\n")
    for data in (b"\xef\xbb\xbfa: 1\nb:\n  - c\n", b"a: 1\r\nb:\r\n  - c\r\n", b"a: 1\rb:\r  - c\r"):
        root, faults = read(data)
        assert faults == [] and root == plain
        assert isinstance(root, Map) and root.marks == plain.marks


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "👩‍👩‍👧"])
def test_joiners_that_spelling_needs_are_kept(text: str) -> None:
    assert good(f"a: {text}\n") == {"a": text}


def test_the_first_of_two_equal_keys_is_kept() -> None:
    root, faults = read(b"a: 1\nb: 2\na: [3, 4]\nc: 5\n")
    assert root == {"a": "1", "b": "2", "c": "5"}
    assert [fault[:2] for fault in faults] == [(3, 1)]


def test_the_tree_before_a_syntax_error_is_kept() -> None:
    root, faults = read(b'a: 1\nb:\n  - c: d\n    e: "\\q"\n    f: g\n')
    assert root == {"a": "1", "b": [{"c": "d"}]}
    assert len(faults) == 1


def test_faults_are_in_order_and_a_flood_is_cut() -> None:
    faults = read(b'z: "\\e"\n' + b"a: \x01\n" * 3)[1]
    assert faults == sorted(faults) and len(faults) == 6
    assert len(read(b"\x01" * 1000)[1]) == located.FAULTS
    assert len(read(b"- &a b\n" * 1000)[1]) == located.FAULTS


def test_hidden_characters_never_reach_a_message() -> None:
    for data in (b'"a\\e[2J": 1\n"a\\e[2J": 2\n', b'? "a\\nb"\n: 1\n"a\\nb": 2\n', b"a: !\xc2\xa9%1b x\n"):
        for fault in read(data)[1]:
            assert fault.message.isprintable()


def test_locate_walks_keys_and_falls_back_to_what_exists() -> None:
    root = good("a: 1\nb:\n  - c: d\n    e: {f: g}\n")
    assert locate(root, ()) == (1, 1)
    assert locate(root, ("a",)) == (1, 4)
    assert locate(root, ("a",), key=True) == (1, 1)
    assert locate(root, ("b", 0)) == (3, 5)
    assert locate(root, ("b", 0), key=True) == (3, 5)
    assert locate(root, ("b", 0, "e", "f")) == (4, 12)
    assert locate(root, ("b", 0, "e", "f"), key=True) == (4, 9)
    assert locate(root, ("b", 0, "e", "missing")) == (4, 8)
    assert locate(root, ("b", 7, "c")) == (3, 3)
    assert locate(root, ("b", "c")) == (3, 3)
    assert locate(root, ("missing", "deeper"), key=True) == (1, 1)
    assert locate("text", ("a",)) == (1, 1)


def test_snippet_puts_the_caret_under_the_column() -> None:
    assert snippet("a: b\nc:\td\n", 2, 4) == ["c: d", "   ^"]
    assert snippet("漢字: x", 1, 5) == ["漢字: x", "      ^"]
    assert snippet("\ufeffa: b", 1, 4) == ["a: b", "   ^"]
    assert snippet("a: b", 1, 99) == ["a: b", "    ^"]
    assert snippet("a: b", 3, 1) == []
    assert snippet("a\x1b[2Jb", 1, 2)[0] == "a\ufffd[2Jb"


@pytest.mark.parametrize("col", [1, 40, 300, 100_000])
def test_snippet_of_a_long_line_shows_the_place(col: int) -> None:
    line = "".join(chr(97 + number % 26) for number in range(200_000))
    source, caret = snippet(line, 1, col)
    assert len(source) <= 76 and len(caret) <= 76
    assert source[len(caret) - 1] == line[col - 1]


def test_read_file_gives_the_bytes_also_through_a_link(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_bytes(b"a" * LIMIT)
    (tmp_path / "link.yaml").symlink_to(file)
    assert read_file(file) == read_file(tmp_path / "link.yaml") == b"a" * LIMIT


def test_read_file_refuses_what_is_not_a_plain_small_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "pipe link").symlink_to(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "large").write_bytes(b"a" * (LIMIT + 1))
    os.truncate(tmp_path / "large", 588 * 1024)
    for name, said in {
        "missing": "There is no file",
        ".": "is a folder",
        "pipe": "not a plain file",
        "pipe link": "not a plain file",
        "loop": "cannot be opened",
        "large": "the file is 588 KiB; the limit is 512 KiB",
        "a\x00b": "cannot be opened",
        "\ud800": "cannot be opened",
    }.items():
        with pytest.raises(GuideError, match=said) as raised:
            read_file(tmp_path / name)
        assert raised.value.remedy
    with pytest.raises(GuideError, match="not a plain file"):
        read_file(Path("/dev/zero"))


def test_file_names_in_messages_are_cleaned(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as raised:
        read_file(tmp_path / "a\x1b]52;c;aGk=\x07\u202eb\n")
    assert raised.value.message.isprintable()


def test_too_many_bytes_are_one_fault() -> None:
    assert read(b"a" * (588 * 1024)) == ("", [Fault(1, 1, "The file is 588 KiB; the limit is 512 KiB.")])
