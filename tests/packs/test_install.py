"""Installing: what was checked is what is kept; cut off anywhere, the old or the new version is whole."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from guide.errors import GuideError
from guide.packs import discover, install
from guide.packs.check import check
from guide.packs.contents import difference, holds
from guide.packs.load import load

PACK = """format: 1
id: mine
version: "{version}"
title: Mine
language: en
exercises:
  - one.yaml
  - {{id: two, title: Two, steps: [{{id: a, kind: text, text: Hello}}]}}
"""
ONE = "id: one\ntitle: One\nsteps:\n  - {id: a, kind: text, text: Hello}\n"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def written(folder: Path, version: str = "1.0", one: str = ONE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(PACK.format(version=version))
    (folder / "one.yaml").write_text(one)
    return folder


def put(packs: Path, source: Path) -> Path:
    """Check a pack and install it."""
    loaded = check(source)
    assert loaded.pack is not None, loaded.reports
    return install.install(packs, loaded.pack["id"], loaded.pack["version"], install.files_of(loaded))


def kept(packs: Path) -> dict[str, bytes]:
    """The files of the version that is in use."""
    place = install.in_use(packs, "mine")
    return {} if place is None else {path.name: path.read_bytes() for path in place.iterdir()}


def test_the_copy_holds_the_checked_bytes_and_nothing_else(tmp_path: Path) -> None:
    source, packs = written(tmp_path / "from"), tmp_path / "home" / "packs"
    first = b"\xef\xbb\xbf" + PACK.format(version="1.0").replace("\n", "\r\n").encode()
    (source / "pack.yaml").write_bytes(first)
    (source / "notes.txt").write_text("not part of it")
    (source / "unlisted.yaml").write_text(ONE)
    place = put(packs, source)
    assert place == packs / "mine" / "1.0"
    assert kept(packs) == {"pack.yaml": first, "one.yaml": ONE.encode()}
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (packs, packs / "mine", place, place / "one.yaml")]
    assert modes == [0o700, 0o700, 0o700, 0o600]
    assert load(place).reports == []


def test_what_changes_after_the_check_is_not_taken(tmp_path: Path) -> None:
    source, packs = written(tmp_path / "from"), tmp_path / "packs"
    loaded = check(source)
    assert loaded.pack is not None
    (source / "one.yaml").write_text("id: [")
    (source / "pack.yaml").unlink()
    install.install(packs, "mine", "1.0", install.files_of(loaded))
    assert kept(packs)["one.yaml"] == ONE.encode()


def test_a_single_file_and_links_become_plain_files(tmp_path: Path) -> None:
    real, source = tmp_path / "elsewhere.yaml", written(tmp_path / "from")
    real.write_text(ONE)
    (source / "one.yaml").unlink()
    (source / "one.yaml").symlink_to(real)
    (source / "pack.yaml").rename(source / "some name.yml")
    place = put(tmp_path / "packs", source / "some name.yml")
    assert sorted(path.name for path in place.iterdir()) == ["one.yaml", "pack.yaml"]
    assert not any(path.is_symlink() for path in place.iterdir())
    assert (place / "one.yaml").read_text() == ONE


@pytest.mark.parametrize(
    ("before", "after"), [("1.9", "1.10"), ("2.0", "1.0"), ("1.0-beta", "1.0"), ("1.0", "1.0.0")]
)
def test_another_version_takes_the_place_of_the_one_before(tmp_path: Path, before: str, after: str) -> None:
    packs = tmp_path / "packs"
    put(packs, written(tmp_path / "from", before))
    put(packs, written(tmp_path / "from", after))
    assert names(packs / "mine") == [after]
    assert f'version: "{after}"'.encode() in kept(packs)["pack.yaml"]


def test_the_same_version_with_other_words_takes_its_place_too(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    files = {"pack.yaml": PACK.format(version="1.0").encode(), "one.yaml": ONE.encode()}
    put(packs, written(tmp_path / "from"))
    assert install.same(packs / "mine" / "1.0", files)
    for word in ("Other", "Third"):
        changed = ONE.replace("Hello", word)
        put(packs, written(tmp_path / "from", one=changed))
        assert len(names(packs / "mine")) == 1
        assert kept(packs)["one.yaml"] == changed.encode()
        place = install.in_use(packs, "mine")
        assert place is not None and not install.same(place, files)


class Cut(BaseException):
    """The power went off."""


@pytest.mark.parametrize("after", ["2.0", "0.9", "1.0"], ids=["newer", "older", "same version"])
def test_cut_off_anywhere_the_old_or_the_new_version_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    new = written(tmp_path / "new", after, ONE.replace("Hello", "New"))
    loaded = check(new)
    files = install.files_of(loaded)
    places = [(os, "open"), (os, "fsync"), (Path, "rename"), (shutil, "rmtree"), (Path, "mkdir")]
    real = {(owner, name): getattr(owner, name) for owner, name in places}
    seen = set()
    for moment in range(60):
        packs = tmp_path / f"packs-{moment}"
        put(packs, written(tmp_path / "old"))
        old, left = kept(packs), moment

        def cut(call: Any) -> Any:
            def wrapped(*args: Any, **options: Any) -> Any:
                nonlocal left
                left -= 1
                if left < 0:
                    raise Cut
                return call(*args, **options)

            return wrapped

        done = False
        with monkeypatch.context() as patched:
            for (owner, name), call in real.items():
                patched.setattr(owner, name, cut(call))
            try:
                install.install(packs, "mine", after, files)
                done = True
            except Cut:
                pass
        assert kept(packs) in (old, dict(files)), moment
        seen.add(kept(packs) == dict(files))
        if done:
            assert kept(packs) == dict(files) and seen == {True, False}
            return
        install.install(packs, "mine", after, files)
        assert kept(packs) == dict(files), "the next try mends it"
        assert len([name for name in names(packs / "mine") if name[0] != "."]) == 1
    raise AssertionError("it never came to its end")


def test_a_full_disk_is_said_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs = tmp_path / "packs"
    put(packs, written(tmp_path / "from"))
    before = kept(packs)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GuideError, match="cannot be written"):
        put(packs, written(tmp_path / "from", "2.0"))
    assert kept(packs) == before and names(packs / "mine") == ["1.0"]


def test_two_at_once_both_come_to_their_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs = tmp_path / "packs"
    real = Path.rename

    def late(self: Path, target: Path) -> Path:
        if self.name.startswith(".new-") and not target.exists():
            monkeypatch.setattr(Path, "rename", real)
            put(packs, written(tmp_path / "other", one=ONE.replace("Hello", "Quicker")))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", late)
    put(packs, written(tmp_path / "from"))
    assert kept(packs)["one.yaml"] == ONE.encode()


@pytest.mark.parametrize("name", ["pack.zip", "pack.TAR.GZ", "mine.7z"])
def test_archives_are_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(GuideError, match="never an archive"):
        install.refuse_name(str(tmp_path / name))


def test_archives_are_refused_by_their_first_bytes(tmp_path: Path) -> None:
    for number, start in enumerate((b"PK\x03\x04", b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c")):
        file = tmp_path / f"{number}.yaml"
        file.write_bytes(start + b"\x00rest")
        with pytest.raises(GuideError, match="never an archive"):
            install.refuse_archive(check(file))
    install.refuse_archive(check(written(tmp_path / "good")))


@pytest.mark.parametrize("name", ["https://example.org/pack", "git+ssh://x/y", "file:///etc/passwd"])
def test_addresses_are_refused(name: str) -> None:
    with pytest.raises(GuideError, match="no network"):
        install.refuse_name(name)


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("core", "1.0"),
        ("con", "1.0"),
        ("com1", "1.0"),
        ("mine", "1.0-a."),
        ("mine", "1.0-" + "a" * 70),
        ("mine", "../1"),
    ],
)
def test_names_that_cannot_be_installed(name: str, version: str) -> None:
    with pytest.raises(GuideError):
        install.check_id(name, version, {"core"})
    install.check_id("mine", "1.0-rc.1", {"core"})


@pytest.mark.parametrize("name", ["ONE.yaml", "pack.yaml", "nul.yaml"])
def test_file_names_that_meet_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    source = written(tmp_path / "from")
    text = PACK.format(version="1.0").replace("  - one.yaml\n", f"  - one.yaml\n  - {name}\n")
    (source / name).write_text(ONE.replace("one", "third"))
    (source / "first.yaml").write_text(text)
    loaded = check(source / "first.yaml")
    assert loaded.pack is not None, loaded.reports
    with pytest.raises(GuideError, match="computer"):
        install.files_of(loaded)


def test_discovery_takes_installed_and_placed_packs_and_passes_over_the_rest(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    for version in ("1.9", "1.10", "1.10+1", "1.10-rc.2", "1.10-rc.10"):
        written(packs / "mine" / version)
    for name in (".new-x", "notes", "1.11-EMPTY"):
        (packs / "mine" / name).mkdir()
    written(packs / "mine" / ".old-x" / "pack")
    written(packs / "placed")
    (packs / "single.yaml").write_text(PACK.format(version="1"))
    (packs / ".hidden.yaml").write_text("")
    found = discover.in_folder(packs)
    assert [(one.label, one.where) for one in found] == [
        ("mine 1.10+1", "installed"), ("mine 1.10", "installed"), ("mine 1.10-rc.10", "installed"),
        ("mine 1.10-rc.2", "installed"), ("mine 1.9", "installed"), ("placed", "placed"), ("single.yaml", "placed"),
    ]  # fmt: skip
    assert discover.in_folder(tmp_path / "nowhere") == []
    assert discover.sources(packs, (tmp_path,))[0].where == "built-in"


def test_removing_takes_the_copies_and_leaves_what_else_is_there(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    put(packs, written(tmp_path / "from"))
    install.remove(packs, "mine")
    assert names(packs) == []
    put(packs, written(tmp_path / "from"))
    (packs / "mine" / "my-notes.txt").write_text("mine")
    install.remove(packs, "mine")
    assert names(packs / "mine") == ["my-notes.txt"]


def test_what_was_put_there_by_hand_is_neither_written_into_nor_removed(tmp_path: Path) -> None:
    packs, working = tmp_path / "packs", written(tmp_path / "working" / "1.0").parent
    packs.mkdir()
    (packs / "mine").symlink_to(working)
    with pytest.raises(GuideError, match="by hand"):
        install.remove(packs, "mine")
    with pytest.raises(GuideError, match="by hand"):
        put(packs, written(tmp_path / "from"))
    assert names(working) == ["1.0"]
    (packs / "mine").unlink()
    written(packs / "mine")
    with pytest.raises(GuideError, match="by hand"):
        put(packs, written(tmp_path / "from"))
    assert sorted(names(packs / "mine")) == ["one.yaml", "pack.yaml"]


def say(text: Any) -> str:
    return str(text["@"]["en"] if isinstance(text, dict) else text) if text is not None else ""


def test_what_a_pack_holds_names_everything_it_touches(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text("""format: 1
id: far
version: "1"
title: {en: Far, de: Weit}
language: en
uses: [core]
series:
  calm: {title: Calm, role: mood, range: {min: 0, max: 10}}
