"""What a true copy of a notice can consist of: every sentence of every form it was sent in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.learning.mentions import links
from bot.notices.forms import short_text, speech_text
from bot.notices.screens import EVERYBODY, PARTS, no_longer_screen, notice_screen, unmarked
from bot.notices.times import short_when, when
from bot.vietnamese.spoken import read_aloud
from bot.vietnamese.traced import traced
from broadcasts.code import shown
from broadcasts.notice import Kind, Notice

_SENTENCE = re.compile(r"(?<=[.!?;:…])\s+|\n+| · ")


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence. `tells`: it says something that no other notice says; `bids`: it says what to do."""

    text: str
    letters: str
    tells: bool = False
    bids: bool = False


@dataclass(frozen=True, slots=True)
class Official:
    """The sentences, the longest first; the code as it may be written; the hosts that may be named.

    `own` are the letters of what only this notice says, `shared` of what its office and every notice say.
    """

    pieces: tuple[Piece, ...]
    codes: tuple[str, ...]
    hosts: frozenset[str]
    own: str
    shared: str


@lru_cache(maxsize=500)  # as many as are ever in force or lately over
def official(notice: Notice, code: str) -> Official:
    """Everything that was ever sent for this notice."""
    screens = [notice_screen(notice, code, EVERYBODY), *(no_longer_screen(notice, code, later) for later in _LATER)]
    paragraphs = [one.text for screen in screens for one in screen.paragraphs]
    labels = [text for one in screens[0].choices for text in (f"{one.key} {one.label}", one.label)]
    if notice.kind is Kind.UPDATE:
        labels.append(EVERYBODY.say("Đã đổi: {parts}.", parts="\n".join(PARTS.values())))
    texts = [*paragraphs, *labels, screens[0].hint, short_text(notice, code), speech_text(notice, code)]
    pieces = tuple(sorted(_pieces(notice, texts), key=lambda piece: -len(piece.letters)))
    codes = (traced(code).letters, traced(shown(code)).letters)
    own, shared = (" ".join(one.letters for one in pieces if one.tells is tells) for tells in (True, False))
    return Official(pieces, codes, _hosts(notice, texts), own, shared)


_LATER = (Kind.UPDATE, Kind.CANCEL, Kind.ALL_CLEAR)


def _pieces(notice: Notice, texts: Iterable[str]) -> Iterator[Piece]:
    bids = set(_letters(notice.instruction))
    tells = bids | set(_letters(notice.headline)) | set(_letters(notice.description)) | set(_letters(*_times(notice)))
    seen = set[str]()
    for sentence in (sentence for text in texts for sentence in _SENTENCE.split(text)):
        letters = traced(sentence).letters
        if letters and letters not in seen:
            seen.add(letters)
            yield Piece(sentence.strip(), letters, letters in tells, letters in bids)


def _letters(*texts: str) -> Iterator[str]:
    """Of each sentence, as it is written and as it is said."""
    for text in map(unmarked, texts):
        for form in (text, read_aloud(text)):
            yield from (traced(sentence).letters for sentence in _SENTENCE.split(form))


def _times(notice: Notice) -> tuple[str, str]:
    return when(notice.starts, notice.ends, EVERYBODY), short_when(notice.starts, notice.ends)


def _hosts(notice: Notice, texts: Iterable[str]) -> frozenset[str]:
    return frozenset(one.what for text in (*texts, notice.web) for one in links(text))
