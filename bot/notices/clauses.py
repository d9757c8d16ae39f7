"""A text cut into pieces that say one thing each, as far as its signs and joining words tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.notices.spelt import Spelt
from bot.vietnamese.fold import has_tone_marks

# A dot or comma inside a number ends nothing.
_END = re.compile(
    r"(?P<sentence>[;!?…\n•]|\.(?!\d))|[:()\[\]“”\"«»]|,(?!\d)|\s[-–—+*]+\s"
    r"|\s(?:và|rồi|hoặc|đồng thời|sau đó|nhưng)(?=\s)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\A[\W_]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """One piece, what its sentence says before it, and the numbers of both in the text."""

    spelt: Spelt
    before: str
    sentence: int = 0
    number: int = 0

    def upto(self, at: int) -> str:
        """The sentence up to a place in the piece."""
        return f"{self.before} {self.spelt.text[:at]}"


@lru_cache(maxsize=64)  # the same three texts are looked into for many things
def clauses(text: str) -> tuple[Clause, ...]:
    """The pieces in their order; signs and list marks in front of one are left out."""
    return tuple(_clauses(text))


def _clauses(text: str) -> Iterator[Clause]:
    start, before, sentence, marked = 0, "", 0, has_tone_marks(text)
    for number, end in enumerate((*_END.finditer(text), None)):
        piece = Spelt.of(_LEAD.sub("", text[start : end.start() if end else len(text)]), marked=marked)
        if piece.text:
            yield Clause(piece, before, sentence, number)
        if end:
            before = "" if end["sentence"] else f"{before} {piece.text}"
            start, sentence = end.end(), sentence + bool(end["sentence"])
