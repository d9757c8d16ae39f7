"""The ways to the bot that a poster shows."""

from dataclasses import dataclass

from bot.translations import Words

say = Words().say


@dataclass(frozen=True, slots=True)
class Way:
    """One channel: what it is called, the address in its QR code, one more sentence about it."""

    title: str
    address: str
    hint: str

    @property
    def readable(self) -> str:
        """The address as people type it."""
        return self.address.removeprefix("https://")


def web_way(public_url: str, code: str) -> Way:
    """The web chat under this address, opened for the commune with the code."""
    return Way(say("Trên trang web"), f"{public_url}/?xa={code}", say("Không phải cài gì thêm"))


def telegram_way(name: str, code: str) -> Way:
    """The chat with a bot on Telegram, opened for the commune with the code; `name` is without @."""
    hint = say("Hoặc tìm @{name}", name=name)
    return Way(say("Trên Telegram"), f"https://t.me/{name}?start=xa-{code}", hint)
