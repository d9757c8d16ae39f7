"""The sorts of calls that can be described: their questions in order, and what to do in the end."""

from bot.advice.book.reminders import STILL_ASK
from bot.advice.calls import CallPath, Question
from bot.advice.now import NO_MONEY, TELL
from bot.translations import mark

HANG_UP = mark("{You} cúp máy. Không cần giữ lịch sự với họ.")
POLICE_MEET = mark("Công an thật gửi giấy mời qua công an xã. {You} hỏi thẳng công an xã.")
CHILD_111 = mark("{You} gọi ngay cho bố mẹ. Không gọi được thì gọi 113 hoặc 111.")
NO_HIDING = mark("Không cơ quan nào bảo người dân đi trốn. {You} về nhà, hoặc vào chỗ đông người.")
CALL_OLD = mark("{You} gọi lại người thân bằng số cũ đã lưu, hoặc gọi cho người sống cùng họ.")
FAMILY_WORD = mark("Cả nhà nên hẹn trước một câu hỏi riêng, chỉ người nhà trả lời được.")

_SAYS_POLICE = mark("Người lạ xưng là công an qua điện thoại. Công an thật không làm việc như vậy.")
_SAYS_FAMILY = mark("Người gọi xưng là người nhà. Giọng và mặt bây giờ có thể bị làm giả.")

_FAKE_POLICE = (
    Question(
        mark("Họ có nói {you} dính vào vụ án, rửa tiền, ma túy, hay có lệnh bắt không?"),
        mark("Họ dọa {you} dính vào vụ án để {you} sợ."),
    ),
    Question(
        mark("Họ có bảo {you} chuyển tiền, hoặc hỏi trong tài khoản còn bao nhiêu không?"),
        mark("Họ đòi chuyển tiền hoặc hỏi tiền trong tài khoản. Công an không bao giờ làm vậy."),
        decides=True,
    ),
    Question(
        mark("Họ có hỏi mã OTP, mật khẩu, số thẻ hay ảnh căn cước không?"),
        mark("Họ hỏi mã, mật khẩu hoặc giấy tờ. Không cơ quan nào hỏi qua điện thoại."),
        decides=True,
    ),
    Question(
        mark("Họ có bảo giữ kín, không được nói với người nhà, hoặc không được tắt máy không?"),
        mark("Họ bảo giấu người nhà. Chỉ kẻ xấu mới cần {you} im lặng."),
        decides=True,
    ),
    Question(
        mark("Họ có bảo cài ứng dụng, bấm đường dẫn, hoặc chia sẻ màn hình không?"),
        mark("Họ bảo cài ứng dụng hoặc bấm đường dẫn để chiếm điện thoại."),
        decides=True,
    ),
    Question(
        mark("Họ có đòi kết bạn Zalo hay gọi video để “làm việc” không?"),
        mark("Họ đòi làm việc qua Zalo. Cơ quan thật mời {you} tới trụ sở."),
    ),
)
_KIDNAP = (
    Question(
        mark("Có người lạ xưng công an, thầy cô hay nhân viên nói {you} phạm lỗi không?"),
        mark("Người lạ nói {you} phạm lỗi để {you} sợ."),
    ),
    Question(
        mark("Họ có bảo {you} không được kể với bố mẹ, thầy cô không?"),
        mark("Họ bảo {you} giấu bố mẹ. Người tốt không bao giờ bảo vậy."),
        decides=True,
    ),
    Question(
        mark("Họ có bảo {you} thuê phòng, đi tới chỗ lạ, hoặc ở một mình không?"),
        mark("Họ bảo {you} đi trốn một mình. Đây là kiểu “bắt cóc qua mạng”."),
        decides=True,
    ),
    Question(
        mark("Họ có bắt {you} bật camera suốt, tắt mạng xã hội, hoặc đổi số không?"),
        mark("Họ muốn cắt {you} khỏi người nhà."),
        decides=True,
    ),
    Question(
        mark("Họ có bảo {you} xin tiền bố mẹ, hoặc quay cảnh mình bị trói không?"),
        mark("Họ dùng {you} để lấy tiền của bố mẹ."),
        decides=True,
    ),
    Question(
        mark("Họ có nói {you} phải nộp tiền để chứng minh trong sạch, hay để nhận học bổng không?"),
        mark("Họ đòi tiền. Không cơ quan, trường học nào đòi như vậy."),
        decides=True,
    ),
)
_ASKS_MONEY = Question(
    mark("Họ có xin chuyển tiền, nói là tai nạn, cấp cứu hay mất ví không?"),
    mark("Họ xin tiền gấp bằng chuyện làm {you} sợ."),
)
_FAKE_FAMILY = (
    Question(
        mark("Cuộc gọi có đến từ số lạ, hoặc tài khoản mới không?"),
        mark("Cuộc gọi đến từ số lạ."),
    ),
    _ASKS_MONEY,
    Question(
        mark("Tiền có phải chuyển vào tài khoản tên người khác không?"),
        mark("Tiền đi vào tài khoản của người lạ."),
        decides=True,
        after=_ASKS_MONEY,
    ),
    Question(
        mark("Hình mờ, giật, gọi rất ngắn, hoặc họ tránh câu {you} hỏi không?"),
        mark("Hình mờ, gọi ngắn, tránh câu hỏi: dấu hiệu của hình giả."),
        decides=True,
        beside=_ASKS_MONEY,  # a weak net blurs the picture of an honest caller too
    ),
    Question(
        mark("Họ có bảo đừng gọi lại, đừng nói với ai không?"),
        mark("Họ không cho {you} gọi lại để kiểm tra."),
        decides=True,
    ),
)

PATHS = (
    CallPath(
        "police",
        mark("Người xưng công an, tòa án"),
        "H14",
        _FAKE_POLICE,
        (HANG_UP, NO_MONEY, POLICE_MEET, TELL),
        given=_SAYS_POLICE,
        alarms=True,
    ),
    CallPath(
        "kidnap", mark("Dọa học sinh, sinh viên, bảo đi trốn"), "N2", _KIDNAP, (HANG_UP, CHILD_111, NO_HIDING, TELL)
    ),
    CallPath(
        "family",
        mark("Người xưng là người nhà, người quen"),
        "H2",
        _FAKE_FAMILY,
        (HANG_UP, CALL_OLD, NO_MONEY, FAMILY_WORD),
        given=_SAYS_FAMILY,
        calm=(CALL_OLD, STILL_ASK),
    ),
)
