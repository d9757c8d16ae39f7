"""What can be wrong with a notice: each rule with its stable code and what follows from it."""

from enum import Enum, StrEnum
from typing import Self


class Severity(Enum):
    """What follows when a rule is broken."""

    ERROR = "error"  # cannot be submitted
    WARNING = "warning"  # whoever approves sees it and must tick it


class Code(StrEnum):
    """A broken rule; the value never changes."""

    severity: Severity

    def __new__(cls, code: str, severity: Severity = Severity.ERROR) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.severity = severity
        return member

    # the record
    UNREADABLE = "unreadable"
    KIND_UNKNOWN = "kind-unknown"
    LEVEL_UNKNOWN = "level-unknown"
    HEADLINE_MISSING = "headline-missing"
    DESCRIPTION_MISSING = "description-missing", Severity.WARNING
    EVENT_MISSING = "event-missing", Severity.WARNING

    # who says so
    OFFICE_MISSING = "office-missing"
    OFFICE_ONLY_ABBREVIATION = "office-only-abbreviation"
    OFFICE_ABBREVIATED = "office-abbreviated", Severity.WARNING
    OFFICE_WITHOUT_PLACE = "office-without-place", Severity.WARNING
    CONTACT_MISSING = "contact-missing", Severity.WARNING
    CONTACT_UNREADABLE = "contact-unreadable", Severity.WARNING
    LINK_NOT_OFFICIAL = "link-not-official"
    LINK_OPEN_TO_ALL = "link-open-to-all", Severity.WARNING
    NUMBER_UNKNOWN = "number-unknown"

    # what to do
    INSTRUCTION_MISSING = "instruction-missing"
    NO_ACTION = "no-action"
    KIND_AGAINST_TEXT = "kind-against-text"
    CODE_ASKED = "code-asked"
    MANY_ACTIONS = "many-actions", Severity.WARNING
    CONTRADICTION = "contradiction", Severity.WARNING

    # where
    AREA_MISSING = "area-missing"
    AREA_UNKNOWN = "area-unknown"
    AREA_FORMER = "area-former"
    AREA_AMBIGUOUS = "area-ambiguous"
    AREA_WIDER = "area-wider"
    OFFICER_AREA_UNKNOWN = "officer-area-unknown"
    PLACE_OUTSIDE = "place-outside", Severity.WARNING

    # when
    TIME_MISSING = "time-missing"
    TIME_UNREADABLE = "time-unreadable"
    TIME_OVER = "time-over"
    TIME_REVERSED = "time-reversed"
    TOMORROW_WITHOUT_DATE = "tomorrow-without-date"
    TODAY_WITHOUT_DATE = "today-without-date", Severity.WARNING

    # how long
    HEADLINE_LONG = "headline-long"
    SHORT_FORM_LONG = "short-form-long"
    LONG_FORM_LONG = "long-form-long"
    SPEECH_LONG = "speech-long"
    LINE_UNBREAKABLE = "line-unbreakable", Severity.WARNING
    SENTENCE_LONG = "sentence-long", Severity.WARNING

    # drill or not
    DRILL_WORDS = "drill-words"
    NOT_A_DRILL = "not-a-drill"
    DRILL_UNMARKED = "drill-unmarked"

    # how it is written
    HIDDEN_CHARACTER = "hidden-character"
    LOOK_ALIKE_LETTER = "look-alike-letter"
    HTML = "html", Severity.WARNING
    NO_TONE_MARKS = "no-tone-marks", Severity.WARNING
    HARD_WORD = "hard-word", Severity.WARNING
    FOREIGN_WORD = "foreign-word", Severity.WARNING
    ABBREVIATION = "abbreviation", Severity.WARNING
    MANY_CAPITALS = "many-capitals", Severity.WARNING
    MANY_EXCLAMATIONS = "many-exclamations", Severity.WARNING
    MANY_EMOJI = "many-emoji", Severity.WARNING
    HEADLINE_REPEATED = "headline-repeated", Severity.WARNING
    DESCRIPTION_REPEATED = "description-repeated", Severity.WARNING
