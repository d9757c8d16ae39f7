"""Who takes part. Each module has `async def send(api, people, rate)`: the notice to everybody, as its makers would.

`rate` is what the server permits in a second, 0 without a limit.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sender:
    """A row of the tables. `module` lies in this folder; `ours` runs in .venv, everybody else in .venv/bench."""

    name: str
    module: str
    ours: bool = False


PLAIN = Sender("plain aiohttp", "plain", ours=True)
SENDERS = (
    PLAIN,
    Sender("Cầm Tay", "camtay", ours=True),
    Sender("aiogram", "by_aiogram"),
    Sender("python-telegram-bot, AIORateLimiter", "by_ptb"),
    Sender("aiogram-broadcaster", "by_broadcaster"),
)
