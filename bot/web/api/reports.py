"""`/reports`: the kept figures of an area; counts of few people are hidden here as everywhere."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from bot.reports.lines import Amount, Line, Section, Why
from bot.reports.making import report_of
from bot.reports.tables import told as told_of
from bot.storage.counting import kept_reports
from bot.storage.counting.figure_names import COUNTRY
from bot.storage.counting.kept_reports import Row
from bot.storage.offices.api_grants import Scope
from bot.web.api.asking import Asking, needs
from bot.web.api.problems import Refused, say, told
from bot.web.api.wrongs import Wrong
from bot.web.console.report_areas import may_see, widest

MOST = 60
AREA = rf"^({COUNTRY}|[0-9]{{2}}|[0-9]{{5}})?$"
router = APIRouter(tags=[say("Báo cáo")])
_READS = Annotated[Asking, needs(Scope.READ_REPORTS)]


class ReportHead(BaseModel):
    """A report without its figures; the same figures are the same report."""

    id: str
    kind: str = Field(examples=["week", "month", "quarter", "ad hoc"])
    area: str
    begins: str
    ends: str = Field(description=say("Ngày cuối của kỳ"))
    made_at: str
    hash: str = Field(description=say("Băm của số liệu từng ngày mà báo cáo được tính ra"))


class ReportsOut(BaseModel):
    """The reports of one area, newest first."""

    reports: list[ReportHead]


class LineOut(BaseModel):
    """One measure, now and in the period before."""

    key: str = Field(description=say("Không bao giờ đổi"))
    section: str
    label: str
    form: str = Field(examples=["count", "percent", "minutes"])
    now: int | None
    before: int | None
    why: str | None = Field(description=say("Vì sao không có số: few (ít người quá), nothing (không có gì để đo)"))


class ReportOut(ReportHead):
    """A report with its figures."""

    lines: list[LineOut]


@router.get("/reports", responses=told(Wrong.MISSING, Wrong.INVALID))
async def some(
    asking: _READS,
    area: Annotated[
        str, Query(pattern=AREA, description=say("Mã xã hay tỉnh; trống là nơi rộng nhất của mã truy cập"))
    ] = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 20,
) -> ReportsOut:
    """Báo cáo đã lập của một nơi, mới nhất trước."""
    officer = asking.caller.officer
    asked = area or next(iter(widest(officer)), "")
    if not may_see(officer, asked):
        raise Refused(Wrong.MISSING)
    rows = await asking.read(lambda tx: kept_reports.listed(tx, asked, limit))
    return ReportsOut(reports=[ReportHead(**_head(row)) for row in rows])


@router.get("/reports/{id}", responses=told(Wrong.MISSING, Wrong.INVALID))
async def one(asking: _READS, id: Annotated[str, Path(pattern=r"^[0-9a-f]{1,40}$")]) -> ReportOut:
    """Một báo cáo với mọi số liệu của nó."""
    row = await asking.read(lambda tx: kept_reports.find(tx, id))
    if row is None or not may_see(asking.caller.officer, row.area):
        raise Refused(Wrong.MISSING)
    lines = [_line(section, line) for section in told_of(report_of(row)) for line in section.lines]
    return ReportOut(**_head(row), lines=lines)


def _head(row: Row) -> dict[str, Any]:
    days = {"begins": row.begins.isoformat(), "ends": row.ends.isoformat(), "made_at": row.made_at.isoformat()}
    return {"id": row.id, "kind": row.kind, "area": row.area, "hash": row.hash, **days}


def _line(section: Section, line: Line) -> LineOut:
    return LineOut(
        key=line.key,
        section=say(section.title),
        label=say(line.label),
        form=line.form.value,
        now=_number(line.now),
        before=_number(line.before),
        why=line.now.value if isinstance(line.now, Why) else None,
    )


def _number(amount: Amount) -> int | None:
    return amount if isinstance(amount, int) else None
