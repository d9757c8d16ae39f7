"""How hard a notice is to read: long sentences, words that newcomers do not know, letters that stand for words."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from bot.learning.hard_words import HardWords
from bot.learning.lesson_passages import own_words, sentences, spoken
from bot.notices.office_words import PLACES
from bot.notices.office_words import SHORT as SHORT_FORMS
from bot.vietnamese.fold import fold, has_tone_marks
from bot.vietnamese.syllable import is_syllable
from broadcasts.wording.facts import HardWord, Sentence

FEWEST_TO_JUDGE = 4  # words, before a text counts as typed without tone marks
_FIRST_WORDS = 5  # that name a sentence
_WORD = re.compile(r"(?<![\w.@/'’-])[^\W\d_]{3,}(?![\w.@/'’-]*[\w@/'’])")
_SHORT = re.compile(r"(?<![\w/.&'’-])(?<![Bb]ão )(?<![Bb]ão số )[A-ZĐ]{2,}(?:[&-][A-ZĐ]{2,})*(?![\w/&'’]|[.-]\w)")
_ROAD = re.compile(r"(?<!\w)(QL|TL|ĐT|HL|ĐH)(?=[. ]?\d)")
_ROMAN = re.compile(r"[IVXLC]+")
_MAIL = re.compile(r"\S+@\S+")

# Foreign, but known in every village.
_KNOWN = """
internet zalo facebook radio tivi video camera wifi virus vaccine vacxin oxy oxi gas sim pin card taxi karaoke pano cano
container kg km cm mm kw kwh kv ml ppm mobile game bus vneid youtube tiktok telegram messenger clo clorin chloramin iod
paracetamol oresol vitamin covid sars cov dengue gram tour resort rota sabin panadol axit amoniac nilon taluy
"""
_AT_HOME = frozenset(_KNOWN.split())
_SAID_BY_ALL = frozenset({"SOS", "OK", "TV", "AM", "PM", "ID"}) | PLACES


def sentences_of(field: str, text: str) -> Iterator[Sentence]:
    """Every sentence with the number of its words."""
    for _, sentence in sentences(text):
        words = spoken(sentence)
        yield Sentence(field, " ".join(words[:_FIRST_WORDS]), len(words))


def hard_words_of(field: str, text: str, hard_words: HardWords) -> Iterator[HardWord]:
    """Words of the list that the administrators keep; what is quoted is somebody else's."""
    for hard in hard_words.find(own_words(text)):
        yield HardWord(field, hard.word, hard.better)


def foreign_words(text: str, hard: Container[str]) -> list[str]:
    """Words in lower case that cannot be Vietnamese, but for names, units and what every village says."""
    if not has_tone_marks(text):
        return []
    plain = own_words(text)
    found = _WORD.findall(_MAIL.sub(" ", plain) if "@" in plain else plain)
    return list(dict.fromkeys(word for word in found if word.islower() and _is_foreign(word) and word not in hard))


def _is_foreign(word: str) -> bool:
    return word.isascii() and word not in _AT_HOME and not is_syllable(word)


@lru_cache(maxsize=16)
def _initials(text: str) -> str:
    """The first letters of its words in a row, in which those of a long form stand."""
    return "".join(re.findall(r"(?<![^\W_])[a-z]", fold(text)))


def abbreviations(text: str, whole: str) -> list[str]:
    """Letters for words whose long form stands nowhere in the whole notice."""
    plain = own_words(text)
    found = [*filter(_stands_for_words, _SHORT.findall(plain)), *_ROAD.findall(plain)]
    return [short for short in dict.fromkeys(found) if "".join(re.findall(r"\w", fold(short))) not in _initials(whole)]


def _stands_for_words(short: str) -> bool:
    if short in _SAID_BY_ALL or short.lower() in _AT_HOME or _ROMAN.fullmatch(short):
        return False
    return short in SHORT_FORMS or not all(map(is_syllable, re.split(r"[&-]", short)))


def is_without_marks(text: str) -> bool:
    """Whether it was typed without tone marks: enough words, and no mark on any."""
    return not has_tone_marks(text) and len(spoken(text)) >= FEWEST_TO_JUDGE
