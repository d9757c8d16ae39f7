"""Reports at the desk: the list of an area's, one as a page, and as files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.reports import making
from bot.reports.files import as_csv, as_json, as_xlsx
from bot.reports.infographic import as_png, as_svg
from bot.reports.period import LONGEST, Kind, Period
from bot.reports.report import Report, made, parts_of
from bot.reports.sheets import Reader, place, title_of
from bot.storage.counting import figures, kept_reports
from bot.storage.counting.figure_span import day_of
from bot.web.console.access import may
from bot.web.console.at import HOME, At, field
from bot.web.console.door import Door
from bot.web.console.report_areas import may_see, wider, widest
from bot.web.console.report_page import helpers, reader, shown
from broadcasts.officer import Action

PATH = f"{HOME}/bao-cao"
SHARE_OVER = timedelta(days=365)  # over which the share of reports that were asked for is told
EARLIEST = date(2000, 1, 1)  # of a day that is reported on: the first ones of all have none before them to compare
MOST_AD_HOC = 10  # percent, the ministry's rule
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Mistakes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class File:
    """One form in which a report leaves."""

    write: Callable[[Report, Reader], bytes]
    media_type: str


FILES: Mapping[str, File] = {
    "xlsx": File(as_xlsx, XLSX),
    "csv": File(as_csv, "text/csv; charset=utf-8"),
    "json": File(as_json, "application/json"),
    "svg": File(as_svg, "image/svg+xml"),
    "png": File(as_png, "image/png"),
}


async def listed(at: At) -> Response:
    """The reports of one area of the officer's, newest first."""
    return await _list(at, at.request.query_params.get("noi", ""))


async def asked_for(at: At) -> Response:
    """Make one for days of the officer's choice."""
    form = await at.form()
    area, begins, ends = (field(form, name, 20) for name in ("noi", "tu", "den"))
    found = _period(begins, ends, day_of(at.now), at)
    if not isinstance(found, Period):
        return await _list(at, area, found, {"tu": begins, "den": ends})
    if not may_see(at.officer, area):
        raise HTTPException(403)
    report = await _made(at, area, found)
    return at.go(f"{PATH}/{report.id}", at.say("Đã lập báo cáo."))


async def _made(at: At, area: str, period: Period) -> Report:
    """From the days that are written down; those that are not yet are written first, none of before anybody came."""
    since = await at.read(kept_reports.first_day)
    missing = (await at.read(lambda tx: figures.known(tx, period.begins, period.ends))).missing
    for day in missing:
        if since is not None and day >= since:
            await figures.keep(at.console.database, day, at.now)
    report = await at.read(lambda tx: made(tx, area, period, at.now))
    await at.write(partial(kept_reports.add, rows=[making.row_of(report)]))
    return report


def _period(begins: str, ends: str, today: date, at: At) -> "Period | Mistakes":
    """Whole days that are over."""
    days = [_day(written) for written in (begins, ends)]
    wrong = [(id, at.say("Ghi ngày, tháng, năm.")) for id, day in zip(("tu", "den"), days, strict=True) if day is None]
    first, last = days
    if wrong or first is None or last is None:
        return tuple(wrong)
    if last >= today:
        return (("den", at.say("Chọn ngày đã qua: hôm nay chưa hết.")),)
    if not timedelta(0) <= last - first <= LONGEST:
        return (("den", at.say("Chọn ngày cuối từ ngày đầu trở đi, không quá một năm.")),)
    return Period(Kind.AD_HOC, first, last)


def _day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day >= EARLIEST else None


async def _list(at: At, asked: str, mistakes: Mistakes = (), given: Mapping[str, str] = {}) -> Response:
    mine = widest(at.officer)
    area = asked or next(iter(mine), "")
    if area and not may_see(at.officer, area):
        raise HTTPException(403)
    rows = await at.read(lambda tx: kept_reports.listed(tx, area))
    some, all_of_them = await at.read(lambda tx: kept_reports.ad_hoc(tx, area, at.now - SHARE_OVER))
    reports = [making.report_of(row) for row in rows]
    above = wider(at.officer, area)
    return at.page(
        "report_list.html",
        **helpers(at),
        status=422 if mistakes else 200,
        area=area,
        where=place(area, at.words),
        reports=[(one, title_of(one, at.words), one.period.kind is Kind.AD_HOC) for one in reports],
        areas=[(code, place(code, at.words)) for code in mine],
        below=[(code, place(code, at.words)) for code in parts_of(area)],
        above=(above, place(above, at.words)) if above else None,
        share=(some, all_of_them, some * 100 > all_of_them * MOST_AD_HOC),
        mistakes=mistakes,
        given=given,
    )


async def page(at: At) -> Response:
    """One report to read or print."""
    report = await _found(at)
    name = place(report.area, at.words)
    return at.page(
        "report.html",
        **helpers(at),
        shown=await shown(report, at),
        where=name,
        ad_hoc=report.period.kind is Kind.AD_HOC,
    )


async def file(at: At) -> Response:
    """One report as a file; drawn pages are shown, all others are downloaded."""
    form, report = FILES.get(at.request.path_params["form"]), await _found(at)
    if form is None:
        raise HTTPException(404)
    extension = at.request.path_params["form"]
    name = f"bao-cao-{report.area}-{report.period.begins}-{report.period.ends}.{extension}"
    shown_there = "inline" if extension in ("svg", "png") else "attachment"
    headers = {"Content-Disposition": f'{shown_there}; filename="{name}"', "Cache-Control": "no-store"}
    return Response(form.write(report, await reader(at)), media_type=form.media_type, headers=headers)


async def _found(at: At) -> Report:
    """404 for what is not there and for what is not the officer's business: ids tell nothing."""
    row = await at.read(lambda tx: kept_reports.find(tx, at.request.path_params["id"]))
    if row is None or not may_see(at.officer, row.area):
        raise HTTPException(404)
    return making.report_of(row)


SEE = may(Action.SEE)
ROUTES = (
    Door("/bao-cao", listed, SEE),
    Door("/bao-cao", asked_for, SEE, ("POST",)),
    Door("/bao-cao/{id}.{form}", file, SEE),
    Door("/bao-cao/{id}", page, SEE),
)
