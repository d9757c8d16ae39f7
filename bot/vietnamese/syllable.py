"""What can be a Vietnamese syllable: an onset, a rime and a tone, by the rules of the script."""

import unicodedata
from functools import cache

from bot.vietnamese.fold import fold

LEVEL, GRAVE, HOOK, TILDE, ACUTE, DOT = "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
TONES = (LEVEL, GRAVE, HOOK, TILDE, ACUTE, DOT)  # in dictionary order

_CONSONANTS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = ("", *_CONSONANTS.split())

# Each nucleus with the endings it takes; "-" is the nucleus alone.
_ENDINGS = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t k",  # k only in names from the highlands: Đắk Lắk
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- ch m n nh p t u",
    "o": "- c i m n ng p t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- c i m n ng p t",
    "ư": "- c i m ng t u",
    "y": "-",
    "ia": "-",
    "iê": "c m n ng p t u",
    "yê": "m n ng t u",
    "ua": "-",
    "uô": "c i m n ng t",
    "ưa": "-",
    "ươ": "c i m n ng p t u",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- n o t",
    "uâ": "n ng t y",
    "uê": "- ch nh n",
    "uơ": "-",
    "uy": "- ch n nh p t u",
    "uya": "-",
    "uyê": "n t",
}
_RIMES = frozenset(
    nucleus + ("" if ending == "-" else ending) for nucleus, endings in _ENDINGS.items() for ending in endings.split()
)
_AFTER_QU = frozenset(
    {rime for rime in _RIMES if rime[0] in "aăâeêiơ" and not rime.startswith(("ia", "iê"))}
    | {"y", "ych", "ynh", "yt", "yn", "yên", "yêt", "ôc"}
)
_AFTER_G_WITH_I = frozenset({"i", "in", "iêc", "iên", "iêng", "iêt"})  # gì, gìn, giếng: the i is written once
_BEFORE_Y = frozenset({"", "d", "h", "k", "l", "m", "n", "s", "t", "th", "v"})
_FRONT = frozenset("eêiy")
_ONLY_BEFORE_FRONT = frozenset({"k", "gh", "ngh"})
_NEVER_BEFORE_FRONT = frozenset({"c", "g", "ng"})
_STOPS = ("c", "ch", "k", "p", "t")


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _AFTER_QU
    if rime not in _RIMES:
        return False
    if onset == "gi":
        return rime[0] not in "iy"
    if onset == "g" and rime[0] in "iy":
        return rime in _AFTER_G_WITH_I
    if rime == "y":
        return onset in _BEFORE_Y
    if rime.startswith(("yê", "iê")) and rime.startswith("y") != (onset == ""):
        return False
    return onset not in (_NEVER_BEFORE_FRONT if rime[0] in _FRONT else _ONLY_BEFORE_FRONT)


@cache
def toneless_syllables() -> frozenset[str]:
    """Every syllable the rules allow, without its tone: "tiêng", "đương"."""
    return frozenset(onset + rime for onset in _ONSETS for rime in _RIMES | _AFTER_QU if _fits(onset, rime))


@cache
def _folded_syllables() -> frozenset[str]:
    return frozenset(map(fold, toneless_syllables()))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(folded[:end] for folded in _folded_syllables() for end in range(len(folded) + 1))


def begins_syllable(letters: str) -> bool:
    """Whether a syllable, its marks apart, can begin with these letters."""
    return fold(letters) in _beginnings()


def part_tone(word: str) -> tuple[str, str]:
    """The word in lower case without its tone, and the tone as one of TONES: "Tiếng" is "tiêng" and ACUTE."""
    letters = unicodedata.normalize("NFD", word.lower())
    tone = next((char for char in letters if char in TONES), LEVEL)
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in TONES)), tone


def may_carry(toneless: str, tone: str) -> bool:
    """Whether this toneless syllable is a syllable with this tone: after c, ch, p, t only acute and dot are."""
    return toneless in toneless_syllables() and (tone in (ACUTE, DOT) or not toneless.endswith(_STOPS))


def is_syllable(word: str) -> bool:
    """Whether the word, with the marks it has, can be Vietnamese."""
    return may_carry(*part_tone(word))


def could_be_syllable(word: str) -> bool:
    """Whether the word, its marks apart, can be Vietnamese that was typed without them."""
    return word in _folded_syllables() or (not _is_folded(word) and fold(word) in _folded_syllables())


def _is_folded(word: str) -> bool:
    """Whether folding could not change it; tells so of nearly every folded word."""
    return word.isascii() and word.islower()
