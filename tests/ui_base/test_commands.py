"""The one table of commands, and keymaps that people write."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input, TextArea

from guide.ui import commands, key_names, keymap


def test_ids_and_keys_are_unique() -> None:
    ids = [command.id for command in commands.COMMANDS]
    assert len(ids) == len(set(ids))
    for where in {command.where for command in commands.COMMANDS} - {commands.EVERYWHERE}:
        seen: dict[str, str] = {}
        for command in (*commands.of(commands.EVERYWHERE), *commands.of(where)):
            for key in command.keys.split(","):
                assert key_names.known(key), key
                assert seen.setdefault(key, command.id) == command.id or command.id == "exercise.pause"


def test_field_letters_are_those_of_textual() -> None:
    """The list of letters a field needs is checked against the pinned Textual."""
    taken = {
        key.strip()
        for widget in (Input, TextArea)
        for binding in widget.BINDINGS
        for key in binding.key.split(",")  # type: ignore[union-attr]
    }
    letters = {key[5:] for key in taken if key.startswith("ctrl+") and len(key) == 6}
    assert letters == set(key_names._FIELD_LETTERS)


def test_every_exercise_command_works_while_typing() -> None:
    for command in commands.of("exercise"):
        assert any(key_names.free_while_typing(key) or key == "escape" for key in command.keys.split(","))


def test_bindings_have_ids_and_actions() -> None:
    for command in commands.COMMANDS:
        assert command.id in {binding.id for binding in commands.bindings(command.where)}
        assert command.action.isidentifier()
    priority = {binding.id for binding in commands.bindings(commands.EVERYWHERE) if binding.priority}
    assert priority == {"help", "help-now", "hide", "command-palette", "quit"}
    assert not any(binding.priority for binding in commands.bindings("exercise"))


def test_no_textual_for_the_list_of_keys() -> None:
    code = "import sys; from guide.ui import commands; commands.as_text(); print('textual' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_as_text() -> None:
    rows = commands.as_text({"home.log": "f11"})
    assert rows[0] == ("", "Everywhere")
    assert ("F1, ctrl+o", "Help: Help for where you are, and why this is asked.") in rows
    assert any(keys == "F11" and text.startswith("Log:") for keys, text in rows)


def test_refusals_say_what_and_what_stays() -> None:
    wish = {"help": "h", "help-now": "ctrl+a", "hepl": "f3", "hide": "f2", "quit": "", "home.week": "?"}
    safe = keymap.safe_keymap(wish)
    assert safe.keymap == {"home.week": "question_mark"}
    assert safe.refused == [
        "help: h is needed while typing. It keeps F1 and ctrl+o.",
        "help-now: ctrl+a is needed while typing. It keeps F2 and ctrl+g.",
        "There is no command hepl. Did you mean help?",
        "quit: there is no key. It keeps ctrl+q.",
        "hide: F2 already belongs to help-now. It keeps F8 and ctrl+l.",
    ]


def test_two_may_swap() -> None:
    safe = keymap.safe_keymap({"home.log": "w", "home.week": "l"})
    assert safe.keymap == {"home.log": "w", "home.week": "l"} and not safe.refused


KEYS = st.sampled_from(
    ["f1", "f2", "F12", "ctrl+o", "ctrl+g", "ctrl+a", "a", "?", "escape", "enter", "", "ctrl+"]
)


@given(
    st.dictionaries(
        st.one_of(st.sampled_from([command.id for command in commands.COMMANDS]), st.text(max_size=5)),
        st.lists(KEYS, max_size=3).map(",".join),
    )
)
def test_help_is_never_without_a_key(wish: dict[str, str]) -> None:
    """Whatever is wished for: the pairs keep keys that fields leave free, and nobody else has them."""
    safe = keymap.safe_keymap(wish)
    now = {
        command.id: set(safe.keymap.get(command.id, command.keys).split(",")) for command in commands.COMMANDS
    }
    for name in commands.NEVER_WITHOUT:
        assert now[name] and all(key_names.free_while_typing(key) for key in now[name])
        for other, keys in now.items():
            assert other == name or not keys & now[name]
    assert len(safe.refused) == len(wish) - len(safe.keymap)
