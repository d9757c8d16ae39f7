"""What a person may change: language, quiet hours, communes, who they are, what comes by itself."""

from datetime import time

from bot.areas import commune, full_name
from bot.conversation.facts import AreasFollowed, Fact, LanguageChosen, QuietHours, QuietHoursChosen
from bot.conversation.scenes.scene import GO, Scene, to_home
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import LANGUAGES

MOST_FOLLOWED = 3
_QUIET = {
    "quiet-21": QuietHours(time(21), time(6)),
    "quiet-20": QuietHours(time(20), time(7)),
    "quiet-none": None,
}


class Preferences(Scene):
    """Pages by `place["page"]`: none (all of them), "language", "quiet", "areas"."""

    name = "preferences"

    def answer(self, visit: Visit, choice: str) -> Move:
        what, _, which = choice.partition(":")
        match what:
            case "speak":
                return _kept(visit, LanguageChosen(which), {"language": which})
            case "drop":
                areas = tuple(code for code in visit.person.areas if code != which)
                return _kept(visit, AreasFollowed(areas), {}, page="areas")
            case "add":
                return Move("area", {"then": "preferences"})
            case _ if choice in _QUIET:
                return _kept(visit, QuietHoursChosen(_QUIET[choice]), {})
            case "back":
                return Move("preferences")
            case _:
                return Move("preferences", {"page": choice})

    def show(self, visit: Visit) -> Screen:
        match visit.place.get("page"):
            case "language":
                return _languages(visit)
            case "quiet":
                return _quiet(visit)
            case "areas":
                return _areas(visit)
            case _:
                return _all(visit)


def _kept(visit: Visit, fact: Fact, changes: dict[str, str], page: str = "") -> Move:
    """A change that holds from now on; whoever only looks has it for this conversation."""
    place = {"page": page} if page else {}
    return Move("preferences", place, facts=(fact,) if visit.person.contact else (), changes=changes)


def _all(visit: Visit) -> Screen:
    return _for_contact(visit) if visit.person.contact else _for_looker(visit)


def _for_looker(visit: Visit) -> Screen:
    title = visit.plain("Cài đặt", Tone.TITLE)
    how = visit.plain("{You} đang xem thử. Muốn theo dõi tin của xã và đặt giờ yên tĩnh, {you} chọn “Tôi là ai” trước.")
    choices = (
        Choice("language", visit.say("Ngôn ngữ: {name}", name=LANGUAGES[visit.state.language])),
        Choice(f"{GO}welcome", visit.say("Tôi là ai")),
        to_home(visit),
    )
    return Screen((title, how), choices)


def _for_contact(visit: Visit) -> Screen:
    title = visit.plain("Cài đặt", Tone.TITLE)
    choices = (
        Choice("areas", visit.say("Xã tôi theo dõi")),
        Choice("quiet", visit.say("Giờ yên tĩnh: {quiet}", quiet=_quiet_label(visit, visit.person.quiet))),
        Choice("language", visit.say("Ngôn ngữ: {name}", name=LANGUAGES[visit.state.language])),
        Choice(f"{GO}welcome", visit.say("Tôi là ai")),
        Choice(f"{GO}stop", visit.say("Nhận hay dừng tin")),
        Choice(f"{GO}link", visit.say("Nhắn tin ở nhiều nơi")),
        to_home(visit),
    )
    return Screen((title,), choices)


def _languages(visit: Visit) -> Screen:
    title = visit.plain("{You} muốn dùng tiếng nào{polite}?", Tone.TITLE)
    choices = tuple(Choice(f"speak:{language}", name) for language, name in LANGUAGES.items())
    return Screen((title,), (*choices, _back(visit)))


def _quiet(visit: Visit) -> Screen:
    title = visit.plain("Giờ nào {me} không nên nhắn{polite}?", Tone.TITLE)
    urgent = visit.plain("Tin khẩn cấp của xã vẫn đến ngay.")
    choices = tuple(Choice(id, _capital(_quiet_label(visit, quiet))) for id, quiet in _QUIET.items())
    return Screen((title, urgent), (*choices, _back(visit)))


def _quiet_label(visit: Visit, quiet: QuietHours | None) -> str:
    if quiet is None:
        return visit.say("không đặt")
    return visit.say("từ {begins} giờ đến {ends} giờ", begins=quiet.begins.hour, ends=quiet.ends.hour)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _areas(visit: Visit) -> Screen:
    title = visit.plain("Xã {you} theo dõi", Tone.TITLE)
    known = [area for code in visit.person.areas if (area := commune(code))]
    listed = Paragraph("\n".join(f"– {full_name(area)}" for area in known) or visit.say("Chưa có xã nào."))
    drop = tuple(
        Choice(f"drop:{area.code}", visit.say("Thôi theo dõi {name}", name=f"{area.kind} {area.name}"))
        for area in known
    )
    add = (Choice("add", visit.say("Thêm một xã")),) if len(known) < MOST_FOLLOWED else ()
    return Screen((title, listed), (*add, *drop, _back(visit)))


def _back(visit: Visit) -> Choice:
    return Choice("back", visit.say("Về phần cài đặt"), BACK)
