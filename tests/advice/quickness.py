"""How long a text takes, and texts that once took long."""

import time
from collections.abc import Callable

LONGEST_TEXT = 20_000  # characters
PIECES = (
    *("chuyển tiền vào tài khoản ngay ", "http://a.top ", "h0 ", "không ", "123 ", "ma otp", "000201"),
    *("a.b.", "www.", "a-", "xn--", "a.com", "www.a.", "đ.", "a.b.com.", "gov.vn.lat.", "http://a@", "://", "(0", "1."),
    *("000201010211380010A000000727 ", "quét mã nhận "),
)
MOST = 0.15  # seconds; 0.05 on a quiet machine, and one that is busy has taken three times as long
_TIMES = 5


def repeated(piece: str) -> str:
    """The longest text that is nothing but the piece again and again."""
    return (piece * LONGEST_TEXT)[:LONGEST_TEXT]


def seconds(done: Callable[[], object]) -> float:
    """Processor time of the quickest of several runs, so that a busy machine counts less."""
    done()
    taken = []
    for _ in range(_TIMES):
        begun = time.process_time()
        done()
        taken.append(time.process_time() - begun)
    return min(taken)
