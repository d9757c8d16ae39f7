"""Words that mean much the same in a message, and which of them stand near one another: what carries over to new words.

"đọc giùm mấy số", "nhắn lại cái mã" and "xin dãy số vừa gửi" share no pair of words, but each hands over a code.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from bot.advice.family_words import FAMILIES

_NEAR = 15  # words between two that belong together
_PHRASE_END = "|"

Member = tuple[tuple[str, ...], tuple[str, ...]]  # what follows the first word, and the families of the phrase


@cache
def _members() -> dict[str, list[Member]]:
    """The phrases by their first word, the longest first."""
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, phrases in FAMILIES.items():
        for phrase in phrases.split(_PHRASE_END):
            families[tuple(phrase.split())].append(f"@{name}")
    members: dict[str, list[Member]] = defaultdict(list)
    for said in sorted(families, key=len, reverse=True):
        members[said[0]].append((said[1:], tuple(families[said])))
    return members


def family_pieces(said: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Each family that plain words name, and each two of them near one another in their order, with their places."""
    met = list(_met(tuple(said)))
    for number, (names, start, end) in enumerate(met):
        for name in names:
            yield name, start, end
        for others, begun, behind in met[number + 1 :]:
            if begun - start > _NEAR:
                break
            for name in names:
                for other in others:
                    if other != name:
                        yield f"{name} {other}", start, behind


def _met(said: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    members, behind = _members(), 0
    for at, word in enumerate(said):
        if at < behind or word not in members:
            continue
        for rest, names in members[word]:
            if not rest or said[at + 1 : at + 1 + len(rest)] == rest:
                behind = at + 1 + len(rest)
                yield names, at, behind
                break
