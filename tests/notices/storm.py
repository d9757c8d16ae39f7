"""A notice, and what may become of it, for the tests of everything that citizens see."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from bot.notices.public import PublicNotice
from broadcasts.broadcast import State
from broadcasts.notice import Kind, Level, Notice

VIETNAM = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 21, 20, 30, tzinfo=VIETNAM)
COMMUNE = "27610"
CODE = "7K2M9QXA"
STORM = Notice(
    kind=Kind.ACTUAL,
    level=Level.URGENT,
    office="Ủy ban nhân dân xã Bình Lợi, Thành phố Hồ Chí Minh",
    event="Bão",
    headline="Bão số 12 vào bờ đêm 21/11",
    description="Gió giật cấp 10, mưa 200 mm. Nước lên 1,5 m trong hai giờ.",
    instruction="Bà con ấp 3 rời nhà trước 19 giờ, lên Trường Tiểu học Bình Lợi.\nKhông đi qua cầu Rạch Dừa.",
    place="xã Bình Lợi, Thành phố Hồ Chí Minh",
    areas=(COMMUNE,),
    starts=datetime(2026, 11, 21, 17, 0, tzinfo=VIETNAM),
    ends=datetime(2026, 11, 22, 8, 0, tzinfo=VIETNAM),
    contact="028 3000 0111",
    web="binhloi.example.vn",
)


def known(notice: Notice = STORM, code: str = CODE, state: State = State.SENT, replaced_by: str = "") -> PublicNotice:
    """The notice as everybody may know it."""
    return PublicNotice(code, notice, state, replaced_by, frozenset(notice.areas))


def of(kind: Kind) -> Notice:
    """What may follow the storm's notice."""
    match kind:
        case Kind.UPDATE:
            later = replace(STORM, ends=datetime(2026, 11, 22, 12, 30, tzinfo=VIETNAM))
        case Kind.CANCEL:
            later = replace(STORM, headline="Tin sơ tán gửi nhầm", instruction="Bà con cứ ở nhà, không cần đi đâu.")
        case Kind.ALL_CLEAR:
            later = replace(STORM, headline="Bão đã tan", instruction="Bà con về nhà, xem lại mái nhà và đường điện.")
        case Kind.ACTUAL:
            later = STORM
    return replace(later, kind=kind)
