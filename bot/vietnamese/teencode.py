"""Short forms that people type in chats. What may mean two things stays open until the words around it decide."""

import re
from collections.abc import Sequence

from bot.vietnamese.foreign import FOREIGN
from bot.vietnamese.syllable import could_be_syllable

# Folded short form, folded meaning.
_PLAIN = """
k khong | ko khong | hok khong | hk khong | kg khong | khg khong | khum khong
dc duoc | dx duoc | j gi | z vay | v vay | zay vay | vs voi | wa qua | ntn nhu the nao | lamdc lam duoc
bik biet | bit biet | r roi | cg cung | cx cung | ng nguoi | ngta nguoi ta | mn moi nguoi | mng moi nguoi
nh ngan hang | nhg nhung | nhma nhung ma | nma nhung ma | tn tin nhan | nt nhan tin | ib nhan tin | inb nhan tin
sdt so dien thoai | dt dien thoai | stk so tai khoan | tkhoan tai khoan | rep tra loi | gd gia dinh
cccd can cuoc cong dan | cmnd chung minh nhan dan | cmt chung minh thu | gplx giay phep lai xe
zl zalo | fb facebook | fbook facebook | tele telegram | mess messenger | ytb youtube
ah a | uh u | uk u | oke ok | okie ok | thks cam on | tks cam on | vk vo | ny nguoi yeu
ae anh em | ace anh chi em | qk quy khach | cty cong ty | nv nhan vien | cskh cham soc khach hang | lh lien he
ctv cong tac vien | hs ho so | dky dang ky | dki dang ky | dnhap dang nhap | vd van de | trc truoc | hnay hom nay
hqua hom qua | tgian thoi gian | gthieu gioi thieu | hdan huong dan | thui thoi | lun luon | ik di
vks vien kiem sat | bhxh bao hiem xa hoi | bhtn bao hiem that nghiep | bhyt bao hiem y te | csgt canh sat giao thong
ubnd uy ban nhan dan | tncn thu nhap ca nhan | cqdt co quan dieu tra | mxh mang xa hoi | trl tra loi
thik thich | thix thich | mik minh | lm lam | cgi cai gi | kbiet khong biet | kbik khong biet | kbit khong biet
kco khong co | kdc khong duoc | hnao hom nao | dag dang | cug cung | nhug nhung | dth dien thoai
"""

# Short forms of two meanings, and the words next to which the second one is meant.
_ACCOUNT = "doi nhap cap quen ma otp tai khoan tk dang lo mat so the internet cho lay xin dua mail"
_MONEY = "tien truoc so stk trieu tr nghin ngan ngay vao phi coc vnd nhan gui"
_OPEN = {
    "mk": (("minh",), ("mat", "khau"), _ACCOUNT),
    "ck": (("chong",), ("chuyen", "khoan"), _MONEY),
    "tk": (("cam", "on"), ("tai", "khoan"), f"{_ACCOUNT} {_MONEY} cua bi khoa bank ngan hang vcb zalo facebook fb"),
    "bt": (("biet",), ("binh", "thuong"), "van nhu rat hoan toan moi"),
    "dk": (("duoc",), ("dang", "ky"), "bam link vao tai nhan mien phi truy cap thue bao goi cuoc ngay soan"),
    "kh": (("khong",), ("khach", "hang"), "cham soc quy cua tri an so ma the"),
    "tt": (("tinh", "trang"), ("thanh", "toan"), "gap no hoa don tien khoan vay phi truoc ngay"),
    "ca": (("ca",), ("cong", "an"), "xa phuong tinh huyen giao dieu tra"),
}
_NEAR = 3  # words on each side decide

_LETTERS = (
    ("j", "i"),
    ("dz", "d"),
    ("dz", "v"),
    ("z", "d"),
    ("z", "v"),
    ("z", "gi"),
    ("f", "ph"),
    ("w", "qu"),
    ("w", "u"),
)
_HABIT = re.compile("[jzfw]")


def _table() -> dict[str, tuple[str, ...]]:
    rows = (row.split() for line in _PLAIN.strip().splitlines() for row in line.split("|"))
    return {short: tuple(meaning) for short, *meaning in rows if short not in _OPEN}


_TABLE = _table()


def meanings(word: str) -> tuple[tuple[str, ...], ...]:
    """What a folded word may be short for, each as its words, the more usual first; empty for a word that is whole."""
    if word in _OPEN:
        return _OPEN[word][:2]
    if word in _TABLE:
        return (_TABLE[word],)
    found = _by_habit(word)
    return ((found,),) if found else ()


def meant(words: Sequence[str], at: int) -> tuple[str, ...]:
    """What the word at this place is short for, by the words next to it; the word itself where it is whole."""
    word = words[at]
    if at and words[at - 1][-1:].isdigit():
        return (word,)  # 500 k, 2 tr
    if word in _OPEN:
        usual, other, telling = _OPEN[word]
        near = {*words[max(0, at - _NEAR) : at], *words[at + 1 : at + 1 + _NEAR]}
        return other if near & set(telling.split()) or any(one[:1].isdigit() for one in near) else usual
    return next(iter(meanings(word)), (word,))


def _by_habit(word: str) -> str:
    """A syllable spelt with letters that Vietnamese has not: "tjen", "fai", "zui"; empty where it is none."""
    if not _HABIT.search(word) or word in FOREIGN or could_be_syllable(word) or len(word) > 8:
        return ""
    ways = (word.replace(written, said) for written, said in _LETTERS if written in word)
    return next((way for way in ways if could_be_syllable(way)), "")
