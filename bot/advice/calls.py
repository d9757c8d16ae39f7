"""A call that somebody describes by yes and no: at most seven questions, a verdict as soon as one answer decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.advice.book.reminders import STILL_ASK
from bot.advice.now import ASK, NO_CODE, REPORT
from bot.advice.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Question:
    """To be answered with yes or no; `because` is the reason that a yes gives, `decides` whether it is enough.

    `after` is another question without whose yes this one is not asked, `beside` one without whose yes it does not
    decide.
    """

    ask: str
    because: str
    decides: bool = False
    after: "Question | None" = None
    beside: "Question | None" = None


@dataclass(frozen=True, slots=True)
class CallEnd:
    """What a described call was, with its reasons and what to do, all to be said through `Words`."""

    verdict: Verdict
    kind: str
    because: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallPath:
    """One sort of call: its name on a button, its kind of scam, its questions in their order, what to do in the end.

    `given` is told by the choice of the path alone: a reason beside others, and enough for suspicion where it `alarms`.
    """

    name: str
    title: str
    kind: str
    questions: tuple[Question, ...]
    advice: tuple[str, ...]
    given: str = ""
    alarms: bool = False
    calm: tuple[str, ...] = (STILL_ASK, ASK)  # what to do where no sign was told


CAREFUL = (ASK, NO_CODE, REPORT)


def follow(path: CallPath, answers: Sequence[bool]) -> Question | CallEnd:
    """The next question after these answers, or the end: as soon as one decides, or when all are asked."""
    told, left = list[Question](), list(answers)
    for question in path.questions:
        if question.after is not None and question.after not in told:
            continue
        if not left:
            return question
        if left.pop(0):
            told.append(question)
            if question.decides and question.beside in (None, *told):
                return _end(path, Verdict.DANGER, told)
    return _end(path, Verdict.SUSPICIOUS if told or path.alarms else Verdict.NO_SIGN, told)


def _end(path: CallPath, verdict: Verdict, told: Sequence[Question]) -> CallEnd:
    if verdict is Verdict.NO_SIGN:
        return CallEnd(verdict, path.kind, (), path.calm)
    given = (path.given,) if path.given else ()
    advice = path.advice if verdict is Verdict.DANGER else (*path.advice[1:2], *CAREFUL)
    return CallEnd(verdict, path.kind, (*given, *(question.because for question in told)), advice)
