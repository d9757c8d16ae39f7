"""Notices and broadcasts for the tests: a storm over one commune, from draft to wherever a test wants it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast, Move
from broadcasts.notice import Kind, Level, Notice

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
ENDS = NOW + timedelta(hours=12)
COMMUNE, NEIGHBOUR, PROVINCE = "26740", "26737", "79"

STORM = Notice(
    Kind.ACTUAL,
    Level.URGENT,
    "Ủy ban nhân dân phường Sài Gòn",
    "bão",
    "Bão số 12 vào tối nay",
    "Gió giật cấp 10, mưa to, nước có thể dâng 50 cm.",
    "Ở trong nhà. Rút điện. Gọi 114 nếu cần cứu.",
    "phường Sài Gòn, Thành phố Hồ Chí Minh",
    (COMMUNE,),
    NOW,
    ENDS,
    "02838290000",
)


def written(notice: Notice = STORM, areas: tuple[str, ...] = (COMMUNE,), **more: Any) -> Broadcast:
    """A draft that nobody has touched yet, with its correction and its all-clear."""
    values: dict[str, Any] = {"correction": correction_of(notice), "all_clear": all_clear_of(notice), **more}
    return Broadcast("b1", "7K2M9QXA", notice, Audience(frozenset(areas)), **values)


def correction_of(notice: Notice) -> Notice:
    """The text that takes it back."""
    return replace(notice, kind=Kind.CANCEL, headline="Đính chính: không có bão", instruction="Sinh hoạt như thường.")


def all_clear_of(notice: Notice) -> Notice:
    """The text that ends it."""
    return replace(notice, kind=Kind.ALL_CLEAR, headline="Bão đã tan", instruction="Có thể ra ngoài.")


def moved(broadcast: Broadcast, *moves: Move, by: str = "", at: datetime = NOW, where: str = "") -> Broadcast:
    """After these moves; who writes is "writer", who decides "approver", each at a telephone of their own."""
    for move in moves:
        who = by or ("writer" if move in (Move.EDIT, Move.SUBMIT) else "approver")
        broadcast = broadcast.moved(move, who, at, where or f"telegram:{who}")
    return broadcast
