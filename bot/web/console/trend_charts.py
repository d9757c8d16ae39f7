"""The charts of the overview along the time: notices and answers, kinds of scam, lessons that were learnt again."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.conversation.offices.figures import counted
from bot.reports.report import Report
from bot.reports.sheets import NBSP, Cell, Reader, Sheet, written
from bot.reports.trends import Points, Trends
from bot.translations import Words
from bot.web.console import charts
from bot.web.console.charts import Columns, Line
from bot.web.console.report_charts import Chart, days_said, measured


def trend_charts(trends: Trends, report: Report, reader: Reader) -> tuple[Chart, ...]:
    """Those that have something to show."""
    made = (_notices, _scams, _again)
    return tuple(chart for chart in (make(trends, report, reader) for make in made) if chart)


def _notices(trends: Trends, report: Report, reader: Reader) -> Chart | None:
    """Notices that were sent and questions that were answered."""
    words, sent = reader.words, sum(trends.notices)  # type: ignore[arg-type]
    answered = sum(count or 0 for count in trends.answered)
    if not (sent or answered):
        return None
    finding = words.say("{n} thông báo đã phát", n=counted(sent, words))
    if answered and None not in trends.answered:
        finding = words.say(
            "{n} thông báo đã phát, {m} câu hỏi đã trả lời", n=counted(sent, words), m=counted(answered, words)
        )
    columns = {words.say("thông báo"): trends.notices, words.say("trả lời"): trends.answered}
    return _lines("thong-bao", finding, {name: line for name, line in columns.items() if line}, (trends, report, words))


def _again(trends: Trends, report: Report, reader: Reader) -> Chart | None:
    """Whether those who learnt a lesson again knew more, part by part."""
    words, known = reader.words, [one for one in zip(trends.before, trends.after, strict=True) if None not in one]
    if len(known) < 2:
        return None
    better = sum((after or 0) > (before or 0) for before, after in known)
    told = {"n": counted(better, words), "all": counted(len(known), words)}
    if _weekly(trends):
        finding = words.say("Học lại thì đúng nhiều hơn ở {n} trên {all} tuần", **told)
    else:
        finding = words.say("Học lại thì đúng nhiều hơn ở {n} trên {all} ngày", **told)
    columns = {words.say("học đầu"): trends.before, words.say("học lại"): trends.after}
    return _lines("dung-theo-thoi-gian", finding, columns, (trends, report, words), percent=True)


def _scams(trends: Trends, report: Report, reader: Reader) -> Chart | None:
    """Each kind of scam with its own columns: five lines over one another could not be told apart."""
    words = reader.words
    if not trends.scams:
        return None
    names = {kind: reader.scams.get(kind, kind) for kind in trends.scams}
    rows = [_columns(names[kind], points, words) for kind, points in trends.scams.items()]
    finding = words.say("Kiểu lừa gặp nhiều, theo thời gian: {scam}", scam=next(iter(names.values())))
    told = ((day, *(points[place] for points in trends.scams.values())) for place, day in enumerate(_days(trends)))
    sheet = Sheet(finding, (words.say("Ngày"), *names.values()), tuple(told))
    measure = measured(_each(trends, words), report, words)
    return Chart("kieu-lua-theo-thoi-gian", finding, measure, charts.columns(rows), sheet)


def _columns(name: str, points: Points, words: Words) -> Columns:
    """A kind of scam; `said` is its newest number, the description all of them."""
    return Columns(name, points, written(points[-1], words), ", ".join(written(point, words) for point in points))


def _lines(
    id: str,
    finding: str,
    columns: dict[str, Points],
    of: tuple[Trends, Report, Words],
    *,
    percent: bool = False,
) -> Chart:
    trends, report, words = of
    drawn = [Line(points, name) for name, points in columns.items()]
    marks = [f"{begins:%d/%m}" for begins, _ in trends.parts]
    rows = ((day, *(points[place] for points in columns.values())) for place, day in enumerate(_days(trends)))
    each = words.say("Câu trả lời đúng ngay lần đầu, phần trăm") if percent else _each(trends, words)
    told = tuple((day, *(_percent(cell) if percent else cell for cell in cells)) for day, *cells in rows)
    sheet = Sheet(finding, (words.say("Ngày"), *columns), told)
    return Chart(id, finding, measured(each, report, words), charts.lines(drawn, marks, finding), sheet)


def _percent(cell: Cell) -> Cell:
    return f"{cell}{NBSP}%" if isinstance(cell, int) else "–"


def _each(trends: Trends, words: Words) -> str:
    return words.say("Lượt mỗi tuần") if _weekly(trends) else words.say("Lượt mỗi ngày")


def _weekly(trends: Trends) -> bool:
    return any(begins != ends for begins, ends in trends.parts)


def _days(trends: Trends) -> Iterator[str]:
    parts: Sequence[tuple[date, date]] = trends.parts
    return (days_said(begins, ends) for begins, ends in parts)
