"""Vietnamese words looked for in a text, whether it was typed with tone marks or without."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.vietnamese.fold import fold, has_tone_marks, nfc
from bot.vietnamese.spelling import official

_AROUND = re.compile(r"\A\(\?<![^)]*\)|\(\?!.*")  # what must not stand before or behind an entry
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text as patterns meet it: lower case, tone marks where official names have them, single blanks."""

    text: str
    marked: bool

    @classmethod
    def of(cls, text: str, *, marked: bool | None = None) -> "Spelt":
        """The text, whole or part of one that is `marked`; without any marks it is met by patterns without them."""
        line = " ".join(nfc(text).split())
        if marked if marked is not None else has_tone_marks(line):
            return cls(_WORD.sub(_official, line.lower()), marked=True)
        return cls(fold(line), marked=False)


@lru_cache(maxsize=64)  # the same three texts are looked into for many things
def spelt(text: str) -> Spelt:
    """A whole text, ready for searching."""
    return Spelt.of(text)


def _without_marks(match: re.Match[str]) -> str:
    return match[0] if match[0].isascii() else fold(match[0])


def _official(match: re.Match[str]) -> str:
    return _official_word(match[0])


@lru_cache(maxsize=10_000)
def _official_word(word: str) -> str:
    return word if word.isascii() else official(word)


@dataclass(frozen=True)
class Pattern:
    """A pattern of lower-case words, and the same without tone marks; each is made ready when it is first needed."""

    source: str

    @cached_property
    def marked(self) -> re.Pattern[str]:
        """For texts with tone marks."""
        return re.compile(self.source)

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """For texts without."""
        return re.compile(_WORD.sub(_without_marks, self.source))

    def side(self, marked: bool) -> re.Pattern[str]:
        """The one of the two that suits a text with marks, or one without."""
        return self.marked if marked else self.plain

    def within(self, spelt: Spelt) -> re.Pattern[str]:
        """The one of the two that suits this text."""
        return self.side(spelt.marked)

    def search(self, spelt: Spelt) -> re.Match[str] | None:
        """The first place where it stands."""
        return self.within(spelt).search(spelt.text)

    def all(self, spelt: Spelt) -> list[str]:
        """All that fits, each once."""
        return list(dict.fromkeys(found[0] for found in self.within(spelt).finditer(spelt.text)))


def entries(written: str) -> str:
    """The alternatives of a pattern, parted by `;` or line ends, the longest first so that it wins."""
    found = {" ".join(entry.split()) for entry in re.split(r"[;\n]", written)} - {""}
    return "|".join(sorted(found, key=lambda entry: (-len(_AROUND.sub("", entry)), entry)))


def any_of(written: str) -> str:
    """A pattern source for any of the entries as whole words."""
    return rf"(?<!\w)(?:{entries(written)})(?!\w)"
