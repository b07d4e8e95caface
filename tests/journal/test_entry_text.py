"""One entry as Markdown: whatever a person or a pack wrote, it reads as it stands and makes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide.clean import clean
from guide.journal import entry_text
from guide.journal.look import Entry, Line, Wording

READERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": True, "html": True}))
HOSTILE = (
    "# a heading", "- item", "+ item", "1. one", "12) twelve", "> quoted", "    code", "\tcode", "```\nfence\n```", "~~~",
    "<script>alert(1)</script>", "<!-- gone", "&lt;b&gt; &amp;", "[text](http://a.example)", "![x](y)", "[a]: http://b",
    "*a* _b_ **c** __d__ ~~e~~", "`code`", "a\n===", "a\n---", "***", "| a | b |\n| - | - |\n| 1 | 2 |", "\\*a\\*",
    "http://a.example and www.b.example and me@c.example", "a  \nb", "a\\\nb", "=1+1", "\x1b]52;c;aGk=\x07\u202eabc",
    "line\u2028other", "- [ ] task", ": definition", "\\", "a\\", "[^1]: note", "$x$", "https://", "1986\\. A year",
    "x.com and //localhost/y", "see y.org/z, пример.рф and ☃.net", "wwww.x.com", "...and so on, e.g. this",
)  # fmt: skip


def shown(reader: MarkdownIt, text: str) -> tuple[set[str], str]:
    """Which blocks and marks a text makes, and what a reader sees of it."""
    kinds, words = set(), []
    for token in reader.parse(text):
        for one in token.children or [token]:
            kinds.add(one.type)
            words.append("\n" if one.type in ("softbreak", "hardbreak", "paragraph_close") else one.content)
    return kinds, "".join(words)


def squeezed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def reads_as_it_stands(text: str) -> None:
    expected = squeezed(clean(text))
    for reader in READERS:
        kinds, words = shown(reader, entry_text.escape(text))
        assert kinds <= {
            "paragraph_open",
            "paragraph_close",
            "text",
            "softbreak",
            "text_special",
            "inline",
        }, text
        assert squeezed(words) == expected, text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_read_as_they_stand(text: str) -> None:
    reads_as_it_stands(text)


SIGNS = st.lists(
    st.sampled_from([*"\\`*_{}[]<>#|~&!$^-+=.:)(@/'\" \n\t0123ab", "http://", "www.", ".com", "//", "1. ", "&amp;", "<b>", "```"]), max_size=40
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(SIGNS)
def test_any_signs_read_as_they_stand(text: str) -> None:
    reads_as_it_stands(text)


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp")) | st.sampled_from([" ", "\n"])
    )
)
def test_any_words_read_as_they_stand(text: str) -> None:
    reads_as_it_stands(text)


def test_the_whole_entry_is_headings_quotations_and_nothing_of_the_texts_own() -> None:
    for text in HOSTILE:
        old = Wording([text], "2026-11-02", "", "2026-11-03", text)
        line = Line("step", text, [text, "two"], "given", [old], True, changed="2026-11-03", trouble=text)
        entry = Entry(
            "id", "a/b", text, "2026-11-02", "", "", "stopped", [line, line], origin=f"From “{text}”"
        )
        for reader in READERS:
            tokens = reader.parse("\n".join(entry_text.markdown(entry)))
            headings = [one.tag for one in tokens if one.type == "heading_open"]
            assert headings == ["h1", "h2", "h2"], text
            blocks = {one.type.split("_")[0] for one in tokens}
            assert blocks <= {"heading", "paragraph", "blockquote", "inline"}, text
            inside = {one.type for token in tokens for one in token.children or []}
            assert inside <= {"text", "softbreak", "hardbreak", "em_open", "em_close", "text_special"}, text


def test_each_line_of_an_answer_stays_a_line() -> None:
    line = Line("step", "Asked", ["one\n\ntwo", "three"], "given", [], False)
    entry = Entry("id", "a/b", "Title", "2026-11-02", "", "2026-11-02T10:00:00Z", "finished", [line])
    assert entry_text.markdown(entry) == [
        "# Title, 2026-11-02", "", "*In the words as they were asked then. Done to the end.*",
        "", "## Asked", "", "> one  ", ">", "> two  ", "> three  ",
    ]  # fmt: skip


def test_a_file_is_written_for_its_owner_only_and_never_over_another(tmp_path: Path) -> None:
    from guide.errors import GuideError
    from guide.journal import files

    file = tmp_path / "entry.md"
    files.save(str(file), ["# one"])
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(GuideError):
        files.save(str(file), ["# two"])
    assert file.read_text("utf-8") == "# one\n"
