from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory import Contact, Directory, Hotline, OfficialDomain, read_directory

SHIPPED = Path(__file__).parent.parent / "lessons" / "danh-ba"
DOMAINS = "tên miền,tên,loại,đã kiểm chứng,nguồn,ngày\n"
HOTLINES = "số,tên,việc,nguồn,ngày\n"
CONTACTS = "mã xã,nơi,điện thoại,địa chỉ,ngày\n"
BANK = OfficialDomain("bank.com.vn", "Ngân hàng", "ngân hàng", verified=True, source="", as_of=date(2026, 11, 21))


def _folder(folder: Path, domains: str | bytes = DOMAINS, hotlines: str = HOTLINES, contacts: str = CONTACTS) -> Path:
    (folder / "ten-mien.csv").write_bytes(domains if isinstance(domains, bytes) else domains.encode())
    (folder / "so-dien-thoai.csv").write_text(hotlines, "utf-8")
    (folder / "lien-he-xa.csv").write_text(contacts, "utf-8")
    return folder


def test_the_shipped_directory_has_no_mistake() -> None:
    directory = read_directory(SHIPPED)
    assert directory.mistakes == ()
    assert [line.number for line in directory.hotlines] == ["113", "114", "115", "111", "156", "5656", "112"]
    assert "chờ xác nhận" in directory.hotlines[-1].purpose
    assert [line.number for line in directory.hotlines if not line.verified] == ["112"]
    assert directory.contacts == ()
    assert len(directory.domains) == 105


def test_only_names_on_two_lists_are_vouched_for() -> None:
    directory = read_directory(SHIPPED)
    for listed in directory.domains:
        assert listed.verified != listed.source.startswith("1 "), listed.host


@pytest.mark.parametrize(
    ("host", "known", "vouched"),
    [
        ("vietcombank.com.vn", True, True),
        ("www.vietcombank.com.vn", True, True),
        ("VIETCOMBANK.com.vn.", True, True),
        ("vietcombank.com.vn:443", True, True),
        ("vietcombank.com.vn.evil.com", False, False),
        ("evil-vietcombank.com.vn", False, False),
        ("thuevietnam.vn", True, False),
        ("xa-moi.laocai.gov.vn", True, True),
        ("gov.vn", True, True),
        ("gov.vn.evil.com", False, False),
        ("notgov.vn", False, False),
        ("gov.vn@evil.com", False, False),
        ("evil.com/gov.vn", False, False),
        ("vietcombank.com.vn\n", True, True),
        ("com.vn", False, False),
        ("vіetcombank.com.vn", False, False),  # a Cyrillic і
        ("", False, False),
        (".", False, False),
    ],
)
def test_whose_host_it_is(host: str, known: bool, vouched: bool) -> None:
    directory = read_directory(SHIPPED)
    assert (directory.knows_domain(host), directory.vouches_for(host)) == (known, vouched)


def test_an_authority_is_known_to_an_empty_directory() -> None:
    assert Directory().knows_domain("x.gov.vn")
    assert Directory().domain("x.gov.vn") is None


def test_the_nearest_listed_name_answers() -> None:
    directory = read_directory(SHIPPED)
    exact, above = directory.domain("bocongan.gov.vn"), directory.domain("xa.gov.vn")
    assert exact is not None
    assert above is not None
    assert (exact.name, above.host) == ("Bộ Công an", "gov.vn")


@pytest.mark.parametrize(
    ("number", "known"), [("113", True), ("1 1 3", True), ("5656", True), ("1133", False), ("", False)]
)
def test_knows_number(number: str, known: bool) -> None:
    assert read_directory(SHIPPED).knows_number(number) is known


def test_contacts_of_a_commune(tmp_path: Path) -> None:
    rows = (
        "4,Trụ sở xã,0912 345 678,,\n00008,Công an xã,,Số 1 đường Láng,21/11/2026\n00004,Trạm y tế,(024) 3.826.1234,,\n"
    )
    directory = read_directory(_folder(tmp_path, contacts=CONTACTS + rows))
    assert [contact.place for contact in directory.contacts_of("00004")] == ["Trụ sở xã", "Trạm y tế"]
    assert directory.contacts_of("00008") == (
        Contact("00008", "Công an xã", "", "Số 1 đường Láng", date(2026, 11, 21)),
    )
    assert directory.contacts_of("99999") == ()
    assert directory.knows_number("+84912345678")
    assert directory.mistakes == ()


