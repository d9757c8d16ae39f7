"""An Official Account's channel at a server of this machine, with tokens that live."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.channels.budget import Budget
from bot.channels.channel import MediaCache, Part, TokenPair, TokenStore
from bot.channels.zalo_oa.account import NAME, Account
from bot.channels.zalo_oa.send import Supplies, ZaloOaChannel
from bot.channels.zalo_oa.template import Template, Whole
from bot.messages import Address, Choice, Paragraph, Tone
from tests.channels.token_store_contract import Clock
from tests.fakes import MemoryMediaCache, MemoryTokenStore
from tests.zalo_oa_server.server import APP_ID, APP_SECRET, OA_SECRET, ZaloOaServer

LAN, LAN_ID = Address(NAME, "4572947693969771653"), "4572947693969771653"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
FILES = {
    "hinh/dat-may.svg": PNG,
    "hinh/anh.jpg": b"\xff\xd8\xff\xe0" + bytes(40),
    "hinh/lon.png": PNG.ljust(1_000_001),
    "hinh/hoat-hinh.gif": b"GIF89a" + bytes(40),
    "to-roi.pdf": b"%PDF-1.7",
    "bang.csv": b"a,b",
    "lon.pdf": b"%PDF".ljust(5_000_001),
    "ban-do.zip": b"PK",
}
NOTICE = Part(
    (
        Paragraph("THÔNG BÁO KHẨN CẤP", Tone.LEVEL),
        Paragraph("Ủy ban nhân dân xã Hòa Bình"),
        Paragraph("Nước lên nhanh", Tone.TITLE),
        Paragraph("Nước sông lên trên báo động 3. " * 20),
        Paragraph("Cần làm: " + "Sang nhà văn hóa thôn 2 ngay. " * 12, Tone.ACTION),
        Paragraph("Mã kiểm tra: 7KQ-3MX"),
    ),
    (Choice("go:notice?read=7KQ3MX", "Tôi đã đọc", "8"), Choice("go:notice?help=7KQ3MX", "Tôi cần giúp", "9")),
    screen="7KQ3MX",
)
TEMPLATE = Template(
    "transaction_event",
    lambda screen: Whole("7KQ-3MX", "https://xa.example.vn/k/7KQ-3MX") if screen == "7KQ3MX" else None,
)


def account(url: str = "https://openapi.zalo.me") -> Account:
    """The account that the local server knows."""
    return Account(APP_ID, APP_SECRET, OA_SECRET, "https://xa.example.vn/zalo", api=url, oauth=url)


async def first_pair(server: ZaloOaServer, store: TokenStore, clock: Callable[[], datetime]) -> TokenPair:
    """As after a consent: a pair that the server has just given is kept."""
    told = server.consents.give()
    lives, refresh = timedelta(seconds=int(told["expires_in"])), told.get("refresh_token", "")
    pair = TokenPair(told["access_token"], clock() + lives, refresh, clock() + timedelta(days=90) if refresh else None)
    await store.keep(NAME, pair)
    return pair


@asynccontextmanager
async def opened(
    server: ZaloOaServer,
    clock: Clock,
    *,
    store: TokenStore | None = None,
    media: MediaCache | None = None,
    template: Template | None = None,
    budget: Budget | None = None,
) -> AsyncIterator[ZaloOaChannel]:
    """A channel that is closed at the end; without a budget every turn comes at once."""
    if store is None:
        store = MemoryTokenStore(clock)
        await first_pair(server, store, clock)
    supplies = Supplies(store, media or MemoryMediaCache(), FILES.get, template)
    channel = ZaloOaChannel(account(server.url), supplies, budget or Budget(), clock)
    try:
        yield channel
    finally:
        await channel.close()
