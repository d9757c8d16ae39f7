"""The log of who did what: to be looked through, and followed along its chain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from starlette.responses import Response

from bot.storage.database import Transaction
from bot.storage.offices import audit, audit_reading, officers
from bot.storage.offices.audit import FIRST, Entry, Head
from bot.storage.offices.audit_reading import Followed, Sought
from bot.translations import mark
from bot.vietnamese.moments import VIETNAM
from bot.web.console.at import HOME, At
from bot.web.console.log_words import notes, told
from bot.web.console.stamp import stamp

LOG = f"{HOME}/nhat-ky"
AT_ONCE = 50  # rows on a page
STEP = 5000  # rows of the chain that one request follows
WHOLE = mark("Đã kiểm lại từ đầu: {n} dòng, dòng nào cũng khớp với dòng trước.")
BROKEN = mark("Nhật ký đã bị sửa: từ dòng {row} không còn khớp với dòng trước.")
_YEARS = range(2000, 3000)  # the first and the last day of all have none beside them
START = Followed(Head(0, FIRST))


@dataclass(slots=True)
class Chain:
    """How far this process has followed the chain: what was verified once is not gone through at every page."""

    followed: Followed = START

    async def on(self, at: At) -> Followed:
        """A step further."""
        self.followed = await _further(at, self.followed)
        return self.followed

    async def again(self, at: At) -> Followed:
        """From the first row to the last."""
        before, followed = START, await _further(at, START)
        while followed != before:
            before, followed = followed, await _further(at, followed)
        self.followed = followed
        return followed


async def page(at: At) -> Response:
    """The newest rows, or those before a number."""
    asked = at.request.query_params
    before = _number(asked.get("truoc", ""))
    rows = await at.read(lambda tx: audit_reading.newest(tx, sought(at), before, AT_ONCE + 1))
    shown = rows[:AT_ONCE]
    names, codes = await at.read(lambda tx: known(tx, shown))
    return at.page(
        "log.html",
        rows=shown,
        older=shown[-1].id if len(rows) > AT_ONCE else 0,
        asked={name: asked.get(name, "")[:100] for name in ("can-bo", "thong-bao", "ngay")},
        followed=await _chain(at).on(at),
        count=(await at.read(audit.head)).count,
        told=lambda row: told(row, names, at.words),
        about=lambda row: codes.get(row.about) or names.get(row.about) or row.about,
        notes=notes,
        stamp=stamp,
    )


async def verify(at: At) -> Response:
    """Follow the whole chain anew."""
    followed = await _chain(at).again(at)
    if followed.broken is not None:
        return at.go(LOG, at.say(BROKEN, row=followed.broken))
    return at.go(LOG, at.say(WHOLE, n=followed.head.count))


def known(tx: Transaction, rows: Sequence[Entry]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The names of officers and the codes of broadcasts that stand in these rows."""
    ids = {row.who for row in rows} | {row.about for row in rows}
    return officers.names(tx, ids), audit_reading.codes(tx, ids)


def sought(at: At) -> Sought:
    """What the address asks for."""
    asked = at.request.query_params
    who, about = (asked.get(name, "").replace("\0", "").strip()[:100] for name in ("can-bo", "thong-bao"))
    day = _day(asked.get("ngay", ""))
    return Sought(who, about, day, day + timedelta(days=1)) if day else Sought(who, about)


async def _further(at: At, known: Followed) -> Followed:
    if known.broken is not None:
        return known
    return await at.read(lambda tx: audit_reading.follow(tx, known.head, STEP))


def _chain(at: At) -> Chain:
    chain: Chain = at.request.app.state.chain
    return chain


def _day(written: str) -> datetime | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return datetime.combine(day, time(), VIETNAM) if day.year in _YEARS else None


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 16 else 0
