"""The delivery worker's door: whatever fails behind it is logged once, and delivering goes on."""

import logging
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")
LOG = logging.getLogger(__name__)


async def unharmed(work: Awaitable[T], otherwise: U, what: str) -> T | U:
    """What the work returns; `otherwise` where it failed."""
    try:
        return await work
    except Exception:
        LOG.exception("%s failed", what)
        return otherwise
