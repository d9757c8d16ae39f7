"""The provinces, districts and communes before 1 July 2025, and what became of them."""

from dataclasses import dataclass
from functools import cache

from bot.areas.units import Kind, table


@dataclass(frozen=True, slots=True)
class Former:
    """A place before July 2025: district and province are names without their kind, empty for whoever has none."""

    kind: Kind
    name: str
    district: str = ""
    province: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Merged:
    """A former place, and the codes of the present ones that it or a part of it belongs to."""

    former: Former
    now: tuple[str, ...]
    district: Former | None = None  # of a commune


@cache
def former_provinces() -> tuple[Merged, ...]:
    """The 63 provinces before July 2025; where one was parted, the heir of most of its communes comes first."""
    rows = table("former-provinces.csv")
    return tuple(Merged(Former(Kind(kind), name), tuple(now.split())) for kind, name, now in rows)


@cache
def former_communes() -> tuple[Merged, ...]:
    """The 10,023 communes before July 2025, district by district."""
    kinds = {kind.value: kind for kind in Kind}
    return tuple(
        Merged(Former(kinds[kind], name, district.name, district.province), tuple(now.split()), district)
        for number, kind, name, now in table("former-communes.csv")
        for district in (former_districts()[number],)
    )


@cache
def former_districts() -> dict[str, Former]:
    """The districts before July 2025 by a number of our own."""
    rows = table("former-districts.csv")
    return {number: Former(Kind(kind), name, province=above) for number, kind, name, above in rows}
