"""`unmuted packs add`: install a pack after showing what it holds, or put another version in its place."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from guide.cli.frame import parser, print_json, print_lines
from guide.errors import GuideError
from guide.words import packs as words

if TYPE_CHECKING:
    from guide.cli.packs.describe import Row
    from guide.journal.library import Library
    from guide.packs.contents import Difference
    from guide.packs.install import Files
    from guide.packs.lints.wording import Safety
    from guide.packs.load import Loaded
    from guide.places import Places


_SAID = ("id", "version", "exercises")
"""Places of a comparison that have lines of their own here."""


class _Before(NamedTuple):
    """The installed copy: `pack` is None when this program cannot read it."""

    path: Path
    pack: dict[str, Any] | None
    version: str
    same: bool


def run(argv: list[str]) -> int:
    """Check, show, ask, install. 1 when the pack has problems or the answer was no."""
    made = parser("packs add", "Install a pack: its folder, or its pack.yaml. What it holds is shown first.")
    made.add_argument("path", metavar="PATH", help="a pack's folder, or its pack.yaml")
    made.add_argument("--yes", action="store_true", help="install it without asking")
    made.add_argument("--json", action="store_true", help="as JSON; with --yes it is installed too")
    args = made.parse_args(argv)
    from guide.cli.packs.list import library_of
    from guide.packs import check, install

    install.refuse_name(args.path)
    loaded = check.check(Path(args.path))
    install.refuse_archive(loaded)
    places, library = library_of(args)
    if _is_built_in(Path(args.path)):
        raise GuideError(words.IS_OURS)
    if loaded.pack is None:
        return _problems(loaded, as_json=args.json)
    pack_id, version = loaded.pack["id"], loaded.pack["version"]
    install.check_id(pack_id, version, library.ours)
    _refuse_by_hand(library, pack_id)
    found = _safe(loaded.pack)
    files = install.files_of(loaded)
    before = _before(places, pack_id, files)
    shown = _Shown(library, loaded, before, found, args.path)
    return _install(args, places, shown, files, before)


def _is_built_in(path: Path) -> bool:
    from guide.packs.discover import built_in

    found = path.resolve()
    return built_in() in (found, found.parent)


def _safe(pack: dict[str, Any]) -> Safety:
    """What of its words matters to whoever will use it. Raises GuideError for what is never installed.

    The check has seen most of it; a pack that holds very much may have used up what the check looks at.
    """
    from guide.cli.packs.describe import inside
    from guide.packs.lints.wording import safety

    found = safety(pack)
    if found.refused:
        raise GuideError(words.REFUSED.format(words=inside(found.refused[0][0].words)), words.REFUSED_REMEDY)
    return found


def _problems(loaded: Loaded, *, as_json: bool) -> int:
    from guide.cli.packs.check import show

    if as_json:
        print_json({"installed": False, "problems": [report._asdict() for report in loaded.reports]})
        return 1
    show(loaded.reports, loaded.texts, loaded.unread)
    print_lines([words.HAS_PROBLEMS])
    return 1


def _refuse_by_hand(library: Library, pack_id: str) -> None:
    source = library.sources.get(pack_id)
    if source is not None and source.where == "placed":
        raise GuideError(words.BY_HAND.format(id=pack_id, name=source.path.name), words.BY_HAND_REMEDY)


def _before(places: Places, pack_id: str, files: Files) -> _Before | None:
    from guide.cli.packs.list import installed
    from guide.packs.install import same

    found = installed(places, pack_id)
    if found is None:
        return None
    path, pack = found
    return _Before(path, pack, pack["version"] if pack else path.name.split("+")[0], same(path, files))


def _install(
    args: argparse.Namespace, places: Places, shown: _Shown, files: Files, before: _Before | None
) -> int:
    from guide.cli.packs.asking import confirmed
    from guide.cli.packs.describe import Row, folded
    from guide.packs.install import install

    pack = shown.pack
    if not args.json:
        print_lines(folded(shown.rows()))
    if before is not None and before.same:
        if args.json:
            print_json({"installed": True, "changed": False, **shown.data()})
        return 0
    if args.json and not args.yes:
        print_json({"installed": False, **shown.data()})
        return 0
    question = words.ASK_UPDATE if before is not None else words.ASK_INSTALL
    if not confirmed(question, yes=args.yes, refused=words.NEEDS_YES, remedy=words.NEEDS_YES_REMEDY):
        print_lines([words.NOT_INSTALLED])
        return 1
    install(places.packs, pack["id"], pack["version"], files)
    if args.json:
        print_json({"installed": True, "changed": True, **shown.data()})
        return 0
    begin = words.BEGIN.format(ref=f"{pack['id']}/{pack['exercises'][0]['id']}")
    print_lines(folded([Row(words.INSTALLED), Row(begin)]))
    return 0


class _Shown:
    """What is said about a pack before it is installed, as lines and as JSON. `path` is how it was named."""

    def __init__(
        self, library: Library, loaded: Loaded, before: _Before | None, safety: Safety, path: str
    ) -> None:
        from guide.cli.packs.list import say_in
        from guide.packs.contents import difference, holds

        assert loaded.pack is not None
        self.library, self.before, self.pack = library, before, loaded.pack
        self.safety, self.path = safety, path
        self.holds = holds(loaded.pack, say_in(library, loaded.pack))
        self.warnings = sum(report.warning for report in loaded.reports)
        shown = {offence.says() for offence, _ in safety.offences}
        self.others = sum(report.warning and report.message not in shown for report in loaded.reports)
        self.difference: Difference | None = None
        self.orphans: list[str] = []
        if before is not None and before.pack is not None and not before.same:
            old = before.pack
            self.difference = difference(old, loaded.pack, say_in(library, old), say_in(library, loaded.pack))
            self.orphans = _orphans(old, loaded.pack)

    def rows(self) -> list[Row]:
        """Everything a person wants to know before saying yes; what matters most stands right above the question."""
        from guide.cli.packs.describe import Row, changes, described, named_in, warned

        name = named_in(self.library)
        if self.before is not None and self.before.same:
            return [Row(words.ALREADY)]  # nothing is asked
        rows = described(self.holds, name)
        if self.before is not None:
            rows += [Row(""), Row(self._versions())]
            if self.difference is None:
                rows.append(Row(words.OLD_UNREADABLE))
            else:
                rows += changes(self.difference, self.orphans, name)
        rows += warned(self.safety, self.others, self.path, self.holds.languages)
        return [*rows, Row(""), Row(words.NOT_OURS)]

    def _versions(self) -> str:
        from guide.packs.discover import version_order

        assert self.before is not None
        old, new = self.before.version, self.holds.version
        if old == new:
            return words.REISSUE.format(old=old)
        older = version_order(new) < version_order(old)
        return (words.DOWNGRADE if older else words.UPDATE).format(old=old, new=new)

    def data(self) -> dict[str, object]:
        """The same for programs."""
        pack = self.holds._asdict() | {"exercises": [one._asdict() for one in self.holds.exercises]}
        read_first = [
            {"rule": one.rule.name, "words": quote, "hazard": one.rule.hazard}
            for one, quote in self.safety.offences
        ]
        found: dict[str, object] = {"pack": pack, "warnings": self.warnings, "read_first": read_first}
        found["update"] = None
        if self.before is not None and not self.before.same:
            what = self.difference._asdict() if self.difference is not None else {}
            what |= {"changed": [one._asdict() for one in self.difference.changed]} if self.difference else {}
            found["update"] = {"from": self.before.version, **what, "orphans": self.orphans}
        return found


def _orphans(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Sentences about stored answers that the new version does not go on with.

    The comparison is made for authors: its remedies, and what is said of exercises and versions in lines of
    their own, are left out here.
    """
    from guide.packs.against import Against
    from guide.steps.problems import Problems

    problems = Problems()
    Against(old)(new, problems, built_in=False)
    found = [one.message for one in problems.found if len(one.path) != 1 or one.path[0] not in _SAID]
    return list(dict.fromkeys(message.split(". ")[0].rstrip(".") + "." for message in found))
