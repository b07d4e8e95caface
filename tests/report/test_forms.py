"""The page in its four forms: nothing in a person's or a pack's words becomes more than words, and it is one page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.insight.summary import Page, Section
from guide.report import html, markdown, pdf, text
from guide.words import summary as words

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)> ' onmouseover='x",
    "&lt;b&gt; &#x3c;i&#x3e; &amp;",
    "[click](javascript:alert(1)) ![x](http://a.example/b.png)",
    "https://a.example/x www.a.example a@b.example <http://a.example>",
    "x.com, see y.org/z, //localhost and пример.рф",
    "# heading",
    "1. one",
    "- item\n\n## another\n\n---",
    "`code` ``` **bold** _it_ ~~gone~~ | a | b | $x$ \\",
    "\x1b]52;c;aGVsbG8=\x07\x1b[31mred\x9b0m",
    "\u202egnp.exe\u202c\u200b\ufeff\u2066x\u2069",
    "{nb} {style} %s {0} {words}",
    "a" * 600,
    "",
    "   ",
)
PAGE = Page(HOSTILE[0], HOSTILE, tuple(Section("costs", one, HOSTILE) for one in HOSTILE[:4]), HOSTILE[4:])
ORDINARY = Page(
    "Notes for a visit",
    ("Notes I kept, not an assessment.",),
    (
        Section("say", "I want to say", ("“Ich fühle nichts. Δεν νιώθω τίποτα. Я ничего не чувствую. Žluť, ąęł, Ægir”",)),
        Section("costs", "It costs me", ("evenings; 3 of 4 … café — naïve", "−5 → 3, 10 €")),
    ),
    ("Made on 23 Nov 2026.",),
)  # fmt: skip
DAY = "2026-11-23"


class Seen(HTMLParser):
    """Every tag and attribute, as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def seen(page: Page) -> Seen:
    found = Seen()
    found.feed(html.text(page))
    return found


def test_hostile_words_stay_words_in_html() -> None:
    found = seen(PAGE)
    ours = seen(ORDINARY)
    assert found.tags == ours.tags and found.attributes == ours.attributes
    assert "script" not in found.tags and "img" not in found.tags
    assert "<script>alert(1)</script>" in " ".join(found.words), "they are there, as words"
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u200b\u2066\ufeff]", html.text(PAGE))


def test_the_html_stands_by_itself_and_may_run_and_load_nothing() -> None:
    made = html.text(ORDINARY)
    assert "default-src 'none'" in made and "base-uri 'none'" in made
    assert not re.search(r"(?:src|href|url|@import|http-equiv=.refresh)\s*[=(]", made, re.IGNORECASE)
    assert "https://" not in made and "http://" not in made


def test_hostile_words_stay_words_in_markdown() -> None:
    from markdown_it import MarkdownIt

    made = "\n".join(markdown.lines(PAGE))
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    tokens = [inner for one in reader.parse(made) for inner in (one, *(one.children or ()))]
    kinds = {one.type for one in tokens}
    allowed = {"inline", "text", "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "text_special"}  # fmt: skip
    assert kinds <= allowed, kinds - allowed
    headings = [one for one in tokens if one.type == "heading_open"]
    assert len(headings) == 1 + 4
    shown = " ".join(one.content for one in tokens if one.type in ("text", "text_special"))
    assert "<script>alert(1)</script>" in shown and "**bold**" in shown


def test_hostile_words_stay_on_their_line_in_text() -> None:
    rows = text.lines(PAGE)
    assert all(row.isprintable() for row in rows)
    assert not any("\n" in row for row in rows)


def words_of(data: bytes) -> str:
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def pages_of(data: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)


def test_a_pdf_holds_its_words_so_that_they_can_be_selected() -> None:
    data = pdf.data(ORDINARY, DAY)
    said = words_of(data)
    for one in ORDINARY.sections:
        for line in one.lines:
            assert line in said
    assert pages_of(data) == 1


def test_every_letter_of_a_pdf_is_embedded() -> None:
    from pypdf import PdfReader

    (page,) = PdfReader(io.BytesIO(pdf.data(ORDINARY, DAY))).pages
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font.get_object()


def test_hostile_words_do_nothing_in_a_pdf_and_it_is_one_page() -> None:
    from pypdf import PdfReader

    lines = tuple(one.replace("a" * 600, "a" * 60) for one in HOSTILE)
    page = Page(lines[0], lines[:6], (Section("costs", lines[1], lines),), lines[6:])
    data = pdf.data(page, DAY)
    assert pages_of(data) == 1
    assert "{nb}" in words_of(data) and "<script>alert(1)</script>" in words_of(data)
    (shown,) = PdfReader(io.BytesIO(data)).pages
    assert "/Annots" not in shown, "no link comes of it"
    raw = data.decode("latin-1")
    assert not re.search(r"/(?:JavaScript|JS|Launch|URI|EmbeddedFile)\b", raw)


@pytest.mark.parametrize("letters", ["静か", "שלום", "مرحبا", "🙂", "नमस्ते"])
def test_other_letters_are_said_and_html_keeps_them(letters: str) -> None:
    page = ORDINARY._replace(notes=(f"x {letters}",))
    with pytest.raises(GuideError) as caught:
        pdf.data(page, DAY)
    assert letters[0] in caught.value.message and "HTML" in caught.value.remedy
    assert letters in " ".join(seen(page).words)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("e\ufe0fvenings", "evenings"), ("no \U000e0100 more", "no  more"), ("me\u200dwe", "mewe")],
)
def test_what_only_chooses_how_a_letter_looks_is_no_other_letter(typed: str, shown: str) -> None:
    data = pdf.data(ORDINARY._replace(notes=(f"x {typed}",)), DAY)
    assert " ".join(shown.split()) in words_of(data)


@pytest.mark.parametrize(("letter", "named"), [("❤\ufe0f", "❤"), ("\u3164", "U+3164"), ("\ue123", "U+E123")])
def test_what_cannot_be_seen_is_named_by_its_number(letter: str, named: str) -> None:
    with pytest.raises(GuideError) as caught:
        pdf.data(ORDINARY._replace(notes=(f"x {letter}",)), DAY)
    assert caught.value.message.endswith(f": {named}")


def test_without_the_extra_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    with pytest.raises(GuideError) as caught:
        pdf.data(ORDINARY, DAY)
    assert (caught.value.message, caught.value.remedy) == (words.NO_PDF, words.NO_PDF_REMEDY)


def test_the_program_reads_no_pdf_library_until_one_is_asked_for() -> None:
    code = "import sys, guide.report.pdf, guide.journal.page_file; print('fpdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), "")  # fmt: skip


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")
@pytest.mark.parametrize("page", [ORDINARY, PAGE], ids=["ordinary", "hostile"])
def test_a_browser_prints_the_html_on_one_page(page: Page, tmp_path: Path) -> None:
    if page is PAGE:  # sixteen hostile lines in each place are more than a page ever holds
        page = Page(HOSTILE[0], HOSTILE[:6], (Section("costs", HOSTILE[1], HOSTILE),), HOSTILE[6:])
    file, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    file.write_text(html.text(page), encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile",
               "--no-pdf-header-footer", f"--print-to-pdf={printed}", file.as_uri()]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert printed.exists(), done.stderr
    assert pages_of(printed.read_bytes()) == 1
    said = words_of(printed.read_bytes())
    assert "Made on 23 Nov 2026." in said if page is ORDINARY else "<script>alert(1)</script>" in said
