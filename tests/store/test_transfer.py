"""Reading an export: every kind of damage is found, named by its place, and takes nothing in."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import derived, entries, fingerprint, merge, transfer, transfer_read, trash
from guide.store.database import Store
from guide.store.encode import digest, dumps
from guide.store.transfer import seal
from guide.words import taking as words

from .making import begin, feeds_of, stamp, whole


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An export with a bit of everything in it."""
    with Store.open(None) as store:
        for minute in range(5):
            whole(store, minute, level=minute, note=f"words número {minute} 你好")
        draft = begin(store, stamp(9))
        entries.answer(store, draft, "level", Answer("given", 3), stamp(9), cursor="note")
        entries.hold(store, draft, "note", "half a sen", at="2026-11-23T12:10:00.250+00:00")
        trash.trash(store, whole(store, 11), stamp(12))
        gone = whole(store, 13)
        trash.trash(store, gone, stamp(14))
        trash.empty(store, stamp(15))
        trash.trash(store, whole(store, 16), stamp(17))
        derived.archive(store, derived.items(store, "core/facts")[0].id)
        return save(store, tmp_path / "export.json")


def save(store: Store, path: Path) -> Path:
    with path.open("wb") as out:
        transfer.write(store, out, version="1", written="2026-11-25T09:30:00Z")
    return path


def refused(path: Path, data: bytes) -> str:
    """The sentence that a file with these bytes is refused with; a store stays as it was.

    Reading it through says the same, but for a reference that leads nowhere: that shows when it is followed.
    """
    path.write_bytes(data)
    said = ""
    try:
        merge.check(path)
    except GuideError as error:
        said = str(error)
    with Store.open(None) as store:
        whole(store)
        before = fingerprint.fingerprints(store), list(store.connection.iterdump())
        with pytest.raises(GuideError) as taking:
            merge.take_in(store, path, feeds_of)
        assert (fingerprint.fingerprints(store), list(store.connection.iterdump())) == before
    assert said == str(taking.value) or (not said and words.LINKED in str(taking.value))
    return str(taking.value)


def test_it_reads_what_was_written(file: Path) -> None:
    found = merge.check(file)
    assert found.written == "2026-11-25T09:30:00Z"
    assert found.counts["entries"] == 7 and found.counts["deleted"] == 2
    data = json.loads(file.read_bytes())
    assert data["counts"]["entries"] == len(data["entries"]) == 7
    assert "half a sen" in file.read_text("utf-8")


