"""The settings file as people write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide import places as places_
from guide import settings


@pytest.mark.parametrize(
    "line", ["country: gb", "COUNTRY: GB", "country : GB", "  country: 'uk'", "Country:UK # mine"]
)
def test_a_country_is_read_as_it_is_meant(home: Path, line: str) -> None:
    found = places_.find(str(home), {})
    home.mkdir()
    found.settings_path.write_text(f"# mine\n{line}\n")
    assert settings.country(found, {}) == "GB" and settings.unused(found) == []
    settings.keep(found, "country", "ie")
    assert settings.country(found, {}) == "IE"
    assert found.settings_path.read_text() == '# mine\ncountry: "IE"\n', "the other way of writing it is gone"


def test_a_language_and_a_theme_are_read_as_they_are_meant(home: Path) -> None:
    found = places_.find(str(home), {})
    home.mkdir()
    found.settings_path.write_text("language: en_us\nTheme: Dark\n")
    assert settings.load(found) == {"language": "en-US", "theme": "dark"}
