"""Words of the regions, each with the word that a text for everybody has."""

from bot.vietnamese.fold import fold, has_tone_marks, nfc
from bot.vietnamese.spelling import official

_TABLE = """
má mẹ | mế mẹ | bầm mẹ | tía bố | hổng không | hông không | hỏng không | hem không | hong không | nỏ không | khum không
chẳng không | chả không | dzô vào | dô vào | vô vào | zô vào | dìa về | dzìa về | zìa về | vìa về | zậy vậy | rứa vậy
vầy vậy | mần làm | răng sao | mô đâu | nớ đó | tui tôi | choa tôi | bển bên_đó | trển trên_đó | ổng ông_ấy | bả bà_ấy
tụi bọn | biểu bảo | xài dùng | thiệt thật | nhứt nhất | bịnh bệnh | nghen nhé | hén nhé | bữa hôm | ngó nhìn | dòm nhìn
kêu gọi | quánh đánh | lẹ nhanh | giựt giật | phôn điện_thoại | hột hạt | muỗng thìa | nhiêu bao_nhiêu | coi xem
"""
_PAIRS = {
    here.replace("_", " "): there.replace("_", " ")
    for line in _TABLE.strip().splitlines()
    for here, there in (row.split() for row in line.split("|"))
}
# Without marks only those are taken that are no other common word then: "tui", but not "ma" (mã, má, mà) or "bo".
_PLAIN_SAFE_WORDS = """
    khum dzo zo dzia zia zay tui trien choa xai thiet nhut nghen
"""
_PLAIN_SAFE = frozenset(_PLAIN_SAFE_WORDS.split())
_PLAIN = {fold(here): fold(there) for here, there in reversed(_PAIRS.items()) if fold(here) in _PLAIN_SAFE}
_FOLDED = frozenset(map(fold, _PAIRS))  # tells soonest that a word is none of them


def standard(word: str, plain: str) -> str | None:
    """The usual word, folded, for one of a region; None for all others and where a missing mark leaves it open.

    `plain` is the word folded, which every caller has.
    """
    if plain not in _FOLDED:
        return None
    if has_tone_marks(word):
        found = _PAIRS.get(official(nfc(word)).lower())
        return fold(found) if found else None
    return _PLAIN.get(plain)
