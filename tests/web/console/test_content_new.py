"""Something new begins as a skeleton in a draft; names are made from titles; tables get rows."""

import shutil
from pathlib import Path

import pytest

from bot.storage.editing import drafts
from bot.web.console.content.files import Unreadable, listed, read, stage
from bot.web.console.content.places import Kind, Place, place_of
from bot.web.console.content.rows import columns, with_row
from tests.web.console.conftest import LESSONS, Desk
from tests.web.console.content_desk import EDIT, ROOM, everything

PHONES = "danh-ba/so-dien-thoai.csv"


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be edited."""
    return Path(shutil.copytree(LESSONS, tmp_path / "lessons"))


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("bai", "khoa-hoc/nguoi-cao-tuoi/03-goi-lai-cho-chac.md"),
        ("lua-dao", "lua-dao/goi-lai-cho-chac.md"),
        ("hoi-dap", "hoi-dap/goi-lai-cho-chac.md"),
        ("mau", "thong-bao-mau/goi-lai-cho-chac.md"),
        ("khoa", "khoa-hoc/goi-lai-cho-chac/khoa.md"),
    ],
)
async def test_a_skeleton_is_a_draft_with_gaps(desk: Desk, lessons: Path, kind: str, path: str) -> None:
    bien = desk.client("bien")
    sent = {"loai": kind, "ten": "Gọi lại cho chắc", "khoa": "nguoi-cao-tuoi"}
    answer = await bien.post(f"{ROOM}/moi", data=sent)
    assert answer.headers["location"] == f"{EDIT}/{path}"
    page = (await bien.get(answer.headers["location"])).text
    assert "[điền:" in page
    assert "lỗi cần sửa" in page
    assert not (lessons / path).exists()
    assert (await bien.post(f"{ROOM}/moi", data=sent)).status_code == 422


async def test_a_new_file_is_published_into_its_room(desk: Desk, lessons: Path) -> None:
    path = "khoa-hoc/khoa-moi/khoa.md"
    bien = desk.client("bien")
    await bien.post(f"{ROOM}/moi", data={"loai": "khoa", "ten": "Khóa mới"})
    sent = {"van-ban": "# Khóa mới\n\nđối tượng: mọi người\n", "goc": "", "ly-do": "khóa mới", "viec": "dang"}
    assert (await bien.post(f"{EDIT}/{path}", data=sent)).status_code == 303
    assert (lessons / path).read_text("utf-8").startswith("# Khóa mới")


@pytest.mark.parametrize("sent", [{"loai": "bai", "ten": "…"}, {"loai": "bai", "ten": "Bài", "khoa": "../.."}])
async def test_a_name_that_makes_no_file_is_refused(desk: Desk, lessons: Path, sent: dict[str, str]) -> None:
    before = everything(lessons)
    assert (await desk.client("bien").post(f"{ROOM}/moi", data=sent)).status_code == 422
    assert everything(lessons) == before


async def test_a_row_is_added_to_a_table(desk: Desk, lessons: Path) -> None:
    bien = desk.client("bien")
    cells = {
        "cot-0": "0212345678",
        "cot-1": "Trạm y tế",
        "cot-2": "khám, cấp cứu",
        "cot-3": "xã",
        "cot-4": "21/11/2026",
    }
    await bien.post(f"{ROOM}/them/{PHONES}", data=cells)
    draft = await desk.app.database.read(lambda tx: drafts.draft(tx, desk.ids["bien"], PHONES))
    assert draft is not None
    assert draft.text.endswith('0212345678,Trạm y tế,"khám, cấp cứu",xã,21/11/2026\n')


def test_a_row_keeps_the_tables_own_separator() -> None:
    assert columns("số;tên;việc") == ["số", "tên", "việc"]
    assert with_row("số;tên\n1;a\n\n", ["2", "b;c"]) == 'số;tên\n1;a\n2;"b;c"\n'


# Parts that attackers put together: ways out, devices, other alphabets, markup, and names that look right.
_PIECES = (
    *("..", ".", "", "/", "\\", "%2e%2e", "..%2f", "~", "C:", "con", "nul", "-rf", ".git", ".env", "A", "a b"),
    *(
        "a\0b",
        "a\nb",
        "кириллица",
        "ＡＢＣ",
        "e\u0301",
        "\u202e",
        "bài",
        "x" * 300,
        "<script>",
        "{{7*7}}",
        "${x}",
        "=1+1",
    ),
    *("'; DROP TABLE content_drafts; --", "khoa-hoc", "danh-ba", "hinh", "lua-dao", "01-a.md", "khoa.md", "a.md.exe"),
    *("a.MD", "a.vi.en.md", "a..md", "readme.md\0.png"),
)


def _hostile() -> list[str]:
    pairs = [f"{one}/{other}" for one in _PIECES for other in _PIECES]
    more = [f"{room}/{one}.md" for room in ("khoa-hoc/a", "lua-dao", "hoi-dap", "/etc") for one in _PIECES]
    deep = [f"{room}/{one}/{other}" for room in ("khoa-hoc", "..") for one in _PIECES[:20] for other in _PIECES[:20]]
    return [*pairs, *more, *deep]


def test_no_hostile_name_leads_anywhere(tmp_path: Path) -> None:
    root = tmp_path / "lessons"
    shutil.copytree(LESSONS, root)
    before = everything(tmp_path)
    names = _hostile()
    assert len(names) > 2000
    for name in names:
        for place in (place_of(name), *(Place(name, kind) for kind in Kind)):
            if place is None or place_of(name) == place:
                continue
            with pytest.raises(Unreadable):
                read(root, place)
            with pytest.raises(Unreadable):
                stage(root, place, "x")
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    "path", ["../x.md", "%2e%2e/%2e%2e/etc/passwd", "hinh/x.svg", "README.md", "khoa-hoc/a/b/c.md"]
)
@pytest.mark.parametrize("room", ["sua", "lich-su", "hai-ban"])
async def test_a_page_for_no_file_is_not_there(desk: Desk, room: str, path: str) -> None:
    assert (await desk.client("bien").get(f"{ROOM}/{room}/{path}")).status_code == 404


def test_links_are_neither_read_nor_replaced_nor_listed(tmp_path: Path) -> None:
    root, secret = tmp_path / "lessons", tmp_path / "secret.md"
    shutil.copytree(LESSONS, root)
    secret.write_text("# Kín")
    (root / "lua-dao").mkdir(exist_ok=True)
    shutil.rmtree(root / "hoi-dap", ignore_errors=True)
    (root / "lua-dao/kin.md").symlink_to(secret)
    (root / "hoi-dap").symlink_to(tmp_path)
    for path in ("lua-dao/kin.md", "hoi-dap/secret.md"):
        place = place_of(path)
        assert place is not None
        with pytest.raises(Unreadable):
            read(root, place)
        with pytest.raises(Unreadable):
            stage(root, place, "x")
        assert place not in list(listed(root))
    assert secret.read_text() == "# Kín"
