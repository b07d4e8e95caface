"""A commented pack to begin with: it passes the check and can be played at once.

The files of `template/` are a whole pack of their own, so that the tests hold it to everything; only its id is
put in anew.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from guide.errors import GuideError
from guide.packs import schema
from guide.places import shown
from guide.steps.fields import ID_MAX, Ident
from guide.steps.problems import Problems
from guide.words import new_pack as words

TEMPLATE: Final = Path(__file__).with_name("template")
FILES: Final = ("pack.yaml", "small-walk.yaml")
BUILT_IN: Final = ("core",)
_SPELLED: Final = str.maketrans(
    {sign: base + "e" for sign, base in zip("äöüæøœ", "aouaoo", strict=True)} | {"ß": "ss", "å": "aa"}
)
"""Letters that are spelled with two where there are none like them."""
_ID_LINE: Final = re.compile(r"^id: \S+", re.MULTILINE)


def check_id(pack_id: str) -> None:
    """Raise GuideError, with the rule, when no pack may have this id."""
    from guide.packs.references.pack import check_pack

    problems = Problems()
    Ident().read(pack_id, (), problems)
    if problems.found:
        raise GuideError(words.ID_RULE.format(most=ID_MAX), words.ID_REMEDY.format(id=_near(pack_id)), code=2)
    check_pack({"id": pack_id}, problems, built_in=False)
    # An id of the program's own is a warning for a pack that is there, and no way to begin one.
    reserved = next((one.message for one in problems.found if one.path == ("id",)), "")
    if reserved:
        raise GuideError(reserved, words.ID_REMEDY.format(id=f"my-{pack_id}"), code=2)


def _near(wanted: str) -> str:
    """An id that is as near to the words as an id can be: letters with marks lose them."""
    from unicodedata import combining, normalize

    spelled = normalize("NFKD", wanted.lower()[:ID_MAX].translate(_SPELLED))
    plain = "".join(sign for sign in spelled if not combining(sign))
    made = "-".join(re.findall(r"[a-z0-9]+", plain)).lstrip("0123456789-")[:ID_MAX].rstrip("-") or "my-pack"
    return f"my-{made}"[:ID_MAX] if made in BUILT_IN else made


def write(pack_id: str, folder: Path) -> list[str]:
    """Write the pack into a folder that is new or empty; the names of its files.

    Nothing is ever written over. Raises GuideError when the folder holds something or cannot be written to;
    what was written until then is taken away again.
    """
    texts = {name: (TEMPLATE / name).read_text(encoding="utf-8") for name in FILES}
    texts["pack.yaml"] = _ID_LINE.sub(f"id: {pack_id}", texts["pack.yaml"], count=1)
    texts[schema.FILE] = schema.text()
    made: list[Path] = []
    try:
        _ready(folder, pack_id)
        for name, text in texts.items():
            with open(folder / name, "x", encoding="utf-8", newline="\n") as file:
                made.append(folder / name)
                file.write(text)
    except (OSError, ValueError) as error:
        for path in made:
            with suppress(OSError):
                path.unlink()
        if isinstance(error, FileExistsError):
            raise _occupied(folder, pack_id) from None
        message = words.NOT_WRITTEN.format(folder=shown(folder))
        raise GuideError(message, words.NOT_WRITTEN_REMEDY) from None
    return list(texts)


def _ready(folder: Path, pack_id: str) -> None:
    """Make the folder, or see that it is empty."""
    if not folder.is_dir():
        folder.mkdir(parents=True)  # FileExistsError when a file or a link to nowhere has the name
    elif any(os.scandir(folder)):
        raise _occupied(folder, pack_id)


def _occupied(folder: Path, pack_id: str) -> GuideError:
    message = words.FOLDER_THERE if folder.is_dir() else words.FILE_THERE
    return GuideError(message.format(folder=shown(folder)), words.FOLDER_REMEDY.format(id=pack_id))
