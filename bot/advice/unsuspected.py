"""What to say of a message in which no sign was seen, by what it speaks of."""

import re
from typing import NamedTuple

from bot.translations import mark

STORM = mark("Tin bão, lũ thì nghe loa xã, đài, và làm theo người ở xã. Đừng chờ.")
OWN_CODE = mark(
    "Mã ấy chỉ mình {you} dùng, đừng đọc cho ai. Không mua gì mà ngân hàng nhắn mã thì gọi ngân hàng ngay{polite}."
)
NEW_NUMBER = mark("Số mới thì {you} gọi, nghe đúng giọng rồi hãy lưu. Số mới mà hỏi tiền thì khoan đã{polite}.")
CAME_IN = mark("Tin báo tiền thì {you} mở ứng dụng ngân hàng của mình xem có đúng không{polite}.")
NAMED_ACCOUNT = mark(
    "Trước khi chuyển tiền, {you} gọi người mình quen hỏi lại số tài khoản. Chắc hơn nữa thì đưa tận tay{polite}."
)
LOAN = mark("Người quen hỏi tiền thì {you} gọi nghe đúng tiếng, rồi hãy chuyển{polite}.")
PARCEL = mark("Đúng hàng nhà mình đặt thì nhận. Xem hàng rồi hãy trả tiền{polite}.")
OFFICE = mark("Muốn chắc thì {you} hỏi trưởng thôn, tổ trưởng, hoặc ra xã, ra phường mà hỏi{polite}.")
PAY = mark("Tiền thì đưa cho người quen, ở chỗ quen. Có ai đưa số tài khoản lạ thì {you} khoan đã{polite}.")
CLICK = mark("Đường dẫn thì {you} hỏi lại người gửi cho chắc, rồi hãy bấm{polite}.")
SECRETS = mark("Có ai hỏi mã, hỏi giấy tờ hay bảo cài ứng dụng thì {you} khoan đã, gọi số quen mà hỏi{polite}.")
NOTHING_ASKED = mark("{Me} không thấy tin này hỏi tiền, hỏi mã hay bảo bấm đường dẫn{polite}.")
LATER = mark("Sau này có ai hỏi tiền, hỏi mã thì {you} khoan đã, gọi số quen mà hỏi{polite}.")
STILL_ASK = mark(
    "Có ai đưa số tài khoản mới, hỏi mã hay bảo cài ứng dụng thì {you} khoan đã, gọi số quen mà hỏi{polite}."
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONEY = _words("tien trieu ty phi coc vay khoan ck stk ngan nghin gop von")
_LINKS = _words("http https www")
_SECRETS = _words("otp khau app qr quet bank")
_PAIRS = tuple(map(_words, ("ma so", "can cuoc", "ung dung", "cai dat")))  # fmt: skip
_MAY_ASK = _words(
    "tram dong xu gia lai loi von no ung tra mua ban thu nop nap chuyen gui tang thuong trung ma so chup "
    "giay hinh web trang nhan kich tai cai dang nhom"
)
_AMOUNT = re.compile(r"\d(?:k|tr|d|vnd)\d?\Z")
_GIVES = re.compile(r"\b(?:ung ho|quyen gop|dong gop|gop tien|tai khoan|stk|so tk|chuyen khoan)\b")
_SUM = r"(?:\d+(?:k|tr)\d?|\S+ (?:trieu|tram|nghin|ngan))\b"


class _Spoken(NamedTuple):
    """Sentences for what a pattern finds in plain words; one of `words` is always among them."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    sentences: tuple[str, ...]


def _spoken(words: str, pattern: str, *sentences: str) -> _Spoken:
    return _Spoken(_words(words), re.compile(pattern), sentences)


_SPOKEN_OF = (  # the first that fits
    _spoken(
        "bao ap tan lu lut trieu sat doi",
        r"\b(?:(?<!ba )con bao|bao so \d{1,2}|bao lu|ap thap|so tan|lu quet|sat lo|ngap lut|nuoc lu|mua lu|lu ve"
        r"|trieu cuong|xa lu|di doi (?:den|toi|tai san|len|ngay|khi|nguoi))\b",
        STORM,
        STILL_ASK,
    ),
    _spoken(
        "otp ma",
        r"\b(?:otp|ma (?:xac (?:thuc|nhan|minh)|giao dich|dang nhap))(?: (?!goi|tong|lien)\S+){0,12} \d{4,8}\b"
        r"|\b\d{4,8}(?: \S+){0,4} (?:otp|ma xac)\b",
        OWN_CODE,
    ),
    _spoken(
        "moi doi luu cu",
        r"\b(?:doi so (?:moi|roi|dien thoai)|so moi (?:cua (?:con|em|chau|anh|chi|to|minh|ong|ba)|ne|nha|nhe|roi|day)"
        r"|luu (?:lai )?so (?:nay|moi)|so cu (?:\S+ )?(?:bo|cat|mat|khoa))\b",
        NEW_NUMBER,
    ),
    _spoken("sd du gd", r"\b(?:sd|so du|so tien gd|so tien giao dich)\b.*\d", CAME_IN),
    _spoken(
        "stk khoan ck vao vo qua",
        r"\b(?:stk|so tai khoan|(?:vao|vo|qua) (?:so|tai khoan|tk)|chuyen khoan|ck)(?: \S+){0,7}"
        r" (?:\d{8,}|\d{3,}(?: \d{2,})+)",
        NAMED_ACCOUNT,
    ),
    _spoken(
        "ship shipper giao don buu thu cod",
        r"\b(?:ship|shipper|giao hang|don hang|buu ta|buu pham|thu ho|cod)\b",
        PARCEL,
    ),
    _spoken(
        "vay muon gui cho chuyen ck",
        rf"\b(?:vay|muon)(?: \S+){{0,5}} {_SUM}|\b(?:me|ma|ba|bo|cha|ong|noi|ngoai|di|co|chu|bac|anh|chi)"
        rf" (?:gui|cho|chuyen|ck)(?: cho)? (?:con|chau|em)\b(?: \S+){{0,4}} {_SUM}",
        LOAN,
    ),
    _spoken(
        "uy hoa y truong to an xa thon ap",
        r"\b(?:uy ban|nha van hoa|tram y te|truong (?:thon|ap)|to dan pho|cong an xa|(?:xa|thon|ap) (?:bao|moi))\b",
        OFFICE,
    ),
)


def still(plain: str) -> tuple[str, ...]:
    """What to keep in mind, to be said through `Words`; where it speaks of storm or flood, nobody is kept waiting."""
    words = frozenset(plain.split())
    fitting = (one.sentences for one in _SPOKEN_OF if not one.words.isdisjoint(words) and one.pattern.search(plain))
    found = next(fitting, ())
    if STORM in found and _GIVES.search(plain):
        found = (PAY,)
    clicks = () if _LINKS.isdisjoint(words) else (CLICK,)
    return (*found, *clicks) or _of_words(words)


def _of_words(words: frozenset[str]) -> tuple[str, ...]:
    """By what could be asked for; where nothing is that could, that is worth saying too."""
    if not _MONEY.isdisjoint(words) or any(_AMOUNT.search(word) for word in words if word[0].isdigit()):
        return (PAY,)
    if not _SECRETS.isdisjoint(words) or any(map(words.issuperset, _PAIRS)):
        return (SECRETS,)
    return (NOTHING_ASKED, LATER) if _MAY_ASK.isdisjoint(words) else (LATER,)
