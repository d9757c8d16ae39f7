"""Ours: the Telegram channel under its budget."""

from collections.abc import Sequence

from bench.send.crowd import crowd, in_flight
from bench.send.notice import TEXT, TOKEN
from bot.channels.budget import Budget
from bot.channels.channel import Part, Throttled
from bot.channels.telegram.account import Account
from bot.channels.telegram.send import TelegramChannel
from bot.messages import Address, Paragraph, Priority
from tests.fakes import MemoryMediaCache


async def send(api: str, people: Sequence[int], rate: int) -> None:
    """Everybody."""
    budget = Budget(float(rate)) if rate else Budget()
    channel = TelegramChannel(Account(TOKEN, api), MemoryMediaCache(), lambda source: None, budget)
    try:
        await deliver(channel, people)
    finally:
        await channel.close()


async def deliver(channel: TelegramChannel, people: Sequence[int]) -> None:
    """Everybody gets the notice once. The delivery worker with its ledger is to take the place of this function."""
    notice = channel.prepare([Part((Paragraph(TEXT),))])

    async def one(person: int) -> None:
        address = Address(channel.name, str(person))
        while True:
            try:
                await channel.send(address, notice, Priority.URGENT, "notice")
            except Throttled:
                continue  # the budget has closed the gate and opens it in time
            return

    await crowd(people, one, in_flight(round(channel.budget.rate or 0)))
