"""The sentence for each reason why something about a notice is not allowed: what is wrong and what to do instead."""

from collections.abc import Mapping

from bot.translations import mark
from broadcasts.governance import Denial

DENIALS: Mapping[Denial, str] = {
    Denial.ACCOUNT: mark("Tài khoản này đang bị khóa. {You} gọi quản trị viên để mở lại{polite}."),
    Denial.ROLE: mark("Việc này không thuộc phần việc được giao cho {you}. Nhờ người có quyền làm{polite}."),
    Denial.AREA: mark("Nơi nhận rộng hơn địa bàn của {you}. {You} chọn lại nơi nhận, hoặc nhờ cấp tỉnh{polite}."),
    Denial.OFFICE: mark(
        "Lời này đứng tên một cơ quan khác. {You} chỉ viết được với tên cơ quan của mình, hoặc nhờ cơ quan ấy{polite}."
    ),
    Denial.OWN_WORK: mark("Bản này {you} đã viết, nên phải một người khác duyệt{polite}."),
    Denial.SAME_PHONE: mark("Bản này được viết trên chính máy này. Phải duyệt trên máy của người khác{polite}."),
    Denial.CHANGED: mark("Lời thông báo vừa được sửa. {You} đọc lại bản mới rồi hãy quyết{polite}."),
    Denial.STATE: mark(
        "Việc này không làm được nữa: đã có người làm trước, hoặc đã muộn. {You} xem lại ở dưới{polite}."
    ),
    Denial.OVER: mark("Giờ hết hiệu lực của thông báo đã qua. {You} sửa giờ hết rồi gửi lại{polite}."),
    Denial.NO_DRILL: mark(
        "Hơn 90 ngày rồi cơ quan chưa diễn tập, nên chưa duyệt được. "
        "{You} gửi một lần diễn tập trước, xong là duyệt được ngay{polite}."
    ),
    Denial.NOT_URGENT: mark("Chỉ thông báo khẩn cấp mới gửi một mình được. {You} nhờ người khác duyệt{polite}."),
    Denial.NO_TEMPLATE: mark(
        "Chỉ lời theo đúng mẫu đã duyệt mới gửi một mình được. {You} nhờ người khác duyệt{polite}."
    ),
    Denial.NOT_OWN_COMMUNE: mark("Gửi một mình thì chỉ gửi được cho một xã. {You} nhờ người khác duyệt{polite}."),
    Denial.TOO_SOON: mark("Chưa đủ 3 phút chờ người duyệt. {You} đợi thêm một chút rồi làm lại{polite}."),
    Denial.FACTOR: mark("Sáu số đó chưa đúng, hoặc đã dùng rồi. {You} đợi số mới hiện lên rồi gõ lại{polite}."),
    Denial.NO_REASON: mark("Cần ghi lý do. {You} gõ một câu ngắn{polite}."),
}
"""Every one of them; `why_not` in the conversation says them."""
