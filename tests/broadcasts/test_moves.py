"""Every state and every move: where it leads, or that it leads nowhere."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from broadcasts.audience import Audience
from broadcasts.broadcast import LIVE, MOVES, TAKES, Broadcast, Impossible, Move, State
from broadcasts.notice import Kind
from tests.broadcasts.made import ENDS, NEIGHBOUR, NOW, STORM, all_clear_of, correction_of, moved, written

# rows: the state before; columns: the moves in the order of the enum; "-": it leads nowhere
_COLUMNS = "edit submit approve alone return reject release start finish withdraw replace end expire review"
_TABLE = """
draft     | draft submitted -        -        -     rejected approved -       -    -         -       -     expired -
submitted | draft -         approved approved draft rejected -        -       -    -         -       -     expired -
approved  | -     -         -        -        -     -        -        sending -    cancelled updated -     expired approved
sending   | -     -         -        -        -     -        -        -       sent cancelled updated ended -       sending
sent      | -     -         -        -        -     -        -        -       -    cancelled updated ended -       sent
updated   | -     -         -        -        -     -        -        -       -    -         -       -     -       updated
cancelled | -     -         -        -        -     -        -        -       -    -         -       -     -       cancelled
ended     | -     -         -        -        -     -        -        -       -    -         -       -     -       ended
rejected  | -     -         -        -        -     -        -        -       -    -         -       -     -       -
expired   | -     -         -        -        -     -        -        -       -    -         -       -     -       expired
"""  # noqa: E501 - a table
CELLS = [
    (State(row.partition("|")[0].strip()), move, cell)
    for row in _TABLE.strip().splitlines()
    for move, cell in zip(Move, row.partition("|")[2].split(), strict=True)
]


def test_the_table_has_every_cell() -> None:
    assert len(_COLUMNS.split()) == len(Move)
    assert {(state, move) for state, move, _ in CELLS} == {(state, move) for state in State for move in Move}


@pytest.mark.parametrize(("state", "move", "after"), CELLS, ids=lambda value: getattr(value, "value", value))
def test_every_move_leads_where_it_should(state: State, move: Move, after: str) -> None:
    broadcast = replace(written(), state=state)
    if after == "-":
        with pytest.raises(Impossible, match=f"{state.value} cannot {move.value}"):
            moved(broadcast, move)
    else:
        assert moved(broadcast, move).state is State(after)


def test_every_state_can_be_reached_and_left_only_as_the_table_says() -> None:
    reached = {State.DRAFT}
    while more := {after for (before, _), after in MOVES.items() if before in reached} - reached:
        reached |= more
    assert reached == set(State)


def test_no_way_leads_from_draft_to_sending_without_approval() -> None:
    """Only what was approved together with what it speaks of is let go without an approval of its own."""
    approving = {Move.APPROVE, Move.APPROVE_ALONE, Move.RELEASE}
    reached = {State.DRAFT}
    for _ in State:
        reached |= {after for (before, move), after in MOVES.items() if before in reached and move not in approving}
    assert reached == {State.DRAFT, State.SUBMITTED, State.REJECTED, State.EXPIRED}


def test_what_a_following_notice_does_is_a_move_of_everything_that_was_begun() -> None:
    assert set(TAKES) == set(Kind) - {Kind.ACTUAL}
    assert all((state, move) in MOVES for move in TAKES.values() for state in LIVE - {State.APPROVED})


def test_a_move_keeps_who_when_from_where_why_and_the_hash_of_the_text() -> None:
    broadcast = written().moved(Move.EDIT, "an", NOW, "telegram:1", "lần đầu")
    [kept] = broadcast.moves
    assert (kept.move, kept.by, kept.at, kept.where, kept.reason) == (Move.EDIT, "an", NOW, "telegram:1", "lần đầu")
    assert kept.text_hash == written().text_hash


@pytest.mark.parametrize(
    "changes",
    [
        {"notice": replace(STORM, headline="Bão số 13")},
        {"notice": replace(STORM, ends=ENDS + timedelta(hours=1))},
        {"correction": replace(correction_of(STORM), instruction="Ra ngoài đi.")},
        {"correction": None},
        {"all_clear": replace(all_clear_of(STORM), description="Xong.")},
        {"audience": Audience(frozenset({NEIGHBOUR}))},
        {"audience": Audience(written().audience.areas, ages=frozenset({"elder"}))},
        {"audience": Audience(written().audience.areas, channels=frozenset({"telegram"}))},
        {"refers_to": "b0"},
        {"begins": NOW},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_approval_is_for_every_text_for_who_gets_it_and_for_the_hour(changes: dict[str, Any]) -> None:
    assert replace(written(), **changes).text_hash != written().text_hash


def test_what_happens_to_a_broadcast_does_not_change_the_text() -> None:
    sent = replace(moved(written(), Move.SUBMIT, Move.APPROVE, Move.START), people=1000)
    assert sent.text_hash == written().text_hash


def test_an_edit_returns_it_to_draft_under_another_hash() -> None:
    submitted = moved(written(), Move.SUBMIT)
    edited = submitted.edited("lan", NOW, "telegram:lan", notice=replace(STORM, headline="Bão số 13"))
    assert edited.state is State.DRAFT
    assert edited.text_hash != submitted.text_hash
    assert edited.writers == {"writer", "lan"}


@pytest.mark.parametrize("drill", [True, False])
def test_a_drill_never_becomes_real_and_nothing_real_a_drill(drill: bool) -> None:
    before = replace(STORM, drill=drill)
    with pytest.raises(ValueError, match="write it anew"):
        written(before, correction=None, all_clear=None).edited(
            "lan", NOW, "telegram:lan", notice=replace(STORM, drill=not drill)
        )


@pytest.mark.parametrize(
    "spoilt",
    [
        {"correction": all_clear_of(STORM)},
        {"all_clear": correction_of(STORM)},
        {"correction": replace(correction_of(STORM), drill=True)},
        {"all_clear": replace(all_clear_of(STORM), drill=True)},
    ],
    ids=["no correction", "no all-clear", "correction of a drill", "all-clear of a drill"],
)
def test_what_lies_ready_is_what_it_says(spoilt: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must say so"):
        written(**spoilt)


def test_what_was_sent_alone_waits_for_a_second_look() -> None:
    submitted = moved(written(), Move.SUBMIT)
    alone = moved(submitted, Move.APPROVE_ALONE)
    assert not submitted.sent_unseen
    assert not moved(submitted, Move.APPROVE).sent_unseen
    assert alone.sent_unseen
    assert moved(alone, Move.START, Move.WITHDRAW).sent_unseen
    assert not moved(alone, Move.START, Move.REVIEW).sent_unseen


def test_the_last_of_several_moves() -> None:
    broadcast: Broadcast = moved(written(), Move.EDIT, Move.SUBMIT, Move.RETURN, Move.EDIT)
    last = broadcast.last(Move.EDIT, Move.SUBMIT)
    assert last is broadcast.moves[-1]
    assert broadcast.last(Move.APPROVE) is None
