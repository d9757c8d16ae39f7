"""Which of several labels, titles or names somebody meant, mistyped or half written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.vietnamese.fold import words

LEAST = 84
_WORTH_A_LOOK = 60  # of quick ratios that give 100 to a single shared word
_EDIT_COSTS = 5
_PART_COSTS = 15  # for a part of the words only, in proportion to what is missing
_LEAST_PART = 0.3
_LEAST_LETTERS = 4
_TOO_MANY = 99


@dataclass(frozen=True, slots=True)
class Near:
    """An option by its index, and how near it is: 100 is the same words, LEAST the least that counts."""

    index: int
    score: int


def nearest(written: str, options: Sequence[str], least: int = LEAST, *, whole: bool = False) -> list[Near]:
    """The options near to what was written, best first, equals in their own order; `whole` lets no word be missing."""
    wanted = words(written)  # what people type is not kept
    if not wanted:
        return []
    folded = [_label_words(option) for option in options]
    found = (Near(index, _score(wanted, folded[index], whole)) for index in _worth_a_look(wanted, folded))
    return sorted((near for near in found if near.score >= least), key=lambda near: (-near.score, near.index))


def closest(written: str, options: Sequence[str], least: int = LEAST) -> list[int]:
    """The indexes of the options near to what was written, best first; empty where none is near."""
    return [near.index for near in nearest(written, options, least)]


def only_closest(written: str, options: Sequence[str], least: int = LEAST) -> int | None:
    """The index of the one option that is nearer than every other; None where none or several could be meant."""
    found = nearest(written, options, least)
    return found[0].index if found and (len(found) == 1 or found[0].score > found[1].score) else None


@lru_cache(maxsize=20_000)  # room for every place name
def _label_words(option: str) -> tuple[str, ...]:
    return words(option)


def _worth_a_look(wanted: tuple[str, ...], folded: list[tuple[str, ...]]) -> set[int]:
    from rapidfuzz import fuzz, process  # the first message that somebody types pays for it, not the start

    spaced = process.extract_iter(
        " ".join(wanted), map(" ".join, folded), scorer=fuzz.token_set_ratio, score_cutoff=_WORTH_A_LOOK
    )
    joined = process.extract_iter("".join(wanted), map("".join, folded), scorer=fuzz.ratio, score_cutoff=_WORTH_A_LOOK)
    return {index for _, _, index in (*spaced, *joined)}


@cache
def _distance() -> Callable[[str, str], int]:
    """Edits between two words, neighbours swapped being one."""
    from rapidfuzz.distance import OSA

    return OSA.distance


def _score(wanted: tuple[str, ...], option: tuple[str, ...], whole: bool) -> int:
    if len(wanted) == len(option):
        return _word_by_word(wanted, option)
    return max(_as_one_word(wanted, option), 0 if whole else _word_by_word(wanted, option))


def _as_one_word(wanted: tuple[str, ...], option: tuple[str, ...]) -> int:
    """Blanks put in or left out, "diemdanh" for "điểm danh", with one edit at most."""
    one, other = "".join(wanted), "".join(option)
    edits = _distance()(one, other)
    return 100 - _EDIT_COSTS * edits if edits <= min(1, _allowed_edits(one), _allowed_edits(other)) else 0


def _word_by_word(wanted: tuple[str, ...], option: tuple[str, ...]) -> int:
    """The words of the shorter one found in the longer one, in its order, with small mistakes."""
    short, long = sorted((wanted, option), key=len)
    edits, after = 0, 0
    for word in short:
        place = _find(word, long, after)
        if place is None:
            return 0
        after, edits = place.at + 1, edits + place.edits
    return round(100 - _EDIT_COSTS * edits - _cost_of_missing(short, long))


def _cost_of_missing(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """What the missing words cost; all of it where the overlap is tiny."""
    if len(short) == len(long):
        return 0
    letters, part = len("".join(short)), len("".join(short)) / len("".join(long))
    return _PART_COSTS * (1 - part) if letters >= _LEAST_LETTERS and part >= _LEAST_PART else 100


@dataclass(frozen=True, slots=True)
class _Place:
    at: int
    edits: int


def _find(word: str, others: tuple[str, ...], start: int) -> _Place | None:
    """Where the word stands from `start` on with the fewest edits, and how many."""
    places = (_Place(at, _edits(word, others[at])) for at in range(start, len(others)))
    best = min(places, key=lambda place: (place.edits, place.at), default=None)
    return best if best and best.edits < _TOO_MANY else None


def _edits(one: str, other: str) -> int:
    """The edits between two words; _TOO_MANY where they are more than words so short may have."""
    edits = _distance()(one, other)
    allowed = min(_allowed_edits(one), _allowed_edits(other))
    swapped = edits == 1 and len(one) == len(other) == 3 and sorted(one) == sorted(other)
    return edits if edits <= allowed or swapped else _TOO_MANY


def _allowed_edits(word: str) -> int:
    if len(word) < 4 or word.isdecimal():
        return 0
    return 1 if len(word) < 8 else 2
