"""Words by which people call each other, and courtesies: they say nothing of what is asked."""

from collections.abc import Iterable

from bot.vietnamese.fold import fold, has_tone_marks
from bot.vietnamese.spelling import official

_KIN_WORDS = """
    con cháu bác ông bà cô chú cậu mợ dì dượng thím anh chị em mẹ má bố ba cha cụ tôi tui mình bạn ạ dạ vâng nhé
    nha nhỉ hả hở ơi à ừ thưa vậy hén nghen
"""
_KIN = frozenset(_KIN_WORDS.split())
# Without its mark a word is dropped only where no word that matters is written alike: not "ma" (mã), "bo" (bỏ, bộ).
_PLAIN_WORDS = """
    con chau bac ong ba chu cau mo duong thim anh chi em me cu toi tui minh ban vang nhe nhi ha oi thua
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())


def is_kin(word: str) -> bool:
    """Whether a word, written with or without marks, is only a way to call somebody, or a courtesy."""
    return official(word).lower() in _KIN if has_tone_marks(word) else fold(word) in _PLAIN


def without_kin(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those; all of them where nothing else would be left."""
    every = tuple(words)
    return tuple(word for word in every if not is_kin(word)) or every
