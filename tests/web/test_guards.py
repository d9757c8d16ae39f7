"""What every response carries, and what is refused."""

import logging

import httpx
import pytest
from starlette.types import Message

from bot.web.guards import Rate
from bot.web.server import create_web
from tests.web.conftest import Browser
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

PATHS = [
    "/",
    "/tro-giup",
    "/mat-mang",
    "/health",
    "/robots.txt",
    "/manifest.webmanifest",
    "/sw.js",
    "/khong-co",
    "/chat",
]


@pytest.mark.parametrize("path", PATHS)
async def test_every_response_is_guarded(path: str, client: httpx.AsyncClient) -> None:
    headers = (await client.get(path)).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert {policy[name] for name in ("manifest-src", "media-src", "worker-src", "form-action")} == {"'self'"}
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(headers["content-security-policy"].split())
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    assert headers["referrer-policy"] == "same-origin"


CROSS_SITE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://ke-xau.example"},
    {"Origin": "null"},
    {"Origin": "http://xa.test.ke-xau.example"},
]


@pytest.mark.parametrize("headers", CROSS_SITE)
@pytest.mark.parametrize("path", ["/chat", "/co-chu"])
async def test_posts_from_other_sites_are_refused(
    path: str, headers: dict[str, str], client: httpx.AsyncClient, conversation: Conversation
) -> None:
    await client.get("/")
    response = await client.post(path, data={"id": "a1", "text": "1"}, headers=headers)
    assert response.status_code == 403
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert len(conversation.handled) == 1


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://xa.test"}])
async def test_own_posts_pass(headers: dict[str, str], client: httpx.AsyncClient) -> None:
    await client.get("/")
    assert (await client.post("/chat", data={"id": "a1", "text": "1"}, headers=headers)).status_code == 303


async def test_behind_a_proxy_the_public_address_is_ours() -> None:
    app = create_web(scripted_ports(Conversation(RingingMailbox()), public_url="https://xa.example/"))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8080") as client:
        data = {"id": "a1", "text": "1"}
        ours = await client.post("/chat", data=data, headers={"Origin": "https://xa.example"})
        other = await client.post("/chat", data=data, headers={"Origin": "https://ke-xau.example"})
        assert (ours.status_code, other.status_code) == (303, 403)
        assert "xa.example" in (await client.get("/tro-giup")).text


async def test_any_failure_is_logged_once_and_answered_kindly(
    browser: Browser, conversation: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    conversation.broken = True
    with caplog.at_level(logging.ERROR):
        response = await browser().get("/")
    assert response.status_code == 500
    assert "Lỗi này không phải do bác." in response.text
    assert "disk" not in response.text
    assert "set-cookie" not in response.headers
    assert [record.getMessage() for record in caplog.records] == ["GET / failed"]


async def test_whoever_hangs_up_while_writing_is_no_failure(
    conversation: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    app, answers = create_web(scripted_ports(conversation)), list[Message]()
    headers = [(b"content-type", b"application/x-www-form-urlencoded"), (b"content-length", b"20")]
    scope = {"type": "http", "method": "POST", "path": "/chat", "query_string": b"", "headers": headers}
    news: list[Message] = [{"type": "http.disconnect"}, {"type": "http.request", "body": b"id=a1&", "more_body": True}]

    async def receive() -> Message:
        return news.pop() if len(news) > 1 else news[0]

    async def send(message: Message) -> None:
        answers.append(message)

    await app(scope, receive, send)
    assert (answers, caplog.records) == ([], [])


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
async def test_an_unknown_path_is_answered_kindly(method: str, client: httpx.AsyncClient) -> None:
    response = await client.request(method, "/khong/co<script>")
    assert response.status_code == 404
    assert method == "HEAD" or "Không có trang này" in response.text
    assert "<script>" not in response.text


async def test_health_follows_the_house(client: httpx.AsyncClient, conversation: Conversation) -> None:
    assert (await client.get("/health")).json() == {"ready": True}
    conversation.broken = True
    assert (await client.get("/health")).status_code == 503


def test_the_rate_counts_each_account_in_a_moving_window() -> None:
    now = 0.0
    rate = Rate(most=2, seconds=10, clock=lambda: now)
    assert [rate.allows("a"), rate.allows("a"), rate.allows("a"), rate.allows("b")] == [True, True, False, True]
    now = 9.9
    assert not rate.allows("a")
    now = 10.0
    assert rate.allows("a")


def test_the_rate_forgets_those_who_left() -> None:
    now = 0.0
    rate = Rate(clock=lambda: now)
    for number in range(10_000):
        rate.allows(str(number))
    now = 11.0
    rate.allows("last")
    assert list(rate._seen) == ["last"]
