"""Which approved answer a question is nearest to: rare pieces of its words, its ideas, and its likeness as a whole."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from bot.advice.book.synonyms import THINGS, WORDS, ideas, told
from bot.advice.knowledge import Answer
from bot.vietnamese.clean import clean_words
from bot.vietnamese.fillers import without_fillers
from bot.vietnamese.pieces import pieces
from bot.vietnamese.plain import plain
from bot.vietnamese.respell import Respelling
from bot.vietnamese.shared_words import shared
from bot.vietnamese.slips import Expected

_SHORTLIST = 10  # answers that are looked at closely
_MOST_LOOKED_UP = 3_000  # entries under all pieces of one question: the rarest first, so that time stays bounded
_LONGEST_ASKED = 400  # words
_WINDOW, _MOST_WINDOWS = 8, 10  # words looked at together where somebody tells a long story
_IDEA_WEIGHS = 3.0  # as much as three pieces as rare
_OF_QUESTION = 0.4  # the share of what is asked in what a way is measured by; the rest is the way's own
_WAY, _ALL_WAYS, _LIKENESS = 0.35, 0.55, 0.1
_OTHER_THING = 0.8  # an answer about Zalo where nobody spoke of Zalo
_NOT_THE_THING = 0.85  # an answer that never speaks of Zalo where somebody did


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer, and how near the question is to it: from 0 to 1."""

    answer: Answer
    score: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words that may ask for something: the numbers of their pieces, and what all of them weigh, strange ones too."""

    words: tuple[str, ...]
    pieces: frozenset[int]
    weight: float


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to ask, kept small, as there are tens of thousands: words with blanks between, numbers of four bytes."""

    words: str
    pieces: "array[int]"
    measure: float  # its share of what nearness is measured by


@dataclass(frozen=True, slots=True)
class _Entry:
    """An answer with all ways to ask for it, and the things that it is about or speaks of."""

    answer: Answer
    ways: tuple[_Way, ...]
    held: "array[int]"  # the pieces of all ways
    about: frozenset[str]
    speaks_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """An answer at first sight: the part of the question that speaks most of it, and how much that part is covered."""

    at: int
    part: _Asked
    weight: float  # of the pieces that the part shares with all ways to ask for it
    covered: float
    fit: float
    most: float  # that it can score


