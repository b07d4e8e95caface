"""Help now as plain lines: needs no store, no pack, no network, and survives a home that cannot be read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guide.clean import clean
from guide.words import help_now as words

TYPE_CHECKING = False  # this page opens at once, also on its own: importing typing costs milliseconds
if TYPE_CHECKING:
    from collections.abc import Sequence

    from guide.places import Places

    Own = Places | str | None  # where the copy of the support plan lies, or the plan itself

LINES_FILE = "helplines.tsv"
ANYWHERE = (
    "ZZ"  # ISO 3166 leaves it to its users: "anywhere else" has no code that a settings file could hold
)
REST = "---"  # the line of the person's own page between their people and the rest of their plan
OWN_MOST = 4000  # characters of each of the two that are shown
LINE_MOST = 300  # characters of one line
_BYTES_MOST = 1 << 16
_SHORT = 40  # characters up to which a damaged page floods nothing and is shown all the same
_STRANGE_MOST = 10  # one sign in so many may be damaged; with more of them it is no page that could help


def own_people(own: Own) -> list[str]:
    """The person's own contacts, one a line; none when there is no page that can be read."""
    return _within([line.strip() for line in _own_page(own)[0]])


def own_plan(own: Own) -> list[str]:
    """The rest of the person's support plan: titles, and items two spaces in."""
    return _within(_own_page(own)[1])


def own_trouble(own: Own) -> str:
    """A sentence when there is a page of the person's own that cannot be read, else an empty text."""
    return words.OWN_UNREADABLE if not isinstance(own, str) and _copy(own) is None else ""


def _own_page(own: Own) -> tuple[list[str], list[str]]:
    """Both parts of the copy that `support_plan` writes. A file that came from elsewhere is all contacts."""
    lines = clean(own if isinstance(own, str) else _copy(own) or "").split("\n")
    cut = lines.index(REST) if REST in lines else len(lines)
    return _squeezed(lines[:cut]), _squeezed(lines[cut + 1 :])


def _copy(places: Places | None) -> str | None:
    """The text of the copy, empty where there is none; None when it cannot be read, or is no text."""
    try:
        if places is None or not places.support_path.exists():
            return ""
        with places.support_path.open("rb") as file:
            text = file.read(_BYTES_MOST).decode("utf-8", "replace")
    except (OSError, ValueError):
        return None
    strange = sum(one == "\ufffd" or (one < " " and one not in "\n\r\t\x1b") for one in text)
    return text if len(text) < _SHORT or strange * _STRANGE_MOST <= len(text) else None


def _squeezed(lines: list[str]) -> list[str]:
    found = [
        ("  " if line.startswith("  ") else "") + " ".join(line.split()) for line in lines if line.strip()
    ]
    return [line if len(line) <= LINE_MOST else line[: LINE_MOST - 1] + "…" for line in found]


def _within(lines: list[str]) -> list[str]:
    """As many lines as fit into what is shown."""
    room = OWN_MOST
    for place, line in enumerate(lines):
        room -= len(line)
        if room < 0:
            return lines[:place]
    return lines


@cache
def helplines() -> tuple[str, dict[str, tuple[str, list[tuple[str, str]]]], frozenset[str]]:
    """The data file: (day it was checked, code -> (country, its lines), codes of the European Union).

    A file with one bad line is not trusted at all, for a wrong number costs more than a short list: ("", {}, none).
    """
    try:
        text = Path(words.__file__).with_name(LINES_FILE).read_bytes().decode("utf-8")
        day, members, found = "", "", dict[str, tuple[str, list[tuple[str, str]]]]()
        for row in text.splitlines():
            if row.startswith("#"):
                continue
            code, *cells = row.split("\t")
            if code == "checked":
                (day,) = cells
            elif code == "members":
                (members,) = cells
            else:
                name, who, how = cells
                if not (code and name and who and how and row.replace("\t", "").isprintable()):
                    raise ValueError
                found.setdefault(code, (name, []))[1].append((who, how))
        if not found or not members or not (len(day) == 10 and (day[:4] + day[5:7] + day[8:]).isdecimal()):
            raise ValueError
    except (OSError, ValueError, TypeError):
        return "", {}, frozenset()
    return day, found, frozenset(members.split())


