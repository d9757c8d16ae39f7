"""The charts of a report: each says what it found, what was measured, and has a table with the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from bot.conversation.offices.figures import counted
from bot.reports.lines import Amount, Line
from bot.reports.report import Report
from bot.reports.sheets import NBSP, Reader, Sheet, place, verdict_name, written
from bot.reports.tables import Point, family, parts, told, trend
from bot.storage.counting.figure_names import COUNTRY, Family, Figure
from bot.translations import Words, mark
from bot.web.console import charts
from bot.web.console.charts import Bar

MOST_BARS = 8
TRENDS = {
    Figure.FINISHED: mark("học xong"),
    Figure.LEARNERS: mark("người mới"),
    Figure.CHECKS: mark("tin kiểm tra"),
}


@dataclass(frozen=True, slots=True)
class Chart:
    """What stands on the page; `id` names it there."""

    id: str
    finding: str
    measure: str
    drawn: Markup
    table: Sheet


def charts_of(report: Report, reader: Reader) -> tuple[Chart, ...]:
    """Those that have something to show."""
    made = (_over_time, _places, _verdicts, _scams, _again)
    return tuple(chart for chart in (make(report, reader) for make in made) if chart)


def _numbers(report: Report) -> dict[str, Line]:
    return {line.key: line for section in told(report) for line in section.lines}


def _over_time(report: Report, reader: Reader) -> Chart | None:
    words = reader.words
    found = {name: trend(report, name) for name in TRENDS}
    if not any(point.count for points in found.values() for point in points):
        return None
    marks = [f"{point.begins:%d/%m}" for point in found[Figure.FINISHED]]
    ends = {name: words.say(TRENDS[name]) for name in TRENDS}
    drawn = [charts.Line([point.count for point in points], ends[name]) for name, points in found.items()]
    weekly = any(point.begins != point.ends for point in found[Figure.FINISHED])
    measure = words.say("Lượt mỗi tuần") if weekly else words.say("Lượt mỗi ngày")
    checks = sum(point.count or 0 for point in found[Figure.CHECKS])
    learnt = sum(point.count or 0 for point in found[Figure.FINISHED])
    if checks and not learnt:
        finding = words.say("{n} tin được gửi đến kiểm tra", n=counted(checks, words))
    else:
        finding = _compared(_numbers(report)["finished"], words)
    head = (words.say("Ngày"), *ends.values())
    rows = zip(
        map(_days, found[Figure.FINISHED]), *([point.count for point in one] for one in found.values()), strict=True
    )
    sheet = Sheet(finding, head, tuple(rows))
    return Chart(
        "theo-thoi-gian", finding, measured(measure, report, words), charts.lines(drawn, marks, finding), sheet
    )


def _compared(line: Line, words: Words) -> str:
    """The finding: how much, and whether that is more than before."""
    now, before = line.now, line.before
    if not isinstance(now, int):
        return words.say("Số lượt học xong còn ít")
    said = counted(now, words)
    if not isinstance(before, int) or now == before == 0:
        return words.say("{n} lượt học xong", n=said)
    if now == before:
        return words.say("{n} lượt học xong, bằng kỳ trước", n=said)
    more = counted(abs(now - before), words)
    if now > before:
        return words.say("{n} lượt học xong, nhiều hơn kỳ trước {more}", n=said, more=more)
    return words.say("{n} lượt học xong, ít hơn kỳ trước {more}", n=said, more=more)


def _places(report: Report, reader: Reader) -> Chart | None:
    """The parts of a province with the most finished lessons; the country has its map for this."""
    words = reader.words
    rows = [(place(row.name, words), row.numbers[1]) for row in parts(report) if row.name and row.numbers[1] != 0]
    if report.area == COUNTRY or not rows:
        return None
    rows.sort(key=lambda row: -(row[1] or 0))
    name, most = rows[0]
    finding = words.say("{place} học xong nhiều nhất", place=name) if most else words.say("Số lượt học xong còn ít")
    measure = measured(words.say("Lượt học xong bài, theo nơi"), report, words)
    return _bars("theo-noi", _Said(finding, measure, words.say("Nơi")), rows, words)


def _verdicts(report: Report, reader: Reader) -> Chart | None:
    words = reader.words
    found = sorted(family(report, Family.VERDICT), key=lambda row: row.name)  # the same order in every report
    rows = [(verdict_name(row.name, words), row.numbers[0]) for row in found]
    if not rows:
        return None
    finding = _share_said(_danger(report), _numbers(report)["checks"].now, words)
    bars = [Bar(name, value, written(value, words)) for name, value in rows]
    measure = measured(words.say("Tin đã kiểm tra, theo kết quả"), report, words)
    sheet = Sheet(finding, (words.say("Kết quả"), words.say("Số tin")), tuple(rows))
    return Chart("ket-qua", finding, measure, charts.stacked(bars, finding), sheet)


def _danger(report: Report) -> int | None:
    return next((row.numbers[0] for row in family(report, Family.VERDICT) if row.name == "danger"), 0)


def _share_said(danger: int | None, total: Amount, words: Words) -> str:
    if not isinstance(total, int) or danger is None:
        return words.say("Bà con đã gửi tin để kiểm tra")
    share = f"{round(100 * danger / total) if total else 0}{NBSP}%"
    return words.say("{share} tin đã kiểm tra là nguy hiểm", share=share)


def _scams(report: Report, reader: Reader) -> Chart | None:
    words = reader.words
    rows = [(reader.scams.get(row.name, row.name), row.numbers[0]) for row in family(report, Family.SCAM)]
    if not rows:
        return None
    name, most = rows[0]
    finding = words.say("Gặp nhiều nhất: {scam}", scam=name) if most else words.say("Mỗi kiểu lừa gặp còn ít")
    measure = measured(words.say("Tin đã kiểm tra, theo kiểu lừa"), report, words)
    return _bars("kieu-lua", _Said(finding, measure, words.say("Kiểu lừa")), rows, words)


def _again(report: Report, reader: Reader) -> Chart | None:
    """Whether those who learnt a lesson again knew more."""
    words, lines = reader.words, _numbers(report)
    before, after = lines["right_before"].now, lines["right_after"].now
    if not isinstance(before, int) or not isinstance(after, int):
        return None
    names = (words.say("Lần học đầu"), words.say("Lần học sau"))
    shares = [f"{share}{NBSP}%" for share in (before, after)]
    rows = [Bar(names[0], before, shares[0]), Bar(names[1], after, shares[1], first=True)]
    finding = words.say("Người học lại trả lời đúng từ {before} thành {after}", before=shares[0], after=shares[1])
    measure = measured(words.say("Câu trả lời đúng ngay lần đầu, phần trăm"), report, words)
    sheet = Sheet(finding, (words.say("Lần học"), words.say("Phần trăm đúng")), ((names[0], before), (names[1], after)))
    return Chart("hoc-lai", finding, measure, charts.bars(rows, 100), sheet)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words around some bars: what was found, what was measured, what the bars are of."""

    finding: str
    measure: str
    what: str


def _bars(id: str, said: _Said, rows: Sequence[tuple[str, int | None]], words: Words) -> Chart:
    """The longest ones as bars, all of them in the table."""
    drawn = [Bar(name, n, written(n, words), place == 0) for place, (name, n) in enumerate(rows[:MOST_BARS])]
    sheet = Sheet(said.finding, (said.what, words.say("Số lượt")), tuple(rows))
    return Chart(id, said.finding, said.measure, charts.bars(drawn), sheet)


def measured(what: str, report: Report, words: Words) -> str:
    """What a chart measures, and when."""
    return words.say("{what}, {period}", what=what, period=report.period.said(words))


def _days(point: Point) -> str:
    return days_said(point.begins, point.ends)


def days_said(begins: date, ends: date) -> str:
    """A part of the time: "16/11" or "16/11–22/11"."""
    return f"{begins:%d/%m}" if begins == ends else f"{begins:%d/%m}–{ends:%d/%m}"
