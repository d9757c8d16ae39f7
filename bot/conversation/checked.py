"""The screens that answer whether a notice is true, with what the person can do next."""

from collections.abc import Sequence

from bot.conversation.checking import find
from bot.conversation.in_force import in_force
from bot.conversation.scenes.scene import GO, to_home
from bot.conversation.state import Place
from bot.conversation.visit import Visit
from bot.messages import Choice, Media, MediaKind, Screen, Tone
from bot.notices.differences import Difference
from bot.notices.public import PublicNotice
from bot.notices.recognise import Copied, Match
from bot.notices.screens import choices as answers
from bot.notices.screens import unmarked
from bot.notices.verdicts import Answer, answer_to, answer_to_copy, none, told

_MOST_LISTED = 3


def answer_at(visit: Visit, place: Place) -> Answer:
    """What the place in the conversation says about a notice, as it stands now."""
    code = place.get("altered")
    if code:
        differences = tuple(Difference(*pair) for pair in place.get("differences", ()))
        return answer_to_copy(Match(Copied.ALTERED, code, differences), lambda code: find(visit, code), visit.now)
    return answer_to(place.get("code", ""), lambda code: find(visit, code), visit.now)


def answered(visit: Visit, answer: Answer, *, aloud: bool = False) -> Screen:
    """The answer in full, and `aloud` where it was recorded; what is in force can be confirmed, or help asked for."""
    one = answer.shown
    if one is None:
        return no_such(visit)
    keys = answers(one.code, visit.words, one.recording) if one.holds(visit.now) and not one.notice.drill else ()
    media = (recorded(visit, one.notice.headline, one.recording),) if aloud and one.recording else ()
    return Screen(told(answer, visit.words, visit.now), (*_on(visit), *keys, to_home(visit)), media)


def recorded(visit: Visit, headline: str, source: str) -> Media:
    """A notice read aloud; its words stand beside it, for networks that carry no sound."""
    return Media(MediaKind.VOICE, source, visit.say("Bản đọc: {headline}", headline=unmarked(headline)))


def no_such(visit: Visit) -> Screen:
    """Nobody has sent this; whom to tell."""
    commune = Choice(f"{GO}help?commune", visit.say("Số điện thoại của xã"))
    return Screen(none(visit.words), (commune, *_on(visit), to_home(visit)))


def too_many(visit: Visit) -> Screen:
    """Too many wrong codes from here."""
    said = visit.plain("{You} đã gõ sai mã mấy lần. {You} chờ một phút rồi gõ lại{polite}.", Tone.TITLE)
    safe = visit.plain("Trong lúc chờ, {you} đừng làm theo tin đó.", Tone.ACTION)
    return Screen((said, safe), (*_on(visit), to_home(visit)))


def ask(visit: Visit) -> Screen:
    """How a notice can be checked, and what is in force here now."""
    title = visit.plain("Kiểm tra thông báo", Tone.TITLE)
    how = visit.plain("{You} gõ mã trên thông báo, ví dụ 7K2M-9QXA. Hoặc chuyển tiếp, hay dán cả tin vào đây.")
    here = in_force(visit)[:_MOST_LISTED]
    listed = (visit.plain("Đang có hiệu lực ở xã {you}:"),) if here else ()
    choices = tuple(Choice(f"{GO}notice?show={one.code}", _label(one)) for one in here)
    return Screen((title, how, *listed), (*choices, *_resume(visit), to_home(visit)))


def _label(one: PublicNotice) -> str:
    return unmarked(one.notice.headline)


def _on(visit: Visit) -> Sequence[Choice]:
    return (*_resume(visit), Choice(f"{GO}check", visit.say("Kiểm tra tin khác")))


def _resume(visit: Visit) -> tuple[Choice, ...]:
    """The lesson that was open when the notice came."""
    left = visit.state.resume
    lesson = visit.world.library.lesson(left["place"]["lesson"], visit.state.language) if left else None
    return (Choice(f"{GO}home?resume", visit.say("Học tiếp: {title}", title=lesson.title)),) if lesson else ()
