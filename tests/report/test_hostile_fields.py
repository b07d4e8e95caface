"""Hostile words in every field there is, typed or taken in from a file: in every output they stay words."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfReader

from guide import places
from guide.clean import clean
from guide.cli import run
from guide.cli.frame import print_json, print_lines
from guide.cli.show import as_json, as_text
from guide.errors import GuideError
from guide.insight.summary import Page
from guide.journal import bring_back, items, look, page, page_file, take_away
from guide.journal.journal import Journal
from guide.journal.page_choices import Choices, remembered
from guide.report import html, markdown, pdf, text
from tests.journal.page_parts import whole

from . import readers, taken_in
from .hostile import ASIDE, SAID, TEXTS, Notebook, strings

FIELDS: Final = (
    "core/muted-check/note", "core/then-now/changes/then", "core/then-now/changes/where", "core/muted-check/words/own/text",
    "core/medicine-line/event/what", "core/medicine-line/event/dose", "core/medicine-line/effects/other",
    "core/before-the-appointment/other-things", "core/before-the-appointment/sentence",
    "core/before-the-appointment/said", "core/before-the-appointment/try", "core/before-the-appointment/questions/ask",
    "core/look-at-the-data/measures/name", "core/signals-and-support/people/name", "core/signals-and-support/people/how",
    "core/signals-and-support/lines/when", "core/use-it-again/plan/cue", "core/use-it-again/plan/action",
    "core/use-it-again/plan/obstacle", "core/build-a-sentence/facts/own", "core/build-a-sentence/sentence/text",
    "core/catch-the-discount/first-cause/other", "core/rehearse/rounds/rounds/expect", "core/what-is-the-ick/words/other",
    "kinds/a-long/it", "kinds/a-short/it", "kinds/an-update/it/fields/note", "kinds/a-dated-list/it/what",
    "kinds/an-edit/it/fields/now", "kinds/a-revise/it/text", "moving-again/look-back/beside/other",
    "moving-again/today/did/other", "moving-again/keep-an-eye/measures/name",
)  # fmt: skip
"""At least one field of each sort."""
COMMANDS: Final = (
    ("list",), ("one",), ("week",), ("review", "--limit", "9999"), ("items",), ("items", "--aside"), ("progress",),
    ("progress", "--entries", "--ascii"), ("summary",), ("summary", "--short"), ("summary", "--pieces"), ("drafts",),
    ("trash",), ("help-now",), ("packs", "list"), ("where",),
)  # fmt: skip
SPOKEN: Final = ("list", "week", "review", "items", "progress", "drafts", "trash")
"""Commands that also answer in JSON."""
PROSE: Final = {"inline", "text", "text_special", "softbreak", "hardbreak", "heading_open", "heading_close",
                "paragraph_open", "paragraph_close"}  # fmt: skip
Run = Callable[..., str]


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """A notebook in which every text was typed into every field."""
    found = Notebook(tmp_path_factory.mktemp("typed") / "home")
    found.live(len(TEXTS), further=60)
    yield found
    found.journal.close()


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """A notebook that a stranger's file was taken into, with none of the packs that it speaks of."""
    folder = tmp_path_factory.mktemp("taken")
    found = Notebook(folder / "first", tuple(map(taken_in.token, range(len(TEXTS)))))
    found.live(4)
    take_away.export(found.journal, str(folder / "all.json"))
    found.journal.close()
    (folder / "spoilt.json").write_bytes(taken_in.spoilt(folder / "all.json", TEXTS))
    found.home, found.packs = folder / "home", ()
    found.taken = {taken_in.token(number): text for number, text in enumerate(TEXTS)}
    found.journal = Journal.open(places.find(str(found.home), {}), clock=found.clock)
    bring_back.bring_in(found.journal, str(folder / "spoilt.json"))
    yield found
    found.journal.close()


