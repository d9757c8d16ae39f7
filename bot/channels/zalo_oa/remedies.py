"""What the operator should do about each error code of Zalo; officers read these sentences in their reports."""

from collections.abc import Mapping

from bot.translations import mark

_LOGIN = mark("Zalo không nhận mã truy cập nữa. Chạy lệnh camtay zalo login để cấp quyền lại cho Official Account.")
_WINDOW = mark(
    "Người này đã quá lâu không nhắn cho Official Account nên Zalo không cho gửi tin. Cần gọi điện, đến tận nhà "
    "hoặc dùng kênh khác."
)
_ASLEEP = mark("Tài khoản Zalo này bị khóa hoặc đã hơn 45 ngày không dùng. Cần tìm người này bằng kênh khác.")
_APP = mark("Ứng dụng trên trang nhà phát triển của Zalo đã bị tắt hoặc gỡ. Mở trang đó, bật lại ứng dụng.")
_OURS = mark("Zalo không nhận cách viết của tin này. Đây là lỗi của phần mềm, cần báo cho người bảo trì.")

REMEDY: Mapping[int, str] = {
    -32: mark("Gửi quá nhanh so với mức Zalo cho phép. Không cần làm gì, máy tự chờ rồi gửi tiếp."),
    -100: mark("Zalo không còn giữ ảnh hoặc tệp này. Không cần làm gì, máy tự tải lên lại."),
    -200: mark("Zalo đang trục trặc, tin chưa gửi được. Không cần làm gì, máy tự gửi lại vài lần."),
    -201: _OURS,
    -204: mark("Official Account đã bị tắt. Đăng nhập trang quản lý Official Account để xem lý do và mở lại."),
    -205: mark("Zalo không biết Official Account này. Kiểm tra lại tài khoản, rồi chạy lệnh camtay zalo login."),
    -209: _APP,
    -210: mark("Tin vượt giới hạn của Zalo về độ dài hoặc số nút. Đây là lỗi của phần mềm, cần báo cho người bảo trì."),
    -211: mark("Gói dịch vụ Official Account đã hết số tin. Mua thêm tin hoặc nâng gói, không thì chờ sang kỳ mới."),
    -212: mark("Ứng dụng chưa đăng ký nhóm tính năng gửi tin. Vào trang nhà phát triển của Zalo để đăng ký."),
    -213: mark("Người này không còn quan tâm Official Account. Cần dùng kênh khác."),
    -216: _LOGIN,
    -217: mark("Người này đã chặn lời mời của Official Account. Cần dùng kênh khác."),
    -218: mark("Hôm nay người này đã nhận đủ số tin Zalo cho phép. Ngày mai máy gửi lại; việc gấp thì gọi điện."),
    -219: _APP,
    -220: _LOGIN,
    -221: mark("Official Account chưa được xác thực. Làm thủ tục xác thực với Zalo trước khi gửi loại tin này."),
    -222: _ASLEEP,
    -223: mark("Official Account chưa cấp quyền này cho ứng dụng. Chạy lệnh camtay zalo login và đồng ý đủ các quyền."),
    -224: mark("Gói dịch vụ hiện tại không có tính năng này. Nâng gói Official Account trên zalo.cloud."),
    -227: _ASLEEP,
    -230: _WINDOW,
    -232: _WINDOW,
    -233: mark("Zalo không cho gửi loại tin này. Đây là lỗi của phần mềm, cần báo cho người bảo trì."),
    -234: mark(
        "Zalo không cho gửi loại tin này từ 22 giờ đến 6 giờ. Máy tự gửi lúc 6 giờ sáng; việc gấp thì gọi điện."
    ),
    -235: mark("Loại Official Account này không được dùng tính năng gửi tin. Cần hỏi Zalo để đổi loại tài khoản."),
    -240: mark("Zalo đã đóng cách gửi tin cũ. Cần cập nhật phần mềm."),
    -242: mark("Zalo không nhận chữ ký của ứng dụng. Kiểm tra lại khóa bí mật của ứng dụng trong phần cài đặt."),
    -244: mark("Người này không muốn nhận loại tin này. Cần dùng kênh khác."),
    -248: mark("Zalo cho rằng nội dung vi phạm quy định. Cần người đọc lại và sửa tin trước khi gửi."),
    -249: mark("Mẫu tin này không gửi được theo tài khoản Zalo. Chọn mẫu tin giao dịch khác trong phần cài đặt."),
    -320: mark("Ứng dụng chưa gắn với tài khoản trả tiền. Gắn tài khoản Zalo Cloud Account cho ứng dụng."),
    -321: mark("Tài khoản trả tiền đã hết tiền hoặc không thanh toán được. Nạp tiền trên zalo.cloud."),
}
OTHERWISE = mark("Zalo báo lỗi chưa rõ. Máy tự gửi lại vài lần; nếu vẫn lỗi, tra mã lỗi này trong tài liệu của Zalo.")
