"""Updates reach the bot by polling and by a webhook, in a form that both libraries read."""

import asyncio
from typing import Any

import aiogram.types
import pytest
import telegram
from aiohttp import web

from tests.telegram_server.calls import JSON
from tests.telegram_server.clients import Client
from tests.telegram_server.fixtures import GROUP, LAN
from tests.telegram_server.judge import assert_sound
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="module")
CHANNEL = -1001


async def test_polling_confirms_by_offset_and_waits_for_more(server: TelegramServer, bot: Any) -> None:
    lan = server.person(LAN, started=True)
    for text in ("một", "hai", "ba"):
        await lan.says(text)
    first = await bot.get_updates(limit=2)
    assert [update.message.text for update in first] == ["một", "hai"]
    assert await bot.get_updates(limit=2) == first
    last = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in last] == ["ba"]
    waiting = asyncio.create_task(bot.get_updates(offset=last[-1].update_id + 1, timeout=9))
    await server.until(lambda: server.account.updates.polled)
    await lan.says("bốn")
    assert [update.message.text for update in await waiting] == ["bốn"]


async def test_only_wanted_updates_come(server: TelegramServer, bot: Any) -> None:
    lan = server.person(LAN, started=True)
    await bot.get_updates(allowed_updates=["my_chat_member"])
    await lan.says("một")
    await lan.blocks()
    (update,) = await bot.get_updates()
    assert update.my_chat_member.new_chat_member.status == "kicked"
    await bot.get_updates(offset=update.update_id + 1, allowed_updates=[])
    await lan.unblocks()
    await lan.says("hai")
    assert [update.message is None for update in await bot.get_updates()] == [True, False]


async def test_of_two_polls_the_first_is_ended(server: TelegramServer, client: Client, bot: Any) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=9))
    await server.until(lambda: server.account.updates.polled)
    second = asyncio.create_task(bot.get_updates(timeout=9))
    with pytest.raises(client.error("conflict"), match="terminated by other getUpdates request"):
        await first
    await server.person(LAN, started=True).says("một")
    assert len(await second) == 1


class Hook:
    """A webhook that answers with the statuses it is given, then with 200."""

    def __init__(self, *statuses: int) -> None:
        self.got: list[tuple[JSON, str | None]] = []
        self._statuses = list(statuses)
        app = web.Application()
        app.router.add_post("/hook", self._take)
        self.runner = web.AppRunner(app, shutdown_timeout=1)

    async def _take(self, request: web.Request) -> web.Response:
        self.got.append((await request.json(), request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        return web.Response(status=self._statuses.pop(0) if self._statuses else 200)

    async def serve(self) -> str:
        """Start; returns the address."""
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        host, port = self.runner.addresses[0][:2]
        return f"http://{host}:{port}/hook"


async def test_a_webhook_gets_everything_until_it_says_yes(server: TelegramServer, client: Client, bot: Any) -> None:
    hook, lan = Hook(500), server.person(LAN, started=True)
    await lan.says("một")
    url = await hook.serve()
    try:
        await bot.set_webhook(url, secret_token="s3cret", max_connections=4)
        await lan.says("hai")
        await server.until(lambda: not server.account.updates.pending)
        assert sorted(update["message"]["text"] for update, _ in hook.got) in (
            ["hai", "một", "một"],
            ["hai", "hai", "một"],
        )
        assert {secret for _, secret in hook.got} == {"s3cret"}
        info = await bot.get_webhook_info()
        assert (info.url, info.last_error_message) == (
            url,
            "Wrong response from the webhook: 500 Internal Server Error",
        )
        with pytest.raises(client.error("conflict"), match="webhook is active"):
            await bot.get_updates()
        server.account.updates.repeat(hook.got[-1][0])
        await server.until(lambda: len(hook.got) == 4)
        assert hook.got[3] == hook.got[2]
        await bot.delete_webhook()
        assert not await bot.get_updates()
        assert_sound(server.requests)
    finally:
        await hook.runner.cleanup()


async def test_a_waiting_poll_is_ended_by_a_webhook(server: TelegramServer, client: Client, bot: Any) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=9))
    await server.until(lambda: server.account.updates.polled)
    await bot.set_webhook("http://127.0.0.1:1/")
    with pytest.raises(client.error("conflict"), match="terminated by setWebhook"):
        await waiting


async def test_both_libraries_read_whatever_people_do(server: TelegramServer) -> None:
    lan, group, channel = server.person(LAN), server.group(GROUP, "Tổ 3"), server.group(CHANNEL, "Tin", "channel")
    said = await lan.starts("xa-26734")
    await lan.edits(said, "Xin chào")
    await lan.forwards("Trúng thưởng!")
    await lan.sends_photo("Hình")
    await lan.sends_voice()
    await lan.sends_sticker()
    await lan.sends_document()
    await lan.sends_location()
    await lan.sends_contact()
    await group.admits_bot(by=lan)
    await lan.says("Chào cả nhà", to=group)
    await channel.posts("Thông báo")
    await lan.blocks()
    await lan.unblocks()
    updates = list(server.account.updates.pending.values())
    assert len(updates) == 14
    for update in updates:
        theirs = aiogram.types.Update.model_validate(update)
        ours = telegram.Update.de_json(update, None)
        assert theirs.event_type == next(name for name in update if name != "update_id")
        assert ours.effective_chat
        assert ours.effective_chat.id in {LAN, GROUP, CHANNEL}
