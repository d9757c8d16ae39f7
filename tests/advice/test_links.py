"""Where links lead."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.false_names import readable
from bot.advice.hearing import hear
from bot.advice.known import Known
from bot.advice.links import Link, Place, is_ip, links, registered_name
from bot.advice.scam_check import check
from bot.advice.signals import TOLD_ANYWAY, Signal
from bot.advice.verdict import Reason, Verdict
from bot.directory import Directory
from bot.translations import Words

PUNYCODE = "xn--" + "vіetcombank".encode("punycode").decode() + ".com.vn"  # with a Cyrillic letter


def read_link(text: str, known: Known) -> Link:
    [link] = links(text, known.directory, known.brands)
    return link


def place(text: str, known: Known) -> Place:
    return read_link(text, known).place


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("https://www.vietcombank.com.vn/khuyen-mai", Place.OFFICIAL),
        ("vào my.vnpt.com.vn nhé", Place.OFFICIAL),
        ("https://xa.tuyenquang.gov.vn", Place.OFFICIAL),
        ("https://vietcombank.vn-abc.top/x", Place.FAKE),
        ("i-vietcombank.com", Place.FAKE),
        ("svip-acb.com", Place.FAKE),
        ("www.vietcornbank.vip", Place.FAKE),
        ("https://vietc0mbank.online", Place.FAKE),
        ("vietcombаnk.com", Place.FAKE),  # a Cyrillic letter
        ("agribank-online.vn", Place.FAKE),
        ("dichvucong-gov.vn.cc", Place.FAKE),
        ("csgt-tracuu.com", Place.FAKE),
        ("vneid.gov.vn.vc", Place.FAKE),
        ("Cập nhật VNeID tại dichvucong.gov.vn.lat", Place.FAKE),
        ("vào vneid.gov.vn. Bác nhớ", Place.OFFICIAL),
        ("vào dichvucong.gov.vn.Bác nhớ", Place.OFFICIAL),
        (PUNYCODE, Place.FAKE),
        ("xetaxi.site", Place.CHEAP),  # a taxi, and no "etax"
        ("https://www.facebook.com/ai-do", Place.ANYBODYS),
        ("https://zalo.me/0900000000", Place.CHAT),
        ("t.me/abc", Place.CHAT),
        ("bit.ly/3xYz", Place.SHORT),
        ("http://103.12.4.9/login", Place.IP),
        ("vào 103.12.4.9/login", Place.IP),
        ("103.12.4.9", Place.IP),
        ("https://quan-pho.com/vietcombank.com.vn", Place.UNKNOWN),
        ("https://quan-pho.com?@vietcombank.com.vn", Place.UNKNOWN),
        ("https://www.facebook.com/vietcombank.vn", Place.ANYBODYS),
        ("nhan-qua.xyz", Place.CHEAP),
        ("shop.abc.io.vn", Place.CHEAP),
        ("quan-pho-ba-sau.com", Place.UNKNOWN),
        ("vinaphoneplus.com.vn", Place.UNKNOWN),
        ("melbourne.fpt.edu.vn", Place.UNKNOWN),
    ],
)
def test_places(known: Known, text: str, led: Place) -> None:
    assert place(text, known) is led


@pytest.mark.parametrize(
    ("host", "registered"),
    [
        ("a.b.vcb.com.vn", "vcb.com.vn"),
        ("vcb.vn-iy.life", "vn-iy.life"),
        ("localhost", "localhost"),
        ("x.io.vn", "x.io.vn"),
    ],
)
def test_the_registered_name(host: str, registered: str) -> None:
    assert registered_name(host) == registered


def test_whom_a_link_imitates(known: Known) -> None:
    [link] = links("https://vietcombank.vn-abc.top", known.directory, known.brands)
    assert (link.registered, link.imitates and link.imitates.host) == ("vn-abc.top", "vietcombank.com.vn")


@pytest.mark.parametrize("text", ["bản 1.2.3.4 mới", "ngày 21.11.2026", "1.000.000.000 đồng", "090.123.45.67"])
def test_other_numbers_lead_nowhere(known: Known, text: str) -> None:
    assert links(text, known.directory, known.brands) == ()


@pytest.mark.parametrize(
    ("written", "found"),
    [("14.225.3.4", True), ("255.255.255.0", True), ("090.123.45.67", False), ("1.2.3.256", False)],
)
def test_a_machine_has_a_number_that_is_no_telephone(written: str, found: bool) -> None:
    assert is_ip(written) is found


def test_where_a_link_leads_on_is_looked_at(known: Known) -> None:
    found = links("https://www.google.com/url?q=https://mbbank.vip", known.directory, known.brands)
    assert [link.place for link in found] == [Place.ANYBODYS, Place.FAKE]


def test_a_link_alone_is_judged(known: Known) -> None:
    assert check("https://vietcombank.vn-abc.top", known).verdict is Verdict.DANGER
    assert check("nhan-qua.xyz", known).verdict is Verdict.SUSPICIOUS
    assert check("https://vietcombank.com.vn", known).verdict is Verdict.NO_SIGN


@pytest.mark.parametrize(
    "host",
    [
        "mbbank.vip",
        "bidv.top",
        "vietcombank-login.top",
        "vietcombank-xacthuc.com",
        "acb-login.com",
        "vietcombank.com.vn.lat",
        "vietcornbank.com",
        "vietc0mbank.net",
        "vіetcombank.com.vn",
        PUNYCODE,
        "vneid-capnhat.com",
        "dichvucong-gov.vn.cc",
        "dichvucong.gov.vn.lat",
    ],
)
def test_a_false_bank_or_office_with_what_only_swindlers_put_beside_it_is_a_danger_alone(
    known: Known, host: str
) -> None:
    assert read_link(host, known).surely_false
    found = check(host, known)
    assert found.verdict is Verdict.DANGER
    assert found.reasons[0] == Reason(Signal.LINK_FAKE, host)


@pytest.mark.parametrize(
    "host", ["agribank.vn", "mbbank.com", "vietabank.com.vn", "nguyencongan.id.vn", "nganhangdethi.xyz", "acb.club"]
)
def test_a_name_that_others_may_bear_honestly_is_not_surely_false(known: Known, host: str) -> None:
    assert not read_link(host, known).surely_false


@pytest.mark.parametrize("host", ["agribank.vn", "mbbank.com"])
def test_of_a_name_that_may_be_theirs_it_is_said_only_that_it_is_not_in_the_list(known: Known, host: str) -> None:
    found = check(host, known)
    assert found.verdict is Verdict.SUSPICIOUS
    said = [reason.said(Words()) for reason in found.reasons]
    assert "không biết trang này của ai" in said[0]
    assert not any("không phải" in one for one in said)


def test_the_worst_link_counts_whatever_stands_first(known: Known) -> None:
    assert check("agribank.vn mbbank.vip", known).reasons[0].words == "mbbank.vip"


def test_who_warns_of_a_false_link_is_no_danger(known: Known) -> None:
    text = "Công an xã cảnh báo: trang mbbank.vip là giả mạo, bà con tuyệt đối không bấm vào."
    assert check(text, known).verdict is not Verdict.DANGER


@pytest.mark.parametrize("host", ["xn--80ak6aa92e.com", "аррӏе.com"])
def test_letters_that_only_look_like_ours_are_told(known: Known, host: str) -> None:
    found = check(host, known)
    assert (found.verdict, found.reasons[0].signal) == (Verdict.SUSPICIOUS, Signal.LINK_LETTERS)


def test_a_name_in_our_own_letters_is_none_of_those(known: Known) -> None:
    host = "xn--" + "quánphở".encode("punycode").decode() + ".vn"
    assert readable(host) == "quánphở.vn"
    assert not read_link(host, known).lookalikes


@given(st.text(alphabet="abcxyz019-éхі", max_size=70))
def test_any_name_in_other_letters_is_read_or_left(name: str) -> None:
    assert readable(f"xn--{name}.com").endswith(".com")


@pytest.mark.parametrize(
    ("text", "signal", "words"),
    [
        ("vietcombank.com.vn", Signal.ALONE_OFFICIAL, "Ngoại thương (Vietcombank)"),
        ("https://dichvucong.gov.vn/p/home", Signal.ALONE_OFFICIAL, "Cổng Dịch vụ công quốc gia"),
        ("xa.tuyenquang.gov.vn", Signal.ALONE_OFFICIAL, "Cơ quan nhà nước"),
        ("lpbank.com.vn", Signal.ALONE_LISTED, "LPBank"),  # one list only
        ("https://www.facebook.com/ai-do", Signal.ALONE_ANYBODYS, "facebook.com"),
        ("bit.ly/3xYz", Signal.ALONE_SHORT, "bit.ly"),
        ("t.me/abc", Signal.ALONE_CHAT, "t.me"),
        ("zalo.me/g/xyz", Signal.ALONE_CHAT, "zalo.me"),
        ("quan-pho-ba-sau.com", Signal.ALONE_UNKNOWN, "quan-pho-ba-sau.com"),
        ("quan-pho-ba-sau.vn", Signal.ALONE_UNKNOWN, "quan-pho-ba-sau.vn"),
        ("nhan-qua.xyz", Signal.ALONE_UNKNOWN, "nhan-qua.xyz"),
        ("103.12.4.9", Signal.ALONE_UNKNOWN, "103.12.4.9"),
    ],
)
def test_of_a_link_and_nothing_else_it_is_said_what_it_is(known: Known, text: str, signal: Signal, words: str) -> None:
    [told] = [one for one in hear(text, known).evidence if one.signal in TOLD_ANYWAY]
    assert (told.signal, told.points) == (signal, 0)
    assert words in Reason(told.signal, told.words).said(Words())


@pytest.mark.parametrize("text", ["vào vietcombank.com.vn xem lãi suất", "nhóm lớp ở zalo.me/g/xyz"])
def test_among_words_that_is_not_said(known: Known, text: str) -> None:
    assert TOLD_ANYWAY.isdisjoint(one.signal for one in hear(text, known).evidence)


def test_an_office_is_known_without_any_list() -> None:
    [told] = [one for one in hear("xa.gov.vn", Known(Directory())).evidence if one.signal in TOLD_ANYWAY]
    assert (told.signal, told.words) == (Signal.ALONE_OFFICIAL, "xa.gov.vn")


def test_no_network_is_asked(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert links("https://a.example.top", known.directory, known.brands)


@pytest.mark.parametrize(
    "text", ["bit.ly/abc", "t.me/abcd", "zalo.me/g/abcdef", "vietcombank.com.vn", "quan-pho-ba-sau.vn"]
)
def test_of_a_link_alone_is_told_what_it_is(known: Known, text: str) -> None:
    found = check(text, known)
    assert found.verdict is Verdict.NO_SIGN
    assert len(found.reasons) == 1
