"""Binding a telephone to an officer's account with a one-time code."""

import re

from bot.conversation.facts import Need
from bot.conversation.notice_facts import BindingNeed, Bound, Group
from bot.conversation.offices.in_sight import to_desk
from bot.conversation.offices.officer_calls import bound_call, note
from bot.conversation.refusals import refused
from bot.conversation.scenes.scene import Scene, to_home
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, Choice, Screen, Tone
from broadcasts.officer import Officer

LONGEST_CODE = 40  # characters; whatever is longer is no code
_CODE = re.compile(r"(?:[0-9A-Za-z][ .–—-]?){10,20}")


class Bind(Scene):
    """`place`: code (none: ask for it); done, once the officer has said yes."""

    name = "bind"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        code = state.place.get("code")
        return (BindingNeed(code),) if code and not state.place.get("done") else ()

    def open(self, visit: Visit, word: str) -> Move:
        """The code itself."""
        return _with_code(word)

    def answer(self, visit: Visit, choice: str) -> Move:
        officer, code = visit.given.notices.binding, visit.place.get("code", "")
        if choice != "yes" or officer is None:  # it was used, or grew old, while it was looked at
            return _with_code(code)
        told = note(visit, Group.COLLEAGUES, officer.id, bound_call(officer))
        return Move("bind", {"code": code, "done": True}, facts=(Bound(code, (told,)),))

    def hear(self, visit: Visit, text: str) -> Move | None:
        """A code that is typed without what it begins with."""
        return _with_code(text.strip()) if _CODE.fullmatch(text.strip()) else None

    def show(self, visit: Visit) -> Screen:
        officer, offered = visit.person.officer, visit.given.notices.binding
        if visit.place.get("done"):
            return _bound(visit, officer) if officer and not refused(visit) else _ask(visit)
        return _whose(visit, offered) if offered else _ask(visit)


def _with_code(code: str) -> Move:
    return Move("bind", {"code": code} if 0 < len(code) <= LONGEST_CODE else {})


def _whose(visit: Visit, officer: Officer) -> Screen:
    """Nobody binds an account that they did not expect."""
    title = visit.plain("Mã này là của {name}, {office}.", Tone.TITLE, name=officer.name, office=officer.office)
    asked = visit.plain("{You} có phải là {name} không{polite}?", name=officer.name)
    means = visit.plain("Gắn rồi thì ai cầm máy này cũng ra thông báo được. Mất máy thì báo đồng nghiệp khóa ngay.")
    yes = Choice("yes", visit.say("Đúng, gắn vào máy này"))
    return Screen((title, asked, means), (yes, Choice("go:home", visit.say("Không phải tôi"), BACK)))


def _bound(visit: Visit, officer: Officer) -> Screen:
    title = visit.plain("Máy này đã gắn với tài khoản của {name}.", Tone.RIGHT, name=officer.name)
    how = visit.plain("Lúc nào cần, {you} nhắn “cán bộ” để mở bàn làm việc{polite}.")
    return Screen((title, how), (to_desk(visit),))


def _ask(visit: Visit) -> Screen:
    """The code once more, after what was wrong with the last one."""
    unknown = visit.plain(
        "Mã này {me} không biết, hoặc đã quá cũ. {You} xin quản trị viên một mã mới{polite}.", Tone.WRONG
    )
    wrong = refused(visit) or ((unknown,) if visit.place.get("code") else ())
    title = visit.plain("Gắn máy này vào tài khoản cán bộ", Tone.TITLE)
    how = visit.plain("{You} gõ mã quản trị viên đưa, ví dụ: ma-7K2M9QXA4TBC.")
    return Screen((*wrong, title, how), (to_desk(visit) if visit.person.officer else to_home(visit),))
