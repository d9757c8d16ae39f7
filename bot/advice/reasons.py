"""Why a message is found to be what it is: at most three reasons, each with other words of the message."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from bot.advice.evidence import APART, Evidence, is_way_of_writing, without_parts
from bot.advice.giveaways import GivenAway, given_away
from bot.advice.hearing import Heard
from bot.advice.kinds import Weighed, told_of
from bot.advice.known import Known
from bot.advice.leanings import leaning_words
from bot.advice.nevers import never_told
from bot.advice.reading import Reading
from bot.advice.signals import TOLD_ANYWAY, Signal
from bot.advice.verdict import Reason, Verdict
from bot.vietnamese.fold import fold

_MOST = 3
_MOST_GIVEN_AWAY = 2
_TELLING_MORE = {  # giveaways that say more of a signal than it says itself, the best first
    Signal.SECRET: ("code", "papers-face", "cards", "password"),
    Signal.SECRECY: ("hidden", "kept-calling", "kept-alone"),
}
_PLACES = 2  # of a kind
_FEWEST = 2  # reasons; where there are as many, none is told that explains nothing
_VAGUE = frozenset(
    {Signal.KIND_SURE, Signal.KIND, Signal.KIND_AGAIN, Signal.KIND_HINT, Signal.KNOWN_WORDS, Signal.STORY}
    | {Signal.LEANING, Signal.OFFICE_ASKS, Signal.STRANGER}
)
_SHORTEST_ADVICE = 4  # words; "cảnh báo" alone says nothing, and crooks write it too
_BID = re.compile(  # to do or to leave something, at the beginning or behind who says so
    r"(?:(?!neu )\S+ ){0,6}?(?:dung|hay|tat may|cup may|goi lai|bao (?:ngay|cho)|ke (?:ngay|cho)"
    r"|khong (?:bao gio|gui|yeu cau|goi|chia se|cung cap|bam|doc|lam (?:theo|viec)|chuyen|mua|nghe"
    r"|thu|cai|quet|nhan))\b"
)
_BIDDING = re.compile(r"(?:tuyet doi )?(?:dung|khong|hay|tat may|cup may|goi lai)\b")
_LEAST_POINTS = 0.5  # of a reason that is worth saying
_LESS_TELLING, _LEAST_TELLING = 1.0, 3.5  # points
_FAINT = frozenset(  # what a giveaway says better
    {Signal.THREAT, Signal.HURRY, Signal.CLICK, Signal.MOVE, Signal.TOO_GOOD, Signal.TRANSFER, Signal.MONEY_FIRST}
    | {Signal.STRANGER, Signal.OFFICE_ASKS, Signal.CLAIM, Signal.TAIL}
)
_NAMES = frozenset({Signal.CLAIM, Signal.OFFICE_ASKS})
_OF_KIND = frozenset({Signal.KIND_SURE, Signal.KIND, Signal.KIND_HINT, Signal.KIND_AGAIN, Signal.STORY})


def reasons(heard: Heard, weighed: Weighed, verdict: Verdict, kind: str | None, known: Known) -> tuple[Reason, ...]:
    """The most telling first; where there is no sign, what is worth saying anyway."""
    if verdict is Verdict.NO_SIGN:
        told = [(one.signal, _led_out(one, heard.reading)) for one in heard.evidence if one.signal in TOLD_ANYWAY]
        worth = [Reason(signal, words) for signal, words in told if _is_worth_reading(signal, words, heard)]
        return tuple(sorted(worth, key=_vagueness)[:1])
    asked = frozenset(one.signal for one in heard.evidence)
    why = _why(kind, known)
    teller = _Teller(heard.reading, kind, why, asked, known, tuple(given_away(heard.reading)))
    telling = sorted(_telling(heard, weighed, kind), key=_dullness)
    plain, faint = _parted(telling)
    return tuple(_clear(chain(teller.told(plain), teller.gave_away(), teller.told(faint)), why))


def _clear(found: Iterable[Reason], why: str) -> Sequence[Reason]:
    """At most three that explain something, the last of them why the kind is a trick where no other tells it; and what
    explains nothing where there are not even two."""
    clear, all_found = list[Reason](), list[Reason]()
    for one in found:
        all_found.append(one)
        if one.why or one.signal not in _VAGUE:
            clear.append(one)
        if len(clear) == _MOST:
            break
    vague = [one for one in all_found if one not in clear]
    untold = [Reason(Signal.KIND, "", why)] if why and all(one.why != why for one in clear) else []
    explained = [*clear[: _MOST - len(untold)], *untold]
    return explained if len(explained) >= _FEWEST else [*[*clear, *vague][: _FEWEST - len(untold)], *untold]


def _vagueness(one: Reason) -> tuple[bool, bool, int]:
    """What plainly bids to do or to leave something comes first, then what is never done, and what says most."""
    words = fold(one.words)
    return not _BIDDING.match(words), " khong " not in words, -len(words)


def _is_worth_reading(signal: Signal, words: str, heard: Heard) -> bool:
    """Not what only denies something ("I cannot take your call"), nor a warning of a word or two, nor that one was
    given."""
    if signal is not Signal.WARNS:
        return True
    return heard.warns and len(words.split()) >= _SHORTEST_ADVICE and _BID.match(fold(words)) is not None


def _why(kind: str | None, known: Known) -> str:
    """Why what this kind of people says is a trick, as administrators wrote it."""
    scam = known.knowledge.scam(kind) if kind else None
    return scam.why if scam else ""


def _telling(heard: Heard, weighed: Weighed, kind: str | None) -> Iterable[Evidence]:
    """What may be told: phrases of the kind that is named, else those that were counted; that somebody wrote by some
    program only where there is nothing else."""
    own = told_of(kind, heard)
    told = [*own, *(one for one in weighed.counted if not one.code)] if own else weighed.counted
    worth = [one for one in told if one.points >= _LEAST_POINTS]
    return [one for one in worth if not is_way_of_writing(one, heard.reading)] or worth


def _led_out(one: Evidence, reading: Reading) -> str:
    """Words for the evidence that can be understood alone; of somebody's name no more than the name."""
    if one.signal is Signal.LEANING:
        return leaning_words(reading)
    if not one.places or one.signal in _NAMES:
        return one.quote(reading)
    quotes = [reading.clause(start, end) for start, end in one.places]
    first, *more = without_parts(quotes)
    return APART.join((first, *more[-1:]))


