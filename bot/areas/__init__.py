"""Where a citizen lives: provinces and communes of today, found by whatever name people use for them."""

from bot.areas.former import Former
from bot.areas.names import Match
from bot.areas.search import Found, find_commune, find_province
from bot.areas.units import Commune, Kind, Province, commune, communes_of, full_name, province, provinces

__all__ = [
    "Commune",
    "Former",
    "Found",
    "Kind",
    "Match",
    "Province",
    "commune",
    "communes_of",
    "find_commune",
    "find_province",
    "full_name",
    "province",
    "provinces",
]
