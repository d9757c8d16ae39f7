"""What is on the wire when a prepared body is posted, and how whatever comes back is read."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
import pytest

from bot.channels.telegram.posting import Posting

BODY = '{"chat_id":77,"text":"Nước lên 100%"}'.encode()
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
ZIPPED = gzip.compress(b'{"ok":true}')
ANSWERS = {
    "with a length": (OK, (200, b"{}")),
    "in pieces": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", (200, b"{}")),
    "until the end": (b"HTTP/1.0 200 OK\r\n\r\n{}", (200, b"{}")),
    "after a promise": (b"HTTP/1.1 102 Processing\r\n\r\n" + OK, (200, b"{}")),
    "compressed": (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(ZIPPED) + ZIPPED,
        (200, b'{"ok":true}'),
    ),
    "without a body": (b"HTTP/1.1 204 No Content\r\n\r\n", (204, b"")),
    "elsewhere": (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", (302, b"")),
    "refused": (b"HTTP/1.1 429 Wait\r\nContent-Length: 2\r\n\r\n{}", (429, b"{}")),
}
BROKEN = {
    "nothing": (b"", aiohttp.ServerDisconnectedError),
    "no HTTP": (b"SSH-2.0-OpenSSH\r\n\r\n", aiohttp.ClientResponseError),
    "half a head": (b"HTTP/1.1 200 OK\r\nConte", aiohttp.ServerDisconnectedError),
    "half a body": (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", aiohttp.ClientPayloadError),
}


@dataclass
class Listener:
    """Answers every request with the same bytes; `keeps` says whether it leaves the connection open."""

    answer: bytes
    keeps: bool = True
    heard: list[bytes] = field(default_factory=list)
    rung: asyncio.Event = field(default_factory=asyncio.Event)  # something was heard
    connections: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        try:
            while True:
                self.heard.append(await reader.readuntil(b"\r\n\r\n") + await reader.readexactly(len(BODY)))
                self.rung.set()
                writer.write(self.answer)
                await writer.drain()
                if not self.keeps:
                    break
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


@asynccontextmanager
async def posting_to(listener: Listener, path: str = "/bot7/sendMessage") -> AsyncIterator[Posting]:
    server = await asyncio.start_server(listener.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, aiohttp.ClientSession() as session:
        yield Posting(session, f"http://127.0.0.1:{port}{path}")


def nothing() -> None:
    pass


@pytest.mark.parametrize(("answer", "told"), ANSWERS.values(), ids=ANSWERS.keys())
async def test_every_kind_of_answer_is_read(answer: bytes, told: tuple[int, bytes]) -> None:
    async with posting_to(Listener(answer, keeps=False)) as posting:
        assert await posting.post(BODY, nothing) == told


@pytest.mark.parametrize(("answer", "error"), BROKEN.values(), ids=BROKEN.keys())
async def test_what_is_no_answer_has_the_name_that_the_session_gives_it(answer: bytes, error: type[Exception]) -> None:
    async with posting_to(Listener(answer, keeps=False)) as posting:
        with pytest.raises(error):
            await posting.post(BODY, nothing)


async def test_what_is_written_is_a_whole_request() -> None:
    listener = Listener(OK)
    async with posting_to(listener, "/bot7/send%20Message") as posting:
        await posting.post(BODY, nothing)
    head, _, body = listener.heard[0].partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert first == "POST /bot7/send%20Message HTTP/1.1"
    assert len(headers) == len(lines)
    assert headers["Host"].startswith("127.0.0.1:")
    assert headers["Content-Type"] == "application/json"
    assert headers["Content-Length"] == str(len(BODY))
    assert "Transfer-Encoding" not in headers
    assert body == BODY


async def test_it_is_said_when_the_body_is_on_the_wire() -> None:
    moments: list[int] = []
    listener = Listener(OK)
    async with posting_to(listener) as posting:
        await posting.post(BODY, lambda: moments.append(len(listener.heard)))
    assert moments == [0]


@pytest.mark.parametrize(("keeps", "connections"), [(True, 1), (False, 3)])
async def test_a_connection_is_kept_as_long_as_it_is_open(keeps: bool, connections: int) -> None:
    listener = Listener(OK if keeps else OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"), keeps)
    async with posting_to(listener) as posting:
        for _ in range(3):
            await posting.post(BODY, nothing)
    assert listener.connections == connections


async def test_whoever_is_cut_off_leaves_no_half_answer_to_the_next() -> None:
    listener = Listener(b"")
    async with posting_to(listener) as posting:
        waiting = asyncio.create_task(posting.post(BODY, nothing))
        await listener.rung.wait()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        listener.answer = OK
        assert await posting.post(BODY, nothing) == (200, b"{}")
    assert listener.connections == 2


@pytest.mark.parametrize("address", ["http://[", "ftp://127.0.0.1/x", "sendMessage", "http://"])
async def test_what_is_no_address_on_the_web_is_refused(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.InvalidURL):
            Posting(session, address)
