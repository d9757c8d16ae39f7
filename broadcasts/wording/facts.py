"""What has to be known about a notice before its wording can be judged, and takes Vietnamese or the directory to know.

`field` is always the name of one of the notice's fields.
"""

from dataclasses import dataclass
from enum import Enum


class AreaState(Enum):
    """What an area of the notice is today."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    FORMER = "former"  # a province, district or commune that ended with June 2025
    AMBIGUOUS = "ambiguous"  # a name that several places have


class Office(Enum):
    """How the issuing office is written."""

    FULL = "full"
    ABBREVIATED = "abbreviated"  # "UBND xã Đồng Văn"
    ONLY_ABBREVIATION = "only abbreviation"  # "BCH PCTT"
    WITHOUT_PLACE = "without place"  # "Công an xã"


class Sense(Enum):
    """What an action does with whoever follows it."""

    LEAVE = "leave"
    STAY = "stay"
    GO = "go"
    TELL = "tell"
    OTHER = "other"


class Trust(Enum):
    """Whose a web address is."""

    OFFICIAL = "official"
    OPEN_TO_ALL = "open to all"  # a platform where anybody may have a page
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Area:
    """One area as the notice has it, a code where it is known; `province` is that of the province it lies in, or is."""

    written: str
    state: AreaState
    province: str = ""
    name: str = ""  # as people know it, of one that is known


@dataclass(frozen=True, slots=True)
class Action:
    """A verb that the instruction bids or forbids, the words behind it, and whether it says for whom.

    Actions of one sentence share `sentence`, those between two commas of it also `piece`.
    """

    verb: str
    what: str
    sense: Sense = Sense.OTHER
    forbidden: bool = False
    for_whom: bool = False
    sentence: int = 0
    piece: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """Words that stand in a field."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web host that is named, or one behind an e-mail address."""

    field: str
    host: str
    trust: Trust


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number that is named; known are the notice's contact, the hotlines and the communes' contacts."""

    field: str
    number: str
    known: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its beginning, and of how many words it is: in Vietnamese, syllables."""

    field: str
    beginning: str
    words: int


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word that newcomers do not know, and what to write instead."""

    field: str
    word: str
    better: str


@dataclass(frozen=True, slots=True)
class TextFacts:
    """Everything that `check` needs beside the notice itself."""

    areas: tuple[Area, ...] = ()
    office: Office = Office.FULL
    actions: tuple[Action, ...] = ()
    names_action: bool = False  # a verb of the list stands somewhere in the instruction, whoever does it
    evacuations: tuple[Said, ...] = ()  # commands to leave, in any field
    danger_over: tuple[Said, ...] = ()  # words that the danger is over or an earlier notice is taken back
    places_outside: tuple[Said, ...] = ()
    links: tuple[Link, ...] = ()
    numbers: tuple[Number, ...] = ()
    contact_readable: bool = True
    dated: bool = False  # some text names a day of the month
    tomorrow: tuple[Said, ...] = ()
    today: tuple[Said, ...] = ()
    drill_words: tuple[Said, ...] = ()
    not_a_drill: tuple[Said, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    hard_words: tuple[HardWord, ...] = ()
    foreign_words: tuple[Said, ...] = ()
    abbreviations: tuple[Said, ...] = ()  # without their long form anywhere in the notice
    without_marks: tuple[str, ...] = ()  # fields typed without tone marks
    seconds: float = 0.0  # of the loudspeaker form
