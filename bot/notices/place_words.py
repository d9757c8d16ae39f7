"""How places are named in a text. Patterns over the text as written: a name begins with a capital."""

_LATIN = (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
CAPITAL = f"[{''.join(chr(code) for code in _LATIN if chr(code).isupper())}]"
_WORD = rf"{CAPITAL}[\w’']*"
NAME = rf"{_WORD}(?:[ -]{_WORD})*"
NUMBERED = rf"(?:{NAME}|\d{{1,2}}(?![\d./%:]))"
KIND = (
    r"(?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Đđ]ặc khu|ĐẶC KHU|[Tt]hị trấn|THỊ TRẤN|[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị xã|THỊ XÃ"
    r"|[Tt]hành phố|THÀNH PHỐ|[Tt]ỉnh|TỈNH|TP\.?)"
)
LIST = rf"{NUMBERED}(?:(?:, ?| và | [-–] |; ){NAME})*"

# A name behind these is a road's, a river's, a school's, an office's; behind those people are somewhere.
NOT_A_PLACE = (
    r"(?:sông|suối|đường|phố|đèo|cầu|vịnh|biển|hồ|hồ chứa|núi|đập|thủy điện|bệnh viện|trường|chợ|ga|đại học|công ty"
    r"|đền|chùa|đài|ngã \w+|bến|bến xe|cảng|sân|quảng trường|cửa khẩu|xí nghiệp|nhà máy|trạm|tượng đài|khu đô thị"
    r"|khách sạn|siêu thị|mỏ|thác|hang|bãi|mũi|đảo|hòn|quần đảo|tàu|ông|bà|anh|chị)"
)
SOMEWHERE = r"(?:[ởỞ]|[Tt]ại|về|đến|tới|sang|bà con|[Nn]gười dân|khu vực|vùng|trung tâm|địa bàn)"
