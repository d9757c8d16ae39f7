"""Help: what to do in the first minutes, numbers to call, the commune, a person."""

from bot.areas import commune, full_name
from bot.conversation.scenes.scene import GO, Scene, to_home
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import mark

_FIRST_MINUTES = (
    mark("Trước hết, gọi ngay ngân hàng theo số ở mặt sau thẻ. Nói: “Xin giữ lại khoản tiền vừa chuyển.”"),
    mark("Rồi gọi công an xã, hoặc gọi 113."),
    mark("Giữ lại tin nhắn và biên lai. Đừng xóa gì cả."),
    mark("Đổi mật khẩu trên một máy khác. Lỡ cài ứng dụng lạ thì tắt nguồn máy này."),
    mark("Kể cho người nhà biết."),
)
_PAGES = frozenset({"money", "numbers", "commune"})


class Help(Scene):
    """`place["about"]`: none (what kind of help), "money", "numbers" or "commune"."""

    name = "help"

    def answer(self, visit: Visit, choice: str) -> Move:
        return Move("help", {} if choice == "back" else {"about": choice})

    def open(self, visit: Visit, word: str) -> Move:
        """One page of it; any other word: all of it."""
        return Move("help", {"about": word} if word in _PAGES else {})

    def show(self, visit: Visit) -> Screen:
        match visit.place.get("about"):
            case "money":
                return _first_minutes(visit)
            case "numbers":
                return _numbers(visit)
            case "commune":
                return _commune(visit)
            case _:
                return _which(visit)


def _which(visit: Visit) -> Screen:
    title = visit.plain("{You} cần giúp việc gì{polite}?", Tone.TITLE)
    danger = visit.plain("Nguy hiểm đến người: gọi 113 công an, 114 cứu hỏa, 115 cấp cứu.", Tone.ACTION)
    choices = (
        Choice("money", visit.say("Tôi lỡ chuyển tiền hoặc đưa mã")),
        Choice("numbers", visit.say("Các số điện thoại cần nhớ")),
        Choice("commune", visit.say("Gặp người thật ở xã")),
        Choice(f"{GO}help_case?new", visit.say("Tôi cần người đến giúp")),
        Choice(f"{GO}check", visit.say("Kiểm tra thông báo")),
        to_home(visit),
    )
    return Screen((title, danger), choices)


def _first_minutes(visit: Visit) -> Screen:
    """The first action stands within the first two lines."""
    title = visit.plain("{You} bình tĩnh, làm ngay từng việc:", Tone.TITLE)
    steps = tuple(
        visit.plain(step, Tone.ACTION if step is _FIRST_MINUTES[0] else Tone.PLAIN) for step in _FIRST_MINUTES
    )
    never = visit.plain("Ai hứa lấy lại tiền mà đòi phí trước cũng là kẻ lừa. {You} không có lỗi gì cả.")
    choices = (Choice("numbers", visit.say("Các số điện thoại cần nhớ")), _back(visit))
    return Screen((title, *steps, never), choices)


def _numbers(visit: Visit) -> Screen:
    title = visit.plain("Các số điện thoại cần nhớ", Tone.TITLE)
    lines = "\n".join(f"{line.number} – {line.purpose}" for line in visit.world.directory.hotlines)
    bank = visit.plain("Số của ngân hàng: xem mặt sau thẻ, hoặc trong ứng dụng của ngân hàng.")
    return Screen((title, Paragraph(lines), bank), (_back(visit),))


def _commune(visit: Visit) -> Screen:
    title = visit.plain("Gặp người thật ở xã", Tone.TITLE)
    code = visit.person.areas[0] if visit.person.areas else visit.state.area
    area = commune(code) if code else None
    if area is None:
        ask = visit.plain("{You} cho {me} biết xã trước{polite}.")
        return Screen((title, ask), (Choice(f"{GO}area", visit.say("Chọn xã của tôi")), _back(visit)))
    contacts = visit.world.directory.contacts_of(area.code)
    lines = "\n".join(" – ".join(filter(None, (c.place, c.phone, c.address))) for c in contacts)
    none_yet = visit.say("Xã chưa gửi số liên hệ. {You} đến trụ sở xã hoặc hỏi trưởng thôn, tổ trưởng.")
    name = visit.plain("{name}", name=full_name(area))
    return Screen((title, name, Paragraph(lines or none_yet)), (_back(visit),))


def _back(visit: Visit) -> Choice:
    return Choice("back", visit.say("Quay lại phần giúp đỡ"), BACK)
