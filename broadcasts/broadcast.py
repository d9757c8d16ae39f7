"""A broadcast from draft to its end: the states, and the one table of moves between them."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from hashlib import sha256
from typing import Self

from broadcasts.audience import Audience
from broadcasts.notice import Kind, Notice


class State(Enum):
    """Where a broadcast stands; the value is what is stored."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"  # and waiting for its hour, where it has one
    SENDING = "sending"
    SENT = "sent"
    UPDATED = "updated"  # a newer text holds
    CANCELLED = "cancelled"  # taken back
    ENDED = "ended"  # the danger is over
    REJECTED = "rejected"  # given up before it was approved
    EXPIRED = "expired"  # its time was over before it was sent


class Move(Enum):
    """What can happen to a broadcast."""

    EDIT = "edit"
    SUBMIT = "submit"
    APPROVE = "approve"
    APPROVE_ALONE = "approve alone"  # the urgent path
    RETURN = "return"
    REJECT = "reject"
    RELEASE = "release"  # a correction or an all-clear leaves: it was approved together with what it speaks of
    START = "start"
    FINISH = "finish"
    WITHDRAW = "withdraw"
    REPLACE = "replace"
    END = "end"
    EXPIRE = "expire"
    REVIEW = "review"  # a second person has looked at what was sent alone


_BEGUN = (State.SENDING, State.SENT)
_DECIDED = (State.APPROVED, *_BEGUN, State.UPDATED, State.CANCELLED, State.ENDED, State.EXPIRED)
MOVES: dict[tuple[State, Move], State] = {
    **{(state, Move.EDIT): State.DRAFT for state in (State.DRAFT, State.SUBMITTED)},
    (State.DRAFT, Move.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Move.APPROVE): State.APPROVED,
    (State.SUBMITTED, Move.APPROVE_ALONE): State.APPROVED,
    (State.SUBMITTED, Move.RETURN): State.DRAFT,
    **{(state, Move.REJECT): State.REJECTED for state in (State.DRAFT, State.SUBMITTED)},
    (State.DRAFT, Move.RELEASE): State.APPROVED,  # no officer's action leads here, see governance
    (State.APPROVED, Move.START): State.SENDING,
    (State.SENDING, Move.FINISH): State.SENT,
    **{(state, Move.WITHDRAW): State.CANCELLED for state in (State.APPROVED, *_BEGUN)},
    **{(state, Move.REPLACE): State.UPDATED for state in (State.APPROVED, *_BEGUN)},
    **{(state, Move.END): State.ENDED for state in _BEGUN},
    **{(state, Move.EXPIRE): State.EXPIRED for state in (State.DRAFT, State.SUBMITTED, State.APPROVED)},
    **{(state, Move.REVIEW): state for state in _DECIDED},
}
LIVE = frozenset({State.APPROVED, *_BEGUN})
BEGUN = frozenset(_BEGUN)
TAKES: dict[Kind, Move] = {Kind.UPDATE: Move.REPLACE, Kind.CANCEL: Move.WITHDRAW, Kind.ALL_CLEAR: Move.END}
"""What starting a notice of this kind does to the one that it refers to."""


class Impossible(Exception):
    """This move does not lead anywhere from this state; nothing has changed."""

    def __init__(self, state: State, move: Move) -> None:
        super().__init__(f"a broadcast that is {state.value} cannot {move.value}")
        self.state, self.move = state, move


@dataclass(frozen=True, slots=True)
class Moved:
    """One move as it is kept: who, when, from where, and the hash of the text at that moment."""

    move: Move
    by: str  # an officer's id; "system" where nobody asked for it
    at: datetime
    where: str  # the address they wrote from, or "cli"
    text_hash: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One notice on its way, with its correction and its all-clear ready to leave. A drill's are drills too."""

    id: str
    code: str  # what a citizen checks it by, see broadcasts.code
    notice: Notice
    audience: Audience
    correction: Notice | None = None  # None for those that are a correction or an all-clear themselves
    all_clear: Notice | None = None
    template: str = ""  # the version of the approved template that it was made from; "" for free words
    refers_to: str = ""  # the id of the broadcast that it replaces, takes back or ends
    begins: datetime | None = None  # not sent before; None: as soon as it is approved
    people: int | None = None  # the head count, frozen at approval
    recording: str = ""  # where the notice lies read aloud, named by its content; "" for none
    earlier: tuple[Notice, ...] = ()  # texts that an approver had before them and that were changed, oldest first
    state: State = State.DRAFT
    moves: tuple[Moved, ...] = ()

    def __post_init__(self) -> None:
        for ready, kind in ((self.correction, Kind.CANCEL), (self.all_clear, Kind.ALL_CLEAR)):
            if ready and (ready.kind is not kind or ready.drill is not self.notice.drill):
                raise ValueError(f"the text for {kind.value} must say so, and be a drill where the broadcast is one")

    @property
    def text_hash(self) -> str:
        """Of everything that approval is for: the three texts, who gets them and when, and what is heard."""
        texts = [notice.text_hash for notice in (self.notice, self.correction, self.all_clear) if notice]
        heard = (self.recording,) if self.recording else ()
        rest = repr((self.audience.to_json(), self.refers_to, self.begins and self.begins.isoformat(), *heard))
        return sha256("\n".join((*texts, rest)).encode()).hexdigest()

    @property
    def writers(self) -> frozenset[str]:
        """Everybody who has written at the text that stands."""
        return frozenset(moved.by for moved in self.moves if moved.move in (Move.EDIT, Move.SUBMIT))

    @property
    def sent_unseen(self) -> bool:
        """Whether it was sent alone and nobody else has looked at it yet."""
        alone = self.last(Move.APPROVE_ALONE, Move.REVIEW)
        return alone is not None and alone.move is Move.APPROVE_ALONE

    def last(self, *moves: Move) -> Moved | None:
        """The newest of these moves, if there was any."""
        return next((moved for moved in reversed(self.moves) if moved.move in moves), None)

    def moved(self, move: Move, by: str, at: datetime, where: str, reason: str = "") -> Self:
        """The broadcast after the move, which is kept; raises Impossible. Who may do it is governance's to say."""
        state = MOVES.get((self.state, move))
        if state is None:
            raise Impossible(self.state, move)
        done = Moved(move, by, at, where, self.text_hash, reason)
        return replace(self, state=state, moves=(*self.moves, done))

    def edited(self, by: str, at: datetime, where: str, **changes: object) -> Self:
        """The broadcast with other words, area or time, a draft again; raises Impossible or ValueError."""
        changed: Self = replace(self, **changes)  # type: ignore[arg-type]
        if changed.notice.drill != self.notice.drill:
            raise ValueError("a drill never becomes real, and nothing real a drill: write it anew")
        return changed.moved(Move.EDIT, by, at, where)
