"""A small scripted conversation behind the web chat, so that the page can be tried without the rest of the house."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from bot.channels.channel import Letter, Part
from bot.channels.webchat.payloads import body
from bot.messages import Choice, Incoming, Kind, Media, MediaKind, Paragraph, Tone, numbered
from bot.translations import Words
from bot.web.ports import Ports
from tests.fakes import MemoryMailbox

READER = Words("vi", "bác")
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 150"><rect width="320" height="150" fill="#f3f6f5"/>'
    b'<circle cx="120" cy="60" r="26" fill="#e8b98f"/><rect x="92" y="90" width="56" height="60" fill="#0b5d4e"/>'
    b'<rect x="190" y="62" width="38" height="68" rx="7" fill="#14201d"/></svg>'
)

HOME = (Choice("learn", "Học bài ngắn"), Choice("check", "Kiểm tra tin nhắn lạ"), Choice("help", "Cần giúp gấp"))
ANSWERS = (Choice("a", "Đọc mã cho họ"), Choice("b", "Tắt máy, gọi cho con"), Choice("c", "Bấm vào đường dẫn"))
ON = (Choice("on", "Học tiếp"),)
END = (Choice("home", "Về đầu"), Choice("learn", "Học lại"))


def _part(
    *paragraphs: Paragraph, choices: tuple[Choice, ...] = (), screen: str = "", media: Media | None = None
) -> Part:
    return Part(paragraphs, numbered(choices), media, screen)


def _step(text: str) -> Paragraph:
    return Paragraph(text, Tone.STEP)


def _title(text: str) -> Paragraph:
    return Paragraph(text, Tone.TITLE)


PICTURE = Media(MediaKind.PICTURE, "hinh/dat-may-xuong.svg", "Bà cụ đặt điện thoại xuống, thở sâu")
SCREENS: Mapping[str, tuple[Part, ...]] = {
    "home": (
        _part(Paragraph("Cháu chào bác ạ. Cháu là máy, giúp bác dùng điện thoại an toàn.")),
        _part(Paragraph("Hôm nay bác muốn làm gì?"), choices=HOME),
    ),
    "learn": (
        _part(
            _step("Thẻ 1 trên 2"),
            _title("Chuyện của bà Sáu"),
            Paragraph(
                "Chiều qua có người gọi cho bà Sáu. Họ nói là công an.\n"
                "Họ bảo bà đọc 6 số ngân hàng vừa nhắn. Bà thấy sợ."
            ),
            media=PICTURE,
            choices=ON,
        ),
    ),
    "on": (
        _part(_step("Câu 1 trên 1"), _title("Một số lạ xin mã của bác"), Paragraph("Bác làm gì?"), choices=ANSWERS),
    ),
    "a": (
        _part(
            Paragraph("Chưa đúng bác ạ.", Tone.WRONG),
            Paragraph("Mã là chìa khóa, đưa mã là đưa tiền."),
            Paragraph("Bác chọn lại nhé."),
            choices=ANSWERS,
        ),
    ),
    "b": (
        _part(
            Paragraph("Đúng rồi bác ạ!", Tone.RIGHT),
            Paragraph("Người thật không bao giờ đòi mã của bác."),
            Paragraph("Dừng lại. Hỏi con cháu. Gọi lại số thật.", Tone.ACTION),
        ),
        _part(Paragraph("Bác học xong bài này rồi. Giỏi quá ạ."), choices=END),
    ),
    "check": (_part(Paragraph("Bác gửi tin nhắn đó vào đây. Cháu xem giúp bác."), choices=END),),
}
NOT_UNDERSTOOD = _part(Paragraph("Cháu chưa hiểu ý bác. Bác gõ số đứng đầu ô giúp cháu nhé."))


class RingingMailbox(MemoryMailbox):
    """A mailbox that is its own bell."""

    def __init__(self) -> None:
        super().__init__()
        self._rung = asyncio.Event()

    async def put(self, account: str, bodies: Sequence[Mapping[str, object]], key: str) -> tuple[int, ...]:
        """Append, then ring for all who wait; who comes later waits for the next ring."""
        ids = await super().put(account, bodies, key)
        self._rung.set()
        self._rung = asyncio.Event()
        return ids

    async def wait(self, account: str, seconds: float) -> None:
        """Return when anything was put, or after `seconds`; may be given up at any moment and holds nothing."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()

    async def all_of(self, account: str) -> Sequence[Letter]:
        """Everything that an account was ever sent."""
        return await self.after(account, 0, 10_000)


@dataclass
class Conversation:
    """Answers presses and typed numbers by the script; `open` can be cleared to make it think for a while."""

    mailbox: RingingMailbox
    handled: list[Incoming] = field(default_factory=list)
    offered: dict[str, tuple[str, tuple[Choice, ...]]] = field(default_factory=dict)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    broken: bool = False

    def __post_init__(self) -> None:
        self.open.set()

    async def handle(self, incoming: Incoming) -> None:
        """Answer once; a message that was answered before changes nothing."""
        if self.broken:
            raise OSError("the disk is full")
        await self.open.wait()
        if incoming.id in {one.id for one in self.handled}:
            return
        self.handled.append(incoming)
        await self._show(incoming, self._chosen(incoming))

    def _chosen(self, incoming: Incoming) -> str:
        if incoming.kind is Kind.START:
            return "home"
        offered = self.offered.get(incoming.address.account, ("", ()))[1]
        return next((c.id for c in offered if incoming.text.strip() == c.key or incoming.choice == c.id), "")

    async def _show(self, incoming: Incoming, name: str) -> None:
        account, screen = incoming.address.account, f"m{len(self.handled)}"
        parts = SCREENS.get(name, (NOT_UNDERSTOOD,))
        bodies = [{**body(part), "screen": screen} if part.buttons else body(part) for part in parts]
        await self.mailbox.put(account, bodies, f"answer:{incoming.id}")
        if parts[-1].buttons:
            self.offered[account] = (screen, parts[-1].buttons)


async def _speak(account: str) -> Words:
    return READER


def scripted_ports(conversation: Conversation, public_url: str = "", owner: str = "UBND xã Quản Bạ") -> Ports:
    """Ports around the scripted conversation."""
    return Ports(
        handle=conversation.handle,
        mailbox=conversation.mailbox,
        bell=conversation.mailbox,
        picture=lambda name: DRAWING if name == "dat-may-xuong.svg" else None,
        health=lambda: {"ready": not conversation.broken},
        words=_speak,
        stranger=READER,
        owner=owner,
        public_url=public_url,
    )
