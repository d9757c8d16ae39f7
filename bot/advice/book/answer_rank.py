"""Which approved answer a question is nearest to: what its words and ideas speak for, and the way most like it."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, pairwise

from bot.advice.book.naive_bayes import TELLING, learned
from bot.advice.book.synonyms import WORDS, ideas, told
from bot.advice.knowledge import Answer
from bot.vietnamese.clean import clean_words
from bot.vietnamese.fillers import without_fillers
from bot.vietnamese.kin import without_opening
from bot.vietnamese.likest import in_order, likest
from bot.vietnamese.plain import plain
from bot.vietnamese.respell import Respelling
from bot.vietnamese.slips import Expected

_MOST_LOOKED_UP = 3_000  # entries under all features of one question: the rarest first, so that time stays bounded
_LONGEST_ASKED = 400  # words
_COMPARED = 3  # answers whose ways are laid beside the question word for word
_LENGTH = 0.3  # the power of its words by which a text says more for every answer; fitted
_HALF = 2.74  # of the most that one feature can tell: the strength of a score of one half; fitted
_SHORTEST_NUMBER = 3  # digits
_HARDLY_ALIKE = 0.7  # two questions of other things are as alike as that


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer, and how near the question is to it: from 0 to 1."""

    answer: Answer
    score: float


class AnswerIndex:
    """Built once from all answers; asked as often as wanted, from any thread."""

    def __init__(self, answers: Sequence[Answer], more: Iterable[str] = ()) -> None:
        """`more` are words beside those of the answers that people may mean when they slip."""
        self._meant, self._ways = Counter(chain(WORDS, more)), list[list[str]]()
        self._evidence = learned(map(self._read, answers))
        self._expected, self._respelling = Expected(self._meant), Respelling(self._meant)
        self._answers = answers
        self._half = _HALF * math.log(len(answers) + 1) ** TELLING

    def _read(self, answer: Answer) -> list[frozenset[str]]:
        """The features of each way to ask, of which the words are kept as meant, and what they tell."""
        told = [_told(_spoken(way)) for way in (answer.question, *answer.ways)]
        self._meant.update(chain.from_iterable(words for words, _ in told))
        self._ways.append([in_order(tells) for _, tells in told])
        return [_features(*way) for way in told]

    def plain(self, text: str) -> str:
        """What the text says in folded words, slips of words that are asked about undone."""
        read = plain(_asked(text), self._expected).split()
        meant = {word: self._respelling.meant(word) for word in frozenset(read)}
        return " ".join(meant[word] for word in read)

    def rank(self, asked: str, most: int = 4) -> list[Ranked]:
        """The nearest answers to a question made plain, best first; empty where no word is known."""
        words, tells = _told(tuple(asked.split()[:_LONGEST_ASKED]))
        near = self._nearest(_features(words, tells), most + 1)
        known = self._known(words)
        nearness = [one / (one + self._half) for one in _ahead([known * strength for strength, _ in near], len(words))]
        scored = [(score, -at) for score, (_, at) in zip(nearness, near, strict=False)]
        alike = [(max(score, self._alike(-at, tells)), at) for score, at in scored[:_COMPARED]]
        ranked = sorted([*alike, *scored[_COMPARED:]], reverse=True)
        return [Ranked(self._answers[-at], score) for score, at in ranked]

    def _nearest(self, features: Iterable[str], most: int) -> list[tuple[float, int]]:
        """The answers for which most is said, with how much."""
        held, left = [0.0] * len(self._answers), _MOST_LOOKED_UP
        for length, start in self._evidence.places(features):
            left -= length
            if left < 0:
                break
            for at, weight in self._evidence.at(start, length):
                held[at] += weight
        strongest = nlargest(most, range(len(held)), key=held.__getitem__)
        return [(held[at], at) for at in strongest if held[at]]

    def _known(self, words: Sequence[str]) -> float:
        """The share of the words that stand in some way to ask: what no answer speaks of speaks against all."""
        return sum(word in self._evidence for word in words) / max(1, len(words))

    def _alike(self, at: int, tells: Sequence[str]) -> float:
        """From 0 to 1: how nearly the question is one of the ways to ask for this answer that name its numbers."""
        ways = _naming(_numbers(tells), self._ways[at])
        return max(0.0, (likest(in_order(tells), ways) - _HARDLY_ALIKE) / (1 - _HARDLY_ALIKE))


def _numbers(tells: Iterable[str]) -> frozenset[str]:
    """Those that may be somebody's telephone: 112 is nobody who has mistyped 111."""
    return frozenset(word for word in tells if len(word) >= _SHORTEST_NUMBER and word.isdecimal())


def _naming(numbers: frozenset[str], ways: Sequence[str]) -> Sequence[str]:
    """The ways in which all these numbers stand."""
    return [way for way in ways if numbers.issubset(way.split())] if numbers else ways


def _asked(text: str) -> str:
    """The text without what says nothing of the question."""
    return without_opening(without_fillers(text))


def _spoken(text: str) -> tuple[str, ...]:
    return clean_words(_asked(text))


def _told(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words, and what they tell."""
    return words, told(" ".join(words))


def _features(words: tuple[str, ...], tells: tuple[str, ...]) -> frozenset[str]:
    """Words and neighbours as they were said and by what they tell, and the ideas that are spoken of."""
    pairs = (f"{one}+{other}" for one, other in chain(pairwise(words), pairwise(tells)))
    return frozenset((*words, *tells, *pairs, *ideas(tells)))


def _ahead(strengths: Sequence[float], length: int) -> list[float]:
    """Of strengths in falling order all but the last, the first also by how far it is ahead; in long texts more speaks
    for every answer."""
    first = [2 * strengths[0] - (strengths[1] if strengths[1:] else 0.0)] if strengths else []
    return [one / length**_LENGTH for one in (*first, *strengths[1:-1])]
