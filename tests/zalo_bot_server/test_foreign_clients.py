"""The local Bot Platform behaves as two programs, written by others against the real one, expect it to."""

from collections.abc import AsyncIterator

import pytest
import zalo_bot_mcp.zalo_api
from zalo_bot import Bot
from zalo_bot.error import BadRequest, Forbidden, InvalidToken, NetworkError, ZaloError
from zalo_bot_mcp.zalo_api import ZaloBotApi, ZaloClientError, ZaloTransientError, parse_update

from tests.zalo_bot_server.faults import Fault, Trouble
from tests.zalo_bot_server.people import PHOTO, STICKER
from tests.zalo_bot_server.server import TOKEN, ZaloBotServer

HOOK, SECRET = "https://camtay.xa.example.vn/webhook/zalo_bot", "mot-bi-mat"


@pytest.fixture
async def server() -> AsyncIterator[ZaloBotServer]:
    async with ZaloBotServer() as running:
        running.person("6ede9afa", known=True)
        yield running


@pytest.fixture
async def bot(server: ZaloBotServer) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, server.url) as one:
        yield one


@pytest.fixture
async def api(server: ZaloBotServer, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ZaloBotApi]:
    monkeypatch.setattr(zalo_bot_mcp.zalo_api, "BASE_URL", server.url)
    async with ZaloBotApi(TOKEN) as one:
        yield one


async def test_both_learn_who_the_bot_is(server: ZaloBotServer, bot: Bot, api: ZaloBotApi) -> None:
    me = await bot.get_me()
    assert (me.id, me.account_type) == (server.account.me["id"], "BASIC")
    assert await api.get_me() == server.account.me


async def test_both_send_words_and_show_that_they_write(server: ZaloBotServer, bot: Bot, api: ZaloBotApi) -> None:
    sent = await bot.send_message("6ede9afa", "Chào bác")
    answer = await api.send_message("6ede9afa", "Chào bà", "markdown")
    await bot.send_chat_action("6ede9afa", "typing")
    await api.send_chat_action("6ede9afa")
    lan = server.person("6ede9afa")
    assert [(seen.id, seen.text) for seen in lan.sees] == [
        (sent.message_id, "Chào bác"),
        (answer["message_id"], "Chào bà"),
    ]
    assert server.account.chats["6ede9afa"].typing == 2


async def test_pictures_and_stickers_arrive(server: ZaloBotServer, bot: Bot) -> None:
    await bot.send_photo("6ede9afa", "Bà cụ", "https://xa.example.vn/a.png")
    await bot.send_sticker("6ede9afa", STICKER)
    assert [(seen.method, seen.text, seen.url) for seen in server.person("6ede9afa").sees] == [
        ("sendPhoto", "Bà cụ", "https://xa.example.vn/a.png"),
        ("sendSticker", "", STICKER),
    ]


async def test_both_read_what_was_said(server: ZaloBotServer, bot: Bot, api: ZaloBotApi) -> None:
    lan = server.person("6ede9afa", "Bà Lan")
    event = await lan.says("học chữ")
    read = parse_update(await api.get_updates(timeout=1))
    assert read
    assert (read.text, read.chat_id, read.chat_type) == ("học chữ", "6ede9afa", "PRIVATE")
    assert (read.display_name, read.date, read.is_bot) == ("Bà Lan", event["message"]["date"], False)
    await lan.sends_photo("cái gì đây")
    update = await bot.get_update(timeout=1)
    message = update.message
    assert message
    assert (message.chat.id, message.photo_url, message.message_type) == ("6ede9afa", PHOTO, "CHAT_PHOTO")
    assert update.effective_user.display_name == "Bà Lan"


async def test_silence_is_the_normal_answer_to_a_poll(bot: Bot, api: ZaloBotApi) -> None:
    assert await api.get_updates(timeout=0) is None
    with pytest.raises(ZaloError):
        await bot.get_update(timeout=1, api_kwargs={"timeout": 0.01})


async def test_a_webhook_is_set_told_of_and_taken_away(server: ZaloBotServer, bot: Bot, api: ZaloBotApi) -> None:
    assert await api.get_webhook_info() is None
    await bot._set_webhook_async(HOOK, SECRET)  # what the method without `_async` runs in an event loop of its own
    told = await api.get_webhook_info()
    assert told["url"] == HOOK
    assert server.account.updates.webhook["secret_token"] == SECRET
    await bot._delete_webhook_async()
    assert await api.get_webhook_info() is None


REFUSALS = {
    Trouble.FORBIDDEN: (Forbidden, ZaloClientError),
    Trouble.LATE: (NetworkError, ZaloClientError),
    Trouble.TOKEN: (InvalidToken, ZaloClientError),
    Trouble.BUSY: (NetworkError, ZaloTransientError),
    Trouble.ERROR: (NetworkError, ZaloTransientError),
    Trouble.HTML: (ZaloError, ZaloTransientError),
    Trouble.DROP_BEFORE: (NetworkError, ZaloTransientError),
    Trouble.DROP_AFTER: (NetworkError, ZaloTransientError),
}


@pytest.mark.parametrize("trouble", REFUSALS, ids=lambda trouble: str(trouble.name))
async def test_both_know_every_failure_by_its_name(
    server: ZaloBotServer, bot: Bot, api: ZaloBotApi, trouble: Trouble
) -> None:
    first, second = REFUSALS[trouble]
    server.order(Fault(trouble))
    with pytest.raises(first):
        await bot.send_message("6ede9afa", "a")
    with pytest.raises(second):
        await api.send_message("6ede9afa", "a")


async def test_a_failure_under_200_is_one(server: ZaloBotServer, api: ZaloBotApi) -> None:
    server.order(Fault(Trouble.HIDDEN))
    with pytest.raises(ZaloClientError):
        await api.send_message("6ede9afa", "a")


async def test_both_are_refused_beyond_a_limit(server: ZaloBotServer, bot: Bot, api: ZaloBotApi) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message("6ede9afa", "a" * 2001)
    with pytest.raises(ZaloClientError):
        await api.send_message("stranger", "a")
    assert server.person("6ede9afa").sees == []
