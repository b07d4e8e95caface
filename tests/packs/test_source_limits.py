"""The located reader: depth, size, speed, and bytes of any kind."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.packs import located
from guide.packs.source import LIMIT, Map, Seq, read, text_of

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]
SAMPLE = (Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8")


def test_depth_is_counted_not_met_by_a_crash() -> None:
    # libyaml's own composing ends the process here, so the test runs in one of its own.
    code = (
        "from guide.packs.source import read\n"
        "for data in (b'- ' * 100_000, b'[' * 500_000, b'{a: ' * 100_000): print(read(data)[1][0][:2])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "(1, 49)\n(1, 25)\n(1, 97)\n")
    text = "x"
    for _ in range(located.DEPTH):
        text = f"[{text}]"
    assert read(text.encode())[1] == []
    assert "Nested" in read(f"[{text}]".encode())[1][0].message


def test_number_of_values_is_capped() -> None:
    faults = read(b"- a\n" * (located.NODES + 1))[1]
    assert [fault.line for fault in faults] == [located.NODES - 1]
    assert "64,000 values" in faults[0].message
    assert read(b"- a\n" * (located.NODES - 2))[1] == []


def heavy() -> dict[str, bytes]:
    """Files of the largest size that make some part of a reader work hard."""
    size = LIMIT
    return {
        "items": b"- \n" * (size // 3),
        "nested": b"- " * (size // 2),
        "brackets": b"[" * size,
        "commas": b"[" + b"x," * (size // 2 - 1),
        "lists": b"[" + b"[]," * (size // 3 - 1),
        "deep commas": b"[" * 24 + b'"a",' * (size // 4 - 6),
        "keys": b"".join(b"%x:\n" % number for number in range(size // 7)),
        "equal keys": b"a:\n" * (size // 3),
        "anchors": b"- &a\n" * (size // 5),
        "quote": b'"' + b"a" * (size - 2) + b'"',
        "escapes": b'"' + b"\\e" * (size // 2 - 1) + b'"',
        "open quote": b'"' + b"a\n" * (size // 2 - 1),
        "line ends": b"\n" * size,
        "old line ends": b"\r" * size,
        "spaces": b" " * size,
        "comment": b"#" * size,
        "words": b"a " * (size // 2),
        "lines": b"a\n" * (size // 2),
        "controls": b"\x01" * size,
        "late controls": b"a\n" * (size // 4) + b"\x01" * (size // 4),
        "tag directives": b"".join(b"%%TAG !a%x! b\n" % number for number in range(size // 17)),
        "later directives": b"a\n...\n"
        + b"".join(b"%%TAG !a%x! b\n" % number for number in range(size // 17)),
        "documents": b"---\n" * (size // 4),
        "folded": b"a: >\n" + b" x\n\n" * (size // 4 - 2),
        "noise": random.Random(1).randbytes(size),
        "signs": bytes(random.Random(2).choices(b"- :{}[],\n\"'a?&*|>#@", k=size)),
    }


def test_nothing_of_the_largest_size_takes_long() -> None:
    """Every file is read in less time than the loader needs for as much ordinary YAML.

    A ratio, since the machine is shared: on the one this was written on the ordinary file takes PyYAML's
    C loader about 0.3 s, and the slowest of these 0.15 s.
    """
    block = SAMPLE.split("steps:\n")[1].split("empty:")[0]
    values = sum(block.count(sign) for sign in ":,-") * 2  # more than it holds
    ordinary = "steps:\n" + block * min(LIMIT // len(block.encode()) - 1, located.NODES // values)

    def seconds(work: Any) -> float:
        begun = time.process_time()
        work()
        return time.process_time() - begun

    bar = max(seconds(lambda: yaml.load(ordinary, Loader=yaml.CSafeLoader)) for _ in range(2))
    assert read(ordinary.encode())[1] == []
    slow = {}
    for name, data in heavy().items():
        took = min(seconds(lambda data=data: read(data)) for _ in range(2))
        if took > bar:
            slow[name] = took
    assert slow == {}


PIECES = [
    b"\t", b"- ", b": ", b"{", b"}", b"[", b"]", b"'", b'"', b"&a ", b"*a ", b"!!x ", b"<<: ", b"? ", b"\x00", b"\xff",
    b"\xe2\x80\xae", b"%", b"|\n", b"---\n", b"...\n", b"\\e", b"\\uD800", b"\\UFFFFFFFF", b"#", b"\n",
]  # fmt: skip


@pytest.mark.parametrize("loader", LOADERS)
def test_no_mutant_raises(loader: Any) -> None:
    dice = random.Random(20)
    base = SAMPLE.encode()
    for _ in range(1500):
        data = bytearray(base)
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(data) + 1)
            how = dice.randrange(3)
            if how == 0:
                data[at:at] = dice.choice(PIECES)
            elif how == 1:
                del data[at : at + dice.randint(1, 30)]
            else:
                data[at : at + 1] = bytes([dice.randrange(256)])
        root, faults = read(bytes(data), loader=loader)
        lines = text_of(bytes(data)).count("\n") + 1
        for fault in faults:
            assert fault.line <= lines + 1 and fault.col >= 1 and fault.message.isprintable()
        assert whole(root)


def whole(value: Any) -> bool:
    """Whether every value has its place and is text, map or list."""
    if isinstance(value, Map):
        return set(value) == set(value.marks) and all(map(whole, value.values()))
    if isinstance(value, Seq):
        return len(value) == len(value.marks) and all(map(whole, value))
    return isinstance(value, str)


def test_both_parsers_agree_on_mutants() -> None:
    """Same tree wherever both read it; the verdicts that differ are `a:,`, `|#` and tabs between words."""
    dice = random.Random(3)
    differ = 0
    for _ in range(600):
        at = dice.randrange(len(SAMPLE))
        sign = dice.choice("-:{}[]'\"&*!?%|>#,~ x\n")
        data = (SAMPLE[:at] + sign + SAMPLE[at + dice.randrange(2) :]).encode()
        left, right = (read(data, loader=loader) for loader in LOADERS)
        if not left[1] and not right[1]:
            assert left[0] == right[0]
        differ += bool(left[1]) != bool(right[1])
    assert differ <= 6


@pytest.mark.parametrize("loader", LOADERS)
def test_tabs_between_words_never_push_a_place_out_of_its_line(loader: Any) -> None:
    """Found by fuzzing: the column was counted back over spaces alone."""
    (fault,) = read(b"a: {b: {text: R\t\t\t\t\t\t\t\t\t\t\t: r}, c: d}\n", loader=loader)[1]
    assert (fault.line, fault.col >= 1) == (1, True)
