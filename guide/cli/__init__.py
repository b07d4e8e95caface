"""The command line: one file a command, imported only when it runs."""

from __future__ import annotations

from guide.errors import GuideError

COMMANDS: dict[str, tuple[str, str]] = {
    "do": ("do", "start or go on with one exercise"),
    "log": ("log", "note what is muted in four keys, or in one line"),
    "list": ("list", "the exercises by door"),
    "one": ("one", "one of your own facts, nothing asked"),
    "week": ("week", "seven plain lines, today last"),
    "review": ("review", "what you wrote, newest first"),
    "show": ("show", "one entry in the words as they were asked"),
    "edit": ("edit", "answer one question of an entry anew"),
    "delete": ("delete", "move entries to the trash, or delete everything for good"),
    "undo": ("undo", "take back the last deletion or correction"),
    "trash": ("trash", "what was deleted: bring it back, or remove it for good"),
    "items": ("items", "what was built up: your facts, sentences, plans"),
    "progress": ("progress", "the progress view as text"),
    "summary": ("summary", "one page for whoever prescribes, to print or to take along"),
    "drafts": ("drafts", "what is unfinished"),
    "export": ("export", "take everything along: .json, .md, or a folder of tables"),
    "import": ("import_", "take in what was exported, here or on another machine"),
    "backup": ("backup", "make a backup now, and list what there is"),
    "restore": ("restore", "put a backup in the place of the notebook"),
    "packs": (
        "packs",
        "packs of exercises: list, add, remove; for authors new, check, preview, walk, schema",
    ),
    "help-now": ("help_now", "people to call; works with nothing else working"),
    "where": ("where", "where everything is kept"),
    "doctor": ("doctor", "whether everything is in order, and what to do where it is not"),
    "keys": ("keys", "the keys of the full screen"),
}
"""Command -> its module in this room, and what it does."""

ALIKE = {"help": "help-now"}
"""What somebody in need may type -> the command that is meant. How it is used is what `--help` shows."""

WITH_DEMO = ("list", "one", "week", "items", "review", "progress", "summary")
"""Commands that read the made-up month under --demo. Help now and keys are the same with it."""

_WITH_VALUE = ("--home", "--pack")


def command_of(argv: list[str]) -> tuple[str, list[str]]:
    """The command named in `argv` and the rest without it; an empty name when there is none.

    Raises GuideError for a name that is no command, with the nearest one.
    """
    skip = False
    for place, word in enumerate(argv):
        if skip:
            skip = False
        elif word in _WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            word = ALIKE.get(word, word)
            if word in COMMANDS:
                return word, argv[:place] + argv[place + 1 :]
            from guide.clean import clean
            from guide.steps.problems import did_you_mean

            hint = did_you_mean(word, COMMANDS).strip()
            name = clean(word, lines=False)[:40]
            raise GuideError(
                f"There is no command '{name}'.", hint or "`unmuted --help` shows all of them.", code=2
            )
    return "", argv


def _demo_fits(name: str, rest: list[str]) -> None:
    """Raises GuideError when --demo was given to a command that would write, or read a home of its own."""
    if "--demo" not in rest or name in ("help-now", "keys"):
        return
    from guide.words import demo as words

    if name and name not in WITH_DEMO:
        others = words.GOES_WITH.format(commands=", ".join(WITH_DEMO))
        raise GuideError(words.NOT_WITH.format(command=name), others, code=2)
    if any(word.partition("=")[0] == "--home" for word in rest):
        raise GuideError(words.NO_HOME, words.NO_HOME_REMEDY, code=2)


def run(argv: list[str]) -> int:
    """Run one command and give back its exit code: 0 done, 1 something named is not there, 2 usage."""
    from guide.cli.frame import complain

    try:
        name, rest = command_of(argv)
        _demo_fits(name, rest)
        if name == "":
            from guide.cli import home

            return home.run(rest)
        from importlib import import_module

        return int(import_module(f"guide.cli.{COMMANDS[name][0]}").run(rest))
    except GuideError as error:
        return complain(error)
    except KeyboardInterrupt:
        return 130
