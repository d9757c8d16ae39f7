"""One desk for whatever people ask: is this a scam, how do I do it, what now."""

from bot.advice.book.answer_words import HELPS, MEANT, OUTSIDE, UNKNOWN
from bot.advice.told import KIND, LIMIT
from bot.advice.verdict import TITLES, Verdict
from bot.conversation import aloud, asking, judged, reserved
from bot.conversation.handing_on import OFFICER, begin, offered
from bot.conversation.question_facts import Rated
from bot.conversation.scenes.scene import GO, Scene, to_help, to_home
from bot.conversation.visit import Move, Visit
from bot.messages import MOST_CHOICES, Choice, Paragraph, Screen, Tone
from bot.notices.verdicts import UNPROVED
from bot.translations import mark

_UNKNOWN = (UNKNOWN, mark("Câu này {me} cũng chưa có câu trả lời{polite}."))
_WAYS_ON = (
    mark("{You} nhờ cán bộ xã trả lời, hoặc hỏi lại bằng câu ngắn hơn{polite}."),
    mark("{You} chọn “Hỏi cán bộ xã”, {me} gửi câu này đi sau khi {you} đọc lại."),
    mark("Cán bộ xã có thể biết. {You} muốn thì {me} chuyển câu này giúp{polite}."),
)
HELPED, NOT = "helped", "not"  # choices
_TONES = {Verdict.DANGER: Tone.WRONG, Verdict.SUSPICIOUS: Tone.WRONG, Verdict.NO_SIGN: Tone.TITLE}


class Ask(Scene):
    """`place`: nothing (ask), verdict with kind, reasons, advice, lesson, unsure (an officer is offered at once) and
    unproved (it says that it comes from an office); reply with lesson, near, urgent; guessed with near; or unknown.
    With ask: what an officer would be asked; with source: what can be rated; with rated: whether it has helped. With
    recording and question: what plays the reply; with hear: it is played.
    """

    name = "ask"

    def answer(self, visit: Visit, choice: str) -> Move:
        what, _, which = choice.partition(":")
        known = {one.id: one for one in visit.world.advice().knowledge.answers}
        place = visit.place
        if what == "near" and which in known:
            return asking.asked(visit, known[which].question) or Move("ask")
        if what == OFFICER and place.get("ask"):
            return begin(visit, place["ask"])
        if what in (HELPED, NOT) and place.get("source") and "rated" not in place:
            return Move("ask", {**place, "rated": what}, facts=(Rated(place["source"], what == HELPED),))
        if what == aloud.CHOICE and place.get("recording"):
            code = reserved.unheard(visit)  # a notice that came with a recording is heard before any answer
            return Move("notice", {"code": code, "hear": True}) if code else Move("ask", {**place, "hear": True})
        return Move("ask")

    def hear(self, visit: Visit, text: str) -> Move | None:
        """Here every word is a question or a message to look at."""
        return asking.asked(visit, text) if len(text) > 1 else None

    def show(self, visit: Visit) -> Screen:
        if visit.place.get("rated"):
            return _rated(visit)
        if visit.place.get("verdict"):
            return _verdict(visit)
        if visit.place.get("unknown"):
            return _unknown(visit)
        if visit.place.get("guessed"):
            return _guessed(visit)
        return _reply(visit) if visit.place.get("reply") else _ask(visit)


def _ask(visit: Visit) -> Screen:
    title = visit.plain("{You} hỏi {me} điều gì{polite}?", Tone.TITLE)
    how = visit.plain("{You} gõ câu hỏi bằng lời thường. Có tin lạ thì dán nguyên tin vào đây, {me} xem giúp.")
    pictures = visit.plain("Ảnh thì {me} chưa đọc được: {you} gõ lại những chữ trong ảnh{polite}.")
    seen = () if visit.state.misses else (pictures,)  # whoever was not understood has read it, or was just told
    choices = (
        Choice(f"{GO}call", visit.say("Tôi vừa nhận cuộc gọi lạ")),
        Choice(f"{GO}help?money", visit.say("Tôi lỡ chuyển tiền hoặc đưa mã")),
        Choice(f"{GO}check", visit.say("Kiểm tra thông báo của xã")),
        to_home(visit),
    )
    return Screen((title, how, *seen), choices)


def _verdict(visit: Visit) -> Screen:
    verdict = Verdict(visit.place["verdict"])
    kind = visit.world.advice().knowledge.scam(visit.place.get("kind") or "")
    title = visit.plain(TITLES[verdict], _TONES[verdict])
    named = (visit.plain(KIND, name=kind.title),) if kind else ()
    advice = "\n".join(visit.say(step) for step in (*_unproved(visit), *visit.place["advice"]))
    reasons = Paragraph("\n".join(judged.reasons(visit)))
    told = (title, *named, reasons, Paragraph(advice, Tone.ACTION), *_limit(visit, verdict))
    call = () if verdict is Verdict.NO_SIGN else (Choice(f"{GO}help?money", visit.say("Tôi lỡ làm theo rồi")),)
    shown = tuple(paragraph for paragraph in told if paragraph.text)
    people = offered(visit, visit.place) if visit.place.get("unsure") else ()
    ways = (*call, *_lesson(visit), *people, *_rating(visit), *_again(visit))
    return Screen(shown, (*ways[:MOST_CHOICES], to_help(visit), to_home(visit)))


