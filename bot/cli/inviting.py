"""One-time links to the desk, as they are printed on a terminal."""

from datetime import UTC, datetime

from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.offices import invitations


def invitation_link(settings: Settings, token: str) -> str:
    """Where the holder of the link goes."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{settings.public_url.rstrip('/') or f'http://{host}:{settings.port}'}/can-bo/moi/{token}"


async def first_link(settings: Settings, database: Database) -> str | None:
    """The link that makes the first administrator; None once there is any account."""
    token = await database.write(lambda tx: invitations.invite_first(tx, datetime.now(UTC)))
    return invitation_link(settings, token) if token else None
