"""`unmuted packs walk`: every exercise of a pack walked at random and along every branch, with nobody there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide.cli.frame import parser, print_json, print_lines, say_error
from guide.cli.packs import is_ours
from guide.words import walks as words

if TYPE_CHECKING:
    from guide.packs.trial.walk import Walked

MOST = 100_000
SHOWN = 8  # troubles of one exercise that are listed


def run(argv: list[str]) -> int:
    """Walk a pack: 0 when every step was reached and nothing broke, else 1."""
    made = parser("packs walk", "Walk every exercise of a pack many times, and say what was never reached.")
    made.add_argument("path", metavar="PATH", help="a pack's folder, or its pack.yaml")
    made.add_argument(
        "-n", type=_number, default=None, metavar="N", help="random walks through each exercise (200)"
    )
    made.add_argument("--seed", type=_number, default=None, metavar="N", help="walk the same ways again")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    pack, packs = _read(Path(args.path), args.json)
    if pack is None:
        return 1
    from guide.packs.trial.walk import USUAL, walk_pack

    walks = USUAL if args.n is None else args.n
    seed = _any_seed() if args.seed is None else args.seed
    found: list[Walked] = []
    for one in walk_pack(packs, pack["id"], walks=walks, seed=seed):
        found.append(one)
        if not args.json:
            print_lines(_lines(one))
    if args.json:
        print_json(
            {"pack": pack["id"], "seed": seed, "walks": walks, "exercises": [_brief(one) for one in found]}
        )
    else:
        print_lines([*_sum(found), words.SEED.format(seed=seed)])
    return 0 if all(one.fine for one in found) else 1


def _number(text: str) -> int:
    """A whole number that is not negative. Raises ArgumentTypeError."""
    if not (text.isascii() and text.isdigit() and int(text) <= MOST * 100):
        raise argparse.ArgumentTypeError(f"'{text[:40]}' is not a whole number from 0 on")
    return int(text)


def _any_seed() -> int:
    from random import SystemRandom

    return SystemRandom().randrange(MOST)


def _read(path: Path, as_json: bool) -> tuple[dict[str, Any] | None, Mapping[str, Mapping[str, Any]]]:
    """The pack and those it reads, as far as they are at hand. Errors of the pack are listed, and end it."""
    from guide.packs.load import load

    loaded = load(path, built_in=is_ours(path))
    if loaded.pack is None:
        from guide.cli.packs.check import show

        if as_json:
            print_json({"problems": [report._asdict() for report in loaded.errors]})
        else:
            show(loaded.errors, loaded.texts, loaded.unread)
            sys.stdout.flush()
            say_error(words.ERRORS_FIRST)
        return None, {}
    packs = {loaded.pack["id"]: loaded.pack}
    if loaded.pack.get("uses"):
        from guide.packs.discover import built_in

        ours = load(built_in(), built_in=True).pack
        if ours is not None:
            packs.setdefault(ours["id"], ours)
    return loaded.pack, packs


def _lines(one: Walked) -> list[str]:
    """What was found in one exercise."""
    from guide.packs.trial.walk import BRANCHES

    steps = words.STEPS_FROM_TO if one.shortest != one.longest else words.STEPS_MANY
    shown = words.STEPS_ONE if one.longest == 1 else steps.format(shortest=one.shortest, longest=one.longest)
    lines = [words.WALKED.format(exercise=one.exercise, walks=one.walks, steps=shown)]
    if one.unreached:
        lines.append(words.UNREACHED.format(steps=", ".join(one.unreached)))
    if one.unchosen:
        options = ", ".join(f"{step}: {option}" for step, option in one.unchosen)
        lines.append(words.UNCHOSEN.format(options=options))
    lines += [words.TROUBLE.format(**trouble._asdict()) for trouble in one.troubles[:SHOWN]]
    if len(one.troubles) > SHOWN:
        lines.append(words.TROUBLES_MORE.format(n=len(one.troubles) - SHOWN))
    if one.cut:
        lines.append(words.CUT.format(most=f"{BRANCHES:,}"))
    return lines


def _sum(found: list[Walked]) -> list[str]:
    """The whole in a line or two."""
    unreached = sum(len(one.unreached) for one in found)
    broken = sum(len(one.troubles) for one in found)
    lines = [words.NOT_REACHED[unreached > 1].format(n=unreached), words.WHY] if unreached else []
    if broken:
        lines += [words.BROKEN[broken > 1].format(n=broken), words.BROKEN_OURS]
    return lines or [words.ALL_REACHED]


def _brief(one: Walked) -> dict[str, object]:
    return {
        **one._asdict(),
        "unchosen": [{"step": step, "option": option} for step, option in one.unchosen],
        "troubles": [trouble._asdict() for trouble in one.troubles],
    }
