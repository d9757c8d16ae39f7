"""Two months of figures for a commune, its province and the country: something to draw and to report."""

from datetime import date, timedelta

from sqlalchemy import insert

from bot.app import clock
from bot.areas import communes_of, provinces
from bot.storage.counting.figure_names import COUNTRY
from bot.storage.counting.figure_span import day_of
from bot.storage.database import Transaction
from bot.storage.figure_tables import daily_figures, figure_days

PROVINCE, COMMUNE = "08", "00721"
PER_DAY = {
    "finished": 9,
    "learners": 4,
    "started": 14,
    "asked": 27,
    "right": 19,
    "again": 2,
    "before asked": 6,
    "before right": 3,
    "after asked": 6,
    "after right": 5,
    "checks": 6,
    "verdict:danger": 3,
    "verdict:suspicious": 2,
    "verdict:no_sign": 1,
    "scam:H14": 2,
    "scam:H10": 1,
    "scam:H3": 1,
    "reached:thông thường": 55,
    "confirmed": 21,
    "cases opened": 1,
    "case minutes:4": 1,
    "questions": 1,
}


def figures(tx: Transaction) -> None:
    """Write them down as if each day had been counted at its end."""
    today, rows = day_of(clock()), []
    for ago in range(60):
        day = today - timedelta(days=ago)
        for number, area in enumerate((COUNTRY, PROVINCE, COMMUNE, *(one.code for one in communes_of(PROVINCE)[:14]))):
            rows += _rows(area, day, number, 60 - ago)
        for number, one in enumerate(provinces()):
            rows += _rows(one.code, day, number, 60 - ago, ("finished",)) if one.code != PROVINCE and number % 5 else []
    rows += [
        {"area": COMMUNE, "day": today, "name": name, "value": n} for name, n in (("notice:khẩn cấp", 2), ("drills", 1))
    ]
    tx.execute(insert(daily_figures), rows)
    days = [{"day": today - timedelta(days=ago), "made_at": clock(), "final": ago > 0} for ago in range(60)]
    tx.execute(insert(figure_days), days)


def _rows(
    area: str, day: date, number: int, time: int, names: tuple[str, ...] = tuple(PER_DAY)
) -> list[dict[str, object]]:
    size = {COUNTRY: 900, PROVINCE: 60}.get(area, 1 + number % 4)
    wave = 70 + time // 2 + 12 * (day.weekday() % 3)
    found = ((name, PER_DAY[name] * size * wave // 100 * (1 + number * 7 % 5) // 3) for name in names)
    return [{"area": area, "day": day, "name": name, "value": value} for name, value in found if value]
