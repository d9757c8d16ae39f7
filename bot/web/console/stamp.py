"""A moment as tables and lists show it."""

from datetime import datetime

from bot.vietnamese.moments import VIETNAM


def stamp(at: datetime) -> str:
    """Vietnam's time: "14:10 21/11/2026"."""
    return at.astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y")
