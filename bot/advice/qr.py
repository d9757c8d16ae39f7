"""What to make of the text of a bank's QR code: whom it pays, and that it never brings money."""

from bot.advice.signals import Signal
from bot.advice.verdict import Check, Reason, Verdict
from bot.advice.vietqr import VietQr, looks_like_qr, read_vietqr
from bot.translations import mark

PAYS_OUT = mark("Quét mã này là tiền của {you} đi ra. Không ai cần mã QR để gửi tiền cho {you}.")
READ_NAME = mark("Trước khi trả, {you} đọc kỹ tên người nhận trên màn hình. Sai tên thì dừng lại.")
DO_NOT_PAY = mark("{You} đừng trả tiền theo mã này.")

_QR_KIND = "N10"


def check_qr(text: str) -> Check | None:
    """What to make of a code's text; None for any other text."""
    if not looks_like_qr(text):
        return None
    read = read_vietqr(text)
    if read is None or not read.sound:
        reason = Reason(Signal.QR_BROKEN, _receiver(read) if read else text.strip()[:20])
        return Check(Verdict.SUSPICIOUS, _QR_KIND, (reason,), (DO_NOT_PAY, READ_NAME))
    return Check(Verdict.NO_SIGN, None, (Reason(Signal.QR_PAYS, _receiver(read)),), (PAYS_OUT, READ_NAME))


def _receiver(read: VietQr) -> str:
    amount = f"{int(read.amount):,} VND".replace(",", ".") if read.amount.isdecimal() else ""
    return ", ".join(part for part in (read.bank or read.bin, read.account, read.name, amount, read.note) if part)
