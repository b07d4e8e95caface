"""Declared fields: one declaration checks an author's file, normalises it, and describes it to editors.

A field reads a raw value (text, list or dict: the YAML reader gives no other types) and either returns the
normalised value or reports what is wrong at its key path. Nothing here knows a file or a line: whoever
holds the located tree turns key paths into places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from guide.steps.problems import Path, Problems, did_you_mean, looks_like, shown, wrong_shape

ID_PATTERN: Final = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
IDENT: Final = re.compile(ID_PATTERN)
ID_MAX: Final = 64
_LANG = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?")
_WHOLE = re.compile(r"-?\d{1,9}")
MISSING: Final = object()
_SWITCHES: Final = ("true", "false", "yes", "no", "on", "off")
_TYPED: Final = {"number": ("1", "1.5", "-1"), "boolean": _SWITCHES}
SCALARS: Final = ("string", *_TYPED)
"""What an editor makes of a text without quotes: `version: 1.0` is a number to it, `no` may be false.

The reader here types nothing, so whatever may hold such a text takes all of these in a schema.
"""
_BRACED: Final = 'Put quotes around a text in braces: "{{{name}}}".'
TEXT: Final = "@"  # a normalised text in several languages is {"@": {"en": …, "es": …}}


class Field:
    """What one key may hold. Subclasses read a raw value and describe themselves as JSON Schema."""

    says = ""

    def __init__(self, *, required: bool = False) -> None:
        self.required = required

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        """Normalise `raw`, or report and return MISSING."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """This field as JSON Schema (draft 7), with the sentences that the YAML language server shows."""
        raise NotImplementedError

    def not_required(self) -> Field:
        """The same field where it may be left out."""
        from copy import copy

        made = copy(self)
        made.required = False
        return made


class Text(Field):
    """Words for a person: a string, or a map of languages.

    `goes_on` is for words that a person writes on from: the space at their end stays.
    """

    def __init__(self, *, required: bool = False, max_length: int = 2000, goes_on: bool = False) -> None:
        super().__init__(required=required)
        self.max_length = max_length
        self.goes_on = goes_on

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if isinstance(raw, dict) and raw:
            return self._languages(raw, path, problems)
        if not isinstance(raw, str) or not raw.strip():
            problems.add(path, wrong_shape(raw, "text, or a map of languages such as {en: …, es: …}"))
            return MISSING
        if len(raw) > self.max_length:
            problems.add(path, f"This text has {len(raw)} characters; at most {self.max_length} are allowed.")
            return MISSING
        return self._trimmed(raw)

    def _trimmed(self, words: str) -> str:
        return words.strip() + (" " if self.goes_on and words[-1].isspace() else "")

    def _languages(self, raw: Mapping[str, Any], path: Path, problems: Problems) -> Any:
        if _in_braces(raw):
            problems.add(path, _BRACED.format(name=shown(next(iter(raw)))))
            return MISSING
        texts: dict[str, str] = {}
        for language, words in raw.items():
            if not _LANG.fullmatch(language):
                problems.add(
                    (*path, language),
                    f"'{shown(language)}' is not a language code such as en or pt-BR.",
                    key=True,
                )
            elif isinstance(words, str) and words.strip() and len(words) <= self.max_length:
                texts[language] = self._trimmed(words)
            else:
                problems.add(
                    (*path, language), wrong_shape(words, f"text of at most {self.max_length} characters")
                )
        return {TEXT: texts} if texts else MISSING

    def schema(self) -> dict[str, Any]:
        one = {
            "type": [*SCALARS],
            "maxLength": self.max_length,
            "pattern": r"\S",
            "errorMessage": "This must be text.",
        }
        return {
            **one,
            "type": [*SCALARS, "object"],
            "minProperties": 1,
            "propertyNames": {
                "pattern": f"^({_LANG.pattern})$",
                "patternErrorMessage": "This is not a language code such as en or pt-BR.",
            },
            "additionalProperties": one,
            "errorMessage": "This must be text, or a map of languages such as {en: …, es: …}.",
        }


def _in_braces(raw: Mapping[str, Any]) -> bool:
    """Whether a map is a text in braces that lacks its quotes: names alone, which no languages are."""
    return not any(raw.values()) and any(not _LANG.fullmatch(name) or len(name) == 3 for name in raw)


class Ident(Field):
    """A name for something: lower-case letters, digits and single hyphens."""

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if isinstance(raw, str) and len(raw) <= ID_MAX and IDENT.fullmatch(raw):
            return raw
        problems.add(
            path,
            f"An id has lower-case letters, digits and single hyphens, at most {ID_MAX}; here is '{shown(raw)}'."
            + looks_like(raw),
        )
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["string", "boolean"],
            "pattern": f"^{ID_PATTERN}$",
            "maxLength": ID_MAX,
            "errorMessage": "An id has lower-case letters, digits and single hyphens.",
        }


class Word(Field):
    """One of a fixed set of words."""

    def __init__(self, *words: str, required: bool = False) -> None:
        super().__init__(required=required)
        self.words = words

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if isinstance(raw, str) and raw in self.words:
            return raw
        hint = (did_you_mean(raw, self.words) or looks_like(raw)) if isinstance(raw, str) else ""
        problems.add(path, f"'{shown(raw)}' is not one of: {', '.join(self.words)}.{hint}")
        return MISSING

    def schema(self) -> dict[str, Any]:
        typed = [True, False] if any(word in _SWITCHES for word in self.words) else []
        return {"enum": [*self.words, *typed]}


class Plain(Field):
    """A short text that is no prose: a version, a reference, a licence name."""

    def __init__(
        self, pattern: str = r"\S(.{0,198}\S)?", says: str = "a short text", *, required: bool = False
    ) -> None:
        super().__init__(required=required)
        self.pattern = re.compile(pattern)
        self.says = says

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if isinstance(raw, str) and len(raw) <= 200 and self.pattern.fullmatch(raw):
            return raw
        problems.add(path, wrong_shape(raw, self.says))
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["string", *(name for name in _TYPED if any(map(self.pattern.fullmatch, _TYPED[name])))],
            "pattern": f"^({self.pattern.pattern})$",
            "maxLength": 200,
            "errorMessage": f"This must be {self.says}.",
        }


class Whole(Field):
    """A whole number within bounds. Text is never guessed at: '017' or '1:30' are refused or read as they stand."""

    def __init__(self, low: int, high: int, *, required: bool = False) -> None:
        super().__init__(required=required)
        self.low, self.high = low, high

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if isinstance(raw, str) and _WHOLE.fullmatch(raw) and self.low <= int(raw) <= self.high:
            return int(raw)
        problems.add(path, wrong_shape(raw, f"a whole number from {self.low} to {self.high}"))
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["integer", "string"],
            "minimum": self.low,
            "maximum": self.high,
            "pattern": f"^{_WHOLE.pattern}$",
            "errorMessage": f"This must be a whole number from {self.low} to {self.high}.",
        }


class Flag(Field):
    """true or false, and nothing else: YAML's yes and no mean different things to different readers."""

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if raw in ("true", "false"):
            return raw == "true"
        problems.add(path, wrong_shape(raw, "true or false"))
        return MISSING

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["boolean", "string"],
            "pattern": "^(true|false)$",
            "errorMessage": "This must be true or false.",
        }
