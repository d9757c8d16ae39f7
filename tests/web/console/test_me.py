"""The officer's own page: password, logins, recovery codes, language and size of text."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.app import clock
from bot.storage import login_tables
from bot.storage.offices import audit, logins, passkeys, tries
from bot.storage.offices.logins import Browser
from bot.storage.offices.passkeys import Passkey
from bot.web.console.door import LOGIN
from tests.web.console.conftest import Desk
from tests.web.console.signing import PASSWORD, code, digits, password, set_up, shown_codes

ME = "/can-bo/toi"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


async def entered(desk: Desk, name: str, agent: str = FIREFOX) -> str:
    """The secret of another login of this officer."""
    return await desk.app.database.write(lambda tx: logins.begin(tx, desk.ids[name], Browser("y" * 22, agent), clock()))


async def opens(desk: Desk, token: str) -> bool:
    found = await desk.app.database.read(lambda tx: logins.find(tx, token, clock()))
    return found is not None


async def test_own_logins_are_listed_and_ended(desk: Desk) -> None:
    other, others_own = await entered(desk, "lan"), await entered(desk, "minh")
    lan = desk.client("lan")
    page = (await lan.get(ME)).text
    assert "Đang đăng nhập ở 2 nơi" in page
    assert "Firefox trên Linux" in page
    assert page.count("máy này</span>") == 1
    listed = await desk.app.database.read(
        lambda tx: [one.id for name in ("minh", "lan") for one in logins.of_officer(tx, desk.ids[name], clock())]
    )
    for id in listed[:2]:  # of Minh's: nobody ends those of others
        await lan.post(f"{ME}/may/{id}/ket-thuc")
    assert await opens(desk, others_own)
    await lan.post(f"{ME}/may-khac/ket-thuc")
    assert not await opens(desk, other)
    assert (await lan.get(ME)).status_code == 200


async def test_one_login_is_ended(desk: Desk) -> None:
    other = await entered(desk, "lan")
    found = await desk.app.database.read(lambda tx: logins.find(tx, other, clock()))
    assert found
    await desk.client("lan").post(f"{ME}/may/{found.login.id}/ket-thuc")
    assert not await opens(desk, other)
    assert (await desk.app.database.read(audit.newest))[-1].what == "login ended"


async def test_a_password_is_changed_and_the_others_are_out(desk: Desk) -> None:
    await set_up(desk)
    lan = desk.client()
    await password(lan)
    await code(lan, digits(desk.secrets["lan"]))
    other = await entered(desk, "lan")
    wrong = await lan.post(f"{ME}/mat-khau", data={"mat-khau": "not this one either", "mat-khau-moi": PASSWORD * 2})
    assert wrong.status_code == 422
    weak = await lan.post(f"{ME}/mat-khau", data={"mat-khau": PASSWORD, "mat-khau-moi": "123456789012"})
    assert "dễ bị đoán" in weak.text
    new = "bốn con vịt bơi ao"
    assert (await lan.post(f"{ME}/mat-khau", data={"mat-khau": PASSWORD, "mat-khau-moi": new})).status_code == 303
    assert not await opens(desk, other)
    assert (await lan.get(ME)).status_code == 200
    assert (await password(desk.client())).status_code == 422
    assert (await password(desk.client(), word=new)).status_code == 303


async def test_a_thief_of_a_login_does_not_guess_the_password(desk: Desk) -> None:
    await set_up(desk)
    thief = desk.client()
    thief.cookies.set(LOGIN, await entered(desk, "lan"))
    guess = {"mat-khau": "not this one either", "mat-khau-moi": PASSWORD * 2}
    for _ in range(tries.FREE + 1):
        await thief.post(f"{ME}/mat-khau", data=guess)
    answer = await thief.post(f"{ME}/mat-khau", data={"mat-khau": PASSWORD, "mat-khau-moi": PASSWORD * 2})
    assert "Đã gõ sai nhiều lần" in answer.text


async def test_new_recovery_codes_need_the_second_factor(desk: Desk) -> None:
    lan = desk.client("lan")
    refused = await lan.post(f"{ME}/ma-du-phong", data={"ma": "000000"})
    assert refused.status_code == 422
    assert not shown_codes(refused.text)
    seen = digits(desk.secrets["lan"])
    given = await lan.post(f"{ME}/ma-du-phong", data={"ma": seen})
    assert len(set(shown_codes(given.text))) == 10
    assert "Còn 10 mã dự phòng" in (await lan.get(ME)).text
    again = await lan.post(f"{ME}/ma-du-phong", data={"ma": seen})
    assert again.status_code == 422  # each code works once


async def test_reading_long_keeps_a_login_open(desk: Desk) -> None:
    lan = desk.client("lan")
    assert 'data-wait="1680"' in (await lan.get(ME)).text
    long_ago = clock() - timedelta(minutes=28)
    await desk.app.database.write(lambda tx: tx.execute(update(login_tables.logins).values(seen_at=long_ago)).rowcount)
    assert (await lan.get("/can-bo/con-lam")).status_code == 204
    found = await desk.app.database.read(lambda tx: logins.of_officer(tx, desk.ids["lan"], clock()))
    assert clock() - found[0].seen_at < timedelta(minutes=1)
    assert (await desk.client().get("/can-bo/con-lam")).status_code == 303


async def test_language_and_size_are_kept_by_the_browser(desk: Desk) -> None:
    lan = desk.client("lan")
    answer = await lan.post(f"{ME}/hien-thi", data={"ngon-ngu": "en", "co-chu": "140"})
    assert answer.status_code == 303
    page = (await lan.get(ME)).text
    assert '<html lang="en" class="size-140">' in page
    await lan.post(f"{ME}/hien-thi", data={"ngon-ngu": "<script>", "co-chu": "9999"})
    assert '<html lang="vi">' in (await lan.get(ME)).text


async def test_whoever_has_not_signed_in_chooses_a_language_too_and_comes_back_to_the_page(desk: Desk) -> None:
    anybody, way = desk.client(), "/can-bo/dang-nhap?ve=%2Fcan-bo%2Ftoi"
    assert "ve=%2Fcan-bo%2Ftoi" in (await anybody.get(way)).text.partition("<footer")[2]
    answer = await anybody.post("/can-bo/ngon-ngu", data={"ngon-ngu": "en", "ve": way})
    assert answer.headers["location"] == way
    kept = answer.headers["set-cookie"].lower()
    assert "httponly" in kept
    assert "samesite=strict" in kept
    assert '<html lang="en">' in (await anybody.get(way)).text
    elsewhere = await anybody.post("/can-bo/ngon-ngu", data={"ngon-ngu": "vi", "ve": "https://xa.example/can-bo"})
    assert elsewhere.headers["location"] == "/can-bo"


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/can-bo/toi/khoa", {"id": "none", "credential": {}}, 409),
        ("/can-bo/dang-nhap/khoa", {"id": "none", "credential": {"id": "none"}}, 409),
        ("/can-bo/dang-nhap/khoa", [], 409),
    ],
)
async def test_an_answer_without_a_challenge_opens_nothing(desk: Desk, path: str, sent: object, status: int) -> None:
    answer = await desk.client("lan").post(path, json=sent)
    assert answer.status_code == status


async def test_a_forged_answer_opens_nothing(desk: Desk) -> None:
    key = Passkey("AAAA", desk.ids["lan"], b"no key", 0, "test", clock(), None)
    await desk.app.database.write(lambda tx: passkeys.add(tx, key))
    thief = desk.client()
    for credential in (
        {},
        {"id": "AAAA"},
        {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {}},
        "AAAA",
    ):
        asked = (await thief.post("/can-bo/dang-nhap/khoa/bat-dau", json={})).json()
        answer = await thief.post("/can-bo/dang-nhap/khoa", json={"id": asked["id"], "credential": credential})
        assert answer.status_code == 422
        assert LOGIN not in thief.cookies
    lan = desk.client("lan")
    asked = (await lan.post("/can-bo/toi/khoa/bat-dau", json={})).json()
    assert asked["options"]["authenticatorSelection"]["userVerification"] == "required"
    assert (
        await lan.post("/can-bo/toi/khoa", json={"id": asked["id"], "credential": {"id": "BBBB"}})
    ).status_code == 422
    assert (await lan.post("/can-bo/toi/khoa/bat-dau", content=b"{")).status_code == 400


@pytest.mark.parametrize("word", ['"\\u0000"', '"\\ud800"', "7", "[]"])
async def test_words_that_nobody_keeps_are_no_challenge_and_no_key(desk: Desk, word: str) -> None:
    stranger = desk.client()
    written = f'{{"id": {word}, "credential": {{"id": {word}}}}}'
    assert (await stranger.post("/can-bo/dang-nhap/khoa", content=written)).status_code == 409
    asked = (await stranger.post("/can-bo/dang-nhap/khoa/bat-dau", json={})).json()
    written = f'{{"id": "{asked["id"]}", "credential": {{"id": {word}}}}}'
    assert (await stranger.post("/can-bo/dang-nhap/khoa", content=written)).status_code == 422
    assert (await stranger.post("/can-bo/dang-nhap/khoa", content=19_000 * "[")).status_code == 400
