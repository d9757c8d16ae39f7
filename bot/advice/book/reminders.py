"""What to keep in mind of a message in which no sign was seen: sentences, and of which messages they are told."""

import re
from typing import NamedTuple

from bot.translations import mark

STORM = mark("Tin bão, lũ thì nghe loa xã, đài, và làm theo người ở xã. Đừng chờ.")
OWN_CODE = mark(
    "Mã ấy chỉ mình {you} dùng, đừng đọc cho ai. Vừa tự xin mã thì bình thường, không thì gọi ngân hàng ngay{polite}."
)
NOT_YOU = mark("Không phải {you} làm thì gọi ngay số ở mặt sau thẻ, hoặc ra ngân hàng. Đừng gọi số trong tin{polite}.")
COUNTER = mark("Tự mình ra quầy làm thì được. Ai gọi, ai nhắn mà bảo quét mặt, đọc mã thì đừng theo{polite}.")
NEW_NUMBER = mark("Số mới thì {you} gọi, nghe đúng giọng rồi hãy lưu. Số mới mà hỏi tiền thì khoan đã{polite}.")
CAME_IN = mark("Tin báo tiền thì {you} mở ứng dụng ngân hàng của mình xem, hoặc ra ngân hàng hỏi{polite}.")
SENT_TO_YOU = mark("Tiền tới hay chưa thì {you} xem trong máy mình, rồi gọi người gửi bằng số đã lưu{polite}.")
NAMED_ACCOUNT = mark(
    "Trước khi chuyển tiền, {you} gọi người mình quen hỏi lại số tài khoản. Chắc hơn nữa thì đưa tận tay{polite}."
)
LOAN = mark("Người quen hỏi tiền thì {you} gọi nghe đúng tiếng, rồi hãy chuyển{polite}.")
PARCEL = mark("Đúng hàng nhà mình đặt thì nhận. Xem hàng rồi hãy trả tiền{polite}.")
GIFT_PARCEL = mark("Hàng người nhà gửi thì {you} gọi người ấy hỏi. Đòi thêm tiền thì khoan đã{polite}.")
DUE = mark("Đúng của nhà mình thì trả ở chỗ mọi khi. Không phải thì gọi số trên hợp đồng, trên hóa đơn mà hỏi{polite}.")
OUTAGE = mark("Tin mất điện, mất nước thì hỏi hàng xóm, hoặc gọi số in trên hóa đơn{polite}.")
HEALTH = mark("Lịch khám, lịch tiêm thì xem lại giấy hẹn, sổ tiêm, hoặc hỏi trạm y tế, bệnh viện{polite}.")
SCHOOL = mark("Tin của lớp thì hỏi lại thầy cô, hoặc phụ huynh khác. Ai đưa tài khoản lạ thì khoan đã{polite}.")
FUND = mark("Góp thì đưa tận tay người mình biết mặt, có ghi sổ. Đừng chuyển vào tài khoản lạ{polite}.")
OFFICE = mark("Muốn chắc thì {you} hỏi trưởng thôn, trưởng ấp, tổ trưởng, hoặc ra xã, ra phường mà hỏi{polite}.")
PACKAGE = mark("Gói cước, khuyến mãi thì dùng hay không tùy mình. Hỏi tổng đài nhà mạng, hoặc ra cửa hàng{polite}.")
SHOP_CODE = mark("Khách quét mã của mình thì tiền vào máy mình. Thỉnh thoảng xem mã có bị dán đè không{polite}.")
VISIT = mark(
    "Người lạ tới nhà thì hỏi trưởng thôn, tổ trưởng có biết không. Đòi tiền, đòi cài gì thì khoan đã{polite}."
)
WORK = mark("Việc thật thì làm xong họ trả tiền cho mình. Bắt đóng tiền trước thì thôi{polite}.")
SALE = mark("Tới tận nơi xem hàng, ưng rồi hãy trả tiền{polite}.")
LOST = mark("Có thấy thì gọi giùm. Ai đòi tiền, đòi mã rồi mới trả đồ thì khoan đã{polite}.")
BEWARE = mark("Có ai gọi, nhắn như vậy thì đừng làm theo, kể ngay cho người nhà{polite}.")
PAY = mark("Có chuyện tiền thì {you} gặp tận mặt, hoặc gọi số đã lưu mà hỏi. Tài khoản lạ thì khoan đã{polite}.")
CLICK = mark("Đường dẫn thì {you} hỏi lại người gửi cho chắc, rồi hãy bấm{polite}.")
SECRETS = mark("Có ai hỏi mã, hỏi giấy tờ hay bảo cài ứng dụng thì {you} khoan đã, gọi số quen mà hỏi{polite}.")
NOTHING_ASKED = mark("{Me} không thấy tin này hỏi tiền, hỏi mã hay bảo bấm đường dẫn{polite}.")
LATER = mark("Sau này có ai hỏi tiền, hỏi mã thì {you} khoan đã, gọi số quen mà hỏi{polite}.")
STILL_ASK = mark(
    "Có ai đưa số tài khoản mới, hỏi mã hay bảo cài ứng dụng thì {you} khoan đã, gọi số quen mà hỏi{polite}."
)

