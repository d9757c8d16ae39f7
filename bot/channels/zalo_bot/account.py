"""One bot at Zalo's Bot Platform, and what proves that a webhook comes from there."""

import hmac
import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.channels.channel import Misconfigured

if TYPE_CHECKING:
    from aiohttp import ClientSession

API = "https://bot-api.zaloplatforms.com"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9._~=+-]+")
_SECRET = re.compile(r"[!-~]{8,256}")  # official documentation: 8 to 256 characters


@dataclass(frozen=True, slots=True)
class Account:
    """Token and secret are never shown. `session` stays its owner's; without one the channel opens and closes its own.

    `secret` is what Zalo must say with every webhook; "" derives one, the same for every process that has the token.
    """

    token: str = field(repr=False)
    secret: str = field(default="", repr=False)
    api: str = API  # the base address of the Bot API
    session: "ClientSession | None" = None

    def __post_init__(self) -> None:
        """Raises Misconfigured for what cannot be a token or a secret."""
        if not _TOKEN.fullmatch(self.token):
            raise Misconfigured("this is no token of a Zalo bot: digits, a colon, letters")
        if not self.secret:
            object.__setattr__(self, "secret", hmac.new(self.token.encode(), b"webhook", sha256).hexdigest())
        if not _SECRET.fullmatch(self.secret):
            raise Misconfigured("the secret of Zalo's webhook needs 8 to 256 letters, digits or signs, no spaces")
