"""What is held about a person, in words that the person can read."""

from bot.areas import commune, full_name
from bot.conversation.facts import HeldRow
from bot.conversation.visit import Visit
from bot.messages import Paragraph
from bot.translations import mark

_TABLES = {
    "contacts": mark("Người dùng"),
    "addresses": mark("Nơi {you} nhắn cho {me}"),
    "follows": mark("Xã đang theo dõi"),
    "consents": mark("Sự đồng ý"),
    "progress": mark("Bài đã học"),
    "answers": mark("Câu đã trả lời"),
    "requests": mark("Yêu cầu về dữ liệu"),
    "mailbox": mark("Tin trong trang trò chuyện"),
    "inbox": mark("Tin {you} đã gửi, không giữ lời"),
    "receipts": mark("Trả lời thông báo"),
    "deliveries": mark("Thông báo đã gửi cho {you}"),
    "attempts": mark("Lần gửi thông báo"),
    "cases": mark("Yêu cầu giúp"),
    "case_words": mark("Lời nhắn khi cần giúp"),
    "questions": mark("Câu đã nhờ cán bộ"),
}
# What a person would want to see first; the file has every column of every row.
_COLUMNS = {
    "contacts": ("audience", "language", "quiet_from", "quiet_to"),
    "follows": ("area",),
    "consents": ("version",),
    "progress": ("lesson", "right", "asked"),
    "requests": ("kind",),
}
_MOST_SHOWN = 3  # rows of one kind on the screen


def as_paragraphs(visit: Visit, rows: tuple[HeldRow, ...]) -> tuple[Paragraph, ...]:
    """A short account: how many of each kind, and the first few."""
    if not rows:
        return (visit.plain("Không có gì. {You} đang xem thử nên {me} không ghi lại."),)
    return tuple(_kind(visit, table, [row for row in rows if row.table == table]) for table in _tables(rows))


def _tables(rows: tuple[HeldRow, ...]) -> list[str]:
    return list(dict.fromkeys(row.table for row in rows))


def _kind(visit: Visit, table: str, rows: list[HeldRow]) -> Paragraph:
    heading = visit.say("{what}: {n}", what=_title(visit, table), n=len(rows))
    lines = (_line(visit, row, _COLUMNS.get(table, ())) for row in rows[:_MOST_SHOWN])
    return Paragraph("\n".join((heading, *(f"– {line}" for line in lines if line))))


def _title(visit: Visit, table: str) -> str:
    return visit.say(_TABLES[table]) if table in _TABLES else table


def _line(visit: Visit, row: HeldRow, columns: tuple[str, ...]) -> str:
    values = dict(row.values)
    found = ", ".join(_said(visit, name, values[name]) for name in columns if values.get(name))
    return f"{row.since:%d/%m/%Y}: {found}" if found and row.since else found


def _said(visit: Visit, column: str, value: str) -> str:
    """A code as the name that the person knows."""
    area = commune(value) if column == "area" else None
    lesson = visit.world.library.lesson(value, visit.state.language) if column == "lesson" else None
    return full_name(area) if area else lesson.title if lesson else value


def as_file(visit: Visit, rows: tuple[HeldRow, ...]) -> bytes:
    """Everything, one line a row with the names of its columns, as UTF-8 text; emptied messages share one line."""
    emptied = [row for row in rows if row.table == "inbox" and not dict(row.values).get("body")]
    lines = [f"{_title(visit, row.table)}: {_whole(row)}" for row in rows if row not in emptied]
    head = visit.say("Tất cả dữ liệu mà Cầm Tay giữ về {you}, lúc {at}", at=f"{visit.local:%H:%M %d/%m/%Y}")
    return "\n".join((head, *lines, *_counted(visit, emptied), "")).encode()


def _counted(visit: Visit, emptied: list[HeldRow]) -> tuple[str, ...]:
    if not emptied:
        return ()
    what = _title(visit, "inbox")
    return (visit.say("{what}: {n}, chỉ còn số thứ tự và giờ nhận, tự mất sau bảy ngày", what=what, n=len(emptied)),)


def _whole(row: HeldRow) -> str:
    return ", ".join(f"{name} = {value}" for name, value in row.values if value)
