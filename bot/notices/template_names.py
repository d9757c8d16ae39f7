"""How a template file calls its parts. These names are the file's own language; whoever reads it never sees them."""

from enum import Enum

PLACE, OFFICE, PHONE = "xã", "cơ quan", "liên hệ"
GIVEN = (PLACE, OFFICE, PHONE)  # the blanks that the officer's account fills

ID = "mã"
LEVEL = "mức"
EVENT = "sự kiện"
LASTS = "thời hạn"
SOURCES = "nguồn"
REVIEWER = "người duyệt"
REVIEWED = "ngày duyệt"

BLANKS = "Ô cần điền"
HEADLINE = "Tiêu đề"
DESCRIPTION = "Chuyện gì"
INSTRUCTION = "Cần làm"
ALL_CLEAR = "Hết nguy hiểm"
CORRECTION = "Đính chính"
SECTIONS = (BLANKS, HEADLINE, DESCRIPTION, INSTRUCTION, ALL_CLEAR, CORRECTION)

EXAMPLE = "ví dụ"

# Who fills a template when it is checked: a commune with one of the longer names.
SAMPLE_AREA = "05443"
SAMPLE_PLACE = "phường Phan Đình Phùng"
SAMPLE_OFFICE = f"Ủy ban nhân dân {SAMPLE_PLACE}"


class BlankKind(Enum):
    """What may stand in a blank."""

    WORDS = "chữ"
    NUMBER = "số"
    TIME = "giờ"
    MOMENT = "thời điểm"
    CHOICE = "chọn"
