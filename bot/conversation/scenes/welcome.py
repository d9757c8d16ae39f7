"""The first minute: it is a machine, who runs it, who are you, may something be kept."""

from bot.areas import commune
from bot.conversation import consent
from bot.conversation.facts import AreasFollowed, AudienceChosen, Consented, Joined, LanguageChosen
from bot.conversation.scenes.scene import Scene
from bot.conversation.visit import Move, Visit
from bot.learning.lesson import Audience
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.translations import LANGUAGES, mark

_WHO = {
    "elder": (Audience.ELDER, mark("Người cao tuổi")),
    "child": (Audience.CHILD, mark("Trẻ em, học cùng bố mẹ")),
    "adult": (Audience.ADULT, mark("Người lớn khác")),
}


class Welcome(Scene):
    """Steps by `place["step"]`: none (who are you), "terms", "parent" (a child's second yes)."""

    name = "welcome"

    def answer(self, visit: Visit, choice: str) -> Move:
        if choice.startswith("start:"):
            return _start(visit, choice.removeprefix("start:"))
        if choice in _WHO:
            return _who(visit, choice)
        match choice:
            case "look":
                return _just_look(visit)
            case "language":
                return _other_language(visit)
            case "agree":
                return _agree(visit)
            case "parent-agrees":
                return _parent_agrees(visit)
            case "not-now":
                return _not_now(visit)
            case _:
                return Move("welcome")

    def show(self, visit: Visit) -> Screen:
        match visit.place.get("step"):
            case "terms":
                return _terms(visit)
            case "parent":
                return _parent(visit)
            case _:
                return _greeting(visit)


def _start(visit: Visit, payload: str) -> Move:
    """The chat was opened: a poster's code brings a commune; whoever is known goes on where they were."""
    code = payload.removeprefix("xa-") if payload.startswith("xa-") else ""
    area = commune(code) if code else None
    if visit.person.contact is None and visit.state.audience is None:
        return Move("welcome", changes={"area": area.code} if area else {})
    if area is None or area.code in visit.person.areas:
        return Move("home", said=(visit.plain("{Me} chào {you} quay lại{polite}."),))
    return _follow(visit, area.code, f"{area.kind} {area.name}")


def _follow(visit: Visit, code: str, name: str) -> Move:
    said = (visit.plain("Từ nay {you} theo dõi tin của {name}.", name=name),)
    if visit.person.contact is None:
        return Move("home", changes={"area": code})
    return Move("home", said=said, facts=(AreasFollowed((*visit.person.areas, code)),))


def _who(visit: Visit, choice: str) -> Move:
    """A contact only changes the age group; to a child's, only with a parent's yes."""
    audience = _WHO[choice][0]
    changes = {"audience": audience}
    if visit.person.contact is None:
        return Move("welcome", {"step": "terms"}, changes=changes)
    if audience is Audience.CHILD and visit.person.audience is not Audience.CHILD:
        return Move("welcome", {"step": "parent"}, changes=changes)
    return Move("home", facts=(AudienceChosen(audience),), changes=changes)


def _just_look(visit: Visit) -> Move:
    said = visit.plain("{You} cứ xem thoải mái. {Me} không ghi lại gì cả{polite}.")
    return Move("home", said=(said,))


def _other_language(visit: Visit) -> Move:
    other = next(language for language in LANGUAGES if language != visit.state.language)
    facts = (LanguageChosen(other),) if visit.person.contact else ()
    return Move("welcome", visit.place, facts=facts, changes={"language": other})


def _agree(visit: Visit) -> Move:
    if visit.state.audience is Audience.CHILD:
        return Move("welcome", {"step": "parent"})
    return _join(visit, by_parent=False)


def _not_now(visit: Visit) -> Move:
    """Back to the age group that holds."""
    return Move("home", changes={"audience": visit.person.audience})


def _parent_agrees(visit: Visit) -> Move:
    if visit.person.contact is None:
        return _join(visit, by_parent=True)
    agreed = Consented(consent.VERSION, consent.text_hash(visit), by_parent=True)
    said = (visit.plain("Cảm ơn phụ huynh. {Me} đã ghi lại sự đồng ý này.", Tone.RIGHT),)
    return Move("home", said=said, facts=(agreed, AudienceChosen(Audience.CHILD)))


def _join(visit: Visit, by_parent: bool) -> Move:
    areas = (visit.state.area,) if visit.state.area else ()
    joined = Joined(
        visit.state.audience or Audience.ADULT,
        visit.state.language,
        areas,
        consent.VERSION,
        consent.text_hash(visit),
        by_parent,
    )
    said = (visit.plain("Cảm ơn {you}. {Me} đã ghi lại sự đồng ý này.", Tone.RIGHT),)
    return Move("home", said=said, facts=(joined,)) if areas else Move("area", {"then": "home"}, said, (joined,))


def _greeting(visit: Visit) -> Screen:
    other = next(name for language, name in LANGUAGES.items() if language != visit.state.language)
    choices = (
        *(Choice(id, visit.say(label)) for id, (_, label) in _WHO.items()),
        *_look(visit),
        Choice("language", other),
    )
    hello = visit.plain("Xin chào! {Me} là Cầm Tay.", Tone.TITLE)
    machine = visit.plain(
        "{Me} là trợ lý máy của {runner}, không phải người thật. "
        "{Me} dạy dùng điện thoại và tránh lừa đảo, mỗi bài ba phút.",
        runner=visit.world.runner,
    )
    return Screen((hello, machine, visit.plain("Ai đang cầm máy{polite}?")), choices)


def _look(visit: Visit) -> tuple[Choice, ...]:
    """Nothing is kept of whoever only looks, so it is not offered where something is kept already."""
    return () if visit.person.contact else (Choice("look", visit.say("Chỉ xem thử thôi")),)


def _terms(visit: Visit) -> Screen:
    asked = visit.plain("{You} có đồng ý không{polite}?")
    written = tuple(Paragraph(sentence) for sentence in consent.terms(visit))
    choices = (
        Choice("agree", visit.say("Tôi đồng ý")),
        Choice("look", visit.say("Không, chỉ xem thử")),
        Choice("back", visit.say("Chọn lại nhóm tuổi"), BACK),
    )
    return Screen((visit.plain("Trước khi bắt đầu", Tone.TITLE), *written, asked), choices)


def _parent(visit: Visit) -> Screen:
    """The law asks both the child and a parent; nothing is kept before the parent's yes."""
    parent = visit.plain("Phần này dành cho bố mẹ (ba má) hoặc người nuôi dưỡng", Tone.TITLE)
    written = tuple(Paragraph(sentence) for sentence in consent.terms(visit))
    asked = visit.plain("Phụ huynh có đồng ý cho con học và ghi lại như trên không?")
    choices = (
        Choice("parent-agrees", visit.say("Tôi là phụ huynh, tôi đồng ý")),
        Choice("not-now", visit.say("Chưa"))
        if visit.person.contact
        else Choice("look", visit.say("Chưa, cho con xem thử thôi")),
        Choice("back", visit.say("Quay lại từ đầu"), BACK),
    )
    return Screen((parent, *written, asked), choices)
