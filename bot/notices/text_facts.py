"""The facts about a notice's text that its wording rules need, from our Vietnamese, our areas and the directory."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bot.learning.lesson_passages import spoken
from bot.notices import actions, plain_words, telling
from bot.notices.area_reading import area_of_code, read_areas
from bot.notices.contacts import is_contact, links_of, numbers_of
from bot.notices.forms import speech_text
from bot.notices.known import Known
from bot.notices.named_places import places_outside
from bot.notices.offices import office_form
from broadcasts.code import LENGTH
from broadcasts.notice import Notice
from broadcasts.wording.facts import Area, AreaState, HardWord, Said, Sentence, TextFacts

TEXTS = ("headline", "description", "instruction")
_WRITTEN = ("office", "event", *TEXTS, "place", "contact", "web")
# Of an announcer who reads slowly for the whole village; a word is a syllable. People talk at some 310 (Pellegrino,
# Coupé and Marsico 2011: 5.2 syllables a second in Vietnamese).
WORDS_A_MINUTE = 220
_PAUSE = 3.0  # seconds between the two readings
_SOME_CODE = "0" * LENGTH  # every code takes as long
_LONGEST = 5_000  # characters of a field that are looked into; the longest form is far below


def text_facts(notice: Notice, known: Known) -> TextFacts:
    """Everything that `broadcasts.wording.check` asks for. Nothing is raised, whatever the texts hold."""
    notice = _shortened(notice)
    texts = [(field, getattr(notice, field)) for field in TEXTS]
    areas = tuple(area for written in notice.areas for area in _area(written))
    whole = " ".join((notice.office, *(text for _, text in texts), notice.place))
    return TextFacts(
        areas=areas,
        office=office_form(notice.office),
        actions=actions.actions(notice.instruction),
        names_action=actions.names_action(notice.instruction),
        evacuations=_said(texts, actions.evacuations),
        danger_over=_said(texts, telling.danger_over),
        places_outside=tuple(_outside(notice, texts, areas)),
        links=tuple(dict.fromkeys(links_of(notice, known.directory))),
        numbers=tuple(dict.fromkeys(numbers_of(notice, known.directory))),
        contact_readable=is_contact(notice.contact),
        dated=any(telling.is_dated(text) for _, text in texts),
        tomorrow=_said(texts, telling.tomorrow),
        today=_said(texts, telling.today),
        drill_words=_said([*texts, ("event", notice.event)], telling.drill_words),
        not_a_drill=_said(texts, telling.denies_drill),
        sentences=tuple(_sentences(texts)),
        hard_words=tuple(_hard_words(texts, known)),
        foreign_words=_said(texts, lambda text: plain_words.foreign_words(text, known.hard_words.better)),
        abbreviations=_said(texts, lambda text: plain_words.abbreviations(text, whole)),
        without_marks=tuple(field for field, text in texts if plain_words.is_without_marks(text)),
        seconds=seconds_of(notice),
    )


def seconds_of(notice: Notice) -> float:
    """How long the loudspeaker form is when it is read, both times."""
    script = speech_text(notice, _SOME_CODE)
    return _PAUSE + 60 * len(spoken(script)) / WORDS_A_MINUTE


def _shortened(notice: Notice) -> Notice:
    """With no more of each text than is looked into."""
    return replace(notice, **{field: getattr(notice, field)[:_LONGEST] for field in _WRITTEN})


def _area(written: str) -> Iterable[Area]:
    """A code, or the words that no single code could be found for."""
    return (area_of_code(written),) if written.isdecimal() else read_areas(written).areas


def _said(texts: list[tuple[str, str]], look: Callable[[str], Iterable[str]]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(Said(field, words) for field, text in texts for words in look(text)))


def _outside(notice: Notice, texts: list[tuple[str, str]], areas: tuple[Area, ...]) -> Iterator[Said]:
    codes = frozenset(area.written for area in areas if area.state is AreaState.KNOWN)
    for field, text in (("office", notice.office), *texts):
        for name in places_outside(text, codes):
            yield Said(field, name)


def _sentences(texts: list[tuple[str, str]]) -> Iterator[Sentence]:
    for field, text in texts:
        yield from plain_words.sentences_of(field, text)


def _hard_words(texts: list[tuple[str, str]], known: Known) -> Iterator[HardWord]:
    for field, text in texts:
        yield from plain_words.hard_words_of(field, text, known.hard_words)
