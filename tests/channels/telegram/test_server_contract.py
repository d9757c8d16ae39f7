"""The local Bot API server behaves as two libraries, written by others against the real one, expect it to."""

from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.telegram_server import fixtures
from tests.telegram_server.calls import JSON
from tests.telegram_server.clients import Client
from tests.telegram_server.fixtures import DEAD, GROUP, LAN, LEFT, MOVED, NOBODY, SHY
from tests.telegram_server.judge import assert_sound
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="module")

bot, client, future, server = fixtures.bot, fixtures.client, fixtures.future, fixtures.server

FULFILLED: dict[str, tuple[str, JSON, Callable[[Any], bool]]] = {
    "who am I": ("get_me", {}, lambda me: me.is_bot and me.username == "camtay_bot"),
    "words": ("send_message", {"chat_id": LAN, "text": "Chào bác"}, lambda sent: sent.text == "Chào bác"),
    "the message's frame": (
        "send_message",
        {"chat_id": LAN, "text": "a"},
        lambda sent: (sent.message_id, sent.chat.id, sent.from_user.is_bot) == (42, LAN, True),
    ),
    "HTML": (
        "send_message",
        {"chat_id": LAN, "text": "👍 <b>Bác</b> &amp; cháu", "parse_mode": "HTML"},
        lambda sent: sent.text == "👍 Bác & cháu" and (sent.entities[0].offset, sent.entities[0].length) == (3, 3),
    ),
    "quietly": (
        "send_message",
        {"chat_id": LAN, "text": "a", "disable_notification": True, "protect_content": True},
        lambda sent: sent.has_protected_content,
    ),
    "typing": ("send_chat_action", {"chat_id": LAN, "action": "typing"}, bool),
    "pin": ("pin_chat_message", {"chat_id": LAN, "message_id": 41}, bool),
    "edit": (
        "edit_message_text",
        {"chat_id": LAN, "message_id": 41, "text": "Tạm biệt"},
        lambda edited: (edited.message_id, edited.text) == (41, "Tạm biệt") and edited.edit_date,
    ),
    "delete": ("delete_message", {"chat_id": LAN, "message_id": 41}, bool),
    "delete what is there": ("delete_messages", {"chat_id": LAN, "message_ids": [40, 41]}, bool),
    "description": ("set_my_description", {"description": "Học từng bước", "language_code": "vi"}, bool),
    "short description": ("set_my_short_description", {"short_description": "Học"}, bool),
    "no webhook": ("get_webhook_info", {}, lambda info: info.url == "" and info.pending_update_count == 0),
    "drop the webhook": ("delete_webhook", {"drop_pending_updates": True}, bool),
}


@pytest.mark.parametrize("row", FULFILLED)
async def test_what_is_asked_is_done(server: TelegramServer, bot: Any, row: str) -> None:
    method, parameters, expected = FULFILLED[row]
    assert expected(await getattr(bot, method)(**parameters))
    assert [call.status for call in server.requests] == [200]
    assert_sound(server.requests)


