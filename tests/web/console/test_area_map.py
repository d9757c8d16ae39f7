"""The map of a province: a tile for each commune, shaded by the figure that was chosen, small counts hidden."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from bot.app import clock
from bot.areas import communes_of, provinces
from bot.storage.counting.figure_names import Figure
from bot.storage.counting.figure_span import day_of
from bot.storage.database import Transaction
from bot.storage.figure_tables import daily_figures, figure_days
from bot.web.console.area_map import CALLED, MOST, USUAL, figure_named
from bot.web.console.tile_map import LONGEST_NAME, in_grid, size, tiles
from tests.web.console.conftest import COMMUNE, PROVINCE, Desk

PAGE = "/can-bo/tong-quan"
MANY, FEW = communes_of(PROVINCE)[0], communes_of(PROVINCE)[1:3]


def _figures(tx: Transaction) -> None:
    today = day_of(clock())
    counts = {(MANY.code, "finished"): 40, (FEW[0].code, "finished"): 2, (FEW[1].code, "finished"): 3}
    counts |= {(COMMUNE, "checks"): 30, (PROVINCE, "finished"): 45, (PROVINCE, "checks"): 30}
    rows = [{"area": area, "day": today, "name": name, "value": value} for (area, name), value in counts.items()]
    tx.execute(insert(daily_figures), rows)
    kept = [{"day": today - timedelta(days=ago), "made_at": clock(), "final": ago > 0} for ago in range(60)]
    tx.execute(insert(figure_days), kept)


@pytest.mark.parametrize("province", [one.code for one in provinces()])
def test_every_commune_has_a_place_of_its_own_within_the_drawing(province: str) -> None:
    places = in_grid(province)
    wide, high = size(places)
    assert [one.code for one in places] == [one.code for one in communes_of(province)]
    assert len({(one.x, one.y) for one in places}) == len(places)
    assert all(one.x < wide and one.y < high for one in places)


def test_a_long_name_stands_in_two_lines() -> None:
    found = {line for one in provinces() for tile in tiles(places=in_grid(one.code)) for line in tile.lines}
    assert max(map(len, found)) <= LONGEST_NAME + 2
    assert {"Văn Miếu -", "Quốc Tử Giám"} <= found


async def test_a_province_shows_its_communes_by_the_chosen_figure(desk: Desk) -> None:
    await desk.app.database.write(_figures)
    client = desk.client("tinh")
    page = (await client.get(PAGE)).text
    assert page.count('class="tile ramp-') == len(communes_of(PROVINCE))
    assert f"{MANY.titled} học xong nhiều nhất" in page
    assert page.count('">ẩn</text>') == 2
    assert page.count("ramp-5") == 1
    assert page.count("ẩn</b>") == 2  # in the list of all communes; among the largest nobody is hidden
    assert page.count(f">{MANY.name}</") == 3
    checks = (await client.get(PAGE, params={"so": "checks"})).text
    assert "Xã Đồng Văn kiểm tra tin nhiều nhất" in checks
    assert "so=checks" in checks
    assert '<option value="checks" selected>' in checks


async def test_a_commune_has_no_map_and_a_figure_that_is_none_is_the_usual(desk: Desk) -> None:
    await desk.app.database.write(_figures)
    assert "ramp-" not in (await desk.client("lan").get(PAGE)).text
    assert [figure_named(one) for one in ("", "'", "reached:thông thường", "checks")] == [USUAL] * 3 + [Figure.CHECKS]
    assert CALLED.keys() == MOST.keys()
