"""Phrases looked for among plain words, thousands at once.

A phrase is folded words with blanks between; `a/b_c` is either, `_` being a blank there, `#` anything with a digit in
it, `..` up to three words and `...` up to eight, none of them in another sentence.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from bot.vietnamese.plain import PlainWord

GAPS = {"..": 3, "...": 8}
NUMBER = "#"

Name = TypeVar("Name", bound=Hashable)


class Found(NamedTuple, Generic[Name]):
    """A phrase by the name that it was given, from the word `start` to before the word `end`."""

    name: Name
    start: int
    end: int


@dataclass(slots=True)
class _Node(Generic[Name]):
    """What may follow: words, and words behind gaps of at most so many others; small, as there are ten thousand."""

    words: dict[str, "_Node[Name]"] = field(default_factory=dict)
    gaps: tuple[tuple[int, "_Node[Name]"], ...] = ()
    names: tuple[Name, ...] = ()

    def behind_gap(self, most: int) -> "_Node[Name]":
        """The node behind such a gap, made where there was none."""
        found = next((node for words, node in self.gaps if words == most), None)
        if found is None:
            found = _Node()
            self.gaps += ((most, found),)
        return found


class Phrases(Generic[Name]):
    """Phrases under the names that they were given."""

    def __init__(self, named: Mapping[Name, Iterable[str]]) -> None:
        self._root: _Node[Name] = _Node()
        self.words: set[str] = set()
        for name, phrases in named.items():
            for phrase in phrases:
                self._add(name, phrase.split())

    def _add(self, name: Name, parts: list[str]) -> None:
        for way in product(*(part.split("/") for part in parts)):
            node = self._root
            for word in " ".join(way).replace("_", " ").split():
                node = node.behind_gap(GAPS[word]) if word in GAPS else self._step(node, word)
            if name not in node.names:
                node.names += (name,)

    def _step(self, node: _Node[Name], word: str) -> _Node[Name]:
        self.words.add(word)
        return node.words.setdefault(word, _Node())

    def find(self, words: Sequence[PlainWord]) -> list[Found[Name]]:
        """Every place where a phrase stands; one that can be read in several ways comes several times."""
        said = [word.plain for word in words]
        numbers = [not word.isalpha() and any(map(str.isdigit, word)) for word in said]
        search: _Search[Name] = _Search(said, numbers, _sentence_ends(words))
        first, number = self._root.words, self._root.words.get(NUMBER)
        for start, word in enumerate(said):
            if word in first:
                search.follow(first[word], start, start + 1)
            if number is not None and numbers[start]:
                search.follow(number, start, start + 1)
        return search.found


def _sentence_ends(words: Sequence[PlainWord]) -> list[int]:
    """For each word, before which word its sentence ends."""
    ends, end = [len(words)] * len(words), len(words)
    for at in range(len(words) - 1, -1, -1):
        end = ends[at] = at + 1 if words[at].ends else end
    return ends


@dataclass(slots=True)
class _Search(Generic[Name]):
    """One text that is looked through: its words, which of them are numbers, and where their sentences end."""

    words: list[str]
    numbers: list[bool]
    ends: list[int]
    found: list[Found[Name]] = field(default_factory=list)

    def follow(self, node: _Node[Name], start: int, at: int) -> None:
        for name in node.names:
            self.found.append(Found(name, start, at))
        if at >= len(self.words):
            return
        after = node.words
        if (word := self.words[at]) in after:
            self.follow(after[word], start, at + 1)
        if self.numbers[at] and NUMBER in after:
            self.follow(after[NUMBER], start, at + 1)
        for most, behind in node.gaps:
            end = min(self.ends[at - 1], at + most + 1)
            if NUMBER in behind.words or not behind.words.keys().isdisjoint(self.words[at:end]):
                self._behind_gap(behind, start, at, end)

    def _behind_gap(self, node: _Node[Name], start: int, at: int, end: int) -> None:
        after, number = node.words, NUMBER in node.words
        for there in range(at, end):
            if self.words[there] in after or (number and self.numbers[there]):
                self.follow(node, start, there)
