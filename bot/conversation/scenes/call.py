"""A call that somebody describes by yes and no, until it is clear what it was."""

from bot.advice.call_paths import PATHS
from bot.advice.calls import CallEnd, CallPath, Question, follow
from bot.advice.verdict import TITLES
from bot.conversation.scenes.scene import GO, Scene, to_help, to_home
from bot.conversation.visit import Move, Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone

_BY_NAME = {path.name: path for path in PATHS}


class Call(Scene):
    """`place`: path (none: who called), answers (yes or no to each question so far)."""

    name = "call"
    back = "ask"

    def answer(self, visit: Visit, choice: str) -> Move:
        if choice in _BY_NAME:
            return Move("call", {"path": choice, "answers": []})
        path, answers = visit.place.get("path"), list(visit.place.get("answers", ()))
        match choice:
            case "yes" | "no" if path:
                return Move("call", {"path": path, "answers": [*answers, choice == "yes"]})
            case "back" if answers:
                return Move("call", {"path": path, "answers": answers[:-1]})
            case _:
                return Move("call")

    def show(self, visit: Visit) -> Screen:
        path = _BY_NAME.get(visit.place.get("path", ""))
        if path is None:
            return _who(visit)
        found = follow(path, visit.place.get("answers", ()))
        return _question(visit, path, found) if isinstance(found, Question) else _end(visit, found)


def _who(visit: Visit) -> Screen:
    title = visit.plain("Ai gọi cho {you}{polite}?", Tone.TITLE)
    choices = tuple(Choice(path.name, visit.say(path.title)) for path in PATHS)
    how = visit.plain("{Me} hỏi vài câu, {you} chỉ trả lời có hoặc không.")
    other = Choice(f"{GO}ask", visit.say("Người khác, tôi kể bằng lời"))
    return Screen((title, how), (*choices, other, to_home(visit)))


def _question(visit: Visit, path: CallPath, question: Question) -> Screen:
    number = len(visit.place.get("answers", ())) + 1
    step = visit.plain("Câu {n}, nhiều nhất {most} câu", Tone.STEP, n=number, most=len(path.questions))
    asked = visit.plain(question.ask, Tone.TITLE)
    yes, no = Choice("yes", visit.say("Có")), Choice("no", visit.say("Không"))
    return Screen((step, asked), (yes, no, Choice("back", visit.say("Quay lại"), BACK)))


def _end(visit: Visit, end: CallEnd) -> Screen:
    kind = visit.world.advice().knowledge.scam(end.kind)
    title = visit.plain(TITLES[end.verdict], Tone.WRONG if end.because else Tone.TITLE)
    because = Paragraph("\n".join(f"– {visit.say(reason)}" for reason in end.because))
    advice = Paragraph("\n".join(visit.say(step) for step in end.advice), Tone.ACTION)
    lesson = visit.world.library.lesson(kind.lesson, visit.state.language) if kind and kind.lesson else None
    learn = (Choice(f"{GO}lesson?{lesson.id}", visit.say("Học bài: {title}", title=lesson.title)),) if lesson else ()
    lost = (Choice(f"{GO}help?money", visit.say("Tôi lỡ làm theo rồi")),) if end.because else ()
    shown = tuple(paragraph for paragraph in (title, because, advice) if paragraph.text)
    again = Choice("again", visit.say("Kể cuộc gọi khác"))
    return Screen(shown, (*lost, *learn, again, to_help(visit), to_home(visit)))
