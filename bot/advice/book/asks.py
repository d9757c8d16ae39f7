"""What a message asks for, threatens and promises, and which kind of scam its words and its story tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from bot.advice.cues import FoundCue
from bot.advice.denials import is_denied, is_done_already
from bot.advice.evidence import APART, Evidence, seen
from bot.advice.known_words import KnownWords
from bot.advice.links import Place
from bot.advice.reading import Reading
from bot.advice.signals import Signal
from bot.advice.stories import STORIES

_STRANGE = frozenset({Place.FAKE, Place.CHEAP, Place.SHORT, Place.IP, Place.UNKNOWN})
_KINDS_OF_PHRASE = frozenset(Signal.__members__)
_PROGRAM = re.compile(r"\.(?:apk|exe|scr|xapk)\b", re.IGNORECASE)
_BEFORE_ENDING = re.compile(r"[\w-]{1,40}\Z")
_LINK = "LINK"  # in a story: a link to a stranger's page; a claim stands there in capitals too


def spoken(reading: Reading, found: Sequence[FoundCue], known: KnownWords) -> Iterator[Evidence]:
    """The evidence of the words."""
    for one in found:
        yield from _of_phrase(reading, one)
    yield from _stories(reading, found)
    yield from _program(reading.text)
    for phrase in known.find(reading.learned):
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


def _program(text: str) -> Iterator[Evidence]:
    """The name of a program that is sent."""
    for ending in _PROGRAM.finditer(text):
        if name := _BEFORE_ENDING.search(text, 0, ending.start()):
            yield Evidence(Signal.PROGRAM, name[0] + ending[0], name.start())
            return


class _Story(NamedTuple):
    """One row of STORIES; the number tells the rows of the table in their order."""

    number: int
    code: str
    parts: tuple[str, ...]


@cache
def _by_part() -> Mapping[str, Sequence[_Story]]:
    """Each story under that part of it which the fewest hold."""
    rows = [(code, parts) for code, stories in STORIES.items() for parts in stories]
    holders = Counter(part for _, parts in rows for part in parts)
    found = defaultdict[str, list[_Story]](list)
    for number, (code, parts) in enumerate(rows):
        found[min(parts, key=holders.__getitem__)].append(_Story(number, code, parts))
    return found


def _of_parts(spoken_of: set[str]) -> Sequence[_Story]:
    """The stories all of whose parts are spoken of."""
    perhaps = (one for part in spoken_of for one in _by_part().get(part, ()))
    return sorted(one for one in perhaps if spoken_of.issuperset(one.parts))


def _stories(reading: Reading, found: Sequence[FoundCue]) -> Iterator[Evidence]:
    """The kinds whose story is told, whatever the words."""
    concepts = {one.name[1]: one for one in found if one.name[0] == "concept"}
    claims = {one.name[1].upper() for one in found if one.name[0] == "claim"}
    strange = {_LINK for link in reading.links if link.place in _STRANGE}
    codes = set[str]()
    for story in _of_parts({*concepts, *claims, *strange}):
        told = sorted((concepts[name] for name in story.parts if name in concepts), key=lambda one: one.start)
        if story.code not in codes and not any(is_denied(reading.words, one.start) for one in told):
            codes.add(story.code)
            places = tuple((one.start, one.end) for one in told)
            yield Evidence(Signal.STORY, "", reading.words[told[0].start].at, story.code, places=places)
