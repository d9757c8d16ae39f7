"""Patterns over folded words, one a line, written with short names for what comes again and again."""

import re

# "Nóng muốn chết": how hot, ugly, dear or funny something is.
_SAID_OF_ALL = (
    "nong lanh ret lo so doi khat no ngon vui cuoi que mac cay tuc on hoi nhieu dong lau nho me thich ngai ngu"
    " lung rang khop goi vai"
)
_SHORT = {
    "<gap>": r"(?: \S+){0,4}?",  # a few words between
    "<far>": r"(?: \S+){0,8}?",
    "<any>": r"(?: \S+)?",
    "<did>": r"(?:lo|vua|moi|da|tro|trot|nhat thoi|dai dot)",
    "<gave>": r"cho(?! (?:toi|tui|minh|bac|em|chau|con|ong|ba|me|co|chu) hoi)",  # and not "let me ask"
    "<really>": "".join(rf"(?<!{how} )" for how in _SAID_OF_ALL.split()),
    "<one>": r"(?:toi|minh|bac|em|chau|con|ong|ba|co|chu|anh|chi|me|bo|ho|ta|tui)",
    "<somebody>": r"(?:ba|ong|anh|chi(?! nhanh)|co|chu|nguyen|tran|le|pham|sep|<other>)",
    "<other>": r"(?:nguoi (?:nay|do|khac|ta|yeu|cu)|ban trai|ban gai|vo|chong|hang xom|thang)",
    "<near>": r"(?:chong|vo|nguoi yeu|ban gai|ban trai|nguoi ta|nguoi khac|sep)(?: toi| em| minh| cu)?",
    "<asset>": r"(?:gia vang|vang|bitcoin|coin|co phieu|chung khoan|tien ao|usd|do la|gia dat)",
    "<end>": r"(?! dinh| han| tri| ca| bao| re| tien| lang| tu)",
    "<drug>": r"thuoc(?! (?:dien|xa|ve|tinh|loai|ho|nhom|quyen|so|co quan|phuong|tru|dang|thanh|huyen|doi tuong))",
    "<write>": r"(?:viet|soan|tao|lam(?! sao| the| gi)|nghi|lap|thiet ke)",
    "<money>": r"(?:tien|trieu|tr|nghin|ngan|khoan|cuc|coc|chuc|tram|ty)",
    "<false>": r"(?:gia|gia mao|gia danh|lua|lua dao)(?! dinh| bao nhieu| re| tri| han| ca| doi| da)",
    "<this>": r"(?:nay|do|kia|sau|duoi day|ben duoi|vua nhan|moi nhan|nhu the nay|nhu vay|vay ne)",
    "<hits>": r"(?:danh|tat|dam|quat|xo)",
    "<poison>": (
        r"(?:thuoc (?:sau|tru sau|co|diet co|chuot|ray|tru co)|(?:chai )?thuoc diet co|dau hoa|xang|axit|a xit"
        r"|nuoc (?:lau nha|tay|rua bon cau)|bot thong cong)"
    ),
    "<room>": r"(?:phong|nha nghi|khach san|ks)",
    "<page>": r"(?:menu|thuc don|trang dau|trang chu|man hinh chinh|man hinh dau)",
}


def cue(patterns: str) -> re.Pattern[str]:
    """One pattern for all the lines, each standing between blanks."""
    whole = "|".join(line.strip() for line in patterns.strip().splitlines())
    for short, long in _SHORT.items():
        whole = whole.replace(short, long)
    return re.compile(rf"(?<!\S)(?:{whole})(?!\S)")


def words_of(*patterns: re.Pattern[str]) -> frozenset[str]:
    """The words that the patterns look for, so that slips of them are understood."""
    return frozenset(word for pattern in patterns for word in re.findall(r"[a-z]{4,}", pattern.pattern))
