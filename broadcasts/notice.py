"""What a notice says: one record of fields, written once; every form that people see is made from it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256
from typing import Any, Self


class Level(Enum):
    """The three of Circular 39/2020/TT-BTTTT, from what can wait to what must be told at once."""

    ROUTINE = "thông thường"
    FIRST = "ưu tiên"
    URGENT = "khẩn cấp"


class Kind(Enum):
    """What a notice is among the notices of one event. All but the first refer to what they replace."""

    ACTUAL = "actual"
    UPDATE = "update"  # replaces an earlier text by a newer one
    CANCEL = "cancel"  # takes back what was wrong
    ALL_CLEAR = "allclear"  # the danger is over, and what people may do


@dataclass(frozen=True, slots=True)
class Notice:
    """The fields of one notice. Times carry an offset; `areas` are codes, two digits a province, five a commune."""

    kind: Kind
    level: Level
    office: str  # who says so, in full
    event: str  # bão, lũ, sạt lở…
    headline: str
    description: str  # what has happened
    instruction: str  # what to do
    place: str  # the area in words
    areas: tuple[str, ...]
    starts: datetime | None = None
    ends: datetime | None = None
    contact: str = ""  # a telephone number
    web: str = ""
    drill: bool = False  # never changes: a drill is another kind of record

    @property
    def text_hash(self) -> str:
        """SHA-256 over all fields: approval is for exactly this text, area and time."""
        return sha256(json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "kind": self.kind.value,
            "level": self.level.value,
            "office": self.office,
            "event": self.event,
            "headline": self.headline,
            "description": self.description,
            "instruction": self.instruction,
            "place": self.place,
            "areas": list(self.areas),
            "starts": self.starts and self.starts.isoformat(),
            "ends": self.ends and self.ends.isoformat(),
            "contact": self.contact,
            "web": self.web,
            "drill": self.drill,
        }

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """What `to_json` wrote; raises KeyError or ValueError for anything else."""
        return cls(
            **{name: written[name] for name in _TEXTS},
            kind=Kind(written["kind"]),
            level=Level(written["level"]),
            areas=tuple(written["areas"]),
            starts=_moment(written["starts"]),
            ends=_moment(written["ends"]),
            drill=bool(written["drill"]),
        )


_TEXTS = ("office", "event", "headline", "description", "instruction", "place", "contact", "web")


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
