"""A site with lessons and notices for the public pages, spoken to without a database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.learning.library import Library, read_library
from bot.notices.public import PublicNotice
from bot.web.ports import Ports
from broadcasts.broadcast import State
from broadcasts.notice import Kind, Level
from tests.broadcasts.made import COMMUNE, STORM
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
LESSONS = Path(__file__).parents[2] / "lessons"
ELSEWHERE = "00721"
STORM_HERE = PublicNotice("7K2M9QXA", STORM, State.SENT, areas=frozenset({COMMUNE}))
POWER_CUT = PublicNotice(
    "ABCD2345",
    replace(STORM, level=Level.ROUTINE, headline="Cắt điện sáng mai", place="xã Đồng Văn", areas=(ELSEWHERE,)),
    State.SENDING,
    areas=frozenset({ELSEWHERE}),
)
DRILL = PublicNotice(
    "DDDD2345",
    replace(STORM, drill=True, headline="[DIỄN TẬP] Báo thử"),
    State.SENT,
    areas=frozenset({COMMUNE}),
)
ENDED = PublicNotice(
    "EEEE2345",
    replace(STORM, headline="Lũ đã rút", ends=NOW - timedelta(hours=2)),
    State.SENT,
    areas=frozenset({COMMUNE}),
)
WITHDRAWN = PublicNotice(
    "FFFF2345",
    replace(STORM, headline="Tin gửi nhầm"),
    State.CANCELLED,
    "GGGG2345",
    areas=frozenset({COMMUNE}),
    stopped_at=NOW - timedelta(hours=1),
)
CORRECTION = PublicNotice(
    "GGGG2345",
    replace(STORM, kind=Kind.CANCEL, headline="Đính chính tin gửi nhầm"),
    State.SENT,
    areas=frozenset({COMMUNE}),
)
LONG_OVER = replace(ENDED, code="HHHH2345", notice=replace(STORM, headline="Chuyện cũ", ends=NOW - timedelta(days=2)))
NOTICES = (POWER_CUT, STORM_HERE, DRILL, ENDED, WITHDRAWN, CORRECTION, LONG_OVER)


@cache
def library() -> Library:
    """The lessons that are shipped."""
    return read_library(LESSONS)


def published(
    notices: Sequence[PublicNotice] = NOTICES, lessons: Library | None = None, public_url: str = "http://xa.test"
) -> Ports:
    """The ports of that site, at NOW."""

    async def find(code: str) -> PublicNotice | None:
        return next((one for one in notices if one.code == code), None)

    ports = scripted_ports(Conversation(RingingMailbox()), public_url)
    return replace(
        ports,
        notices=lambda: notices,
        notice=find,
        lessons=lambda: lessons or library(),
        picture=lambda name: (LESSONS / "hinh" / name).read_bytes() if (LESSONS / "hinh" / name).is_file() else None,
        now=lambda: NOW,
    )
