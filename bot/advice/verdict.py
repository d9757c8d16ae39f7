"""What the check answers."""

from dataclasses import dataclass
from enum import Enum

from bot.advice.evidence import APART
from bot.advice.signals import REASONS, Signal
from bot.translations import Words, mark


class Verdict(Enum):
    """What a message is found to be; never "safe", since nobody can know that from the words alone."""

    DANGER = "danger"
    SUSPICIOUS = "suspicious"
    NO_SIGN = "no_sign"


TITLES = {
    Verdict.DANGER: mark("NGUY HIỂM"),
    Verdict.SUSPICIOUS: mark("NGHI NGỜ"),
    Verdict.NO_SIGN: mark("CHƯA THẤY DẤU HIỆU LỪA ĐẢO"),
}

_OF_ITSELF = frozenset(
    {Signal.GIVEAWAY, Signal.SECRET, Signal.SECRECY}
)  # their why is about the words, not about a kind of trick

_WHY = mark("Chỗ đáng ngờ: “{words}”. {why}")
_GIVEN_AWAY = mark("Để ý chỗ “{words}”. {why}")
_AND = mark("” và “")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with the words of the message that gave it; `why` tells of the trick that they belong to.

    Without words, as where all of them together gave it, the `why` is all that is said.
    """

    signal: Signal
    words: str
    why: str = ""

    def said(self, words: Words) -> str:
        """The reason in plain words, in the reader's language; words of several places as quotes of their own."""
        if self.why and not self.words:
            return words.say(self.why)
        quotes = self.words.replace(APART, words.say(_AND))
        return words.say(self._template, words=quotes, why=words.say(self.why))

    @property
    def _template(self) -> str:
        if not self.why:
            return REASONS[self.signal]
        return _GIVEN_AWAY if self.signal in _OF_ITSELF else _WHY


@dataclass(frozen=True, slots=True)
class Check:
    """What was found: at most three reasons, and sentences of advice to be said through `Words`, the first thing first.

    `kind` is the code of a kind of scam, None where none is near; `lesson` the code of the lesson about it.
    """

    verdict: Verdict
    kind: str | None = None
    reasons: tuple[Reason, ...] = ()
    advice: tuple[str, ...] = ()
    lesson: str | None = None
    points: float = 0.0
