"""`camtay officer` and `camtay audit`: accounts from appointment to revocation, and the log of it all."""

import json
from typing import Any

import pyotp
import pytest
import segno
from sqlalchemy import delete, update

from bot.areas import communes_of
from bot.cli.storing import kept
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.notice_tables import audit
from bot.storage.offices import binding, officers
from broadcasts.officer import Officer
from tests.cli.conftest import Run

HERE = Address("telegram", "123")
MINH = ("officer", "add", "--name", "Trần Văn Minh", "--office", "Ủy ban nhân dân phường Sài Gòn", "--role", "duty")


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """What the test itself looks up is looked up where the command has worked."""
    monkeypatch.setenv("CAMTAY_DATA_DIR", str(tmp_path / "data"))


def added(camtay: Run, *more: str) -> dict[str, str]:
    result = camtay(*MINH, "--area", "26740", *more, "--json")
    assert result.exit_code == 0, result.output
    told: dict[str, str] = json.loads(result.output)
    return told


def bound(code: str, address: Address = HERE) -> Officer | None:
    def work(tx: Transaction, now: Any) -> Officer | None:
        binding.bind(tx, address, code, now)
        return officers.officer_at(tx, address)

    return kept(work)


@pytest.mark.usefixtures("here")
def test_an_officer_is_appointed_and_binds_a_telephone(camtay: Run) -> None:
    told = added(camtay)
    assert set(told) == {"id", "code", "secret", "otpauth", "link"}
    parsed = pyotp.parse_uri(told["otpauth"])
    assert (parsed.secret, parsed.name, parsed.issuer) == (told["secret"], "Trần Văn Minh", "Cầm Tay")
    officer = bound(told["code"])
    assert officer is not None
    assert (officer.id, officer.areas) == (told["id"], frozenset({"26740"}))


def test_for_people_everything_is_told_once(camtay: Run) -> None:
    output = camtay(*MINH, "--area", "26740").output
    [uri] = [line for line in output.splitlines() if line.startswith("otpauth://")]
    code = next(word for word in output.split() if word.startswith("ma-"))
    assert f"/start {code}" in output
    assert f"?start={code}" in output
    rows = [line for line in output.splitlines() if "█" in line]
    height = segno.make(uri, error="l").symbol_size()[1]
    assert len(rows) == (height + 1) // 2 or len(rows) == height // 2
    assert code not in camtay("officer", "list").output
    assert code not in camtay("audit", "show").output


@pytest.mark.parametrize(
    ("area", "codes"),
    [
        ("26740", ["26740"]),
        ("79", ["79"]),
        ("Thành phố Hồ Chí Minh", ["79"]),
        ("xã Đồng Văn, tỉnh Tuyên Quang", ["00721"]),
    ],
)
def test_an_area_by_its_code_or_by_a_name_that_means_one_place(camtay: Run, area: str, codes: list[str]) -> None:
    assert camtay(*MINH, "--area", area).exit_code == 0
    assert json.loads(camtay("officer", "list", "--json").output)["areas"] == codes


@pytest.mark.parametrize(
    ("area", "shown"),
    [("Sài Gòn", ("79", "26740")), ("Tân Thành", ("05923", "29938")), ("99999", ()), ("00", ()), ("chẳng đâu cả", ())],
)
def test_an_area_is_never_guessed(camtay: Run, area: str, shown: tuple[str, ...]) -> None:
    """Least of all a city for the ward that has its name."""
    result = camtay(*MINH, "--area", area)
    assert result.exit_code == 1
    assert all(code in result.output for code in (area, *shown))
    assert camtay("officer", "list").output == ""


@pytest.mark.parametrize(
    "words",
    [
        (*MINH, "--role", "administrator", "--area", "26740"),
        MINH,
        (*MINH[:-1], "king", "--area", "26740"),
        MINH[:4],
    ],
    ids=["keys and notices", "no area", "no such role", "no office"],
)
def test_who_cannot_be_appointed(camtay: Run, words: tuple[str, ...]) -> None:
    assert camtay(*words).exit_code == 2
    assert camtay("officer", "list").output == ""


def test_an_administrator_needs_no_area(camtay: Run) -> None:
    assert camtay(*MINH[:-1], "administrator").exit_code == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("replace", [True, False])
def test_a_new_telephone_beside_the_old_one_or_instead(camtay: Run, replace: bool) -> None:
    told = added(camtay)
    bound(told["code"])
    words = ("officer", "code", told["id"], *(("--replace",) if replace else ()), "--json")
    again = json.loads(camtay(*words).output)
    assert bound(again["code"], Address("telegram", "456")) is not None
    assert (kept(lambda tx, now: officers.officer_at(tx, HERE)) is None) is replace


