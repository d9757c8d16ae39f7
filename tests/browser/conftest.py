"""A real Chromium at a real address. `--screenshots DIR` keeps the pictures that the tests take."""

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from bot.web.server import create_web
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--mute-audio",
]
PATIENCE = 30_000  # milliseconds: on a busy machine a page may take five seconds, and none is waited for in vain
expect.set_options(timeout=PATIENCE)
OpenPage = Callable[..., Awaitable[Page]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", metavar="DIR", help="keep the pictures that browser tests take")


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder for screenshots; one that passes away unless --screenshots names another."""
    folder = Path(request.config.getoption("--screenshots", None) or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """One Chromium for all tests: where it is installed, the one without windows, which takes less work."""
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if path is None and os.environ.get("CI") != "true":
        pytest.skip("chromium is not installed")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def conversation() -> Conversation:
    return Conversation(RingingMailbox())


@pytest_asyncio.fixture(loop_scope="session")
async def site(conversation: Conversation) -> AsyncIterator[str]:
    """The address of a running web chat, without a slash at the end."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        create_web(scripted_ports(conversation)), log_level="warning", lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    await serving
    listener.close()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(chromium: Browser, site: str) -> AsyncIterator[OpenPage]:
    """Opens the chat as a new person; options as for a browser context. Any error of the page fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    async def open_(path: str = "/", width: int = 360, height: int = 720, **options: object) -> Page:
        context = await chromium.new_context(
            viewport={"width": width, "height": height},
            base_url=site,
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if _forbidden(message.text) else None)
        await page.goto(path)
        return page

    yield open_
    for context in contexts:
        await context.close()
    assert not errors


def _forbidden(said: str) -> bool:
    return "Content Security Policy" in said or "Refused to" in said
