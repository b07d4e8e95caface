"""The pages that can be asked for anywhere: help now, support, why this is asked, and the end of an exercise."""

from __future__ import annotations

from guide import settings
from guide.errors import GuideError
from guide.journal import help_page, support_plan
from guide.journal.journal import Journal
from guide.journal.kept import help_head
from guide.journal.library import Exercise
from guide.plain.console import Console
from guide.plain.turn import COUNTRY
from guide.steps.base import Step
from guide.words import help_now, stepping, support
from guide.words import plain as words
from guide.words import why as why_words


def help_key(text: str) -> str:
    """A text of the program with `{help_key}` filled in for line mode."""
    if text.startswith("{help_key}") or ". {help_key}" in text:
        text = text.replace("{help_key}", words.HELP_WORD_FIRST)
    return text.replace("{help_key}", words.HELP_WORD)


def help_now_page(talk: Console, journal: Journal, word: str = "help") -> None:
    """People to call. The own plan and the first-weeks card stand behind a word of their own each, so that no number
    scrolls away. `help country` and a country keeps that first."""
    talk.blank()
    country = settings.country(journal.places)
    if word.startswith(COUNTRY):
        found = help_page.country_named(word.removeprefix(COUNTRY))
        if found is None:
            talk.say(words.HELP_COUNTRY_NONE)
        else:
            country = found
            talk.say(_kept_country(journal, found))
        word = "help" if found is not None else "help countries"
        talk.blank()
    lines = help_page.every_country() if word == "help countries" else _help_lines(journal, word, country)
    if word == "help countries":
        lines += [words.HELP_COUNTRY]
    for line in lines:
        talk.say(line.strip(), first=" " * (len(line) - len(line.lstrip())))
    talk.blank()


def _help_lines(journal: Journal, word: str, country: str) -> list[str]:
    own, head = support_plan.page(journal), help_head(journal.store, made_up=journal.made_up)
    page = help_page.page(own, country, journal.clock().day, head=head)
    weeks = page.index(help_now.FIRST_WEEKS_TITLE)
    plan = page.index(help_now.OWN_PLAN) if help_now.OWN_PLAN in page else weeks
    behind = [words.HELP_PLAN] if plan < weeks else []
    if word == "help weeks":
        return page[weeks:]
    if word == "help plan" and behind:
        return page[plan:weeks]
    others = [words.HELP_COUNTRIES] if country else ["", *help_page.every_country(), words.HELP_COUNTRY]
    return [*page[:plan], *behind, words.HELP_WEEKS, *others]


def _kept_country(journal: Journal, code: str) -> str:
    """Keep the country; what to say about it."""
    try:
        settings.keep(journal.places, "country", code)
    except GuideError:
        return words.HELP_COUNTRY_NOW
    name = next((name for known, name in help_page.countries().items() if known == code), "")
    name = name or (help_now.ANYWHERE_NAME if code == help_page.ANYWHERE else code)
    return words.HELP_COUNTRY_KEPT.format(country=name)


def support_page(talk: Console, journal: Journal, *, older: bool = False) -> None:
    """Someone beside you: not help now (care rule 12). `older` puts the words for old hurt first."""
    talk.blank()
    talk.say(support.TITLE)
    for text in ([support.OLDER] if older else []) + [support.HEAD, help_key(support.NOT_CRISIS)]:
        talk.say(text)
    page = support_plan.page(journal)
    own = help_page.own_people(page)
    if trouble := help_page.own_trouble(page):
        talk.say(trouble)
    for title, lines in ((help_now.OWN_FIRST, own), (help_now.OWN_PLAN, help_page.own_plan(page))):
        for line in [title, *(f"  {one}" for one in lines)] if lines else []:
            talk.say(line.strip(), first=" " * (len(line) - len(line.lstrip())))
    maker = "" if own else support_plan.maker(journal.library)
    if maker:
        talk.say(support.NONE_YET.format(exercise=maker))
    rows = [
        (support.OWN, support.OWN_HINT),
        (support.PRESCRIBER, support.PRESCRIBER_HINT),
        (support.PHARMACIST, support.PHARMACIST_HINT),
        (support.BREAK, support.BREAK_HINT),
    ]
    for name, hint in rows:
        talk.say(f"{name}: {hint}", first="  ")
    talk.say(support.OPENING_TITLE)
    for text in support.OPENINGS:
        talk.say(text, first="  ")
    talk.say(support.MEDICINE)
    talk.blank()


def aside(talk: Console, journal: Journal, word: str) -> None:
    """Help in place where no step is asked; `?` says how the program works."""
    if word == "?":
        talk.say(words.HOME_HOW)
    else:
        help_now_page(talk, journal, word)


def why(talk: Console, journal: Journal, exercise: Exercise, step: Step | None) -> None:
    """Why this is asked, and how sure that is: the step's help, the reason, and each source with its limits."""
    from guide.journal.why import why as page

    found = page(journal.library, exercise, step)
    talk.blank()
    if found.help:
        talk.say(" ".join(found.help.split()))
        talk.blank()
    talk.say(why_words.HEAD)
    for line in found.lines:
        talk.say(line)
    for source in found.sources:
        talk.blank()
        if source.says:
            talk.say(source.says)
        if source.limits:
            talk.say(why_words.LIMITS.format(words=source.limits))
        talk.say(why_words.CITED.format(cite=source.cite), first="  ")
    talk.blank()


def offered(journal: Journal, pack: str, offers: list[str]) -> list[tuple[str, str]]:
    """(name, title) of what a text step offers; what does not exist here is left out."""
    from guide.journal import offers as offers_

    found = []
    for name in offers:
        ours = {"summary": stepping.OFFER_SUMMARY, "support": support.TITLE, "help-now": help_now.TITLE}
        title = ours.get(name) or offers_.title_of(journal, pack, name)
        if title:
            found.append((name, title))
    return found
