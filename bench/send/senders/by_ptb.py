"""python-telegram-bot in its usual way: ExtBot with AIORateLimiter, which tries again by itself."""

from collections.abc import Sequence

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bench.send.crowd import crowd
from bench.send.notice import TEXT, TOKEN

TRIES = 20  # after refusals, so that everybody is reached
AT_ONCE, AT_ONCE_FAR = 4, 16  # without a limit, and under one: with more its pool of connections is slower


async def send(api: str, people: Sequence[int], rate: int) -> None:
    """Everybody."""
    limiter = AIORateLimiter(overall_max_rate=rate, overall_time_period=1 if rate else 0, max_retries=TRIES)
    request = HTTPXRequest(connection_pool_size=64, pool_timeout=60)
    async with ExtBot(TOKEN, base_url=f"{api}/bot", request=request, rate_limiter=limiter) as bot:
        await crowd(people, lambda person: bot.send_message(person, TEXT), AT_ONCE_FAR if rate else AT_ONCE)
