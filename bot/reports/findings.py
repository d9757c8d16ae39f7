"""What a sheet for everybody says of a report: one sentence, three numbers, a few bars; nothing that is hidden."""

from collections.abc import Iterable, Sequence

from bot.conversation.offices.figures import counted
from bot.reports.lines import Line
from bot.reports.report import Report
from bot.reports.sheets import Reader, amount_said, place, verdict_name
from bot.reports.tables import family, parts, told, trend
from bot.storage.counting.figure_names import Family, Figure
from bot.translations import Words

FIRST = ("finished", "checks", "learners", "reached", "questions", "answered")  # what is shown of a report
MOST_BARS = 5
Bars = Sequence[tuple[str, int]]


def finding_of(report: Report, reader: Reader) -> str:
    """The sentence above everything."""
    say, words = reader.words.say, reader.words
    lines = _lines(report)
    danger = dict(_verdicts(report, words)).get(verdict_name("danger", words), 0)
    checks, finished = lines["checks"].now, lines["finished"].now
    if danger and isinstance(checks, int):
        found, whole = counted(danger, words), counted(checks, words)
        return say("Máy thấy {n} trong {all} tin bà con gửi là nguy hiểm", n=found, all=whole)
    if isinstance(finished, int) and finished:
        return say("Bà con đã học xong {n} lượt bài để không bị lừa", n=counted(finished, words))
    return say("Mỗi ngày ba phút, học cách không bị lừa")


def numbers_of(report: Report, words: Words) -> list[tuple[str, str]]:
    """Three numbers with what they count; those that there are before those that are hidden or nought."""
    lines = _lines(report)
    there = [key for key in FIRST if isinstance(lines[key].now, int) and lines[key].now != 0]
    chosen = [*there, *(key for key in FIRST if key not in there)][:3]
    return [(amount_said(lines[key].now, lines[key].form, words), words.say(lines[key].label)) for key in chosen]


def bars_of(report: Report, reader: Reader) -> tuple[str, Bars]:
    """What the chart is of, and its bars, the longest first: the first of some questions that has an answer."""
    words = reader.words
    scams = _seen((reader.scams.get(row.name, row.name), row.numbers[0]) for row in family(report, Family.SCAM))
    if scams:
        return words.say("Trò lừa gặp nhiều nhất, số tin"), _longest(scams)
    places = _seen((place(row.name, words), row.numbers[1]) for row in parts(report) if row.name)
    if places:
        return words.say("Lượt học xong, theo nơi"), _longest(places)
    verdicts = _verdicts(report, words)
    if verdicts:
        return words.say("Tin đã kiểm tra, theo kết quả"), _longest(verdicts)
    return words.say("Lượt học xong, các tuần cuối"), _weeks(report)


def _weeks(report: Report) -> Bars:
    points = _seen((f"{point.begins:%d/%m}", point.count) for point in trend(report, Figure.FINISHED))
    return points[-MOST_BARS:]


def _lines(report: Report) -> dict[str, Line]:
    return {line.key: line for section in told(report) for line in section.lines}


def _verdicts(report: Report, words: Words) -> list[tuple[str, int]]:
    return _seen((verdict_name(row.name, words), row.numbers[0]) for row in family(report, Family.VERDICT))


def _seen(rows: Iterable[tuple[str, int | None]]) -> list[tuple[str, int]]:
    return [(name, count) for name, count in rows if count]


def _longest(rows: Bars) -> Bars:
    return sorted(rows, key=lambda row: -row[1])[:MOST_BARS]
