"""What cannot wait, and the words that help: the first action comes first."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.advice import distress, urgent
from bot.advice.distress import Distress
from bot.advice.urgent import Lost
from bot.translations import mark


@dataclass(frozen=True, slots=True)
class Emergency:
    """What has happened, and the sentences that help, to be said through `Words`: the first action comes first."""

    what: Distress | Lost | str
    sentences: tuple[str, ...]
    lesson: str | None = None


LIFE = Emergency(
    "life",
    (
        mark("Gọi ngay 115. Nói rõ ở đâu, người bệnh thế nào."),
        mark("Gọi to cho người gần nhất đến giúp. Làm theo lời người nghe máy cho đến khi xe tới."),
    ),
)
FIRE = Emergency(
    "fire",
    (
        mark("Gọi ngay 114. Nói rõ cháy gì, ở đâu, còn ai trong đó."),
        mark("Ra khỏi chỗ nguy hiểm trước, đừng quay lại lấy đồ. Hô to cho hàng xóm biết."),
    ),
)
TRAPPED = Emergency(
    "trapped",
    (
        mark("Gọi ngay 114. Nói rõ thôn nào, mấy người, có ai già yếu, ai bị thương."),
        mark("Ở chỗ cao và chắc. Đừng lội nước, đừng đụng dây điện. Vẫy vải sáng, bấm đèn cho người ta thấy."),
        mark("Để dành pin. Gọi không được thì nhắn chỗ mình đang ở cho người nhà, trưởng thôn."),
    ),
)
KIDNAP = Emergency(
    "kidnap",
    (
        mark("Đừng chuyển tiền. Gọi 113 ngay, nói có người bị dọa phải trốn đi."),
        mark("Gọi số quen của người ấy, gọi bạn bè, thầy cô. Nói: “Về nhà đi, không ai trách đâu.”"),
        mark("Công an thật không bắt ai trốn, không bắt giữ bí mật với gia đình. Trẻ em thì gọi thêm 111."),
    ),
    "bat-coc-tren-mang",
)
KIDNAPPED = Emergency(
    "kidnapped",  # and writes from the room
    (
        mark("{You} tắt máy của họ ngay. Ra khỏi phòng, xuống chỗ lễ tân hay chỗ đông người. Không ai bắt {you} đâu."),
        mark("Gọi bố mẹ, người nhà liền, mượn máy lễ tân cũng được. Sợ thì gọi 113. Dưới 16 tuổi gọi thêm 111."),
        mark("Công an thật không bắt ai ở một mình, không bắt giấu bố mẹ. {You} không có lỗi gì, đừng chuyển tiền."),
    ),
    "bat-coc-tren-mang",
)
ACCOUNT = Emergency(
    "account",
    (
        mark("Nhờ người nhà báo ngay cho bà con: ai nhắn mượn tiền thì đừng chuyển."),
        mark("Bấm “Quên mật khẩu” để vào lại. Vào được thì đổi mật khẩu, đăng xuất mọi máy, bật khóa hai lớp."),
        mark("Đừng thuê người lạ lấy lại hộ. Có ai mất tiền vì tin nhắn ấy thì gọi ngân hàng và báo công an xã."),
    ),
    "giu-zalo-an-toan",
)
GAME = Emergency(
    "game",
    (
        mark("Kể ngay cho bố mẹ, người nhà. {You} không có lỗi, người lấy mới có lỗi."),
        mark("Vào mục hỗ trợ của chính trò chơi để lấy lại, bằng số điện thoại hoặc thư điện tử đã gắn với nick."),
        mark("Chỗ khác dùng chung mật khẩu ấy thì đổi ngay. Gỡ thẻ, ví của bố mẹ ra khỏi trò chơi."),
        mark("Đừng trả tiền chuộc nick, đừng thuê người lạ lấy lại hộ. Giữ tin nhắn của người ấy."),
    ),
    "mat-khau-cua-em",
)
BLACKMAIL = Emergency(
    "blackmail",
    (
        mark("Đừng trả tiền: trả rồi họ còn đòi nữa. Đừng gửi thêm gì, đừng trả lời."),
        mark("Chụp lại tin nhắn rồi chặn họ. Báo công an xã hoặc gọi 113. Dưới 16 tuổi thì gọi 111, giữ kín."),
        mark("Kể ngay cho một người mà {you} tin. Bị dọa không phải lỗi của {you}."),
    ),
    "dieu-rieng-tu",
)
MISSING = Emergency(
    "missing",
    (
        mark("Gọi ngay 113, đừng đợi: nói tên, tuổi, áo quần, lần cuối thấy ở đâu, đi với ai."),
        mark("Trẻ em thì gọi thêm 111. Hỏi bạn bè, thầy cô; nhờ hàng xóm, trưởng thôn đi tìm cùng."),
        mark("Để máy luôn gọi được, đừng xóa tin nhắn. Ai gọi đòi tiền thì đừng chuyển, báo công an ngay."),
    ),
)
ANOTHER_CHILD = Emergency(
    "child-seen",
    (
        mark("Gọi 111, không mất tiền, cả ngày lẫn đêm: nói tên, tuổi của trẻ, ở đâu, chuyện gì."),
        mark("Trẻ đang bị đánh hay bị giữ thì gọi 113 ngay, bị thương thì gọi 115. {You} đừng xông vào một mình."),
        mark("Đưa trẻ về chỗ yên, nói với trẻ: “Không phải lỗi của con.” Đừng hỏi đi hỏi lại, đừng mắng."),
        mark("Giữ lại tin nhắn, ảnh, áo quần; báo công an xã. Đừng đăng lên mạng."),
    ),
)

_LESSONS: Mapping[Distress | Lost, str] = {
    **dict.fromkeys(Lost, "lo-gui-tien-roi"),
    Lost.PAPERS: "gui-anh-goi-co-hinh",
    Distress.CHILD_HARM: "ai-giup-em",
}
NAMED: Mapping[str, Emergency | Distress | Lost] = {  # as in `urgency.csv`
    **{lost.value: lost for lost in Lost},
    "account": ACCOUNT,
    "blackmail": BLACKMAIL,
    "game": GAME,
    "kidnap": KIDNAP,
    "missing": MISSING,
    "life": LIFE,
    "fire": FIRE,
    "trapped": TRAPPED,
    "child": Distress.CHILD_HARM,
    "violence": Distress.VIOLENCE,
    "self-harm": Distress.SELF_HARM,
}


def emergency_of(what: Emergency | Distress | Lost) -> Emergency:
    """The emergency with its steps and its lesson."""
    if isinstance(what, Emergency):
        return what
    steps = urgent.STEPS[what] if isinstance(what, Lost) else distress.STEPS[what]
    return Emergency(what, steps, _LESSONS.get(what))
