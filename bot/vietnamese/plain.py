"""A text as plain words, each with its place: tricks, keystrokes, short forms and lost blanks undone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.vietnamese.fold import collapse_repeats, fold, has_tone_marks, nfc
from bot.vietnamese.foreign import FOREIGN
from bot.vietnamese.joined import split_syllables
from bot.vietnamese.regional import standard
from bot.vietnamese.slips import Expected
from bot.vietnamese.syllable import TONES, could_be_syllable
from bot.vietnamese.teencode import meanings, meant
from bot.vietnamese.telex import decode
from bot.vietnamese.tricks import AROUND, has_strange_letters, is_noisy, latin, untricked

_CHUNK = re.compile(r"\S+")
_PART = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"[0-9.,:/%-]+")  # a number as people write it, in which no trick hides
_AMOUNT = re.compile(
    r"[0-9][0-9.,]*(?:[kđdhp]|tr|vn[dđ]|kg|[mg]b)?(?:/[^\W\d_]+)?", re.IGNORECASE
)  # nor in this; but in "0tp"
_INITIALS = 2  # letters: fewer that are held down are no short form ("kkk"), and no more may be one ("www")
_SHORT = 4  # letters of a piece that tells nothing about anybody: "tb", "cskh"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ENDS = re.compile(r"""[.!?;…]["'”’)\]]*(?!\S)""")  # the last of a sentence, before a blank
_LINE_END = re.compile(r"\n")
_LINK = re.compile(r"://|\w\.\w+/|^www\.|\w{2}\.[a-z]{2,6}\W*$", re.IGNORECASE)
_OWN_LETTERS = frozenset(
    letter
    for base in "abcdđeghiklmnopqrstuvxyăâêôơư"
    for tone in TONES
    for letter in (nfc(base + tone), nfc(base + tone).upper())
    if len(nfc(base + tone)) == 1
)
_FEWEST_LETTERS = 4  # in a row, each with blanks around it: "t h u o n g"
LONGEST = 4_000  # characters; nobody reads out more, and it takes some ten milliseconds
_LONGEST_TELEX = 1_000  # characters; whoever types with the keyboard off notices sooner
_NO_WORDS = Expected(())
_AROUND = AROUND + "!"
_LONGEST_SYLLABLE = 8  # letters, and a sign behind them
_MOST_REMEMBERED = 30_000  # written syllables, of which Vietnamese has 18,000 and some more in capitals
_MOST_LETTERS = 4_000  # of other words without digits, the last that were met

Meaning = tuple[bool, bool, tuple[str, ...]]  # whether a piece hides its words, whether they may be short forms, they
# What stands between two blanks, as it was meant to be typed, and where; whether a sentence ends with it, and whether
# it was typed with a blank behind each letter. A named tuple would take longer to make than all this to find.
Chunk = tuple[str, int, int, bool, bool]

_NOTHING: Meaning = (False, False, ())


class PlainWord(NamedTuple):
    """One folded word, and the stretch of the composed text that says it; a tuple, as each text makes hundreds."""

    plain: str
    at: int
    end: int
    tricked: bool = False  # written so that a filter does not know it
    ends: bool = False  # a sentence ends behind it
    short: bool = False  # may be a short form: written without marks and tricks


def plain_words(text: str, expected: Expected = _NO_WORDS) -> tuple[PlainWord, ...]:
    """What a text says, word for word; places count in `nfc(text)`. Slips of `expected` words are undone too.

    Only the first LONGEST characters are read.
    """
    return _last_words(text) if expected is _NO_WORDS else _words(text, expected)


@lru_cache(maxsize=1)
def _last_words(text: str) -> tuple[PlainWord, ...]:
    """Several listen to one message, each for something else."""
    return _words(text, _NO_WORDS)


def _words(text: str, expected: Expected) -> tuple[PlainWord, ...]:
    whole = nfc(text[:LONGEST])
    typed = decode(whole) if len(whole) <= _LONGEST_TELEX else None
    words = _read(_chunks(whole, typed or whole), expected)
    return tuple(_spelt_out(words)) if any(word.short for word in words) else tuple(words)


def plain(text: str, expected: Expected = _NO_WORDS) -> str:
    """Those words with blanks between them."""
    return " ".join([word.plain for word in plain_words(text, expected)])


def _chunks(whole: str, typed: str) -> list[Chunk]:
    """Keystrokes change words and never blanks, so that both texts have the same pieces."""
    pieces = typed.split()
    if _INVISIBLE.search(typed):
        pieces = [_INVISIBLE.sub("", piece) for piece in pieces]
    places = [found.span() for found in _CHUNK.finditer(whole)]
    ends = {found.end() for found in _ENDS.finditer(whole)} | {found.start() for found in _LINE_END.finditer(whole)}
    read = zip(pieces, places, strict=True)
    chunks = [(piece, at, end, end in ends, False) for piece, (at, end) in read if piece]
    alone = list(map(len, pieces)).count(1)
    return list(_closed_up(chunks)) if alone >= _FEWEST_LETTERS else chunks


