"""Money that was sent and does not come back, told in a story: a payment that was made, and what came of it."""

import re

from bot.advice.spoken_cues import cue

_PAYS = r"(?:chuyen(?: khoan)?|ck|gui|goi|nap|nop|dong|dua|ung|coc|dat coc)"
_PAID = cue(rf"""
    {_PAYS}(?: \S+){{0,6}}? <money>(?: \S+){{0,2}}? (?:roi|xong)
    {_PAYS}(?: \S+){{0,6}}? <money>
    {_PAYS}(?: \S+){{0,3}}? (?:het|sach|toan bo)(?: \S+){{0,4}}? (?:roi|xong)
""")
_NOT_YET = frozenset({"chua", "dinh", "tinh", "sap", "se", "neu", "khong", "hong", "dung", "khoi", "can", "mai", "nen"})
_BIDDEN = frozenset({"bao", "keu", "bat", "doi", "bieu", "nho", "giuc", "xin", "phai", "muon"})
_NEAR, _CLOSE = 3, 2  # words before the payment
_CAME_OF_IT = cue(r"""
    (?:goi|nhan|lien lac)(?: lai)?(?: \S+){0,3} (?:khong|hong|ko|chang) (?:duoc|ai nghe|ai bat|bat may|tra loi|lien lac)
    (?:la|bao|thi|chi|lai|toan) thue bao|khong lien lac duoc|tat may roi
    (?:no|ho|anh|chi|co|nguoi ban|shop|trang)(?: \S+){0,3} (?:chan|block|khoa|bien|lan|mat) (?:so|may|trang|mat|tich)
    (?:biet|bat|mat) (?:tam|tich)|lan mat tam|chan (?:so|luon|roi|mat)|xoa (?:nhom|ket ban|trang)|bien mat
    (?:khong|chua|hong) dam (?:noi|ke|ho|he)
    xau ho|dai qua|dai dot|ngu qua|ca tin|bi (?:gat|lua) (?:roi|mat|het)|moi (?:biet|hay|vo le)|hoa ra|te ra|ai ngo
    rut (?:khong|hong) (?:ra|duoc)|khong rut duoc|tien (?:mat|bay)(?: \S+){0,2} (?:roi|het|sach)
""")
_REGRETS = cue(r"""
    xau ho|dai qua|dai dot|ngu qua|ca tin|bi (?:gat|lua) (?:roi|mat|het)|(?:khong|chua|hong) dam (?:noi|ke)
""")
_OWN = frozenset({"toi", "tui", "tao", "minh", "bac", "em", "con", "chau", "lo"})
_NOT_GONE = cue(r"""
    (?:khong|chua|hong|ko) (?:co )?(?:mat|lam theo)(?: \S+){0,3} (?:dong|xu|tien|gi)
    nghe (?:noi|dau|don|ke)|bao dang|tren (?:bao|dai|ti vi)|dong roi (?:co )?ma|neu|lo sau nay|nham|lon|co nen|co that
    (?:nam|hoi|dot) (?:kia|ngoai|do|truoc|xua)|chua (?:gui|chuyen|dong|dua|nop|goi)
""")


def is_gone(plain: str) -> bool:
    """Whether folded words tell of a payment that was made and of what shows that it was a trick."""
    if not _CAME_OF_IT.search(plain) or _NOT_GONE.search(plain):
        return False
    return any(_is_made(plain, payment) for payment in _PAID.finditer(plain))


def is_regretted(plain: str) -> bool:
    """Whether who writes is ashamed of a payment of his own, however much of it is what others said."""
    if not is_gone(plain) or not _REGRETS.search(plain):
        return False
    made = (payment for payment in _PAID.finditer(plain) if _is_made(plain, payment))
    return any(not _OWN.isdisjoint(plain[: payment.start()].split()[-_CLOSE:]) for payment in made)


def _is_made(plain: str, payment: re.Match[str]) -> bool:
    """Whether it is not only intended or asked for; what is "done" was made, whoever asked for it."""
    before = plain[: payment.start()].split()[-_NEAR:]
    done = payment[0].endswith(("roi", "xong"))
    return _NOT_YET.isdisjoint(before) and (done or _BIDDEN.isdisjoint(before))
