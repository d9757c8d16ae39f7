"""A template, and what comes of it once it is filled: the notice, its correction, its all-clear. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.notices.holes import NotFilled, filled
from bot.notices.template_names import OFFICE, PHONE, PLACE, BlankKind
from bot.translations import mark
from bot.vietnamese.moments import VIETNAM
from broadcasts.notice import Kind, Level, Notice
from broadcasts.wording.real_or_drill import MARKER

LONGEST_WORDS = 60  # characters of a blank that says nothing else
LONGEST_IN_FORCE = timedelta(hours=72)
NOT_REVIEWED = date.min
AFTERWARDS = timedelta(hours=24)  # how long after the notice's own end its correction and its all-clear still hold
NO_PHONE = mark("trưởng thôn hoặc tổ trưởng")  # whom to call where an office has no number


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing that the officer is asked; `longest` in characters."""

    name: str
    question: str
    example: str
    kind: BlankKind = BlankKind.WORDS
    choices: tuple[str, ...] = ()
    longest: int = LONGEST_WORDS


@dataclass(frozen=True, slots=True)
class Texts:
    """The three texts of a notice, with {blanks} in them."""

    headline: str
    description: str
    instruction: str


@dataclass(frozen=True, slots=True)
class Template:
    """One template; `version` is the hash of the file's text, `lasts` how long its notices hold unless changed."""

    id: str
    version: str
    title: str
    level: Level
    event: str
    lasts: timedelta
    sources: tuple[str, ...]
    reviewer: str  # empty until somebody has signed for these words
    reviewed: date  # NOT_REVIEWED until then
    blanks: tuple[Blank, ...]
    texts: Texts
    all_clear: Texts
    correction: Texts

    @property
    def approved(self) -> bool:
        """Whether somebody has signed for it. Whether a notice was made from these words, its version tells."""
        return bool(self.reviewer) and self.reviewed != NOT_REVIEWED


@dataclass(frozen=True, slots=True)
class Office:
    """Who speaks and for where, as it stands on the officer's account: the name in full, `place` with its kind."""

    name: str
    place: str
    areas: tuple[str, ...]
    contact: str = ""
    web: str = ""


def fill(
    template: Template, values: Mapping[str, str], office: Office, now: datetime, *, drill: bool = False
) -> Notice:
    """The notice, in force from `now`; `values` by the names of the blanks, as `answers` gives them.

    A drill carries its marker at head and foot. Raises NotFilled.
    """
    texts = _filled(template.texts, {**values, **_given(office)}, drill=drill)
    starts = now.astimezone(VIETNAM)
    return Notice(
        kind=Kind.ACTUAL,
        level=template.level,
        office=office.name,
        event=template.event,
        headline=texts.headline,
        description=texts.description,
        instruction=texts.instruction,
        place=office.place,
        areas=office.areas,
        starts=starts,
        ends=_not_beyond(starts, _whole_hour(starts + template.lasts)),
        contact=office.contact,
        web=office.web,
        drill=drill,
    )


def all_clear(notice: Notice, template: Template) -> Notice:
    """What is sent when the danger is over; it goes to the same people at the same level."""
    return _after(notice, Kind.ALL_CLEAR, template.all_clear)


def correction(notice: Notice, template: Template) -> Notice:
    """What is sent when the notice was wrong; it goes to the same people at the same level."""
    return _after(notice, Kind.CANCEL, template.correction)


def as_written(notice: Notice, template: Template, values: Mapping[str, str], office: Office) -> bool:
    """Whether the notice says what the filled template says, word for word, at the template's own level."""
    try:
        texts = _filled(template.texts, {**values, **_given(office)}, drill=notice.drill)
    except NotFilled:
        return False
    said = Texts(notice.headline, notice.description, notice.instruction)
    return (said, notice.level, notice.event) == (texts, template.level, template.event)


def _filled(texts: Texts, values: Mapping[str, str], *, drill: bool) -> Texts:
    """With the marker at head and foot where it is a drill."""
    headline, description, instruction = (
        filled(text, values) for text in (texts.headline, texts.description, texts.instruction)
    )
    if drill:
        return Texts(f"{MARKER} {headline}", description, f"{instruction} {MARKER}")
    return Texts(headline, description, instruction)


def _given(office: Office) -> dict[str, str]:
    return {PLACE: office.place, OFFICE: office.name, PHONE: office.contact or NO_PHONE}


def _after(notice: Notice, kind: Kind, texts: Texts) -> Notice:
    office = Office(notice.office, notice.place, notice.areas, notice.contact)
    said = _filled(texts, _given(office), drill=notice.drill)
    return replace(
        notice,
        kind=kind,
        headline=said.headline,
        description=said.description,
        instruction=said.instruction,
        ends=notice.ends and _not_beyond(notice.starts, notice.ends + AFTERWARDS),
    )


def _not_beyond(starts: datetime | None, ends: datetime) -> datetime:
    return min(ends, starts + LONGEST_IN_FORCE) if starts else ends


def _whole_hour(moment: datetime) -> datetime:
    """The moment, or the next full hour: easier to say and to remember."""
    full = moment.replace(minute=0, second=0, microsecond=0)
    return full if full == moment else full + timedelta(hours=1)