def _closed_up(chunks: list[Chunk]) -> Iterator[Chunk]:
    """The chunks, letters that stand alone in a row as one word where they make words."""
    at = 0
    while at < len(chunks):
        end = at
        while end < len(chunks) and len(letter := chunks[end][0]) == 1 and letter.isalpha():
            end += 1
        letters = "".join([chunk[0] for chunk in chunks[at:end]])
        if len(letters) >= _FEWEST_LETTERS and (could_be_syllable(letters) or split_syllables(fold(letters))):
            yield letters, chunks[at][1], chunks[end - 1][2], False, True
            at = end
        else:
            yield from chunks[at : max(end, at + 1)]
            at = max(end, at + 1)


def _read(chunks: Iterable[Chunk], expected: Expected) -> list[PlainWord]:
    """Reads each piece of one text once, however often it comes, and each syllable once for all texts."""
    syllables, met, words = _syllables(expected), dict[str, Meaning](), []
    for written, at, end, ends, closed_up in chunks:
        found = syllables.get(written) or met.get(written) or syllables.get(written.strip(_AROUND))
        if found is None:
            found = met[written] = _meaning(written, expected)
            if len(syllables) < _MOST_REMEMBERED and _is_known(written, found, expected):
                syllables[written] = found
        tricked, short, whole = found
        for word in whole:
            words.append(PlainWord(word, at, end, tricked or closed_up, False, short))
        if ends and whole:
            words[-1] = words[-1]._replace(ends=True)
    return words


def _meaning(written: str, expected: Expected) -> Meaning:
    """What a piece means that was not met yet; signs around a word of our own letters mean nothing."""
    if _OWN_LETTERS.issuperset(core := written.strip(_AROUND)):  # as nearly always
        if core != written:
            return _meaning(core, expected) if core else _NOTHING
        whole = tuple(_usual(written, expected))
        return False, _may_be_short(written, whole), whole
    if _DIGITS.fullmatch(core):
        return False, False, tuple(_PART.findall(core))
    if _AMOUNT.fullmatch(core):
        return False, False, tuple([one for part in _PART.findall(core) for one in _usual(part, expected)])
    if not written.isalpha() and not _LINK.search(written) and (found := untricked(written, expected)):
        return True, False, found
    strange = has_strange_letters(written) if written.isalpha() else is_noisy(written)
    whole = tuple(one for part in _PART.findall(latin(written)) for one in _usual(part, expected))
    return strange, _may_be_short(written, whole), whole


def _may_be_short(written: str, whole: Iterable[str]) -> bool:
    return any(map(meanings, whole)) and (written.isascii() or not has_tone_marks(written))


@lru_cache(maxsize=8)
def _syllables(expected: Expected) -> dict[str, Meaning]:
    """What syllables, expected words and a few letters mean that were met: never a number or a secret."""
    return {}


def _is_known(written: str, meaning: Meaning, expected: Expected) -> bool:
    tricked, _, whole = meaning
    if len(written) > _LONGEST_SYLLABLE:
        return False
    if len(written) <= _SHORT and written.isalpha():
        return True
    return not tricked and len(whole) == 1 and (whole[0] in expected or could_be_syllable(whole[0]))


def _usual(part: str, expected: Expected) -> Sequence[str]:
    """The folded words that a written word stands for."""
    return _usual_letters(part, expected) if part.isalpha() else (_with_digits(fold(part)),)


def _with_digits(word: str) -> str:
    """A number or a code is no syllable and no slip of any word; a letter that is held down in it counts once."""
    held = collapse_repeats(word)
    return held if len(held) > _INITIALS or meanings(held) else word


@lru_cache(maxsize=_MOST_LETTERS)
def _usual_letters(part: str, expected: Expected) -> Sequence[str]:
    return _worked_out(part, expected)


def _worked_out(part: str, expected: Expected) -> Sequence[str]:
    word = fold(part)
    if usual := standard(part, word):
        return usual.split()
    if word.isdecimal() or word in expected or could_be_syllable(word):
        return (word,)
    held = collapse_repeats(word)
    if held in FOREIGN or held in expected or could_be_syllable(held) or _is_short(held):
        return (held,)
    slip = expected.meant(held)
    return (slip,) if slip != held else split_syllables(held) or (held if len(held) > _INITIALS else word,)


def _is_short(word: str) -> bool:
    return len(word) >= _INITIALS and bool(meanings(word))


def _spelt_out(words: list[PlainWord]) -> Iterator[PlainWord]:
    """The words, short forms as the words that they stand for."""
    said = [word.plain for word in words]
    for at, word in enumerate(words):
        if not word.short or (forms := meant(said, at)) == (word.plain,):
            yield word
            continue
        for number, form in enumerate(forms, 1):
            yield word._replace(plain=form, ends=word.ends and number == len(forms))
