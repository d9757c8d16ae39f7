"""Notices as the API gives them."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from bot.conversation.notice_facts import Seen
from bot.web.api.problems import say
from broadcasts.broadcast import Broadcast
from broadcasts.code import shown
from broadcasts.notice import Notice


class FindingOut(BaseModel):
    """One rule of wording that is not kept."""

    code: str
    message: str


class CheckOut(BaseModel):
    """What is wrong; with an error it cannot be submitted."""

    errors: list[FindingOut]
    warnings: list[FindingOut]


class NoticeHead(BaseModel):
    """One notice in a list."""

    id: str
    code: str = Field(description=say("Mã mà người dân tra trên /k/<mã>"), examples=["7K2M-9QXA"])
    state: str = Field(examples=["draft", "submitted", "approved", "sending", "sent"])
    kind: str
    level: str
    drill: bool
    office: str
    headline: str
    areas: list[str]
    starts: str | None
    ends: str | None
    made_at: str
    moved_at: str


class TallyOut(BaseModel):
    """How it goes, in persons; everything is 0 before it is sent, but `meant` after approval."""

    meant: int
    sent: int
    waiting: int
    held: int = Field(description=say("Nằm sẵn, chờ người ấy mở trang"))
    uncertain: int
    failed: int
    dropped: int
    read: int
    help: int


class NoticeOut(NoticeHead):
    """One notice as it stands now."""

    event: str
    description: str
    instruction: str
    place: str
    contact: str
    web: str
    begins: str | None
    refers_to: str
    replaced_by: str = Field(description=say("Mã của bản mới nhất về cùng việc"))
    text_hash: str = Field(description=say("Người duyệt duyệt đúng bản này"))
    tally: TallyOut


class NoticesOut(BaseModel):
    """One page of notices, newest first."""

    notices: list[NoticeHead]
    next: str | None = Field(description=say("Gửi lại trong `after` để xem tiếp; trống là hết"))


class DraftOut(CheckOut):
    """The draft that was made, and what must be changed before an officer can submit it."""

    notice: NoticeOut


def head(broadcast: Broadcast) -> NoticeHead:
    """The broadcast for a list."""
    return NoticeHead(**_head(broadcast))


def whole(seen: Seen) -> NoticeOut:
    """The broadcast with everything that is told of it."""
    broadcast, tally = seen.broadcast, seen.tally
    names = ("event", "description", "instruction", "place", "contact", "web")
    return NoticeOut(
        **_head(broadcast),
        **{name: getattr(broadcast.notice, name) for name in names},
        begins=_moment(broadcast.begins),
        refers_to=broadcast.refers_to,
        replaced_by=shown(seen.replaced_by) if seen.replaced_by else "",
        text_hash=broadcast.text_hash,
        tally=TallyOut(**{name: getattr(tally, name) for name in TallyOut.model_fields}),
    )


def _head(broadcast: Broadcast) -> dict[str, Any]:
    notice = broadcast.notice
    return {
        "id": broadcast.id,
        "code": shown(broadcast.code),
        "state": broadcast.state.value,
        "kind": notice.kind.value,
        "level": notice.level.value,
        "drill": notice.drill,
        "office": notice.office,
        "headline": notice.headline,
        "areas": list(notice.areas),
        **_times(notice),
        "made_at": broadcast.moves[0].at.isoformat(),
        "moved_at": broadcast.moves[-1].at.isoformat(),
    }


def _times(notice: Notice) -> dict[str, str | None]:
    return {"starts": _moment(notice.starts), "ends": _moment(notice.ends)}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
