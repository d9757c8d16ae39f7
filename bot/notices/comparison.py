"""A copy laid beside the true text, letter by letter: what is the notice's, what was changed, what was added."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.learning.mentions import links
from bot.notices.additions import is_harmful, questions, turns_around
from bot.notices.differences import NEGATION, Difference, differing, only_a_slip
from bot.notices.official import Official, Piece
from bot.vietnamese.edits import find_near
from bot.vietnamese.fold import fold
from bot.vietnamese.traced import Traced

_LONG = 16  # letters of a sentence that is looked for even where it was changed
_SHORT = 4  # letters; what is shorter may stand in any word
_NEAR = 76.0  # of 100: the same sentence with a few other words
_NEAR_BETWEEN = 62.0  # the same between true sentences, where nothing else can be meant
_CUT = 4  # letters that must be left of a sentence where the copy breaks off
_MOST_SHOWN = 4  # differences; more would hide the one that matters
_LONGEST = 120  # characters of each
_TAKEN = "\0"
_LEFT = re.compile(rf"[^{_TAKEN}]*[^{_TAKEN}\W][^{_TAKEN}]*")
_REPLACED = re.compile(r"tinmoithaytin[0-9a-z]{4}/?[0-9a-z]{4}")  # the first words of an update name the code before it
_STOP = re.compile(r"[.!?;:\n]")
_OTHER_WORDS = Difference("", "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """`told` counts the letters that only this notice says; `is_true` where nothing was changed or added."""

    told: int
    is_true: bool
    differences: tuple[Difference, ...]


def compare(copy: Traced, form: Official) -> Comparison:
    """What a copy has of the notice, and what it has not from there."""
    long = [piece for piece in form.pieces if len(piece.letters) >= _LONG]
    reading = _Reading(copy, copy.letters)
    reading.find(long)
    reading.left = _REPLACED.sub(lambda found: _TAKEN * len(found[0]), reading.left)
    reading.find_cut(form.pieces)
    reading.find_changed([piece for piece in long if piece not in reading.found])
    reading.find(piece for piece in form.pieces if _SHORT <= len(piece.letters) < _LONG)
    reading.find(Piece(code, code) for code in form.codes)
    reading.judge_rest(form)
    reading.judge_links(form)
    shown = dict.fromkeys(_short(one) for one in reading.differences if one != _OTHER_WORDS)
    return Comparison(reading.told, not reading.differences, tuple(shown)[:_MOST_SHOWN])


def _short(one: Difference) -> Difference:
    """Long enough to be found again in the copy."""
    return Difference(*(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in (one.copied, one.true)))


@dataclass(frozen=True, slots=True)
class _Near:
    piece: Piece
    score: float
    start: int
    end: int


@dataclass
class _Reading:
    """One comparison under way; letters that are accounted for are taken out of `left`."""

    copy: Traced
    left: str
    told: int = 0
    found: set[Piece] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)

    def find(self, pieces: Iterable[Piece]) -> None:
        """Take out every piece that stands there word for word."""
        for piece in pieces:
            at = self.left.find(piece.letters)
            while at >= 0:
                self._take(at, at + len(piece.letters), piece)
                at = self.left.find(piece.letters, at + 1)

    def find_cut(self, pieces: Sequence[Piece]) -> None:
        """Take out the sentences that the end and the beginning of the copy cut through."""
        for start, end in self._stretches()[-1:]:
            inside = start == 0 and any(self.left[:end] in piece.letters for piece in pieces)
            cut = None if inside else _cut_short(self.left[start:end], pieces)
            if end == len(self.left) and cut:
                self._take(end - cut.size, end, cut.piece)
        for start, end in self._stretches()[:1]:
            cut = _begun_late(self.left[start:end], pieces, whole=end == len(self.left))
            if start == 0 and cut:
                self.differences += [Difference(self.copy.words(0, cut.size), cut.piece.text)] if cut.turned else []
                self._take(0, cut.size, cut.piece)

    def find_changed(self, missing: list[Piece]) -> None:
        """Take out sentences that stand there otherwise, the nearest first; more than a slip is a difference."""
        while near := max(self._near(missing), key=lambda near: near.score, default=None):
            if not only_a_slip(self.left[near.start : near.end], near.piece.letters, bids=near.piece.bids):
                self.differences += differing(self._words(near.start, near.end), near.piece.text)
            self._take(near.start, near.end, near.piece)
            missing = [piece for piece in missing if piece is not near.piece]

    def _near(self, missing: list[Piece]) -> Iterator[_Near]:
        for start, end in self._stretches():
            least = _NEAR_BETWEEN if start > 0 and end < len(self.left) else _NEAR
            for piece in missing:
                if near := find_near(piece.letters, self.left[start:end], least):
                    yield _Near(piece, near.score, *self._sentence(start + near.start, start + near.end, start, end))

    def _words(self, start: int, end: int) -> str:
        """Whole words, unless the blanks between them are lost."""
        exact = self.copy.between(start, end)
        return self.copy.words(start, end) if len(exact.split()) * 10 > len(exact) else exact

    def _sentence(self, start: int, end: int, least: int, most: int) -> tuple[int, int]:
        """The window from where its sentence begins to where it ends, within a stretch."""
        quarter = (end - start) // 4
        stops = [at + 1 for at in range(start, end - 1) if _STOP.search(self.copy.between(at, at + 1))]
        start = max((at for at in stops if at <= start + quarter), default=start)
        end = min((at for at in stops if at >= end - quarter), default=end)
        while start > least and not _STOP.search(self.copy.between(start - 1, start)):
            start -= 1
        while end < most and not _STOP.search(self.copy.between(end - 1, end)):
            end += 1
        return start, end

    def judge_rest(self, form: Official) -> None:
        """What is in no sentence of the notice: a greeting may stand at either end, nothing between."""
        known, asked = {piece.letters for piece in form.pieces}, questions(self.copy.text)
        first, last, said = self.left.find(_TAKEN), self.left.rfind(_TAKEN), 0
        for start, end in self._stretches():
            if self.left[start:end] in known or any(a <= self.copy.places[start] < b for a, b in asked):
                continue
            text = self.copy.between(start, end)
            between = first < start and end <= last and end - start > 1
            runs_on = end < len(self.left) and turns_around(text)
            if between or runs_on or is_harmful(text, f"{form.own} {form.shared}"):
                self.differences.append(Difference(self.copy.words(start, end), ""))
            said += end - start
        if said > max(self.told, 2 * _LONG):  # a true code on other words
            self.differences.append(_OTHER_WORDS)

    def judge_links(self, form: Official) -> None:
        """Every address that is named must be one of the notice's, letter for letter."""
        together = "".join(fold(self.copy.text).split())
        named = {link.what for link in links(fold(self.copy.text)) if not _is_cut(link.what, together, form.hosts)}
        lookalike = {
            host for host in form.hosts if re.sub(r"\W", "", host) in self.copy.letters and host not in together
        }
        self.differences += [Difference(host, "") for host in sorted(named - form.hosts)]
        self.differences += [Difference("", host) for host in sorted(lookalike)]

    def _stretches(self) -> list[tuple[int, int]]:
        """Where letters are left, in order."""
        return [found.span() for found in _LEFT.finditer(self.left)]

    def _take(self, start: int, end: int, piece: Piece) -> None:
        self.left = self.left[:start] + _TAKEN * (end - start) + self.left[end:]
        self.told += (end - start) if piece.tells else 0
        self.found.add(piece)


