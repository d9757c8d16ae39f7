"""The judge lets sound requests pass and names what is wrong with others."""

import pytest

from tests.telegram_server.calls import JSON, Call
from tests.telegram_server.judge import assert_sound, judge, judged_server


@pytest.mark.parametrize(
    ("method", "parameters", "fault"),
    [
        ("sendMessage", {"chat_id": "77", "text": "a"}, ""),
        ("sendMessage", {"chat_id": "77", "text": "1"}, ""),
        ("sendMessage", {"chat_id": "@kenh", "text": "a", "disable_notification": "true"}, ""),
        ("sendMessage", {"chat_id": "77"}, "text: Field required"),
        ("sendMessage", {"chat_id": "77", "text": "a", "colour": "red"}, "colour: unknown"),
        ("sendMessage", {"chat_id": "77", "text": "a", "disable_notification": "maybe"}, "valid boolean"),
        ("sendMessage", {"chat_id": "77", "text": "a", "disable_notification": "1"}, "valid boolean"),
        ("sendMessage", {"chat_id": "77", "text": "a" * 4097}, "text: 4097 plain, may be 1 to 4096"),
        ("sendMessage", {"chat_id": 77, "text": "<x>", "parse_mode": "HTML"}, "can't parse entities"),
        (
            "sendMessage",
            {"chat_id": 77, "text": "a", "reply_markup": '{"inline_keyboard": [[{"text": "a", "data": "b"}]]}'},
            "reply_markup.inline_keyboard.0.0.data: unknown",
        ),
        (
            "sendMessage",
            {
                "chat_id": 77,
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "https://a.vn", "callback_data": "b"}]]},
            },
            "2 actions, may be 1 to 1",
        ),
        ("getUpdates", {"offset": "1", "limit": "101", "timeout": "30"}, "limit: 101 value, may be 1 to 100"),
        ("sendTelegram", {}, "no such method"),
    ],
)
def test_the_judge_finds_what_the_bot_api_does_not_know(method: str, parameters: JSON, fault: str) -> None:
    faults = "\n".join(judge(Call(method, parameters, {}, 0.0)))
    assert fault in faults if fault else not faults


async def test_a_judged_server_fails_the_test_in_the_end() -> None:
    with pytest.raises(AssertionError, match="no such method"):
        async with judged_server() as server:
            server.requests.append(Call("sendTelegram", {}, {}, 0.0))


def test_each_fault_is_named_once() -> None:
    calls = [Call("sendMessage", {"chat_id": 77}, {}, 0.0)] * 3
    with pytest.raises(AssertionError) as failed:
        assert_sound(calls)
    assert str(failed.value).count("Field required") == 1
