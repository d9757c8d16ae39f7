"""The pages of the API are made from its own description and need no other site."""

import re

from bot.web.api.docs import SAYS
from bot.web.api.wrongs import Wrong
from tests.web.api.conftest import Api
from tests.web.console.conftest import Desk


async def test_every_command_type_and_problem_is_on_the_page(desk: Desk) -> None:
    client = desk.client()
    page, described = await client.get("/api/v1/tai-lieu"), (await client.get("/api/v1/openapi.json")).json()
    assert page.status_code == 200
    for path, methods in described["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in page.text
    ids = set(re.findall(r'id="([^"]+)"', page.text))
    assert set(re.findall(r'href="#([^"]+)"', page.text)) <= ids
    assert {f"kieu-{name}" for name in described["components"]["schemas"]} <= ids
    assert {wrong.anchor for wrong in Wrong} <= ids


async def test_the_page_is_there_in_english(desk: Desk) -> None:
    client = desk.client()
    page = (await client.get("/api/v1/tai-lieu", params={"ngon-ngu": "en"})).text
    assert '<html lang="en">' in page
    assert '<a class="touch" href="?ngon-ngu=vi" lang="vi" hreflang="vi">Tiếng Việt</a>' in page
    assert "Chưa có mã truy cập đúng" not in page
    for strange in ("xx", "../en", "<script>"):
        assert '<html lang="vi">' in (await client.get("/api/v1/tai-lieu", params={"ngon-ngu": strange})).text


async def test_translators_find_what_every_endpoint_says_of_itself(desk: Desk) -> None:
    described = (await desk.client().get("/api/v1/openapi.json")).json()
    assert {one["description"] for methods in described["paths"].values() for one in methods.values()} == set(SAYS)


async def test_the_page_asks_no_other_site_and_runs_nothing(desk: Desk) -> None:
    text = (await desk.client().get("/api/v1/tai-lieu")).text
    assert not re.findall(r"https?://", text)
    assert not re.findall(r"<script|<style|style=", text)


async def test_a_problem_leads_to_its_explanation(api: Api) -> None:
    program = await api()
    problem = (await program.get("/khong-co")).json()
    path, _, anchor = problem["type"].partition("#")
    assert path == "/api/v1/tai-lieu"
    assert f'id="{anchor}"' in (await program.get("/tai-lieu")).text


async def test_the_problem_stands_in_the_description(desk: Desk) -> None:
    described = (await desk.client().get("/api/v1/openapi.json")).json()
    assert described["servers"] == [{"url": "/api/v1"}]
    assert "HTTPValidationError" not in repr(described)
    assert described["components"]["schemas"]["Problem"]["required"] == ["type", "title", "status", "detail"]
