"""From the tables in `danh-ba` to the Directory; a row that cannot be used becomes a mistake saying what to write."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from bot.directory.entries import Contact, Directory, Hotline, OfficialDomain, plain_host, plain_number
from bot.directory.organisations import Never, Organisation
from bot.directory.table_file import Row, TableFile
from bot.translations import mark
from bot.vietnamese.fold import fold

DOMAINS = ("ten-mien.csv", mark("tên miền,tên,loại,đã kiểm chứng,nguồn,ngày"))
HOTLINES = ("so-dien-thoai.csv", mark("số,tên,việc,nguồn,ngày"))
CONTACTS = ("lien-he-xa.csv", mark("mã xã,nơi,điện thoại,địa chỉ,ngày"))
ORGANISATIONS = ("to-chuc.csv", mark("tên,cách gọi,loại,tên miền,không bao giờ,nguồn,ngày"))

BAD_HOST = mark("Tên miền {value} chưa đúng. Chỉ viết tên, ví dụ: vietcombank.com.vn")
SHARED_HOST = mark("{value} là đuôi chung, ai cũng đăng ký được. Viết tên miền đầy đủ của một đơn vị.")
DOUBLED = mark("{value} đã có ở dòng trên. Giữ lại một dòng.")
NO_NAME = mark("Dòng này thiếu tên hoặc loại. Viết tên đơn vị và loại, ví dụ: ngân hàng")
BAD_VERIFIED = mark("Cột đã kiểm chứng viết {value}. Chỉ viết: có, hoặc: chưa. Tạm coi là chưa.")
BAD_NUMBER = mark("Số {value} chưa đúng. Viết cả số 0 ở đầu; trong Excel, đặt ô là kiểu Văn bản (Text).")
NO_PURPOSE = mark("Số {value} chưa ghi tên hoặc việc. Viết gọi số này để làm gì.")
BAD_COMMUNE = mark("Mã xã {value} chưa đúng. Viết năm chữ số, kể cả số 0 ở đầu, ví dụ: 00004")
NO_PLACE = mark("Dòng này thiếu nơi, hoặc thiếu cả điện thoại lẫn địa chỉ. Viết nơi và ít nhất một cách liên hệ.")
BAD_NEVER = mark(
    "Không hiểu “{value}”. Chỉ viết, cách bằng dấu chấm phẩy: hỏi mã; đòi chuyển tiền; đòi tiền trước;"
    " gửi đường dẫn đăng nhập; bảo cài ngoài kho; bảo giữ kín; làm việc qua điện thoại."
)
BAD_DATE = mark("Ngày {value} chưa đúng. Viết ngày/tháng/năm, ví dụ: 21/11/2026")

# Names under which anybody can have one of their own, so that listing them would vouch for everybody.
_SHARED_ENDINGS = (
    "com.vn net.vn org.vn edu.vn ac.vn int.vn biz.vn info.vn name.vn pro.vn health.vn id.vn io.vn ai.vn "
    "blogspot.com weebly.com wordpress.com github.io pages.dev web.app vercel.app netlify.app sites.google.com bit.ly"
)
_SHARED = frozenset(_SHARED_ENDINGS.split())
_AROUND = re.compile(r"\A(?:[a-z]+://)?(?:www\.)?|/\Z")
_CALLABLE = re.compile(r"[1-9]\d{2,4}|0\d{9,10}|1[89]00\d{4,6}")


def read_directory(folder: Path) -> Directory:
    """The directory in this folder. Nothing is raised: what could not be read is in `mistakes`."""
    tables = (DOMAINS, HOTLINES, CONTACTS, ORGANISATIONS)
    domains, hotlines, contacts, organisations = (TableFile(folder / name, header) for name, header in tables)
    return Directory(
        domains=tuple(_domains(domains)),
        hotlines=tuple(_hotlines(hotlines)),
        contacts=tuple(_contacts(contacts)),
        organisations=tuple(_organisations(organisations)) if organisations.path.exists() else (),
        mistakes=(*domains.mistakes, *hotlines.mistakes, *contacts.mistakes, *organisations.mistakes),
    )


def _domains(file: TableFile) -> Iterator[OfficialDomain]:
    seen: set[str] = set()
    for row in file.rows():
        written, name, kind = row["ten mien"], row["ten"], row["loai"].lower()
        host = plain_host(_AROUND.sub("", written.lower()))
        if not host:
            file.add(row.line, BAD_HOST, value=written)
        elif host in _SHARED:
            file.add(row.line, SHARED_HOST, value=host)
        elif host in seen:
            file.add(row.line, DOUBLED, value=host)
        elif not (name and kind):
            file.add(row.line, NO_NAME)
        else:
            seen.add(host)
            yield OfficialDomain(host, name, kind, _verified(file, row), row["nguon"], _date(file, row))


def _hotlines(file: TableFile) -> Iterator[Hotline]:
    seen: set[str] = set()
    for row in file.rows():
        written, name, purpose = row["so"], row["ten"], row["viec"]
        number = _number(written)
        if not written and name and purpose:
            continue  # waits for the province to fill in the number
        if not number:
            file.add(row.line, BAD_NUMBER, value=written)
        elif number in seen:
            file.add(row.line, DOUBLED, value=number)
        elif not (name and purpose):
            file.add(row.line, NO_PURPOSE, value=number)
        else:
            seen.add(number)
            verified = not row["da kiem chung"] or _verified(file, row)
            yield Hotline(number, name, purpose, row["nguon"], _date(file, row), verified)


def _contacts(file: TableFile) -> Iterator[Contact]:
    for row in file.rows():
        code, place, phone, address = row["ma xa"], row["noi"], row["dien thoai"], row["dia chi"]
        if not re.fullmatch(r"[0-9]{1,5}", code):
            file.add(row.line, BAD_COMMUNE, value=code)
        elif phone and not _number(phone):
            file.add(row.line, BAD_NUMBER, value=phone)
        elif not place or not (phone or address):
            file.add(row.line, NO_PLACE)
        else:
            # Excel drops the leading zeros of a code.
            yield Contact(code.zfill(5), place, phone, address, _date(file, row))


def _organisations(file: TableFile) -> Iterator[Organisation]:
    seen: set[str] = set()
    for row in file.rows():
        name, kind = row["ten"], row["loai"].lower()
        if not (name and kind):
            file.add(row.line, NO_NAME)
        elif fold(name) in seen:
            file.add(row.line, DOUBLED, value=name)
        else:
            seen.add(fold(name))
            hosts, never = tuple(_hosts(file, row)), frozenset(_never(file, row))
            yield Organisation(name, _parts(row["cach goi"]), kind, hosts, never, row["nguon"], _date(file, row))


def _hosts(file: TableFile, row: Row) -> Iterator[str]:
    for written in _parts(row["ten mien"]):
        if host := plain_host(_AROUND.sub("", written.lower())):
            yield host
        else:
            file.add(row.line, BAD_HOST, value=written)


def _never(file: TableFile, row: Row) -> Iterator[Never]:
    known = {one.value: one for one in Never}
    for written in _parts(row["khong bao gio"]):
        if found := known.get(fold(written)):
            yield found
        else:
            file.add(row.line, BAD_NEVER, value=written)


def _parts(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in written.split(";") if part.strip())


def _number(written: str) -> str:
    number = plain_number(written)
    return number if _CALLABLE.fullmatch(number) else ""


def _verified(file: TableFile, row: Row) -> bool:
    written = row["da kiem chung"]
    if fold(written) not in ("co", "chua"):
        file.add(row.line, BAD_VERIFIED, value=written)
    return fold(written) == "co"


def _date(file: TableFile, row: Row) -> date | None:
    written = row["ngay"]
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    if written:
        file.add(row.line, BAD_DATE, value=written)
    return None