@pytest.fixture(params=["typed", "taken"])
def notebook(request: pytest.FixtureRequest) -> Notebook:
    found: Notebook = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def unmuted(notebook: Notebook, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the notebook; what it writes."""

    def call(*argv: str) -> str:
        packs = [word for pack in notebook.packs for word in ("--pack", str(pack))]
        assert run([*argv, *(packs if argv[0] not in ("packs", "where", "help-now") else []), "--home", str(notebook.home)]) == 0, argv  # fmt: skip
        out, err = capsys.readouterr()
        readers.calm(err)
        return out

    return call


def test_every_text_was_typed_into_every_field(typed: Notebook) -> None:
    assert set(FIELDS) <= set(typed.typed) and len(typed.typed) > 120
    assert {name: len(said) for name, said in typed.typed.items() if len(set(said)) < len(TEXTS)} == {}


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_a_command_prints_words_and_nothing_that_steers(unmuted: Run, argv: tuple[str, ...]) -> None:
    out = unmuted(*argv)
    readers.calm(out)
    if argv in (("summary",), ("help-now",)):
        readers.narrow(out, 79)


@pytest.mark.parametrize("name", SPOKEN)
def test_json_can_be_read_whatever_it_holds(unmuted: Run, name: str) -> None:
    out = unmuted(name, "--json")
    readers.calm(out)
    assert json.loads(out)["format"] == 1


def test_no_title_makes_a_line_of_its_own(unmuted: Run) -> None:
    for row in filter(None, unmuted("review", "--limit", "9999").splitlines()):
        assert re.match(r"  [0-9a-f]{8}  .|\d{4}-\d\d-\d\d$|Unfinished: \d+ \(", row), row
    _, *rows = unmuted("drafts").splitlines()
    assert rows and all(re.fullmatch(r"  .+` goes on with it\.", row) for row in rows), rows


@pytest.mark.parametrize("width", [40, 80])
def test_progress_keeps_to_the_width_of_a_terminal(
    unmuted: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out = unmuted("progress", "--entries")
    readers.calm(out)
    readers.narrow(out, width)


def test_every_list_and_every_one_of_its_items(unmuted: Run, notebook: Notebook) -> None:
    names = [one.name for one in items.built_up(notebook.journal)]
    assert len(names) > 12
    for name in names:
        readers.calm(unmuted("items", name))
        (found,) = json.loads(unmuted("items", name, "--json"))["lists"]
        assert len(found["items"]) == found["in_use"]


def test_every_entry_reads_as_it_was_written(notebook: Notebook, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, and as JSON, where the words are the same letter by letter but for spaces."""
    heard = ""
    for id_, said in notebook.entries.items():
        entry = look.entry(notebook.journal, id_)
        print_lines(as_text(entry))
        shown = capsys.readouterr().out
        print_json({"entry": as_json(entry)})
        spoken = capsys.readouterr().out
        readers.calm(shown + spoken)
        heard += shown
        inside = readers.squeezed("".join(strings(json.loads(spoken))))
        for typed in filter(None, map(notebook.kept, said)):
            assert readers.squeezed(typed) in inside
            assert readers.squeezed(clean(typed)) in readers.squeezed(shown)
    assert all(text in heard for text in (SAID if notebook.packs else ()))


def test_tables_hold_no_formula_and_the_words_as_they_are(notebook: Notebook, tmp_path: Path) -> None:
    take_away.export(notebook.journal, f"{tmp_path}/tables/")
    every = []
    for file in (tmp_path / "tables").iterdir():
        readers.calm(file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\t", " "))
        head, *rows = readers.no_formula(file.read_bytes())
        assert rows and all(len(row) == len(head) for row in rows)
        every += [cell for row in rows for cell in row]
    found = readers.squeezed("\n".join(every)).replace("'", "")
    for typed in map(notebook.kept, notebook.texts):
        assert readers.squeezed(clean(typed)).replace("'", "") in found


def test_the_text_to_read_is_headings_and_quotations(notebook: Notebook, tmp_path: Path) -> None:
    take_away.export(notebook.journal, str(tmp_path / "all.md"))
    made = (tmp_path / "all.md").read_text("utf-8")
    readers.calm(made)
    kinds, words = readers.markdown_of(made)
    assert kinds.keys() <= PROSE | {"blockquote_open", "blockquote_close", "em_open", "em_close"}, kinds
    for typed in map(notebook.kept, notebook.texts):
        assert readers.squeezed(clean(typed)) in readers.squeezed(words)


def test_an_export_holds_what_was_typed(notebook: Notebook, tmp_path: Path) -> None:
    take_away.export(notebook.journal, str(tmp_path / "all.json"))
    found = set(strings(json.loads((tmp_path / "all.json").read_bytes())["entries"]))
    for typed in map(notebook.kept, notebook.texts):
        assert typed in found


DAYS: Final = ("2026-10-21", "2026-10-24", "2026-10-29", "2026-11-04", "2026-11-20")


def pages_of(notebook: Notebook) -> Iterator[tuple[str, Choices, Page]]:
    """The beginning of each text with a page on which every piece that holds it was let in."""
    journal = whole(notebook.journal)
    for number, typed in enumerate(map(notebook.kept, TEXTS)):
        choices = remembered(journal, "", DAYS[number % len(DAYS)])
        begins = readers.squeezed(clean(typed))[:12]
        ids = [one.id for one in page.pieces(journal, choices) if begins in readers.squeezed(one.words)]
        choices = choices._replace(let_in=frozenset(ids))
        yield begins, choices, page.page(journal, choices)


def lines_of(made: Page) -> list[str]:
    """Every line of a page."""
    said = [line for one in made.sections for line in (one.title, *one.lines)]
    return [made.title, *made.head, *said, *made.notes]


def test_the_page_is_words_in_every_form(notebook: Notebook) -> None:
    for number, (begins, choices, made) in enumerate(pages_of(notebook)):
        rows = "\n".join(text.lines(made))
        readers.calm(rows)
        readers.narrow(rows, 79)
        found = html.text(made)
        same_tags(made, found)
        shown = readers.squeezed(readers.tags_of(found).words)
        words = listed("\n".join(markdown.lines(made)))
        for line in map(readers.squeezed, (*lines_of(made), begins)):
            assert line in words and line in shown
        brief = page_file.data(
            notebook.journal, choices, ("text", "md", "html")[number % 3], brief=True
        ).decode()
        readers.calm(brief)
        if number % 3 == 1:
            listed(brief)


def listed(made: str) -> str:
    """The words of a page in Markdown, which is headings, lists and paragraphs."""
    kinds, words = readers.markdown_of(made)
    assert kinds.keys() <= PROSE | {
        "bullet_list_open",
        "bullet_list_close",
        "list_item_open",
        "list_item_close",
    }
    return readers.squeezed(words)


def same_tags(made: Page, found: str) -> None:
    """The HTML of a page has the elements and attributes of the template, so many as it has lines, and no others."""
    plain = Page("x", tuple("x" for _ in made.head), tuple(one._replace(title="x", lines=tuple("x" for _ in one.lines)) for one in made.sections), tuple("x" for _ in made.notes))  # fmt: skip
    tags = readers.tags_of(found)
    assert tags.tags == readers.tags_of(html.text(plain)).tags and tags.others == []


def test_a_pdf_of_hostile_words_is_one_page_of_words(notebook: Notebook) -> None:
    for _, _, made in [*pages_of(notebook)][1::5]:
        with pytest.raises(GuideError, match=r"This page also holds: [^\u2000-\u206f\ufe00-\ufe0f]+$"):
            pdf.data(made, DAYS[0])
        known = latin(made)
        data = pdf.data(known, DAYS[0])
        (shown,) = PdfReader(io.BytesIO(data)).pages
        assert "/Annots" not in shown
        assert not re.search(rb"/(?:JavaScript|JS|Launch|URI|EmbeddedFile|AA)\b", data)
        words = readers.squeezed(shown.extract_text())
        readers.calm(words)
        for line in lines_of(known):
            assert readers.squeezed(line) in words


def latin(made: Page) -> Page:
    """The same page without the letters that the PDF's fonts have not."""

    def lines(said: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(re.sub(f"[{ASIDE}]", "y", line) for line in said)

    sections = tuple(one._replace(lines=lines(one.lines)) for one in made.sections)
    return Page(made.title, lines(made.head), sections, lines(made.notes))
