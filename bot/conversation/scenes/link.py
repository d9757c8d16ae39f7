"""One person who writes from several places: a code shown here is typed there, and both are known as one."""

import re

from bot.conversation.facts import LinkAsked, Linked, LinkNeed, Need, Parted
from bot.conversation.offices.reach_words import channel_name
from bot.conversation.scenes.scene import GO, Scene, to_home
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from broadcasts.code import read_code, shown

_TYPED = re.compile(r"(?:nối|nôi|noi)\s+(?:mã\s+|ma\s+)?(?P<code>[0-9a-z]{4}\s?[-–—.]?\s?[0-9a-z]{4})", re.IGNORECASE)


def typed_link(text: str) -> Move | None:
    """What follows from "nối 7K2M-9QXA", typed anywhere; None for anything else."""
    found = _TYPED.fullmatch(text.strip(" .!\n"))
    code = read_code(found["code"]) if found else None
    return Move("link", {"code": code}) if code else None


class Link(Scene):
    """`place`: nothing (the own code), code (typed here, to be agreed to), step "done" or "parted"."""

    name = "link"
    back = "preferences"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (LinkNeed(),)

    def open(self, visit: Visit, word: str) -> Move:
        """With a fresh code."""
        return Move("link", facts=(LinkAsked(),)) if word == "new" else Move("link")

    def answer(self, visit: Visit, choice: str) -> Move:
        match choice:
            case "new":
                return Move("link", facts=(LinkAsked(),))
            case "yes" if visit.place.get("code"):
                return Move("link", {"step": "done"}, facts=(Linked(visit.place["code"]),))
            case "part":
                return Move("link", {"step": "parted"}, facts=(Parted(),))
            case _:
                return Move("preferences")

    def show(self, visit: Visit) -> Screen:
        if visit.place.get("code"):
            return _agree(visit)
        match visit.place.get("step"):
            case "done":
                return _failed(visit) if visit.refused else _done(visit)
            case "parted":
                return _parted(visit)
            case _:
                return _own(visit)


def _own(visit: Visit) -> Screen:
    """Where this person is known, and the code for one more place."""
    title = visit.plain("Nhắn tin ở nhiều nơi", Tone.TITLE)
    if not visit.person.contact:
        asked = visit.plain("{You} chọn “Tôi là ai” trước, rồi mới nối được{polite}.")
        return Screen((title, asked), (Choice(f"{GO}welcome", visit.say("Tôi là ai")), _to_preferences(visit)))
    new = Choice("new", visit.say("Lấy mã mới") if visit.given.link else visit.say("Lấy mã để nối"))
    part = (Choice("part", visit.say("Tách nơi này ra")),) if len(visit.given.places) > 1 else ()
    return Screen((title, _known_at(visit), *_how(visit)), (new, *part, _to_preferences(visit)))


def _known_at(visit: Visit) -> Paragraph:
    places = ", ".join(channel_name(name, visit.words) for name in visit.given.places)
    return visit.plain("{Me} đang quen {you} ở: {places}.", places=places)


def _how(visit: Visit) -> tuple[Paragraph, ...]:
    if not visit.given.link:
        why = visit.plain("Nối các nơi lại thì bài học không mất, và tin của xã chỉ đến một lần.")
        return (why,)
    code = shown(visit.given.link)
    do = visit.plain("Ở nơi kia, {you} nhắn cho {me}: nối {code}", Tone.ACTION, code=code)
    careful = visit.plain("Mã dùng được trong 15 phút. {You} đừng đọc mã cho ai{polite}.")
    return (do, careful)


def _agree(visit: Visit) -> Screen:
    """Nobody is joined to somebody else by being told to type something."""
    title = visit.plain("{You} muốn nối nơi này với nơi đã lấy mã{polite}?", Tone.TITLE)
    means = visit.plain("Từ đó hai nơi là của một người: chung bài học, chung xã, chung phần “dữ liệu của tôi”.")
    careful = visit.plain("Chỉ đồng ý khi chính {you} đã lấy mã. Có ai bảo {you} gõ mã này thì đừng.", Tone.ACTION)
    yes = Choice("yes", visit.say("Đúng, tôi tự lấy mã này"))
    return Screen((title, means, careful), (yes, Choice("no", visit.say("Không nối"), BACK)))


def _done(visit: Visit) -> Screen:
    title = visit.plain("Đã nối xong.", Tone.RIGHT)
    return Screen((title, _known_at(visit)), (to_home(visit),))


def _failed(visit: Visit) -> Screen:
    title = visit.plain("Mã này sai, hoặc đã quá 15 phút.", Tone.WRONG)
    how = visit.plain("Ở nơi kia, {you} vào Cài đặt, chọn “Nhắn tin ở nhiều nơi” để lấy mã mới{polite}.")
    return Screen((title, how), (to_home(visit),))


def _parted(visit: Visit) -> Screen:
    title = visit.plain("Nơi này đã tách ra.", Tone.RIGHT)
    means = visit.plain("Bài đã học và xã đã chọn vẫn còn ở những nơi kia.")
    return Screen((title, means), (Choice(f"{GO}welcome", visit.say("Tôi là ai")), to_home(visit)))


def _to_preferences(visit: Visit) -> Choice:
    return Choice("back", visit.say("Về phần cài đặt"), BACK)
