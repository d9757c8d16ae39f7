"""One figure over the parts of an area: the country's provinces where they lie, a province's communes in a grid."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.areas import commune
from bot.reports.report import PARTED, Report, parts_of
from bot.reports.sheets import place
from bot.reports.tables import parts
from bot.storage.counting.figure_names import Figure
from bot.translations import mark
from bot.web.console import tile_map
from bot.web.console.at import At
from bot.web.console.tile_map import Tile

USUAL = Figure.FINISHED
CALLED: Mapping[Figure, str] = {
    Figure.LEARNERS: mark("Người bắt đầu học"),
    Figure.FINISHED: mark("Lượt học xong bài"),
    Figure.CHECKS: mark("Tin đã kiểm tra"),
    Figure.OPENED: mark("Lời kêu cần giúp"),
    Figure.QUESTIONS: mark("Câu hỏi gửi cán bộ"),
}
MOST: Mapping[Figure, str] = {
    Figure.LEARNERS: mark("{place} có nhiều người mới học nhất"),
    Figure.FINISHED: mark("{place} học xong nhiều nhất"),
    Figure.CHECKS: mark("{place} kiểm tra tin nhiều nhất"),
    Figure.OPENED: mark("{place} kêu cần giúp nhiều nhất"),
    Figure.QUESTIONS: mark("{place} hỏi cán bộ nhiều nhất"),
}
UNKNOWN = mark("Chưa đủ số liệu để so các nơi")
BY_PROVINCE = mark("{figure}, theo tỉnh. Bấm một tỉnh để xem.")
BY_COMMUNE = mark("{figure}, theo xã. Bấm một xã để xem.")
MOST_LISTED = 10  # communes that stand in the list of a narrow screen, the largest first


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A drawing and the list that stands for it on a narrow screen; `finding` is what it shows."""

    tiles: Sequence[Tile]
    listed: Sequence[Tile]
    size: tuple[int, int]
    finding: str
    hint: str


def figure_named(written: str) -> Figure:
    """The figure that was asked for; anything that is no offer is the usual one."""
    return next((one for one in PARTED if one.value == written), USUAL)


def area_map(report: Report, figure: Figure, way: Callable[[str], str], at: At) -> AreaMap | None:
    """How the figure lies over the area's parts, each of which `way` leads to; None for a commune."""
    if commune(report.area):
        return None
    counts = {row.name: row.numbers[PARTED.index(figure)] for row in parts(report) if row.name}
    known = {code: float(count) for code, count in counts.items() if count is not None}
    hidden = {code: at.say("ẩn") for code, count in counts.items() if count is None}
    places = tile_map.in_grid(report.area)
    drawn = tile_map.tiles(known, {code: way(code) for code in parts_of(report.area)}, hidden, places)
    listed = _largest(drawn, known) if places else tile_map.in_order(drawn)
    hint = at.say(BY_COMMUNE if places else BY_PROVINCE, figure=at.say(CALLED[figure]))
    return AreaMap(drawn, listed, tile_map.size(places), _finding(known, figure, at), hint)


def _largest(drawn: Sequence[Tile], known: Mapping[str, float]) -> Sequence[Tile]:
    there = [one for one in drawn if known.get(one.code)]
    return sorted(there, key=lambda one: -known[one.code])[:MOST_LISTED]


def _finding(known: Mapping[str, float], figure: Figure, at: At) -> str:
    most, code = max(((count, code) for code, count in known.items()), default=(0, ""))
    return at.say(MOST[figure], place=place(code, at.words)) if most else at.say(UNKNOWN)
