"""The link that makes the first administrator, as `camtay serve` prints it."""

import pytest

from bot.app import clock
from bot.cli.inviting import first_link, invitation_link
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.offices import accounts
from bot.storage.offices.accounts import Appointment
from broadcasts.officer import Role

FIRST = Appointment("Chị Quản", "Ủy ban nhân dân xã Đồng Văn", frozenset({Role.ADMINISTRATOR}), ())


@pytest.mark.parametrize(
    ("settings", "start"),
    [
        (Settings(), "http://127.0.0.1:8080/can-bo/moi/"),
        (Settings(host="::1", port=80), "http://[::1]:80/can-bo/moi/"),
        (Settings(public_url="https://xa.example.vn/"), "https://xa.example.vn/can-bo/moi/"),
    ],
)
def test_a_link_leads_to_where_people_reach_the_server(settings: Settings, start: str) -> None:
    assert invitation_link(settings, "token") == f"{start}token"


async def test_a_link_is_given_only_while_nobody_is_there(database: Database) -> None:
    link = await first_link(Settings(), database)
    assert link is not None
    assert len(link.rpartition("/")[2]) == 43
    await database.write(lambda tx: accounts.add(tx, FIRST, clock()))
    assert await first_link(Settings(), database) is None
