"""Where things live."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.places import Places, find, private_dir, shown


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_one_folder_holds_everything_when_asked(tmp_path: Path) -> None:
    home = tmp_path / "h"
    expected = Places(home, home, home / "cache", home / "packs", home / "backups")
    assert find(str(home), {}) == expected
    assert find(None, {"UNMUTED_HOME": str(home)}) == expected
    assert find(str(home), {"UNMUTED_HOME": "/elsewhere"}) == expected
    assert not home.exists()
    names = [expected.store_path, expected.settings_path, expected.rescue_path, expected.support_path]
    assert [name.relative_to(home).as_posix() for name in [*names, expected.shelf]] == [
        "unmuted.db",
        "settings.yaml",
        "rescue.json",
        "support.txt",
        "cache/shelf",
    ]


def test_the_platform_decides_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    places = find(None, {"UNMUTED_HOME": ""})
    assert places.data == tmp_path / "DATA" / "unmuted"
    assert places.config == tmp_path / "CONFIG" / "unmuted"
    assert places.cache == tmp_path / "CACHE" / "unmuted"
    assert (places.packs, places.backups) == (places.data / "packs", places.data / "backups")


@pytest.mark.parametrize("empty", ["", "relative/folder"])
def test_an_empty_or_relative_variable_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", empty)
    assert find(None, {}).data == tmp_path / ".local/share/unmuted"


def test_a_home_may_be_relative_or_under_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert find("here", {}).data == find("~/here", {}).data == tmp_path / "here"


def test_a_name_no_file_can_have_is_refused() -> None:
    with pytest.raises(GuideError, match="no file name"):
        find("a\0b", {})


def test_folders_are_made_for_this_user_only(tmp_path: Path) -> None:
    made = private_dir(tmp_path / "a" / "b")
    assert (mode(made), mode(made.parent)) == (0o700, 0o700)
    made.chmod(0o755)
    assert mode(private_dir(made)) == 0o700


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(GuideError, match="there is a file in its place") as raised:
            private_dir(path)
        assert "--home" in raised.value.remedy


def test_a_link_to_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone" / "far")
    with pytest.raises(GuideError):
        private_dir(tmp_path / "link")


def test_folders_that_others_need_are_never_closed_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    user = tmp_path / "people" / "ada"
    user.mkdir(parents=True)
    user.chmod(0o755)
    user.parent.chmod(0o755)
    monkeypatch.setenv("HOME", str(user))
    for path in (shared, user, user.parent):
        before = path.stat().st_mode
        with pytest.raises(GuideError, match="used for other things"):
            private_dir(path)
        assert path.stat().st_mode == before
    assert mode(private_dir(user / "unmuted")) == 0o700


def test_a_path_is_shown_without_control_characters() -> None:
    assert shown(Path("/a\x1b[2J\udcff/b")) == "/a?[2J?/b"
