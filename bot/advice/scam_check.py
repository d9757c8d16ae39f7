"""Whether a message looks like a scam: the verdict, which kind it is, why, and what to do now."""

import re
from collections.abc import Collection, Sequence

from bot.advice.evidence import Evidence
from bot.advice.hearing import Heard, hear
from bot.advice.kinds import Weighed, weigh
from bot.advice.known import Known
from bot.advice.nevers import never_told
from bot.advice.now import steps
from bot.advice.number_alone import check_number
from bot.advice.qr import check_qr
from bot.advice.signals import DANGER, GRAVE, SUSPICIOUS, TOLD_ANYWAY, Signal
from bot.advice.verdict import Check, Reason, Verdict
from bot.vietnamese.fold import fold

_MOST_REASONS = 3
_LESS_TELLING, _LEAST_TELLING = 1.5, 3.5  # points
_EXCUSED = -1.0  # points of all the words together
_LEAST_POINTS = 0.5  # of a reason that is worth saying
_ONLY_WRITTEN = re.compile(  # how somebody wrote, which invites nobody there
    r"(?:nhan\b.*|qua) (?:zalo|facebook)(?! (?:cho|voi|so|theo|de|ngay|nhe|nay|rieng)\b)"
)
_ONE_STORY = frozenset({"N1", "N8", "H5"})  # kinds whose steps are about one story: they fit only where it is told


def check(text: str, known: Known) -> Check:
    """What to make of a message, a link, a telephone number or the text of a bank's QR code, read as data only.

    Whoever calls has asked first whether it is one of our own notices (`bot.notices.recognise`).
    """
    return check_qr(text) or check_number(text, known.directory) or _check_words(text, known)


def _check_words(text: str, known: Known) -> Check:
    heard = hear(text, known)
    weighed = weigh(heard)
    verdict = _verdict(heard, weighed)
    kind = weighed.kind if verdict is not Verdict.NO_SIGN else None
    asked = frozenset(one.signal for one in heard.evidence)
    return Check(
        verdict,
        kind,
        tuple(_known(one, asked, known) for one in _reasons(heard, weighed, verdict)),
        steps(verdict, _to_advise_on(heard), known.knowledge.scam(kind) if kind and _is_told(heard, kind) else None),
        known.lesson(kind),
        round(weighed.points, 1),
    )


def _to_advise_on(heard: Heard) -> frozenset[Signal]:
    """What is asked, by which steps are chosen."""
    return frozenset(one.signal for one in heard.evidence if not _is_way_of_writing(one))


def _is_way_of_writing(one: Evidence) -> bool:
    """Whether what sounds like an invitation only says by what program somebody wrote."""
    return one.signal is Signal.MOVE and _ONLY_WRITTEN.match(fold(one.words)) is not None


def _is_told(heard: Heard, kind: str) -> bool:
    """Whether the steps for this kind fit: its words are there, or they fit whatever such a sender says."""
    return kind not in _ONE_STORY or any(one.code == kind for one in heard.evidence)


def _verdict(heard: Heard, weighed: Weighed) -> Verdict:
    """Danger takes one thing that honest people do not do, and words that do not speak for the sender altogether."""
    told = [one for one in heard.evidence if one.code in ("", weighed.kind)]
    if weighed.points >= DANGER and _is_grave(told):
        return Verdict.DANGER
    return Verdict.SUSPICIOUS if weighed.points >= SUSPICIOUS else Verdict.NO_SIGN


def _is_grave(told: Sequence[Evidence]) -> bool:
    grave = {one.signal for one in told} & GRAVE
    leaning = sum(one.points for one in told if one.signal is Signal.LEANING)
    return bool(grave) and (leaning > _EXCUSED or Signal.LINK_FAKE in grave)


def _known(reason: Reason, asked: Collection[Signal], known: Known) -> Reason:
    """The reason, told by what the directory says that the real office never does."""
    if reason.signal is not Signal.OFFICE_ASKS:
        return reason
    return Reason(never_told(reason.words, asked, known.nevers), reason.words)


def _dullness(one: Evidence) -> float:
    """What to tell last: what is asked explains more than that it resembles something, in one phrase or as a whole."""
    return -one.points + (_LEAST_TELLING if one.signal is Signal.LEANING else _LESS_TELLING if one.code else 0)


def _reasons(heard: Heard, weighed: Weighed, verdict: Verdict) -> tuple[Reason, ...]:
    """The weightiest, each with other words; where there is no sign, what is worth saying anyway."""
    if verdict is Verdict.NO_SIGN:
        return tuple(Reason(one.signal, one.words) for one in heard.evidence if one.signal in TOLD_ANYWAY)[:1]
    told: dict[str, Reason] = {}
    telling = [one for one in weighed.counted if not _is_way_of_writing(one)] or weighed.counted
    for one in sorted(telling, key=_dullness):
        fresh = not any(one.words in other or other in one.words for other in told)
        if fresh and one.points >= _LEAST_POINTS and one.signal not in {reason.signal for reason in told.values()}:
            told[one.words] = Reason(one.signal, one.words)
    return tuple(told.values())[:_MOST_REASONS]
