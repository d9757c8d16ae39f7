"""Everything that a message shows, gathered."""

from dataclasses import dataclass

from bot.advice.awareness import asks_about_itself, warns_others
from bot.advice.book.asks import advice, spoken
from bot.advice.claims import about_claims, claimed
from bot.advice.cues import all_cues, expected_words
from bot.advice.evidence import Evidence, halved
from bot.advice.known import Known
from bot.advice.leanings import leaning
from bot.advice.misread import is_misread
from bot.advice.reading import Reading, read
from bot.advice.traces import traces


@dataclass(frozen=True, slots=True)
class Heard:
    """The message with its evidence, who it claims to be, and whether it warns people of tricks."""

    reading: Reading
    evidence: tuple[Evidence, ...]
    claims: frozenset[str]
    warns: bool


def hear(text: str, known: Known) -> Heard:
    """What the message shows; of one that warns of tricks, the tricks it tells of are none of its own."""
    reading = read(text, known, expected_words())
    found = tuple(one for one in all_cues().find(reading.words) if not is_misread(reading, one))
    leans = tuple(leaning(reading))
    if warns := warns_others(reading.words, found) and not asks_about_itself(reading.text):
        told, leans = tuple(advice(reading, found)), tuple(map(halved, leans))
    else:
        told = tuple(spoken(reading, found, known.words))
    asked = {one.signal for one in told}
    more = (*traces(reading, found, warns=warns), *about_claims(reading, found, asked), *leans)
    return Heard(reading, (*told, *more), claimed(found), warns)
