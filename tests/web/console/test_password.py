"""Which passwords are refused, and that hashes are compared without telling whether there is an account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.offices.passwords import is_name, plain_name
from bot.translations import Words
from bot.web.console.agents import plain
from bot.web.console.password import LONGEST, TOO_COMMON, TOO_LONG, TOO_NEAR, TOO_SHORT, hashed, is_right, objection

NAMES = ("lan.dongvan", "Nguyễn Thị Lan", "Ủy ban nhân dân xã Đồng Văn")


@pytest.mark.parametrize(
    ("password", "against"),
    [
        ("mười một ký", TOO_SHORT),
        ("x" * 12, TOO_COMMON),
        ("123456789012", TOO_COMMON),
        ("abcabcabcabc", TOO_COMMON),
        ("Matkhau12345", TOO_COMMON),
        ("mật khẩu 2026", TOO_COMMON),
        ("password1234", TOO_COMMON),
        ("Qwertyuiop123", TOO_COMMON),
        ("lan.dongvan99", TOO_NEAR),
        ("2026LanDongVan", TOO_NEAR),
        ("Nguyễn Thị Lan", TOO_NEAR),
        ("uybannhandanxadongvan1", TOO_NEAR),
        ("a b" * 100, TOO_LONG),
        ("ba con trâu gặm cỏ", None),
        ("lan thích ăn khế chua", None),
        ("correct horse battery", None),
    ],
)
def test_what_is_easily_guessed_is_refused(password: str, against: str | None) -> None:
    assert objection(password, *NAMES) == against


@given(st.text(max_size=LONGEST * 2))
def test_any_text_is_judged(password: str) -> None:
    if objection(password, *NAMES) is None:
        assert 12 <= len(password) <= LONGEST


async def test_a_password_is_right_however_its_marks_were_typed() -> None:
    hash = await hashed("ba con tr\u00e2u g\u1eb7m c\u1ecf")
    assert await is_right(hash, "ba con tra\u0302u ga\u0323\u0306m co\u0309")
    assert not await is_right(hash, "ba con trau gam co")
    assert hash.startswith("$argon2id$")


@pytest.mark.parametrize("hash", [None, "", "no hash", "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA"])
async def test_nothing_is_right_without_a_hash(hash: str | None) -> None:
    assert not await is_right(hash, "ba con trâu gặm cỏ")


@pytest.mark.parametrize(
    ("written", "kept"),
    [("Lan.DongVan ", "lan.dongvan"), ("lan", "lan"), ("lan1", "lan1")],
)
def test_a_name_to_sign_in_with(written: str, kept: str) -> None:
    assert plain_name(written) == kept
    assert is_name(kept)


@pytest.mark.parametrize("name", ["", "la", "lan..van", ".lan", "lan.", "lân", "lan van", "lan\n", "a" * 41, "<b>"])
def test_no_name_to_sign_in_with(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox trên Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge trên Windows",
        ),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome trên Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604",
            "Safari trên iPhone",
        ),
        ("<script>alert(1)</script>", "Trình duyệt lạ"),
        ("", "Trình duyệt lạ"),
    ],
)
def test_a_browser_is_told_in_plain_words(agent: str, said: str) -> None:
    assert plain(agent, Words()) == said
