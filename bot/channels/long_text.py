"""Text cut to what one message carries: between sentences if it can, else between words, else inside a word."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_SENTENCE = r"(?<=[.!?…][\"”’»)\]]*)\s++(?!\p{M})|\n++(?!\p{M})"
_SPACE = r"\s++(?!\p{M})"
_VISIBLE = r"\X"


def length(text: str) -> int:
    """Characters as the strictest network counts them: one outside the basic plane, as most emoji are, counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, longest: int) -> Iterator[str]:
    """The text in pieces of at most `longest`; only the white space at the cuts is left out."""
    while length(text) > longest:
        piece, text = _first(text, longest)
        if piece.strip():
            yield piece
    if text.strip():
        yield text


def _first(text: str, longest: int) -> tuple[str, str]:
    import regex  # knows where one visible character ends, which the standard library does not; few texts are so long

    reach = _reach(regex.finditer(_VISIBLE, text), longest)
    for boundary in (_SENTENCE, _SPACE):
        last = _last_within(regex.finditer(boundary, text), reach)
        if last:
            return text[: last[0]], text[last[1] :]
    return text[:reach], text[reach:]


def _last_within(matches: Iterator["regex.Match[str]"], reach: int) -> tuple[int, int] | None:
    last = None
    for match in takewhile(lambda match: match.start() <= reach, matches):
        last = match.span()
    return last


def _reach(characters: Iterator["regex.Match[str]"], longest: int) -> int:
    """How far whole visible characters fit; a single one that is too long is cut as well."""
    reach, room = 0, longest
    for visible in characters:
        room -= length(visible[0])
        if room < 0:
            break
        reach = visible.end()
    return reach or max(1, longest // 2)
