"""The log as a table to be taken along."""

import csv
import io
from collections.abc import AsyncIterator, Mapping, Sequence
from functools import partial

from starlette.responses import Response, StreamingResponse

from bot.cells import safe
from bot.storage.offices import audit, audit_reading
from bot.storage.offices.audit import Entry
from bot.translations import mark
from bot.vietnamese.moments import VIETNAM
from bot.web.console.access import may
from bot.web.console.at import At
from bot.web.console.door import Door
from bot.web.console.log import known, page, sought, verify
from bot.web.console.log_words import details
from broadcasts.officer import Action

PORTION = 1000  # rows at once
HEADINGS = (
    *(mark("dòng"), mark("lúc"), mark("ai"), mark("mã của ai"), mark("việc")),
    *(mark("về"), mark("chi tiết"), mark("mã của dòng")),
)


async def table(at: At) -> Response:
    """The rows that are asked for as CSV for a spreadsheet, the oldest first, none of them a formula."""
    name = f'attachment; filename="nhat-ky-{at.now.astimezone(VIETNAM):%Y%m%d-%H%M}.csv"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return StreamingResponse(_lines(at), media_type="text/csv; charset=utf-8", headers=headers)


async def _lines(at: At) -> AsyncIterator[str]:
    yield "\ufeff" + _csv([[at.say(heading) for heading in HEADINGS]])
    read, after = partial(audit_reading.following, sought=sought(at), most=PORTION), audit.BEFORE_ALL
    while rows := await at.read(partial(read, after=after)):
        names, codes = await at.read(partial(known, rows=rows))
        yield _csv([_cells(row, names, codes) for row in rows])
        after = rows[-1].id


def _cells(row: Entry, names: Mapping[str, str], codes: Mapping[str, str]) -> Sequence[str]:
    at = row.at.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M:%S")
    about = codes.get(row.about) or names.get(row.about) or row.about
    return str(row.id), at, names.get(row.who, row.who), row.who, row.what, about, details(row), row.hash


def _csv(rows: Sequence[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows([safe(cell) for cell in row] for row in rows)
    return written.getvalue()


ROUTES = (
    Door("/nhat-ky", page, may(Action.AUDIT)),
    Door("/nhat-ky/kiem", verify, may(Action.AUDIT), ("POST",)),
    Door("/nhat-ky/bang", table, may(Action.AUDIT)),
)
