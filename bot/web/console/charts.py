"""Charts as SVG, drawn for the size they are seen at: no script, no style in them, every word escaped.

Lines are drawn twice, for phones and for wider screens: one drawing that is shrunk has letters too small to read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, log10

from markupsafe import Markup

SMALL, WIDE = 288, 560  # pixels
TOP, FOOT, SIZE = 16, 30, 14
LOOKS = ("line-1", "line-2", "line-3")  # three lines at most
APART = 18  # between two labels at line ends


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `said` stands beside it, `value` None is hidden, `first` is the one that the title speaks of."""

    name: str
    value: int | None
    said: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line over the time; a point that is hidden is left out. `end` is written where the line ends."""

    points: Sequence[int | None]
    end: str


def bars(rows: Sequence[Bar], most: int = 0) -> Markup:
    """Names and numbers as text with a bar below each; `most` is the whole length, else the longest is."""
    whole = max([most, *(row.value or 0 for row in rows)], default=0) or 1
    drawn = Markup("").join(_bar(row, whole) for row in rows)
    return Markup('<ul class="bars">{}</ul>').format(drawn)


def _bar(row: Bar, whole: int) -> Markup:
    length = f"{100 * (row.value or 0) / whole:.1f}"
    look = "hatched" if row.value is None else "bar-first" if row.first else "bar-rest"
    return Markup(
        '<li><span>{name}</span><span class="count" aria-hidden="true">{said}</span>'
        '<svg viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label="{said}" focusable="false">'
        '<path class="bar-ground" d="M0 0h100v12H0z"/><path class="{look}" d="M0 0h{length}v12H0z"/></svg></li>'
    ).format(name=row.name, said=row.said, look=look, length="100" if row.value is None else length)


@dataclass(frozen=True, slots=True)
class Columns:
    """One thing over the time as a row of small columns; `said` is the newest number, `label` tells all of them."""

    name: str
    points: Sequence[int | None]
    said: str
    label: str


def columns(rows: Sequence[Columns]) -> Markup:
    """Names and numbers as text with columns below each, all rows to one scale."""
    whole = max((value or 0 for row in rows for value in row.points), default=0) or 1
    return Markup('<ul class="bars">{}</ul>').format(Markup("").join(_row(row, whole) for row in rows))


def _row(row: Columns, whole: int) -> Markup:
    step = 100 / max(len(row.points), 1)
    drawn = Markup("").join(_column(value, place * step, step * 0.8, whole) for place, value in enumerate(row.points))
    return Markup(
        '<li><span>{}</span><span class="count" aria-hidden="true">{}</span><svg class="columns" viewBox="0 0 100 36"'
        ' preserveAspectRatio="none" role="img" aria-label="{}" focusable="false">'
        '<path class="bar-ground" d="M0 34h100v2H0z"/>{}</svg></li>'
    ).format(row.name, row.said, row.label, drawn)


def _column(value: int | None, x: float, wide: float, whole: int) -> Markup:
    """What is hidden has one low height, whatever it is."""
    high = 4.0 if value is None else 34 * value / whole
    look = "column-hidden" if value is None else "bar-rest"
    return Markup('<path class="{}" d="M{:.2f} {:.2f}h{:.2f}v{:.2f}h-{:.2f}z"/>').format(
        look, x, 34 - high, wide, high, wide
    )


def stacked(rows: Sequence[Bar], label: str) -> Markup:
    """Parts of a whole in one bar, each told below in words; what is hidden has no place in the bar."""
    whole, x, drawn = sum(row.value or 0 for row in rows) or 1, 0.0, Markup("")
    for place, row in enumerate(rows):
        wide = 100 * (row.value or 0) / whole
        drawn += Markup('<path class="part-{}" d="M{:.2f} 0h{:.2f}v24h-{:.2f}z"/>').format(place + 1, x, wide, wide)
        x += wide
    keys = Markup("").join(
        Markup(
            '<li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">'
            '<path class="part-{}" d="M1 1h14v14H1z"/></svg> {} <b class="count">{}</b></li>'
        ).format(place, row.name, row.said)
        for place, row in enumerate(rows, 1)
    )
    return Markup(
        '<svg class="stacked" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label="{}"'
        ' focusable="false">{}</svg><ul class="keys-of">{}</ul>'
    ).format(label, drawn, keys)


def lines(found: Sequence[Line], marks: Sequence[str], label: str) -> Markup:
    """Up to three lines from zero; `marks` name the points, of which the first and the last are written."""
    return Markup("{}{}").format(
        _drawn(found, marks, label, _Frame(SMALL, 160, 100)), _drawn(found, marks, label, _Frame(WIDE, 240, 116))
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """The size of a drawing, and the room for the words at the line ends."""

    wide: int
    high: int
    right: int
    left: int = 0  # for the numbers at the grid

    def x(self, place: int, points: int) -> float:
        return self.left + (self.wide - self.left - self.right) * place / max(points - 1, 1)

    def y(self, value: float, top: int) -> float:
        return self.high - FOOT - (self.high - TOP - FOOT) * value / top


def _drawn(found: Sequence[Line], marks: Sequence[str], label: str, frame: _Frame) -> Markup:
    top = _round_top(max((value or 0 for line in found for value in line.points), default=0))
    frame = replace(frame, left=14 + 8 * len(_written(top)))
    grid = Markup("").join(_grid(value, top, frame) for value in (0, top // 2, top))
    ends = _apart([_end(line, top, frame) for line in found])
    drawn = Markup("").join(
        _line(line, look, top, frame, end) for line, look, end in zip(found, LOOKS, ends, strict=False)
    )
    name = "chart chart-small" if frame.wide == SMALL else "chart chart-wide"
    return Markup(
        '<svg class="{}" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}" focusable="false">'
        "{}{}{}</svg>"
    ).format(name, frame.wide, frame.high, frame.wide, frame.high, label, grid, _marks(marks, frame), drawn)


def _grid(value: int, top: int, frame: _Frame) -> Markup:
    y = frame.y(value, top)
    return Markup('<path class="grid" d="M{} {:.1f}H{}"/><text class="tick" x="{}" y="{:.1f}">{}</text>').format(
        frame.left, y, frame.wide - frame.right, frame.left - 6, y + 5, _written(value)
    )


def _written(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _marks(marks: Sequence[str], frame: _Frame) -> Markup:
    """Below the first and the last point; in between where there is room."""
    if not marks:
        return Markup("")
    middle = [len(marks) // 2] if frame.wide == WIDE and len(marks) > 4 else []
    places = sorted({0, *middle, len(marks) - 1})
    return Markup("").join(
        Markup('<text class="mark mark-{}" x="{:.1f}" y="{}">{}</text>').format(
            "first" if place == 0 else "last" if place == len(marks) - 1 else "middle",
            frame.x(place, len(marks)),
            frame.high - 8,
            marks[place],
        )
        for place in places
    )


def _line(line: Line, look: str, top: int, frame: _Frame, end: float) -> Markup:
    path, pen = "", "M"
    for place, value in enumerate(line.points):
        if value is None:
            pen = "M"
            continue
        path += f"{pen}{frame.x(place, len(line.points)):.1f} {frame.y(value, top):.1f}"
        pen = "L"
    x, dot = frame.wide - frame.right, Markup("")
    if line.points and line.points[-1] is not None:
        dot = Markup('<circle class="dot" cx="{}" cy="{:.1f}" r="4"/>').format(x, frame.y(line.points[-1], top))
    return Markup('<g class="{}"><path class="line" d="{}"/>{}<text x="{}" y="{:.1f}">{}</text></g>').format(
        look, path, dot, x + 10, end + 5, line.end
    )


def _end(line: Line, top: int, frame: _Frame) -> float:
    known = [value for value in line.points if value is not None]
    return frame.y(known[-1] if known else 0, top)


def _apart(ends: Sequence[float]) -> list[float]:
    """The heights of the labels, moved apart where they would lie on one another."""
    placed: dict[int, float] = {}
    above = float("-inf")
    for place in sorted(range(len(ends)), key=lambda place: ends[place]):
        above = placed[place] = max(ends[place], above + APART)
    over = max(0.0, above - max(ends, default=0.0))
    return [placed[place] - over / 2 for place in range(len(ends))]


def _round_top(value: int) -> int:
    """The next round and even number."""
    if value <= 4:
        return 4
    step = 10 ** int(log10(value))
    return (
        next(top for top in (step * n for n in (1, 2, 4, 6, 8, 10)) if top >= value)
        if step > 1
        else ceil(value / 2) * 2
    )
