"""Numbers as rows of plain text: a scale, dots, and words beneath. Readable without colour.

Dots and box lines; no braille, which screen readers read as noise and console fonts lack. `ascii=True` uses
ASCII alone, for terminals whose font lacks the others. What is numb stands on a line of its own under the
axis, never at zero, because it is no number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from string import ascii_letters
from typing import NamedTuple

from guide.insight.texts import cells, clean, clip, number, wrap
from guide.words import progress as words

ACTUAL = "actual"
EXPECTED = "expected"
BOTH = "both"
NUMB = "numb"
NUMB_BOTH = "numb-both"
JOIN = "join"
UPRIGHT = "upright"
_PLAIN = {ACTUAL: "*", EXPECTED: "x", BOTH: "#", NUMB: "o", NUMB_BOTH: "@", JOIN: ".", UPRIGHT: ":"}
_DRAWN = {ACTUAL: "●", EXPECTED: "x", BOTH: "■", NUMB: "o", NUMB_BOTH: "@", JOIN: "·", UPRIGHT: "│"}
_MANY = "+"  # foot of an upright when the letters have run out

_WIDE = 1e7  # beyond it, a label in full would take the chart's room

Cell = tuple[int, int]


class Dot(NamedTuple):
    """One thing noted: `x` in the units of the axis, `value` None when it was numb. `joined` draws a line from the
    dot before it, whatever lies between."""

    x: int
    value: float | None
    joined: bool = False


class Trace(NamedTuple):
    """Dots of one kind, oldest first. `mark` is ACTUAL or EXPECTED, `name` stands in the legend.

    With `gap`, neighbours at most that many units apart are joined by a line; a numb dot between two others
    breaks it. Without, dots stay dots unless they say themselves that they are joined.
    """

    name: str
    mark: str
    dots: tuple[Dot, ...]
    gap: int | None = None


class Upright(NamedTuple):
    """A vertical line at `x` (between two units allowed), with words that stand beneath the chart."""

    x: float
    label: str


class Axis(NamedTuple):
    """The x axis: first and last unit, the most columns one unit may take, possible distances of its labels
    (in units, rising), and the words of a label."""

    first: int
    last: int
    most: int
    every: tuple[int, ...]
    name: Callable[[int], str]


class _Across(NamedTuple):
    """Where the units of an axis stand: in whole columns while they fit, squeezed after that."""

    first: int
    units: int
    columns: int
    step: float

    def column(self, x: float) -> int:
        return min(self.columns - 1, max(0, int((x - self.first) * self.step + 0.5)))


def _across(axis: Axis, room: int) -> _Across:
    units = max(1, axis.last - axis.first + 1)
    if units > room:
        return _Across(axis.first, units, room, (room - 1) / (units - 1))
    step = max(1, min(axis.most, (room - 1) // max(1, units - 1)))
    return _Across(axis.first, units, (units - 1) * step + 1, step)


class _Up(NamedTuple):
    """Where values stand: row 0 is the highest. Widened so that no value falls off its edge."""

    low: float
    high: float
    rows: int

    def row(self, value: float) -> int:
        share = (self.high - value) / (self.high - self.low)
        return min(self.rows - 1, max(0, int(share * (self.rows - 1) + 0.5)))


def _up(traces: Sequence[Trace], low: float, high: float, rows: int) -> _Up:
    values = [dot.value for trace in traces for dot in trace.dots if dot.value is not None]
    low, high = min([low, *values]), max([high, *values])
    return _Up(low, high if high > low else low + 1, max(3, rows))


def draw(
    traces: Sequence[Trace],
    axis: Axis,
    *,
    width: int,
    height: int,
    low: float = 0,
    high: float = 10,
    uprights: Sequence[Upright] = (),
    ascii: bool = False,
    mark: float | None = None,
) -> list[str]:
    """The chart as rows, none wider than `width` columns, without trailing spaces.

    `height` counts the rows of the scale (at least 3; 11 gives 0 to 10 a row each). Beneath it come the
    axis, a row for numb when there is any, a sign beneath `mark` (a place on the axis), the labels, the words of
    the uprights and the legend.
    """
    if not any(trace.dots for trace in traces):
        return wrap(words.CHART_EMPTY, width)
    glyphs = _PLAIN if ascii else _DRAWN
    up = _up(traces, low, high, height)
    labels = _scale_labels(up)
    gutter = _gutter(traces, labels)
    room = _room(width, gutter)
    across = _across(axis, room)
    grid = _dots(traces, across, up)
    feet = _feet(uprights, across)
    lines = _plot(
        _lined(traces, grid, feet, across, up), labels, gutter, (across.columns, up.rows), glyphs, ascii
    )
    lines.append(" " * gutter + _foot(feet, across.columns, ascii))
    numb = _numb_cells(traces, across)
    if numb:
        lines.append(f"{words.NUMB_ROW:>{gutter}} " + _row_text(numb, 0, across.columns, glyphs))
    if mark is not None:
        lines.append(" " * (gutter + 1 + across.column(mark)) + ("^" if ascii else "▲"))
    lines.append(" " * (gutter + 1) + _ticks(axis, across, room))
    used = {*grid.values(), *numb.values()}
    rows = [clip(line, width).rstrip() for line in lines]
    return rows + _labels(uprights, across, feet, width) + _legend(traces, used, glyphs, width)


def crowded(
    traces: Sequence[Trace], axis: Axis, *, width: int, height: int, low: float = 0, high: float = 10
) -> bool:
    """Whether the chart that `draw` makes of the same has dots of different places in one column."""
    labels = _scale_labels(_up(traces, low, high, height))
    across = _across(axis, _room(width, _gutter(traces, labels)))
    places = {dot.x for trace in traces for dot in trace.dots}
    return len({across.column(x) for x in places}) < len(places)


def _gutter(traces: Sequence[Trace], labels: dict[int, str]) -> int:
    """Columns that the words beside the scale take."""
    numb_noted = any(dot.value is None for trace in traces for dot in trace.dots)
    return max(cells(text) for text in [*labels.values(), words.NUMB_ROW if numb_noted else ""])


def _room(width: int, gutter: int) -> int:
    return max(2, width - gutter - 1)


def _scale_labels(up: _Up) -> dict[int, str]:
    """Words of the y axis by row: the ends, and the middle where a row stands exactly there."""
    values = {0: up.high, up.rows - 1: up.low}
    if up.rows % 2 and up.rows > 3:
        values[up.rows // 2] = (up.high + up.low) / 2
    return {row: number(value) if abs(value) < _WIDE else f"{value:.2g}" for row, value in values.items()}


def _dots(traces: Sequence[Trace], across: _Across, up: _Up) -> dict[Cell, str]:
    grid: dict[Cell, str] = {}
    for trace in traces:
        for dot in trace.dots:
            if dot.value is None:
                continue
            cell = (across.column(dot.x), up.row(dot.value))
            grid[cell] = trace.mark if grid.get(cell, trace.mark) == trace.mark else BOTH
    return grid


def _numb_cells(traces: Sequence[Trace], across: _Across) -> dict[Cell, str]:
    """Marks of the numb row. In a crowded column, having felt nothing is what shows."""
    noted: dict[int, set[str]] = {}
    for trace in traces:
        for dot in trace.dots:
            if dot.value is None:
                noted.setdefault(dot.x, set()).add(trace.mark)
    cells_: dict[Cell, str] = {}
    for x, marks in noted.items():
        mark = NUMB_BOTH if len(marks) > 1 else NUMB if ACTUAL in marks else EXPECTED
        cell = (across.column(x), 0)
        cells_[cell] = mark if cells_.get(cell, mark) == mark else NUMB
    return cells_


def _feet(uprights: Sequence[Upright], across: _Across) -> dict[int, str]:
    """The letter at the foot of each vertical line; lines in one column share it."""
    columns = sorted({across.column(upright.x) for upright in uprights})
    return {x: ascii_letters[i] if i < len(ascii_letters) else _MANY for i, x in enumerate(columns)}


def _labels(uprights: Sequence[Upright], across: _Across, feet: dict[int, str], width: int) -> list[str]:
    """The words of the vertical lines, each behind the letter at its foot."""
    ordered = sorted(uprights, key=lambda upright: upright.x)
    texts = [f"{feet[across.column(upright.x)]} {upright.label}" for upright in ordered]
    return [row for text in texts for row in wrap(text, width, "  ")]


def _lined(
    traces: Sequence[Trace], dots: dict[Cell, str], feet: dict[int, str], across: _Across, up: _Up
) -> dict[Cell, str]:
    """Everything drawn on the scale: dots above vertical lines, those above the lines that join dots."""
    joins = {cell: JOIN for trace in traces for cell in _joins(trace, across, up)}
    lines = {(x, y): UPRIGHT for x in feet for y in range(up.rows)}
    return {**joins, **lines, **dots}


def _joins(trace: Trace, across: _Across, up: _Up) -> Iterator[Cell]:
    for one, two in pairwise(trace.dots):
        near = two.joined or (trace.gap is not None and two.x - one.x <= trace.gap)
        if one.value is None or two.value is None or not near:
            continue
        x, y = across.column(one.x), up.row(one.value)
        dx, dy = across.column(two.x) - x, up.row(two.value) - y
        length = max(abs(dx), abs(dy))
        for i in range(1, length):
            yield x + round(dx * i / length), y + round(dy * i / length)


def _row_text(grid: dict[Cell, str], y: int, columns: int, glyphs: dict[str, str]) -> str:
    return "".join(glyphs[grid[x, y]] if (x, y) in grid else " " for x in range(columns))


def _plot(
    grid: dict[Cell, str],
    labels: dict[int, str],
    gutter: int,
    size: tuple[int, int],
    glyphs: dict[str, str],
    ascii: bool,
) -> list[str]:
    columns, rows = size
    edge = "|" if ascii else "┤"
    return [f"{labels.get(y, ''):>{gutter}}{edge}{_row_text(grid, y, columns, glyphs)}" for y in range(rows)]


def _foot(feet: dict[int, str], columns: int, ascii: bool) -> str:
    corner, bar = "+-" if ascii else "└─"
    return corner + "".join(feet.get(x, bar) for x in range(columns))


def _ticks(axis: Axis, across: _Across, room: int) -> str:
    """Labels of the x axis: the first and the last unit, and as many between as stand clear of each other."""
    last = axis.first + across.units - 1
    need = max(len(axis.name(axis.first)), len(axis.name(last))) + 2
    apart = next((n for n in axis.every if n * across.step >= need), across.units)
    row = [" "] * room
    for x in dict.fromkeys((axis.first, last, *range(axis.first + apart, last, apart))):
        text = axis.name(x)
        start = max(0, min(across.column(x), room - len(text)))
        if all(char == " " for char in row[max(0, start - 1) : start + len(text) + 1]):
            row[start : start + len(text)] = text
    return "".join(row[:room])


def _legend(traces: Sequence[Trace], used: set[str], glyphs: dict[str, str], width: int) -> list[str]:
    """What each mark means that was drawn, broken only between marks while a mark's words fit."""
    names = [(trace.mark, name) for trace in traces if (name := clean(trace.name).strip())]
    names += [(BOTH, words.LEGEND_BOTH), (NUMB, words.LEGEND_NUMB), (NUMB_BOTH, words.LEGEND_NUMB_BOTH)]
    rows: list[str] = []
    for mark, name in dict.fromkeys(names):
        if mark not in used:
            continue
        text = words.LEGEND.format(mark=glyphs[mark], name=name)
        if rows and cells(rows[-1]) + 3 + cells(text) <= width:
            rows[-1] += f"   {text}"
        else:
            rows += wrap(text, width, "  ")
    return rows
