"""The overview: how teaching, warning and helping go in a commune, a province or the country, until this moment."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.reports.period import Kind, Period
from bot.reports.report import Report, glanced
from bot.reports.sheets import place
from bot.reports.trends import Trends, trends
from bot.storage.counting.figure_names import Figure
from bot.storage.counting.figure_span import day_of
from bot.storage.database import Transaction
from bot.translations import mark
from bot.web.console.access import may
from bot.web.console.area_map import CALLED, area_map, figure_named
from bot.web.console.at import At
from bot.web.console.door import Door
from bot.web.console.report_areas import may_see, wider, widest
from bot.web.console.report_page import bring_up_to_date, helpers, reader, shown
from bot.web.console.trend_charts import trend_charts
from broadcasts.officer import Action

SPANS = {7: mark("7 ngày"), 28: mark("4 tuần"), 91: mark("13 tuần")}
USUAL = 28


async def overview(at: At) -> Response:
    """The figures of an area of the officer's, of the last days with today."""
    mine = widest(at.officer)
    if not mine:
        return at.page("overview.html", shown=None)
    area, days = at.request.query_params.get("noi") or mine[0], _days(at)
    if not may_see(at.officer, area):
        raise HTTPException(403)
    await bring_up_to_date(at)
    today = day_of(at.now)
    period = Period(Kind.AD_HOC, today - timedelta(days=days - 1), today)
    report, along = await at.read(lambda tx: _glanced(tx, area, period, at))
    found = await shown(report, at)
    found = replace(found, charts=(*found.charts, *trend_charts(along, report, await reader(at))))
    above, figure = wider(at.officer, area), figure_named(at.request.query_params.get("so", ""))
    return at.page(
        "overview.html",
        **helpers(at),
        shown=found,
        where=place(area, at.words),
        area=area,
        days=days,
        spans=SPANS,
        map=area_map(report, figure, lambda code: _way(code, days, figure), at),
        figure=figure,
        figures=CALLED,
        areas=[(code, place(code, at.words)) for code in mine],
        above=(_way(above, days, figure), place(above, at.words)) if above else None,
    )


def _glanced(tx: Transaction, area: str, period: Period, at: At) -> tuple[Report, Trends]:
    report = glanced(tx, area, period, at.now)
    return report, trends(tx, report)


def _way(area: str, days: int, figure: Figure) -> str:
    """The same page of another area."""
    return f"?{urlencode({'noi': area, 'ngay': days, 'so': figure.value})}"


def _days(at: At) -> int:
    """How far back; anything that is no offer is the usual."""
    asked = at.request.query_params.get("ngay", "")
    return int(asked) if asked.isdecimal() and len(asked) < 4 and int(asked) in SPANS else USUAL


ROUTES = (Door("/tong-quan", overview, may(Action.SEE, Action.TEACH)),)
