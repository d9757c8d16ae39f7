"""Addresses, numbers, sentences and hard words found in plain text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.learning.hard_words import HardWords, read_hard_words
from bot.learning.lesson_passages import sentences
from bot.learning.mentions import links, numbers
from bot.learning.mistakes import Findings


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("vào https://Vietcombank.com.vn/abc?x=1.", ["vietcombank.com.vn"]),
        ("http://a.b:8080/x và www.c.com", ["a.b", "www.c.com"]),
        ("https://vietcombank.com.vn@evil.com/", ["evil.com"]),
        ("gửi a@gmail.com nhé", ["gmail.com"]),
        ("tải ở bit.ly/3abc, zalo.me/12", ["bit.ly", "zalo.me"]),
        ("vào vietcombank-xacthuc.vn.", ["vietcombank-xacthuc.vn"]),
        ("tg://resolve?domain=x", ["resolve"]),
        ("TP.HCM, v.v. Tệp bai.pdf, anh.jpg, vneid.apk nặng 1.000.000", []),
        ("vietcombank chấm com", []),
        ("xong rồi.Bác nghỉ", []),
        ("vneid.gov.vn.vc", ["vneid.gov.vn.vc"]),
        ("vào dichvucong.gov.vn.lat/dang-nhap", ["dichvucong.gov.vn.lat"]),
        ("VNEID.GOV.VN.VC nhé", ["vneid.gov.vn.vc"]),
        ("vneid.gov.vn.tin-moi.lat", ["vneid.gov.vn.tin-moi.lat"]),
        ("vào vneid.gov.vn. Bác nhớ", ["vneid.gov.vn"]),
        ("vào vneid.gov.vn.Bác nhớ", ["vneid.gov.vn"]),
        ("vào https://vneid.gov.vn.Bác nhớ", ["vneid.gov.vn"]),
        ("vào vneid.gov.vn… rồi [https://vneid.gov.vn]!", ["vneid.gov.vn"] * 2),
        ("www.an-sinh.lat và www.an", ["www.an-sinh.lat"]),
        ("https://evil.com\\@vneid.gov.vn https://evil.com?@", ["evil.com", "vneid.gov.vn", "evil.com"]),
        ("https://vneid.gov.vn@tin@evil.com", ["evil.com"]),
    ],
)
def test_links(text: str, hosts: list[str]) -> None:
    assert [link.what for link in links(text)] == hosts


def test_more_endings_count_where_they_are_asked_for() -> None:
    assert [link.what for link in links("quan-an.best, quan-an.lat, nhan-qua.best.lat", {"best"})] == [
        "quan-an.best",
        "nhan-qua.best.lat",
    ]


def test_of_a_host_without_end_the_last_names_are_told_with_their_place() -> None:
    text = "a." * 5_000 + "vietcombank.vn.top, b.vn"
    first, second = links(text)
    assert first.what.endswith("a.vietcombank.vn.top")
    assert (len(first.what.split(".")), text[first.at : first.end]) == (20, first.what)
    assert text[second.at : second.end] == second.what == "b.vn"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gọi 0912 345 678 ngay", ["0912345678"]),
        ("gọi 0912.345.678, +84 912 345 678, 84912345678", ["0912345678"] * 3),
        ("máy bàn (024) 3826 1234", ["02438261234"]),
        ("tổng đài 1900 1234 và 18001008", ["19001234", "18001008"]),
        ("gọi 113", ["113"]),
        ("Gọi ngay số 5656", ["5656"]),
        ("nhắn tin đến 156", ["156"]),
        ("mã 6 số 730 164, số tiền 0 đồng, 500.000.000.000 đồng", []),
        ("ngày 01-02-2026, mã 123456, số tài khoản 0123456789012", []),
        ("số 09xx xxx 678", []),
        ("gọi 3 lần, gọi 215.000 đồng", []),
    ],
)
def test_numbers(text: str, found: list[str]) -> None:
    assert [number.what for number in numbers(text)] == found


@settings(deadline=None)
@given(st.text(alphabet="0123456789 .-+()abcvn:/@gọi"))
def test_mentions_stand_where_they_say(text: str) -> None:
    for mention in (*links(text), *numbers(text)):
        assert 0 <= mention.at < mention.end <= len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Một câu. Hai câu! Ba câu?", 3),
        ("Anh nói: “Đi đi.” Rồi thôi.", 2),
        ("Một câu dài\nviết hai dòng.", 1),
        ("Một dòng\nHai dòng", 2),
        ("Giá 1.000.000 đồng", 1),
        ("Chờ… rồi đi", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    parts = [sentence for _, sentence in sentences(text) if sentence.strip()]
    assert len(parts) == count


@settings(deadline=None)
@given(st.text(alphabet="aB.!?…”\n "))
def test_sentences_are_the_whole_text(text: str) -> None:
    assert "".join(sentence for _, sentence in sentences(text)) == text
    assert all(text[at:].startswith(sentence) for at, sentence in sentences(text))


def test_hard_words_are_whole_words_and_the_longest_wins() -> None:
    hard = HardWords.of({"call": "gọi", "video call": "gọi có hình"})
    assert [(one.at, one.word, one.better) for one in hard.find("Video  call, callme, call")] == [
        (0, "Video  call", "gọi có hình"),
        (21, "call", "gọi"),
    ]


def test_the_list_of_hard_words_is_read() -> None:
    findings = Findings("tu-kho.csv")
    text = 'từ,thay bằng\nWebsite, trang mạng\n\nlink\n"a,b",c\nx,,\n'
    assert read_hard_words(text, findings).better == {"website": "trang mạng", "a,b": "c"}
    assert [one.line for one in findings.all()] == [4, 6]


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_list_of_hard_words_is_read(table: str, text: str) -> None:
    list(read_hard_words("từ,thay bằng\n" + table, Findings("tu-kho.csv")).find(text))
