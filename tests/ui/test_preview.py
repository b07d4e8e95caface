"""The preview on the full screen: the list, an exercise that follows its file, problems above it, no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide import places
from guide.journal.preview import Preview
from guide.ui.preview import PreviewApp
from tests.journal.test_preview import PACK, write
from tests.ui.helping import HOSTILE

from .helping import text_of


def app_on(tmp_path: Path, text: str = PACK, exercise: str = "") -> PreviewApp:
    made = Preview(places.find(str(tmp_path / "home"), {}), write(tmp_path / "pack", text))
    return PreviewApp(made, exercise=exercise)


async def test_an_exercise_is_played_and_follows_the_file(tmp_path: Path) -> None:
    app = app_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Preview: Mine" in text_of(app)
        assert "Nothing is kept here." in text_of(app)
        await pilot.press("enter", "1")
        await pilot.pause()
        assert "How much" in text_of(app)
        write(tmp_path / "pack", PACK.replace("How much", "How much now"))
        app.look()
        await pilot.pause()
        assert "How much now" in text_of(app)
        await pilot.press("7")
        await pilot.pause()
        assert "Done. Nothing is kept here." in text_of(app)
        assert "Saved" not in text_of(app) and "[Enter] back" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Read again at" in text_of(app)
    app.preview.close()


async def test_problems_lie_over_the_exercise_until_they_are_mended(tmp_path: Path) -> None:
    app = app_on(tmp_path, exercise="first")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Which one" in text_of(app)
        write(tmp_path / "pack", PACK.replace("kind: scale", "kind: scle"))
        app.look()
        await pilot.pause()
        shown = text_of(app)
        assert "1 problem in the file:" in shown
        assert "Did you mean 'scale'?" in shown
        assert "^" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert "Which one" in text_of(app), "the exercise of before is still there"
        write(tmp_path / "pack", PACK.replace("Which one", "Which word"))
        app.look()
        await pilot.pause()
        assert "Which word" in text_of(app)
    app.preview.close()


async def test_mended_problems_give_way_by_themselves(tmp_path: Path) -> None:
    app = app_on(tmp_path, exercise="first")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        write(tmp_path / "pack", PACK.replace("kind: scale", "kind: scle"))
        app.look()
        await pilot.pause()
        write(tmp_path / "pack", PACK.replace("Which one", "Which word"))
        app.look()
        await pilot.pause()
        await pilot.pause()
        assert "Which word" in text_of(app)
    app.preview.close()


async def test_help_now_and_hide_work_and_the_file_waits_for_them(tmp_path: Path) -> None:
    app = app_on(tmp_path, exercise="first")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert "Help now" in text_of(app)
        assert "It is not kept." in " ".join(text_of(app).split())
        write(tmp_path / "pack", PACK.replace("Which one", "Which word"))
        app.look()
        await pilot.pause()
        assert "Help now" in text_of(app), "nothing is taken away from under a person"
        await pilot.press("escape")
        app.look()
        await pilot.pause()
        assert "Which word" in text_of(app)
    app.preview.close()


async def test_texts_of_a_stranger_stand_there_as_they_are(tmp_path: Path) -> None:
    title = HOSTILE.replace("\\", "\\\\")
    app = app_on(
        tmp_path,
        PACK.replace("title: Mine", f'title: "{title}"').replace("title: First", f'title: "{title}"'),
    )
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await pilot.pause()
        assert text_of(app).count("[@click=app.bell]x[/]") == 2
        await pilot.press("q")
    app.preview.close()


LONG = PACK.replace("kind: scale", f"kind: scale, help: {'many words ' * 9}, knd: x")


@pytest.mark.parametrize("columns", [44, 60, 80, 120])
async def test_the_caret_stays_under_its_place_on_a_narrow_screen(tmp_path: Path, columns: int) -> None:
    app = app_on(tmp_path, LONG)
    async with app.run_test(size=(columns, 40)) as pilot:
        await pilot.pause()
        lines = text_of(app).splitlines()
        carets = [number for number, line in enumerate(lines) if line.strip() == "^"]
        assert carets, lines
        assert all(lines[number - 1][lines[number].index("^") :].startswith("knd") for number in carets)
        await pilot.resize_terminal(50, 40)
        await pilot.pause()
        lines = text_of(app).splitlines()
        carets = [number for number, line in enumerate(lines) if line.strip() == "^"]
        assert carets and all(lines[one - 1][lines[one].index("^") :].startswith("knd") for one in carets)
    app.preview.close()


async def test_one_problem_and_several_are_counted_in_the_sentence_too(tmp_path: Path) -> None:
    app = app_on(tmp_path, exercise="first")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for text, sentence in (
            (PACK.replace("kind: scale", "kind: scle"), "Until it is mended,"),
            (
                PACK.replace("kind: scale", "kind: scle").replace("title: Mine", "titel: Mine"),
                "Until they are mended,",
            ),
        ):
            write(tmp_path / "pack", text)
            app.look()
            await pilot.pause()
            assert sentence in " ".join(text_of(app).split())
    app.preview.close()
