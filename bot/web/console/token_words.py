"""What is said about the tokens of the JSON API."""

from collections.abc import Mapping

from bot.storage.offices.api_grants import Flaw, Scope
from bot.translations import mark

SCOPES: Mapping[Scope, str] = {
    Scope.WRITE_NOTICES: mark("Viết nháp thông báo và thử lời (không gửi được)"),
    Scope.READ_NOTICES: mark("Xem thông báo và số người đã nhận"),
    Scope.READ_REPORTS: mark("Xem báo cáo"),
    Scope.READ_LESSONS: mark("Xem bài học"),
    Scope.READ_AREAS: mark("Tra địa bàn"),
}
FLAWS: Mapping[Flaw, str] = {
    Flaw.ACCOUNT: mark("Tài khoản này không có, hoặc đang bị khóa. Chọn một cán bộ khác."),
    Flaw.ROLE: mark("Cán bộ này không được làm một trong các việc đã chọn. Bỏ việc đó, hoặc chọn cán bộ khác."),
    Flaw.AREA: mark("Có nơi nằm ngoài địa bàn của cán bộ này, hoặc chưa rõ là nơi nào. Viết mã xã hoặc mã tỉnh."),
    Flaw.NO_SCOPE: mark("Chưa chọn việc nào. Chọn ít nhất một việc."),
    Flaw.NO_NAME: mark("Chưa ghi mã này dùng cho máy nào. Ghi ngắn, ví dụ: Cổng thông tin của xã."),
    Flaw.TOO_LONG: mark("Số ngày phải từ 1 đến 366."),
}
