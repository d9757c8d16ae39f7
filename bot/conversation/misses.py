"""Short helpful answers to what was not understood: never silence, never the same sentence twice in a row."""

from collections.abc import Sequence

from bot.conversation.visit import Move, Visit
from bot.messages import Choice
from bot.translations import mark

NOT_UNDERSTOOD = (
    mark("Xin lỗi, {me} chưa hiểu ý {you}. {You} chọn một số dưới đây{polite}."),
    mark("{Me} là máy nên chỉ hiểu câu ngắn. {You} nhắn một số, hoặc nhắn “menu” để về trang đầu{polite}."),
    mark("{Me} vẫn chưa hiểu. {You} nhắn “giúp” nếu cần giúp, nhắn “menu” nếu muốn bắt đầu lại{polite}."),
)
NO_SUCH_NUMBER = (
    mark("Số đó không có ở đây. {You} chọn lại một số dưới đây{polite}."),
    mark("{You} xem lại giúp {me}: chỉ có những số dưới đây thôi{polite}."),
)
OLD_BUTTON = (
    mark("Nút đó thuộc màn hình cũ. {You} chọn ở màn hình này{polite}."),
    mark("Nút vừa bấm đã cũ rồi. {You} bấm một nút dưới đây{polite}."),
)
NOTHING_TO_HEAR = (
    mark("Phần này chưa có bản đọc thành tiếng{polite}."),
    mark("{Me} xin lỗi, chỗ này vẫn chưa nghe được{polite}."),
)
NOTHING_TO_CONFIRM = (
    mark("Hiện không có thông báo nào chờ {you} xác nhận{polite}."),
    mark("{You} không có thông báo nào chưa đọc{polite}."),
)


def missed(visit: Visit, sentences: Sequence[str]) -> Move:
    """The next of several sentences that mean the same, and the same screen again."""
    count = visit.state.misses
    return Move(said=(visit.plain(sentences[count % len(sentences)]),), changes={"misses": count + 1})


def which(visit: Visit, choices: Sequence[Choice]) -> Move:
    """Asks back between labels that look alike."""
    labels = visit.say(" hay ").join(f"“{choice.label}” ({choice.key})" for choice in choices)
    return Move(said=(visit.plain("Ý {you} là {labels}? {You} nhắn số giúp {me}{polite}.", labels=labels),))
