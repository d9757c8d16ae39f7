"""Zalo's Official Account as a channel: every message under the account's budget, every failure under its name."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import NoReturn

from bot.channels.budget import Budget
from bot.channels.channel import (
    MediaCache,
    MessageId,
    Misconfigured,
    NotSupported,
    Part,
    Prepared,
    Refused,
    Still,
    TokenStore,
    always,
)
from bot.channels.unfinished import Unfinished
from bot.channels.zalo_oa import payloads
from bot.channels.zalo_oa.account import NAME, Account
from bot.channels.zalo_oa.consent import consent_link
from bot.channels.zalo_oa.failures import WindowClosed
from bot.channels.zalo_oa.http import Http
from bot.channels.zalo_oa.media import Uploads
from bot.channels.zalo_oa.oauth import OAuth
from bot.channels.zalo_oa.receive import receive
from bot.channels.zalo_oa.template import Template
from bot.channels.zalo_oa.tokens import Tokens
from bot.channels.zalo_oa.wire import CONSULTATION, TRANSACTION, Wire
from bot.messages import Address, Incoming, Priority
from bot.translations import mark

WINDOW_OF_TEMPLATES = timedelta(days=365)  # as `payloads.WINDOW`, of transaction templates
RATE = 60.0  # calls per second, of 4,000 per minute that Zalo grants all programs of an app together
NO_ADDRESS = mark("Zalo chỉ gửi tin đến một địa chỉ https. Đặt CAMTAY_PUBLIC_URL rồi ghi địa chỉ webhook vào Zalo.")


@dataclass(frozen=True, slots=True)
class Supplies:
    """What an account needs that lies elsewhere. `pictures` gives the content of a Media.source, of a drawing as PNG.

    With a `template`, notices reach people who have been silent for more than seven days in a short form; without one
    these are Unreachable.
    """

    tokens: TokenStore
    media: MediaCache
    pictures: payloads.FileOf
    template: Template | None = None


class ZaloOaChannel:
    """One Official Account; `tokens` should be tended once an hour by one process at least."""

    name = NAME
    capabilities = payloads.CAPABILITIES

    def __init__(
        self,
        account: Account,
        supplies: Supplies,
        budget: Budget | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Asks Zalo nothing yet."""
        self._account, self._clock = account, clock
        if supplies.template:
            self.capabilities = replace(payloads.CAPABILITIES, window=WINDOW_OF_TEMPLATES)
        self._pictures, self._template = supplies.pictures, supplies.template
        self.budget = budget or Budget(RATE)
        self._http = Http(account.session)
        self.tokens = Tokens(
            OAuth(account, self._http, clock), supplies.tokens, clock, lambda: consent_link(account, clock()).url
        )
        self._wire = Wire(account, self._http, self.tokens, self.budget, clock)
        self._unfinished = Unfinished()
        self._uploads = Uploads(self._wire, supplies.media, clock)

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """What a webhook tells; raises BadSignature or Unreadable."""
        return receive(headers, body, self._account, self._clock())

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """The messages for the parts, with their files; raises Refused for a button whose names are too long."""
        return payloads.prepare(parts, self._pictures, self._template)

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """The ids, one for a short form. A key that broke off in this process goes on from there."""
        user, bodies = _user(address), prepared.bodies
        ids = [*self._unfinished.take(address, key, bodies)]
        try:
            for body in bodies[len(ids) :]:
                ids.append(await self._post(user, body, priority, still))
                still = always  # what has begun is finished
        except WindowClosed:
            if "template" not in bodies[len(ids)]:
                raise
            return (await self._wire.say(TRANSACTION, user, bodies[0]["template"], priority, still),)
        finally:
            self._unfinished.keep(address, key, bodies, ids)
        return tuple(ids)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """Raises NotSupported: what was said on Zalo stays as it is."""
        raise NotSupported("a message on Zalo cannot be changed")

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """Raises NotSupported: what was said on Zalo stays there."""
        raise NotSupported("a message on Zalo cannot be taken back")

    async def acknowledge(self, incoming: Incoming) -> None:
        """Nothing: a pressed button of Zalo does not wait."""

    async def tend(self) -> None:
        """Renew the tokens in time, or tell the operator."""
        await self.tokens.tend()

    async def introduce(self) -> None:
        """Nothing: what an Official Account says of itself is written in its console."""

    async def listen(self, url: str = "") -> None:
        """See that there are tokens; the address to post to is registered in Zalo's console. Raises a SendError."""
        if not url:
            raise Misconfigured(NO_ADDRESS)
        await self.tokens.access()

    def poller(self, take: Callable[[Sequence[Incoming]], Awaitable[None]]) -> NoReturn:
        """Raises NotSupported: Zalo posts, and cannot be asked."""
        raise NotSupported("Zalo's Official Account cannot be asked for updates")

    async def close(self) -> None:
        """Let go of the connections that were opened here, once new tokens that were asked for have come."""
        await self.tokens.close()
        await self._http.close()

    async def _post(self, user: str, body: payloads.Body, priority: Priority, still: Still) -> MessageId:
        file = body.get("file")
        if not isinstance(file, payloads.File):
            return await self._wire.say(CONSULTATION, user, body["message"], priority, still)
        return await self._uploads.send(
            file,
            priority,
            lambda id: self._wire.say(CONSULTATION, user, payloads.attached(body, id), priority, still),
        )


def _user(address: Address) -> str:
    """An id is a text of digits; too long for most languages' numbers."""
    if not (address.account.isascii() and address.account.isdecimal()):
        raise Refused("the account of a person on Zalo is a number")
    return address.account
