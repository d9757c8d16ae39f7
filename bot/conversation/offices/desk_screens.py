"""The screens of the officer's desk."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.conversation.offices.in_sight import desk, listed, shortened, to_desk
from bot.conversation.pages import more, page
from bot.conversation.refusals import refused
from bot.conversation.visit import Visit
from bot.messages import BACK, MOST_CHOICES, Choice, Paragraph, Screen, Tone
from bot.translations import mark
from broadcasts.broadcast import Broadcast
from broadcasts.officer import Action, Officer, Role

LABEL = 48  # characters of one line in a list
ROLES: Mapping[Role, str] = {
    Role.WRITER: mark("soạn thảo"),
    Role.APPROVER: mark("duyệt"),
    Role.DUTY: mark("trực ban"),
    Role.PROVINCE: mark("cấp tỉnh"),
    Role.CONTENT: mark("biên tập bài học"),
    Role.AUDITOR: mark("kiểm tra"),
    Role.ADMINISTRATOR: mark("quản trị"),
}


def whole(visit: Visit, officer: Officer) -> Screen:
    """How much waits, and what this officer's roles let them do."""
    roles = ", ".join(visit.say(name) for role, name in ROLES.items() if role in officer.roles)
    title = visit.plain("Bàn làm việc của {name} ({roles})", Tone.TITLE, name=officer.name, roles=roles)
    waits = "\n".join(_waits(visit))
    nothing = visit.say("Không có gì đang chờ.")
    home = Choice("go:home", visit.say("Về trang đầu"), BACK)
    return Screen(
        (*refused(visit), title, Paragraph(waits or nothing)), (*_first(visit, tuple(_ways(visit, officer))), home)
    )


def _first(visit: Visit, ways: Sequence[Choice]) -> Sequence[Choice]:
    """As many as a screen holds; the others are one tap further."""
    if len(ways) <= MOST_CHOICES:
        return ways
    return (*ways[: MOST_CHOICES - 1], Choice("page:more", visit.say("Việc khác")))


def _others(visit: Visit) -> Sequence[Choice]:
    officer = visit.person.officer
    return tuple(_ways(visit, officer))[MOST_CHOICES - 1 :] if officer else ()


def _waits(visit: Visit) -> Iterator[str]:
    found = desk(visit)
    counts = (
        (mark("Chờ {you} duyệt: {n}"), found.to_approve),
        (mark("Gửi một mình, chờ xem lại: {n}"), found.to_review),
        (mark("Người cần giúp: {n}"), found.cases),
        (mark("Câu hỏi của bà con: {n}"), visit.given.questions.desk),
        (mark("Đang còn hiệu lực: {n}"), found.live),
        (mark("Bản {you} đang viết hoặc chờ duyệt: {n}"), found.drafts),
    )
    return (visit.say(sentence, n=len(items)) for sentence, items in counts if items)


def _ways(visit: Visit, officer: Officer) -> Iterator[Choice]:
    """The most pressing first; a choice that the roles do not allow is not there."""
    found = desk(visit)
    if officer.may(Action.DRAFT):
        yield Choice("go:write", visit.say("Viết thông báo"))
    if officer.may(Action.APPROVE):
        yield Choice("page:approve", visit.say("Chờ duyệt ({n})", n=len(found.to_approve)))
    if officer.may(Action.SEE):
        count = len(found.live) + len(found.to_review)
        yield Choice("page:live", visit.say("Đang phát và vừa phát ({n})", n=count))
    if officer.may(Action.HELP):
        yield Choice("go:case", visit.say("Người cần giúp ({n})", n=len(found.cases)))
    if officer.may(Action.HELP) or officer.may(Action.TEACH):
        count = len(visit.given.questions.desk)
        yield Choice("go:questions", visit.say("Câu hỏi của bà con ({n})", n=count))
    if officer.may(Action.FREEZE):
        yield Choice("page:colleagues", visit.say("Đồng nghiệp, khóa máy mất"))
    if officer.may(Action.DRAFT):
        yield Choice("go:write?drill", visit.say("Diễn tập"))