def test_a_code_for_nobody(camtay: Run) -> None:
    told = added(camtay)
    assert camtay("officer", "code", "nobody").exit_code == 1
    camtay("officer", "freeze", told["id"])
    assert camtay("officer", "code", told["id"]).exit_code == 1
    camtay("officer", "unfreeze", told["id"])
    assert camtay("officer", "code", told["id"]).exit_code == 0


@pytest.mark.usefixtures("here")
def test_an_account_is_cut_off_and_given_back(camtay: Run) -> None:
    told = added(camtay)
    bound(told["code"])

    def state() -> tuple[str, int]:
        row = json.loads(camtay("officer", "list", "--json").output)
        return row["state"], row["places"]

    for deed, after in (("freeze", "frozen"), ("unfreeze", "active"), ("revoke", "revoked")):
        result = camtay("officer", deed, told["id"])
        assert result.exit_code == 0
        assert told["id"] in result.output
        assert camtay("officer", deed, told["id"]).exit_code == 1
        assert state() == (after, 0 if deed == "revoke" else 1)
    assert camtay("officer", "unfreeze", told["id"]).exit_code == 1


def test_the_list_names_everybody(camtay: Run) -> None:
    told = added(camtay)
    line = camtay("officer", "list").output
    for word in (told["id"], "active", "Trần Văn Minh", "Ủy ban nhân dân phường Sài Gòn", "duty", "26740"):
        assert word in line
    row = json.loads(camtay("officer", "list", "--json").output)
    assert (row["roles"], row["seen_at"], row["places"]) == (["duty"], None, 0)
    assert not {"secret", "code"} & set(row)


def test_an_officer_is_given_a_link_to_the_desk(camtay: Run) -> None:
    told = added(camtay)
    assert told["link"].startswith("http://127.0.0.1:8080/can-bo/moi/")
    public = {"CAMTAY_PUBLIC_URL": "https://xa.example.vn"}
    again = json.loads(camtay("officer", "invite", told["id"], "--json", env=public).output)
    assert again["link"].startswith("https://xa.example.vn/can-bo/moi/")
    assert "/can-bo/moi/" in camtay("officer", "invite", told["id"]).output
    camtay("officer", "freeze", told["id"])
    assert camtay("officer", "invite", told["id"]).exit_code == 1


def test_a_province_is_kept_as_it_was_given(camtay: Run) -> None:
    camtay(*MINH, "--area", "79")
    assert len(communes_of("79")) > 1
    assert json.loads(camtay("officer", "list", "--json").output)["areas"] == ["79"]


def test_the_log_is_whole_and_shows_what_was_done(camtay: Run) -> None:
    told = added(camtay)
    camtay("officer", "freeze", told["id"])
    whole = json.loads(camtay("audit", "verify", "--json").output)
    assert (whole["count"], whole["broken"], whole["cut"]) == (4, None, False)
    assert whole["head"] in camtay("audit", "verify").output
    rows = [json.loads(line) for line in camtay("audit", "show", "--json").output.splitlines()]
    assert [row["what"] for row in rows] == ["officer added", "code given", "invitation made", "officer frozen"]
    assert [row["id"] for row in rows] == [1, 2, 3, 4]
    assert rows[-1]["hash"] == whole["head"]
    assert len(camtay("audit", "show", "--last", "1").output.splitlines()) == 1
    assert camtay("audit", "show", "--about", "nobody").output == ""
    camtay("officer", "unfreeze", told["id"])
    known = ("--count", "4", "--head", whole["head"])
    assert camtay("audit", "verify", *known).exit_code == 0


@pytest.mark.usefixtures("here")
def test_a_log_that_was_touched_is_told(camtay: Run) -> None:
    added(camtay)
    head = json.loads(camtay("audit", "verify", "--json").output)
    kept(lambda tx, now: tx.execute(update(audit).where(audit.c.id == 1).values(who="hoa")).rowcount)
    broken = camtay("audit", "verify", "--json")
    assert (broken.exit_code, json.loads(broken.output)["broken"]) == (1, 1)
    assert camtay("audit", "verify").exit_code == 1
    kept(lambda tx, now: tx.execute(delete(audit)).rowcount)
    assert camtay("audit", "verify").exit_code == 0
    cut = camtay("audit", "verify", "--count", head["count"], "--head", head["head"], "--json")
    assert (cut.exit_code, json.loads(cut.output)["cut"]) == (1, True)


@pytest.mark.parametrize("words", [("--count", "3"), ("--head", "abc")])
def test_count_and_head_belong_together(camtay: Run, words: tuple[str, ...]) -> None:
    assert camtay("audit", "verify", *words).exit_code == 2
