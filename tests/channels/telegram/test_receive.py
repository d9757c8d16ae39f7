import copy
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import Update
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import BadSignature, ChannelError, Unreadable
from bot.channels.telegram.account import Account
from bot.channels.telegram.callback import read_callback, write_callback
from bot.channels.telegram.receive import LARGEST_BODY, Press, read_update, receive
from bot.messages import Address, Choice, Incoming, Kind
from tests.channels.telegram.payload_tables import CASES, EVERY_CASE, Case

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECRET = Account("123456:TEST").secret
HEADERS = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": SECRET}
MALFORMED_UPDATES = 5000
SPOILERS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**80, 1e308, float("nan"), "", "x", "\0", "\ud800", "9" * 400, [], [[]], [None]),
    *({}, {"type": "x"}, {"id": "x"}, [{"type": "text_link", "offset": -1, "length": 10**9, "url": 5}]),
)


def heard(update: dict[str, Any]) -> list[Incoming]:
    return receive(HEADERS, json.dumps(update).encode(), SECRET, NOON)


def fields(incoming: Incoming) -> dict[str, Any]:
    told = ("id", "text", "choice", "screen")
    return {"account": incoming.address.account, "kind": incoming.kind.value} | {n: getattr(incoming, n) for n in told}


@EVERY_CASE
def test_hears_what_telegram_tells(case: Case) -> None:
    assert [fields(incoming) for incoming in heard(case.update)] == case.heard


@EVERY_CASE
def test_the_tables_hold_what_telegram_could_send(case: Case) -> None:
    Update.model_validate(case.update)


@EVERY_CASE
def test_a_repeat_has_the_same_id(case: Case) -> None:
    assert [one.id for one in heard(case.update)] == [one.id for one in heard(case.update)]


def test_every_kind_is_in_the_tables() -> None:
    assert {one["kind"] for case in CASES.values() for one in case.heard} == {kind.value for kind in Kind}


@pytest.mark.parametrize(
    ("about", "at"),
    [
        ("words: a number", datetime(2026, 11, 18, 11, 6, 40, tzinfo=UTC)),
        ("edits: corrected words count as said now", datetime(2026, 11, 18, 11, 7, tzinfo=UTC)),
        ("members: the bot is blocked", datetime(2026, 11, 18, 11, 6, 40, tzinfo=UTC)),
        ("presses: an answer of a quiz", NOON),
    ],
)
def test_the_time_is_when_it_happened_and_of_a_press_when_it_came(about: str, at: datetime) -> None:
    assert [one.at for one in heard(CASES[about].update)] == [at]


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ("presses: an answer of a quiz", 41),
        ("presses: on a message that can no longer be read", 0),
        ("presses: on a message that Telegram does not tell", 0),
    ],
)
def test_a_press_says_how_it_can_be_acknowledged(about: str, message: int) -> None:
    [press] = heard(CASES[about].update)
    assert isinstance(press, Press)
    assert (press.query, press.message) == ("4382", message)


def test_zero_characters_are_left_out() -> None:
    update = copy.deepcopy(CASES["words: a number"].update)
    update["message"]["text"] = "a\0b"
    assert [one.text for one in heard(update)] == ["ab"]


@pytest.mark.parametrize(
    "secret", ["", "x", SECRET[:-1], f"{SECRET} ", SECRET.upper(), "mật khẩu", "\udcff"], ids=ascii
)
@pytest.mark.parametrize("body", [b"{}", b"{", b"x" * (LARGEST_BODY + 1)], ids=["empty", "broken", "large"])
def test_nothing_is_read_without_the_secret(secret: str, body: bytes) -> None:
    with pytest.raises(BadSignature) as refused:
        receive({**HEADERS, "X-Telegram-Bot-Api-Secret-Token": secret}, body, SECRET, NOON)
    assert SECRET not in repr(refused.value)


def test_a_webhook_without_the_header_is_refused() -> None:
    with pytest.raises(BadSignature):
        receive({}, b"{}", SECRET, NOON)


def test_the_name_of_the_header_may_be_written_in_any_way() -> None:
    body = json.dumps(CASES["words: a number"].update).encode()
    assert receive({"x-telegram-bot-api-SECRET-token": SECRET}, body, SECRET, NOON)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b"null",
        b"[]",
        b"1",
        b'"x"',
        b"{}",
        b'{"update_id": "1"}',
        b'{"update_id": true}',
        b"[" * 9000,
    ],
    ids=lambda body: ascii(body[:20]),
)
def test_what_is_no_update_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        receive(HEADERS, body, SECRET, NOON)


def test_errors_carry_nothing_of_what_was_written() -> None:
    with pytest.raises(Unreadable) as refused:
        read_update({"update_id": 1, "message": {"text": "mật khẩu của tôi"}}, NOON)
    assert "mật khẩu" not in repr(refused.value)
    assert refused.value.__context__ is refused.value.__cause__ is None


def test_more_than_the_limit_is_unreadable() -> None:
    update = json.dumps(CASES["words: a number"].update).encode()
    assert receive(HEADERS, update.ljust(LARGEST_BODY), SECRET, NOON)
    with pytest.raises(Unreadable):
        receive(HEADERS, update.ljust(LARGEST_BODY + 1), SECRET, NOON)


def test_whatever_is_broken_in_an_update_is_refused_by_name() -> None:
    chance = random.Random("hỏng")
    sound = [case.update for case in CASES.values()]
    outcomes = [_outcome(spoilt(chance.choice(sound), chance)) for _ in range(MALFORMED_UPDATES)]
    assert {"Unreadable", "heard", "silence"} == set(outcomes)


def _outcome(update: object) -> str:
    try:
        found = read_update(update, NOON)
    except ChannelError as error:
        return type(error).__name__
    for incoming in found:
        kept = f"{incoming.address}{incoming.id}{incoming.text}{incoming.choice}{incoming.screen}"
        assert "\0" not in kept.encode().decode()
        assert Address.parse(str(incoming.address)).account.isdecimal()
    return "heard" if found else "silence"


def spoilt(update: dict[str, Any], chance: random.Random) -> object:
    """A copy of the update with a few places of its tree taken out or replaced."""
    tree: dict[str, Any] = {"update": copy.deepcopy(update)}
    for _ in range(chance.randint(1, 3)):
        holder, place = chance.choice(list(_places(tree)))
        if chance.random() < 0.3:
            del holder[place]
        else:
            holder[place] = copy.deepcopy(chance.choice(SPOILERS))
        if "update" not in tree:
            return None
    return tree["update"]


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for place, value in inside:
        yield tree, place
        yield from _places(value)


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(
    screen=NAMES.filter(lambda name: "|" not in name and not name.startswith("#")), id=NAMES, key=st.sampled_from("120")
)
def test_a_button_comes_back_as_what_it_stood_for(screen: str, id: str, key: str) -> None:
    data = write_callback(screen[:15], Choice(id, "Tắt máy", key))
    assert len(data.encode()) <= 64
    whole = ("", id, screen[:15] or None)
    assert read_callback(data) == (whole if not data.startswith("#") else (key, None, screen[:15] or None))


def test_a_long_name_of_a_choice_gives_way_to_its_key() -> None:
    assert write_callback("17", Choice("ạ" * 30, "Tắt máy", "2")) == "#17|2"
    assert write_callback("17", Choice("a" * 61, "Tắt máy", "2")) == "17|" + "a" * 61
