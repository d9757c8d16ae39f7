"""A report on one A4 sheet for a notice board or a post: what was found, three numbers, one chart, three things to do.

It claims only what was counted, names nobody, and shows no count that is hidden elsewhere.
"""

from typing import NamedTuple
from xml.sax.saxutils import escape

from bot.conversation.offices.figures import counted
from bot.notices.times import moment
from bot.poster import as_png as poster_png
from bot.poster.lettering import BOLD, Place, clean
from bot.poster.poster import FAMILY
from bot.poster.shapes import BRAND, INK, MUTED, SOFT, Style, block, box, emblem, line, picture, round_corners, tick
from bot.poster.sheet import HIGH, INNER, MARGIN, RIGHT, WIDE
from bot.reports.findings import bars_of, finding_of, numbers_of
from bot.reports.report import Report
from bot.reports.sheets import Reader, place, title_of

REST = "#7D9A91"
HEAD_TOP, FINDING_TOP, FINDING_HIGH = 52, 150, 184
NUMBERS_TOP, NUMBERS_HIGH, GAP = 352, 132, 16
CHART_TOP, CHART_HIGH, CHART_WIDE = 520, 292, 404
DRAWING_WIDE, DRAWING_HIGH = 254, 254 * 150 / 320
ACTIONS_TOP, ACTIONS_STEP = 846, 46
FOOT = 1044
READABLE = 16.5  # smaller letters are broken into two lines instead
TITLE, QUIETER = Style(BOLD, BRAND), Style(fill=MUTED)


class Top(NamedTuple):
    """Where a block begins."""

    x: float
    y: float


def as_svg(report: Report, reader: Reader) -> bytes:
    """The sheet; it holds no reference to anything outside."""
    title = escape(clean(title_of(report, reader.words)))
    parts = (
        _head(report, reader),
        _finding(report, reader),
        _numbers(report, reader),
        _chart(report, reader),
        _drawing(reader.drawing),
        _actions(reader),
        _source(report, reader),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" xml:lang="{reader.words.language}"'
        f' viewBox="0 0 {WIDE} {HIGH}" font-family="{FAMILY}" role="img"><title>{title}</title>'
        f'<rect width="{WIDE}" height="{HIGH}" fill="#FFFFFF"/>{"".join(parts)}</svg>\n'
    ).encode()


def as_png(report: Report, reader: Reader) -> bytes:
    """The same as pixels, to be posted or printed as A4."""
    return poster_png(as_svg(report, reader).decode())


def _head(report: Report, reader: Reader) -> str:
    """Whose sheet it is, of where and when."""
    x = MARGIN + 82
    words = reader.words
    office = Place(RIGHT - x, weight=BOLD).fit(reader.office or words.say("Cầm Tay"), 26)
    where = words.say("{place}, {period}", place=place(report.area, words), period=report.period.said(words))
    below = Place(RIGHT - x).fit(where, 21)
    return (
        emblem(MARGIN, HEAD_TOP, 64)
        + line(office.lines[0], x, HEAD_TOP + 25, office.size, TITLE)
        + line(below.lines[0], x, HEAD_TOP + 56, below.size, QUIETER)
    )


def _finding(report: Report, reader: Reader) -> str:
    setting = Place(INNER, 3, BOLD).fit(finding_of(report, reader), 44)
    high = setting.size * 1.35 * len(setting.lines)
    return block(setting, MARGIN, FINDING_TOP + (FINDING_HIGH - high) / 2, Style(BOLD, INK))[0]


def _numbers(report: Report, reader: Reader) -> str:
    wide = (INNER - 2 * GAP) / 3
    found = numbers_of(report, reader.words)
    return "".join(_number(*one, Top(MARGIN + n * (wide + GAP), NUMBERS_TOP), wide) for n, one in enumerate(found))


