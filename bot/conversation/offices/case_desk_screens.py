"""The screens of requests for help as officers see them."""

from datetime import datetime

from bot.conversation.calls import area_name
from bot.conversation.notice_facts import Case
from bot.conversation.offices.figures import ago
from bot.conversation.offices.in_sight import desk, shortened, to_desk
from bot.conversation.pages import more, page
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import mark
from broadcasts.officer import Officer

LABEL = 48  # characters of one case in the list
_MOST_SAID = 6  # the last words of both sides
_STATES = {
    "open": mark("Chưa ai nhận"),
    "taken": mark("{name} đang lo"),
    "closed": mark("Đã xong"),
}


def listed_cases(visit: Visit) -> Screen:
    """Those that nobody has taken, and the officer's own."""
    cases = desk(visit).cases
    if not cases:
        return Screen((visit.plain("Không có ai đang chờ giúp."),), (to_desk(visit),))
    shown, _ = page(cases, visit.place.get("start", 0))
    title = visit.plain("Người cần giúp: {n}", Tone.TITLE, n=len(cases))
    choices = tuple(Choice(f"case:{one.id}", _label(visit, one)) for one in shown)
    return Screen((title,), (*choices, *more(visit, cases), to_desk(visit)))


def _label(visit: Visit, case: Case) -> str:
    """How long it waits comes first: whoever waits longest is seen at once."""
    told = visit.say("{age}, {n} người, {place}", age=_age(visit, case), n=case.people, place=case.place)
    return shortened(told, LABEL)


def _age(visit: Visit, case: Case) -> str:
    return _since(visit, case.opened_at)


def _since(visit: Visit, at: datetime) -> str:
    return ago(visit.now - at, visit.words)


def case_screen(visit: Visit, officer: Officer, case: Case, before: tuple[Paragraph, ...]) -> Screen:
    """All that is known of it, and what this officer can do."""
    state = visit.say(_STATES.get(case.state, ""), name=case.owner_name)
    title = visit.plain("Người cần giúp, {age} trước. {state}.", Tone.TITLE, age=_age(visit, case), state=state)
    said = (*before, title, Paragraph("\n".join(filter(None, _lines(visit, case)))), *_said(visit, case))
    look = Choice("look", visit.say("Xem có gì mới"))
    to_list = Choice("list", visit.say("Những người cần giúp khác"), BACK)
    if case.state == "open":
        return Screen(said, (Choice("take", visit.say("Tôi nhận việc này")), look, to_list))
    if case.owner != officer.id or case.state == "closed":
        return Screen(said, (look, to_list))
    how = visit.plain("{You} gõ gì ở đây, {me} chuyển ngay cho người ấy.", Tone.ACTION)
    return Screen((*said, how), (look, Choice("close", visit.say("Việc này đã xong")), to_list))


def _lines(visit: Visit, case: Case) -> tuple[str, ...]:
    return (
        visit.say("Ở đâu: {place}", place=case.place),
        visit.say("Địa bàn: {name}", name=area_name(case.area)),
        visit.say("Số người: {n}", n=case.people),
        visit.say("Nói thêm: {words}", words=case.words) if case.words else "",
        visit.say("Điện thoại: {phone}", phone=case.phone) if case.phone else "",
    )


def _said(visit: Visit, case: Case) -> tuple[Paragraph, ...]:
    """The last words of both sides, with who said them and when."""
    lines = [
        visit.say("{who} ({age} trước): {words}", who=_who(visit, case, by), age=_since(visit, at), words=words)
        for by, words, at in case.said[-_MOST_SAID:]
    ]
    return (Paragraph("\n".join(lines)),) if lines else ()


def _who(visit: Visit, case: Case, by: str) -> str:
    """The person has no name here."""
    if not by:
        return visit.say("Người cần giúp")
    return case.owner_name if by == case.owner else visit.say("Cán bộ")


def sure(visit: Visit, case: Case) -> Screen:
    """Nobody is left alone by a slip of the thumb."""
    title = visit.plain("Việc này xong thật rồi chứ{polite}?", Tone.TITLE)
    where = visit.plain("Ở đâu: {place}", place=case.place)
    told = visit.plain("Người ấy sẽ được báo là việc đã xong.")
    done = Choice("close-now", visit.say("Đã xong, đóng lại"))
    return Screen((title, where, told), (done, Choice("look", visit.say("Chưa xong"), BACK)))
