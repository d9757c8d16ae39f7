"""The facts about a text: offices, places, addresses, numbers, hard words; and that nothing is ever raised."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory import Contact, Directory, Hotline, OfficialDomain
from bot.learning.hard_words import HardWords
from bot.notices.known import Known
from bot.notices.named_places import places_outside
from bot.notices.offices import office_form
from bot.notices.plain_words import abbreviations, foreign_words
from bot.notices.text_facts import text_facts
from bot.notices.tidy import tidy
from bot.vietnamese.moments import VIETNAM
from broadcasts.notice import Kind, Level, Notice
from broadcasts.wording import Code, Office, Trust, check

NOW = datetime(2026, 11, 21, 20, tzinfo=VIETNAM)
NOTICE = Notice(
    kind=Kind.ACTUAL,
    level=Level.URGENT,
    office="Ủy ban nhân dân xã Đồng Văn",
    event="lũ quét",
    headline="Lũ quét đêm 21/11",
    description="Nước suối lên nhanh.",
    instruction="Bà con sơ tán ngay đến trường học.",
    place="xã Đồng Văn, tỉnh Tuyên Quang",
    areas=("00721",),
    starts=NOW,
    ends=NOW + timedelta(hours=12),
    contact="0219 3000 123",
)
KNOWN = Known(
    Directory(
        domains=(
            OfficialDomain("evn.com.vn", "EVN", "điện nước", verified=False),
            OfficialDomain("zalo.me", "Zalo", "nền tảng", verified=True),
        ),
        hotlines=(Hotline("114", "Cứu hỏa", "báo cháy"),),
        contacts=(Contact("00721", "Trạm Y tế", "0219 3000 115", ""),),
    ),
    HardWords.of({"triển khai": "làm"}),
)


def test_a_good_notice_has_no_finding() -> None:
    assert check(NOTICE, text_facts(NOTICE, KNOWN), NOW, {"00721"}) == ()


@pytest.mark.parametrize(
    ("office", "form"),
    [
        ("Ủy ban nhân dân xã Đồng Văn", Office.FULL),
        ("ỦY BAN NHÂN DÂN XÃ ĐỒNG VĂN", Office.FULL),
        ("Bộ Công an", Office.FULL),
        ("Ban Chỉ huy Phòng thủ dân sự xã Krông Pắc", Office.FULL),
        ("UBND xã Đồng Văn", Office.ABBREVIATED),
        ("CA xã Đồng Văn", Office.ABBREVIATED),
        ("UBND TP.HCM", Office.ABBREVIATED),
        ("UBND", Office.ONLY_ABBREVIATION),
        ("BCH PCTT & TKCN", Office.ONLY_ABBREVIATION),
        ("CA xã", Office.ONLY_ABBREVIATION),
        ("ubnd xã", Office.ONLY_ABBREVIATION),
        ("UBND xã ĐV", Office.ONLY_ABBREVIATION),
        ("Công an xã", Office.WITHOUT_PLACE),
    ],
)
def test_how_an_office_is_written(office: str, form: Office) -> None:
    assert office_form(office) is form


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("Sạt lở ở xã Lũng Cú", ["xã Lũng Cú"]),
        ("Các xã Đồng Văn, Lũng Cú ngập", ["xã Lũng Cú"]),
        ("Bà con ở Lũng Cú sơ tán", ["Lũng Cú"]),
        ("Bão vào Quảng Ninh", ["Quảng Ninh"]),
        ("XÃ LŨNG CÚ", ["XÃ LŨNG CÚ"]),
        ("Công an xã Đồng Văn, tỉnh Tuyên Quang", []),
        ("Huyện Đồng Văn cũ, tỉnh Hà Giang trước đây", []),
        ("Bão trên Biển Đông, gần quần đảo Hoàng Sa", []),
        ("Tắc đường Điện Biên Phủ, cầu Sài Gòn, sông Sài Gòn", []),
        ("Trường Tiểu học Lũng Cú", []),
        ("Ngã tư Phú Thọ, thủy điện Hòa Bình", []),
        ("thôn Lùng Lú, bản Séo Lủng", []),
    ],
)
def test_places_outside(text: str, outside: list[str]) -> None:
    assert list(places_outside(text, frozenset({"00721"}))) == outside


def test_a_name_with_a_dash_is_one_place() -> None:
    assert not list(places_outside("Công an phường Văn Miếu - Quốc Tử Giám", frozenset({"00226"})))


@pytest.mark.parametrize(
    ("text", "trust"),
    [
        ("Xem https://tuyenquang.gov.vn/lu", Trust.OFFICIAL),
        ("Xem cskh.evn.com.vn", Trust.OFFICIAL),
        ("Vào zalo.me/abc", Trust.OPEN_TO_ALL),
        ("Vào bit.ly/abc", Trust.UNKNOWN),
        ("Vào forms.gle/abc", Trust.UNKNOWN),
        ("Vào https://gov.vn.evil.com", Trust.UNKNOWN),
        ("Vào https://chinhphu.gov.vn@evil.com", Trust.UNKNOWN),
        ("Gửi về ubnd@gmail.com", Trust.UNKNOWN),
    ],
)
def test_whose_an_address_is(text: str, trust: Trust) -> None:
    [link] = text_facts(replace(NOTICE, description=text), KNOWN).links
    assert (link.field, link.trust) == ("description", trust)


def test_a_missing_blank_makes_no_address() -> None:
    assert not text_facts(replace(NOTICE, description="Nước lên cấp tốc.Ai ở thấp.Me con"), KNOWN).links


def test_the_web_address_counts_even_where_it_is_none() -> None:
    [link] = text_facts(replace(NOTICE, web="trang của xã"), KNOWN).links
    assert link.trust is Trust.UNKNOWN


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Gọi 0219.3000.123", True),  # the notice's own contact
        ("Gọi +84 219 3000 123", True),
        ("Gọi 02193000115", True),  # a commune's
        ("Gọi 114", True),
        ("Gọi 1022", True),
        ("Gọi 0912 345 678", False),
        ("Gọi (+84) 912 345 678", False),
        ("Gọi 1900 1234", False),
        ("Gọi 119", False),
    ],
)
def test_whose_a_number_is(text: str, known: bool) -> None:
    [number] = text_facts(replace(NOTICE, instruction=text), KNOWN).numbers
    assert number.known is known


@pytest.mark.parametrize(
    "text",
    [
        "Kêu gọi 197 tàu vào bờ",
        "Từ 01.02.2026 đến 05.03.2026",
        "Số 12/TB-UBND, 1.250.000 đồng, 3.000 m3, 8,5 phần nghìn",
        "Km 12+500, ĐT.699",
    ],
)
def test_what_is_no_telephone_number(text: str) -> None:
    assert not text_facts(replace(NOTICE, description=text), KNOWN).numbers


def test_a_contact_that_cannot_be_dialled() -> None:
    assert not text_facts(replace(NOTICE, contact="gặp cô Lan"), KNOWN).contact_readable
    assert text_facts(replace(NOTICE, contact="0219 3000 123 (trực ban)"), KNOWN).contact_readable


def test_hard_foreign_and_short_words() -> None:
    facts = text_facts(replace(NOTICE, description="Đã triển khai. Xem update của PCTT, Wi-Fi, km, Ea Súp."), KNOWN)
    assert [(one.word, one.better) for one in facts.hard_words] == [("triển khai", "làm")]
    assert [one.words for one in facts.foreign_words] == ["update"]
    assert [one.words for one in facts.abbreviations] == ["PCTT"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Ủy ban nhân dân (UBND) và UBND", []),
        ("UBND xã", ["UBND"]),
        ("Bão KOTO, cấp III, SOS", []),
        ("SƠ TÁN NGAY", []),
        ("QL4C và QL 1A", ["QL"]),
    ],
)
def test_letters_for_words(text: str, short: list[str]) -> None:
    assert abbreviations(text, text) == short


def test_a_text_without_marks_has_no_foreign_words() -> None:
    assert not foreign_words("so tan ngay khan cap", {})
    assert text_facts(replace(NOTICE, instruction="so tan ngay den truong"), KNOWN).without_marks == ("instruction",)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Lu\u0303 que\u0301t", "Lũ quét"),
        ("  Lũ\u00a0quét \r\n đêm nay\r", "Lũ quét\n đêm nay"),
        ("\u00d0ê v\u1ee1", "Đê vỡ"),
        ("Lũ\u200bquét", "Lũ\u200bquét"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_is_repaired_in_silence(typed: str, kept: str) -> None:
    assert tidy(typed) == kept
    assert tidy(kept) == kept


def test_a_long_notice_takes_too_long_to_read() -> None:
    facts = text_facts(replace(NOTICE, description="Nước lên. " * 200), KNOWN)
    assert facts.seconds > 120 > text_facts(NOTICE, KNOWN).seconds > 10
    assert Code.SPEECH_LONG in {finding.code for finding in check(NOTICE, facts, NOW)}


ANY = st.text(max_size=200) | st.text("sơtánđiện ,.:;!?-–0123456789()[]/@\n\u200b\u0301XÃxã", max_size=200)


@settings(max_examples=150, deadline=None)
@given(ANY, ANY, ANY, ANY)
def test_nothing_is_raised_for_any_text(headline: str, instruction: str, office: str, contact: str) -> None:
    notice = replace(NOTICE, headline=headline, instruction=instruction, office=office, contact=contact, web=headline)
    notice = replace(notice, areas=(office,), place=contact, description=headline + instruction)
    check(notice, text_facts(notice, KNOWN), NOW, {"00721"})