def country_lines(country: str) -> tuple[str, list[tuple[str, str]]]:
    """(name of the country, its lines), ending with the directory. An unknown code is anywhere else."""
    _, known, members = helplines()
    code = "EU" if country in members and country not in known else country
    name, lines = known.get(code, (words.ANYWHERE_NAME, [words.ANYWHERE]))
    return name, [*lines, words.DIRECTORY]


def lines_title(name: str) -> str:
    """What stands above the lines of this country."""
    return words.LINES_ANYWHERE if name == words.ANYWHERE_NAME else words.LINES_TITLE.format(country=name)


def country_named(text: str) -> str | None:
    """The code that a person means by a code or a name; ANYWHERE for anywhere else, None for what is not known."""
    wanted = " ".join(text.split()).casefold()
    _, known, members = helplines()
    codes = {code.casefold(): code for code in (*known, *members)}
    names = {name.casefold(): code for code, (name, _) in known.items()}
    aliases = {"uk": "GB", "usa": "US", words.ANYWHERE_NAME: ANYWHERE, "none": ANYWHERE}
    return next((found[wanted] for found in (codes, names, aliases) if wanted in found), None)


def countries() -> dict[str, str]:
    """Code -> name, for choosing; the empty code is anywhere else, and stands last."""
    return {code: name for code, (name, _) in helplines()[1].items()} | {"": words.ANYWHERE_NAME}


def is_old(today: str) -> bool:
    """Whether the list was last checked more than twelve months before `today` (ISO), or cannot be read."""
    day = helplines()[0]
    months = (int(today[:4]) - int(day[:4])) * 12 + int(today[5:7]) - int(day[5:7]) if day else 0
    late = months == words.OLD_AFTER_MONTHS and today[8:10] > day[8:10]
    return not day or months > words.OLD_AFTER_MONTHS or late


def checked(today: str) -> str:
    """When the list was written, and what to do when that is more than twelve months ago. `today` is ISO."""
    day = helplines()[0]
    if not day:
        return words.UNREADABLE_LINE
    return (words.OLD_LINE if is_old(today) else words.CHECKED_LINE).format(date=day)


def first_weeks() -> list[tuple[str, list[str]]]:
    """The first-weeks card as (sentence, points beneath it)."""
    return [
        (words.FIRST_WEEKS_SAME_DAY, list(words.FIRST_WEEKS_SIGNS)),
        (words.FIRST_WEEKS_EXTRA, []),
        (words.FIRST_WEEKS_EMERGENCY, list(words.FIRST_WEEKS_EMERGENCY_SIGNS)),
        (words.FIRST_WEEKS_PREGNANT, []),
        (words.FIRST_WEEKS_FROM, list(words.FIRST_WEEKS_SOURCES)),
    ]


def page(own: Own, country: str, today: str, *, head: Sequence[str] = words.HEAD) -> list[str]:
    """The whole page as lines: own people first, lines to call, the own plan, the first weeks after a change.

    `head` is what stands above it all; `kept.help_head` knows what is true of a notebook.
    """
    name, lines = country_lines(country)
    people = own_people(own)
    result = [words.TITLE, "", *head, ""]
    result += [words.OWN_FIRST, *(f"  {line}" for line in people), ""] if people else []
    trouble = own_trouble(own)
    result += [trouble, ""] if trouble else []
    result.append(lines_title(name))
    result += [f"  {who}: {how}" for who, how in lines]
    result += ["", words.MEANWHILE, "", checked(today), ""]
    plan = own_plan(own)
    result += [words.OWN_PLAN, *(f"  {line}" for line in plan), ""] if plan else []
    result.append(words.FIRST_WEEKS_TITLE)
    for sentence, points in first_weeks():
        result += [sentence, *(f"  - {point}" for point in points)]
    return result


def every_country() -> list[str]:
    """The lines of all other countries we list, for somebody whose country is not known."""
    result = []
    for name, lines in helplines()[1].values():
        result.append(f"{name}: " + "; ".join(f"{who}, {how}" for who, how in lines))
    return result