def _number(said: str, label: str, top: Top, wide: float) -> str:
    number = Place(wide - 32, weight=BOLD).fit(said, 46)
    name = Place(wide - 32).fit(label, 19)
    if name.size < READABLE:
        name = Place(wide - 32, 2).fit(label, 19)
    written, _ = block(name, top.x + 16, top.y + 72, Style())
    return (
        box(top.x, top.y, wide, NUMBERS_HIGH, f'fill="{SOFT}"')
        + line(number.lines[0], top.x + 16, top.y + 56, number.size, TITLE)
        + written
    )


def _chart(report: Report, reader: Reader) -> str:
    """The longest bar stands for what the chart found; without numbers there is no chart."""
    title, rows = bars_of(report, reader)
    if not rows:
        return ""
    heading = Place(CHART_WIDE, 2, BOLD).fit(title, 22)
    drawn, top = block(heading, MARGIN, CHART_TOP, Style(BOLD))
    step = min((CHART_TOP + CHART_HIGH - top - 8) / len(rows), 80)
    most = max(count for _, count in rows)
    return drawn + "".join(
        _bar(row, row[1] / most, Top(MARGIN, top + 8 + n * step), reader) for n, row in enumerate(rows)
    )


def _bar(row: tuple[str, int], share: float, top: Top, reader: Reader) -> str:
    name, count = row
    said = counted(count, reader.words)
    label = Place(CHART_WIDE - 70).fit(name, 17)
    length, fill = max((CHART_WIDE - 70) * share, 3), BRAND if share == 1 else REST
    return (
        line(label.lines[0], top.x, top.y + 17, label.size)
        + f'<rect x="{top.x}" y="{top.y + 25:.1f}" width="{length:.1f}" height="22" fill="{fill}"/>'
        + line(said, top.x + length + 10, top.y + 43, 20, Style(BOLD))
    )


def _drawing(svg: str) -> str:
    if not svg:
        return ""
    left, top = RIGHT - DRAWING_WIDE, CHART_TOP + (CHART_HIGH - DRAWING_HIGH) / 2 - 20
    return round_corners(left, top, DRAWING_WIDE, DRAWING_HIGH, picture(svg, left, top, DRAWING_WIDE, DRAWING_HIGH))


def _actions(reader: Reader) -> str:
    say = reader.words.say
    actions = (
        say("Bị giục chuyển tiền: tắt máy, hỏi người nhà"),
        say("Có tin lạ: gửi cho Cầm Tay xem trước khi bấm"),
        say("Lỡ mất tiền: gọi ngân hàng, rồi gọi công an 113"),
    )
    heading = line(say("Ba việc nên làm"), MARGIN, ACTIONS_TOP, 24, TITLE)
    return heading + "".join(_action(sentence, n) for n, sentence in enumerate(actions))


def _action(sentence: str, place_in_order: int) -> str:
    middle = ACTIONS_TOP + 36 + place_in_order * ACTIONS_STEP
    words = Place(INNER - 48).fit(sentence, 24)
    return tick(MARGIN, middle) + line(words.lines[0], MARGIN + 48, middle + words.size * 0.36, words.size)


def _source(report: Report, reader: Reader) -> str:
    """Where the numbers come from and how to find them again."""
    words, period = reader.words, report.period
    counted_from = words.say(
        "Nguồn: Cầm Tay tự đếm từ {begins} đến hết {ends}, lập lúc {made}, dấu dữ liệu {hash}.",
        begins=f"{period.begins:%d/%m/%Y}",
        ends=f"{period.ends:%d/%m/%Y}",
        made=moment(report.made_at, words),
        hash=report.hash[:12],
    )
    hidden = words.say("Số người dưới 5 được ẩn. Không tính cuộc diễn tập.")
    rule = f'<path d="M{MARGIN} {FOOT - 24}H{RIGHT}" stroke="{MUTED}"/>'
    small = Place(INNER, 3).fit(f"{counted_from} {hidden}", 15)
    return rule + block(small, MARGIN, FOOT - 16, QUIETER)[0]
