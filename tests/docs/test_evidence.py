"""Every claim the program makes to a person stands in docs/evidence.md with where it comes from, and the other way round.

The patterns that know a claim are in `claims.py`, the checks in `evidence_page.py`. What is checked is plain text against
plain text, so a changed word in an exercise asks for the same word on that page.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from guide.words import help_now
from tests.words.texts import CORE

from .blocks import DOCS, sections, tables
from .claims import Pack, read
from .evidence_page import OURS, PLAIN, Row, missing, rows, sources_off, unlisted, unowned, unsourced

TEXT: Final = (DOCS / "evidence.md").read_text(encoding="utf-8")
ROWS: Final = rows(TEXT)
PACK: Final = read(CORE)
NAMED_IN_HELP: Final = {
    "nice-ng222": "NICE guideline NG222",
    "fda-medication-guide": "US Food and Drug Administration",
    "healthify-serotonin": "Healthify (New Zealand), Health A to Z: serotonin syndrome",
    "mhra-ssri": "Medicines and Healthcare products Regulatory Agency (UK), learning module on SSRIs",
    "nhs-sertraline": "NHS, Medicines A to Z: sertraline",
    "youngminds-sertraline": "YoungMinds, Sertraline",
}
"""Source id -> how the help-now page, which opens without any pack, names the same work."""


# -- the program and the page ----------------------------------------------------------------------------------


def test_every_claim_stands_on_the_page() -> None:
    assert unlisted(PACK, ROWS) == []


def test_every_line_of_the_page_is_said_where_it_says() -> None:
    assert missing(PACK, ROWS) == []


def test_every_claim_from_a_source_cites_it() -> None:
    assert unsourced(PACK, ROWS) == []


def test_our_own_judgement_says_so() -> None:
    assert unowned(PACK, ROWS) == []


def test_every_source_is_used_and_given_in_full() -> None:
    assert sources_off(PACK, TEXT) == []


def test_each_line_is_whole() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS) > 60
    for row in ROWS:
        assert row.places and row.strength.endswith("."), row.id
        assert bool(row.sources) is not bool(row.kind), row.id
        assert row.kind in ("", OURS, PLAIN), row.id
    assert len([heading for heading in sections(TEXT) if heading]) >= 8


def test_the_help_page_names_the_works_it_rests_on() -> None:
    lines = " ".join(help_now.FIRST_WEEKS_SOURCES)
    from_help = {name for row in ROWS if row.places[0].startswith("help_now.") for name in row.sources}
    assert from_help <= set(NAMED_IN_HELP)
    assert all(title in lines for title in NAMED_IN_HELP.values())
    assert all(name in PACK.declared["sources"] for name in NAMED_IN_HELP)


def test_what_is_not_claimed_is_on_the_page() -> None:
    table = tables(sections(TEXT)["What we do not claim"])[0]
    assert len(table) > 10
    assert all(len(row) == 3 and all(row) for row in table)


# -- a copy of the pack with something planted ------------------------------------------------------------------


def planted(folder: Path, name: str, change: Callable[[dict[str, Any]], None]) -> Pack:
    """A copy of the built-in pack with one file changed."""
    shutil.copytree(CORE, folder / "core")
    path = folder / "core" / f"{name}.yaml"
    tree = yaml.safe_load(path.read_text("utf-8"))
    change(tree)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")
    return read(folder / "core")


CLAIM: Final = "Studies show that saying a sentence helps most people."


@pytest.mark.parametrize("where", ["why", "step"])
def test_a_claim_with_no_source_is_found(tmp_path: Path, where: str) -> None:
    def change(tree: dict[str, Any]) -> None:
        if where == "why":
            tree["why"] = f"{tree['why']} {CLAIM}"
        else:
            tree["steps"].append({"id": "step", "kind": "text", "text": CLAIM})

    pack = planted(tmp_path, "rehearse", change)
    place = f"rehearse/{where}"
    assert unlisted(pack, ROWS) == [f"{place}: {CLAIM}"]
    row = Row("planted", CLAIM, [place], [], PLAIN, "Planted.")
    assert unlisted(pack, [*ROWS, row]) == []
    assert unowned(pack, [*ROWS, row]) == [f"planted: only a source can say: {CLAIM}"]
    invented = row._replace(sources=["nobody-2020"], kind="")
    assert unsourced(pack, [*ROWS, invented]) == [
        "planted: no source 'nobody-2020'",
        f"planted: {place} does not cite nobody-2020",
    ]
    elsewhere = row._replace(sources=["gollwitzer-2006"], kind="")
    assert unsourced(pack, [*ROWS, elsewhere]) == [f"planted: {place} does not cite gollwitzer-2006"]


def test_our_own_judgement_that_does_not_say_so_is_found() -> None:
    row = Row("planted", "You can stop at any point.", ["rehearse/rounds"], [], OURS, "Planted.")
    assert unowned(PACK, [row]) == ["planted: rehearse/rounds does not say that this is our own judgement"]


def test_a_source_that_is_no_longer_cited_is_found(tmp_path: Path) -> None:
    pack = planted(
        tmp_path, "use-it-again", lambda tree: (tree.pop("cites"), tree.update(steps=tree["steps"][:1]))[1]
    )
    assert "plans: use-it-again/why does not cite gollwitzer-2006" in unsourced(pack, ROWS)
    assert "gollwitzer-2006: nothing cites it" in sources_off(pack, TEXT)


def test_a_changed_figure_is_found(tmp_path: Path) -> None:
    def change(tree: dict[str, Any]) -> None:
        tree["why"] = str(tree["why"]).replace("94 tests", "96 tests")

    pack = planted(tmp_path, "use-it-again", change)
    assert any(one.startswith("use-it-again/why: Over 96 tests") for one in unlisted(pack, ROWS))
    assert "plans: use-it-again/why" in missing(pack, ROWS)


def test_a_source_without_limits_is_found(tmp_path: Path) -> None:
    def change(tree: dict[str, Any]) -> None:
        del tree["sources"]["wood-2009"]["limits"]
        tree["sources"]["powers-2008"]["says"] = "It works."

    found = sources_off(planted(tmp_path, "pack", change), TEXT)
    assert "wood-2009: without 'says' or 'limits'" in found
    assert "powers-2008: the page does not give it in these words" in found


def test_a_sentence_with_other_places_is_not_covered_there() -> None:
    row = next(row for row in ROWS if row.id == "fixed-line")
    elsewhere = [one._replace(places=one.places[:1]) if one is row else one for one in ROWS]
    assert len(unlisted(PACK, elsewhere)) >= len(row.places) - 1


def test_ids_of_lines_are_words() -> None:
    assert [row.id for row in ROWS if not re.fullmatch(r"[a-z]+(-[a-z]+)*", row.id)] == []