BANK_ROW = "bank.com.vn,Ngân hàng,Ngân hàng,có,,21/11/2026\n"


@pytest.mark.parametrize(
    "content",
    [
        DOMAINS + BANK_ROW,
        ("\ufeff" + DOMAINS + BANK_ROW).encode(),
        ("\ufeff" + '"tên miền"' + DOMAINS.removeprefix("tên miền") + BANK_ROW).encode(),
        (DOMAINS + BANK_ROW).replace("\n", "\r\n"),
        (DOMAINS + BANK_ROW).replace("\n", "\r"),
        (DOMAINS + BANK_ROW).replace(",", ";"),
        "sep=;\n" + (DOMAINS + BANK_ROW).replace(",", ";"),
        (DOMAINS + BANK_ROW).replace(",", "\t").encode("utf-16"),
        "TEN MIEN,Ten,Loai,Da kiem chung,Nguon,Ngay\n" + BANK_ROW,
        "te\u0302n mie\u0302\u0300n,te\u0302n,loại,đã kiểm chứng,nguồn,ngày\n" + BANK_ROW.replace("ó", "o\u0301"),
        "ngày,ghi chú,tên,tên miền,loại,nguồn,đã kiểm chứng\n"
        "2026-11-21,,Ngân hàng,https://www.Bank.com.vn/,ngân hàng,,CÓ\n",
        DOMAINS + "\n,,,,,\n" + BANK_ROW + "\n\n",
    ],
)
def test_a_table_is_read_however_it_was_saved(tmp_path: Path, content: str | bytes) -> None:
    directory = read_directory(_folder(tmp_path, content))
    assert directory.mistakes == ()
    assert directory.domains == (BANK,)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("không phải,Tên,cơ quan,có,,", "Tên miền không phải chưa đúng"),
        ("com.vn,Tên,cơ quan,có,,", "com.vn là đuôi chung"),
        ("bank.com.vn,Tên,cơ quan,có,,", "bank.com.vn đã có ở dòng trên"),
        ("b.vn,,cơ quan,có,,", "Dòng này thiếu tên hoặc loại"),
        ("b.vn", "Dòng này thiếu tên hoặc loại"),
    ],
)
def test_a_bad_domain_is_left_out_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    directory = read_directory(_folder(tmp_path, DOMAINS + BANK_ROW + row + "\n"))
    assert directory.domains == (BANK,)
    (mistake,) = directory.mistakes
    assert (mistake.file, mistake.line) == (f"{tmp_path.name}/ten-mien.csv", 3)
    assert said in mistake.message


@pytest.mark.parametrize(
    ("row", "said"),
    [("b.vn,B,cơ quan,yes,,", "Chỉ viết: có, hoặc: chưa"), ("b.vn,B,cơ quan,chưa,,32/1/2026", "Ngày 32/1/2026")],
)
def test_a_doubtful_cell_keeps_its_row_unverified(tmp_path: Path, row: str, said: str) -> None:
    directory = read_directory(_folder(tmp_path, DOMAINS + row))
    assert directory.domains == (OfficialDomain("b.vn", "B", "cơ quan", verified=False),)
    assert said in directory.mistakes[0].message


@pytest.mark.parametrize("number", ["912345678", "12", "abc", "0912345678901", "113?"])
def test_a_bad_number_is_left_out(tmp_path: Path, number: str) -> None:
    directory = read_directory(
        _folder(tmp_path, hotlines=f"{HOTLINES}{number},Tên,việc,,\n113,Công an,báo công an,,\n")
    )
    assert directory.hotlines == (Hotline("113", "Công an", "báo công an"),)
    assert [mistake.line for mistake in directory.mistakes] == [2]


def test_banks_wait_in_the_shipped_directory_for_their_numbers() -> None:
    waiting = [
        row.split(",")[1]
        for row in (SHIPPED / "so-dien-thoai.csv").read_text("utf-8").splitlines()
        if row.startswith(",")
    ]
    assert len(waiting) >= 15
    assert any("Vietcombank" in name for name in waiting)


