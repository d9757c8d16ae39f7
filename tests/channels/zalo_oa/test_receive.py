import copy
import json
import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import BadSignature, ChannelError, Refused, Unreadable
from bot.channels.zalo_oa.account import Account
from bot.channels.zalo_oa.callback import LONGEST, read_callback, write_callback
from bot.channels.zalo_oa.receive import KINDS, receive
from bot.channels.zalo_oa.signature import AHEAD, LARGEST_BODY, OLDEST, mac
from bot.messages import Choice, Kind
from tests.channels.token_store_contract import NOON
from tests.channels.zalo_oa.opened import account
from tests.channels.zalo_oa.payload_tables import CASES, EVERY_CASE, Case
from tests.zalo_oa_server.people import mac_of, signed
from tests.zalo_oa_server.server import APP_ID, OA_SECRET

ACCOUNT = account()
MALFORMED, FORGED = 5_000, 10_000
SPOILERS: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e300,
    "",
    "x",
    "\0",
    "\ud800",
    "9" * 5000,
    [],
    [1],
    {},
    {"id": 1},
    [[[]]],
)
WORDS = CASES["words: words"].event


def heard(event: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "account": one.address.account,
            "kind": one.kind.value,
            "text": one.text,
            "choice": one.choice,
            "screen": one.screen,
        }
        for one in receive(*signed(APP_ID, OA_SECRET, event), ACCOUNT, NOON)
    ]


@EVERY_CASE
def test_every_event_is_heard_as_its_table_says(case: Case) -> None:
    assert heard(case.event) == case.heard


def test_every_kind_of_event_has_a_case() -> None:
    assert {case.event["event_name"] for case in CASES.values() if case.heard} == set(KINDS)


def test_an_incoming_carries_the_moment_of_its_event() -> None:
    [incoming] = receive(*signed(APP_ID, OA_SECRET, WORDS), ACCOUNT, NOON)
    assert incoming.at == NOON


VECTOR = (
    b'{"app_id":"1234567890","event_name":"user_send_text","message":{"msg_id":"m1","text":"xin ch\xc3\xa0o"},'
    b'"recipient":{"id":"oa1"},"sender":{"id":"u1"},"timestamp":"1795000000000"}'
)
SIGNATURE = "c489663fc79d4f8e1f06f2d2e2df733f480b9a3b41b1877b2aef6a54615bc65c"


def test_the_signature_is_that_of_the_documented_example() -> None:
    assert mac(Account("1234567890", "app", "OA_SECRET"), VECTOR, "1795000000000") == SIGNATURE


def given_as(value: str, name: str = "X-ZEvent-Signature") -> dict[str, str]:
    return {name: value}


def right() -> tuple[str, bytes]:
    headers, body = signed(APP_ID, OA_SECRET, WORDS)
    return headers["X-ZEvent-Signature"].removeprefix("mac="), body


@pytest.mark.parametrize("form", ["{}", "mac={}", "MAC={}", " mac={} "])
@pytest.mark.parametrize("name", ["X-ZEvent-Signature", "x-zevent-signature", "X-ZEVENT-SIGNATURE"])
def test_the_signature_may_be_written_in_any_way(form: str, name: str) -> None:
    signature, body = right()
    for written in (signature, signature.upper()):
        assert receive(given_as(form.format(written), name), body, ACCOUNT, NOON)


def test_the_signature_is_over_the_exact_bytes() -> None:
    signature, body = right()
    same = json.dumps(json.loads(body)).encode()
    assert json.loads(same) == json.loads(body)
    with pytest.raises(BadSignature):
        receive(given_as(signature), same, ACCOUNT, NOON)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 9000, b'{"event_name": "follow"}'], ids=ascii
)
def test_what_has_no_signature_is_not_read(body: bytes) -> None:
    for headers in ({}, given_as(""), given_as("mac="), given_as("\udcff")):
        with pytest.raises(BadSignature):
            receive(headers, body, ACCOUNT, NOON)


def test_a_body_of_unreasonable_size_is_not_hashed() -> None:
    with pytest.raises(Unreadable):
        receive({}, b" " * (LARGEST_BODY + 1), ACCOUNT, NOON)


@pytest.mark.parametrize(
    ("age", "taken"),
    [
        (timedelta(0), True),
        (timedelta(hours=1, minutes=50, seconds=30), True),  # the last repeat, if each pause follows the other
        (OLDEST, True),
        (OLDEST + timedelta(seconds=1), False),
        (-AHEAD, True),
        (-AHEAD - timedelta(seconds=1), False),
        (timedelta(days=400), False),
    ],
)
def test_an_event_is_taken_while_zalo_may_still_repeat_it(age: timedelta, taken: bool) -> None:
    stamped = {**WORDS, "timestamp": str(int((NOON - age).timestamp() * 1000))}
    headers, body = signed(APP_ID, OA_SECRET, stamped)
    if taken:
        assert receive(headers, body, ACCOUNT, NOON)
    else:
        with pytest.raises(BadSignature):
            receive(headers, body, ACCOUNT, NOON)


