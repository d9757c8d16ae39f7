"""A notice as everybody may know it: what answers to a code need, small enough to be kept in memory."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from broadcasts.broadcast import LIVE, Broadcast, Move, State
from broadcasts.notice import Notice

_STOPPED = (Move.WITHDRAW, Move.REPLACE, Move.END)
_NEVER_LEFT = frozenset({State.DRAFT, State.SUBMITTED, State.REJECTED, State.EXPIRED})


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """`replaced_by` is the code of the newest text on the same matter; `areas` and `ages` say who it was meant for."""

    code: str
    notice: Notice
    state: State
    replaced_by: str = ""
    areas: frozenset[str] = frozenset()  # communes, spelled out
    ages: frozenset[str] = frozenset()  # empty: everybody
    until: datetime | None = None  # where it holds longer than the notice says itself
    recording: str = ""  # the file of it read aloud
    stopped_at: datetime | None = None  # when it was taken back, replaced or declared over

    @classmethod
    def of(cls, broadcast: Broadcast, replaced_by: str, now: datetime, until: datetime | None = None) -> Self | None:
        """What may be known of a broadcast; None while it waits for its officers or its hour, or never left."""
        waits = broadcast.begins is not None and broadcast.begins > now and broadcast.state is State.APPROVED
        if waits or broadcast.state in _NEVER_LEFT:
            return None
        audience, stopped = broadcast.audience, broadcast.last(*_STOPPED)
        newest = "" if replaced_by == broadcast.code else replaced_by
        return cls(
            broadcast.code,
            broadcast.notice,
            broadcast.state,
            newest,
            audience.areas,
            audience.ages,
            until,
            broadcast.recording,
            stopped.at if stopped else None,
        )

    def holds(self, now: datetime) -> bool:
        """Whether it is in force at this moment."""
        return self.state in LIVE and not self.is_over(now)

    @property
    def over_at(self) -> datetime | None:
        """When it ceased to hold, or will; None where nobody has said so."""
        return self.stopped_at or self.until or self.notice.ends

    def is_over(self, now: datetime) -> bool:
        """Whether its own time has passed."""
        ends = self.until or self.notice.ends
        return ends is not None and ends <= now


def newest_codes(broadcasts: Iterable[Broadcast]) -> dict[str, str]:
    """For each broadcast (its id) that others refer to, the code of the last one; they come newest first."""
    later: dict[str, Broadcast] = {}
    for one in broadcasts:
        if one.refers_to:
            later.setdefault(one.refers_to, one)
    return {id: _last(one, later).code for id, one in later.items()}


def _last(one: Broadcast, later: dict[str, Broadcast]) -> Broadcast:
    """The end of the chain, however it was knotted."""
    known = {one.id}
    while (following := later.get(one.id)) and following.id not in known:
        known.add(following.id)
        one = following
    return one