def test_a_row_without_number_waits_and_is_no_mistake(tmp_path: Path) -> None:
    directory = read_directory(_folder(tmp_path, hotlines=f"{HOTLINES},Vietcombank,khóa thẻ,,\n113,Công an,báo,,\n"))
    assert [line.number for line in directory.hotlines] == ["113"]
    assert directory.mistakes == ()


def test_a_row_with_neither_number_nor_purpose_is_a_mistake(tmp_path: Path) -> None:
    directory = read_directory(_folder(tmp_path, hotlines=f"{HOTLINES},Vietcombank,,,\n"))
    assert [mistake.line for mistake in directory.mistakes] == [2]


@pytest.mark.parametrize(("written", "verified"), [("có", True), ("chưa", False), ("", True)])
def test_whether_a_number_is_verified_stands_in_its_own_column(tmp_path: Path, written: str, verified: bool) -> None:
    table = f"số,tên,việc,đã kiểm chứng,nguồn,ngày\n112,Cứu nạn,cứu nạn,{written},,\n"
    directory = read_directory(_folder(tmp_path, hotlines=table))
    assert [line.verified for line in directory.hotlines] == [verified]
    assert directory.mistakes == ()


@pytest.mark.parametrize(
    "row", ["xã,Trụ sở,113,,", "123456,Trụ sở,113,,", "4,,113,,", "4,Trụ sở,,,", "4,Trụ sở,912345678,,"]
)
def test_a_bad_contact_is_left_out(tmp_path: Path, row: str) -> None:
    directory = read_directory(_folder(tmp_path, contacts=CONTACTS + row))
    assert directory.contacts == ()
    assert [mistake.line for mistake in directory.mistakes] == [2]


def test_missing_files_are_said_once_each(tmp_path: Path) -> None:
    directory = read_directory(tmp_path / "danh-ba")
    assert [mistake.file for mistake in directory.mistakes] == [
        "danh-ba/ten-mien.csv",
        "danh-ba/so-dien-thoai.csv",
        "danh-ba/lien-he-xa.csv",
    ]
    assert "tên miền,tên,loại" in directory.mistakes[0].message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("tên miền,tên\nb.vn,B\n".encode(), "Dòng đầu tiên thiếu cột"),
        ((DOMAINS + BANK_ROW).encode("cp1258", "replace"), "UTF-8"),
        (b"\xff\xfe\x00", "UTF-8"),
        (DOMAINS.encode() + b'"' + b"x" * 200_000, "dấu ngoặc kép"),
        (b"x" * 5_000_001, "quá lớn"),
    ],
)
def test_a_broken_file_is_one_mistake(tmp_path: Path, content: bytes, said: str) -> None:
    directory = read_directory(_folder(tmp_path, content))
    assert directory.domains == ()
    (mistake,) = directory.mistakes
    assert said in mistake.message


def test_a_folder_in_the_place_of_a_file_is_a_mistake(tmp_path: Path) -> None:
    _folder(tmp_path)
    (tmp_path / "ten-mien.csv").unlink()
    (tmp_path / "ten-mien.csv").mkdir()
    assert "Chưa mở được tệp" in read_directory(tmp_path).mistakes[0].message


def _read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> Directory:
    folder = tmp_path_factory.mktemp("danh-ba")
    for name in ("ten-mien.csv", "so-dien-thoai.csv", "lien-he-xa.csv"):
        (folder / name).write_bytes(content)
    return read_directory(folder)


@settings(deadline=None)
@given(content=st.binary())
def test_any_bytes_are_taken(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    directory = _read(tmp_path_factory, content)
    assert directory.domains == ()
    assert all(mistake.message for mistake in directory.mistakes)


@settings(deadline=None)
@given(header=st.sampled_from([DOMAINS, HOTLINES, CONTACTS]), rows=st.text(alphabet='a.vnĐ,;"\n\r\x0001{}/'))
def test_any_rows_are_taken(tmp_path_factory: pytest.TempPathFactory, header: str, rows: str) -> None:
    directory = _read(tmp_path_factory, (header + rows).encode())
    assert all(mistake.message for mistake in directory.mistakes)
    assert all(directory.knows_domain(domain.host) for domain in directory.domains)
