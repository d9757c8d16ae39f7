"""Who is meant to get a notice: data that is frozen at approval, never widened by default."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Audience:
    """`areas` are codes of communes, spelled out; none of them is nobody. Empty `ages` or `channels` mean all."""

    areas: frozenset[str]
    ages: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()

    def within(self, areas: frozenset[str]) -> bool:
        """Whether nobody outside these communes is meant; an audience of nobody is within nothing."""
        return bool(self.areas) and self.areas <= areas

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"areas": sorted(self.areas), "ages": sorted(self.ages), "channels": sorted(self.channels)}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """What `to_json` wrote."""
        return cls(frozenset(written["areas"]), frozenset(written["ages"]), frozenset(written["channels"]))
