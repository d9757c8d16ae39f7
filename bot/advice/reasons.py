"""Why a message is found to be what it is: at most three reasons, each with other words of the message."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.advice.evidence import APART, Evidence, is_way_of_writing, without_parts
from bot.advice.hearing import Heard
from bot.advice.kinds import Weighed, told_of
from bot.advice.known import Known
from bot.advice.nevers import never_told
from bot.advice.reading import Reading
from bot.advice.signals import TOLD_ANYWAY, Signal
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
        told = [_led_out(one, heard.reading) for one in heard.evidence if one.signal in TOLD_ANYWAY]
        worth = sorted((one for one in told if _is_worth_reading(one, heard)), key=lambda one: -len(one.words))
        return tuple(Reason(one.signal, one.words) for one in worth)[:1]
    teller = _Teller(kind, _why(kind, known), frozenset(one.signal for one in heard.evidence), known)
    telling = sorted(_telling(heard, weighed, kind), key=teller.dullness)
    return tuple(_clear(teller.told(_fresh(_led_out(one, heard.reading) for one in telling))))


def _clear(found: Iterable[Reason]) -> Sequence[Reason]:
    """At most three that explain something; with what explains nothing where there are not even two."""
    clear, all_found = list[Reason](), list[Reason]()
    for one in found:
        all_found.append(one)
        if one.why or one.signal not in _VAGUE:
            clear.append(one)
        if len(clear) == _MOST:
            break
    vague = [one for one in all_found if one not in clear]
    return clear if len(clear) >= _FEWEST else [*clear, *vague][:_FEWEST]


def _is_worth_reading(one: Evidence, heard: Heard) -> bool:
    """Not what only denies something ("I cannot take your call"), nor a warning of a word or two."""
    return one.signal is not Signal.WARNS or (heard.warns and len(one.words.split()) >= _SHORTEST_ADVICE)


def _why(kind: str | None, known: Known) -> str:
    """Why what this kind of people says is a trick, as administrators wrote it."""
    scam = known.knowledge.scam(kind) if kind else None
    return scam.why if scam else ""


def _telling(heard: Heard, weighed: Weighed, kind: str | None) -> Iterable[Evidence]:
    """What may be told: phrases of the kind that is named, else those that were counted; that somebody wrote by some
    program only where there is nothing else."""
    own = told_of(kind, heard)
    told = [*own, *(one for one in weighed.counted if not one.code)] if own else weighed.counted
    return [one for one in told if not is_way_of_writing(one)] or told


def _led_out(one: Evidence, reading: Reading) -> Evidence:
    """The evidence with words that can be understood alone; of somebody's name no more than the name."""
    if not one.places or one.signal in _NAMES:
        return one
    quotes = [reading.clause(start, end) for start, end in one.places]
    first, *more = without_parts(quotes)
    return replace(one, words=APART.join((first, *more[-1:])))


def _fresh(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """What is worth saying and shows other words than all before."""
    quoted: list[str] = []
    for one in found:
        quotes = one.words.split(APART)
        if one.points >= _LEAST_POINTS and not any(new in old or old in new for new in quotes for old in quoted):
            quoted += quotes
            yield one


@dataclass(frozen=True, slots=True)
class _Teller:
    """How the evidence of one message is told."""

    kind: str | None
    why: str
    asked: Collection[Signal]
    known: Known

    def dullness(self, one: Evidence) -> float:
        """What to tell last: what is asked explains more than that it resembles something, in part or as a whole."""
        if one.signal is Signal.LEANING:
            return _LEAST_TELLING - one.points
        return (_LESS_TELLING if one.code or one.signal in _FAINT else 0) - one.points

    def told(self, found: Iterable[Evidence]) -> Iterator[Reason]:
        """Each signal once; what first tells of the kind says why it is a trick, and one more place may follow."""
        places, why, signals = 0, self.why, set[Signal]()
        for one in found:
            if one.signal in _OF_KIND and places < _PLACES:
                own = one.code == self.kind
                yield Reason(Signal.KIND_AGAIN if places else one.signal, one.words, why if own else "")
                places, why = places + 1, "" if own else why
            elif one.signal not in _OF_KIND | signals:
                yield Reason(self._named(one), one.words, why if one.signal is Signal.LEANING else "")
            signals.add(one.signal)

    def _named(self, one: Evidence) -> Signal:
        """The signal; of an office, what the directory says that the real one never does."""
        if one.signal is not Signal.OFFICE_ASKS:
            return one.signal
        return never_told(one.words, self.asked, self.known.nevers)
