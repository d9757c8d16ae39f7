"""What to do now, by what the message asked for; the first step is the one that saves most."""

import re
from collections.abc import Collection, Sequence

from bot.advice.already import about_to, done_already
from bot.advice.knowledge import ScamType
from bot.advice.signals import Signal
from bot.advice.unsuspected import still
from bot.advice.verdict import Verdict
from bot.translations import mark
from bot.vietnamese.fold import fold

STOP = mark("{You} đừng làm theo lời họ.")
WAIT = mark("{You} khoan làm theo.")
WAIT_AND_CALL = mark("{You} khoan làm theo. Muốn hỏi lại thì dùng số {you} biết từ trước, không dùng số họ đưa.")
NO_CODE = mark("Không đọc mã, mật khẩu, số thẻ cho ai. Không gửi ảnh căn cước.")
NO_MONEY = mark("Không chuyển tiền, dù chỉ một ít.")
NO_LINK = mark("Không bấm đường dẫn. Cần thì {you} tự mở ứng dụng hoặc trang chính thức.")
NO_APP = mark("Không cài ứng dụng người lạ gửi. Đã cài thì tắt mạng, tắt máy, nhờ người nhà xem.")
NO_CHAT = mark("Không kết bạn, không vào nhóm họ mời.")
TELL = mark("Kể ngay cho người nhà. Ai bảo giấu người nhà là kẻ xấu.")
CALL_BACK = mark("Tự gọi hỏi lại bằng số đã lưu, hoặc số in trên hóa đơn, mặt sau thẻ.")
ASK = mark("Hỏi người nhà hoặc công an xã, phường.")
ASK_AT_DOOR = mark("Hỏi người nhà hoặc công an xã, phường. Họ tới tận nhà mà không chịu đi thì gọi 113.")
REPORT = mark("Có tin hay số lạ thì báo 156, không mất tiền.")

_MOST = 4
_VISITS = re.compile(r"\b(?:toi|den|ghe|vao|vo|qua) (?:tan |tung )?nha\b|\bgo cua\b")
_LINKS = {Signal.LINK_FAKE, Signal.LINK_ENDING, Signal.LINK_SHORT, Signal.LINK_IP, Signal.LINK_UNKNOWN}
_BY_ASK = (  # and words of a step that says so already
    ({Signal.SECRET}, NO_CODE, "ma/mat khau/giay to/can cuoc/quet mat"),
    ({Signal.TRANSFER, Signal.MONEY_FIRST}, NO_MONEY, "tien/phi/dong/nop/nap/coc/tra/mua"),
    (_LINKS, NO_LINK, "bam/duong dan"),
    ({Signal.APP, Signal.PROGRAM}, NO_APP, "cai/tai"),
    ({Signal.NO_CHECKING}, CALL_BACK, "goi/hoi"),
    ({Signal.SECRECY}, TELL, "ke/noi/hoi/goi/dua"),
    ({Signal.MOVE, Signal.LINK_CHAT}, NO_CHAT, "chan/ket ban/nhom"),
)


def steps(
    verdict: Verdict, asked: Collection[Signal], scam: ScamType | None, plain: str = "", *, warns: bool = False
) -> tuple[str, ...]:
    """At most four steps, to be said through `Words`; those that administrators wrote for the kind come first, and
    behind the first of them what is asked here and what they do not speak of.

    They say whom to ask. A number that is saved is not spoken of beside them: of a stranger nobody has one. Where the
    message, in `plain` words, tells that somebody has done it already, or is about to, that is seen to first. `warns`:
    whether it warns of tricks.
    """
    if verdict is Verdict.NO_SIGN:
        return still(plain, warns=warns)
    own = scam.now if scam else ()
    first = STOP if verdict is Verdict.DANGER else WAIT if own else WAIT_AND_CALL
    fitting = _untold(asked, own)
    asks = (ASK_AT_DOOR,) if _VISITS.search(plain) else (ASK, REPORT)
    sooner = done_already(plain) or about_to(plain)
    return (first, *[*sooner, *own[:1], *fitting[: 1 if own else None], *own[1:], *asks][: _MOST - 1])


def _untold(asked: Collection[Signal], own: Sequence[str]) -> Sequence[str]:
    """Steps against what is asked, of which those for the kind say nothing."""
    told = f" {re.sub(r'[^a-z0-9 ]', ' ', fold(' '.join(own)))} "
    fitting = ((step, words) for signals, step, words in _BY_ASK if signals & set(asked))
    return [step for step, words in fitting if not own or not any(f" {word} " in told for word in words.split("/"))]
