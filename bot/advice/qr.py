"""What to make of the text of a bank's QR code: whom it pays, and that it never brings money."""

from collections.abc import Iterator

from bot.advice.evidence import Evidence
from bot.advice.reading import Reading
from bot.advice.signals import Signal
from bot.advice.spoken_cues import cue
from bot.advice.verdict import Check, Reason, Verdict
from bot.advice.vietqr import VietQr, find_vietqr, looks_like_qr, read_vietqr
from bot.translations import mark

PAYS_OUT = mark("Quét mã này là tiền của {you} đi ra. Không ai cần mã QR để gửi tiền cho {you}.")
READ_NAME = mark("Trước khi trả, {you} đọc kỹ tên người nhận trên màn hình. Sai tên thì dừng lại.")
DO_NOT_PAY = mark("{You} đừng trả tiền theo mã này.")

_QR_KIND = "N10"
_SCAN = "(?:quet|soi|scan|qr|ma (?:nay|kia|duoi|sau|vuong|ben duoi|o duoi|em gui|gui kem))"
# Who scans gets something, and not who sends the code: "để shop nhận tiền".
_GETS = (
    "(?<!em )(?<!shop )(?<!ben )(?<!quan )(?<!tiem )(?<!hang )(?<!toi )(?<!minh )(?<!chau )(?<!con )(?<!nguoi )(?<!ho )"
    "(?<!da )(?<!chua )(?<!khoan )(?<!duoc em )(?:nhan|linh|lanh|huong|hoan|rut)"
)
_GOOD = (
    r"(?:tien|thuong|qua|luong|loc|li xi|hoa hong|tro cap|ho tro|boi thuong|hoan tien|hoan phi|chuyen khoan|voucher"
    r"|[0-9]\S*)"
)
_PROMISED = cue(rf"""
    {_SCAN}<far> {_GETS}<gap> {_GOOD}
    {_GETS}<gap> {_GOOD}<far> {_SCAN}
""")
# Who says that it is paid promises nothing that the code does not do.
_PAID = cue(r"""
    thanh toan|tra tien|dong tien|dong phi|dong hoc phi|dong quy|nop|(?<!nhan )chuyen khoan|(?<!nhan )chuyen tien
    ck|mua|tien hang|tien phong|tien nha|tien com|ung ho|quyen gop|dat coc|coc|goi mon|hoa don
""")


def check_qr(text: str) -> Check | None:
    """What to make of a code's text and nothing else; None for any other text."""
    if not looks_like_qr(text) or _says_more(text):
        return None
    read = read_vietqr(text)
    if read is None or not read.sound:
        reason = Reason(Signal.QR_BROKEN, _receiver(read) if read else text.strip()[:20])
        return Check(Verdict.SUSPICIOUS, _QR_KIND, (reason,), (DO_NOT_PAY, READ_NAME))
    return Check(Verdict.NO_SIGN, None, (Reason(Signal.QR_PAYS, _receiver(read)),), (PAYS_OUT, READ_NAME))


def told_by_code(reading: Reading, *, warns: bool) -> Iterator[Evidence]:
    """The evidence of the first code of payment among a message's words: worst where these promise money for it."""
    for start, end, read in find_vietqr(reading.text):
        said = " ".join(word.plain for word in reading.words if word.end <= start or word.at >= end)
        promised = _PROMISED.search(said) and not _PAID.search(said)
        if promised and not warns:
            yield Evidence(Signal.QR_LURES, _receiver(read), start, _QR_KIND)
        else:
            yield Evidence(Signal.QR_PAYS if read.sound else Signal.QR_BROKEN, _receiver(read), start)
        return


def _says_more(text: str) -> bool:
    """Whether words stand behind the code with which a text begins."""
    first = next(find_vietqr(text), None)
    return first is not None and any(map(str.isalpha, text[first[1] :]))


def _receiver(read: VietQr) -> str:
    amount = f"{int(read.amount):,} VND".replace(",", ".") if read.amount.isdecimal() else ""
    return ", ".join(part for part in (read.bank or read.bin, read.account, read.name, amount, read.note) if part)
