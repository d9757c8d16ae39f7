"""`/areas`: the provinces and communes of today, by whatever name people use for them."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from bot.areas import (
    Commune,
    Province,
    commune,
    communes_of,
    find_commune,
    find_province,
    full_name,
    province,
    provinces,
)
from bot.storage.offices.api_grants import Scope
from bot.web.api.asking import Asking, needs
from bot.web.api.problems import Refused, say, told
from bot.web.api.wrongs import Wrong

MOST = 1000
router = APIRouter(tags=[say("Địa bàn")])
_READS = Annotated[Asking, needs(Scope.READ_AREAS)]


class AreaOut(BaseModel):
    """A province or a commune."""

    code: str = Field(description=say("Hai số: tỉnh; năm số: xã, phường, đặc khu"))
    kind: str
    name: str
    full_name: str
    province: str | None = Field(description=say("Mã tỉnh mà xã thuộc về; trống với tỉnh"))


class AreasOut(BaseModel):
    """What was found, the best first."""

    areas: list[AreaOut]
    guessed: bool = Field(description=say("Không có tên nào trùng hẳn; đây là những tên gần nhất"))


@router.get("/areas", responses=told(Wrong.INVALID))
async def find(
    _asking: _READS,
    q: Annotated[str, Query(max_length=100, description=say("Tên, tên cũ, hoặc tên kèm huyện, tỉnh"))] = "",
    province: Annotated[str, Query(pattern=r"^([0-9]{2})?$", description=say("Chỉ trong tỉnh này"))] = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
) -> AreasOut:
    """Các tỉnh, các xã của một tỉnh, hoặc những nơi mang tên được hỏi."""
    if q.strip():
        return _found(q, province, limit)
    units = communes_of(province) if province else provinces()
    return AreasOut(areas=_out(units, limit), guessed=False)


@router.get("/areas/{code}", responses=told(Wrong.MISSING, Wrong.INVALID))
async def one(_asking: _READS, code: Annotated[str, Path(pattern=r"^[0-9]{2}([0-9]{3})?$")]) -> AreaOut:
    """Một tỉnh hoặc một xã."""
    unit = province(code) or commune(code)
    if unit is None:
        raise Refused(Wrong.MISSING)
    return _area(unit)


def _found(q: str, province_code: str, limit: int) -> AreasOut:
    """A guess only where nothing fits exactly."""
    above = None if province_code else find_province(q)
    below = find_commune(q, province_code or None)
    found = [one for one in (above, below) if one and one.matches]
    sure = [one for one in found if not one.guessed]
    units = [match.unit for one in sure or found for match in one.matches]
    return AreasOut(areas=_out(units, limit), guessed=bool(found) and not sure)


def _out(units: Iterable[Province | Commune], limit: int) -> list[AreaOut]:
    return [_area(one) for one in units][:limit]


def _area(unit: Province | Commune) -> AreaOut:
    if isinstance(unit, Province):
        return AreaOut(code=unit.code, kind=unit.kind.value, name=unit.name, full_name=unit.titled, province=None)
    return AreaOut(
        code=unit.code,
        kind=unit.kind.value,
        name=unit.name,
        full_name=full_name(unit),
        province=unit.province_code,
    )