def _is_cut(host: str, text: str, hosts: frozenset[str]) -> bool:
    """Whether the copy begins in the middle of one of our addresses."""
    return text.lstrip(".").startswith(host) and any(one.endswith(host) for one in hosts)


@dataclass(frozen=True, slots=True)
class _Cut:
    piece: Piece
    size: int
    turned: bool = False  # what is lost was a "không"


def _cut_short(part: str, pieces: Sequence[Piece]) -> _Cut | None:
    """The sentence that the end of the copy begins; the most that fits."""
    cuts = (_Cut(piece, size) for piece in pieces if (size := _overlap(part, piece.letters)))
    return max(cuts, key=lambda cut: cut.size, default=None)


def _begun_late(part: str, pieces: Sequence[Piece], *, whole: bool) -> _Cut | None:
    """The sentence whose end the copy begins with; a `whole` copy may also be cut out of the middle of one."""
    cuts = [(piece, size) for piece in pieces if (size := _end_of(piece.letters, part, whole=whole))]
    if not cuts:
        return None
    piece, size = max(cuts, key=lambda cut: cut[1])
    lost = piece.letters[: piece.letters.rindex(part[:size])]
    return _Cut(piece, size, piece.bids and NEGATION.search(lost) is not None)


def _end_of(letters: str, part: str, *, whole: bool) -> int:
    inside = whole and part in letters and part != letters
    return len(part) if inside else _overlap(part[::-1], letters[::-1])


def _overlap(part: str, letters: str) -> int:
    """How many letters at the end of the part begin the sentence; 0 where they are too few to tell."""
    for size in range(min(len(part), len(letters) - 1), 0, -1):
        if part.endswith(letters[:size]):
            return size if size >= _CUT or size == len(part) else 0
    return 0
