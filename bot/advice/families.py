"""Words that mean much the same in a message, and which of them stand near one another: what carries over to new words.

"đọc giùm mấy số", "nhắn lại cái mã" and "xin dãy số vừa gửi" share no pair of words, but each hands over a code.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from bot.advice.family_words import FAMILIES

_NEAR = 15  # words between two that belong together
_PHRASE_END = "|"

Piece = tuple[str, int, int]  # from one word to before another
Names = tuple[str, ...]


class _Members(NamedTuple):
    """Of the phrases that begin with one word: the families of the word alone, and the longer phrases by their second
    word, each whole and with its families, the longest first."""

    alone: Names
    longer: dict[str, list[tuple[tuple[str, ...], Names]]]


@cache
def _members() -> dict[str, _Members]:
    """The phrases by their first word."""
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, phrases in FAMILIES.items():
        for phrase in phrases.split(_PHRASE_END):
            families[tuple(phrase.split())].append(f"@{name}")
    members = {said[0]: _Members(tuple(families.get(said[:1], ())), {}) for said in families}
    for said in sorted(families, key=len, reverse=True):
        if len(said) > 1:
            members[said[0]].longer.setdefault(said[1], []).append((said, tuple(families[said])))
    return members


def family_pieces(said: Sequence[str]) -> list[Piece]:
    """Each family that plain words name, and each two of them near one another in their order, with their places."""
    met, found = list(_met(tuple(said))), list[Piece]()
    for number, (names, start, end) in enumerate(met, 1):
        found += [(name, start, end) for name in names]
        for others, begun, behind in met[number:]:
            if begun - start > _NEAR:
                break
            for name in names:
                for other in others:  # a comprehension would take half as long again: most have one name
                    if other != name:
                        found.append((f"{name} {other}", start, behind))
    return found


def _met(said: tuple[str, ...]) -> Iterator[tuple[Names, int, int]]:
    members, behind = _members(), 0
    for at, (word, following) in enumerate(zip_longest(said, said[1:])):
        if at < behind or (found := members.get(word)) is None:
            continue
        names, length = found.alone, 1
        for phrase, families in found.longer.get(following, ()):
            if said[at : at + len(phrase)] == phrase:
                names, length = families, len(phrase)
                break
        if names:
            behind = at + length
            yield names, at, behind
