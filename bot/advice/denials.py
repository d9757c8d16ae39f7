"""Whether a demand is denied: "không đọc mã cho ai" is advice, "nếu không đọc mã" is a threat."""

from collections.abc import Sequence

from bot.vietnamese.plain import PlainWord

_BEFORE, _NEAR, _BEHIND = 8, 3, 10  # words of the same sentence
_NO = frozenset({"khong", "dung"})
# Verbs behind "không" and "đừng"; "dung" before others is "dùng" or "đúng".
_VERBS = """
    cung chia tiet gui doc dua cho nhap bam truy click chuyen yeu nen duoc bao lam nghe tin tai cai mo vao tra
    goi nop ket dang nap de hoi doi lien quet an khai dien ai tu thuc mua tham choi ke tat
"""
_NARROW = frozenset({"noi", "ke", "tat", "duoc", "cho", "biet"})  # "không nói với ai và chuyển tiền" denies no transfer
_DENIED = frozenset(_VERBS.split())
_USES = frozenset({"tin", "su", "ap", "xay", "noi", "ung", "tac", "vat", "nguoi", "tieu", "loi", "thong", "cong"})
_BY_MISTAKE = "lo"  # lỡ
_CONDITION = frozenset({"neu", "xin", "hay"})


def is_denied(words: Sequence[PlainWord], start: int) -> bool:
    """Whether "không" or "đừng" stands before the words from `start` in their sentence, or it was done by mistake."""
    if is_done_already(words, start):
        return True
    for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        if words[at].ends:
            return False
        if _denies(words, at):
            near = words[at + 1].plain not in _NARROW or start - at <= _NEAR
            return near and not (at and words[at - 1].plain in _CONDITION) and not _goes_on(words, start)
    return False


def is_done_already(words: Sequence[PlainWord], start: int) -> bool:
    """Whether the writer has done so by mistake: "lỡ đọc mã rồi" asks for help and for no code."""
    return start > 0 and words[start - 1].plain == _BY_MISTAKE


def _denies(words: Sequence[PlainWord], at: int) -> bool:
    """Whether "không" or "đừng" stands here, before a verb; without marks "dung" is the end of "ứng dụng" too."""
    if words[at].plain not in _NO or words[at + 1].plain not in _DENIED:
        return False
    return words[at].plain != "dung" or at == 0 or words[at - 1].ends or words[at - 1].plain not in _USES


def _goes_on(words: Sequence[PlainWord], start: int) -> bool:
    """Whether "thì" follows in the sentence: whoever does not do it is told what comes then."""
    for word in words[start : start + _BEHIND]:
        if word.plain == "thi":
            return True
        if word.ends:
            return False
    return False
