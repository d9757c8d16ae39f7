import logging
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.introduce import COMMANDS, introduce
from bot.channels.telegram.send import TelegramChannel
from bot.conversation.always import always_word
from tests.channels.telegram.opened import (
    answering,
    hear_all,
    opened,
)
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TOKEN, TelegramServer


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with judged_server() as running:
        yield running


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    async with opened(server.url) as one:
        yield one


async def test_a_webhook_carries_the_secret_that_parse_expects(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    await channel.listen("https://xa.example.vn/telegram")
    [call] = server.asked("setWebhook")
    assert channel.parse({"X-Telegram-Bot-Api-Secret-Token": call.text("secret_token")}, b'{"update_id": 1}') == []
    assert call.decoded("allowed_updates") == ["message", "edited_message", "callback_query", "my_chat_member"]
    await channel.listen()
    assert server.account.updates.webhook == {}


async def test_the_link_opens_a_chat_with_the_bot(channel: TelegramChannel) -> None:
    assert await channel.link("xa-26734") == "https://t.me/camtay_bot?start=xa-26734"
    assert await channel.link() == "https://t.me/camtay_bot"


async def test_the_bot_introduces_itself_in_every_language(server: TelegramServer, channel: TelegramChannel) -> None:
    await introduce(channel.bot)
    assert {language for _, language in server.account.profile} == {"", "en"}
    names = [command["command"] for command in server.account.profile["setMyCommands", ""].decoded("commands")]
    assert names == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_conversation_knows_every_command(command: str) -> None:
    assert always_word(f"/{command}")


@pytest.mark.parametrize("status", [200, 400, 401, 429, 502])
async def test_an_introduction_that_fails_does_not_matter(status: int, caplog: pytest.LogCaptureFixture) -> None:
    hear_all(caplog)
    async with answering(status, "cannot fetch {path}") as api, opened(api) as channel:
        await introduce(channel.bot)
    assert [record for record in caplog.records if record.levelno == logging.WARNING]
    assert TOKEN not in caplog.text


@pytest.mark.parametrize("module", ["bot.channels.telegram.account", "bot.web.console.app", "bot.web.preview"])
def test_the_library_is_not_imported_before_a_channel_is_opened(module: str) -> None:
    look = f"import sys, {module}; sys.exit(bool({{'telegram', 'aiohttp'}} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