def test_a_cut_anywhere_is_found(file: Path, tmp_path: Path) -> None:
    data, random = file.read_bytes(), Random(1)
    places = {0, 1, 2, len(data) // 2, len(data) - 2, *(random.randrange(len(data)) for _ in range(40))}
    for place in sorted(places):
        said = refused(tmp_path / "cut.json", data[:place])
        assert "line" in said or "checksum" in said or "not an export" in said, (place, said)
    assert words.CUT in refused(tmp_path / "cut.json", data[: len(data) // 2])


def test_a_changed_byte_anywhere_is_found_or_harmless(file: Path, tmp_path: Path) -> None:
    """Only the head (version, time) and spaces may be others without a word: they hold nothing of a person's."""
    data, random = file.read_bytes(), Random(2)
    head, path = data.index(b"\n"), tmp_path / "flipped.json"
    for place in sorted({random.randrange(len(data)) for _ in range(400)}):
        flipped = bytes([data[place] ^ (1 << random.randrange(8))])
        path.write_bytes(data[:place] + flipped + data[place + 1 :])
        if place < head or (data[place : place + 1] + flipped).isspace():
            continue
        with pytest.raises(GuideError):
            merge.check(path)


def changed(file: Path, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file with something changed in it and every checksum made to fit again."""
    data = json.loads(file.read_bytes())
    change(data)
    for one in data.get("entries", []) if isinstance(data.get("entries"), list) else []:
        if isinstance(one, dict) and "checksum" in one:
            one["checksum"] = seal({key: value for key, value in one.items() if key != "checksum"})
    total = transfer.Sum()
    for name in transfer.LISTS:
        for record in data.get(name, []):
            total.add(name, json.dumps(record, ensure_ascii=False, separators=(",", ":")))
    data |= {"counts": total.counts, "checksum": total.hex}
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")


def put(*keys: Any, value: Any) -> Callable[[dict[str, Any]], object]:
    def change(data: Any) -> None:
        for key in keys[:-1]:
            data = data[key]
        data[keys[-1]] = value

    return change


DEEP: Any = []
for _ in range(90):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "change",
    [
        put("entries", 0, "id", value=7), put("entries", 0, "id", value="../../etc"), put("entries", 0, value=[]),
        put("entries", 0, "exercise", value=""), put("entries", 0, "exercise", value=None),
        put("entries", 0, "started", value="2026"), put("entries", 0, "started", "utc", value="2026-13-45T00:00:00Z"),
        put("entries", 0, "started", "offset", value=1e9), put("entries", 0, "started", "offset", value=True),
        put("entries", 0, "how", value="won"), put("entries", 0, "how", value=None),
        put("entries", 0, "answers", 0, "state", value="great"), put("entries", 0, "answers", 0, "revision", value=0),
        put("entries", 0, "answers", 0, "revision", value=10**30), put("entries", 0, "answers", value={}),
        put("entries", 0, "answers", 1, "step", value="level"), put("entries", 0, "answers", 0, "value", value=DEEP),
        put("entries", 0, "steps", 0, "shown", value="f" * 32), put("entries", 0, "steps", 0, "position", value="x"),
        put("entries", 0, "title", value="x" * 5000), put("entries", 0, "more", value=1),
        put("entries", 1, "left_out", value=[1]), put("deleted", 0, "at", value="soon"), put("items", 0, "set_aside", value=1),
        put("shown", 0, "step", value={}), put("shown", 0, "hash", value="0" * 32), put("declarations", 0, "declared", value=[]),
        put("choices", value=[{"name": "", "value": 1}])
    ],
)  # fmt: skip
def test_wrong_types_are_found_though_every_checksum_fits(
    file: Path, tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    said = refused(tmp_path / "wrong.json", changed(file, change))
    assert "line 1" in said, said


def test_the_change_itself_is_what_is_refused(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "fitting.json"
    path.write_bytes(changed(file, lambda data: None))
    assert merge.check(path).counts["entries"] == 7


def test_a_tampered_entry_is_named(file: Path, tmp_path: Path) -> None:
    data = file.read_bytes()
    id_ = json.loads(data)["entries"][2]["id"]
    place = data.index(b'"value":2')
    said = refused(tmp_path / "tampered.json", data[:place] + b'"value":9' + data[place + 9 :])
    assert f"entry {id_[:8]}" in said and words.TAMPERED in said
    line = data[:place].count(b"\n") + 1
    assert f"line {line}," in said
    assert "words" not in said.replace(words.DAMAGED_REMEDY, ""), "no word of the person's is repeated"


def test_a_record_taken_out_or_doubled_is_found(file: Path, tmp_path: Path) -> None:
    lines = file.read_bytes().split(b"\n")
    at = next(n for n, line in enumerate(lines) if line == b'"entries":[')
    assert words.NOT_ALL_THERE in refused(
        tmp_path / "less.json", b"\n".join(lines[: at + 1] + lines[at + 2 :])
    )
    assert words.NOT_ALL_THERE in refused(tmp_path / "more.json", b"\n".join(lines[: at + 1] + lines[at:]).replace(
        b'"entries":[\n"entries":[', b'"entries":[', 1).replace(lines[at + 1], lines[at + 1] + b"\n" + lines[at + 1], 1))  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not an export|in the middle"), (b"\0" * 100, "not an export"), (b"SQLite format 3\0", "not an export"),
        (b"[]", "not an export"), (b"{}", "not an export"), (b'{"format":1}', "not an export"),
        (b'{"format":1,"program":"other","entries":[]}', "not an export"), (b"\xff\xfe{\x00", "byte 0 is no text"),
        (b'{"format":true,"program":"unmuted","declarations":[]}', "not an export"),
        (b'{"format":2,"program":"unmuted","anything":[[]]}', "newer version"),
        (b'{"format":99,"program":"unmuted","entries":[{"new":1}]}', "newer version"),
        (b'{"format":1,"program":"unmuted","entries":[]}', "not in its place"),
        (b'{"format":1,"program":"unmuted","declarations":[' + b"[" * 100_000, "nested too deeply"),
        (b'{"format":1,"program":"unmuted","declarations":[NaN]}', "no JSON"),
        (b'{"format":1,"program":"unmuted","declarations":[' + b"9" * 5000 + b"]}", "no JSON|wrong kind"),
        (b'{"format":1,"program":"unmuted","declarations":[1e999]}', "wrong kind"),
        (b'{"format":1,"program":"unmuted"}{', "checksum|more stands"),
        (b'\n\n{"format":1,"program":"unmuted",\n"declarations":[\n{"name":\n}]}', "line 5|line 6"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_in_a_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    import re

    found = refused(tmp_path / "no.json", data)
    assert re.search(said, found), found
    assert "Traceback" not in found and len(found) < 300


def test_a_record_without_end_is_refused_in_bounded_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer_read, "LARGEST", 1 << 20)
    path = tmp_path / "huge.json"
    path.write_bytes(b'{"format":1,"program":"unmuted","declarations":[{"name":"' + b"x" * (8 << 20))
    with pytest.raises(GuideError, match="too large"):
        merge.check(path)


def test_spaces_may_be_others(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "pretty.json"
    path.write_text(
        "\ufeff" + json.dumps(json.loads(file.read_bytes()), ensure_ascii=False, indent=4), encoding="utf-8"
    )
    with Store.open(None) as one, Store.open(None) as two:
        merge.take_in(one, path, feeds_of)
        merge.take_in(two, file, feeds_of)
        assert fingerprint.fingerprints(one) == fingerprint.fingerprints(two)


def test_stopping_keeps_nothing(file: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise transfer.Stopped

    with Store.open(None) as store:
        with pytest.raises(transfer.Stopped):
            merge.take_in(store, file, feeds_of, progress=stop)
        assert store.query("SELECT count(*) FROM entries") == [(0,)]
        assert not store.connection.in_transaction


def test_steps_that_no_kind_can_read_are_refused(file: Path, tmp_path: Path) -> None:
    def unusable(record: Any) -> Any:
        raise KeyError("options")

    with Store.open(None) as store, pytest.raises(GuideError, match="do not fit"):
        merge.take_in(store, file, unusable)


def test_what_cannot_be_read_here_is_left_out_and_named(tmp_path: Path) -> None:
    with Store.open(None) as store:
        kept, harmed = whole(store, 1), whole(store, 2)
        with store.writing() as connection:
            connection.execute(
                "UPDATE answers SET value = '\"other\"' WHERE step = 'note' AND entry = "
                "(SELECT seq FROM entries WHERE id = ?)", (harmed,),
            )  # fmt: skip
        path = save(store, tmp_path / "some.json")
        assert harmed[:8] in (store.notice or "")
    found = {
        one["id"]: [answer["step"] for answer in one["answers"]]
        for one in json.loads(path.read_bytes())["entries"]
    }
    assert found == {kept: ["level", "note"], harmed: ["level"]}
    assert merge.check(path).counts["entries"] == 2


def test_the_checksums_are_as_the_page_says(file: Path) -> None:
    from hashlib import sha256

    data = json.loads(file.read_bytes())

    def compact(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    total = sha256()
    for name in ("declarations", "choices", "items", "deleted", "shown", "entries"):
        for record in data[name]:
            total.update(f"{name} {compact(record)}\n".encode())
    assert data["checksum"] == total.hexdigest()
    for entry in data["entries"]:
        rest = {key: value for key, value in entry.items() if key != "checksum"}
        assert entry["checksum"] == sha256(compact(rest).encode()).hexdigest()[:32]
    for one in data["shown"]:
        assert one["hash"] == sha256(compact([compact(one["step"])]).encode()).hexdigest()[:32]
        assert one["hash"] == digest(dumps(one["step"]))


MEASURE = """
import resource, sys
from pathlib import Path
from guide.store import transfer, merge, transfer_read
from guide.store.database import Store
from tests.store.making import feeds_of
store = Store.open(Path(sys.argv[1]))
transfer.write(store, open("/dev/null", "wb"), version="1", written="x") if sys.argv[2] == "small" else None
idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with open(sys.argv[3], "wb") as out:
    transfer.write(store, out, version="1", written="x")
written = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
merge.check(Path(sys.argv[3]))
print(idle, written, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in KiB on Linux")
def test_memory_stays_flat(tmp_path: Path) -> None:
    """20,000 entries and a file of some fifteen megabytes, in a few megabytes above an open store."""
    path = tmp_path / "home" / "unmuted.db"
    with Store.open(path) as store:
        many(store, 20_000)
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path), "large", str(tmp_path / "out.json")],
        capture_output=True, text=True, cwd=Path(__file__).parents[2], check=True,
    )  # fmt: skip
    idle, written, read = map(int, run.stdout.split())
    assert (tmp_path / "out.json").stat().st_size > 14_000_000
    assert written - idle < 6 * 1024, "KiB above an open store while writing"
    assert read - idle < 9 * 1024, "and while reading"


def many(store: Store, count: int) -> None:
    """Copies of one entry, in rows: the functions of the store would take a minute."""
    whole(store, note="some words of a day, " * 8)
    with store.writing() as connection:
        head = connection.execute("SELECT * FROM entries").fetchone()
        steps = connection.execute("SELECT step, position, frozen FROM steps").fetchall()
        answers = connection.execute("SELECT * FROM answers").fetchall()
        for n in range(2, count + 1):
            row = list(head)
            row[0], row[1] = n, f"{n:032x}"
            row[13] = digest(row[1], *row[2:13])
            connection.execute(f"INSERT INTO entries VALUES ({', '.join('?' * len(row))})", row)
            connection.executemany("INSERT INTO steps VALUES (?, ?, ?, ?)", [(n, *step) for step in steps])
            connection.executemany(
                "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(n, *one[1:8], digest(row[1], *one[1:8])) for one in answers],
            )
