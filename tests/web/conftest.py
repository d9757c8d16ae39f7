"""The web application over a scripted conversation, spoken to without a network."""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from bot.web.server import create_web
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

Browser = Callable[[], httpx.AsyncClient]


@pytest.fixture
def conversation() -> Conversation:
    return Conversation(RingingMailbox())


@pytest.fixture
async def browser(conversation: Conversation) -> AsyncIterator[Browser]:
    """Makes browsers of different people; each keeps its cookies."""
    app = create_web(scripted_ports(conversation))
    opened: list[httpx.AsyncClient] = []

    def new() -> httpx.AsyncClient:
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://xa.test")
        opened.append(client)
        return client

    yield new
    for client in opened:
        await client.aclose()


@pytest.fixture
def client(browser: Browser) -> httpx.AsyncClient:
    return browser()
