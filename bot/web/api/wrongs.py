"""Everything that may be wrong with a request."""

from enum import Enum

from bot.translations import mark


class Wrong(Enum):
    """Each kind of problem: its name in the address of its explanation, the status, a title, a sentence."""

    UNREADABLE = ("khong-doc-duoc", 400, mark("Không đọc được yêu cầu"), mark("Nội dung gửi lên không đọc được."))
    NO_TOKEN = ("ma-truy-cap", 401, mark("Chưa có mã truy cập đúng"), mark("Gửi kèm mã truy cập còn hạn."))
    REFUSED = ("tu-choi", 403, mark("Việc này không được phép"), mark("Tài khoản đứng tên mã này không được làm vậy."))
    SCOPE = ("quyen", 403, mark("Mã này không có quyền đó"), mark("Mã truy cập này không có quyền {scope}."))
    MISSING = ("khong-co", 404, mark("Không có"), mark("Không có gì ở địa chỉ này, hoặc nó ở ngoài địa bàn."))
    METHOD = ("cach-goi", 405, mark("Không gọi như vậy được"), mark("Địa chỉ này không nhận cách gọi đó."))
    TOO_LARGE = ("dai-qua", 413, mark("Dài quá"), mark("Nội dung gửi lên dài hơn 64 KB."))
    INVALID = ("sai-truong", 422, mark("Có trường chưa đúng"), mark("Sửa các trường trong errors rồi gửi lại."))
    KEY_REUSED = (
        "khoa-da-dung",
        422,
        mark("Khóa này đã dùng cho yêu cầu khác"),
        mark("Idempotency-Key này đã dùng với nội dung khác. Dùng khóa mới cho thông báo mới."),
    )
    TOO_FAST = ("nhanh-qua", 429, mark("Gọi nhanh quá"), mark("Chờ số giây trong Retry-After rồi gọi lại."))
    FAILED = (
        "loi-may",
        500,
        mark("Máy đang trục trặc"),
        mark("Lỗi này không phải do yêu cầu. Chờ một phút rồi thử lại."),
    )

    def __init__(self, anchor: str, status: int, title: str, detail: str) -> None:
        self.anchor, self.status, self.title, self.detail = anchor, status, title, detail