@pytest.mark.parametrize("timestamp", ["", "soon", "-1", "9" * 40, "１７９５", True, None, 1.5, [1]], ids=ascii)
def test_a_moment_that_is_none_is_stale(timestamp: object) -> None:
    body = json.dumps({**WORDS, "timestamp": timestamp}).encode()
    for written in ("", str(timestamp)):
        signature = mac_of(APP_ID, OA_SECRET, body, written)
        with pytest.raises(BadSignature):
            receive(given_as(signature), body, ACCOUNT, NOON)


@pytest.mark.parametrize(
    ("missing", "names"),
    [
        (("", "s", "t"), ["CAMTAY_ZALO_OA_APP_ID"]),
        (("a", "", "t"), ["CAMTAY_ZALO_OA_APP_SECRET"]),
        (("a", "s", " "), ["CAMTAY_ZALO_OA_SECRET"]),
        (("", "", ""), ["CAMTAY_ZALO_OA_APP_ID", "CAMTAY_ZALO_OA_APP_SECRET", "CAMTAY_ZALO_OA_SECRET"]),
    ],
)
def test_without_its_secrets_there_is_no_account(missing: tuple[str, str, str], names: list[str]) -> None:
    with pytest.raises(ValueError, match=" and ".join(names)):
        Account(*missing)


def test_an_account_never_shows_its_secrets() -> None:
    assert "SECRET" not in repr(ACCOUNT)


def test_thousands_of_broken_events_are_refused_by_name() -> None:
    chance = random.Random("hỏng")
    sound = [case.event for case in CASES.values()]
    outcomes = {_outcome(spoilt(chance.choice(sound), chance)) for _ in range(MALFORMED)}
    assert outcomes == {"BadSignature", "Unreadable", "heard", "silence"}


def _outcome(event: object) -> str:
    timestamp = event.get("timestamp") if isinstance(event, dict) else ""
    body = json.dumps(event).encode()
    signature = mac_of(APP_ID, OA_SECRET, body, str(timestamp).encode(errors="replace").decode())
    try:
        found = receive(given_as(signature), body, ACCOUNT, NOON)
    except ChannelError as error:
        return type(error).__name__ if error.__context__ is None else "carries another error"
    for incoming in found:
        assert incoming.address.account.isdecimal()
        kept = f"{incoming.address}{incoming.id}{incoming.text}{incoming.choice}{incoming.screen}"
        assert "\0" not in kept.encode().decode()
    return "heard" if found else "silence"


def test_thousands_of_forged_events_are_not_accepted() -> None:
    chance = random.Random("giả")
    cases = [signed(APP_ID, OA_SECRET, case.event) for case in CASES.values()]
    accepted = 0
    for _ in range(FORGED):
        headers, body = chance.choice(cases)
        try:
            receive(*forged(headers["X-ZEvent-Signature"], body, chance), ACCOUNT, NOON)
            accepted += 1
        except BadSignature:
            pass
    assert accepted == 0


def forged(signature: str, body: bytes, chance: random.Random) -> tuple[dict[str, str], bytes]:
    """The right pair with one thing wrong: the secret, the app, a byte, the hash, the timestamp of the hash."""
    place, event = chance.randrange(len(body)), json.loads(body)
    digest = signature.removeprefix("mac=")
    match chance.randrange(6):
        case 0:
            return signed(APP_ID, chance.randbytes(8).hex(), event)
        case 1:
            return signed(chance.randbytes(8).hex(), OA_SECRET, event)
        case 2:
            return given_as(signature), body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]
        case 3:
            at = chance.randrange(len(digest))
            return given_as(f"mac={digest[:at]}{(int(digest[at], 16) + 1) % 16:x}{digest[at + 1 :]}"), body
        case 4:
            return given_as(mac_of(APP_ID, OA_SECRET, body, str(chance.randrange(10**13)))), body
        case _:
            return given_as(chance.choice(["", "mac=", digest[:-1], f"{digest}0", "0" * 64, "mật khẩu"])), body


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


@pytest.mark.parametrize(
    "broken", [{"message": None}, {"sender": {}}, {"sender": {"id": 77}}, {"sender": {"id": "lan"}}]
)
def test_errors_carry_nothing_of_what_was_written(broken: dict[str, Any]) -> None:
    event = {**WORDS, "note": "mật khẩu của tôi", **broken}
    with pytest.raises(Unreadable) as refused:
        receive(*signed(APP_ID, OA_SECRET, event), ACCOUNT, NOON)
    assert "mật khẩu" not in repr(refused.value)
    assert refused.value.__context__ is refused.value.__cause__ is None


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(screen=NAMES.filter(lambda name: "|" not in name and not name.startswith("#")), id=NAMES.filter(bool))
def test_a_button_comes_back_as_what_it_stood_for(screen: str, id: str) -> None:
    assert read_callback(write_callback(screen, Choice(id, "Tắt máy", "2"))) == (screen, id)


def test_a_button_carries_a_thousand_characters_at_most() -> None:
    assert len(write_callback("17", Choice("a" * (LONGEST - 4), "Tắt máy"))) == LONGEST
    with pytest.raises(Refused):
        write_callback("17", Choice("a" * (LONGEST - 3), "Tắt máy"))


def test_whoever_leaves_is_told_apart_from_whoever_writes() -> None:
    assert {KINDS["follow"], KINDS["unfollow"]} == {Kind.START, Kind.LEFT}
