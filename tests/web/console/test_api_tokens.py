"""An administrator gives programs their tokens, and takes them back."""

import re

import pytest

from bot.app import clock
from tests.storage.staff import digits
from tests.web.console.conftest import Desk

PAGE = "/can-bo/tai-khoan/api"


def asked(desk: Desk, **changes: str) -> dict[str, str]:
    return {
        "ten": "Cổng xã",
        "can-bo": desk.ids["lan"],
        "quyen": "notices:read",
        "ngay": "30",
        "ma": digits(desk.secrets["quan"], clock()),
        **changes,
    }


async def test_a_token_is_made_shown_once_and_ended(desk: Desk) -> None:
    quan = desk.client("quan")
    made = await quan.post(PAGE, data=asked(desk))
    assert made.status_code == 200
    assert made.headers["cache-control"] == "no-store"
    token = re.search(r"ct_[0-9a-f]{16}_[\w-]{43}", made.text)
    assert token is not None
    program = {"Authorization": f"Bearer {token[0]}"}
    nobody = desk.client()
    assert (await nobody.get("/api/v1/notices", headers=program)).status_code == 200
    listed = await quan.get(PAGE)
    assert "Cổng xã" in listed.text
    assert token[0] not in listed.text
    ended = await quan.post(f"{PAGE}/{token[0].split('_')[1]}/thu-hoi")
    assert ended.status_code == 303
    assert (await nobody.get("/api/v1/notices", headers=program)).status_code == 401


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ten": ""}, "ten"),
        ({"can-bo": "x"}, "can-bo"),
        ({"quyen": "notices:send"}, "quyen"),
        ({"dia-ban": "00004"}, "dia-ban"),
        ({"dia-ban": "một nơi nào đó"}, "dia-ban"),
        ({"ngay": "400"}, "ngay"),
        ({"ma": ""}, "ma"),
        ({"ngay": "٣"}, "ngay"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field(desk: Desk, changes: dict[str, str], field: str) -> None:
    answer = await desk.client("quan").post(PAGE, data=asked(desk, **changes))
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert changes.get("ten", "Cổng xã") in answer.text


async def test_a_hostile_name_stays_words(desk: Desk) -> None:
    quan, hostile = desk.client("quan"), '"><script>alert(1)</script>'
    made = await quan.post(PAGE, data=asked(desk, ten=hostile))
    listed = await quan.get(PAGE)
    assert (made.status_code, listed.status_code) == (200, 200)
    assert "<script>alert" not in made.text + listed.text


@pytest.mark.parametrize("name", ["lan", "minh", "truc", "tinh", "bien", "soat"])
async def test_nobody_else_may(desk: Desk, name: str) -> None:
    officer = desk.client(name)
    assert (await officer.get(PAGE)).status_code == 403
    assert (await officer.post(PAGE, data=asked(desk))).status_code == 403
    assert (await officer.post(f"{PAGE}/x/thu-hoi")).status_code == 403
