"""What cannot wait: somebody in danger, or money, a code or a phone just given away. The first action comes first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.advice import distress, urgent, wants
from bot.advice.distress import Distress
from bot.advice.spoken_cues import cue, words_of
from bot.advice.urgent import Lost
from bot.translations import mark

_ASKS_FOR_NUMBER = cue(r"""
    so (?:nao|may|gi)
    bam so
    la so gi
    danh con (?:gi|nao|may)
    bao so
""")
_NOT_LOST = cue(r"""
    (?:chuyen|gui|go|ck|khoan) (?:nham|lon)
    nham (?:so|tai khoan|nguoi|tien)
    lon so|neu|co nen|gia su|trinh bao|to cao|to giac|luat su|dich vu lay lai|cam ket lay lai|so bi|de khong bi
    lam sao (?:de )?(?:biet|khoi|tranh)
    bao o dau|bao ai|nguoi ta noi|nguoi ta don|nghe noi|nghe don|doi tra lai|nop don|cong an nao
    thue duoc khong|bien lai|game
    (?:yeu cau|bat|doi|bao|keu|giuc)<gap> (?:chuyen|nap|dong|gui)
    (?:khach|nguoi mua)<far> (?:chuyen|gui)
    chua (?:thay|nhan duoc|co) tien
""")
_DONE_ANYWAY = cue(r"""
    <did><far> (?:chuyen|nap|dong|gui|lam theo)(?: \S+){0,6}? roi
    (?:lam theo|chuyen|gui|nap) (?:mat )?roi
""")


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
        mark("Gọi ngay 114. Nói rõ cháy gì hay kẹt ở đâu."),
        mark("Ra khỏi chỗ nguy hiểm trước, đừng quay lại lấy đồ. Hô to cho hàng xóm biết."),
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
ACCOUNT = Emergency(
    "account",
    (
        mark("Nhờ người nhà báo ngay cho bà con: ai nhắn mượn tiền thì đừng chuyển."),
        mark("Bấm “Quên mật khẩu” để vào lại. Vào được thì đổi mật khẩu, đăng xuất mọi máy, bật khóa hai lớp."),
        mark("Đừng thuê người lạ lấy lại hộ. Có ai mất tiền vì tin nhắn ấy thì gọi ngân hàng và báo công an xã."),
    ),
    "giu-zalo-an-toan",
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

_DANGERS: Mapping[Emergency | Distress, re.Pattern[str]] = {
    Distress.SELF_HARM: cue(r"""
        (?:khong|chang|chan) (?:con )?(?:muon|thiet) song(?: nua)?
        <really>muon chet|tu sat|ket lieu|chan song|song lam gi nua|khong song noi
        chet (?:cho xong|di cho roi|quach)
    """),
    Distress.CHILD_HARM: cue(r"""
        (?:so|mo|cham|dung) vao nguoi (?:em|con|chau)
        xam hai|hiep dam|cuong buc|lam nhuc|giao cau|bat em coi
        (?:bo|me|ba|duong|di|thay|co|chu|anh|ong) danh (?:em|con|chau)(?: \S+){0,4}
        bi (?:bo|me|thay|duong) danh
    """),
    BLACKMAIL: cue(r"""
        (?:doa|khong thi|neu khong|khong (?:chuyen|gui|tra))<far> (?:tung|dang|rai|phat tan)<gap> (?:anh|hinh|clip)
        (?:doi|bat|nop|chuyen)<far> (?:<money>|tien)<far> (?:tung|dang|rai|phat tan)<gap> (?:anh|hinh|clip)
    """),
    KIDNAP: cue(r"""
        bat coc(?: \S+){0,3}
        (?:dang )?tron o nha nghi
        thue phong<gap> (?:tron|o mot minh)
    """),
    LIFE: cue(r"""
        bat tinh|ngat xiu|ngat roi|duoi nuoc|kho tho|dot quy|tai nan|chay mau nhieu|ngo doc|dien giat|co giat
        uong (?:thuoc sau|thuoc tru sau|nham thuoc)
        ran can|nga gay|khong tho duoc|ngung tho|me man
    """),
    FIRE: cue(r"""
        dang (?:bi )?chay (?:lon|to|nha|rung)
        (?:nha|cho|kho|rung)<gap> (?:dang chay|bi chay|boc chay|chay lon|chay to|chay roi)
        boc chay|hoa hoan|no binh ga|mac ket|bi vui lap|sap nha|nuoc cuon
    """),
    Distress.VIOLENCE: cue(r"""
        bi (?:chong|vo|no) danh
        dang danh nhau|dam chem|cam dao|bi cuop|bi hanh hung|doa giet|trom vao nha
    """),
}
_LOSSES: Mapping[Lost, re.Pattern[str]] = {
    Lost.APP: cue(r"""
        <did> (?:<one> )?(?:cai|tai|cai dat)(?: \S+){0,6}? (?:app|ung dung|phan mem|apk|file|tep)(?: \S+){0,3}
        cai (?:nham )?(?:cai )?(?:app|ung dung|phan mem|file)(?: \S+){0,3}? (?:roi|may tu chay|bi tru)
        may (?:toi |bac |em )?(?:tu chay|bi dieu khien|tu bam)
        chia se man hinh<far> (?:roi|lam theo)
        dieu khien may tu xa
    """),
    Lost.MONEY: cue(r"""
        <did><gap> (?:chuyen|gui|nap|dong|dat coc|coc|ck|quet ma|rut)(?: \S+){0,6}? <money>(?: \S+){0,3}
        <did><gap> (?:chuyen khoan|chuyen tien|gui tien|nap tien|dat coc)
        bi lua<far> (?:<money>|roi|chan luon|bien mat|mat roi)
        (?:toi|bac) bi lua
        (?:lay|mat|rut|tru|het) (?:het|sach|toan bo) (?:tien|so tiet kiem)
        tai khoan<far> mat (?:sach|het|trang)
        tien<far> (?:mat het|bi tru|bi rut|mat sach|khong canh ma bay|bay het)
        khong rut (?:ra )?duoc(?: tien)?
        (?:chuyen|gui|nap)<gap> <money>(?: \S+){0,3}? (?:roi|mat roi|xong no)
        (?:chuyen tien|gui tien|chuyen khoan) cho(?: \S+){0,6}? roi
        bi lua roi|vua bi lua|moi bi lua
        lo tin<far> (?:chuyen|gui)
    """),
    Lost.CODE: cue(r"""
        <did><gap> (?:doc|dua|gui|<gave>|nhap|noi|cung cap|khai|dien|go|bam)<gap> (?:ma otp|otp|ma xac thuc|ma xac nhan)
        <did><gap> (?:doc|dua|gui|<gave>|nhap|noi|cung cap|khai|dien|go|bam)<gap> (?:ma 6 so|6 so|ma so|ma trong|ma cho)
        <did><gap> (?:doc|dua|gui|<gave>|nhap|noi|cung cap|khai|dien|go)<gap> (?:mat khau|pin|so the|cvv|ma roi)
        (?:doc|dua|gui|nhap) (?:ma|otp|mat khau|ma otp)<gap> cho<far> (?:roi|mat roi)
        <did><gap> (?:bam|nhap|dang nhap|dien|vao)<gap> (?:link|duong dan|duong link|trang gia|web gia)
        bam vao (?:link|duong dan|duong link)<far> (?:dien|nhap|go)
    """),
    Lost.PAPERS: cue(r"""
        <did><gap> (?:gui|chup|dua|cho)<gap> (?:can cuoc|cccd|khuon mat|guong mat|giay to|so ho khau)
        <did><gap> (?:quet mat|quay mat|nhin vao may)
    """),
}
# One of these words is in all that is listened for closely, and most messages have none.
_TELLS_OF_HARM = cue(r"""
    song|chet|tu|sat|tay|hai|so|sam|hiep|cham|ep|doa|anh|hinh|bat|danh|bao|du|ru|doi|giet|nhot|giam|giu|che|nhay|bien|ket
    uong
