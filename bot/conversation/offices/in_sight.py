"""What the officer who is talking may look at, and what is said where there is nothing to see."""

from bot.conversation.notice_facts import Case, Desk, Seen
from bot.conversation.visit import Visit
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.notices.screens import DRILL, unmarked
from broadcasts.governance import denial_of_right
from broadcasts.notice import Notice
from broadcasts.officer import Action, Officer

_LONGEST = 44  # characters of a headline in a list


def officer_for(visit: Visit, action: Action) -> Officer | None:
    """The officer at this address, where the roles allow this; an address may be anybody's."""
    officer = visit.person.officer
    return officer if officer and officer.may(action) else None


def seen(visit: Visit) -> Seen | None:
    """The broadcast that was asked for; None where there is none, or it is none of this officer's business."""
    officer, found = visit.person.officer, visit.given.notices.notice
    if officer is None or found is None or denial_of_right(officer, Action.SEE, found.broadcast):
        return None
    return found


def case(visit: Visit) -> Case | None:
    """The case that was asked for, where this officer may help there."""
    officer, found = officer_for(visit, Action.HELP), visit.given.notices.case
    return found if officer and found and found.area in officer.areas else None


def desk(visit: Visit) -> Desk:
    """What lies on the desk; nothing for whoever is no officer."""
    return (visit.given.notices.desk if visit.person.officer else None) or Desk()


def template_approved(visit: Visit, found: Seen) -> bool:
    """Whether it was made from a present template, unchanged, that somebody has signed for."""
    return found.template_approved or visit.world.templates.approved(found.broadcast.template)


def not_for_you(visit: Visit) -> Screen:
    """Where a citizen ends up who opens an officer's page, and an officer without the right."""
    if visit.person.officer is None:
        said = visit.plain(
            "Trang này dành cho cán bộ. {You} là cán bộ thì xin quản trị viên một mã để gắn máy{polite}."
        )
        return Screen((said,), (Choice("go:home", visit.say("Về trang đầu"), BACK),))
    said = visit.plain("Việc này không thuộc phần việc được giao cho {you}, hoặc không còn nữa{polite}.")
    return Screen((said,), (to_desk(visit),))


def to_desk(visit: Visit) -> Choice:
    """The choice under 0 that leads to the desk."""
    return Choice("go:officer", visit.say("Về bàn làm việc"), BACK)


def real_or_drill(visit: Visit, drill: bool, said: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs under a tag that nobody can miss; a drill also ends as one."""
    if not drill:
        return (visit.plain("BẢN THẬT", Tone.STEP), *said)
    marker = visit.plain(DRILL, Tone.STEP)
    return (marker, *said, marker)


def typed_hint(visit: Visit) -> str:
    """For a screen that waits for words, where there are no buttons."""
    return visit.say("{You} gõ câu trả lời, hoặc nhắn 0 để quay lại.")


def headline(notice: Notice) -> Paragraph:
    """Which notice a screen is about; whether it is a drill, its tag says."""
    return Paragraph(unmarked(notice.headline))


def listed(visit: Visit, notice: Notice) -> str:
    """The notice as one line of a list."""
    headline = shortened(unmarked(notice.headline), _LONGEST)
    return f"{visit.say(DRILL)} {headline}" if notice.drill else headline


def shortened(text: str, longest: int) -> str:
    """On one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rpartition(' ')[0] or line[: longest - 1]}…"
