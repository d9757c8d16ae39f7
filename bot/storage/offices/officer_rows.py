"""Rows of officers as Officers, and the codes of areas as the communes that they mean."""

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import Any

from bot.areas import commune, communes_of
from bot.storage.notice_tables import officers
from broadcasts.officer import Officer, Role


class AccountState(Enum):
    """Whether an account can be used; the value is what is stored."""

    ACTIVE = "active"
    FROZEN = "frozen"  # cut off, until an administrator gives it back
    REVOKED = "revoked"  # for good


COLUMNS = tuple(officers.c[name] for name in ("id", "name", "office", "roles", "areas", "state"))


def officer_of(row: Iterable[Any]) -> Officer:
    """The Officer of a row with these columns, its areas spelled out."""
    id, name, office, roles, areas, state = row
    active = state == AccountState.ACTIVE.value
    return Officer(id, name, office, frozenset(map(Role, roles)), spelled(areas), active)


def spelled(codes: Iterable[str]) -> frozenset[str]:
    """All communes that these codes of provinces and communes mean; none where one of the codes is unknown."""
    return _spelled(tuple(codes))


@lru_cache(maxsize=4096)
def _spelled(codes: tuple[str, ...]) -> frozenset[str]:
    meant = [_communes(code) for code in codes]
    return frozenset().union(*meant) if all(meant) else frozenset()


def _communes(code: str) -> frozenset[str]:
    return frozenset({code} if commune(code) else (one.code for one in communes_of(code)))


def province_of(areas: Iterable[str]) -> str:
    """The code of the province that all these communes lie in; "" where there are several, or none."""
    found = {one.province_code for one in map(commune, areas) if one}
    return found.pop() if len(found) == 1 else ""
