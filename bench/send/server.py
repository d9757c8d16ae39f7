"""A Bot API server that is strict and costs little: it takes so many messages in any rolling second, and whoever sends
one more waits three seconds. `python -m bench.send.server` prints its address and ends with its standard input."""

import asyncio
import json
import re
import sys
from collections import deque
from math import ceil

from bench.send.notice import TEXT, TOKEN

PENALTY = 3.0  # seconds for which the account is closed after one message too many
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHAT = re.compile(rb"""\bchat_id"?\s*[=:]?\s*"?(\d+)""")
_WORDS = re.compile(rb"""\btext"?\s*[=:\r]""")
_HEAD = b"HTTP/1.1 %d .\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_BOT = {"id": 123456, "is_bot": True, "first_name": "Cầm Tay", "username": "camtay_bot"}
_SENT = (
    b'{"ok":true,"result":{"message_id":%d,"from":'
    + json.dumps(_BOT).encode()
    + b',"chat":{"id":%d,"first_name":"Lan","type":"private"},"date":1795000000,"text":'
    + json.dumps(TEXT).encode().replace(b"%", b"%%")
    + b"}}"
)
_ME = json.dumps({"ok": True, "result": _BOT}).encode()


class Gate:
    """What is permitted and what has come since the rule was set; a rate of 0 permits everything."""

    def __init__(self, rate: int = 0, latency: float = 0.0) -> None:
        self.rate, self.latency = rate, latency
        self.taken = self.refused = 0
        self.began = self.ended = 0.0  # when the first message came and when the last one was taken
        self._recent: deque[float] = deque(maxlen=rate or 1)
        self._closed = 0.0

    def admit(self, now: float) -> int:
        """0 where a message is taken, else the whole seconds to wait."""
        self.began = self.began or now
        if now >= self._closed and not self._too_many(now):
            self.taken, self.ended = self.taken + 1, now
            self._recent.append(now)
            return 0
        self.refused += 1
        self._closed = self._closed if now < self._closed else now + PENALTY
        return ceil(self._closed - now)

    def _too_many(self, now: float) -> bool:
        return self.rate > 0 and len(self._recent) == self.rate and self._recent[0] > now - 1

    def told(self) -> bytes:
        """What has come, for whoever measures."""
        seconds = self.ended - self.began
        return json.dumps({"taken": self.taken, "refused": self.refused, "seconds": seconds}).encode()


class Server:
    """One account; every connection speaks to it."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._gate = Gate()

    def ask(self, path: bytes, body: bytes, connection: "Connection") -> None:
        """Answer one request, a message after the latency of the network."""
        *_, method = path.split(b"/")
        match method.lower():
            case b"sendmessage":
                self._later(self._send, path, body, connection)
            case b"getme":
                connection.answer(200, _ME)
            case b"stats":
                connection.answer(200, self._gate.told())
            case _ if path.startswith(b"/rule/"):
                rate, latency = path.split(b"/")[2:]
                self._gate = Gate(int(rate), float(latency))
                connection.answer(200, b"{}")
            case _:
                connection.answer(404, _refusal(404, "Not Found"))

    def _send(self, path: bytes, body: bytes, connection: "Connection") -> None:
        chat = _CHAT.search(body)
        if path.split(b"/")[1].replace(b"%3A", b":") != b"bot" + TOKEN.encode():
            status, answer = 401, _refusal(401, "Unauthorized")
        elif chat is None or not _WORDS.search(body):
            status, answer = 400, _refusal(400, "Bad Request: message text is empty")
        elif wait := self._gate.admit(self._loop.time()):
            status, answer = 429, _refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        else:
            status, answer = 200, _SENT % (self._gate.taken, int(chat[1]))
        self._later(connection.answer, status, answer)

    def _later(self, callback: object, *arguments: object) -> None:
        """Half the latency before a message is looked at, half before it is answered."""
        assert callable(callback)
        if self._gate.latency:
            self._loop.call_later(self._gate.latency / 2, callback, *arguments)
        else:
            callback(*arguments)


class Connection(asyncio.Protocol):
    """One client, one request after another."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._got = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """As asyncio calls it."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """As asyncio calls it."""
        self._got += data
        while (end := self._got.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self._got, 0, end)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._got) < whole:
                return
            path, body = bytes(self._got[:end]).split(b" ", 2)[1], bytes(self._got[end + 4 : whole])
            del self._got[:whole]
            self._server.ask(path, body, self)

    def answer(self, status: int, body: bytes) -> None:
        """Write an answer."""
        if self._transport and not self._transport.is_closing():
            self._transport.write(_HEAD % (status, len(body)) + body)


def _refusal(status: int, description: str, **parameters: int) -> bytes:
    said = {"ok": False, "error_code": status, "description": description}
    return json.dumps({**said, "parameters": parameters} if parameters else said).encode()


async def _serve() -> None:
    server = Server()
    listening = await asyncio.get_running_loop().create_server(lambda: Connection(server), "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()
    print(f"http://{host}:{port}", flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve())
