"""What every sender sends, and to whom."""

TEXT = (
    "KHẨN CẤP – UBND xã Tân Phú, 14 giờ 20 ngày 21/11.\n\n"
    "Nước sông lên nhanh, dự báo vượt báo động 3 trước 17 giờ. Bà con thôn 2, thôn 3 và xóm Bến chuyển người già, "
    "trẻ nhỏ lên trường Tiểu học Tân Phú ngay bây giờ; mang theo thuốc, đèn pin, áo ấm. Khóa điện, khóa ga trước khi "
    "đi. Không lội qua ngầm tràn. Ai cần xe hay thuyền, gọi 114 hoặc trực ban xã.\n\n"
    "Mã thông báo: TP-2111-07. Bà con báo cho nhà bên cạnh biết."
)
TOKEN = "123456:TEST-token_of-a_bot"
_FIRST = 1_000_000_001  # ten digits, as numbers of people are today


def people(count: int) -> list[int]:
    """The chats to send to."""
    return list(range(_FIRST, _FIRST + count))
