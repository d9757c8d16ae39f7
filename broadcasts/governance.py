"""Who may do what to a broadcast: one function, asked at draft, submit, approve and when sending starts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from unicodedata import normalize

from broadcasts.broadcast import BEGUN, LIVE, MOVES, Broadcast, Move, State
from broadcasts.notice import Kind, Level
from broadcasts.officer import Action, Officer, Role

ALONE_AFTER = timedelta(minutes=3)  # without an approver's answer, then the urgent path is open
DRILL_EVERY = timedelta(days=90)
SHORTEST_REASON = 10  # characters that explain why somebody sends alone
SCRIPTS = "cli"  # what an address begins with where no bound telephone stands behind the account
DESK = "console"  # ... and where it is a browser, which somebody may have left open


class Denial(Enum):
    """Why something is not allowed; `bot.notices` holds the sentence for each."""

    ACCOUNT = "account"  # frozen or revoked
    ROLE = "role"
    AREA = "area"  # the audience reaches beyond the officer's own
    OFFICE = "office"  # the text speaks in the name of another one
    OWN_WORK = "own work"  # who has written it may not approve it
    SAME_PHONE = "same phone"  # two accounts, one address
    CHANGED = "changed"  # the text is not the one that was read
    STATE = "state"  # somebody else was first, or it is too late for this
    OVER = "over"  # the notice's own time has passed
    NO_DRILL = "no drill"  # none in 90 days
    NOT_URGENT = "not urgent"  # the urgent path is for khẩn cấp
    NO_TEMPLATE = "no template"  # ... from an approved template
    NOT_OWN_COMMUNE = "not own commune"  # ... to the own commune
    TOO_SOON = "too soon"  # ... after three minutes
    FACTOR = "factor"  # ... with a second factor that is right and new
    NO_REASON = "no reason"  # ... and a reason


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the rules must know besides officer and broadcast."""

    now: datetime
    where: str  # the address that the officer writes from; "cli:…" from a command
    text_hash: str  # of the text that the officer has read
    last_drill: datetime | None = None  # of this office
    office_since: datetime | None = None  # when its first account was made
    template_approved: bool = False  # unchanged, and signed for
    factor: bool = False  # a second factor was right and used for the first time
    reason: str = ""
    old: Broadcast | None = None  # the one that it refers to, as it stands now


def denial(officer: Officer, action: Action, broadcast: Broadcast, at: Circumstances) -> Denial | None:
    """The first rule against it, or None where it is allowed."""
    right = denial_of_right(officer, action, broadcast)
    if right is not None:
        return right
    if action is not Action.SEE and at.text_hash != broadcast.text_hash:
        return Denial.CHANGED
    rule = _RULES.get(action)
    against = rule(broadcast, officer, at) if rule else None
    return against or _unproven(action, at)


def denial_of_right(officer: Officer, action: Action, broadcast: Broadcast) -> Denial | None:
    """Whether account, role and area allow an action at all, whatever the broadcast's state."""
    if not officer.active:
        return Denial.ACCOUNT
    if not officer.may(action) or Role.ADMINISTRATOR in officer.roles:
        return Denial.ROLE
    return None if broadcast.audience.within(officer.areas) else Denial.AREA


def _over(broadcast: Broadcast, at: Circumstances) -> Denial | None:
    ends = broadcast.notice.ends
    return Denial.OVER if ends is not None and ends <= at.now else None


