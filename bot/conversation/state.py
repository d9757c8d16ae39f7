"""Where a conversation stands: small, JSON-able, kept for each address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

from bot.learning.lesson import Audience
from bot.messages import Choice, Paragraph, Tone

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
    said: tuple[Paragraph, ...] = ()  # words before the screen, kept until they are sent
    misses: int = 0  # messages in a row that nobody understood
    audience: Audience | None = None
    language: str = "vi"
    resume: Place = field(default_factory=dict)  # the lesson or quiz to go on with: {"scene": …, "place": …}
    area: str = ""  # the commune that a poster's code brought along

    def with_(self, **changes: Any) -> Self:
        """The same state with some fields changed."""
        return replace(self, **changes)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; what is as it was at the beginning is left out."""
        written = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != getattr(NEW, f.name)}
        if self.offered:
            written["offered"] = [[c.id, c.label, c.key] for c in self.offered]
        if self.said:
            written["said"] = [[p.text, p.tone.value] for p in self.said]
        if self.audience:
            written["audience"] = self.audience.value
        return written

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """The state that `to_json` wrote; names it does not know are passed over, so that older programs can read."""
        known = {name: value for name, value in written.items() if name in _NAMES}
        if "offered" in known:
            known["offered"] = tuple(Choice(*choice) for choice in known["offered"])
        if "said" in known:
            known["said"] = tuple(Paragraph(text, Tone(tone)) for text, tone in known["said"])
        if "audience" in known:
            known["audience"] = Audience(known["audience"])
        return cls(**known)


_NAMES = frozenset(f.name for f in fields(ConversationState))
NEW = ConversationState()
