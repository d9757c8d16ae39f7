"""How the issuing office is written: in full, shortened, or in letters only."""

import re

from bot.notices import office_words as words
from bot.vietnamese.fold import fold
from bot.vietnamese.syllable import is_syllable
from broadcasts.wording.facts import Office

_WORD = re.compile(r"[^\W\d_]+")
_ENDS_WITH_KIND = re.compile(words.ENDS_WITH_KIND, re.IGNORECASE)
_NATIONAL = re.compile(words.NATIONAL, re.IGNORECASE)
_SHORT_ANYHOW = frozenset(word.lower() for word in words.SHORT if not is_syllable(word))
_VOWEL = re.compile(r"[aeiouy]")
_POLICE = re.compile(r"\Aca(?= (?:xã|phường|tỉnh|x|p))", re.IGNORECASE)  # "CA xã", however it is written


def office_form(office: str) -> Office:
    """How the office is written; "UBND xã Đồng Văn" is shortened but names somebody, "CA xã" names nobody."""
    spelt = _WORD.findall(_POLICE.sub("BCA", office.strip()))
    shouted = office.isupper()
    short = [word for word in spelt if _is_short(word, shouted)]
    rest = [word for word in spelt if word not in short and word.lower() not in words.NOTHING]
    if short and not rest:
        return Office.ONLY_ABBREVIATION
    if short:
        return Office.ABBREVIATED
    if _ENDS_WITH_KIND.search(office) and not _NATIONAL.search(office):
        return Office.WITHOUT_PLACE
    return Office.FULL


def _is_short(word: str, shouted: bool) -> bool:
    """Whether these letters stand for words: a short form that is well known, or capitals that nobody could say."""
    if word.lower() in _SHORT_ANYHOW:
        return True
    if len(word) < 2 or not word.isupper() or word in words.PLACES:
        return False
    return word in words.SHORT or not (_VOWEL.search(fold(word)) if shouted else is_syllable(word))
