"""When it holds: a start or an end, in order, not over, and no "tomorrow" that is another day to whoever reads late."""

from collections.abc import Iterator

from broadcasts.wording.case import Case
from broadcasts.wording.codes import Code
from broadcasts.wording.findings import Finding, found


def _span(case: Case) -> Iterator[Finding]:
    starts, ends = case.notice.starts, case.notice.ends
    if starts is None and ends is None:
        yield found(Code.TIME_MISSING, "starts")
    if ends and ends <= case.now:
        yield found(Code.TIME_OVER, "ends")
    if starts and ends and ends < starts:
        yield found(Code.TIME_REVERSED, "ends")


def _days(case: Case) -> Iterator[Finding]:
    """A forwarded text is read on another day, so a day is named beside "ngày mai"; "tối nay" is only warned of."""
    if case.facts.dated:
        return
    for said in case.facts.tomorrow:
        yield found(Code.TOMORROW_WITHOUT_DATE, said.field, said=said.words)
    for said in case.facts.today:
        yield found(Code.TODAY_WITHOUT_DATE, said.field, said=said.words)


RULES = (_span, _days)
