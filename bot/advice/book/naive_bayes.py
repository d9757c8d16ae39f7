"""Which answers a word, a pair of words or an idea speaks for, learned from the ways to ask: multinomial naive Bayes.

Each way to ask is one example of its answer. What does not speak for an answer says nothing against it, or a long story
would drown the question in it. There are some hundred thousand figures, so that they stand in arrays.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain

TELLING = 1.5  # the power that lets what is telling weigh more than much that is not; fitted
_SMOOTH = 0.03  # of an example, for a feature that no way to ask has
_USUAL = 40  # ways to ask for an answer


@dataclass(frozen=True, slots=True)
class Evidence:
    """For each feature, by its number, the answers that it speaks for, and how much, in log-odds."""

    numbers: dict[str, int]
    starts: "array[int]"  # of what stands under each feature, and the end of it all
    answers: "array[int]"
    weights: "array[float]"

    def __contains__(self, feature: str) -> bool:
        return feature in self.numbers

    def places(self, features: Iterable[str]) -> list[tuple[int, int]]:
        """How much stands under each feature that is known, and where; the rarest first."""
        numbers, starts = self.numbers, self.starts
        known = [numbers[one] for one in features if one in numbers]
        return sorted([(starts[one + 1] - starts[one], starts[one]) for one in known])

    def at(self, start: int, length: int) -> Iterator[tuple[int, float]]:
        """The answers that stand there, and how much speaks for each."""
        return zip(self.answers[start : start + length], self.weights[start : start + length], strict=True)


@dataclass(slots=True)
class _Counts:
    """How often each feature comes with each answer, in as many ways to ask as there usually are: who has written a few
    is to be found too."""

    numbers: dict[str, int] = field(default_factory=dict)
    features: "array[int]" = field(default_factory=lambda: array("I"))
    answers: "array[int]" = field(default_factory=lambda: array("I"))
    counts: "array[float]" = field(default_factory=lambda: array("d"))
    asked: int = 0  # answers

    def add(self, ways: Sequence[frozenset[str]]) -> None:
        """The next answer, by the features of each way to ask for it."""
        for feature, count in sorted(Counter(chain.from_iterable(ways)).items()):  # the same in every process
            self.features.append(self.numbers.setdefault(feature, len(self.numbers)))
            self.answers.append(self.asked)
            self.counts.append(count * _USUAL / len(ways))
        self.asked += 1

    def sums(self, of: "array[int]", length: int) -> list[float]:
        """The counts of each feature, or of each answer, together."""
        together = [0.0] * length
        for one, count in zip(of, self.counts, strict=True):
            together[one] += count
        return together


def learned(asked: Iterable[Sequence[frozenset[str]]]) -> Evidence:
    """What speaks for each answer, of which `asked` holds the features of each way to ask for it."""
    counted = _Counts()
    for ways in asked:
        counted.add(ways)
    weights = _weights(counted)
    speaks = [at for at, weight in enumerate(weights) if weight > 0]
    speaks.sort(key=counted.features.__getitem__)
    under = Counter(counted.features[at] for at in speaks)
    return Evidence(
        counted.numbers,
        array("I", accumulate((under[one] for one in range(len(counted.numbers))), initial=0)),
        array("I", (counted.answers[at] for at in speaks)),
        array("f", (weights[at] ** TELLING for at in speaks)),
    )


def _weights(counted: _Counts) -> "array[float]":
    """How much more often each answer is asked for with each of its features than others are, in log-odds."""
    everywhere = counted.sums(counted.features, len(counted.numbers))
    own = counted.sums(counted.answers, counted.asked)
    smooth, among = _SMOOTH * len(everywhere), _SMOOTH * counted.asked
    usual = math.log(sum(everywhere) + smooth * counted.asked or 1.0)
    common = [math.log(count + among) - usual for count in everywhere]
    all_own = [math.log(count + smooth or 1.0) for count in own]
    counts = zip(counted.features, counted.answers, counted.counts, strict=True)
    return array("d", (math.log(count + _SMOOTH) - all_own[at] - common[of] for of, at, count in counts))
