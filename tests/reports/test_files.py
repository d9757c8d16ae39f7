"""Files hold what the page says, the same every time, and no formula whatever a name looks like."""

import csv
import io
import json
from datetime import UTC, date, datetime
from zipfile import ZipFile

import openpyxl
import pytest

from bot.reports.files import as_csv, as_json, as_xlsx
from bot.reports.period import Kind, Period
from bot.reports.report import Report
from bot.reports.sheets import Reader
from bot.translations import Words

HOSTILE = ["=cmd|' /C calc'!A1", "@SUM(1)", "+1+1", "-1+1", "\t=1", "\r=1", " =1", "＝1+1", '=HYPERLINK("http://x.vn")']
WEEK = Period(Kind.WEEK, date(2026, 11, 16), date(2026, 11, 22))
SUMS = {
    "learners": 12,
    "finished": 40,
    "asked": 80,
    "right": 60,
    "checks": 9,
    "verdict:danger": 9,
    "scam:H14": 9,
    "notice:khẩn cấp": 2,
    "reached:khẩn cấp": 1248,
    "cases opened": 3,
}


def report(area: str = "08", scam: str = "H14") -> Report:
    sums = {**SUMS, f"scam:{scam}": 9}
    trend = [[f"2026-11-{day}", f"2026-11-{day}", {"finished": 8}] for day in range(18, 23)]
    parts = {"00721": {"finished": 30, "learners": 3}, "00769": {"finished": 10, "learners": 9}}
    told = {"sums": sums, "before": {"learners": 2}, "trend": trend, "parts": parts}
    return Report(WEEK, area, told, "ab" * 32, datetime(2026, 11, 23, 1, tzinfo=UTC))


def reader(name: str = "Ủy ban nhân dân xã Đồng Văn") -> Reader:
    return Reader(Words(), name, {"H14": name})


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_of_the_workbook_is_a_formula(name: str) -> None:
    content = as_xlsx(report(scam=name), reader(name))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    with ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(part) for part in parts.namelist())


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_of_the_csv_begins_a_formula(name: str) -> None:
    written = as_csv(report(scam=name), reader(name)).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(written, newline="")):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "\t", "\r"))


def test_numbers_are_numbers_and_the_hidden_are_not_in_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(report(), reader())))
    numbers = {row[1]: row[2:] for row in book["Số liệu chính"].iter_rows(values_only=True)}
    assert numbers["Lượt người nhận được"] == (1248, 0, "")
    assert numbers["Người bắt đầu học"] == (12, "dưới 5", "")
    assert numbers["Trả lời đúng ngay lần đầu"] == (75, "–", "%")
    places = list(book["Theo nơi"].iter_rows(values_only=True))
    assert places[1:] == [("Xã Đồng Văn", "ẩn", 30, 0, 0, 0), ("Xã Mèo Vạc", "ẩn", 10, 0, 0, 0), REST]


REST = ("Không rõ nơi nào, hoặc chung cho nhiều nơi", 0, 0, 9, "ẩn", 0)


def test_the_first_sheet_says_what_it_is_of_where_and_when_and_by_which_hash() -> None:
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(report(), reader()))).worksheets[0]
    rows = list(page.iter_rows(values_only=True))
    assert rows[0][0] == "Báo cáo tuần 16–22/11/2026, Tỉnh Tuyên Quang"
    assert rows[1][:2] == ("Nơi", "Tỉnh Tuyên Quang (08)")
    assert rows[2][:2] == ("Kỳ", "16/11/2026 – 22/11/2026")
    assert rows[3][:2] == ("Dấu của dữ liệu (SHA-256)", "ab" * 32)
    assert rows[5][:2] == ("Mục", "Chỉ tiêu")
    assert page.freeze_panes == "A7"


def test_the_csv_opens_in_a_spreadsheet_with_its_letters() -> None:
    content = as_csv(report(), reader())
    assert content.startswith("\ufeffBảng,Dòng,Cột,Giá trị".encode())
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert ["Số liệu chính", "Học kỹ năng số: Người bắt đầu học", "Kỳ này", "12"] in rows
    assert ["Nguồn", "Dấu của dữ liệu (SHA-256)", "Nội dung", "ab" * 32] in rows
    assert {len(row) for row in rows} == {4}


def test_programs_find_every_line_by_its_key() -> None:
    found = json.loads(as_json(report(), reader()))
    assert found["figures"]["reached"] == {"now": 1248, "before": 0}
    assert found["figures"]["learners"] == {"now": 12, "before": None}
    assert found["sha256"] == "ab" * 32
    assert (found["begins"], found["ends"]) == ("2026-11-16", "2026-11-22")


def test_the_same_report_is_the_same_file() -> None:
    for write in (as_xlsx, as_csv, as_json):
        assert write(report(), reader()) == write(report(), reader())


def test_an_english_reader_gets_the_same_numbers() -> None:
    english = json.loads(as_json(report(), Reader(Words("en"))))
    assert english["figures"] == json.loads(as_json(report(), reader()))["figures"]
