"""Something was already lost: what, and the steps of the first minutes."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from bot.advice.phrases import Phrases
from bot.translations import mark
from bot.vietnamese.plain import plain_words


class Lost(Enum):
    """What was given away; where several things were, the one whose loss grows fastest."""

    APP = "app"
    CODE = "code"
    MONEY = "money"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class FirstMinutes:
    """What was lost, and sentences to be said through `Words`: what helps most comes first."""

    lost: Lost
    steps: tuple[str, ...]


_SLIPPED = "lo/trot/vua_lo/da_lo/da_trot/nghe_loi/bi_lua"
_THEM = "ho/no/ke/chung/nguoi_la/nguoi_ta/cong_an/can_bo/thang/dua/ben_do/bon"
_HELP = "lam_sao/lam_gi/lam_the_nao/cuu/giup/xu_ly/lay_lai/phai_sao/sao_bay_gio"

_CUES = {
    Lost.APP: f"""{_SLIPPED} ... cai/tai .. app/ung_dung/phan_mem/ve |
        da/vua cai .. app/ung_dung/phan_mem .. {_THEM} | cai app .. roi ... {_HELP} |
        da/vua cai .. app/ung_dung/phan_mem ... {_HELP} | {_SLIPPED} .. chia se man hinh | may .. bi dieu khien |
        {_SLIPPED} ... bam .. link | da/vua bam .. link ... {_HELP} | dien thoai .. tu .. chay ... tien""",
    Lost.CODE: f"""{_SLIPPED} ... doc/dua/cho/gui/nhap .. ma/otp/mat_khau |
        da/vua doc/dua/gui/nhap/cho .. ma/otp/mat_khau .. {_THEM} |
        da/vua doc/dua/gui/nhap/cho .. ma/otp/mat_khau ... {_HELP} | doc .. otp .. roi ... {_HELP} |
        {_SLIPPED} ... dang nhap .. link/trang""",
    Lost.MONEY: f"""{_SLIPPED} ... chuyen .. tien/khoan/#/cho | bi lua .. tien/# | bi lua mat # | bi lua het |
        mat .. tien .. vi lua/bi | mat # ... lua | bi mat .. tien | bi mat # .. trieu/ty |
        da/vua chuyen .. tien/khoan/# ... {_THEM} | da/vua chuyen .. tien/khoan/# ... {_HELP} |
        chuyen .. tien .. roi ... {_HELP} | chuyen .. roi .. moi biet ... lua | bi lua roi | bi lua chuyen |
        tien .. bi tru ... {_HELP} | bi rut .. tien | bi tru .. tien .. tai khoan ... {_HELP}""",
    Lost.PAPERS: f"""{_SLIPPED} ... gui/chup/dua .. can_cuoc/chung_minh/giay_to/the |
        da/vua gui/chup/dua .. can_cuoc/chung_minh/giay_to .. {_THEM} |
        da/vua gui/chup/dua .. can_cuoc/chung_minh/giay_to ... {_HELP}""",
}

CALL_BANK = mark("Gọi ngân hàng ngay, số ở mặt sau thẻ. Nói: “Tôi bị lừa, xin giữ tiền lại”.")
LOCK = mark("Gọi ngân hàng ngay, số ở mặt sau thẻ. Nói: “Tôi lộ mã, xin khóa tài khoản”.")
OFF = mark("Tắt mạng và tắt máy ngay. Đừng mở lại máy đó.")
OTHER_PHONE = mark("Mượn máy khác gọi ngân hàng, số ở mặt sau thẻ. Xin khóa tài khoản.")
POLICE = mark("Báo công an xã hoặc gọi 113.")
KEEP = mark("Giữ lại tin nhắn, số gọi, biên lai. Đừng xóa gì.")
PASSWORDS = mark("Đổi mật khẩu ngân hàng, Zalo, Facebook từ một máy khác.")
FAMILY = mark("Kể cho người nhà biết. Bị lừa không phải lỗi của {you}.")
NO_RECOVERY = mark("Ai hứa lấy lại tiền mà đòi phí trước cũng là lừa.")
CLEAN = mark("Nhờ người rành máy, hoặc cửa hàng, xóa ứng dụng đó và cài lại máy.")
WATCH = mark("Báo ngân hàng là giấy tờ bị lộ. Xem có khoản vay lạ nào đứng tên {you} không.")
NO_MORE = mark("Đừng gửi thêm gì, đừng trả lời họ nữa.")

STEPS = {
    Lost.MONEY: (CALL_BANK, POLICE, KEEP, PASSWORDS, FAMILY, NO_RECOVERY),
    Lost.CODE: (LOCK, PASSWORDS, POLICE, KEEP, FAMILY),
    Lost.APP: (OFF, OTHER_PHONE, POLICE, CLEAN, PASSWORDS, FAMILY),
    Lost.PAPERS: (NO_MORE, WATCH, POLICE, KEEP, FAMILY),
}


def first_minutes(text: str) -> FirstMinutes | None:
    """The first minutes after what a message tells of; None where it tells of no loss."""
    found = {one.name for one in _phrases().find(plain_words(text))}
    lost = next((one for one in Lost if one in found), None)
    return FirstMinutes(lost, STEPS[lost]) if lost else None


@cache
def _phrases() -> Phrases[Lost]:
    return Phrases({lost: [phrase.strip() for phrase in cues.split("|")] for lost, cues in _CUES.items()})
