"""The network of a browser, cut and given back."""

import asyncio

from playwright.async_api import BrowserContext

TRIES, PATIENCE = 4, 10  # seconds


async def cut(context: BrowserContext) -> None:
    """No page of the context reaches anybody any more."""
    await _set_offline(context, offline=True)


async def give_back(context: BrowserContext) -> None:
    """They reach everybody again."""
    await _set_offline(context, offline=False)


async def _set_offline(context: BrowserContext, *, offline: bool) -> None:
    """Chromium never answers where a worker of the page begins or ends at that moment: then it is asked again."""
    for last in (*[False] * (TRIES - 1), True):
        try:
            async with asyncio.timeout(PATIENCE):
                await context.set_offline(offline)
        except TimeoutError:
            if last:
                raise
        else:
            break
