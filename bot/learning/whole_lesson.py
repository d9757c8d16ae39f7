"""What can only be judged of a whole lesson: good and bad tidings in balance, one name for the reader, its level."""

from bot.learning.forms_of_address import check_address
from bot.learning.lesson import Audience, Lesson
from bot.learning.lesson_header import HARMLESS, SCAMS, line_of
from bot.learning.lesson_page import Page
from bot.learning.lesson_rules import TONED, Known
from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings
from bot.learning.reading_level import Level, reading_level

FEWEST_TO_BALANCE = 3  # questions; about a third of them should be harmless
NEWCOMERS = {Audience.ELDER, Audience.CHILD}  # for them a hard lesson is no lesson


def check_lesson(page: Page, lesson: Lesson, known: Known, findings: Findings) -> None:
    """Note everything in the lesson that does not fit together."""
    _check_harmless(page, lesson, findings)
    _check_scams(page, lesson, known, findings)
    if lesson.language == TONED:
        check_address(page, lesson.audiences, findings)
        _check_level(page, lesson, known, findings)


def _check_harmless(page: Page, lesson: Lesson, findings: Findings) -> None:
    line, asked, harmless = line_of(HARMLESS, page.head), len(lesson.questions), lesson.harmless
    if line is None:
        return
    beyond = sorted(index + 1 for index in harmless if index >= asked)
    if beyond:
        findings.add(line, MistakeCode.HARMLESS_QUESTION, number=beyond[0], count=asked)
    elif asked >= FEWEST_TO_BALANCE and not harmless:
        findings.add(line, MistakeCode.NONE_HARMLESS)
    elif asked >= FEWEST_TO_BALANCE and len(harmless) == asked:
        findings.add(line, MistakeCode.ALL_HARMLESS)


def _check_scams(page: Page, lesson: Lesson, known: Known, findings: Findings) -> None:
    for scam in lesson.scams:
        if scam not in known.scam_types:
            findings.add(line_of(SCAMS, page.head) or 1, MistakeCode.UNKNOWN_SCAM, scam=scam)


def _check_level(page: Page, lesson: Lesson, known: Known, findings: Findings) -> None:
    found = reading_level(lesson, known.hard_words)
    if found.level is Level.HARD and lesson.audiences & NEWCOMERS:
        line = page.title.line if page.title else 1
        counted = {"points": _said(found.points), "most": _said(found.most), "words": _said(found.words_per_sentence)}
        findings.add(line, MistakeCode.HARD_TO_READ, **counted)


def _said(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
