"""Where a conversation stands: small, JSON-able, kept for each address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Self, TypeGuard

from bot.learning.lesson import Audience
from bot.messages import Choice, Paragraph, Tone
from bot.translations import LANGUAGES

Place = Mapping[str, Any]  # where inside a scene: JSON values only


@dataclass(frozen=True, slots=True)
class ConversationState:
    """One address's conversation. `offered` is what the last screen offered, so that "2" means its second choice."""

    scene: str = "welcome"
    place: Place = field(default_factory=dict)
    offered: tuple[Choice, ...] = ()
    exact: bool = False  # the last screen takes no near misses
    shown: int = 0  # counts screens; the id of the last one
    pressed: str = ""  # the last press, "screen/choice": a double tap is answered once
    pressed_at: int = 0  # when, in seconds since 1970
    said: tuple[Paragraph, ...] = ()  # words before the screen, kept until they are sent
    misses: int = 0  # messages in a row that nobody understood
    audience: Audience | None = None
    language: str = "vi"
    resume: Place = field(default_factory=dict)  # the lesson or quiz to go on with: {"scene": …, "place": …}
    area: str = ""  # the commune that a poster's code brought along
    told: tuple[str, ...] = ()  # codes of notices in force that were seen here
    wrong_codes: tuple[int, ...] = ()  # when codes were typed that no notice has, in seconds since 1970
    sighted: tuple[str, ...] = ()  # what was counted for this conversation lately, see bot.conversation.sighted

    def with_(self, **changes: Any) -> Self:
        """The same state with some fields changed."""
        return type(self)(**(dict(zip(_NAMES, _values(self), strict=True)) | changes))  # sooner than `replace`

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; what is as it was at the beginning is left out."""
        beside = zip(_NAMES, _values(self), _values(NEW), strict=True)
        written = {name: value for name, value, at_first in beside if value != at_first}
        if self.offered:
            written["offered"] = [[c.id, c.label, c.key] for c in self.offered]
        if self.said:
            written["said"] = [[p.text, p.tone.value] for p in self.said]
        if self.audience:
            written["audience"] = self.audience.value
        return written

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """The state that `to_json` wrote; what it cannot read is as at the beginning.

        So an older program can read what a newer one wrote, and a spoilt row leaves nobody without an answer.
        """
        read = {name: reader(written[name]) for name, reader in _READERS.items() if name in written}
        return cls(**{name: value for name, value in read.items() if value is not None})


NEW = ConversationState()
_NAMES = tuple(one.name for one in fields(ConversationState))
_values = attrgetter(*_NAMES)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _place(value: object) -> Place | None:
    return value if isinstance(value, dict) else None


def _resume(value: object) -> Place | None:
    """Home reads these two names, and home must show whatever happens."""
    place = _place(value)
    if not place or not isinstance(place.get("scene"), str):
        return None
    inner = _place(place.get("place"))
    return place if inner and isinstance(inner.get("lesson"), str) else None


def _offered(value: object) -> tuple[Choice, ...] | None:
    return tuple(Choice(*one) for one in value) if _are_texts(value, 3) else None


def _said(value: object) -> tuple[Paragraph, ...] | None:
    if not _are_texts(value, 2) or not all(tone in _TONES for _, tone in value):
        return None
    return tuple(Paragraph(text, Tone(tone)) for text, tone in value)


def _are_texts(value: object, size: int) -> TypeGuard[list[list[str]]]:
    """Whether it is a list of lists with so many texts each."""
    texts = [str] * size
    return isinstance(value, list) and all(isinstance(one, list) and [*map(type, one)] == texts for one in value)


def _audience(value: object) -> Audience | None:
    return next((audience for audience in Audience if audience.value == value), None)


def _language(value: object) -> str | None:
    return next((language for language in LANGUAGES if language == value), None)


def _texts(value: object) -> tuple[str, ...] | None:
    return tuple(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else None


def _counts(value: object) -> tuple[int, ...] | None:
    return tuple(value) if isinstance(value, list) and all(_count(one) is not None for one in value) else None


_TONES = frozenset(tone.value for tone in Tone)
_READERS: Mapping[str, Callable[[object], Any]] = {
    "scene": _text,
    "place": _place,
    "offered": _offered,
    "exact": _flag,
    "shown": _count,
    "pressed": _text,
    "pressed_at": _count,
    "said": _said,
    "misses": _count,
    "audience": _audience,
    "language": _language,
    "resume": _resume,
    "area": _text,
    "told": _texts,
    "wrong_codes": _counts,
    "sighted": _texts,
}
