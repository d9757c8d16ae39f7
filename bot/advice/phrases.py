"""Phrases looked for among plain words, thousands at once.

A phrase is folded words with blanks between; `a/b_c` is either, `_` being a blank there, `#` anything with a digit in
it, `..` up to three words and `...` up to eight, none of them in another sentence.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from bot.vietnamese.plain import PlainWord

GAPS = {"..": 3, "...": 8}
NUMBER = "#"

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Found(Generic[Name]):
    """A phrase by the name that it was given, from the word `start` to before the word `end`."""

    name: Name
    start: int
    end: int


@dataclass(slots=True)
class _Node(Generic[Name]):
    words: dict[str, "_Node[Name]"] = field(default_factory=dict)
    gaps: dict[int, "_Node[Name]"] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)


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
                node = node.gaps.setdefault(GAPS[word], _Node()) if word in GAPS else self._step(node, word)
            if name not in node.names:
                node.names.append(name)

    def _step(self, node: _Node[Name], word: str) -> _Node[Name]:
        self.words.add(word)
        return node.words.setdefault(word, _Node())

    def find(self, words: Sequence[PlainWord]) -> Iterator[Found[Name]]:
        """Every place where a phrase stands; one that can be read in several ways comes several times."""
        search: _Search[Name] = _Search(
            [word.plain for word in words],
            [not word.plain.isalpha() and any(char.isdigit() for char in word.plain) for word in words],
            [word.ends for word in words],
        )
        for start, word in enumerate(search.words):
            if (after := self._root.words.get(word)) is not None:
                search.follow(after, start, start + 1)
            if search.numbers[start] and (after := self._root.words.get(NUMBER)) is not None:
                search.follow(after, start, start + 1)
        return iter(search.found)


@dataclass(frozen=True, slots=True)
class _Search(Generic[Name]):
    """One text that is looked through: its words, which of them are numbers, and behind which a sentence ends."""

    words: list[str]
    numbers: list[bool]
    ends: list[bool]
    found: list[Found[Name]] = field(default_factory=list)

    def follow(self, node: _Node[Name], start: int, at: int) -> None:
        for name in node.names:
            self.found.append(Found(name, start, at))
        if at >= len(self.words):
            return
        if (after := node.words.get(self.words[at])) is not None:
            self.follow(after, start, at + 1)
        if self.numbers[at] and (after := node.words.get(NUMBER)) is not None:
            self.follow(after, start, at + 1)
        for most, after in node.gaps.items():
            self._behind_gap(after, start, at, most)

    def _behind_gap(self, node: _Node[Name], start: int, at: int, most: int) -> None:
        for there in range(at, min(len(self.words), at + most + 1)):
            if there and self.ends[there - 1]:
                return
            if self.words[there] in node.words or (self.numbers[there] and NUMBER in node.words):
                self.follow(node, start, there)
