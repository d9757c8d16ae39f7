"""What a typed message means beside what was offered: a choice, an always-word, several choices, or just words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.conversation.always import Always, always_word
from bot.messages import RESERVED_KEYS, Choice
from bot.vietnamese.closest import closest
from bot.vietnamese.fold import fold, has_tone_marks, nfc, words
from bot.vietnamese.numerals import number_of
from bot.vietnamese.spelling import official


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the choices that were offered."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class Reserved:
    """One of the numbers that mean the same everywhere, though this screen does not show it."""

    key: str


@dataclass(frozen=True, slots=True)
class Said:
    """An always-word."""

    word: Always


@dataclass(frozen=True, slots=True)
class Unclear:
    """Several choices are called that: ask back."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class NoSuchNumber:
    """A number that the last screen did not offer."""

    number: int


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that are no choice."""

    text: str


Meaning = Chosen | Reserved | Said | Unclear | NoSuchNumber | Typed

_MOST_LISTENED = 4000  # characters; nobody types more, and matching must stay quick
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")


def understand(text: str, offered: Sequence[Choice]) -> Meaning:
    """The plain meaning of a text: number, label (with or without tone marks), always-word, else Typed."""
    tidy = nfc(text[:_MOST_LISTENED]).strip()
    number = number_of(tidy)
    if number is not None and _is_key_first(tidy, number, offered):
        return _by_number(number, offered)
    labelled = _by_label(tidy, offered)
    if number is not None and not labelled:
        return _by_number(number, offered)
    return labelled or _always(tidy) or Typed(tidy)


def _is_key_first(text: str, number: int, offered: Sequence[Choice]) -> bool:
    """Whether digits mean the choice under them: "2" is a key first, but "Không" is an answer before it is 0."""
    keys = RESERVED_KEYS.union(choice.key for choice in offered)
    return str(number) in keys and any(char.isnumeric() for char in text)


def _by_number(number: int, offered: Sequence[Choice]) -> Meaning:
    key = str(number)
    for choice in offered:
        if choice.key == key:
            return Chosen(choice)
    return Reserved(key) if key in RESERVED_KEYS else NoSuchNumber(number)


def _by_label(text: str, offered: Sequence[Choice]) -> Meaning | None:
    """Exact label first, so that two labels that fold alike can still be told apart by their marks."""
    exact = [choice for choice in offered if text.lower() in _label(choice.label).written]
    alike = exact or [choice for choice in offered if _reads_as(text, choice)]
    if not alike or not words(text):
        return None
    return Chosen(alike[0]) if len(alike) == 1 else Unclear(tuple(alike))


def _reads_as(text: str, choice: Choice) -> bool:
    """Whether the text is the label with marks left out or misplaced; "dừng" is not "Đúng"."""
    return words(text) in _label(choice.label).words and not _marked_otherwise(text, choice.label)


@dataclass(frozen=True, slots=True)
class _Label:
    """The ways to write a label in full: as shown, and without an aside such as "(đã học)"."""

    written: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4096)  # labels come again with every screen
def _label(label: str) -> _Label:
    whole = nfc(label).lower()
    bare = _ASIDE.sub("", whole)
    written = (whole, bare) if bare else (whole,)
    return _Label(written, tuple(map(words, written)))


def _always(text: str) -> Said | None:
    word = always_word(text)
    return Said(word) if word else None


def guess(text: str, offered: Sequence[Choice]) -> Chosen | Unclear | None:
    """The choices whose labels are near to what was typed; for menus only, never for marking a quiz."""
    labels = [_ASIDE.sub("", choice.label) for choice in offered]
    near = [index for index in closest(text, labels) if not _marked_otherwise(text, labels[index])]
    if not near:
        return None
    found = tuple(offered[index] for index in near)
    return Chosen(found[0]) if len(found) == 1 else Unclear(found)


def _marked_otherwise(text: str, label: str) -> bool:
    """Whether every word is one of the label's with other marks: "đúng" is not near to "Dừng hết"."""
    written, shown = official(text).lower().split(), official(label).lower().split()
    folded = {fold(word) for word in shown}
    return all(has_tone_marks(word) and word not in shown and fold(word) in folded for word in written)
