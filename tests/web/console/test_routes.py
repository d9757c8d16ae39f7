"""Who may open what at the desk: every route, and the roles that it is open to, in one table.

A new route fails here until its line stands in the table: read it as an officer would, before adding it.
"""

import pytest

from bot.web.api.app import create_api
from bot.web.console.access import denial_of_page
from bot.web.console.at import HOME
from bot.web.console.door import Door
from bot.web.console.rooms import ROUTES
from broadcasts.governance import Denial
from broadcasts.officer import Officer, Role

EVERYBODY, SIGNED_IN = "everybody", "signed in"
TABLE = {
    "GET ": SIGNED_IN,
    "GET /tai-khoan/api": "administrator",
    "POST /tai-khoan/api": "administrator",
    "POST /tai-khoan/api/{id}/thu-hoi": "administrator",
    "GET /dang-nhap": EVERYBODY,
    "POST /dang-nhap": EVERYBODY,
    "GET /dang-nhap/ma": EVERYBODY,
    "POST /dang-nhap/ma": EVERYBODY,
    "POST /dang-xuat": EVERYBODY,
    "GET /moi/{token}": EVERYBODY,
    "POST /moi/{token}": EVERYBODY,
    "GET /moi/{token}/ma": EVERYBODY,
    "POST /moi/{token}/ma": EVERYBODY,
    "GET /moi/{token}/ma.svg": EVERYBODY,
    "GET /con-lam": SIGNED_IN,
    "GET /toi": SIGNED_IN,
    "POST /toi/mat-khau": SIGNED_IN,
    "POST /toi/may-khac/ket-thuc": SIGNED_IN,
    "POST /toi/may/{id}/ket-thuc": SIGNED_IN,
    "POST /toi/ma-du-phong": SIGNED_IN,
    "POST /toi/khoa/{id}/go": SIGNED_IN,
    "POST /toi/hien-thi": SIGNED_IN,
    "POST /ngon-ngu": EVERYBODY,
    "POST /toi/khoa/bat-dau": SIGNED_IN,
    "POST /toi/khoa": SIGNED_IN,
    "POST /dang-nhap/khoa/bat-dau": EVERYBODY,
    "POST /dang-nhap/khoa": EVERYBODY,
    "GET /tai-khoan": "writer approver duty province content administrator",
    "GET /tai-khoan/can-bo/{id}": "writer approver duty province content administrator",
    "POST /tai-khoan/can-bo/{id}/khoa": "writer approver duty province content administrator",
    "GET /tai-khoan/them": "administrator",
    "POST /tai-khoan/them": "administrator",
    "POST /tai-khoan/can-bo/{id}/moi": "administrator",
    "POST /tai-khoan/can-bo/{id}/ma": "administrator",
    "POST /tai-khoan/can-bo/{id}/mo": "administrator",
    "GET /tai-khoan/can-bo/{id}/thu-hoi": "administrator",
    "POST /tai-khoan/can-bo/{id}/thu-hoi": "administrator",
    "GET /nhat-ky": "auditor administrator",
    "POST /nhat-ky/kiem": "auditor administrator",
    "GET /nhat-ky/bang": "auditor administrator",
    "GET /noi-dung": "content",
    "GET /noi-dung/tinh-trang": "content",
    "GET /noi-dung/sua/{path:path}": "content",
    "POST /noi-dung/sua/{path:path}": "content",
    "POST /noi-dung/xem/{path:path}": "content",
    "POST /noi-dung/nhap/{path:path}": "content",
    "GET /noi-dung/lich-su/{path:path}": "content",
    "POST /noi-dung/khoi-phuc/{path:path}": "content",
    "POST /noi-dung/ngung/{path:path}": "content",
    "GET /noi-dung/hai-ban/{path:path}": "content",
    "GET /noi-dung/moi": "content",
    "POST /noi-dung/moi": "content",
    "POST /noi-dung/them/{path:path}": "content",
    "GET /noi-dung/hinh": "content",
    "POST /noi-dung/hinh": "content",
    "GET /noi-dung/tieng": "content",
    "POST /noi-dung/tieng": "content",
    "GET /noi-dung/cho-duyet": "content",
    "GET /noi-dung/cho-duyet/{id}": "content",
    "POST /noi-dung/cho-duyet/{id}": "content",
    "GET /noi-dung/cai-dat": "duty province administrator",
    "POST /noi-dung/cai-dat": "duty province administrator",
    "GET /thong-bao": "writer approver duty province auditor",
    "GET /thong-bao/moi": "writer duty province",
    "POST /thong-bao/moi": "writer duty province",
    "GET /thong-bao/dien-tap/moi": "writer duty province",
    "POST /thong-bao/dien-tap/moi": "writer duty province",
    "GET /thong-bao/moi/noi-nhan": "writer duty province",
    "GET /thong-bao/dien-tap/noi-nhan": "writer duty province",
    "GET /thong-bao/{id}/noi-nhan": "writer duty province",
    "POST /thong-bao/moi/noi-nhan": "writer duty province",
    "POST /thong-bao/dien-tap/noi-nhan": "writer duty province",
    "POST /thong-bao/{id}/noi-nhan": "writer duty province",
    "POST /thong-bao/xem-thu": "writer duty province",
    "GET /thong-bao/{id}": "writer approver duty province auditor",
    "GET /thong-bao/{id}/dang-phat": "writer approver duty province auditor",
    "GET /thong-bao/{id}/sua": "writer duty province",
    "POST /thong-bao/{id}/sua": "writer duty province",
    "POST /thong-bao/{id}/gui-duyet": "writer duty province",
    "GET /thong-bao/{id}/bao-cao": "writer approver duty province auditor",
    "GET /thong-bao/{id}/bao-cao.csv": "writer approver duty province auditor",
    "POST /thong-bao/{id}/cap-nhat": "writer duty province",
    "GET /thong-bao/{id}/ban-doc": "writer duty province",
    "POST /thong-bao/{id}/ban-doc": "writer duty province",
    "GET /thong-bao/{id}/duyet": "approver duty province",
    "POST /thong-bao/{id}/duyet": "approver duty province",
    "GET /thong-bao/{id}/tra-lai": "approver duty province",
    "GET /thong-bao/{id}/bo": "approver duty province",
    "GET /thong-bao/{id}/dung": "approver duty province",
    "GET /thong-bao/{id}/het-nguy-hiem": "duty province",
    "GET /thong-bao/{id}/gui-mot-minh": "duty",
    "GET /thong-bao/{id}/xem-lai": "approver duty province",
    "POST /thong-bao/{id}/tra-lai": "approver duty province",
    "POST /thong-bao/{id}/bo": "approver duty province",
    "POST /thong-bao/{id}/dung": "approver duty province",
    "POST /thong-bao/{id}/het-nguy-hiem": "duty province",
    "POST /thong-bao/{id}/gui-mot-minh": "duty",
    "POST /thong-bao/{id}/xem-lai": "approver duty province",
    "GET /tong-quan": "writer approver duty province content auditor",
    "GET /cau-hoi": "writer approver duty province content",
    "GET /cau-hoi/{id}": "writer approver duty province content",
    "POST /cau-hoi/{id}": "writer approver duty province content",
    "GET /can-giup": "writer approver duty province",
    "GET /can-giup/{id}": "writer approver duty province",
    "POST /can-giup/{id}": "writer approver duty province",
    "GET /bao-cao": "writer approver duty province auditor",
    "POST /bao-cao": "writer approver duty province auditor",
    "GET /bao-cao/{id}.{form}": "writer approver duty province auditor",
    "GET /bao-cao/{id}": "writer approver duty province auditor",
}
SCOPES = {
    "get /areas": ["areas:read"],
    "get /areas/{code}": ["areas:read"],
    "get /lessons": ["lessons:read"],
    "get /lessons/{code}": ["lessons:read"],
    "post /notices/check": ["notices:write"],
    "post /notices": ["notices:write"],
    "get /notices": ["notices:read"],
    "get /notices/{id}": ["notices:read"],
    "get /reports": ["reports:read"],
    "get /reports/{id}": ["reports:read"],
}