_SUM = r"(?:\d+(?:k|tr)\d?|\S+ (?:trieu|tram|nghin|ngan))\b"
_TO_YOU = "anh|chi|me|ma|bo|ba|cha|tia|ong|bac|co|chu|cau|di|mo|may|ban|noi|ngoai"


class Reminder(NamedTuple):
    """Sentences for what a pattern finds in plain words; one of `words` is always among them."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    sentences: tuple[str, ...]


def _of(words: str, pattern: str, *sentences: str) -> Reminder:
    return Reminder(frozenset(words.split()), re.compile(pattern), sentences)


REMINDERS = (  # the first that fits
    _of(
        "bao ap tan lu lut trieu sat doi",
        r"\b(?:(?<!ba )con bao|bao so \d{1,2}|bao lu|ap thap|so tan|lu quet|sat lo|ngap lut|nuoc lu|mua lu|lu ve"
        r"|trieu cuong|xa lu|di doi (?:den|toi|tai san|len|ngay|khi|nguoi))\b",
        STORM,
        STILL_ASK,
    ),
    _of(
        "otp ma",
        r"\b(?:otp|ma (?:xac (?:thuc|nhan|minh)|giao dich|dang nhap))(?: (?!goi|tong|lien)\S+){0,12} \d{4,8}\b"
        r"|\b\d{4,8}(?: \S+){0,4} (?:otp|ma xac)\b",
        OWN_CODE,
    ),
    _of(
        "thiet that phai",
        r"\b(?:thiet|that) bi (?:moi|la)\b|\bneu khong phai (?:quy khach|qk|ban|anh|chi|ong|ba|minh)\b",
        NOT_YOU,
    ),
    _of(
        "quay",
        r"\b(?:o|tai) quay\b(?: \S+){0,40} (?:mat|can cuoc|ma|the)\b",
        COUNTER,
    ),
    _of(
        "moi doi luu cu nhan nho",
        r"\b(?:nhan (?:nho |tam )?bang (?:zalo|may|so) cua|nho (?:zalo|may|so) cua|luu so"
        r"|doi (?:sang )?so (?:moi|roi|dien thoai)"
        r"|so moi (?:cua (?:con|em|chau|anh|chi|to|minh|ong|ba)|ne|nha|nhe|roi|day)"
        r"|luu (?:lai )?so (?:nay|moi)|so cu (?:\S+ )?(?:bo|cat|mat|khoa))\b",
        NEW_NUMBER,
    ),
    _of("sd du gd", r"\b(?:sd|so du|so tien gd|so tien giao dich)\b.*\d", CAME_IN),
    _of(
        "chuyen gui ck",
        rf"\b(?:da|moi|vua) (?:chuyen|gui|ck)(?: khoan| tien)?(?: qua| vo| vao)?(?: cho)? (?:{_TO_YOU})\b"
        rf"(?: \S+){{0,4}} {_SUM}",
        SENT_TO_YOU,
    ),
    _of(
        "ngung mat cup cat",
        r"\b(?:ngung|cup|mat|cat) (?:\S+ ){0,2}(?:dien|nuoc)\b(?: \S+){0,20} (?:sua|bao (?:tri|duong)|khu|xom|thon|ap"
        r"|to|duong)\b",
        OUTAGE,
    ),
    _of(
        "kham tiem uong",
        r"\b(?:(?:tai|lich|phieu) kham|kham (?:suc khoe|dinh ky|thai|lai)|tiem (?:chung|vac xin|mui)|uong vitamin)\b",
        HEALTH,
    ),
    _of(
        "stk khoan ck vao vo qua",
        r"\b(?:stk|so tai khoan|(?:vao|vo|qua) (?:so|tai khoan|tk)|chuyen khoan|ck)(?: \S+){0,7}"
        r" (?:\d{8,}|\d{3,}(?: \d{2,})+)",
        NAMED_ACCOUNT,
    ),
    _of("khach", r"\bkhach(?: \S+){0,5} quet\b|\bquet(?: \S+){0,12} khach (?:mua|quet|tra)\b", SHOP_CODE),
    _of(
        "phu lop chu truong",
        r"\b(?:phu huynh|co chu nhiem|chu nhiem|nha truong|hop phu huynh)\b",
        SCHOOL,
    ),
    _of(
        "gui giao dat mua",
        r"\bcua (?:co|chi|anh|chau|con|chu|me|bo|di) \S+ (?:dat|gui|mua)\b"
        r"|\b(?:con|chau|em|anh|chi|me|ba|bo|di|chu)(?: \S+){0,4} gui (?:ve|ra|vo|vao|len|xuong)\b(?: \S+){0,9}"
        r" (?:thung|hop|hang|do|goi)\b",
        GIFT_PARCEL,
    ),
    _of(
        "ship shipper giao don buu thu cod",
        r"\b(?:ship|shipper|giao hang|don hang|buu ta|buu pham|thu ho|cod)\b",
        PARCEL,
    ),
    _of("quy gop", r"\b(?:dong gop|gop quy|quyen gop|gop tien|thu quy|quy (?:lop|hoi|xom|ap|thon|to|sua|xay))\b", FUND),
    _of(
        "uy hoa y truong to an xa thon ap tru",
        r"\b(?:uy ban|tru so|nha van hoa|tram y te|truong (?:thon|ap)|to dan pho|cong an xa"
        r"|(?:xa|thon|ap) (?:bao|moi))\b",
        OFFICE,
    ),
    _of("quy gop", r"\b(?:dong gop|gop quy|quyen gop|gop tien|thu quy|quy (?:lop|hoi|xom|ap|thon|to|sua|xay))\b", FUND),
    _of(
        "uy hoa y truong to an xa thon ap tru",
        r"\b(?:uy ban|tru so|nha van hoa|tram y te|truong (?:thon|ap)|to dan pho|cong an xa"
        r"|(?:xa|thon|ap) (?:bao|moi))\b",
        OFFICE,
    ),
    _of(
        "vao den toi ghe",
        r"\b(?:cong an|to truong|can bo|truong thon)\b(?: \S+){0,20} (?:vao|den|toi|ghe) (?:tan )?(?:nha|ngo|cua)\b",
        VISIT,
    ),
    _of("goi soan", r"\bgoi (?:cuoc|data)\b|\bsoan (?:\S+ ){1,3}gui \d{3,4}\b", PACKAGE),
    _of(
        "han hoa ky phi tien cuoc",
        r"\b(?:(?:den|toi|het|gia) han|han (?:thanh toan|cuoi|nop|dong)|ky (?:thanh toan|hoa don|cuoc)|khoan vay"
        r"|phi bao hiem|hoa don|tien (?:dien|nuoc|mang|net|rac)|cuoc (?:thang|internet|mang))\b",
        DUE,
    ),
    _of(
        "vay muon gui cho chuyen ck",
        rf"\b(?:vay|muon(?! (?:chuyen|mua|lam|nhan|rut|nop|gui|co)\b))(?: \S+){{0,5}} {_SUM}"
        rf"|\b(?:me|ma|ba|bo|cha|ong|noi|ngoai|di|co|chu|bac|anh|chi)"
        rf" (?:co thi )?(?:gui|cho|chuyen|ck)(?: cho)? (?:con|chau|em)\b(?: \S+){{0,4}} {_SUM}",
        LOAN,
    ),
    _of(
        "lac hau roi nhat",
        r"\b(?:di lac|that lac|hau ta|(?:danh|lam) roi|nhat duoc(?= (?:cai|vi|dien|giay|tien|xe|con|may|bop|tui)))\b",
        LOST,
    ),
    _of(
        "cong luong tho lam nguoi",
        r"\b(?:(?:tra|tinh|phat|nhan) (?:cong|luong|tien luon|tien trong ngay)|ngay cong|bao com"
        r"|(?:can|thieu|thue|kiem|tuyen) (?:\S+ )?(?:nguoi|tho|nhan vien|lao dong)(?: \S+)?"
        r" (?:lam|phu|cat|hai|lua|gat|dung|phuc|ban))\b",
        WORK,
    ),
    _of(
        "giam khuyen khai uu",
        r"\b(?:giam (?:gia|\d\S*)|khuyen mai|khai truong|uu dai|thanh ly|xa hang)\b",
        SALE,
    ),
)
