"""One lesson, card by card."""

import re

from bot.conversation import aloud
from bot.conversation.facts import CardReached, LessonNeed, Need
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState, Place
from bot.conversation.visit import Move, Visit
from bot.learning.lesson import Card, Lesson, Picture
from bot.messages import BACK, Choice, Media, MediaKind, Paragraph, Screen, Tone

_NUMBERED = re.compile(r"^(\d+)\. ", re.MULTILINE)


class LessonScene(Scene):
    """`place`: lesson (its mã), version once it is open, card (from 0), from (the course it was chosen in), hear."""

    name = "lesson"
    back = "lessons"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        version = state.place.get("version")
        return (LessonNeed(version),) if version else ()

    def answer(self, visit: Visit, choice: str) -> Move:
        lesson = visit.lesson(visit.place["lesson"]) if visit.place else None
        if lesson is None:
            return Move("lessons")
        match choice:
            case "next":
                return _to_card(visit, lesson, visit.place["card"] + 1, visit.place)
            case "back":
                return _to_card(visit, lesson, visit.place["card"] - 1, visit.place)
            case "quiz":
                return Move("quiz", _pinned(visit.place, lesson))
            case "later":
                return _later(visit)
            case aloud.CHOICE:
                return aloud.hear(visit, self.name)
            case _:
                return Move("lessons", {"course": visit.place.get("from", "")})

    def open(self, visit: Visit, word: str) -> Move:
        """The lesson of this `mã`."""
        return open_lesson(visit, word)

    def show(self, visit: Visit) -> Screen:
        lesson = visit.lesson(visit.place.get("lesson", ""))
        if lesson is None:
            gone = visit.plain("Bài này không còn nữa. {You} chọn bài khác{polite}.")
            return Screen((gone,), (Choice("list", visit.say("Danh sách bài"), BACK),))
        return _card(visit, lesson, min(visit.place["card"], len(lesson.cards) - 1))


def open_lesson(visit: Visit, id: str, course: str = "") -> Move:
    """To the card where this lesson was left, else to its first."""
    left = visit.state.resume
    if left and left["place"]["lesson"] == id:
        return Move(left["scene"], left["place"])
    lesson = visit.world.library.lesson(id, visit.state.language)
    return _to_card(visit, lesson, 0, {"lesson": id, "from": course}) if lesson else Move("lessons")


def _pinned(place: Place, lesson: Lesson) -> dict[str, object]:
    """The place with the version that the reader has begun, so that an edit in between changes nothing for them."""
    return {**aloud.quiet(place), "version": lesson.version}


def _to_card(visit: Visit, lesson: Lesson, card: int, place: Place) -> Move:
    """A card before the first is the list, one after the last is the quiz."""
    if card < 0:
        return Move("lessons", {"course": place.get("from", "")})
    if card >= len(lesson.cards):
        return Move("quiz", _pinned(place, lesson))
    here = {**_pinned(place, lesson), "card": card}
    facts = (CardReached(lesson.id, lesson.version, card),)
    return Move("lesson", here, facts=facts, changes={"resume": {"scene": "lesson", "place": here}})


def _later(visit: Visit) -> Move:
    said = visit.plain("{Me} đã đánh dấu chỗ này. Lúc nào rảnh {you} chọn “Học tiếp” là được{polite}.")
    return Move("home", said=(said,), changes={"resume": {"scene": "lesson", "place": dict(visit.place)}})


def _card(visit: Visit, lesson: Lesson, number: int) -> Screen:
    card = lesson.cards[number]
    step = visit.plain(
        "{title} · Thẻ {n} trên {all}", Tone.STEP, title=lesson.title, n=number + 1, all=len(lesson.cards)
    )
    picture = card.picture or (lesson.picture if number == 0 else None)
    shown = aloud.played(visit, card.title, card.recording) or media(picture)
    return Screen((step, *_text(visit, card)), _choices(visit, lesson, number), shown)


def _text(visit: Visit, card: Card) -> tuple[Paragraph, ...]:
    """Numbered lines become steps in words: a bare "1." would look like a choice to type."""
    text = _NUMBERED.sub(lambda line: visit.say("Bước {n}: ", n=line[1]), card.text)
    return (Paragraph(card.title, Tone.TITLE), *map(Paragraph, text.split("\n\n")))


def media(picture: Picture | None) -> tuple[Media, ...]:
    """A lesson's drawing as something to show."""
    return (Media(MediaKind.PICTURE, picture.path, picture.alt),) if picture else ()


def _choices(visit: Visit, lesson: Lesson, number: int) -> tuple[Choice, ...]:
    last = number == len(lesson.cards) - 1
    onward = Choice("quiz", visit.say("Làm câu hỏi")) if last else Choice("next", visit.say("Thẻ tiếp theo"))
    before = (Choice("back", visit.say("Xem lại thẻ trước")),) if number else ()
    later = Choice("later", visit.say("Để lúc khác"))
    heard = aloud.key(visit, lesson.cards[number].recording)
    return (onward, *before, later, *heard, Choice("list", visit.say("Danh sách bài"), BACK))