REFUSED: dict[str, tuple[str, JSON, str, str]] = {
    "nobody": ("send_message", {"chat_id": NOBODY, "text": "a"}, "bad request", "chat not found"),
    "a stranger": (
        "send_message",
        {"chat_id": SHY, "text": "a"},
        "forbidden",
        "bot can't initiate conversation with a user",
    ),
    "blocked": ("send_message", {"chat_id": LEFT, "text": "a"}, "forbidden", "bot was blocked by the user"),
    "deactivated": ("send_message", {"chat_id": DEAD, "text": "a"}, "forbidden", "user is deactivated"),
    "kicked": ("send_message", {"chat_id": GROUP, "text": "a"}, "forbidden", "bot was kicked from the group chat"),
    "moved": ("send_message", {"chat_id": MOVED, "text": "a"}, "moved", "-1002"),
    "nothing to say": ("send_message", {"chat_id": LAN, "text": " "}, "bad request", "message text is empty"),
    "too much": ("send_message", {"chat_id": LAN, "text": "a" * 4097}, "bad request", "message is too long"),
    "broken HTML": (
        "send_message",
        {"chat_id": LAN, "text": "3 < 4", "parse_mode": "HTML"},
        "bad request",
        "can't parse entities",
    ),
    "the same": (
        "edit_message_text",
        {"chat_id": LAN, "message_id": 41, "text": "Xin chào"},
        "bad request",
        "message is not modified",
    ),
    "the same buttons": (
        "edit_message_reply_markup",
        {"chat_id": LAN, "message_id": 41},
        "bad request",
        "message is not modified",
    ),
    "edit nothing": (
        "edit_message_text",
        {"chat_id": LAN, "message_id": 40, "text": "a"},
        "bad request",
        "message to edit not found",
    ),
    "delete nothing": (
        "delete_message",
        {"chat_id": LAN, "message_id": 40},
        "bad request",
        "message to delete not found",
    ),
    "an old press": (
        "answer_callback_query",
        {"callback_query_id": "1"},
        "bad request",
        "query is too old and response timeout expired or query ID is invalid",
    ),
    "no such file": ("get_file", {"file_id": "a"}, "bad request", "invalid file_id"),
    "no such photo": ("send_photo", {"chat_id": LAN, "photo": "a"}, "bad request", "wrong remote file identifier"),
    "a far photo": (
        "send_photo",
        {"chat_id": LAN, "photo": "https://a.vn/a.png"},
        "bad request",
        "failed to get HTTP URL content",
    ),
    "a strange action": (
        "send_chat_action",
        {"chat_id": LAN, "action": "sing"},
        "bad request",
        "wrong parameter action in request",
    ),
    "long description": (
        "set_my_description",
        {"description": "a" * 513},
        "bad request",
        "BOT_DESCRIPTION_TOO_LONG",
    ),
}


@pytest.mark.parametrize("row", REFUSED)
async def test_what_cannot_be_is_refused_in_telegrams_words(
    server: TelegramServer, client: Client, bot: Any, row: str
) -> None:
    method, parameters, error, words = REFUSED[row]
    before = server.account.chats[LAN].sees
    with pytest.raises(client.error(error)) as refused:
        await getattr(bot, method)(**parameters)
    assert words.lower() in str(refused.value).lower()
    assert server.account.chats[LAN].sees == before


async def test_a_wrong_token_is_unauthorised(server: TelegramServer, client: Client) -> None:
    with pytest.raises(client.error("bad token")):
        await client.bot(server, "123456:another").get_me()
    assert not server.requests


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"data": {"chat_id": "77", "text": "a"}}, 200),
        ({"json": {"chat_id": 77, "text": "a", "reply_markup": None}}, 200),
        ({"params": {"chat_id": "77", "text": "a"}}, 200),
        ({"data": b"", "headers": {"Content-Type": "application/octet-stream"}}, 400),
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ({"data": {"chat_id": "77", "text": "a", "reply_markup": "{"}}, 400),
    ],
)
async def test_bodies_of_all_forms_are_read(server: TelegramServer, arguments: JSON, status: int) -> None:
    async with (
        ClientSession(server.url) as session,
        session.post(f"/bot{server.token}/SENDmessage", **arguments) as got,
    ):
        answer = await got.json()
    assert (got.status, answer["ok"]) == (status, status == 200)


@pytest.mark.parametrize("path", ["/", "/bot{token}", "/bot{token}/getNothing", "/file/bot{token}/nothing"])
async def test_what_is_not_there_is_not_found_in_the_bot_apis_form(server: TelegramServer, path: str) -> None:
    async with ClientSession(server.url) as session, session.get(path.format(token=server.token)) as got:
        answer = await got.json()
    assert (got.status, answer["ok"], answer["error_code"]) == (404, False, 404)
