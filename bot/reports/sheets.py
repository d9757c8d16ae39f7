"""A report as plain tables, the same on the page, in XLSX, in CSV and in JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.advice.verdict import TITLES
from bot.conversation.offices.figures import counted, lasting
from bot.notices.times import moment
from bot.reports.lines import Amount, Form, Line, Why
from bot.reports.report import PARTED, Report, name_of
from bot.reports.tables import family, parts, told, trend
from bot.storage.counting.figure_names import COUNTRY, Family, Figure
from bot.translations import Words, mark

Cell = str | int | None  # None: hidden

NBSP = "\u00a0"
HIDDEN, FEW, NOTHING = mark("ẩn"), mark("dưới 5"), "–"
COLUMNS = {
    Figure.LEARNERS: mark("Người bắt đầu học"),
    Figure.FINISHED: mark("Lượt học xong bài"),
    Figure.CHECKS: mark("Tin đã kiểm tra"),
    Figure.OPENED: mark("Lời kêu cần giúp"),
    Figure.QUESTIONS: mark("Câu hỏi gửi cán bộ"),
}
UNITS = {Form.COUNT: "", Form.PERCENT: "%", Form.MINUTES: mark("phút")}
ON_HIDING = mark(
    "Số người hoặc lượt người dưới 5 được ẩn, cùng những số mà từ đó tính ra được. "
    "Cuộc diễn tập không tính vào thông báo."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with its caption; the first `texts` columns hold words, the others numbers."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    texts: int = 1


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is written: language, whose office, the names of kinds of scam by their codes, a drawing (SVG)."""

    words: Words
    office: str = ""
    scams: Mapping[str, str] = field(default_factory=dict)
    drawing: str = ""


def place(area: str, words: Words) -> str:
    """What an area is called, the country too."""
    if area == COUNTRY:
        return words.say("Cả nước")
    return name_of(area) or words.say("Không rõ nơi nào, hoặc chung cho nhiều nơi")


def title_of(report: Report, words: Words) -> str:
    """ "Báo cáo tháng 11/2026, Xã Đồng Văn"."""
    said = report.period.said(words)
    if report.period.kind.value == "ad hoc":
        return words.say("Báo cáo đột xuất {period}, {place}", period=said, place=place(report.area, words))
    return words.say("Báo cáo {period}, {place}", period=said, place=place(report.area, words))


def sheets(report: Report, reader: Reader) -> tuple[Sheet, ...]:
    """Everything that the report tells, each table with something in it."""
    found = (_numbers(report, reader.words), *_told_apart(report, reader), _source(report, reader))
    return tuple(sheet for sheet in found if sheet.rows)


def _numbers(report: Report, words: Words) -> Sheet:
    head = (words.say("Mục"), words.say("Chỉ tiêu"), words.say("Kỳ này"), words.say("Kỳ trước"), words.say("Đơn vị"))
    rows = tuple(
        (words.say(section.title), *_numbers_of(line, words), UNITS[line.form] and words.say(UNITS[line.form]))
        for section in told(report)
        for line in section.lines
    )
    return Sheet(words.say("Số liệu chính"), head, rows, 2)


def _numbers_of(line: Line, words: Words) -> tuple[Cell, ...]:
    return words.say(line.label), cell(line.now, words), cell(line.before, words)


def _told_apart(report: Report, reader: Reader) -> Iterator[Sheet]:
    words = reader.words
    measures = tuple(words.say(COLUMNS[name]) for name in PARTED)
    times = words.say("Số tin")
    verdicts = ((verdict_name(row.name, words), *row.numbers) for row in family(report, Family.VERDICT))
    yield Sheet(words.say("Tin đã kiểm tra, theo kết quả"), (words.say("Kết quả"), times), tuple(verdicts))
    scams = ((reader.scams.get(row.name, row.name), *row.numbers) for row in family(report, Family.SCAM))
    yield Sheet(words.say("Tin đã kiểm tra, theo kiểu lừa"), (words.say("Kiểu lừa"), times), tuple(scams))
    places = ((place(row.name, words), *row.numbers) for row in parts(report) if any(n != 0 for n in row.numbers))
    yield Sheet(words.say("Theo nơi"), (words.say("Nơi"), *measures), tuple(places))
    yield Sheet(words.say("Theo thời gian"), (words.say("Ngày"), *measures), tuple(_times(report)))


def _times(report: Report) -> Iterator[tuple[Cell, ...]]:
    columns = [trend(report, name) for name in PARTED]
    for points in zip(*columns, strict=True):
        first, last = points[0].begins, points[0].ends
        days = f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
        yield (days, *(point.count for point in points))


def _source(report: Report, reader: Reader) -> Sheet:
    words, period = reader.words, report.period
    rows: tuple[tuple[str, str], ...] = (
        (words.say("Báo cáo"), title_of(report, words)),
        (words.say("Mã nơi"), report.area),
        (words.say("Từ ngày"), f"{period.begins:%d/%m/%Y}"),
        (words.say("Đến hết ngày"), f"{period.ends:%d/%m/%Y}"),
        (words.say("Lập lúc"), moment(report.made_at, words)),
        (words.say("Dấu của dữ liệu (SHA-256)"), report.hash),
        (words.say("Cách đếm"), words.say(ON_HIDING)),
        (words.say("Tải về bởi"), reader.office),
    )
    return Sheet(words.say("Nguồn"), (words.say("Mục"), words.say("Nội dung")), tuple(r for r in rows if r[1]), 2)


def verdict_name(name: str, words: Words) -> str:
    """What a check answered, as people saw it."""
    known = {verdict.value: title for verdict, title in TITLES.items()}
    return words.say(known[name]) if name in known else name


def cell(amount: Amount, words: Words) -> Cell:
    """A number, or why there is none."""
    match amount:
        case Why.FEW:
            return words.say(FEW)
        case Why.NOTHING:
            return NOTHING
        case _:
            return amount


def written(number: Cell, words: Words) -> str:
    """A cell as people read it: "1.248", "ẩn"."""
    if number is None:
        return words.say(HIDDEN)
    return counted(number, words) if isinstance(number, int) else number


def amount_said(amount: Amount, form: Form, words: Words) -> str:
    """The same with its unit: "97 %", "2 giờ 5 phút"."""
    if amount is Why.FEW and form is not Form.COUNT:
        return words.say("chưa đủ số liệu")
    if isinstance(amount, Why) or form is Form.COUNT:
        return written(cell(amount, words), words)
    return f"{amount}{NBSP}%" if form is Form.PERCENT else lasting(timedelta(minutes=amount), words)
