"""What the page's script is served: new letters after a message, the stream, files in letters."""

import asyncio
import base64
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette

from bot.web.server import create_web
from bot.web.stream import MOST_STREAMS
from bot.web.visitor import Visitor
from tests.web.fakes import Conversation, scripted_ports

SCRIPT = {"X-Camtay": "script"}


@dataclass
class Stream:
    """An open stream of events; httpx would wait for its end, so the application is called directly."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    pieces: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    seen: str = ""

    async def until(self, words: str) -> str:
        """All that came, once the words are among it."""
        while words not in self.seen:
            self.seen += await asyncio.wait_for(self.pieces.get(), 5)
        return self.seen

    @property
    def ids(self) -> list[int]:
        return [int(number) for number in re.findall(r"^id: (\d+)$", self.seen, re.MULTILINE)]


@asynccontextmanager
async def listening(app: Starlette, cookie: str, query: str = "", last: str = "") -> AsyncIterator[Stream]:
    """A stream as a browser opens it; leaving cuts the connection."""
    stream, gone, asked = Stream(), asyncio.Event(), asyncio.Event()
    headers = [(b"host", b"xa.test"), (b"cookie", cookie.encode()), (b"accept-encoding", b"gzip")]
    if last:
        headers.append((b"last-event-id", last.encode()))

    async def receive() -> dict[str, object]:
        if not asked.is_set():
            asked.set()
            return {"type": "http.request", "body": b"", "more_body": False}
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            stream.status = int(str(message["status"]))
            pairs = message["headers"]
            assert isinstance(pairs, list)
            stream.headers = {name.decode(): value.decode() for name, value in pairs}
        else:
            body = message.get("body", b"")
            assert isinstance(body, bytes)
            await stream.pieces.put(body.decode(errors="replace"))

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": "/chat/events", "raw_path": b"/chat/events", "query_string": query.encode(), "root_path": "",
        "headers": headers, "client": ("127.0.0.1", 1), "server": ("xa.test", 80), "state": {},
    }  # fmt: skip
    call: Callable[..., Awaitable[None]] = app
    task = asyncio.ensure_future(call(scope, receive, send))
    try:
        yield stream
    finally:
        gone.set()
        await asyncio.wait_for(task, 5)


@pytest.fixture
def app(conversation: Conversation) -> Starlette:
    return create_web(scripted_ports(conversation))


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://xa.test") as client:
        await client.get("/")
        yield client


def _cookie(client: httpx.AsyncClient) -> str:
    return f"camtay={client.cookies['camtay']}"


async def test_a_message_is_answered_by_the_new_letters(client: httpx.AsyncClient) -> None:
    response = await client.post("/chat?sau=2", data={"id": "a1", "text": "1"}, headers=SCRIPT)
    assert response.status_code == 200
    assert re.findall(r'data-id="(\d+)"', response.text) == ["3", "4"]
    assert 'data-sent="a1"' in response.text
    assert 'data-screen="m1" data-choice="learn"' in response.text


async def test_a_repeat_gives_the_same_letters(client: httpx.AsyncClient) -> None:
    posts = [await client.post("/chat?sau=2", data={"id": "a1", "text": "1"}, headers=SCRIPT) for _ in range(2)]
    ids = [re.findall(r'data-id="(\d+)"', post.text) for post in posts]
    assert ids == [["3", "4"], ["3", "4"]]


async def test_without_the_cookie_the_script_is_told(client: httpx.AsyncClient, conversation: Conversation) -> None:
    client.cookies.clear()
    response = await client.post("/chat?sau=2", data={"id": "a1", "text": "1"}, headers=SCRIPT)
    assert response.status_code == 401
    assert len(conversation.handled) == 1


async def test_the_stream_sends_what_was_missed_then_what_comes(app: Starlette, client: httpx.AsyncClient) -> None:
    async with listening(app, _cookie(client), "sau=1") as stream:
        await stream.until("Hôm nay bác muốn làm gì?")
        assert stream.ids == [2]
        await client.post("/chat", data={"id": "a1", "text": "xin chào"})
        await stream.until("Cháu chưa hiểu")
        assert stream.ids == [2, 3, 4]
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert "content-encoding" not in stream.headers
        assert "no-" in stream.headers["cache-control"]


async def test_a_broken_stream_goes_on_where_it_was(app: Starlette, client: httpx.AsyncClient) -> None:
    async with listening(app, _cookie(client), "sau=0") as stream:
        await stream.until("Hôm nay")
        first = stream.ids
    await client.post("/chat", data={"id": "a1", "text": "xin chào"})
    async with listening(app, _cookie(client), "sau=0", last=str(first[-1])) as stream:
        await stream.until("Cháu chưa hiểu")
        assert first + stream.ids == [1, 2, 3, 4]


@pytest.mark.parametrize("last", ["-1", "x", "9" * 40, "1; DROP", "²"])
async def test_a_strange_last_event_is_ignored(last: str, app: Starlette, client: httpx.AsyncClient) -> None:
    async with listening(app, _cookie(client), "sau=1", last=last) as stream:
        await stream.until("Hôm nay")
        assert stream.ids == [2]


async def test_strangers_hear_nothing(app: Starlette) -> None:
    async with listening(app, "camtay=short") as stream:
        await stream.pieces.get()
    assert stream.status == 401


async def test_open_pages_of_one_person_are_limited(app: Starlette, client: httpx.AsyncClient) -> None:
    app.state.streams[Visitor(client.cookies["camtay"], fresh=False).account] = MOST_STREAMS
    async with listening(app, _cookie(client)) as stream:
        await stream.pieces.get()
    assert stream.status == 429


async def test_a_closed_stream_is_no_longer_counted(app: Starlette, client: httpx.AsyncClient) -> None:
    async with listening(app, _cookie(client)) as stream:
        await stream.until("nhip")
        assert sum(app.state.streams.values()) == 1
    assert not app.state.streams


async def _put_file(conversation: Conversation, name: str, content: bytes) -> int:
    data = base64.b64encode(content).decode()
    media = {"kind": "file", "source": name, "alt": "Tất cả những gì cháu giữ về bác", "data": data}
    (number,) = await conversation.mailbox.put(conversation.handled[0].address.account, [{"media": media}], name)
    return number


async def test_a_file_is_given_to_its_owner_only(client: httpx.AsyncClient, conversation: Conversation) -> None:
    number = await _put_file(conversation, "dữ liệu.txt", "của bác".encode())
    response = await client.get(f"/chat/file/{number}")
    assert (response.status_code, response.text) == (200, "của bác")
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment; filename*=UTF-8''d%E1%BB%AF")
    assert f"/chat/file/{number}" in (await client.get("/")).text
    client.cookies.clear()
    assert (await client.get(f"/chat/file/{number}")).status_code == 404


async def test_a_file_never_becomes_a_page(client: httpx.AsyncClient, conversation: Conversation) -> None:
    number = await _put_file(conversation, "x.html\r\nX: y", b"<script>alert(1)</script>")
    response = await client.get(f"/chat/file/{number}")
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment;")
    assert "x" not in response.headers


@pytest.mark.parametrize("number", ["0", "-1", "1", "99", "x"])
async def test_no_file_no_answer(number: str, client: httpx.AsyncClient) -> None:
    assert (await client.get(f"/chat/file/{number}")).status_code in {400, 404}
