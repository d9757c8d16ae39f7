"""Who may do what: every cell of role x area x action, every denial, and the ways in which one person could send."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unicodedata import normalize

import pytest

from broadcasts.broadcast import Broadcast, Move, State
from broadcasts.governance import (
    ALONE_AFTER,
    DRILL_EVERY,
    SHORTEST_REASON,
    Circumstances,
    Denial,
    denial,
    denial_of_right,
    startable,
)
from broadcasts.notice import Kind, Level
from broadcasts.officer import Action, Officer, Role, appointable
from tests.broadcasts.made import COMMUNE, ENDS, NEIGHBOUR, NOW, STORM, moved, written

REASON = "Không ai trả lời, nước đang lên"
_SEES = "see"
_WRITES = "draft submit"
_DECIDES = "approve return withdraw"
MATRIX: Mapping[Role, str] = {  # what each role may do inside its own area; nothing anywhere else
    Role.WRITER: f"{_SEES} {_WRITES} freeze help",
    Role.APPROVER: f"{_SEES} {_DECIDES} freeze help",
    Role.DUTY: f"{_SEES} {_WRITES} {_DECIDES} send_alone all_clear freeze help",
    Role.PROVINCE: f"{_SEES} {_WRITES} {_DECIDES} all_clear freeze help",
    Role.CONTENT: "teach freeze",
    Role.AUDITOR: f"{_SEES} audit",
    Role.ADMINISTRATOR: "",  # accounts and keys; nothing that touches a notice
}
AREAS: Mapping[str, tuple[frozenset[str], bool]] = {  # the audience, and whether it is the officer's business
    "own": (frozenset({COMMUNE}), True),
    "other": (frozenset({NEIGHBOUR}), False),
    "wider": (frozenset({COMMUNE, NEIGHBOUR}), False),
    "nobody": (frozenset(), False),
}
STANDS: Mapping[Action, tuple[Move, ...]] = {  # how far a notice is when somebody asks for this
    Action.SUBMIT: (),
    Action.DRAFT: (),
    Action.WITHDRAW: (Move.SUBMIT, Move.APPROVE, Move.START),
    Action.ALL_CLEAR: (Move.SUBMIT, Move.APPROVE, Move.START),
}
CELLS = [(role, area, action) for role in Role for area in AREAS for action in Action]


def officer(*roles: Role, areas: tuple[str, ...] = (COMMUNE,), id: str = "minh", active: bool = True) -> Officer:
    return Officer(id, "Trần Văn Minh", STORM.office, frozenset(roles), frozenset(areas), active)


def standing(action: Action, **more: Any) -> Broadcast:
    return moved(written(template="bao@1", **more), *STANDS.get(action, (Move.SUBMIT,)))


def circumstances(broadcast: Broadcast, **more: Any) -> Circumstances:
    """In which everything is allowed that role and area allow."""
    values: dict[str, Any] = {
        "now": NOW + ALONE_AFTER,
        "where": "telegram:minh",
        "text_hash": broadcast.text_hash,
        "last_drill": NOW - timedelta(days=1),
        "office_since": NOW - timedelta(days=400),
        "template_approved": True,
        "factor": True,
        "reason": REASON,
    }
    return Circumstances(**values | more)


@pytest.mark.parametrize(
    ("role", "area", "action"), CELLS, ids=lambda value: value if isinstance(value, str) else value.value
)
def test_the_matrix(role: Role, area: str, action: Action) -> None:
    audience, own = AREAS[area]
    broadcast = replace(standing(action), audience=replace(written().audience, areas=audience))
    expected = (None if own else Denial.AREA) if action.name.lower() in MATRIX[role].split() else Denial.ROLE
    assert denial_of_right(officer(role), action, broadcast) is expected
    if own or expected is Denial.ROLE:
        assert denial(officer(role), action, broadcast, circumstances(broadcast)) is expected


@pytest.mark.parametrize("action", Action, ids=lambda action: action.value)
def test_an_account_that_was_cut_off_may_nothing(action: Action) -> None:
    broadcast = standing(action)
    everything = officer(*(set(Role) - {Role.ADMINISTRATOR}), active=False)
    assert denial(everything, action, broadcast, circumstances(broadcast)) is Denial.ACCOUNT


@pytest.mark.parametrize("action", Action, ids=lambda action: action.value)
def test_an_administrator_touches_no_notice_whatever_else_the_account_says(action: Action) -> None:
    broadcast = standing(action)
    everything = officer(*Role)
    assert denial(everything, action, broadcast, circumstances(broadcast)) is Denial.ROLE


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ({Role.ADMINISTRATOR}, True),
        ({Role.WRITER, Role.APPROVER, Role.DUTY}, True),
        ({Role.ADMINISTRATOR, Role.AUDITOR}, False),
        ({Role.ADMINISTRATOR, Role.WRITER}, False),
        (set(), False),
    ],
)
def test_who_hands_out_keys_does_not_send(roles: set[Role], may: bool) -> None:
    assert appointable(frozenset(roles)) is may


DUTY, APPROVER, WRITER = officer(Role.DUTY), officer(Role.APPROVER), officer(Role.WRITER)
POLICE = replace(DUTY, office="Công an phường Sài Gòn")
LOUD = replace(WRITER, office=normalize("NFD", "ỦY BAN  NHÂN DÂN phường Sài Gòn "))
OF_PROVINCE = replace(officer(Role.PROVINCE), office="Ủy ban nhân dân Thành phố Hồ Chí Minh")
SUBMITTED = standing(Action.APPROVE)
SENT_ALONE = moved(SUBMITTED, Move.APPROVE_ALONE, Move.START, by="hoa")
LIVE = standing(Action.WITHDRAW)
BY_MINH = moved(written(template="bao@1"), Move.SUBMIT, by="minh")
EDITED_BY_MINH = moved(moved(written(), Move.EDIT, by="minh"), Move.SUBMIT)
ROUTINE = replace(STORM, level=Level.FIRST)
DRILL = replace(STORM, drill=True)


def of_drill(*moves: Move) -> Broadcast:
    return moved(written(DRILL, template="bao@1"), *moves)


def following(kind: Kind, *moves: Move, areas: tuple[str, ...] = (COMMUNE,), drill: bool = False) -> Broadcast:
    notice = replace(STORM, kind=kind, drill=drill)
    return moved(written(notice, areas, refers_to="b0", correction=None, all_clear=None), *moves)


def old(*moves: Move, areas: tuple[str, ...] = (COMMUNE,), drill: bool = False) -> Broadcast:
    return replace(moved(written(replace(STORM, drill=drill), areas), *moves), id="b0")


_BEGUN = (Move.SUBMIT, Move.APPROVE, Move.START)
DRAFT = standing(Action.DRAFT)
SPOKEN_FOR = replace(DRAFT, correction=replace(DRAFT.notice, kind=Kind.CANCEL, office=POLICE.office))
ENDED_FOR = replace(DRAFT, all_clear=replace(DRAFT.notice, kind=Kind.ALL_CLEAR, office=POLICE.office))
FREE_WORDS = moved(written(), Move.SUBMIT)
LESS_URGENT = moved(written(ROUTINE, template="bao@1"), Move.SUBMIT)
UPDATE, UPDATE_DRILL = following(Kind.UPDATE, Move.SUBMIT), following(Kind.UPDATE, Move.SUBMIT, drill=True)
BEGUN, WAITING, REPLACED = old(*_BEGUN), old(*_BEGUN[:2]), old(*_BEGUN, Move.REPLACE)
BEGUN_DRILL, BEGUN_WIDE = old(*_BEGUN, drill=True), old(*_BEGUN, areas=(COMMUNE, NEIGHBOUR))
STRAY = replace(DRAFT, refers_to="b0")
NO_FACTOR_IN_SHELL = {"where": "cli:an", "factor": False}
UNKNOWN_OFFICE = {"last_drill": None, "office_since": None}
JUST_BEFORE = {"now": NOW + ALONE_AFTER - timedelta(seconds=1)}
CASES: list[tuple[str, Officer, Action, Broadcast, dict[str, Any], Denial | None]] = [
    ("a draft is submitted", WRITER, Action.SUBMIT, DRAFT, {}, None),
    ("another text", WRITER, Action.SUBMIT, DRAFT, {"text_hash": "other"}, Denial.CHANGED),
    ("submitted already", WRITER, Action.SUBMIT, SUBMITTED, {}, Denial.STATE),
    ("its time is over", WRITER, Action.SUBMIT, DRAFT, {"now": ENDS}, Denial.OVER),
    ("one second is left", WRITER, Action.SUBMIT, DRAFT, {"now": ENDS - timedelta(seconds=1)}, None),
    ("a draft is edited", WRITER, Action.DRAFT, DRAFT, {}, None),
    ("what was submitted is edited", WRITER, Action.DRAFT, SUBMITTED, {}, None),
    ("in another office's name", POLICE, Action.DRAFT, DRAFT, {}, Denial.OFFICE),
    ("a correction in another office's name", WRITER, Action.DRAFT, SPOKEN_FOR, {}, Denial.OFFICE),
    ("an all-clear in another office's name", WRITER, Action.SUBMIT, ENDED_FOR, {}, Denial.OFFICE),
    ("submitted by another office", POLICE, Action.SUBMIT, DRAFT, {}, Denial.OFFICE),
    ("its name as somebody else types it", LOUD, Action.DRAFT, DRAFT, {}, None),
    ("by the province for a commune", OF_PROVINCE, Action.SUBMIT, DRAFT, {}, None),
    ("approved by another office", POLICE, Action.APPROVE, SUBMITTED, {}, None),
    ("what is being sent is not", WRITER, Action.DRAFT, LIVE, {}, Denial.STATE),
    ("a second person approves", APPROVER, Action.APPROVE, SUBMITTED, {}, None),
    ("another text was read", APPROVER, Action.APPROVE, SUBMITTED, {"text_hash": "other"}, Denial.CHANGED),
    ("a colleague was first", APPROVER, Action.APPROVE, LIVE, {}, Denial.STATE),
    ("a draft is not approved", APPROVER, Action.APPROVE, DRAFT, {}, Denial.STATE),
    ("its own writer", DUTY, Action.APPROVE, BY_MINH, {}, Denial.OWN_WORK),
    ("who edited it", DUTY, Action.APPROVE, EDITED_BY_MINH, {}, Denial.OWN_WORK),
    ("the writer's telephone", APPROVER, Action.APPROVE, SUBMITTED, {"where": "telegram:writer"}, Denial.SAME_PHONE),
    ("too late to approve", APPROVER, Action.APPROVE, SUBMITTED, {"now": ENDS}, Denial.OVER),
    ("no drill for 90 days", APPROVER, Action.APPROVE, SUBMITTED, {"last_drill": None}, Denial.NO_DRILL),
    ("a drill 90 days ago", APPROVER, Action.APPROVE, SUBMITTED, {"last_drill": NOW + ALONE_AFTER - DRILL_EVERY}, None),
    ("a drill needs no drill", APPROVER, Action.APPROVE, of_drill(Move.SUBMIT), {"last_drill": None}, None),
    ("a new office", APPROVER, Action.APPROVE, SUBMITTED, {"last_drill": None, "office_since": NOW}, None),
    ("an unknown office", APPROVER, Action.APPROVE, SUBMITTED, UNKNOWN_OFFICE, Denial.NO_DRILL),
    ("returned with a reason", APPROVER, Action.RETURN, SUBMITTED, {}, None),
    ("returned without", APPROVER, Action.RETURN, SUBMITTED, {"reason": " "}, Denial.NO_REASON),
    ("returned too late", APPROVER, Action.RETURN, LIVE, {}, Denial.STATE),
    ("the urgent path", DUTY, Action.SEND_ALONE, SUBMITTED, {}, None),
    ("the urgent path of its writer", DUTY, Action.SEND_ALONE, BY_MINH, {}, None),
    ("no drill closes no urgent path", DUTY, Action.SEND_ALONE, SUBMITTED, {"last_drill": None}, None),
    ("alone before it is submitted", DUTY, Action.SEND_ALONE, DRAFT, {}, Denial.STATE),
    ("alone what is being sent", DUTY, Action.SEND_ALONE, LIVE, {}, Denial.STATE),
    ("alone, in few words", DUTY, Action.SEND_ALONE, SUBMITTED, {"reason": "x" * SHORTEST_REASON}, None),
    ("alone, not urgent", DUTY, Action.SEND_ALONE, LESS_URGENT, {}, Denial.NOT_URGENT),
    ("alone, a drill", DUTY, Action.SEND_ALONE, of_drill(Move.SUBMIT), {}, Denial.NOT_URGENT),
    ("alone, free words", DUTY, Action.SEND_ALONE, FREE_WORDS, {}, Denial.NO_TEMPLATE),
    ("alone, nobody signed", DUTY, Action.SEND_ALONE, SUBMITTED, {"template_approved": False}, Denial.NO_TEMPLATE),
    ("alone, too soon", DUTY, Action.SEND_ALONE, SUBMITTED, JUST_BEFORE, Denial.TOO_SOON),
    ("alone, no factor", DUTY, Action.SEND_ALONE, SUBMITTED, {"factor": False}, Denial.FACTOR),
    ("alone, no reason", DUTY, Action.SEND_ALONE, SUBMITTED, {"reason": "  gấp   "}, Denial.NO_REASON),
    ("alone, over", DUTY, Action.SEND_ALONE, SUBMITTED, {"now": ENDS}, Denial.OVER),
    ("looked at again", APPROVER, Action.APPROVE, SENT_ALONE, {}, None),
    ("looked at without a drill", APPROVER, Action.APPROVE, SENT_ALONE, {"last_drill": None, "now": ENDS}, None),
    ("looked at by who sent it", officer(Role.DUTY, id="hoa"), Action.APPROVE, SENT_ALONE, {}, Denial.OWN_WORK),
    ("looked at from there", APPROVER, Action.APPROVE, SENT_ALONE, {"where": "telegram:hoa"}, Denial.SAME_PHONE),
    ("looked at by its writer", officer(Role.DUTY, id="writer"), Action.APPROVE, SENT_ALONE, {}, Denial.OWN_WORK),
    ("looked at twice", APPROVER, Action.APPROVE, moved(SENT_ALONE, Move.REVIEW), {}, Denial.STATE),
    ("taken back", APPROVER, Action.WITHDRAW, LIVE, {"now": ENDS}, None),
    ("taken back before it began", APPROVER, Action.WITHDRAW, moved(SUBMITTED, Move.APPROVE), {}, None),
    ("given up", APPROVER, Action.WITHDRAW, SUBMITTED, {}, None),
    ("taken back twice", APPROVER, Action.WITHDRAW, moved(LIVE, Move.WITHDRAW), {}, Denial.STATE),
    ("a correction stays", APPROVER, Action.WITHDRAW, following(Kind.CANCEL, *_BEGUN), {}, Denial.STATE),
    ("all clear", DUTY, Action.ALL_CLEAR, LIVE, {}, None),
    ("all clear before it began", DUTY, Action.ALL_CLEAR, moved(SUBMITTED, Move.APPROVE), {}, Denial.STATE),
    ("all clear of an all-clear", DUTY, Action.ALL_CLEAR, following(Kind.ALL_CLEAR, *_BEGUN), {}, Denial.STATE),
    ("by a command", APPROVER, Action.APPROVE, SUBMITTED, {"where": "cli:an"}, None),
    ("by a command without factor", APPROVER, Action.APPROVE, SUBMITTED, NO_FACTOR_IN_SHELL, Denial.FACTOR),
    ("stopped by a command", APPROVER, Action.WITHDRAW, LIVE, NO_FACTOR_IN_SHELL, Denial.FACTOR),
    ("ended by a command", DUTY, Action.ALL_CLEAR, LIVE, NO_FACTOR_IN_SHELL, Denial.FACTOR),
    ("in a chat without factor", APPROVER, Action.APPROVE, SUBMITTED, {"factor": False}, None),
    ("an update", WRITER, Action.SUBMIT, following(Kind.UPDATE), {"old": BEGUN}, None),
    ("an update of what waits", WRITER, Action.SUBMIT, following(Kind.UPDATE), {"old": WAITING}, None),
    ("an update of nothing", WRITER, Action.SUBMIT, following(Kind.UPDATE), {}, Denial.STATE),
    ("an update of another", WRITER, Action.SUBMIT, following(Kind.UPDATE), {"old": LIVE}, Denial.STATE),
    ("an update of a draft", WRITER, Action.SUBMIT, following(Kind.UPDATE), {"old": old()}, Denial.STATE),
    ("an update of what was replaced", APPROVER, Action.APPROVE, UPDATE, {"old": REPLACED}, Denial.STATE),
    ("an update of the province's", APPROVER, Action.APPROVE, UPDATE, {"old": BEGUN_WIDE}, Denial.AREA),
    ("a drill that replaces what is real", APPROVER, Action.APPROVE, UPDATE_DRILL, {"old": BEGUN}, Denial.STATE),
    ("what is real instead of a drill", APPROVER, Action.APPROVE, UPDATE, {"old": BEGUN_DRILL}, Denial.STATE),
    ("a drill of a drill", APPROVER, Action.APPROVE, UPDATE_DRILL, {"old": BEGUN_DRILL}, None),
    ("a correction of what nobody got", WRITER, Action.SUBMIT, following(Kind.CANCEL), {"old": WAITING}, Denial.STATE),
    ("a new notice that refers to one", WRITER, Action.SUBMIT, STRAY, {"old": BEGUN}, Denial.STATE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "action", "broadcast", "changes", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_every_rule(
    who: Officer, action: Action, broadcast: Broadcast, changes: dict[str, Any], expected: Denial | None
) -> None:
    assert denial(who, action, broadcast, circumstances(broadcast, **changes)) is expected


def test_every_denial_is_shown() -> None:
    shown = {case[-1] for case in CASES} | {Denial.ACCOUNT, Denial.ROLE, Denial.NOT_OWN_COMMUNE}  # tests of their own
    assert shown >= set(Denial)


def test_the_urgent_path_ends_at_the_own_commune() -> None:
    everywhere = officer(Role.DUTY, areas=(COMMUNE, NEIGHBOUR))
    wide = moved(written(areas=(COMMUNE, NEIGHBOUR), template="bao@1"), Move.SUBMIT)
    assert denial(everywhere, Action.SEND_ALONE, wide, circumstances(wide)) is Denial.NOT_OWN_COMMUNE


def test_the_three_minutes_begin_again_when_it_was_returned() -> None:
    later = NOW + timedelta(minutes=30)
    again = moved(moved(SUBMITTED, Move.RETURN), Move.SUBMIT, at=later)
    at = circumstances(again, now=later + timedelta(minutes=1))
    assert denial(DUTY, Action.SEND_ALONE, again, at) is Denial.TOO_SOON


@pytest.mark.parametrize("where", ["telegram:minh", "web:x", "cli:an"])
def test_a_text_whose_place_was_forgotten_may_come_from_anywhere(where: str) -> None:
    """Somebody who writes, has their telephone forgotten and binds a second account there is still one person."""
    forgotten = moved(written(), Move.SUBMIT, where="telegram:")
    assert denial(APPROVER, Action.APPROVE, forgotten, circumstances(forgotten, where=where)) is Denial.SAME_PHONE


def test_two_accounts_in_one_shell_are_one_person() -> None:
    submitted = moved(written(), Move.SUBMIT, where="cli:an")
    assert denial(APPROVER, Action.APPROVE, submitted, circumstances(submitted, where="cli:an")) is Denial.SAME_PHONE
    assert denial(APPROVER, Action.APPROVE, submitted, circumstances(submitted, where="cli:binh")) is None


APPROVED = moved(SUBMITTED, Move.APPROVE, by="minh")
OTHER_TEXT = replace(APPROVED, notice=replace(STORM, place="xã khác"))
ELSEWHERE = officer(Role.APPROVER, areas=(NEIGHBOUR,))
APPROVED_UPDATE = moved(UPDATE, Move.APPROVE, by="minh")
ENDED = old(*_BEGUN, Move.END)
STARTS: list[tuple[str, Broadcast, Officer, dict[str, Any], Denial | None]] = [
    ("as approved", APPROVED, APPROVER, {}, None),
    ("as sent alone", moved(SUBMITTED, Move.APPROVE_ALONE, by="minh"), DUTY, {}, None),
    ("by somebody else", moved(SUBMITTED, Move.APPROVE, by="hoa"), APPROVER, {}, Denial.STATE),
    ("begun already", moved(SUBMITTED, Move.APPROVE, Move.START, by="minh"), APPROVER, {}, Denial.STATE),
    ("not approved", SUBMITTED, APPROVER, {}, Denial.STATE),
    ("cut off since", APPROVED, replace(APPROVER, active=False), {}, Denial.ACCOUNT),
    ("of another role now", APPROVED, WRITER, {}, Denial.ROLE),
    ("no longer on duty", moved(SUBMITTED, Move.APPROVE_ALONE, by="minh"), APPROVER, {}, Denial.ROLE),
    ("of another area now", APPROVED, ELSEWHERE, {}, Denial.AREA),
    ("another text", OTHER_TEXT, APPROVER, {}, Denial.CHANGED),
    ("too late", APPROVED, APPROVER, {"now": ENDS}, Denial.OVER),
    ("what it replaces is gone", APPROVED_UPDATE, APPROVER, {"old": ENDED}, Denial.STATE),
    ("what it replaces stands", APPROVED_UPDATE, APPROVER, {"old": BEGUN}, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("broadcast", "approver", "changes", "expected"), [case[1:] for case in STARTS], ids=[case[0] for case in STARTS]
)
def test_it_is_asked_once_more_when_sending_starts(
    broadcast: Broadcast, approver: Officer, changes: dict[str, Any], expected: Denial | None
) -> None:
    assert startable(broadcast, approver, **{"now": NOW, **changes}) is expected


def test_one_account_that_was_taken_over_cannot_send_alone() -> None:
    """Whatever one duty officer's chat tries, in whatever order, within the day: without the second factor and without
    a second person nothing gets past `approved`."""
    thief = officer(Role.DUTY, Role.PROVINCE, Role.WRITER)
    moves = {
        Action.DRAFT: Move.EDIT,
        Action.SUBMIT: Move.SUBMIT,
        Action.APPROVE: Move.APPROVE,
        Action.SEND_ALONE: Move.APPROVE_ALONE,
        Action.RETURN: Move.RETURN,
        Action.WITHDRAW: Move.REJECT,
    }
    fresh = moved(written(template="bao@1"), Move.EDIT, by="minh")
    seen, left = {fresh.state}, [(fresh, 0)]
    while left:
        broadcast, depth = left.pop()
        now = NOW + timedelta(minutes=10 * depth)
        for action, move in moves.items():
            at = circumstances(broadcast, now=now, factor=False)
            if denial(thief, action, broadcast, at) is None and depth < 6:
                after = moved(broadcast, move, by="minh", at=now)
                seen.add(after.state)
                left.append((after, depth + 1))
    assert seen == {State.DRAFT, State.SUBMITTED, State.REJECTED}
