"""What 7, 8 and 9 do from anywhere: hear it, I have read it, I need help."""

from bot import messages
from bot.conversation import misses
from bot.conversation.always import Always, always_word
from bot.conversation.case_ways import begin, to_case
from bot.conversation.checking import find
from bot.conversation.facts import Need
from bot.conversation.in_force import in_force
from bot.conversation.notice_facts import Case, CaseNeed, DeskNeed, MineNeed, NoticeRead
from bot.conversation.question_facts import OwnAnswerNeed, QuestionsNeed
from bot.conversation.scenes.scene import GO
from bot.conversation.visit import Move, Visit
from bot.messages import Incoming
from bot.vietnamese.numerals import number_of
from broadcasts.broadcast import State

_LONGEST = 40  # characters; a number or an always-word is shorter


def needs(visit: Visit, incoming: Incoming) -> tuple[Need, ...]:
    """What must be read where a message may be one of these."""
    if incoming.choice is not None:
        asks = incoming.choice.startswith((f"{GO}help", f"{GO}notice?help"))
        return (MineNeed(), CaseNeed("")) if asks else ()
    match _key(incoming.text):
        case messages.HELP:
            return (MineNeed(), CaseNeed(""))
        case messages.HEAR:
            return (MineNeed(),)
        case messages.READ:
            desk = (DeskNeed(), QuestionsNeed()) if visit.person.officer else ()
            return (MineNeed(), OwnAnswerNeed(), *desk)
        case _:
            return ()


def _key(text: str) -> str:
    """The one of these keys that a text may stand for."""
    tidy = text.strip()
    if tidy.isdecimal() or len(tidy) > _LONGEST:  # nearly always, and soon told
        return tidy[:1] if len(tidy) == 1 else ""
    return messages.HELP if always_word(tidy) is Always.HELP else str(number_of(tidy))


def answer(visit: Visit, key: str) -> Move:
    """What the key does where no choice of the screen has it."""
    match key:
        case messages.HELP:
            return help_me(visit)
        case messages.READ:
            return _read(visit)
        case _:
            return hear(visit, _newest(visit, recorded=True))


def hear(visit: Visit, code: str) -> Move:
    """To the notice with its recording; nothing to hear where nobody has read it aloud."""
    known = find(visit, code)
    silent = not code or (known is not None and not known.recording)
    return misses.missed(visit, misses.NOTHING_TO_HEAR) if silent else Move("notice", {"code": code, "hear": True})


def unheard(visit: Visit) -> str:
    """The newest notice in force that was recorded and that this person has not answered; "" where there is none.

    It is known where a number was typed; a button says itself what it plays.
    """
    waiting = (one.code for one in visit.given.notices.mine if not one.answer)
    return next((code for code in waiting if (known := find(visit, code)) and known.recording), "")


def help_me(visit: Visit) -> Move:
    """To the own open request; else a new one where a notice is in force; else to the page of all help."""
    about = _newest(visit)
    return help_about(visit, about) if about or _own_case(visit) else Move("help")


def help_about(visit: Visit, code: str) -> Move:
    """To the own open request, else to a new one about this notice; a drill calls nobody by itself."""
    case = _own_case(visit)
    if case:
        return to_case(case.id)
    known = find(visit, code)
    if known and known.notice.drill:
        said = visit.plain("Tin vừa rồi là diễn tập. {You} cần giúp thật thì chọn ở dưới{polite}.")
        return Move("help", said=(said,))
    return begin(visit, code)


def thanks(visit: Visit, code: str) -> Move:
    """The screen that was open stays open, and its numbers mean what they meant."""
    said = visit.plain("Cảm ơn {you} đã báo. Cần giúp, {you} nhắn số 9{polite}.", messages.Tone.RIGHT)
    return Move(said=(said,), facts=(NoticeRead(code),))


def _read(visit: Visit) -> Move:
    called = _called(visit)
    if called:
        return called
    answered = visit.given.questions.answered
    if answered and not _unanswered(visit):
        return Move("question", {"id": answered.id})
    code = _newest(visit, unanswered=True)
    return thanks(visit, code) if code else misses.missed(visit, misses.NOTHING_TO_CONFIRM)


def _unanswered(visit: Visit) -> bool:
    """Whether a notice still waits to be confirmed: it comes before an answer to a question."""
    return any(not one.answer for one in visit.given.notices.mine)


def _called(visit: Visit) -> Move | None:
    """An officer who is called and has no buttons confirms the call: it opens what waits, people before texts."""
    desk = visit.given.notices.desk
    if desk is None or visit.person.officer is None:
        return None
    case = next((case for case in desk.cases if not case.owner), None)
    if case:
        return Move("case", {"case": case.id})
    text = next((one for one in (*desk.to_approve, *desk.drafts) if one.state is State.SUBMITTED), None)
    if text:
        return Move("review", {"id": text.id})
    question = next((one for one in visit.given.questions.desk if not one.owner), None)
    return Move("questions", {"question": question.id}) if question else None


def _own_case(visit: Visit) -> Case | None:
    """The person's own open request; on an officer's page of requests it is another one's that was read."""
    return None if visit.state.scene == "case" else visit.given.notices.case


def _newest(visit: Visit, *, unanswered: bool = False, recorded: bool = False) -> str:
    """The code of the newest notice in force that was meant for this person, "" where there is none."""
    mine = [(one.code, bool(one.answer)) for one in visit.given.notices.mine]
    codes = [code for code, answered in mine if not (unanswered and answered)] or [code for code, _ in mine]
    here = (*codes, *(one.code for one in in_force(visit)))
    return next((code for code in here if not recorded or ((known := find(visit, code)) and known.recording)), "")
