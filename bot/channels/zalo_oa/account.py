"""One Official Account and the app that speaks for it: two secrets of different use, and where Zalo is."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp import ClientSession

NAME = "zalo_oa"
API = "https://openapi.zalo.me"
OAUTH = "https://oauth.zaloapp.com"


@dataclass(frozen=True, slots=True)
class Account:
    """Neither secret is ever shown. `session` stays its owner's; without one the channel opens and closes its own."""

    app_id: str
    app_secret: str = field(repr=False)  # proves to OAuth who asks
    oa_secret: str = field(repr=False)  # signs webhooks; another one than the app's
    redirect_url: str = ""  # where Zalo leads after the consent, as it is registered in the developer console
    api: str = API
    oauth: str = OAUTH
    session: "ClientSession | None" = None

    def __post_init__(self) -> None:
        """ValueError that names every setting without which the account cannot be spoken for."""
        needed = {
            "CAMTAY_ZALO_OA_APP_ID": self.app_id,
            "CAMTAY_ZALO_OA_APP_SECRET": self.app_secret,
            "CAMTAY_ZALO_OA_SECRET": self.oa_secret,
        }
        missing = [name for name, value in needed.items() if not value.strip()]
        if missing:
            raise ValueError(f"Zalo's Official Account cannot be opened without {' and '.join(missing)}")
