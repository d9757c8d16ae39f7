"""The table of organisations whose names are borrowed by swindlers."""

from datetime import date
from pathlib import Path

import pytest

from bot.directory import Directory, Never, Organisation, read_directory
from bot.vietnamese.fold import fold

SHIPPED = read_directory(Path(__file__).parent.parent / "lessons" / "danh-ba")
HEADER = "tên,cách gọi,loại,tên miền,không bao giờ,nguồn,ngày\n"
BANK = 'Ngân hàng Gà,Gà Bank; GB,Ngân hàng,https://ga.com.vn/; www.ga.vn,hoi ma; Bảo giữ kín,"Sổ, 2023",22/11/2026\n'


def read(folder: Path, rows: str) -> Directory:
    """The directory of a folder with this table of organisations."""
    (folder / "to-chuc.csv").write_text(HEADER + rows, "utf-8")
    return read_directory(folder)


def wrong(directory: Directory) -> list[tuple[int, str]]:
    """Line and value of each mistake in the table; no value where its sentence has none."""
    table = (one for one in directory.mistakes if "to-chuc" in one.file)
    return [(one.line, dict(one.values).get("value", "")) for one in table]


def test_everything_in_a_row_is_read(tmp_path: Path) -> None:
    directory = read(tmp_path, BANK)
    assert wrong(directory) == []
    assert directory.organisations == (
        Organisation(
            name="Ngân hàng Gà",
            called=("Gà Bank", "GB"),
            kind="ngân hàng",
            hosts=("ga.com.vn", "ga.vn"),
            never=frozenset({Never.ASKS_CODE, Never.BIDS_SECRECY}),
            source="Sổ, 2023",
            as_of=date(2026, 11, 22),
        ),
    )


@pytest.mark.parametrize(
    ("row", "told", "kept"),
    [
        (",GB,ngân hàng,,,,\n", [(2, "")], 0),
        (BANK + BANK, [(3, "Ngân hàng Gà")], 1),
        ("Gà,,ngân hàng,con gà,,,\n", [(2, "con gà")], 1),
        ("Gà,,ngân hàng,,gáy sớm; hỏi mã,,\n", [(2, "gáy sớm")], 1),
        ("Gà,,ngân hàng,,,,hôm qua\n", [(2, "hôm qua")], 1),
    ],
)
def test_a_mistake_is_told_and_what_can_be_used_is_kept(
    tmp_path: Path, row: str, told: list[tuple[int, str]], kept: int
) -> None:
    directory = read(tmp_path, row)
    assert wrong(directory) == told
    assert len(directory.organisations) == kept


def test_the_table_may_be_missing(tmp_path: Path) -> None:
    directory = read_directory(tmp_path)
    assert directory.organisations == ()
    assert wrong(directory) == []


def test_the_sentence_names_every_word_that_may_be_written(tmp_path: Path) -> None:
    [message] = [one.message for one in read(tmp_path, "Gà,,x,,gáy,,\n").mistakes if "to-chuc" in one.file]
    assert all(never.value in fold(message) for never in Never)


def test_the_shipped_organisations_have_no_mistake() -> None:
    assert [one.message for one in SHIPPED.mistakes] == []
    assert len(SHIPPED.organisations) > 50


@pytest.mark.parametrize("one", SHIPPED.organisations, ids=lambda one: one.name)
def test_every_host_of_an_organisation_is_in_the_directory_and_its_facts_have_a_source(one: Organisation) -> None:
    assert all(SHIPPED.knows_domain(host) for host in one.hosts)
    assert one.never
    assert one.source
    assert one.as_of


def test_no_name_belongs_to_two() -> None:
    names = [fold(name) for one in SHIPPED.organisations for name in {one.name, *one.called}]
    assert sorted(names) == sorted(set(names))


def test_every_bank_and_carrier_of_the_directory_belongs_to_an_organisation() -> None:
    owned = {host for one in SHIPPED.organisations for host in one.hosts}
    hosts = {domain.host for domain in SHIPPED.domains if domain.kind in ("ngân hàng", "giao hàng", "nhà mạng")}
    assert hosts - owned == {"grab.com", "mobifonemoney.vn"}
