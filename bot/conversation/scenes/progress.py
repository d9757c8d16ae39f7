"""What this person has learnt so far, in kind words."""

from bot.conversation.facts import Need, ProgressNeed
from bot.conversation.scenes.scene import GO, Scene, to_home
from bot.conversation.state import ConversationState
from bot.conversation.visit import Visit
from bot.learning.progress import LessonProgress, Progress
from bot.messages import Choice, Paragraph, Screen, Tone

_MOST_LISTED = 8  # finished lessons on one screen, newest first


class ProgressScene(Scene):
    """Nothing to choose but the way on."""

    name = "progress"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (ProgressNeed(),)

    def show(self, visit: Visit) -> Screen:
        title = visit.plain("Tiến bộ của {you}", Tone.TITLE)
        ways = (Choice(f"{GO}lessons", visit.say("Chọn bài học")), to_home(visit))
        return Screen((title, *_told(visit)), ways)


def _told(visit: Visit) -> tuple[Paragraph, ...]:
    progress = visit.given.progress
    if visit.person.contact is None or progress is None:
        return (visit.plain("{You} đang xem thử nên {me} không ghi lại. Nhắn “bắt đầu” để {me} ghi bài đã học."),)
    if not progress.lessons:
        return (visit.plain("{You} chưa học bài nào. Bài đầu chỉ mất ba phút thôi{polite}."),)
    return _summary(visit, progress)


def _summary(visit: Visit, progress: Progress) -> tuple[Paragraph, ...]:
    finished = progress.finished
    count = visit.plain("{You} đã học xong {n} bài. Giỏi quá{polite}!", Tone.RIGHT, n=len(finished))
    begun = visit.plain("{You} đã bắt đầu {n} bài. Học tiếp lúc nào cũng được{polite}.", n=len(progress.lessons))
    lines = "\n".join(_line(visit, lesson) for lesson in finished[:_MOST_LISTED])
    return (count, Paragraph(lines)) if finished else (begun,)


def _line(visit: Visit, done: LessonProgress) -> str:
    lesson = visit.world.library.lesson(done.lesson, visit.state.language)
    title = lesson.title if lesson else done.lesson
    return visit.say("– {title}: đúng {right} trên {asked} câu", title=title, right=done.right, asked=done.asked)
