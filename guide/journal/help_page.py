"""Help now as plain lines: needs no store, no pack, no network, and survives a home that cannot be read."""

from __future__ import annotations

from guide.clean import clean
from guide.words import help_now as words

TYPE_CHECKING = False  # this page opens at once, also on its own: importing typing costs milliseconds
if TYPE_CHECKING:
    from guide.places import Places

OWN_MOST = 4000  # characters of the person's own page that are shown


def own_people(places: Places | None) -> list[str]:
    """The lines of the person's own support page, or none when there is no such page that can be read."""
    if places is None:
        return []
    try:
        text = places.support_path.read_bytes()[: OWN_MOST * 4].decode("utf-8", "replace")
    except OSError:
        return []
    return [line for line in clean(text)[:OWN_MOST].split("\n") if line.strip()]


def country_lines(country: str) -> tuple[str, list[tuple[str, str]]]:
    """(name of the country, its lines), ending with the directory. An unknown code is anywhere else."""
    if country in words.LINES:
        found, name = words.LINES[country], words.COUNTRY_NAMES.get(country, country)
    elif country == "EU" or country in words.EU_COUNTRIES:
        found, name = words.EU_LINES, words.COUNTRY_NAMES["EU"]
    else:
        found, name = words.ANYWHERE, words.COUNTRY_NAMES[""]
    return name, [*found, words.DIRECTORY]


def checked(today: str) -> str:
    """When the list was written, and what to do when that is more than twelve months ago. `today` is ISO."""
    months = (int(today[:4]) - int(words.CHECKED[:4])) * 12 + int(today[5:7]) - int(words.CHECKED[5:7])
    old = months > words.OLD_AFTER_MONTHS or (
        months == words.OLD_AFTER_MONTHS and today[8:10] > words.CHECKED[8:10]
    )
    return (words.OLD_LINE if old else words.CHECKED_LINE).format(date=words.CHECKED)


def first_weeks() -> list[tuple[str, list[str]]]:
    """The first-weeks card as (sentence, points beneath it)."""
    return [
        (words.FIRST_WEEKS_SAME_DAY, list(words.FIRST_WEEKS_SIGNS)),
        (words.FIRST_WEEKS_EXTRA, []),
        (words.FIRST_WEEKS_EMERGENCY, list(words.FIRST_WEEKS_EMERGENCY_SIGNS)),
        (words.FIRST_WEEKS_PREGNANT, []),
        (words.FIRST_WEEKS_FROM, list(words.FIRST_WEEKS_SOURCES)),
    ]


def page(places: Places | None, country: str, today: str, *, kept: bool = True) -> list[str]:
    """The whole page as lines: own people first, then lines to call, then the first weeks after a change.

    `kept` is false where nothing that is written is kept.
    """
    name, lines = country_lines(country)
    own = own_people(places)
    result = [words.TITLE, "", *(words.HEAD if kept else words.HEAD_PREVIEW), ""]
    result += [words.OWN_FIRST, *(f"  {line}" for line in own), ""] if own else []
    result.append(words.LINES_TITLE.format(country=name))
    result += [f"  {who}: {how}" for who, how in lines]
    result += ["", words.MEANWHILE, "", checked(today), "", words.FIRST_WEEKS_TITLE]
    for sentence, points in first_weeks():
        result += [sentence, *(f"  - {point}" for point in points)]
    return result


def every_country() -> list[str]:
    """The lines of all other countries we list, for somebody whose country is not known."""
    result = []
    for code in words.COUNTRY_NAMES:
        name, lines = country_lines(code)
        if code:
            result.append(f"{name}: " + "; ".join(f"{who}, {how}" for who, how in lines[:-1]))
    return result
