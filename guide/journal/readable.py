"""Everything as one Markdown text that a person reads: entries by day, as they were asked and answered."""

from __future__ import annotations

from typing import IO

from guide.errors import GuideError
from guide.journal import entry_text, look
from guide.journal.library import Library
from guide.journal.origin import of_pack
from guide.store import entries, whole
from guide.store.database import Store
from guide.store.transfer import Progress
from guide.words import taking as words


def write(store: Store, library: Library, file: IO[bytes], *, day: str, progress: Progress) -> int:
    """Write every entry that is not in the trash, the oldest first, unfinished ones last; how many."""

    def put(*lines: str) -> None:
        file.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))

    total, number, under = whole.count(store) or 1, 0, ""
    put(f"# {words.TEXT_TITLE}", "", f"*{words.TEXT_HEAD.format(day=day)}*")
    for number, record in enumerate(whole.each_entry(store), 1):
        try:
            typed = entries.held(store, record.id)
        except GuideError:
            store.set_aside(f"what was being typed in entry {record.id[:8]}")
            typed = {}
        found = look.read(record, typed)
        found = found._replace(origin=of_pack(library, record.exercise))
        heading = found.day if found.how else words.TEXT_UNFINISHED
        if heading != under:
            under = heading
            put("", f"## {heading}")
        put("", *entry_text.markdown(found, level=3))
        progress(number / total)
    if not number:
        put("", words.TEXT_EMPTY)
    progress(1.0)
    return number
