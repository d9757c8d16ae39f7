"""How the name of a place is written: its kind in front or not, what it lies in behind a comma or just behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.vietnamese.fold import fold, has_tone_marks, nfc

_KINDS = {
    "xã": ("xã", "x"),
    "phường": ("phường", "p", "f"),
    "đặc khu": ("đặc khu",),
    "thị trấn": ("thị trấn", "tt"),
    "huyện": ("huyện", "h"),
    "quận": ("quận", "q"),
    "thị xã": ("thị xã", "tx"),
    "thành phố": ("thành phố", "tp"),
    "tỉnh": ("tỉnh", "t"),
}
_PREFIXES = {tuple(form.split()): kind for kind, forms in _KINDS.items() for form in forms}
_WORD = re.compile(r"[^\W_]+")
_GLUED_NUMBER = re.compile(r"\b([pfq])(\d{1,2})\b", re.IGNORECASE)  # P5, Q1
_MOST_WORDS = 12  # of an address; anything longer is a message


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """A place as somebody wrote it; `kind` is "xã", "phường", "tỉnh"…, None where it was not written."""

    name: str
    kind: str | None = None


def key(name: str) -> str:
    """The name for looking up: letters and digits only, without marks, "01" as "1"."""
    return "".join(map(_word_key, _words(name)))


@lru_cache(maxsize=8192)  # the names of all places are made of some 3,000 words
def _word_key(word: str) -> str:
    return fold(word).lstrip("0") or "0" if word.isdecimal() else fold(word)


def read_place(written: str) -> tuple[WrittenPlace, ...]:
    """The ways to read it: all of it a name and, where it begins like a kind of place, what follows as the name.

    None at all where it is no more than a kind of place.
    """
    spelt = _words(written)
    if not spelt or any(len(spelt) == len(prefix) and _is_written(prefix, spelt) for prefix in _PREFIXES):
        return ()
    whole = WrittenPlace(" ".join(spelt))
    for prefix, kind in _PREFIXES.items():
        if len(spelt) > len(prefix) and _is_written(prefix, spelt):
            return whole, WrittenPlace(" ".join(spelt[len(prefix) :]), kind)
    return (whole,)


def splits(written: str) -> Iterator[tuple[str, str]]:
    """The ways to part a place from what it lies in: at the first comma, else at any blank, the longest name first."""
    name, comma, within = written.partition(",")
    if comma:
        yield name, within
        return
    spelt = _words(written)
    for end in range(len(spelt), 0, -1) if len(spelt) <= _MOST_WORDS else ():
        yield " ".join(spelt[:end]), " ".join(spelt[end:])


def squashed(within: str) -> frozenset[str]:
    """The keys it may have: each word like "huyện" or "tỉnh" in it kept or left out, for some are part of a name."""
    spelt = _words(within)[:_MOST_WORDS]
    ways: list[set[str]] = [{""}, *(set() for _ in spelt)]
    for at, word in enumerate(spelt):
        ways[at + 1] |= {way + _word_key(word) for way in ways[at]}
        for prefix in _PREFIXES:
            if at + len(prefix) < len(spelt) and _is_written(prefix, spelt[at:]):
                ways[at + len(prefix)] |= ways[at]
    return frozenset(ways[-1])


def _words(written: str) -> list[str]:
    return _WORD.findall(_GLUED_NUMBER.sub(r"\1 \2", nfc(written)))


def _is_written(prefix: tuple[str, ...], spelt: list[str]) -> bool:
    """Whether the words begin with the prefix; where they have marks, with the right ones: "Xà" is no "xã"."""
    return all(
        word.lower() == wanted if has_tone_marks(word) else fold(word) == fold(wanted)
        for wanted, word in zip(prefix, spelt, strict=False)
    )
