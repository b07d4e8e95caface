"""The step kinds: each says what an author may write, what counts as an answer, and what it feeds."""

from __future__ import annotations

from typing import Final

from guide.steps import (
    choice,
    choices,
    grid,
    list,
    long,
    pick,
    rehearse,
    scale,
    sentence,
    short,
    text,
    yes_no,
)
from guide.steps.base import Kind

KINDS: Final[dict[str, Kind]] = {
    text.KIND.name: text.KIND,
    choice.KIND.name: choice.KIND,
    choices.KIND.name: choices.KIND,
    yes_no.KIND.name: yes_no.KIND,
    scale.KIND.name: scale.KIND,
    short.KIND.name: short.KIND,
    long.KIND.name: long.KIND,
    list.KIND.name: list.KIND,
    grid.KIND.name: grid.KIND,
    pick.KIND.name: pick.KIND,
    sentence.KIND.name: sentence.KIND,
    rehearse.KIND.name: rehearse.KIND,
}
