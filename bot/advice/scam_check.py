"""Whether a message looks like a scam: the verdict, which kind it is, why, and what to do now."""

from collections.abc import Sequence

from bot.advice.evidence import Evidence, is_way_of_writing
from bot.advice.hearing import Heard, hear
from bot.advice.kind_guess import kind_of
from bot.advice.kinds import Weighed, weigh
from bot.advice.known import Known
from bot.advice.now import steps
from bot.advice.number_alone import check_number
from bot.advice.qr import check_qr
from bot.advice.reasons import reasons
from bot.advice.signals import DANGER, GRAVE, SUSPICIOUS, Signal
from bot.advice.verdict import Check, Verdict

_EXCUSED = -1.0  # points of all the words together


def check(text: str, known: Known) -> Check:
    """What to make of a message, a link, a telephone number or the text of a bank's QR code, read as data only.

    Whoever calls has asked first whether it is one of our own notices (`bot.notices.recognise`).
    """
    return check_qr(text) or check_number(text, known.directory) or _check_words(text, known)


def _check_words(text: str, known: Known) -> Check:
    heard = hear(text, known)
    weighed = weigh(heard)
    verdict = _verdict(heard, weighed)
    kind = kind_of(heard, weighed) if verdict is not Verdict.NO_SIGN else None
    scam = known.knowledge.scam(kind) if kind else None
    return Check(
        verdict,
        kind,
        reasons(heard, weighed, verdict, kind, known),
        steps(verdict, _to_advise_on(heard), scam, heard.reading.plain, warns=heard.warns),
        known.lesson(kind),
        round(weighed.points, 1),
    )


def _to_advise_on(heard: Heard) -> frozenset[Signal]:
    """What is asked, by which steps are chosen."""
    return frozenset(one.signal for one in heard.evidence if not is_way_of_writing(one, heard.reading))


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
