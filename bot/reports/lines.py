"""What a report says, line by line: each a measure with its number now and in the period before."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import Enum

from bot.reports.hiding import FEW, few
from bot.storage.counting.figure_names import Family, Figure
from bot.translations import mark
from broadcasts.notice import Level

Sums = Mapping[str, int]  # figures over a period, by name


class Form(Enum):
    """How a number is written."""

    COUNT = "count"
    PERCENT = "percent"
    MINUTES = "minutes"


class Why(Enum):
    """Why a line has no number."""

    NOTHING = "nothing"  # there was nothing to be measured
    FEW = "few"  # so few people that they could be guessed


Amount = int | Why


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: its name in the source language, its numbers, and `key`, which stays the same for ever."""

    key: str
    label: str
    form: Form
    now: Amount
    before: Amount


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together."""

    title: str
    lines: tuple[Line, ...]

    @property
    def lived(self) -> bool:
        """Whether there is any figure in it, now or before: a hidden one is one."""
        return any(amount not in (0, Why.NOTHING) for line in self.lines for amount in (line.now, line.before))


@dataclass(frozen=True, slots=True)
class _Measure:
    key: str
    label: str
    of: Callable[[Sums], Amount]
    form: Form = Form.COUNT

    def line(self, now: Sums, before: Sums, hidden: Collection[str]) -> Line:
        return Line(self.key, self.label, self.form, Why.FEW if self.key in hidden else self.of(now), self.of(before))


def sections(now: Sums, before: Sums, hidden: Collection[str] = ()) -> tuple[Section, ...]:
    """The same lines for every area and every period: one report for all tasks. `hidden`: keys that must stay so."""
    return tuple(Section(title, tuple(one.line(now, before, hidden) for one in some)) for title, some in _SECTIONS)


def people(count: int) -> Amount:
    """A count of people, or of what single people did."""
    return Why.FEW if few(count) else count


def median(sums: Sums, family: Family) -> Amount:
    """The minutes under which half of them lie, from how many there are of each length; nothing of less than FEW."""
    times = sorted(
        (int(name.partition(":")[2]), count) for name, count in sums.items() if name.startswith(f"{family}:")
    )
    total = sum(count for _, count in times)
    if total < FEW:
        return Why.FEW if total else Why.NOTHING
    middle = (total + 1) // 2
    for minutes, count in times:
        middle -= count
        if middle <= 0:
            return minutes
    raise AssertionError("the middle lies among them")


def share(part: int, whole: int) -> Amount:
    """Whole percent; nothing of less than FEW."""
    if whole < FEW:
        return Why.FEW if whole else Why.NOTHING
    return round(100 * part / whole)


def _people(name: str) -> Callable[[Sums], Amount]:
    return lambda sums: people(sums.get(name, 0))


def _count(name: str) -> Callable[[Sums], Amount]:
    return lambda sums: sums.get(name, 0)


def _share(part: str, whole: str, counted: str = "") -> Callable[[Sums], Amount]:
    """With `counted`, a figure that says how many people stand behind it."""

    def found(sums: Sums) -> Amount:
        of_few = bool(counted) and few(sums.get(counted, 0))
        return Why.FEW if of_few else share(sums.get(part, 0), sums.get(whole, 0))

    return found


def _median(family: Family) -> Callable[[Sums], Amount]:
    return lambda sums: median(sums, family)


def _reached(sums: Sums) -> Amount:
    return people(sum(sums.get(Family.REACHED.of(level.value), 0) for level in Level))


def _helped(sums: Sums) -> Amount:
    helped, not_helped = (sums.get(name, 0) for name in (Figure.HELPED, Figure.NOT_HELPED))
    return share(helped, helped + not_helped)


_NOTICES = {
    Level.URGENT: mark("Thông báo khẩn cấp đã phát"),
    Level.FIRST: mark("Thông báo ưu tiên đã phát"),
    Level.ROUTINE: mark("Thông báo thông thường đã phát"),
}
_SECTIONS: tuple[tuple[str, tuple[_Measure, ...]], ...] = (
    (
        mark("Học kỹ năng số"),
        (
            _Measure("learners", mark("Người bắt đầu học"), _people(Figure.LEARNERS)),
            _Measure("started", mark("Lượt bắt đầu bài"), _people(Figure.STARTED)),
            _Measure("finished", mark("Lượt học xong bài"), _people(Figure.FINISHED)),
            _Measure(
                "right",
                mark("Trả lời đúng ngay lần đầu"),
                _share(Figure.RIGHT, Figure.ASKED, Figure.ASKED),
                Form.PERCENT,
            ),
            _Measure("again", mark("Lượt học lại bài đã xong"), _people(Figure.AGAIN)),
            _Measure(
                "right_before",
                mark("Người học lại: đúng ở lần học đầu"),
                _share(Figure.BEFORE_RIGHT, Figure.BEFORE_ASKED, Figure.AGAIN),
                Form.PERCENT,
            ),
            _Measure(
                "right_after",
                mark("Người học lại: đúng ở lần học sau"),
                _share(Figure.AFTER_RIGHT, Figure.AFTER_ASKED, Figure.AGAIN),
                Form.PERCENT,
            ),
        ),
    ),
    (
        mark("Kiểm tra tin đáng ngờ"),
        (_Measure("checks", mark("Tin đã kiểm tra"), _people(Figure.CHECKS)),),
    ),
    (
        mark("Thông báo của chính quyền"),
        (
            *(
                _Measure(f"notices_{level.name.lower()}", label, _count(Family.NOTICE.of(level.value)))
                for level, label in _NOTICES.items()
            ),
            _Measure("reached", mark("Lượt người nhận được"), _reached),
            _Measure("confirmed", mark("Lượt người báo đã đọc hoặc cần giúp"), _people(Figure.CONFIRMED)),
            _Measure("stopped", mark("Thông báo bị dừng"), _count(Figure.STOPPED)),
            _Measure("cleared", mark("Thông báo đã báo hết nguy hiểm"), _count(Figure.CLEARED)),
            _Measure("drills", mark("Cuộc diễn tập"), _count(Figure.DRILLS)),
        ),
    ),
    (
        mark("Giúp đỡ và hỏi đáp"),
        (
            _Measure("cases_opened", mark("Lời kêu cần giúp"), _people(Figure.OPENED)),
            _Measure("cases_closed", mark("Lời kêu đã giúp xong"), _people(Figure.CLOSED)),
            _Measure(
                "case_minutes",
                mark("Nửa số lời kêu có người nhận trong vòng"),
                _median(Family.CASE_MINUTES),
                Form.MINUTES,
            ),
            _Measure("questions", mark("Câu hỏi gửi cán bộ"), _people(Figure.QUESTIONS)),
            _Measure("answered", mark("Câu hỏi đã trả lời"), _people(Figure.ANSWERED)),
            _Measure(
                "answer_minutes",
                mark("Nửa số câu hỏi được trả lời trong vòng"),
                _median(Family.ANSWER_MINUTES),
                Form.MINUTES,
            ),
            _Measure("helped", mark("Câu trả lời sẵn được khen có ích (cả nước)"), _helped, Form.PERCENT),
        ),
    ),
)
