"""Who may ask what: every scope, every endpoint, every area."""

import logging

import httpx
import pytest

from bot.storage.offices.api_grants import ASKS, NotGrantable, Scope
from bot.storage.offices.officers import officer_by_id
from bot.web.api import asking
from bot.web.api.limits import LARGEST
from tests.web.api.conftest import NOTICE, Api
from tests.web.console.conftest import OFFICE, OFFICERS, Desk

ENDPOINTS = [
    ("GET", "/areas", Scope.READ_AREAS),
    ("GET", "/areas/00721", Scope.READ_AREAS),
    ("GET", "/lessons", Scope.READ_LESSONS),
    ("GET", "/lessons/khong-co", Scope.READ_LESSONS),
    ("POST", "/notices/check", Scope.WRITE_NOTICES),
    ("POST", "/notices", Scope.WRITE_NOTICES),
    ("GET", "/notices", Scope.READ_NOTICES),
    ("GET", "/notices/khong-co", Scope.READ_NOTICES),
    ("GET", "/reports", Scope.READ_REPORTS),
    ("GET", "/reports/0123", Scope.READ_REPORTS),
]
PROBLEM = "application/problem+json"


async def ask(program: httpx.AsyncClient, method: str, path: str) -> httpx.Response:
    return await program.request(method, path, json=NOTICE if method == "POST" else None)


async def test_every_endpoint_is_in_this_matrix(api: Api) -> None:
    described = (await (await api()).get("/openapi.json")).json()["paths"]
    asked = {(method.upper(), path) for path, methods in described.items() for method in methods}
    assert len(asked) == len(ENDPOINTS)
    scopes = {one["security"][0]["token"][0] for methods in described.values() for one in methods.values()}
    assert scopes == {scope.value for _, _, scope in ENDPOINTS}


@pytest.mark.parametrize("scope", Scope)
async def test_a_scope_opens_its_own_endpoints_only(api: Api, scope: Scope) -> None:
    program = await api("lan", scope)
    for method, path, needed in ENDPOINTS:
        answer = await ask(program, method, path)
        if needed is scope:
            assert answer.status_code in {200, 201, 404}, (path, answer.text)
        else:
            assert (answer.status_code, answer.headers["content-type"]) == (403, PROBLEM), path
            assert answer.json()["type"].endswith("#quyen")
            assert needed.value in answer.json()["detail"]


@pytest.mark.parametrize("written", ["", "Bearer", "Bearer ct_khong", "Basic Y3Q6Y3Q=", "Bearer " + "é" * 64])
async def test_without_a_token_nothing_opens(desk: Desk, written: str) -> None:
    for client in (desk.client(), desk.client("tinh")):  # a login at the desk is no token
        client.headers = httpx.Headers({"Authorization": written} if written else {}, encoding="utf-8")
        for method, path, _ in ENDPOINTS:
            answer = await ask(client, method, f"/api/v1{path}")
            assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)
            assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("name", OFFICERS)
async def test_a_role_gives_a_token_no_more_than_itself(api: Api, desk: Desk, name: str) -> None:
    officer = await desk.app.database.read(lambda tx: officer_by_id(tx, desk.ids[name]))
    assert officer is not None
    for scope, action in ASKS.items():
        if officer.may(action):
            await api(name, scope)
        else:
            with pytest.raises(NotGrantable):
                await api(name, scope)


@pytest.mark.parametrize(
    ("name", "areas", "written", "status"),
    [
        ("lan", (), "00721", 201),
        ("lan", (), "02512", 403),
        ("lan", (), "08", 403),
        ("tinh", (), "02512", 201),
        ("tinh", (), "08", 201),
        ("tinh", (), "00721; 00004", 403),
        ("tinh", ("00721",), "00721", 201),
        ("tinh", ("00721",), "02512", 403),
        ("lan", (), "nơi nào đó", 403),
    ],
)
async def test_a_draft_stays_within_the_tokens_area(
    api: Api, name: str, areas: tuple[str, ...], written: str, status: int
) -> None:
    program = await api(name, Scope.WRITE_NOTICES, areas=areas)
    answer = await program.post("/notices", json={**NOTICE, "area": written})
    assert answer.status_code == status, answer.text


async def test_another_offices_name_is_refused(api: Api) -> None:
    answer = await (await api("lan", Scope.WRITE_NOTICES)).post("/notices", json={**NOTICE, "office": "Công an"})
    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("Lời này đứng tên một cơ quan khác.")
    own = await (await api("lan", Scope.WRITE_NOTICES)).post("/notices", json={**NOTICE, "office": ""})
    assert own.json()["notice"]["office"] == OFFICE


async def test_what_lies_elsewhere_is_not_there(api: Api) -> None:
    province = await api("tinh")
    here = await province.post("/notices", json={**NOTICE, "area": "08"})
    id = here.json()["notice"]["id"]
    assert (await province.get(f"/notices/{id}")).status_code == 200
    commune = await api("lan")
    assert (await commune.get(f"/notices/{id}")).status_code == 404
    assert (await commune.get("/notices")).json()["notices"] == []


async def test_a_draft_is_seen_by_its_writer_only(api: Api) -> None:
    made = await (await api("lan")).post("/notices", json=NOTICE)
    id = made.json()["notice"]["id"]
    assert (await (await api("minh", Scope.READ_NOTICES)).get(f"/notices/{id}")).status_code == 404
    assert [one["id"] for one in (await (await api("lan")).get("/notices")).json()["notices"]] == [id]


async def test_a_token_is_never_logged(api: Api, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    program = await api("lan")
    token = program.headers["Authorization"].split()[1]
    for method, path, _ in ENDPOINTS:
        await ask(program, method, path)
    program.headers["Authorization"] += "x"
    await program.get("/notices")
    assert token.split("_", 2)[2] not in caplog.text


async def test_too_many_requests_wait(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST", 2)
    program, other = await api("lan"), await api("tinh")
    assert [(await program.get("/areas")).status_code for _ in range(3)] == [200, 200, 429]
    refused = await program.get("/areas")
    assert (refused.headers["retry-after"], refused.headers["content-type"]) == (str(asking.SECONDS), PROBLEM)
    assert (await other.get("/areas")).status_code == 200


async def test_who_tries_tokens_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_WRONG", 2)
    client = desk.client()
    assert [(await client.get("/api/v1/areas")).status_code for _ in range(3)] == [401, 401, 429]


async def test_a_body_that_is_too_long_is_refused(api: Api) -> None:
    answer = await (await api()).post("/notices", content=b" " * (LARGEST + 1))
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/khong-co", 404), ("DELETE", "/notices", 405), ("GET", "/areas/ab", 422)]
)
async def test_every_mistake_is_a_problem(api: Api, method: str, path: str, status: int) -> None:
    answer = await (await api()).request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    assert answer.json().keys() == {"type", "title", "status", "detail", "errors"}


async def test_no_other_site_is_let_in(api: Api) -> None:
    program = await api()
    answer = await program.get("/areas", headers={"Origin": "https://la.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
