"""What becomes an item of a collection, or a marker: where it goes, what it is called, and its feed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guide.steps.base import Feed, Json, Step, World

_SLOT = re.compile(r"\{([a-z0-9-]+)\}")


def home_of(name: str, world: World, group: str = "collections") -> dict[str, Json]:
    """A declaration as it is frozen: full name, title, label, titles of fields, texts of options."""
    declared = world.declared(group, name)
    fields = declared.get("fields", {})
    options = {key: field["options"] for key, field in fields.items() if "options" in field}
    return {
        "collection": world.full_name(name),
        "title": declared.get("title", name),
        "label": declared.get("label", ""),
        "fields": {key: field.get("title", key) for key, field in fields.items()},
        **({"options": options} if options else {}),
        **({"scale": declared["scale"]} if "scale" in declared else {}),
    }


def set_home(frozen: dict[str, Json], world: World) -> None:
    """Freeze where a collecting step puts its items, or the marker a step sets."""
    if frozen.get("collect"):
        frozen["home"] = home_of(frozen["collect"], world)
    elif frozen.get("mark"):
        frozen["home"] = home_of(frozen["mark"], world, "markers")


def item_feed(
    frozen: Step, item: str, fields: Mapping[str, Json], refs: list[str], at: str, home: Step | None = None
) -> Feed:
    """One version of an item, labelled by the collection's own template."""
    home = home or frozen["home"]
    data = {
        "item": item,
        "collection": home["collection"],
        "fields": dict(fields),
        "label": label_of(home.get("label", ""), fields, home.get("options")),
        "refs": refs,
        "at": at,
        "step": frozen["id"],
    }
    return Feed("item", data)


def use_feed(frozen: Step, item: str, at: str) -> Feed:
    """That this answer picked an item or stands on it. An entry uses an item once, however often it names it."""
    return Feed("use", {"item": item, "at": at, "step": frozen["id"]})


def marker_feed(frozen: Step, when: Mapping[str, Json], fields: Mapping[str, Json], at: str) -> Feed:
    """One dated event; without fields to name it, it is called by the marker's title."""
    home = frozen["home"]
    label = label_of(home.get("label", ""), fields, home.get("options")) if fields else ""
    data = {
        "marker": home["collection"],
        "date": when["date"],
        "precision": when["precision"],
        "fields": dict(fields),
        "label": label or home["title"],
        "at": at,
        "step": frozen["id"],
    }
    return Feed("marker", data)


def field_words(value: Json, options: Mapping[str, Json] | None = None) -> str:
    """A field of an item in words: an option's text, a date, a state, words of one's own."""
    if isinstance(value, dict):
        if "precision" in value:
            from guide.steps.days import date_words

            return date_words(value)
        from guide.words.answers import STATE_WORDS

        return str(value.get("other") or STATE_WORDS.get(str(value.get("state")), ""))
    if isinstance(value, bool) or value is None:
        return ""
    text = (options or {}).get(value) if isinstance(value, str) else None
    return str(value) if text is None else str(text)


def label_of(template: str, fields: Mapping[str, Json], options: Mapping[str, Json] | None = None) -> str:
    """Fill a collection's label; a half with nothing to show is left out rather than shown empty.

    `{then} -> {now}` with no `then` reads as the `now` alone.
    """
    words = {name: field_words(value, (options or {}).get(name)).strip() for name, value in fields.items()}
    used = [name for name in _SLOT.findall(template) if words.get(name)]
    if not used:
        return next((text for text in words.values() if text), "")
    if len(used) == 1 and template.count("{") > 1:
        return words[used[0]]
    return _filled(template, words).strip()


_SHORT = re.compile(r"^(\w+)['’]\w")


def once(before: str, words: str) -> tuple[str, str]:
    """The text before a slot and the words for it, without saying a word twice where they meet, case aside.

    Who answers “Then I” with “I let it ring” means one I; of “then I” and “I'll call” the second one stays.
    """
    ends, said = before.split(), words.split()
    if not before[-1:].isspace():
        return before, words
    for n in range(min(len(ends), len(said) - 1), 0, -1):
        if [one.casefold() for one in ends[-n:]] == [one.casefold() for one in said[:n]]:
            return before, words.split(maxsplit=n)[n]
    short = _SHORT.match(words)
    if ends and short and short[1].casefold() == ends[-1].casefold():
        return before.rstrip().removesuffix(ends[-1]), words
    return before, words


_CLOSING = {"(": ")", "[": "]", "“": "”", "«": "»"}


def _filled(template: str, words: Mapping[str, str]) -> str:
    """The template with its fields; an empty one goes together with what joins it to the field before."""
    pieces = _SLOT.split(template)  # text, name, text, name, ..., text
    shown, joint = "", pieces[0]
    for name, after in zip(pieces[1::2], pieces[2::2], strict=True):
        if words.get(name):
            joint, said = once(joint, words[name])
            shown, joint = shown + joint + said, after
        elif shown:
            closing = _CLOSING.get(joint.strip()[-1:], "")
            joint = after.removeprefix(closing) if closing else after
        else:
            joint = ""  # nothing stands before it yet, so what would join it to the next goes too
    return shown + joint