def _parted(telling: Sequence[Evidence]) -> tuple[Sequence[Evidence], Sequence[Evidence]]:
    """What is told before what gives a trick away, and what only behind it."""
    faint = [one for one in telling if one.signal in _FAINT | _VAGUE - {Signal.KIND, Signal.KIND_SURE}]
    return [one for one in telling if one not in faint], faint


def _dullness(one: Evidence) -> float:
    """What to tell last: what is asked explains more than that it resembles something, in part or as a whole."""
    if one.signal is Signal.LEANING:
        return _LEAST_TELLING - one.points
    return (_LESS_TELLING if one.code or one.signal in _FAINT else 0) - one.points


def _is_about(each: GivenAway, one: Evidence) -> bool:
    """Whether both speak of the same words; whatever is to be hidden is the same secret."""
    return one.signal is Signal.SECRECY or any(each.touches(*at) for at in one.places)


@dataclass(slots=True)
class _Teller:
    """How the evidence of one message is told, and what was told already."""

    reading: Reading
    kind: str | None
    why: str  # what the kind says is a trick; told with the first words of it
    asked: Collection[Signal]
    known: Known
    given: Sequence[GivenAway]
    signals: set[Signal] = field(default_factory=set)
    whys: set[str] = field(default_factory=set)  # of what gave it away
    places: int = 0  # of the kind
    quotes: list[str] = field(default_factory=list)

    def told(self, telling: Iterable[Evidence]) -> Iterator[Reason]:
        """Each signal once, two places of the kind; and what shows other words than all before."""
        for one in telling:
            if not self._may_be_told(one):
                continue
            given = self._given(one)
            if given and given.why in self.whys:
                continue
            if given and (words := self._fresh(self.reading.clause(given.start, given.end))):
                self.signals.add(one.signal)
                self.whys.add(given.why)
                yield Reason(one.signal, words, given.why)
            elif words := self._fresh_words(one):
                yield self._of_kind(one, words) if one.signal in _OF_KIND else self._of_signal(one, words)

    def gave_away(self) -> Iterator[Reason]:
        """What gives it away whatever kind it is, in words that were not quoted yet."""
        yield from islice(self._given_away(), _MOST_GIVEN_AWAY)

    def _given_away(self) -> Iterator[Reason]:
        for one in self.given:
            if one.why not in self.whys and (words := self._fresh(self.reading.clause(one.start, one.end))):
                self.whys.add(one.why)
                self.signals.add(Signal.GIVEAWAY)
                yield Reason(Signal.GIVEAWAY, words, one.why)

    def _may_be_told(self, one: Evidence) -> bool:
        return self.places < _PLACES if one.signal in _OF_KIND else one.signal not in self.signals

    def _fresh_words(self, one: Evidence) -> str:
        """One place is enough where it is told why; what is only said to be alike needs all that is alike."""
        words = _led_out(one, self.reading)
        return self._fresh(words.split(APART)[0] if self.why and one.code == self.kind else words)

    def _fresh(self, words: str) -> str:
        """The words, or none where they were quoted already."""
        quotes = words.split(APART)
        if any(new in old or old in new for new in quotes for old in self.quotes):
            return ""
        self.quotes += quotes
        return words

    def _of_kind(self, one: Evidence, words: str) -> Reason:
        signal, why = Signal.KIND_AGAIN if self.places else one.signal, self.why if one.code == self.kind else ""
        self.places += 1
        self.why = "" if why else self.why
        return Reason(signal, words, why)

    def _of_signal(self, one: Evidence, words: str) -> Reason:
        self.signals.add(one.signal)
        is_all = one.signal is Signal.LEANING and Signal.GIVEAWAY not in self.signals
        return Reason(self._named(one.signal, words), words, self.why if is_all else "")

    def _given(self, one: Evidence) -> GivenAway | None:
        """What tells of the very words of the signal what becomes of whoever does so, where that is known."""
        best = _TELLING_MORE.get(one.signal, ())
        telling = [each for each in self.given if each.name in best and _is_about(each, one)]
        return min(telling, key=lambda each: best.index(each.name), default=None)

    def _named(self, signal: Signal, words: str) -> Signal:
        """The signal; of an office, what the directory says that the real one never does."""
        return never_told(words, self.asked, self.known.nevers) if signal is Signal.OFFICE_ASKS else signal