def doors() -> dict[str, Door]:
    """Every route of the desk by method and path below /can-bo."""
    assert [route for route in ROUTES if not isinstance(route, Door)] == []  # nothing goes around the door
    return {
        f"{method} {route.path.removeprefix(HOME)}": route
        for route in ROUTES
        if isinstance(route, Door)
        for method in sorted((route.methods or set()) - {"HEAD"})
    }


def officer(role: Role, active: bool = True) -> Officer:
    """Somebody with this role alone."""
    return Officer("0" * 16, role.value, "office", frozenset({role}), frozenset({"00721"}), active)


def open_to(door: Door) -> str:
    """The roles that the policy lets through, as the table writes them."""
    if denial_of_page(door.access, None) is None:
        return EVERYBODY
    roles = [role.value for role in Role if denial_of_page(door.access, officer(role)) is None]
    return SIGNED_IN if len(roles) == len(Role) else " ".join(roles)


def test_every_route_is_open_to_these_and_nobody_else() -> None:
    found = {path: open_to(door) for path, door in doors().items()}
    missing = [f'    "{path}": "{roles}",' for path, roles in found.items() if TABLE.get(path) != roles]
    assert not missing, "TABLE in test_routes.py should say:\n" + "\n".join(missing)
    gone = sorted(set(TABLE) - set(found))
    assert not gone, f"TABLE in test_routes.py names routes that are gone: {gone}"


def test_no_route_is_there_twice() -> None:
    paths = [(method, route.path) for route in ROUTES for method in route.methods or ()]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("role", Role)
def test_an_account_that_was_cut_off_opens_nothing(role: Role) -> None:
    closed = [door for path, door in doors().items() if TABLE.get(path) != EVERYBODY]
    assert {denial_of_page(door.access, officer(role, active=False)) for door in closed} == {Denial.ACCOUNT}


def test_every_question_of_the_api_needs_its_scope() -> None:
    asked = create_api(None).openapi()["paths"]  # type: ignore[arg-type]
    found = {
        f"{method} {path}": [scope for security in one.get("security", ()) for scope in security.get("token", ())]
        for path, methods in asked.items()
        for method, one in methods.items()
    }
    missing = [f'    "{path}": {scopes},' for path, scopes in found.items() if SCOPES.get(path) != scopes]
    assert not missing, "SCOPES in test_routes.py should say:\n" + "\n".join(missing)
    assert not set(SCOPES) - set(found)
