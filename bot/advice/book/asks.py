"""What a message asks for, threatens and promises, and which kind of scam its words and its story tell."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.advice.cues import FoundCue
from bot.advice.denials import is_denied, is_done_already
from bot.advice.evidence import APART, Evidence, seen, without_parts
from bot.advice.known_words import KnownWords
from bot.advice.links import Place
from bot.advice.reading import Reading
from bot.advice.signals import Signal
from bot.advice.stories import STORIES

_STRANGE = frozenset({Place.FAKE, Place.CHEAP, Place.SHORT, Place.IP, Place.UNKNOWN})
_KINDS_OF_PHRASE = frozenset(Signal.__members__)
_STORIES: tuple[tuple[str, tuple[str, ...], frozenset[str]], ...] = tuple(
    (code, story, frozenset(story)) for code, stories in STORIES.items() for story in stories
)
_PROGRAM = re.compile(r"[\w-]{1,40}\.(?:apk|exe|scr|xapk)\b", re.IGNORECASE)
_LINK = "LINK"  # in a story: a link to a stranger's page; a claim stands there in capitals too


def spoken(reading: Reading, found: Sequence[FoundCue], known: KnownWords) -> Iterator[Evidence]:
    """The evidence of the words."""
    for one in found:
        yield from _of_phrase(reading, one)
    yield from _stories(reading, found)
    if program := _PROGRAM.search(reading.text):
        yield Evidence(Signal.PROGRAM, program[0], program.start())
    for phrase in known.find([word.plain for word in reading.words]):
        yield Evidence(Signal.KNOWN_WORDS, phrase.phrase.rstrip(".").replace(APART.strip(), "..."), 0, phrase.code)


def advice(reading: Reading, found: Iterable[FoundCue]) -> Iterator[Evidence]:
    """What a warning tells people to do or to leave."""
    return (seen(Signal.WARNS, reading, one.start, one.end) for one in found if one.name == ("warning", "advice"))


def _of_phrase(reading: Reading, one: FoundCue) -> Iterator[Evidence]:
    family, name = one.name
    if family == "asked" and is_denied(reading.words, one.start):
        if is_done_already(reading.words, one.start):
            return
        yield seen(Signal.WARNS, reading, max(0, one.start - 2), one.end)
    elif family in {"asked", "said"}:
        yield seen(Signal[name], reading, one.start, one.end)
    elif family in _KINDS_OF_PHRASE and not is_denied(reading.words, one.start):
        yield seen(Signal[family], reading, one.start, one.end, name)


def _stories(reading: Reading, found: Sequence[FoundCue]) -> Iterator[Evidence]:
    """The kinds whose story is told, whatever the words."""
    concepts = {one.name[1]: one for one in found if one.name[0] == "concept"}
    concepts = {name: one for name, one in concepts.items() if not is_denied(reading.words, one.start)}
    claims = {one.name[1].upper() for one in found if one.name[0] == "claim"}
    strange = {_LINK for link in reading.links if link.place in _STRANGE}
    spoken_of = {*concepts, *claims, *strange}
    first: dict[str, tuple[str, ...]] = {}
    for code, story, parts in _STORIES:
        if parts <= spoken_of:
            first.setdefault(code, story)
    for code, story in first.items():
        told = sorted((concepts[name] for name in story if name in concepts), key=lambda one: one.start)
        words = APART.join(without_parts([reading.said(one.start, one.end) for one in told]))
        places = tuple((one.start, one.end) for one in told)
        yield Evidence(Signal.STORY, words, reading.words[told[0].start].at, code, places=places)
