"""The pages that ask once more before a deed: return, drop, stop and correct, all clear, send alone, look again."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from starlette.responses import Response

from bot.conversation.offices.figures import counted
from bot.conversation.offices.live_screens import REASONS as STOP_REASONS
from bot.conversation.offices.notice_area import in_words
from bot.conversation.offices.review_asks import REASONS as RETURN_REASONS
from bot.notices.screens import unmarked
from bot.translations import mark
from bot.web.console.at import At, Endpoint, field
from bot.web.console.notices.approve import NOT_SIX
from bot.web.console.notices.deed import FIRST, Again, Deed, do, said, six_digits
from bot.web.console.notices.form import Mistake
from bot.web.console.notices.looking import page_of, reach_of, seen, visit_of
from bot.web.console.notices.panel import Panel, panel_of_kept, shown_on
from bot.web.console.notices.rights import deeds, in_time
from broadcasts.broadcast import BEGUN, Broadcast
from broadcasts.governance import SHORTEST_REASON
from broadcasts.notice import Notice
from broadcasts.officer import Action

NO_REASON = mark("Chọn một lý do, hoặc ghi lý do bằng lời của {you}.")
SHORT_REASON = mark("Ghi lý do rõ hơn, ít nhất {n} chữ cái.")


@dataclass(frozen=True, slots=True)
class Ask:
    """One such page; sentences are marked. `reasons` are offered to choose from, `shortest` is what a reason needs."""

    action: Action
    title: str
    drill_title: str
    button: str
    drill_button: str
    done: str
    explained: str = ""
    reasons: tuple[str, ...] = ()
    shortest: int = 0
    factor: bool = True
    danger: bool = True


ASKS: Mapping[str, Ask] = {
    "tra-lai": Ask(
        Action.RETURN,
        mark("Trả lại vì sao?"),
        mark("Trả lại bản diễn tập vì sao?"),
        mark("Trả lại bản này"),
        mark("Trả lại bản này"),
        mark("Đã trả lại. Người viết sẽ thấy lý do."),
        reasons=RETURN_REASONS,
        shortest=1,
        factor=False,
        danger=False,
    ),
    "bo": Ask(
        Action.WITHDRAW,
        mark("Bỏ bản này, không phát?"),
        mark("Bỏ bản diễn tập này?"),
        mark("Bỏ bản này"),
        mark("Bỏ bản này"),
        mark("Đã bỏ bản này. Chưa ai nhận được nó."),
        explained=mark("Chưa ai nhận bản này. Bỏ rồi thì phải viết lại từ đầu."),
        danger=False,
    ),
    "dung": Ask(
        Action.WITHDRAW,
        mark("Dừng phát và đính chính?"),
        mark("Dừng diễn tập và đính chính?"),
        mark("Dừng phát ngay"),
        mark("Dừng diễn tập ngay"),
        mark("Đã dừng. Ai đã nhận sẽ nhận lời đính chính."),
        reasons=STOP_REASONS,
        shortest=1,
    ),
    "het-nguy-hiem": Ask(
        Action.ALL_CLEAR,
        mark("Báo hết nguy hiểm cho mọi người?"),
        mark("Báo hết nguy hiểm trong buổi diễn tập?"),
        mark("Báo hết nguy hiểm ngay"),
        mark("Báo hết nguy hiểm (diễn tập)"),
        mark("Đã báo hết nguy hiểm."),
        danger=False,
    ),
    "gui-mot-minh": Ask(
        Action.SEND_ALONE,
        mark("Phát thật một mình, không chờ duyệt?"),
        mark("Phát thật một mình, không chờ duyệt?"),
        mark("Phát thật ngay, một mình"),
        mark("Phát thật ngay, một mình"),
        mark("Đã phát. Mọi người có trách nhiệm vừa được báo."),
        explained=mark("Chỉ làm khi không chờ được. Trong 24 giờ phải có một người khác xem lại."),
        shortest=SHORTEST_REASON,
    ),
    "xem-lai": Ask(
        Action.APPROVE,
        mark("Xem lại bản đã gửi một mình"),
        mark("Xem lại bản đã gửi một mình"),
        mark("Ghi nhận: tôi đã xem lại"),
        mark("Ghi nhận: tôi đã xem lại"),
        mark("Đã ghi nhận {you} xem lại bản này."),
        danger=False,
    ),
}


def ask_page(name: str) -> Endpoint:
    """The page that asks for this deed."""

    async def ask(at: At) -> Response:
        found = await seen(at)
        if name not in deeds(visit_of(at), at.officer, found):
            return at.go(page_of(found.broadcast.id))
        return await _page(at, name, found.broadcast)

    ask.__name__ = f"ask_{name}"
    return ask


def ask_answer(name: str) -> Endpoint:
    """What follows when it is answered: the deed, or the page again with what is missing."""

    async def answer(at: At) -> Response:
        form, broadcast, asked = await at.form(), (await seen(at)).broadcast, ASKS[name]
        reason = field(form, "ly-do-khac") or field(form, "ly-do")
        factor = six_digits(field(form, "ma"))
        found = _mistakes(at, asked, reason, factor)
        if found:
            return await _page(at, name, broadcast, Again(422, found, reason))
        deed = Deed(asked.action, field(form, "dau"), reason, factor)
        outcome = await do(at, broadcast, deed, partial(in_time, name))
        if outcome.refused:
            wrong = (("ma" if asked.factor else "gui", said(at, outcome)),)
            return await _page(at, name, outcome.broadcast or broadcast, Again(409, wrong, reason))
        return at.go(page_of(broadcast.id), at.say(asked.done))

    answer.__name__ = f"answer_{name}"
    return answer


def _mistakes(at: At, asked: Ask, reason: str, factor: str) -> tuple[Mistake, ...]:
    found: list[Mistake] = []
    if asked.shortest and not reason:
        found.append(("ly-do-khac", at.say(NO_REASON)))
    elif len(reason) < asked.shortest:
        found.append(("ly-do-khac", at.say(SHORT_REASON, n=asked.shortest)))
    if asked.factor and not factor:
        found.append(("ma", at.say(NOT_SIX)))
    return tuple(found)


async def _page(at: At, name: str, broadcast: Broadcast, again: Again = FIRST) -> Response:
    asked = ASKS[name]
    told = [at.say(one) for one in asked.reasons]
    follows = _follows(broadcast, asked.action)
    panel: Panel | None = await panel_of_kept(at, broadcast) if asked.action is Action.SEND_ALONE else None
    reach = await at.read(lambda tx: reach_of(tx, broadcast, at.now))
    return at.page(
        "notice_ask.html",
        again.status,
        broadcast=broadcast,
        drill=broadcast.notice.drill,
        headline=unmarked(broadcast.notice.headline),
        ask=asked,
        reasons=told,
        reason=again.typed,
        mistakes=again.mistakes,
        follows=shown_on(at, follows, broadcast.code, "", broadcast) if follows else (),
        panel=panel,
        place=in_words(broadcast.notice.areas),
        count=counted(sum(n for channel, n in reach.items() if channel), at.words),
        own=page_of(broadcast.id),
        action=page_of(broadcast.id, name),
    )


def _follows(broadcast: Broadcast, action: Action) -> Notice | None:
    """The text that lies ready for this deed, where somebody has got the notice."""
    if broadcast.state not in BEGUN:
        return None
    return {Action.WITHDRAW: broadcast.correction, Action.ALL_CLEAR: broadcast.all_clear}.get(action)
