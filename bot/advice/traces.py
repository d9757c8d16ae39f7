"""What a message shows besides its words: where it leads, how it is written, and the habits of honest services."""

import re
from collections.abc import Iterable, Iterator

from bot.advice.cues import FoundCue
from bot.advice.evidence import Evidence, seen
from bot.advice.links import Place
from bot.advice.reading import Reading
from bot.advice.signals import Signal
from bot.vietnamese.syllable import could_be_syllable

_PLACES = {
    Place.FAKE: Signal.LINK_FAKE,
    Place.CHEAP: Signal.LINK_ENDING,
    Place.SHORT: Signal.LINK_SHORT,
    Place.IP: Signal.LINK_IP,
    Place.UNKNOWN: Signal.LINK_UNKNOWN,
    Place.CHAT: Signal.LINK_CHAT,
    Place.OFFICIAL: Signal.LINK_KNOWN,
}
_HOME = ".vn"  # whose names are given out against papers, so that an unknown one tells nothing
_TAIL = re.compile(r"\s[~_]?(?P<tail>[A-Za-z]{4,7})\s*\Z")
_VOWEL = re.compile("[aeiouy]")
_FEWEST_TRICKS = 2  # words; one alone is a slip of the finger


def traces(reading: Reading, found: Iterable[FoundCue]) -> Iterator[Evidence]:
    """The evidence of links and of the way of writing, and what only services say that the reader is known to."""
    yield from _links(reading)
    yield from _tail(reading)
    yield from _tricks(reading)
    yield from (seen(Signal.SERVICE, reading, one.start, one.end) for one in found if one.name[0] == "service")


def _links(reading: Reading) -> Iterator[Evidence]:
    for link in reading.links:
        at_home = link.place is Place.UNKNOWN and link.registered.endswith(_HOME)
        if link.place in _PLACES and not at_home:
            yield Evidence(_PLACES[link.place], link.host, link.at)


def _tail(reading: Reading) -> Iterator[Evidence]:
    """Letters that are neither a word nor an abbreviation: "QkRa", "lMEtM"."""
    last = _TAIL.search(reading.text)
    tail = last["tail"] if last else ""
    usual = tail.isupper() or tail.istitle() or (tail.islower() and _VOWEL.search(tail))
    if last and not usual and not could_be_syllable(tail):
        yield Evidence(Signal.TAIL, tail, last.start("tail"))


def _tricks(reading: Reading) -> Iterator[Evidence]:
    places = {word.at: number for number, word in enumerate(reading.words) if word.tricked}
    if len(places) >= _FEWEST_TRICKS:
        said = dict.fromkeys(reading.said(number, number + 1) for number in places.values())
        yield Evidence(Signal.TRICK, " ".join([*said][:_FEWEST_TRICKS]), min(places))