def _draft(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    return _foreign_office(broadcast, officer) if (broadcast.state, Move.EDIT) in MOVES else Denial.STATE


def _foreign_office(broadcast: Broadcast, officer: Officer) -> Denial | None:
    """Nobody writes in another office's name, but the province for the communes that it answers for."""
    texts = filter(None, (broadcast.notice, broadcast.correction, broadcast.all_clear))
    own = all(_same_office(text.office, officer.office) for text in texts) or Role.PROVINCE in officer.roles
    return None if own else Denial.OFFICE


def _same_office(one: str, other: str) -> bool:
    """However the name was typed."""
    return normalize("NFC", " ".join(one.split())).casefold() == normalize("NFC", " ".join(other.split())).casefold()


def _submit(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    if broadcast.state is not State.DRAFT:
        return Denial.STATE
    against = _foreign_office(broadcast, officer) or _over(broadcast, at)
    return against or denial_of_reference(broadcast, officer, at.old)


def denial_of_reference(broadcast: Broadcast, officer: Officer, old: Broadcast | None) -> Denial | None:
    """Whether the officer may touch what this one replaces, takes back or ends, and whether that can still be done."""
    kind = broadcast.notice.kind
    if kind is Kind.ACTUAL:
        return Denial.STATE if broadcast.refers_to else None
    touchable = LIVE if kind is Kind.UPDATE else BEGUN  # what nobody got needs no correction and no all-clear
    if old is None or old.id != broadcast.refers_to or old.state not in touchable:
        return Denial.STATE
    if old.notice.drill is not broadcast.notice.drill:
        return Denial.STATE
    return denial_of_right(officer, Action.SEE, old)


def _approve(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    """Two people, two accounts, two telephones."""
    if broadcast.sent_unseen:
        return _same_person(broadcast, officer, at)
    if broadcast.state is not State.SUBMITTED:
        return Denial.STATE
    return (
        _same_person(broadcast, officer, at)
        or _over(broadcast, at)
        or (None if broadcast.notice.drill else _no_drill(at))
        or denial_of_reference(broadcast, officer, at.old)
    )


def _same_person(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    """Whoever wrote the text or sent it alone is no second person for it, and neither is another account there."""
    first = [moved for moved in broadcast.moves if moved.move in _FIRST]
    if any(moved.by == officer.id for moved in first):
        return Denial.OWN_WORK
    return Denial.SAME_PHONE if any(_same_place(moved.where, at.where) for moved in first) else None


def _same_place(one: str, other: str) -> bool:
    """A place whose account was forgotten at somebody's wish may be any."""
    return one == other or one.endswith(":")


def _return(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    if broadcast.state is not State.SUBMITTED:
        return Denial.STATE
    return None if at.reason.strip() else Denial.NO_REASON


def _no_drill(at: Circumstances) -> Denial | None:
    """No drill in 90 days closes approval; an office that is younger than that has not missed one."""
    rehearsed = max((moment for moment in (at.last_drill, at.office_since) if moment), default=None)
    return None if rehearsed and at.now - rehearsed <= DRILL_EVERY else Denial.NO_DRILL


def _alone(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    submitted = broadcast.last(Move.SUBMIT)
    if broadcast.state is not State.SUBMITTED or submitted is None:
        return Denial.STATE
    if broadcast.notice.level is not Level.URGENT or broadcast.notice.drill:
        return Denial.NOT_URGENT
    if not (broadcast.template and at.template_approved):
        return Denial.NO_TEMPLATE
    if len(broadcast.audience.areas) != 1:
        return Denial.NOT_OWN_COMMUNE
    if at.now - submitted.at < ALONE_AFTER:
        return Denial.TOO_SOON
    if len(at.reason.strip()) < SHORTEST_REASON:
        return Denial.NO_REASON
    against = _over(broadcast, at) or denial_of_reference(broadcast, officer, at.old)
    return against or (None if at.factor else Denial.FACTOR)


def _withdraw(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    """Of what lives, or of what will never be approved; not of what takes back or ends something itself."""
    if (broadcast.state, Move.REJECT) in MOVES:
        return None
    return None if broadcast.state in LIVE and broadcast.notice.kind in _LASTING else Denial.STATE


def _end(broadcast: Broadcast, officer: Officer, at: Circumstances) -> Denial | None:
    return None if broadcast.state in BEGUN and broadcast.notice.kind in _LASTING else Denial.STATE


def _unproven(action: Action, at: Circumstances) -> Denial | None:
    """A command names any officer it likes, and a desk may be left open: what counts there is the second factor."""
    asked = action in _PROVEN and at.where.partition(":")[0] in (SCRIPTS, DESK)
    return Denial.FACTOR if asked and not at.factor else None


_FIRST = (Move.EDIT, Move.SUBMIT, Move.APPROVE_ALONE)
_LASTING = (Kind.ACTUAL, Kind.UPDATE)
_PROVEN = (Action.APPROVE, Action.WITHDRAW, Action.ALL_CLEAR)
_RULES = {
    Action.DRAFT: _draft,
    Action.RETURN: _return,
    Action.SUBMIT: _submit,
    Action.APPROVE: _approve,
    Action.SEND_ALONE: _alone,
    Action.WITHDRAW: _withdraw,
    Action.ALL_CLEAR: _end,
}


def startable(broadcast: Broadcast, approver: Officer, now: datetime, old: Broadcast | None = None) -> Denial | None:
    """Asked once more when sending starts: the one who approved still may, and it is still that very text."""
    approved = broadcast.last(Move.APPROVE, Move.APPROVE_ALONE)
    if broadcast.state is not State.APPROVED or approved is None or approved.by != approver.id:
        return Denial.STATE
    alone = approved.move is Move.APPROVE_ALONE
    right = denial_of_right(approver, Action.SEND_ALONE if alone else Action.APPROVE, broadcast)
    if right is None and approved.text_hash != broadcast.text_hash:
        return Denial.CHANGED
    over = _over(broadcast, Circumstances(now, approved.where, approved.text_hash))
    return right or over or denial_of_reference(broadcast, approver, old)