def _unproved(visit: Visit) -> tuple[str, ...]:
    """What to say first where a text says that it comes from an office, and nothing shows whether it does."""
    return (UNPROVED,) if visit.place.get("unproved") else ()


def _limit(visit: Visit, verdict: Verdict) -> tuple[Paragraph, ...]:
    if verdict is not Verdict.NO_SIGN:
        return ()
    return (visit.plain(LIMIT),)


def _reply(visit: Visit) -> Screen:
    place = visit.place
    tone = Tone.ACTION if place.get("urgent") else Tone.PLAIN
    first, _, rest = str(place["reply"]).partition("\n")
    told = (Paragraph(first, tone), *(Paragraph(one.strip()) for one in rest.split(asking.PARAGRAPHS)))
    after = (*_rating(visit), *_again(visit))
    near = () if place.get("urgent") else _near(visit)
    ways = (*_lesson(visit), *near)[: MOST_CHOICES - len(after)]
    shown = tuple(paragraph for paragraph in told if paragraph.text)
    recording = str(place.get("recording", ""))
    heard = aloud.played(visit, str(place.get("question", "")), recording)
    keys = (*ways, *after, *aloud.key(visit, recording), to_help(visit), to_home(visit))
    return Screen(shown, keys, heard)


def _guessed(visit: Visit) -> Screen:
    """Nothing is known for sure: the nearest questions, and a person."""
    told = (visit.plain(UNKNOWN), visit.plain(MEANT, Tone.TITLE))
    ways = (*_near(visit), *offered(visit, visit.place), *_again(visit))
    return Screen(told, (*ways[:MOST_CHOICES], to_help(visit), to_home(visit)))


def _unknown(visit: Visit) -> Screen:
    """Nothing is known of it; people may know."""
    if visit.place.get("outside"):
        return _outside(visit)
    times = int(visit.place["unknown"]) - 1
    told = (visit.plain(_UNKNOWN[times % len(_UNKNOWN)]), visit.plain(_WAYS_ON[times % len(_WAYS_ON)]))
    return Screen(told, (*offered(visit, visit.place), *_again(visit), to_help(visit), to_home(visit)))


def _outside(visit: Visit) -> Screen:
    """Nothing that is answered here, as far as a machine can tell; who means something else may ask people."""
    told = (visit.plain(OUTSIDE), visit.plain(HELPS))
    return Screen(told, (*offered(visit, visit.place), *_again(visit), to_help(visit), to_home(visit)))


def _rating(visit: Visit) -> tuple[Choice, ...]:
    """Did this help? One tap, once."""
    if not visit.place.get("source"):
        return ()
    return (Choice(HELPED, visit.say("Giúp được tôi")), Choice(NOT, visit.say("Chưa giúp được")))


def _rated(visit: Visit) -> Screen:
    """Thanks; where it has not helped, what else was near, and people."""
    end = (*_again(visit), to_help(visit), to_home(visit))
    if visit.place["rated"] == HELPED:
        return Screen((visit.plain("Cảm ơn {you} đã cho {me} biết{polite}.", Tone.RIGHT),), (*_lesson(visit), *end))
    sorry = visit.plain("{Me} xin lỗi vì chưa giúp được. {You} nhờ người ở xã trả lời nhé.")
    people = offered(visit, visit.place) or (Choice(f"{GO}help?commune", visit.say("Số điện thoại của xã")),)
    return Screen((sorry,), (*people, *_near(visit)[: MOST_CHOICES - len(people) - 2], *end))


def _near(visit: Visit) -> tuple[Choice, ...]:
    known = {one.id: one for one in visit.world.advice().knowledge.answers}
    return tuple(Choice(f"near:{id}", known[id].question) for id in visit.place.get("near", ()) if id in known)


def _lesson(visit: Visit) -> tuple[Choice, ...]:
    """One button to the short lesson on it."""
    id = visit.place.get("lesson") or ""
    lesson = visit.world.library.lesson(id, visit.state.language) if id else None
    return (Choice(f"{GO}lesson?{id}", visit.say("Học bài: {title}", title=lesson.title)),) if lesson else ()


def _again(visit: Visit) -> tuple[Choice, ...]:
    """Another question, or back into the lesson that was left for this one."""
    left = visit.state.resume
    lesson = visit.world.library.lesson(left["place"]["lesson"], visit.state.language) if left else None
    on = (Choice(f"{GO}home?resume", visit.say("Học tiếp: {title}", title=lesson.title)),) if lesson else ()
    return (Choice("again", visit.say("Hỏi câu khác")), *on)
