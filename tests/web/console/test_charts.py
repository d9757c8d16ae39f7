"""Charts are well formed whatever stands in them, begin at zero, and leave out what is hidden."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.console.charts import SMALL, WIDE, Bar, Columns, Line, bars, columns, lines, stacked

COUNTS = st.one_of(st.none(), st.integers(0, 2_000_000))
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30) | st.sampled_from(
    ["</svg><script>", '"&<']
)


def parsed(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{drawn}</div>")


@given(st.lists(st.builds(Bar, WORDS, COUNTS, WORDS, st.booleans()), max_size=9), WORDS)
def test_bars_are_well_formed_and_never_longer_than_their_ground(rows: list[Bar], label: str) -> None:
    for drawn in (bars(rows), stacked(rows, label)):
        tree = parsed(drawn)
        assert not tree.findall(".//script")
        lengths = [float(n) for path in tree.iter("path") for n in re.findall(r"h(\d+\.?\d*)", path.get("d", ""))]
        assert all(0 <= length <= 100 for length in lengths)
    assert len(parsed(bars(rows)).findall(".//li")) == len(rows)


@given(st.lists(st.builds(Line, st.lists(COUNTS, max_size=14), WORDS), max_size=3), WORDS)
def test_lines_are_drawn_for_both_sizes_within_their_frame(found: list[Line], label: str) -> None:
    marks = [f"{n}/11" for n in range(max((len(line.points) for line in found), default=0))]
    small, wide = parsed(lines(found, marks, label)).findall("svg")
    assert [small.get("width"), wide.get("width")] == [str(SMALL), str(WIDE)]
    for drawn, width in ((small, SMALL), (wide, WIDE)):
        assert drawn.get("role") == "img"
        assert drawn.get("aria-label") == label
        high = float(drawn.get("height", ""))
        for path in drawn.iter("path"):
            numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", path.get("d", ""))]
            assert all(0 <= number <= max(width, high) for number in numbers)


@pytest.mark.parametrize(
    ("points", "pieces"), [([1, 2, 3], 1), ([1, None, 3], 2), ([None, None], 0), ([], 0), ([5], 1)]
)
def test_a_hidden_point_breaks_the_line(points: list[int | None], pieces: int) -> None:
    drawn = parsed(lines([Line(points, "học xong")], ["1/11"] * len(points), "nhãn"))[0]
    path = drawn.find("g/path")
    assert path is not None
    assert path.get("d", "").count("M") == pieces


def test_a_hidden_bar_says_so_and_has_no_length() -> None:
    drawn = bars([Bar("Xã Đồng Văn", None, "ẩn"), Bar("Xã Mèo Vạc", 9, "9")])
    assert 'aria-label="ẩn"' in drawn
    assert drawn.count("hatched") == 1


def test_labels_at_line_ends_do_not_lie_on_one_another() -> None:
    same = [Line([4, 4], name) for name in ("học xong", "người mới", "tin kiểm tra")]
    drawn = parsed(lines(same, ["1/11", "2/11"], "nhãn"))[0]
    ends = sorted(float(text.get("y", "")) for group in drawn.findall("g") for text in group.findall("text"))
    assert min(later - earlier for earlier, later in pairwise(ends)) >= 18


@given(st.lists(st.builds(Columns, WORDS, st.lists(COUNTS, max_size=14), WORDS, WORDS), max_size=5))
def test_columns_are_well_formed_and_within_their_frame(rows: list[Columns]) -> None:
    tree = parsed(columns(rows))
    assert not tree.findall(".//script")
    assert len(tree.findall(".//li")) == len(rows)
    for row, drawn in zip(rows, tree.iter("svg"), strict=True):
        assert drawn.get("aria-label") == row.label
        tops = [float(n) for path in drawn.iter("path") for n in re.findall(r" (-?[0-9.]+)h", path.get("d", ""))]
        assert all(-0.01 <= top <= 34 for top in tops)


def test_a_hidden_column_has_the_same_height_whatever_it_hides() -> None:
    drawn = columns([Columns("H1", [None, 40, None], "ẩn", "ẩn, 40, ẩn")])
    assert drawn.count("column-hidden") == 2
    assert drawn.count("v4.00") == 2
