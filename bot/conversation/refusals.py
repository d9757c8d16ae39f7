"""What is said when a fact was not kept: to whoever asked for it, on the very next screen."""

from collections.abc import Mapping

from bot.conversation.facts import Why
from bot.conversation.notice_facts import (
    Bound,
    CaseMoved,
    CaseSaid,
    ColleagueFrozen,
    NoticeMoved,
    NoticeWritten,
)
from bot.conversation.question_facts import QuestionMoved, Replied
from bot.conversation.visit import Visit
from bot.messages import Paragraph, Tone
from bot.notices.denials import DENIALS
from bot.translations import mark
from broadcasts.governance import Denial

WHYS: Mapping[Why, str] = {
    Why.ALREADY: mark("Việc này đã có người làm trước{polite}."),
    Why.TOO_MANY: mark("Nhiều quá rồi, {me} không ghi thêm được{polite}."),
    Why.NOBODY: mark("{Me} chưa biết {you} là ai nên không ghi được{polite}."),
    Why.UNKNOWN: mark("{Me} không tìm thấy mã hay việc này, hoặc nó không còn nữa{polite}."),
}
_BOUND_ALREADY = mark("Máy này đang gắn với một tài khoản cán bộ khác. {You} nhờ quản trị viên gỡ ra trước{polite}.")
_OF_OFFICERS = Bound | NoticeWritten | NoticeMoved | ColleagueFrozen | CaseMoved | CaseSaid | QuestionMoved | Replied


def refused(visit: Visit) -> tuple[Paragraph, ...]:
    """Why the first thing that an officer asked for was refused; empty where everything was kept.

    What is refused after it (submitting a draft that could not be kept) follows from it and is not told.
    """
    found = [refusal for refusal in visit.refused if isinstance(refusal.fact, _OF_OFFICERS)]
    if not found:
        return ()
    fact, why = found[0].fact, found[0].why
    sentence = _BOUND_ALREADY if isinstance(fact, Bound) and why is Why.ALREADY else why_not(why)
    return (visit.plain(sentence, Tone.WRONG),)


def why_not(why: Why | Denial) -> str:
    """The sentence, still to be said in the reader's words."""
    return DENIALS[why] if isinstance(why, Denial) else WHYS[why]
