"""The sheet claims only what was counted, hides what is few, and stays one page whatever it is called."""

import struct
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.findings import bars_of, finding_of, numbers_of
from bot.reports.infographic import as_png, as_svg
from bot.reports.report import Report
from bot.reports.sheets import Reader
from bot.translations import Words
from tests.reports.test_files import WEEK, reader, report

TEXT = "{http://www.w3.org/2000/svg}text"
A4 = (794, 1123)


def of(**sums: int) -> Report:
    """A report of a commune with these figures."""
    named = {name.replace("__", ":"): value for name, value in sums.items()}
    told = {"sums": named, "before": {}, "trend": [], "parts": {}}
    return Report(WEEK, "00721", told, "ab" * 32, report().made_at)


def texts(svg: bytes) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(TEXT)]


@pytest.mark.parametrize(
    ("sums", "finding"),
    [
        ({"checks": 9, "verdict__danger": 9}, "Máy thấy 9 trong 9 tin bà con gửi là nguy hiểm"),
        ({"checks": 12, "verdict__danger": 3, "verdict__no_sign": 9, "finished": 7}, "Bà con đã học xong 7 lượt bài"),
        ({"finished": 4}, "Mỗi ngày ba phút"),
        ({}, "Mỗi ngày ba phút"),
    ],
)
def test_the_finding_is_what_was_counted(sums: dict[str, int], finding: str) -> None:
    assert finding_of(of(**sums), reader()).startswith(finding)


def test_numbers_that_are_there_come_before_those_that_are_hidden() -> None:
    numbers = numbers_of(of(finished=3, reached__x=0, questions=8, learners=1), Words())
    assert numbers[0] == ("8", "Câu hỏi gửi cán bộ")
    assert {number for number, _ in numbers[1:]} <= {"dưới 5", "0"}


@given(st.dictionaries(st.sampled_from(["finished", "checks", "learners", "scam__H1", "scam__H2"]), st.integers(0, 9)))
def test_no_small_count_stands_on_the_sheet(sums: dict[str, int]) -> None:
    found = of(**sums)
    shown = [
        *(said for said, _ in numbers_of(found, Words())),
        *(str(count) for _, count in bars_of(found, reader())[1]),
    ]
    assert not {"1", "2", "3", "4"} & set(shown)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_office_fits_on_one_page(office: str) -> None:
    svg = as_svg(report(scam="<b>&"), Reader(Words(), office))
    tree = ElementTree.fromstring(svg)
    assert tree.get("viewBox") == f"0 0 {A4[0]} {A4[1]}"
    for one in tree.iter(TEXT):
        assert float(one.get("x", "")) + float(one.get("textLength", "")) <= A4[0] - 40
        assert float(one.get("y", "")) <= A4[1] - 30


def test_the_sheet_names_its_source_and_nobody() -> None:
    said = " ".join(texts(as_svg(report(), reader())))
    assert "Ủy ban nhân dân xã Đồng Văn" in said
    assert "16/11/2026 đến hết 22/11/2026" in said
    assert "abababababab" in said
    assert "Số người dưới 5 được ẩn" in said


def test_the_png_is_an_a4_page() -> None:
    png = as_png(report(), reader())
    assert struct.unpack(">II", png[16:24]) == (1240, 1754)
