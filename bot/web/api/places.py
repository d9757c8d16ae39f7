"""Where a reader of a long list stopped, as one word that is handed back."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime

from bot.storage.broadcasting.notice_pages import Place


class NoPlace(ValueError):
    """Not a word that a page ended with."""


def written_place(place: Place) -> str:
    """The word for this place."""
    return urlsafe_b64encode(f"{place.made_at.isoformat()} {place.id}".encode()).decode().rstrip("=")


def read_place(written: str) -> Place:
    """The place; raises NoPlace."""
    try:
        moment, _, id = urlsafe_b64decode(written + "=" * (-len(written) % 4)).decode().partition(" ")
        made_at = datetime.fromisoformat(moment)
    except ValueError as wrong:
        raise NoPlace from wrong
    if made_at.tzinfo is None or not (id.isascii() and id.isalnum()) or not 2000 < made_at.year < 2200:
        raise NoPlace
    return Place(made_at, id)
