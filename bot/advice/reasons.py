"""Why a message is found to be what it is: at most three reasons, each with other words of the message."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bot.advice.evidence import APART, Evidence, is_way_of_writing, without_parts
from bot.advice.hearing import Heard
from bot.advice.kinds import Weighed, told_of
from bot.advice.known import Known
from bot.advice.leanings import leaning_words
from bot.advice.nevers import never_told
from bot.advice.reading import Reading
from bot.advice.signals import TOLD_ANYWAY, Signal
from bot.advice.situations import doubt
from bot.advice.verdict import Reason, Verdict

_MOST = 3
_PLACES = 2  # of a kind
_FEWEST = 2  # reasons; where there are as many, none is told that explains nothing
_VAGUE = frozenset({Signal.KIND_AGAIN, Signal.KNOWN_WORDS, Signal.KIND_HINT, Signal.KIND, Signal.STORY, Signal.LEANING})
_SHORTEST_ADVICE = 4  # words; "cảnh báo" alone says nothing, and crooks write it too
_LEAST_POINTS = 0.5  # of a reason that is worth saying
_LESS_TELLING, _LEAST_TELLING = 1.0, 3.5  # points
_FAINT = frozenset({Signal.THREAT, Signal.HURRY, Signal.CLICK, Signal.MOVE, Signal.TOO_GOOD, Signal.TRANSFER})
_NAMES = frozenset({Signal.CLAIM, Signal.OFFICE_ASKS})
_OF_KIND = frozenset({Signal.KIND_SURE, Signal.KIND, Signal.KIND_HINT, Signal.KIND_AGAIN, Signal.STORY})


def reasons(heard: Heard, weighed: Weighed, verdict: Verdict, kind: str | None, known: Known) -> tuple[Reason, ...]:
    """The most telling first; where there is no sign, what is worth saying anyway."""
    if verdict is Verdict.NO_SIGN:
        told = [(one.signal, _led_out(one, heard.reading)) for one in heard.evidence if one.signal in TOLD_ANYWAY]
        worth = [Reason(signal, words) for signal, words in told if _is_worth_reading(signal, words, heard)]
        return tuple(sorted(worth, key=lambda one: -len(one.words))[:1])
    asked = frozenset(one.signal for one in heard.evidence)
    why = _why(kind, known)
    teller = _Teller(heard.reading, kind, why, asked, known)
    telling = sorted(_telling(heard, weighed, kind), key=_dullness)
    return tuple(_clear(chain(teller.doubted(), teller.told(telling)), why))


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
    untold = [Reason(Signal.KIND, "", why)] if why and not any(one.why for one in clear) else []
    explained = [*clear, *untold][:_MOST]
    return explained if len(explained) >= _FEWEST else [*[*clear, *vague][: _FEWEST - len(untold)], *untold]


def _is_worth_reading(signal: Signal, words: str, heard: Heard) -> bool:
    """Not what only denies something ("I cannot take your call"), nor a warning of a word or two."""
    return signal is not Signal.WARNS or (heard.warns and len(words.split()) >= _SHORTEST_ADVICE)


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


def _dullness(one: Evidence) -> float:
    """What to tell last: what is asked explains more than that it resembles something, in part or as a whole."""
    if one.signal is Signal.LEANING:
        return _LEAST_TELLING - one.points
    return (_LESS_TELLING if one.code or one.signal in _FAINT else 0) - one.points


@dataclass(slots=True)
class _Teller:
    """How the evidence of one message is told, and what was told already."""

    reading: Reading
    kind: str | None
    why: str  # what the kind says is a trick; told with the first words of it
    asked: Collection[Signal]
    known: Known
    signals: set[Signal] = field(default_factory=set)
    places: int = 0  # of the kind
    quotes: list[str] = field(default_factory=list)

    def told(self, telling: Iterable[Evidence]) -> Iterator[Reason]:
        """Each signal once, two places of the kind; and what shows other words than all before."""
        for one in telling:
            if self._may_be_told(one) and (words := self._fresh_words(one)):
                yield self._of_kind(one, words) if one.signal in _OF_KIND else self._of_signal(one, words)

    def doubted(self) -> Iterator[Reason]:
        """Where no kind is near enough, what is doubtful whoever does it."""
        found = doubt(self.reading.plain) if self.kind is None else None
        if found:
            self.quotes.append(self.reading.clause(found.start, found.end))
            yield Reason(Signal.LEANING, self.quotes[-1], found.sentence)

    def _may_be_told(self, one: Evidence) -> bool:
        return self.places < _PLACES if one.signal in _OF_KIND else one.signal not in self.signals

    def _fresh_words(self, one: Evidence) -> str:
        words = _led_out(one, self.reading)
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
        return Reason(self._named(one.signal, words), words, self.why if one.signal is Signal.LEANING else "")

    def _named(self, signal: Signal, words: str) -> Signal:
        """The signal; of an office, what the directory says that the real one never does."""
        return never_told(words, self.asked, self.known.nevers) if signal is Signal.OFFICE_ASKS else signal
