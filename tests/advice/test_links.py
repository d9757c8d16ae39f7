"""Where links lead."""

import socket

import pytest

from bot.advice.known import Known
from bot.advice.links import Place, links, registered_name
from bot.advice.scam_check import check
from bot.advice.verdict import Verdict


def place(text: str, known: Known) -> Place:
    [link] = links(text, known.directory, known.brands)
    return link.place


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
        ("https://www.facebook.com/ai-do", Place.ANYBODYS),
        ("https://zalo.me/0900000000", Place.CHAT),
        ("t.me/abc", Place.CHAT),
        ("bit.ly/3xYz", Place.SHORT),
        ("http://103.12.4.9/login", Place.IP),
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


def test_a_link_alone_is_judged(known: Known) -> None:
    assert check("https://vietcombank.vn-abc.top", known).verdict is Verdict.DANGER
    assert check("nhan-qua.xyz", known).verdict is Verdict.SUSPICIOUS
    assert check("https://vietcombank.com.vn", known).verdict is Verdict.NO_SIGN


def test_no_network_is_asked(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert links("https://a.example.top", known.directory, known.brands)
