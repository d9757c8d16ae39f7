"""What a message shows besides its words: where it leads, how it is written, and the habits of honest services."""

import re
from collections.abc import Iterator, Sequence

from bot.advice.cues import FoundCue
from bot.advice.evidence import Evidence, seen
from bot.advice.links import Link, Place
from bot.advice.qr import told_by_code
from bot.advice.reading import Reading
from bot.advice.signals import SURELY_FALSE, Signal
from bot.directory.entries import is_authority
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
_ALONE = {
    Place.ANYBODYS: Signal.ALONE_ANYBODYS,
    Place.SHORT: Signal.ALONE_SHORT,
    Place.CHAT: Signal.ALONE_CHAT,
}  # of any other that is in no list it is said that it is in none
_HOME = ".vn"  # whose names are given out against papers, so that an unknown one tells nothing
_TAIL = re.compile(r"\s[~_]?(?P<tail>[A-Za-z]{4,7})\s*\Z")
_LAUGH = re.compile(r"([a-z]{1,2})\1+[a-z]?")  # "hjhj", "kkkk"
_LONGEST_TAIL = 9  # characters, with what stands before the letters
_VOWEL = re.compile("[aeiouy]")
_FEWEST_TRICKS = 2  # words; one alone is a slip of the finger


def traces(reading: Reading, found: Sequence[FoundCue], *, warns: bool) -> Iterator[Evidence]:
    """The evidence of links, of codes of payment and of the way of writing, and what only services say that the reader
    is known to."""
    yield from _links(reading, warns=warns)
    yield from _alone(reading)
    yield from told_by_code(reading, warns=warns)
    yield from _tail(reading)
    yield from _tricks(reading)
    yield from (seen(Signal.SERVICE, reading, one.start, one.end) for one in found if one.name[0] == "service")


def _links(reading: Reading, *, warns: bool) -> Iterator[Evidence]:
    """The false ones first, of which one is counted; who warns of such a link is not called a danger for it."""
    links = sorted(reading.links, key=lambda one: not one.surely_false)
    danger = any(one.surely_false for one in links) and not warns
    for link in links:
        at_home = link.place is Place.UNKNOWN and link.registered.endswith(_HOME)
        if link.place in _PLACES and not at_home:
            own = SURELY_FALSE if danger and link.surely_false else None
            yield Evidence(_PLACES[link.place], link.host, link.at, own=own)
        if link.lookalikes:
            yield Evidence(Signal.LINK_LETTERS, link.host, link.at)


def _alone(reading: Reading) -> Iterator[Evidence]:
    """What can be said of a link and nothing else, whatever it is worth."""
    if reading.links and len(reading.text.split()) == 1:
        first = min(reading.links, key=lambda one: one.at)
        yield Evidence(*_said_of(first), first.at, own=0.0)


def _said_of(link: Link) -> tuple[Signal, str]:
    if link.place is not Place.OFFICIAL:
        return _ALONE.get(link.place, Signal.ALONE_UNKNOWN), link.host
    sure = is_authority(link.host) or (link.listed is not None and link.listed.verified)
    named = f", {link.listed.name}" if link.listed else ""
    return Signal.ALONE_OFFICIAL if sure else Signal.ALONE_LISTED, link.host + named


def _tail(reading: Reading) -> Iterator[Evidence]:
    """Letters that are neither a word nor an abbreviation: "QkRa", "lMEtM"."""
    last = _TAIL.search(reading.text, max(0, len(reading.text.rstrip()) - _LONGEST_TAIL))
    tail = last["tail"] if last else ""
    usual = tail.isupper() or tail.istitle() or (tail.islower() and (_VOWEL.search(tail) or _LAUGH.fullmatch(tail)))
    if last and not usual and not could_be_syllable(tail):
        yield Evidence(Signal.TAIL, tail, last.start("tail"))


def _tricks(reading: Reading) -> Iterator[Evidence]:
    places = {word.at: number for number, word in enumerate(reading.words) if word.tricked}
    if len(places) >= _FEWEST_TRICKS:
        said = dict.fromkeys(reading.said(number, number + 1) for number in places.values())
        yield Evidence(Signal.TRICK, " ".join([*said][:_FEWEST_TRICKS]), min(places))
