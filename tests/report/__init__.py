"""The page written out: text, Markdown, HTML, PDF."""
