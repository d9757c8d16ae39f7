"""All phrases that the check looks for, ready to be found at once."""

from collections import defaultdict
from functools import cache

from bot.advice.book.ask_cues import ASKED, CLAIMED, SAID, SERVICE, WARNING
from bot.advice.book.concepts import CONCEPTS
from bot.advice.kind_cues import CUES
from bot.advice.phrases import Found, Phrases
from bot.advice.signals import Signal
from bot.vietnamese.slips import Expected

Cue = tuple[str, str]  # what sort of phrase, and its name there
FoundCue = Found[Cue]

_STRENGTHS = {"!": Signal.KIND_SURE, "?": Signal.KIND_HINT}


@cache
def all_cues() -> Phrases[Cue]:
    """Phrases named ("asked", signal), ("said", signal), ("claim", who), ("warning", how), ("service", ""), ("concept",
    what) and (signal, code) for the talk of each kind of scam."""
    named: dict[Cue, list[str]] = defaultdict(list)
    for family, table in (("asked", ASKED), ("said", SAID)):
        for signal, phrases in table.items():
            named[family, signal.name] += parted(phrases)
    for family, names in (("claim", CLAIMED), ("warning", WARNING), ("concept", CONCEPTS), ("service", {"": SERVICE})):
        for name, phrases in names.items():
            named[family, name] += parted(phrases)
    for code, phrases in CUES.items():
        for phrase in parted(phrases):
            named[_STRENGTHS.get(phrase[0], Signal.KIND).name, code].append(phrase.lstrip("!?"))
    return Phrases(named)


@cache
def expected_words() -> Expected:
    """Every word that a phrase is made of, to undo slips."""
    return Expected(all_cues().words)


def parted(phrases: str) -> list[str]:
    """The phrases of a table's cell."""
    return [phrase.strip() for phrase in phrases.split("|")]
