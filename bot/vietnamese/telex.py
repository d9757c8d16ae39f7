"""Telex and VNI keystrokes left standing because the keyboard was off: "tooi bij luwaf ddaor", "toi6 bi5"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.vietnamese.fold import has_tone_marks, nfc
from bot.vietnamese.pronunciation import SAID
from bot.vietnamese.spelling import with_tone
from bot.vietnamese.syllable import (
    ACUTE,
    DOT,
    GRAVE,
    HOOK,
    LEVEL,
    TILDE,
    begins_syllable,
    could_be_syllable,
    is_syllable,
    may_carry,
)

_TOKEN = re.compile(r"[^\W_]+")
_LONGEST = 10  # keys in one syllable, "nghieengs" and one to spare; also the limit of the search below
_VOWELS = "aăâeêioôơuưy"
_KEYED_TONES = (ACUTE, GRAVE, HOOK, TILDE, DOT)
_TONE_KEYS = dict(zip("sfrxj12345", _KEYED_TONES * 2, strict=True))
_TELEX_SHAPES = {"a": {"a": "â"}, "e": {"e": "ê"}, "o": {"o": "ô"}, "w": {"a": "ă", "o": "ơ", "u": "ư"}}
_VNI_SHAPES = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_SHAPE_KEYS = _TELEX_SHAPES | _VNI_SHAPES
_NUMBER = re.compile(r"\d+[a-z]{0,3}")
# One of these is in every telling word (see _TELLING). Each pattern begins with what is found by itself, and is looked
# for alone: all of them in one would take five times as long, which is as long as all the rest for most texts.
_MAY_TELL = ("dd", "aa", "ee", "oo", "w", "j", "f")
_MAY_TELL_TOO = (
    re.compile(r"\d(?<=[^\W\d_]\d)"),
    re.compile(r"r(?<=[mngh]r)(?![^\W_])"),
    re.compile(r"h(?<=[nk]h)\w{0,9}[srx]"),
    re.compile(r"g(?<=ng)\w{0,9}[srx]"),
)
_MOST_MET = 30_000  # keystrokes of syllables, remembered for all texts; what makes no syllable is not kept
_MET: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Typed:
    """A syllable in the making, and how many keys changed something."""

    letters: str = ""
    tone: str = LEVEL
    changes: int = 0


def decode(text: str) -> str | None:
    """The text with its keystrokes turned into Vietnamese; None unless each word becomes a syllable and one is telling.

    "as", "gas", "sex" and "test" would spell syllables too, so words like them never decide.
    """
    if not _may_tell(text.lower()):
        return None
    composed = nfc(text)
    meant: dict[str, str] = {}
    for token in _TOKEN.finditer(composed):
        if (written := token[0]) not in meant:
            if (word := _decode_word(written)) is None:
                return None
            meant[written] = word
    changed = [(written.lower(), word.lower()) for written, word in meant.items() if word != written]
    telling = any(word != keys and _is_telling(keys) for keys, word in changed)
    return _TOKEN.sub(lambda found: meant[found[0]], composed) if telling else None


def _may_tell(lower: str) -> bool:
    return any(keys in lower for keys in _MAY_TELL) or any(pattern.search(lower) for pattern in _MAY_TELL_TOO)


def _decode_word(written: str) -> str | None:
    found = _MET.get(written) or _decode_new(written)
    if found and written.isalpha() and len(_MET) < _MOST_MET:
        _MET[written] = found
    return found


def _decode_new(written: str) -> str | None:
    lower = written.lower()
    if has_tone_marks(written):
        return written if is_syllable(written) else None
    if _NUMBER.fullmatch(lower):
        return written
    found = [typed for typed in _readings(lower) if typed.changes and may_carry(typed.letters, typed.tone)]
    if found:
        best = max(found, key=lambda typed: typed.changes)
        return _with_case(written, with_tone(best.letters, best.tone))
    return written if could_be_syllable(written) or lower in SAID else None


def _with_case(written: str, word: str) -> str:
    if written.isupper() and len(word) > 1:
        return word.upper()
    return word.capitalize() if written[0].isupper() else word


def _readings(keys: str) -> Iterator[_Typed]:
    """Every way to understand the keys, each as a letter or as a change to the letters before it; few survive."""
    if len(keys) > _LONGEST:
        return
    ways = [_Typed()]
    for key in keys:
        ways = [after for way in ways for after in _press(way, key) if begins_syllable(after.letters)]
    for way in ways:
        # Both horns are typed with one key, "dduocw", or the second with its own, "dduwowc".
        yield replace(way, letters=re.sub("ưo|(?<!q)uơ(?=.)", "ươ", way.letters))


def _press(way: _Typed, key: str) -> Iterator[_Typed]:
    for at, letter in enumerate(way.letters):
        if changed := _SHAPE_KEYS.get(key, {}).get(letter):
            yield _change(way, way.letters[:at] + changed + way.letters[at + 1 :])
    if key == "d" and way.letters == "d":
        yield _change(way, "đ")
    if key in _TONE_KEYS and way.tone == LEVEL and any(letter in _VOWELS for letter in way.letters):
        yield replace(way, tone=_TONE_KEYS[key], changes=way.changes + 1)
    if key == "w":
        yield _change(way, way.letters + "ư")
    if key.isalpha():
        yield replace(way, letters=way.letters + key)


def _change(way: _Typed, letters: str) -> _Typed:
    return replace(way, letters=letters, changes=way.changes + 1)


# Patterns that keystrokes make and words of other languages hardly do.
_TELLING = re.compile(
    r"""
    \d[a-z0-9]                            # VNI: a digit inside the word, or two of them
    | ^dd | aa | uw | uow | oiw
    | [aeiouy]\w*j                        # tone key j
    | [aeiouy]\w*f[a-z]                   # tone key f before the end
    | (?:ai|ao|au|ay|ia|iu|oi|ua|ui)f$ | ^\w{1,2}af$
    | [aeiouy](?:[mn]|ng|nh)[fr]$        # tone key f or r behind a closed rime
    | (?:ee|oo)[aiuy] | (?<!q)[iuy](?:ee|oo)
    | ^(?:ngh?|nh|kh)\w*(?:aa|ee|oo|[wsfrxj])
    """,
    re.VERBOSE,
)


def _is_telling(keys: str) -> bool:
    return _TELLING.search(keys) is not None