collections:
  walks: {title: Walks, label: "{what}", fields: {what: {title: What}}}
exercises:
  - id: a
    title: A
    minutes: 3
    needs: {collection: core/skills}
    steps:
      - {id: p, kind: pick, prompt: Which, from: [core/skills, walks], optional: true}
      - {id: s, kind: scale, prompt: How, track: calm}
      - {id: r, kind: recall, from: {exercise: core/muted-check, step: side}, show: latest}
      - {id: t, kind: text, text: "Then/now and core/other are words here."}
progress:
  - {show: line, series: core/mood}
""")
    loaded = load(file)
    assert loaded.pack is not None, loaded.reports
    found = holds(loaded.pack, say)
    assert (found.languages, found.roles, found.recalls) == (["en", "de"], ["mood"], True)
    assert found.keeps == {"collections": ["Walks"], "series": ["Calm"]}
    assert found.reads == ["core/mood", "core/muted-check", "core/skills"]
    assert [tuple(one) for one in found.exercises] == [("a", "A", 3)]


def test_the_difference_follows_ids_and_the_ids_before(tmp_path: Path) -> None:
    old = load(written(tmp_path / "old")).pack
    text = ONE.replace("id: one", "id: uno\nformerly: [one]").replace("title: One", "title: Uno")
    text = text.replace("id: a, kind: text, text: Hello", "id: b, formerly: [a], kind: text, text: Hello")
    text += "  - {id: c, kind: text, text: More}\n"
    new = load(written(tmp_path / "new", "2.0", text)).pack
    assert old is not None and new is not None
    new["exercises"][1] = {**new["exercises"][1], "id": "three", "title": "Three"}
    found = difference(old, new, say, say)
    assert (found.added, found.gone, found.renamed) == (["Three"], ["Two"], [("One", "Uno")])
    assert [tuple(one) for one in found.changed] == [("Uno", 1, 0, 0)]
    same = difference(new, new, say, say)
    assert not any(same)
