"""The page for a prescriber as one HTML file: no script, nothing loaded from anywhere, one printed page.

The policy in its head tells a browser to run and to load nothing, should anything have got in after all. All
words are escaped; it prints on one A4 or Letter page.
"""

from __future__ import annotations

from html import escape
from typing import Final

from guide.clean import one_line
from guide.insight.summary import Page

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE: Final = """
@page { margin: 13mm 15mm; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 48rem; color: #111; background: #fff;
  font: 1rem/1.4 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
}
h1 { font-size: 1.4em; margin: 0 0 .2em; }
h2 { font-size: 1em; margin: 0; }
p { margin: 0 0 .15em; overflow-wrap: anywhere; }
section { display: grid; grid-template-columns: 8.5em 1fr; gap: 0 1em; border-top: 1px solid #bbb; padding: .35em 0; }
footer { border-top: 1px solid #bbb; padding-top: .35em; font-size: .9em; color: #333; }
@media (max-width: 34rem) { section { display: block; } }
@media print {
  body { padding: 0; max-width: none; font-size: 9pt; line-height: 1.25; }
  section { padding: .2em 0; break-inside: avoid; }
}
"""


def text(page: Page, language: str = "en") -> str:
    """The whole file."""
    head = "".join(f"<p>{safe(line)}</p>\n" for line in page.head)
    foot = "".join(f"<p>{safe(line)}</p>\n" for line in page.notes)
    sections = "".join(
        f"<section>\n<h2>{safe(one.title)}</h2>\n<div>\n"
        + "".join(f"<p>{safe(line)}</p>\n" for line in one.lines)
        + "</div>\n</section>\n"
        for one in page.sections
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{safe(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(page.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{safe(page.title)}</h1>\n{head}</header>\n"
        f"<main>\n{sections}</main>\n<footer>\n{foot}</footer>\n</body>\n</html>\n"
    )


def safe(text: str) -> str:
    """A text as it may stand anywhere in the file: cleaned, on one line, with every sign of HTML escaped."""
    return escape(one_line(text), quote=True)
