"""What has happened and what to do: a verb that people can follow, and none against the kind of the notice."""

import re
from collections.abc import Iterator
from itertools import combinations

from broadcasts.notice import Kind
from broadcasts.wording.case import Case
from broadcasts.wording.codes import Code
from broadcasts.wording.facts import Action, Sense
from broadcasts.wording.findings import Finding, found

MOST_ACTIONS = 3
_OVER = (Kind.ALL_CLEAR, Kind.CANCEL)
_SECRET = re.compile(  # handed over, with marks or without
    r"(?:đọc|gửi|nhắn|nhắn tin|cung cấp|đưa|doc|gui|nhan|nhan tin|cung cap|dua) "
    r"(?:(?:mã|ma) (?:otp|pin|xác|xac|bảo|bao)|otp|mật khẩu|mat khau)",
    re.IGNORECASE,
)
_OPPOSITES = ({"đóng", "mở"}, {"khóa", "mở"}, {"tắt", "bật"}, {"ngắt", "bật"}, {"ngắt", "mở"}, {"lên", "xuống"})


def _told(case: Case) -> Iterator[Finding]:
    if not case.notice.headline.strip():
        yield found(Code.HEADLINE_MISSING, "headline")
    if not case.notice.description.strip():
        yield found(Code.DESCRIPTION_MISSING, "description")
    if not case.notice.event.strip():
        yield found(Code.EVENT_MISSING, "event")


def _action(case: Case) -> Iterator[Finding]:
    """Where the danger is over, what people may do is enough: "bà con trở lại sinh hoạt bình thường"."""
    if not case.notice.instruction.strip():
        yield found(Code.INSTRUCTION_MISSING, "instruction")
    elif not case.facts.actions and not (case.notice.kind in _OVER and case.facts.names_action):
        yield found(Code.NO_ACTION, "instruction")


def _kind(case: Case) -> Iterator[Finding]:
    if case.notice.kind in _OVER:
        against = case.facts.evacuations
    else:
        against = case.facts.danger_over if case.notice.kind is Kind.ACTUAL else ()
    for said in against:
        yield found(Code.KIND_AGAINST_TEXT, said.field, said=said.words)


def _secret(case: Case) -> Iterator[Finding]:
    """No office asks for a code or a password: one that does teaches people to give theirs away."""
    for action in case.facts.actions:
        if not action.forbidden and _SECRET.match(_shown(action)):
            yield found(Code.CODE_ASKED, "instruction", said=_shown(action))


def _many(case: Case) -> Iterator[Finding]:
    """As people count: "không bắt cá, không vớt củi" is one thing, and so is "rời nhà, lên trường"."""
    first_of_piece = {action.piece: action for action in reversed(case.facts.actions)}
    count = len({(action.sentence, _thing(action)) for action in first_of_piece.values()})
    if count > MOST_ACTIONS:
        yield found(Code.MANY_ACTIONS, "instruction", count=count, most=MOST_ACTIONS)


def _thing(action: Action) -> str:
    """What makes two actions of a sentence one thing."""
    if action.forbidden:
        return "forbidden"
    if action.sense in (Sense.LEAVE, Sense.GO):
        return "going"
    return "telling" if action.sense is Sense.TELL else f"{action.verb} {action.what}"


def _contradiction(case: Case) -> Iterator[Finding]:
    for one, other in combinations(case.facts.actions, 2):
        if not (one.for_whom and other.for_whom) and _contradict(one, other):
            yield found(Code.CONTRADICTION, "instruction", one=_shown(one), other=_shown(other))
            return


def _contradict(one: Action, other: Action) -> bool:
    if {one.sense, other.sense} == {Sense.LEAVE, Sense.STAY}:
        return True
    if one.verb == other.verb:
        return one.forbidden != other.forbidden and (one.what.startswith(other.what) or other.what.startswith(one.what))
    first = one.what.partition(" ")[0]
    both_bid = not (one.forbidden or other.forbidden)
    return both_bid and first == other.what.partition(" ")[0] != "" and {one.verb, other.verb} in _OPPOSITES


def _shown(action: Action) -> str:
    return f"{action.verb} {action.what}".strip()


RULES = (_told, _action, _kind, _secret, _many, _contradiction)
