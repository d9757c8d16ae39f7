"""The screens of a request for help; on each of them the numbers to call come first."""

from bot.conversation.calls import area_name, danger
from bot.conversation.facts import Why
from bot.conversation.notice_facts import Case, HelpAsked
from bot.conversation.scenes.scene import GO, to_home
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone

_MOST_SAID = 4  # the last words of both sides


def where(visit: Visit) -> Screen:
    title = visit.plain("{You} đang ở đâu{polite}?", Tone.TITLE)
    how = visit.plain("{You} gõ chỗ đang ở: số nhà, thôn, gần cái gì dễ thấy.")
    choices = (
        Choice(f"{GO}help?money", visit.say("Tôi lỡ chuyển tiền hoặc đưa mã")),
        Choice(f"{GO}help?all", visit.say("Tôi cần giúp việc khác")),
        to_home(visit),
    )
    return Screen((danger(visit.words), title, how, *_for(visit)), choices)


def how_many(visit: Visit) -> Screen:
    """A number is typed; the first few are buttons too."""
    title = visit.plain("Có mấy người cần giúp{polite}?", Tone.TITLE)
    how = visit.plain("{You} gõ số người, tính cả {you}. Đông hơn 5 người cũng gõ số.")
    few = tuple(Choice(f"people:{n}", visit.say("{n} người", n=n)) for n in range(1, 6))
    back = Choice("ask:where", visit.say("Sửa chỗ đang ở"), BACK)
    return Screen((danger(visit.words), title, how), (*few, back))


def more(visit: Visit) -> Screen:
    title = visit.plain("{You} muốn nói thêm gì{polite}?", Tone.TITLE)
    how = visit.plain("Ví dụ: có người bệnh, có trẻ nhỏ, nước đã lên đến đâu.")
    return Screen((title, how), (_to_confirm(visit),))


def phone(visit: Visit) -> Screen:
    title = visit.plain("Cán bộ gọi lại cho {you} số nào{polite}?", Tone.TITLE)
    how = visit.plain("Không có số cũng được. Số này chỉ dùng cho việc này.")
    return Screen((title, how), (Choice("none:phone", visit.say("Không cần")), _to_confirm(visit)))


def confirm(visit: Visit) -> Screen:
    """What will be sent; nothing has been sent yet."""
    title = visit.plain("{Me} gửi cho cán bộ trực như sau nhé?", Tone.TITLE)
    not_yet = visit.plain("Chưa gửi gì cả. {You} chọn 1 để gửi.", Tone.ACTION)
    choices = (
        Choice("send", visit.say("Gửi ngay")),
        Choice("ask:phone", visit.say("Thêm số điện thoại")),
        Choice("ask:words", visit.say("Nói thêm")),
        Choice("ask:where", visit.say("Sửa chỗ đang ở")),
        Choice("ask:people", visit.say("Sửa số người")),
        Choice("area", visit.say("Sửa xã")),
        Choice(f"{GO}home", visit.say("Thôi, không gửi"), BACK),
    )
    return Screen((danger(visit.words), title, _told(visit), not_yet), choices)


def state_of(visit: Visit) -> Screen:
    """How far the own case is, and what was said; words that are typed here go to the officer."""
    case = visit.given.notices.case
    refused = next((one.why for one in visit.refused if isinstance(one.fact, HelpAsked)), None)
    if refused is Why.ALREADY:
        return _open_already(visit)
    if refused is not None:
        return _not_sent(visit)
    return _open(visit, case) if case and case.state != "closed" else _none_open(visit)


def _open(visit: Visit, case: Case) -> Screen:
    if case.owner:
        state = visit.plain("{officer} đã nhận, đang lo việc này.", Tone.RIGHT, officer=case.owner_name)
        next_ = visit.plain("{You} ở nguyên chỗ an toàn, giữ máy bên mình nhé.", Tone.ACTION)
    else:
        name = area_name(case.area)
        state = visit.plain("{Me} đã báo cán bộ trực của {name}.", Tone.RIGHT, name=name)
        next_ = visit.plain("Sau 5 phút chưa ai nhận, {me} báo tiếp lên tỉnh. {You} giữ máy bên mình nhé.")
    write = visit.plain("{You} gõ gì ở đây, {me} chuyển ngay cho cán bộ.")
    choices = (
        Choice("look", visit.say("Xem có gì mới")),
        Choice("safe", visit.say("Tôi an toàn rồi")),
        to_home(visit),
    )
    return Screen((danger(visit.words), state, next_, *_said(visit, case), write), choices)


def _none_open(visit: Visit) -> Screen:
    title = visit.plain("{You} không có yêu cầu nào đang mở.", Tone.TITLE)
    again = Choice(f"{GO}help_case?new", visit.say("Tôi cần người đến giúp"))
    return Screen((danger(visit.words), title), (again, to_home(visit)))


def _open_already(visit: Visit) -> Screen:
    title = visit.plain("{You} đang có một yêu cầu chưa xong. {You} nhắn thêm vào đó nhé.", Tone.TITLE)
    look = Choice(f"{GO}help_case?talk", visit.say("Xem yêu cầu của tôi"))
    return Screen((danger(visit.words), title), (look, to_home(visit)))


def _not_sent(visit: Visit) -> Screen:
    title = visit.plain("{Me} chưa gửi được. {You} gọi số trên, hoặc thử lại.", Tone.TITLE)
    return Screen((danger(visit.words), title), (Choice("send", visit.say("Gửi lại")), to_home(visit)))


def _for(visit: Visit) -> tuple[Paragraph, ...]:
    """Which commune will be called, where it is known already."""
    area = visit.place.get("area", "")
    return (visit.plain("{Me} sẽ báo cho {name}.", name=area_name(area)),) if area else ()


def _told(visit: Visit) -> Paragraph:
    place = visit.place
    lines = (
        visit.say("Ở đâu: {place}", place=place.get("where", "")),
        visit.say("Báo cho: {name}", name=area_name(place.get("area", ""))),
        visit.say("Số người: {n}", n=place.get("people", "")),
        visit.say("Nói thêm: {words}", words=place["words"]) if place.get("words") else "",
        visit.say("Điện thoại: {phone}", phone=place["phone"]) if place.get("phone") else "",
    )
    return Paragraph("\n".join(filter(None, lines)))


def _said(visit: Visit, case: Case) -> tuple[Paragraph, ...]:
    """The last words, with who said them."""
    lines = [
        f"{case.owner_name}: {words}" if officer else visit.say("{You} nhắn: {words}", words=words)
        for officer, words, _ in case.said
    ]
    return (Paragraph("\n".join(lines[-_MOST_SAID:])),) if lines else ()


def _to_confirm(visit: Visit) -> Choice:
    return Choice("ask:confirm", visit.say("Quay lại"), BACK)