def items(visit: Visit) -> Sequence[Choice]:
    """Everything on the present list."""
    return LISTS[visit.place.get("page", "")][1](visit) if visit.place.get("page") in LISTS else ()


def listed_page(visit: Visit) -> Screen:
    """One list, page by page."""
    title, nothing = LISTS[visit.place["page"]][0], visit.plain("Chưa có gì ở đây.")
    found = items(visit)
    shown, _ = page(found, visit.place.get("start", 0))
    said = (visit.plain(title, Tone.TITLE), *(() if found else (nothing,)))
    return Screen(said, (*shown, *more(visit, found), to_desk(visit)))


def freeze(visit: Visit) -> Screen:
    """Whether it is really meant; afterwards, that it was done."""
    other = next((one for one in desk(visit).colleagues if one.id == visit.place.get("who")), None)
    if other is None or not other.active:
        return _frozen(visit)
    said = (
        *refused(visit),
        visit.plain("Khóa tài khoản của {name}?", Tone.TITLE, name=other.name),
        visit.plain("Khóa rồi thì máy ấy không duyệt, không gửi được nữa. Chỉ quản trị viên mở lại được."),
    )
    now = Choice("freeze-now", visit.say("Khóa ngay"))
    return Screen(said, (now, Choice("page:colleagues", visit.say("Không khóa"), BACK)))


def _frozen(visit: Visit) -> Screen:
    name = visit.place.get("name")
    if name and not refused(visit):
        done = visit.plain("Đã khóa tài khoản của {name}. Các đồng nghiệp khác đều được báo.", Tone.RIGHT, name=name)
        return Screen((done,), (to_desk(visit),))
    none = visit.plain("Không thấy tài khoản ấy, hoặc đã bị khóa rồi{polite}.")
    return Screen((*refused(visit), none), (to_desk(visit),))


def cut_off(visit: Visit) -> Screen:
    """For whoever holds a telephone that was cut off."""
    said = visit.plain("Tài khoản cán bộ gắn với máy này đang bị khóa. {You} gọi quản trị viên{polite}.")
    return Screen((said,), (Choice("go:home", visit.say("Về trang đầu"), BACK),))


def _to_approve(visit: Visit) -> Sequence[Choice]:
    return _broadcasts(visit, "review", desk(visit).to_approve)


def _drafts(visit: Visit) -> Sequence[Choice]:
    return _broadcasts(visit, "review", desk(visit).drafts)


def _live(visit: Visit) -> Sequence[Choice]:
    """What was sent alone comes first: somebody has to look at it within a day."""
    found = desk(visit)
    return _broadcasts(visit, "live", (*found.to_review, *found.live, *found.past))


def _broadcasts(visit: Visit, scene: str, found: Sequence[Broadcast]) -> Sequence[Choice]:
    """Each once."""
    return [
        Choice(f"go:{scene}?{one.id}", listed(visit, one.notice)) for one in {one.id: one for one in found}.values()
    ]


def _colleagues(visit: Visit) -> Sequence[Choice]:
    return [
        Choice(
            f"colleague:{one.id}",
            shortened(visit.say("Khóa: {name}, {office}", name=one.name, office=one.office), LABEL),
        )
        for one in desk(visit).colleagues
        if one.active
    ]


LISTS: Mapping[str, tuple[str, Callable[[Visit], Sequence[Choice]]]] = {
    "approve": (mark("Chờ {you} duyệt"), _to_approve),
    "drafts": (mark("Bản nháp của {you}"), _drafts),
    "live": (mark("Đang phát và vừa phát"), _live),
    "more": (mark("Việc khác"), _others),
    "colleagues": (mark("Đồng nghiệp. Chọn ai là khóa tài khoản người ấy, {me} sẽ hỏi lại."), _colleagues),
}
"""The title of each list and what stands on it."""
