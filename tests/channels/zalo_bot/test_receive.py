import copy
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels.channel import BadSignature, ChannelError, Unreadable
from bot.channels.zalo_bot.account import Account
from bot.channels.zalo_bot.receive import KINDS, LARGEST_BODY, read_event, receive
from bot.messages import Address, Incoming, Kind
from tests.channels.zalo_bot.opened import NOON
from tests.channels.zalo_bot.payload_tables import CASES, EVERY_CASE, Case

SECRET = Account("123456:TEST").secret
HEADERS = {"Content-Type": "application/json", "X-Bot-Api-Secret-Token": SECRET}
MALFORMED, FORGED = 5000, 10_000
SPOILERS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**80, 1e308, float("nan"), "", "x", "\0", "\ud800", "9" * 400, [], [[]], [None]),
    *({}, {"id": "x"}, {"id": 5}, {"ok": True, "result": {"event_name": "message.text.received", "message": 5}}),
)
WORDS = CASES["texts: plain words"].event


def heard(event: object) -> list[Incoming]:
    return receive(HEADERS, json.dumps(event).encode(), SECRET, NOON)


def fields(incoming: Incoming) -> dict[str, Any]:
    account = incoming.address.account
    return {"id": incoming.id, "account": account, "kind": incoming.kind.value, "text": incoming.text}


@EVERY_CASE
def test_an_event_is_heard_flat_and_wrapped(case: Case) -> None:
    assert [fields(incoming) for incoming in heard(case.event)] == case.heard
    assert heard({"ok": True, "result": case.event}) == heard(case.event)


def test_every_event_and_kind_is_in_the_tables() -> None:
    assert {case.event["event_name"] for case in CASES.values()} >= set(KINDS)
    kinds = {one["kind"] for case in CASES.values() for one in case.heard}
    assert kinds == {kind.value for kind in Kind} - {"forward", "left", "returned"}


def test_the_time_is_given_in_milliseconds() -> None:
    [incoming] = heard(WORDS)
    assert incoming.at == datetime(2026, 11, 18, 11, 6, 40, tzinfo=UTC) + timedelta(milliseconds=123)


def test_a_message_without_a_time_came_now() -> None:
    event = copy.deepcopy(WORDS)
    del event["message"]["date"]
    assert [one.at for one in heard(event)] == [NOON]


def test_an_empty_probe_is_answered_with_silence() -> None:
    assert receive({"X-Bot-Api-Secret-Token": SECRET}, b"", SECRET, NOON) == []


@pytest.mark.parametrize(
    "secret", ["", "x", SECRET[:-1], f"{SECRET} ", SECRET.upper(), "mật khẩu", "\udcff"], ids=ascii
)
@pytest.mark.parametrize("body", [b"", b"{}", b"{", b"x" * (LARGEST_BODY + 1)], ids=["probe", "empty", "broken", "big"])
def test_nothing_is_read_without_the_secret(secret: str, body: bytes) -> None:
    with pytest.raises(BadSignature) as refused:
        receive({**HEADERS, "X-Bot-Api-Secret-Token": secret}, body, SECRET, NOON)
    assert SECRET not in repr(refused.value)


@pytest.mark.parametrize("name", ["X-Zalo-Secret-Token", "X-Zalo-Signature", "X-Telegram-Bot-Api-Secret-Token"])
def test_a_secret_under_another_name_proves_nothing(name: str) -> None:
    with pytest.raises(BadSignature):
        receive({name: SECRET}, b"{}", SECRET, NOON)


def test_the_name_of_the_header_may_be_written_in_any_way() -> None:
    assert receive({"x-bot-api-SECRET-token": SECRET}, json.dumps(WORDS).encode(), SECRET, NOON)


BODIES = (b"{", b"\xff", b"null", b"[]", b"1", b'"x"', b"{}", b'{"ok": true}', b'{"event_name": 5}', b"[" * 9000)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: ascii(body[:20]))
def test_what_is_no_event_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        receive(HEADERS, body, SECRET, NOON)


def test_more_than_the_limit_is_unreadable() -> None:
    event = json.dumps(WORDS).encode()
    assert receive(HEADERS, event.ljust(LARGEST_BODY), SECRET, NOON)
    with pytest.raises(Unreadable):
        receive(HEADERS, event.ljust(LARGEST_BODY + 1), SECRET, NOON)


@pytest.mark.parametrize(
    "wrong",
    [{"message_id": 5}, {"message_id": ""}, {"chat": {"id": 77}}, {"from": None}, {"date": "soon"}, {"text": ["a"]}],
    ids=str,
)
def test_a_message_in_another_form_is_unreadable_and_not_repeated(wrong: dict[str, Any]) -> None:
    event = {**WORDS, "message": {**WORDS["message"], "caption": "mật khẩu của tôi", **wrong}}
    with pytest.raises(Unreadable) as refused:
        read_event(event, NOON)
    assert "mật khẩu" not in repr(refused.value)
    assert refused.value.__context__ is refused.value.__cause__ is None


def test_whatever_is_broken_in_an_event_is_refused_by_name() -> None:
    chance = random.Random("hỏng")
    sound = [case.event for case in CASES.values()]
    outcomes = [_outcome(spoilt(chance.choice(sound), chance)) for _ in range(MALFORMED)]
    assert {"Unreadable", "heard", "silence"} == set(outcomes)


def test_whatever_is_forged_is_refused_unread() -> None:
    chance = random.Random("giả")
    sound = [json.dumps(case.event).encode() for case in CASES.values()]
    for _ in range(FORGED):
        with pytest.raises(BadSignature):
            receive(_forged(chance), chance.choice(sound), SECRET, NOON)


def _forged(chance: random.Random) -> dict[str, str]:
    """Headers of somebody who knows nearly everything."""
    place = chance.randrange(len(SECRET))
    digit = chance.choice([one for one in "0123456789abcdef" if one != SECRET[place]])
    guesses = (
        SECRET[:place] + digit + SECRET[place + 1 :],
        SECRET[:place],
        SECRET + chance.choice("0 \n\0"),
        f"{chance.getrandbits(256):064x}",
        "".join(chance.choice(SECRET) for _ in SECRET) + "x",
        chance.choice(["", "null", "á" * 64, "\udcff", SECRET.upper()]),
    )
    name = chance.choice(["X-Bot-Api-Secret-Token", "x-bot-api-secret-token", "X-Zalo-Secret-Token", "Authorization"])
    return {name: chance.choice(guesses)}


def _outcome(event: object) -> str:
    try:
        found = read_event(event, NOON)
    except ChannelError as error:
        return type(error).__name__
    for incoming in found:
        kept = f"{incoming.address}{incoming.id}{incoming.text}"
        assert "\0" not in kept.encode().decode()
        assert Address.parse(str(incoming.address)) == incoming.address
    return "heard" if found else "silence"


def spoilt(event: dict[str, Any], chance: random.Random) -> object:
    """A copy of the event with a few places of its tree taken out or replaced."""
    tree: dict[str, Any] = {"event": copy.deepcopy(event)}
    for _ in range(chance.randint(1, 3)):
        holder, place = chance.choice(list(_places(tree)))
        if chance.random() < 0.3:
            del holder[place]
        else:
            holder[place] = copy.deepcopy(chance.choice(SPOILERS))
        if "event" not in tree:
            return None
    return tree["event"]


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for place, value in inside:
        yield tree, place
        yield from _places(value)