class AnswerIndex:
    """Built once from all answers; asked as often as wanted, from any thread."""

    def __init__(self, answers: Sequence[Answer], more: Iterable[str] = ()) -> None:
        """`more` are words beside those of the answers that people may mean when they slip."""
        spoken = [[_spoken(way) for way in (answer.question, *answer.ways)] for answer in answers]
        asked = [[told(" ".join(words)) for words in ways] for ways in spoken]
        meant = Counter(chain(WORDS, more, chain.from_iterable(chain.from_iterable(spoken))))
        self._expected, self._respelling = Expected(meant), Respelling(meant)
        found = [[_features(words) for words in ways] for ways in asked]
        held = [frozenset(chain.from_iterable(ways)) for ways in found]
        counts = Counter(chain.from_iterable(held))
        self._numbers = {feature: number for number, feature in enumerate(counts)}
        self._weights = [_weight(feature, count, len(answers)) for feature, count in counts.items()]
        self._strange = _weight("", 0, len(answers))
        self._under = [array("I") for _ in counts]
        for at, features in enumerate(held):
            for feature in features:
                self._under[self._numbers[feature]].append(at)
        self._entries = [
            _Entry(
                answer,
                tuple(map(self._way, asked[at])),
                array("I", sorted(self._numbers[feature] for feature in held[at])),
                found[at][0] & THINGS,
                held[at] & THINGS,
            )
            for at, answer in enumerate(answers)
        ]

    def plain(self, text: str) -> str:
        """What the text says in folded words, slips of words that are asked about undone."""
        read = plain(without_fillers(text), self._expected).split()
        return " ".join(map(self._respelling.meant, read))

    def rank(self, asked: str, most: int = 4) -> list[Ranked]:
        """The nearest answers to a question made plain, best first; empty where no word is known."""
        words = told(asked)[:_LONGEST_ASKED]
        parts = [part for part in map(self._asked, _windows(words)) if part.weight]
        things = ideas(words) & THINGS
        known = frozenset(chain.from_iterable(part.pieces for part in parts))
        near = [self._look(at, known, parts, things) for at in self._shortlist(known)]
        ranked: list[tuple[float, int]] = []
        for seen in sorted(near, key=lambda one: one.most, reverse=True):
            if len(ranked) == most and seen.most < ranked[-1][0]:
                break
            ranked = sorted([*ranked, (self._score(seen), -seen.at)], reverse=True)[:most]
        return [Ranked(self._entries[-at].answer, score) for score, at in ranked]

    def _asked(self, words: tuple[str, ...]) -> _Asked:
        features = _features(words)
        known = frozenset(self._numbers[feature] for feature in features if feature in self._numbers)
        return _Asked(words, known, self._total(known) + self._strange * _doubt(len(features) - len(known)))

    def _way(self, words: tuple[str, ...]) -> _Way:
        asked = self._asked(words)
        return _Way(" ".join(words), array("I", sorted(asked.pieces)), asked.weight ** (1 - _OF_QUESTION))

    def _total(self, numbers: Iterable[int]) -> float:
        return sum(map(self._weights.__getitem__, numbers))

    def _shortlist(self, known: frozenset[int]) -> list[int]:
        """The answers that hold most of the weight."""
        held = [0.0] * len(self._entries)
        looked_up = 0
        for _, number in sorted([(len(self._under[one]), one) for one in known]):
            under, weight = self._under[number], self._weights[number]
            looked_up += len(under)
            if looked_up > _MOST_LOOKED_UP:
                break
            for at in under:
                held[at] += weight
        return _strongest(held)

    def _look(self, at: int, known: frozenset[int], parts: Sequence[_Asked], things: frozenset[str]) -> _Seen:
        """The part that speaks most of this answer, and what the answer can score at most."""
        entry = self._entries[at]
        pieces = known.intersection(entry.held)
        spoken = [self._total(part.pieces & pieces) for part in parts]
        covered, most = max((spoken[number] / part.weight, number) for number, part in enumerate(parts))
        fit = _fit(entry, things)
        return _Seen(at, parts[most], spoken[most], covered, fit, (_WAY + _ALL_WAYS * covered + _LIKENESS) * fit)

    def _score(self, seen: _Seen) -> float:
        """How near the part is to this answer."""
        part, best, nearest = seen.part, -1.0, ""
        measure = part.weight**_OF_QUESTION
        for way in self._entries[seen.at].ways:
            if seen.weight > best * measure * way.measure:  # what it shares with all ways is the most that it can share
                near = self._total(part.pieces.intersection(way.pieces)) / (measure * way.measure)
                if near > best:
                    best, nearest = near, way.words
        alike = shared(part.words, nearest.split())
        return (_WAY * best + _ALL_WAYS * seen.covered + _LIKENESS * alike) * seen.fit


def _strongest(held: Sequence[float]) -> list[int]:
    """Where the greatest weights are; most of thousands are far below them and need not be put in order."""
    far = max(held, default=0.0) / 4
    strong = [(weight, at) for at, weight in enumerate(held) if weight > far]
    if len(strong) < _SHORTLIST:
        strong = [(weight, at) for at, weight in enumerate(held) if weight]
    return [at for _, at in sorted(strong, key=itemgetter(0), reverse=True)[:_SHORTLIST]]


def _spoken(text: str) -> tuple[str, ...]:
    return clean_words(without_fillers(text))


def _windows(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All the words, unless they are many, and stretches that overlap: somewhere in a long story one asks."""
    if len(words) <= _WINDOW:
        return [words]
    step = max(_WINDOW // 3, math.ceil((len(words) - _WINDOW) / (_MOST_WINDOWS - 1)))
    parts = [words[at : at + _WINDOW] for at in range(0, len(words) - _WINDOW + step, step)]
    return [words, *parts] if len(words) <= 2 * _WINDOW else parts


def _features(words: tuple[str, ...]) -> frozenset[str]:
    return pieces(words) | ideas(words)


def _weight(feature: str, answers: int, of: int) -> float:
    """Rare is telling; squared, as both sides carry it."""
    rare = math.log((of + 1) / (answers + 0.5)) ** 2
    return rare * _IDEA_WEIGHS if feature.startswith("#") else rare


def _doubt(strange: int) -> float:
    """What pieces that no answer has speak against all answers: less and less, as a slip alone makes five of them."""
    return math.sqrt(strange)


def _fit(entry: _Entry, things: frozenset[str]) -> float:
    """What becomes of the score where answer and question are about different things."""
    other = _OTHER_THING if entry.about and not entry.about & things else 1.0
    return other * (_NOT_THE_THING if things and not things & entry.speaks_of else 1.0)
