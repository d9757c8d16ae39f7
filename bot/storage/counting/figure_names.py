"""What is counted, by the names under which a day's numbers are kept. Names with a colon are families."""

from enum import StrEnum

from bot.areas import commune, province

COUNTRY = "vn"


class Figure(StrEnum):
    """One number of one day; all of them may be added up over days and, but for notices from above, over areas."""

    LEARNERS = "learners"  # people who began their first lesson
    STARTED = "started"  # lessons that somebody began for the first time
    FINISHED = "finished"  # ways through a lesson's questions to the last one
    ASKED = "asked"  # questions answered at a first try
    RIGHT = "right"  # ... and rightly
    AGAIN = "again"  # people who finished a lesson that they had finished before, once for each lesson
    BEFORE_ASKED = "before asked"  # their first tries, the first time they finished it
    BEFORE_RIGHT = "before right"
    AFTER_ASKED = "after asked"  # ... and this time
    AFTER_RIGHT = "after right"
    CHECKS = "checks"  # messages that people had checked
    STOPPED = "stopped"  # notices that were withdrawn
    CLEARED = "cleared"  # ... whose danger is over
    REPLACED = "replaced"  # ... of which a newer text holds
    DRILLS = "drills"
    CONFIRMED = "confirmed"  # people who answered a notice for the first time, once for each notice
    OPENED = "cases opened"
    CLOSED = "cases closed"
    QUESTIONS = "questions"
    ANSWERED = "answered"
    HELPED = "helped"  # answers that did, as people said; known for the country only
    NOT_HELPED = "not helped"


class Family(StrEnum):
    """Numbers of one kind that stand apart by what follows the colon."""

    NOTICE = "notice"  # by level: begun to be sent
    REACHED = "reached"  # by level: people who got one that was begun on the day, once for each notice
    VERDICT = "verdict"  # of these messages
    SCAM = "scam"  # ... by type of the catalogue
    CASE_MINUTES = "case minutes"  # requests for help that were taken, by minutes since they were opened
    ANSWER_MINUTES = "answer minutes"  # questions answered, by minutes since they were asked

    def of(self, which: object) -> str:
        """The name of one of them."""
        return f"{self.value}:{which}"


def above(area: str) -> tuple[str, ...]:
    """The area and all that contain it: a commune's code, a province's, or "" for what is known to no place."""
    known = commune(area)
    if known:
        return area, known.province_code, COUNTRY
    return (area, COUNTRY) if province(area) else (COUNTRY,)


def rounded(minutes: int) -> int:
    """Minutes as they are kept: exact for two hours, then whole hours, after two days whole days."""
    step = 1 if minutes <= 120 else 60 if minutes <= 2880 else 1440
    return max(minutes, 0) // step * step
