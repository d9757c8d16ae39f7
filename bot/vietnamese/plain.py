"""A text as plain words, each with its place: tricks, keystrokes, short forms and lost blanks undone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.vietnamese.fold import collapse_repeats, fold, has_tone_marks, nfc
from bot.vietnamese.joined import split_syllables
from bot.vietnamese.regional import standard
from bot.vietnamese.slips import Expected
from bot.vietnamese.syllable import TONES, could_be_syllable
from bot.vietnamese.teencode import meant
from bot.vietnamese.telex import decode
from bot.vietnamese.tricks import has_strange_letters, is_noisy, latin, untricked

_CHUNK = re.compile(r"\S+")
_PART = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_END = re.compile(r"""[.!?;…\n]["'”’)\]]*\Z""")
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
_LONGEST_SYLLABLE = 7  # letters
_MOST_REMEMBERED = 30_000  # written syllables, of which Vietnamese has 18,000 and some more in capitals

Meaning = tuple[bool, bool, tuple[str, ...]]  # whether a piece hides its words, whether they may be short forms, they


@dataclass(frozen=True, slots=True)
class PlainWord:
    """One folded word, and the stretch of the composed text that says it."""

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
    whole = nfc(text[:LONGEST])
    typed = decode(whole) if len(whole) <= _LONGEST_TELEX else None
    chunks = _closed_up(list(_chunks(whole, typed or whole)))
    reader = _Reader(expected)
    return tuple(_spelt_out([word for chunk in chunks for word in reader.words(chunk)]))


def plain(text: str, expected: Expected = _NO_WORDS) -> str:
    """Those words with blanks between them."""
    return " ".join(word.plain for word in plain_words(text, expected))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What stands between two blanks, as it was meant to be typed."""

    written: str
    at: int
    end: int
    tricked: bool = False
    ends: bool = False


def _chunks(whole: str, typed: str) -> Iterator[_Chunk]:
    """Keystrokes change words and never blanks, so that both texts have the same pieces."""
    for found, read in zip(_CHUNK.finditer(whole), _CHUNK.findall(typed), strict=True):
        ends = bool(_END.search(found[0])) or whole[found.end() : found.end() + 1] == "\n"
        yield _Chunk(_INVISIBLE.sub("", read), found.start(), found.end(), ends=ends)


def _closed_up(chunks: list[_Chunk]) -> Iterator[_Chunk]:
    """The chunks, letters that stand alone in a row as one word where they make words."""
    at = 0
    while at < len(chunks):
        end = at
        while end < len(chunks) and len(chunks[end].written) == 1 and chunks[end].written.isalpha():
            end += 1
        letters = "".join(chunk.written for chunk in chunks[at:end])
        if len(letters) >= _FEWEST_LETTERS and (could_be_syllable(letters) or split_syllables(fold(letters))):
            yield _Chunk(letters, chunks[at].at, chunks[end - 1].end, tricked=True)
            at = end
        else:
            yield from chunks[at : max(end, at + 1)]
            at = max(end, at + 1)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads each piece of one text once, however often it comes, and each syllable once for all texts."""

    expected: Expected
    _read: dict[str, Meaning] = field(default_factory=dict)

    def words(self, chunk: _Chunk) -> Iterator[PlainWord]:
        tricked, short, whole = self._read.get(chunk.written) or self._new(chunk.written)
        for number, word in enumerate(whole, 1):
            ends = chunk.ends and number == len(whole)
            yield PlainWord(word, chunk.at, chunk.end, tricked or chunk.tricked, ends, short)

    def _new(self, written: str) -> Meaning:
        """What a piece means that this text did not have yet."""
        syllables = _syllables(self.expected)
        found = syllables.get(written)
        if found is None:
            found = self._meaning(written)
            if len(written) <= _LONGEST_SYLLABLE and len(syllables) < _MOST_REMEMBERED and _is_plain_syllable(found):
                syllables[written] = found
        self._read[written] = found
        return found

    def _meaning(self, written: str) -> Meaning:
        short = written.isascii() or not has_tone_marks(written)
        if _OWN_LETTERS.issuperset(written):  # as nearly always
            return False, short, tuple(_usual(written, self.expected))
        if not written.isalpha() and not _LINK.search(written) and (found := untricked(written)):
            return True, False, found
        strange = has_strange_letters(written) if written.isalpha() else is_noisy(written)
        parts = _PART.findall(latin(written))
        return strange, short, tuple(one for part in parts for one in _usual(part, self.expected))


@lru_cache(maxsize=8)
def _syllables(expected: Expected) -> dict[str, Meaning]:
    """What syllables mean that were met: words of the language alone, never a number, a name or a secret."""
    return {}


def _is_plain_syllable(meaning: Meaning) -> bool:
    tricked, _, whole = meaning
    return not tricked and len(whole) == 1 and could_be_syllable(whole[0])


def _usual(part: str, expected: Expected) -> Sequence[str]:
    """The folded words that a written word stands for."""
    if usual := standard(part):
        return usual.split()
    word = fold(part)
    if word.isdecimal() or word in expected or could_be_syllable(word):
        return (word,)
    if could_be_syllable(short := collapse_repeats(word)):
        return (short,)
    slip = expected.meant(word)
    return (slip,) if slip != word else split_syllables(word) or (word,)


def _spelt_out(words: list[PlainWord]) -> Iterator[PlainWord]:
    """The words, short forms as the words that they stand for."""
    said = [word.plain for word in words]
    for at, word in enumerate(words):
        forms = meant(said, at) if word.short else (word.plain,)
        if forms == (word.plain,):
            yield word
        else:
            for number, form in enumerate(forms, 1):
                yield replace(word, plain=form, ends=word.ends and number == len(forms))