""")
_TELLS_OF_LOSS = cue("lo|trot|loi|lua|vua|da|mat|roi|bi|may|tu")
WORDS = words_of(*_DANGERS.values(), *_LOSSES.values())
# How likely all the words make an emergency (see `wants`) that a pattern of danger, or of loss, is believed; fitted.
_HARDLY, _DOUBTFUL = 0.05, 0.03


_LESSONS: Mapping[Distress | Lost, str] = {
    **dict.fromkeys(Lost, "lo-gui-tien-roi"),
    Lost.PAPERS: "gui-anh-goi-co-hinh",
    Distress.CHILD_HARM: "ai-giup-em",
}


def danger(text: str, plain: str) -> Emergency | None:
    """Whether a message, also as folded words, tells of danger to somebody, and does not only speak of it."""
    heard = distress.comfort(text) if _TELLS_OF_HARM.search(plain) else None
    found = (
        heard.distress if heard else next((what for what, pattern in _DANGERS.items() if pattern.search(plain)), None)
    )
    if found is None or (found is not Distress.SELF_HARM and _is_only_spoken_of(plain)):
        return None
    return _of(found)


def _is_only_spoken_of(plain: str) -> bool:
    """Whether a number is asked for, or all the words together tell of anything but an emergency."""
    return bool(_ASKS_FOR_NUMBER.search(plain)) or _likely(plain) < _HARDLY


def _likely(plain: str) -> float:
    return wants.shares(plain)[wants.Want.URGENT]


def loss(text: str, plain: str) -> Emergency | None:
    """What a message tells was just given away; none for who only shows the message of somebody else, or asks."""
    if wants.only_shows(plain) or _likely(plain) < _DOUBTFUL:
        return None
    lost = tells_of_loss(text, plain)
    return _of(lost) if lost else None


def tells_of_loss(text: str, plain: str) -> Lost | None:
    """What was given away, by its patterns; none for who asks what if, or sent something by mistake."""
    if _NOT_LOST.search(plain) and not _DONE_ANYWAY.search(plain):
        return None
    heard = urgent.first_minutes(text) if _TELLS_OF_LOSS.search(plain) else None
    return heard.lost if heard else next((what for what, pattern in _LOSSES.items() if pattern.search(plain)), None)


def told(plain: str) -> Emergency:
    """Which emergency all the words of a message together tell of, where they tell of one (see `wants`)."""
    return _of(NAMED[wants.emergency(plain)])


def _of(what: Emergency | Distress | Lost) -> Emergency:
    if isinstance(what, Emergency):
        return what
    steps = urgent.STEPS[what] if isinstance(what, Lost) else distress.STEPS[what]
    return Emergency(what, steps, _LESSONS.get(what))


NAMED: Mapping[str, Emergency | Distress | Lost] = {  # as in `urgency.csv`
    **{lost.value: lost for lost in Lost},
    "account": ACCOUNT,
    "blackmail": BLACKMAIL,
    "kidnap": KIDNAP,
    "life": LIFE,
    "fire": FIRE,
    "child": Distress.CHILD_HARM,
    "violence": Distress.VIOLENCE,
    "self-harm": Distress.SELF_HARM,
}
