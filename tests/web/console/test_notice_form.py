"""The form of a notice: nothing typed is lost, nobody's work is written over, and hostile words stay words."""

import pytest

from bot.recordings import LARGEST
from broadcasts.broadcast import State
from tests.web.console.conftest import COMMUNE, PROVINCE, Desk
from tests.web.console.noticed import ROOM, approved, begun, digits, hidden, kept, settle, ticked, times, typed

HOSTILE = "\"><script>alert(1)</script>{{7*7}}{office.__class__}'; DROP TABLE--"


async def test_nothing_typed_is_lost_while_something_is_wrong(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer)
    answer = await typed(writer, id, "xem-lai", **{"o-1": "", "o-2": "sân <b>trường</b>"})
    assert answer.status_code == 422
    assert "lỗi cần sửa" in answer.text
    again = (await writer.get(f"{ROOM}/{id}/sua")).text
    assert "suối Nậm Mu" in again
    assert "sân &lt;b&gt;trường&lt;/b&gt;" in again
    sent = await writer.post(f"{ROOM}/{id}/gui-duyet", data={"dau": (await kept(desk, id)).text_hash})
    assert sent.status_code == 422
    assert (await kept(desk, id)).state is State.DRAFT


async def test_own_words_begin_with_what_the_template_says(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer)
    free = await typed(writer, id, "tu-viet", **{"o-0": ""})
    assert free.headers["location"].endswith("kieu=tu-viet")
    page = (await writer.get(free.headers["location"])).text
    assert "theo {suối nào} bất cứ lúc nào" in page
    words = {"mau": "", "su-kien": "lũ", "tieu-de": "Lũ về", "chuyen-gi": "Nước lên {suối nào}.", "can-lam": "Lên đồi."}
    wrong = await typed(writer, id, "xem-lai", **words)
    assert wrong.status_code == 422
    assert "Còn chỗ trống {suối nào} chưa điền." in wrong.text
    good = await typed(writer, id, "xem-lai", **{**words, "chuyen-gi": "Nước suối lên nhanh."})
    assert good.status_code == 303, good.text
    broadcast = await kept(desk, id)
    assert (broadcast.notice.headline, broadcast.template) == ("Lũ về", "")
    assert broadcast.correction is not None


async def test_two_officers_saving_one_draft_lose_nothing(desk: Desk) -> None:
    one, other = desk.client("lan"), desk.client("truc")
    id = await begun(one)
    await typed(one, id)
    read = {**hidden(await other.get(f"{ROOM}/{id}/sua"))}
    await typed(one, id, **{"o-1": "thôn Một"})
    fields = {**read, **times(), "muc": "khẩn cấp", "o-0": "suối Hai", "o-1": "thôn Hai", "o-2": "đồi"}
    refused = await other.post(f"{ROOM}/{id}/sua", data={**fields, "viec": "luu"})
    assert refused.status_code == 409
    assert "Chị Lan vừa lưu bản này" in refused.text
    assert "thôn Một" in refused.text
    assert 'value="thôn Hai"' in refused.text
    assert "thôn Một" in (await kept(desk, id)).notice.headline
    told = await other.post(f"{ROOM}/{id}/sua", data={**fields, "viec": "tu-luu"})
    assert "Chưa tự lưu được" in told.text
    over = await other.post(f"{ROOM}/{id}/sua", data={**fields, **hidden(refused), "viec": "luu"})
    assert over.status_code == 303
    assert "thôn Hai" in (await kept(desk, id)).notice.headline


async def test_the_panel_answers_while_one_types_and_keeps_nothing(desk: Desk) -> None:
    await settle(desk.app.database)
    writer = desk.client("lan")
    id = await begun(writer)
    before = (await kept(desk, id)).text_hash
    fields = {"id": id, "mau": "lu-quet", "muc": "khẩn cấp", "o-0": "suối Lạ", **times()}
    panel = (await writer.post(f"{ROOM}/xem-thu", data=fields)).text
    assert "<html" not in panel
    assert "Sẽ tới 3 người: Telegram 3." in panel
    assert "suối Lạ" in panel
    assert 'href="#o-1"' in panel
    assert (await kept(desk, id)).text_hash == before
    foreign = await desk.client("lan").post(f"{ROOM}/xem-thu", data={**fields, "id": "khong-co"})
    assert foreign.status_code == 404


async def test_hostile_words_in_every_field_do_nothing(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver = desk.client("lan"), desk.client("minh")
    id = await begun(writer, "tu-viet")
    names = ("su-kien", "tieu-de", "chuyen-gi", "can-lam", "noi", "lien-he", "tu", "den", "gui-luc", "muc", "mau")
    saved = await typed(writer, id, **{**dict.fromkeys(names, HOSTILE), "gui": "hen"})
    assert saved.status_code == 303
    blanks = await begun(writer)
    await typed(writer, blanks, **{f"o-{number}": HOSTILE for number in range(3)})
    for path in (ROOM, *(f"{ROOM}/{one}{below}" for one in (id, blanks) for below in ("", "/sua", "/ban-doc"))):
        page = await writer.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text
    panel = await writer.post(f"{ROOM}/xem-thu", data={"id": id, **dict.fromkeys(names, HOSTILE)})
    assert "<script>alert" not in panel.text
    assert (await approver.get(f"{ROOM}?ma={HOSTILE}")).status_code == 404


@pytest.mark.parametrize("path", ["duyet", "tra-lai", "dung", "het-nguy-hiem", "gui-duyet", "sua", "noi-nhan"])
async def test_an_empty_form_is_no_mistake_of_ours(path: str, desk: Desk) -> None:
    id = await begun(desk.client("truc"))
    answer = await desk.client("truc").post(f"{ROOM}/{id}/{path}", data={})
    assert answer.status_code in {200, 303, 409, 422}


async def test_the_area_is_never_wider_than_what_was_marked(desk: Desk) -> None:
    above = desk.client("tinh")
    chosen = await above.post(f"{ROOM}/moi", data={"mau": "lu-quet"})
    path = chosen.headers["location"]
    assert path == f"{ROOM}/moi/noi-nhan?mau=lu-quet"
    page = await above.get(path)
    assert page.text.count('<details class="fold">') > 5
    assert page.text.count("<a href=") < page.text.count('class="tile ramp-0"')
    fields = {"mau": "lu-quet", "tinh": PROVINCE}
    way = f"{ROOM}/moi/noi-nhan"
    assert (await above.post(way, data={**fields, "viec": "xong"})).status_code == 422
    assert (await above.post(way, data={**fields, "viec": "xong", "xa": "26740"})).status_code == 403
    found = (await above.post(way, data={**fields, "viec": "tim", "tim": "dong van", "xa": COMMUNE})).text
    assert "Đã chọn 1 xã, phường: xã Đồng Văn." in found
    assert "Xã Yên Minh" not in found
    assert 'class="fold"' not in found
    made = await above.post(way, data={**fields, "viec": "xong", "giu": COMMUNE})
    id = made.headers["location"].removeprefix(f"{ROOM}/").removesuffix("/sua")
    assert (await kept(desk, id)).audience.areas == {COMMUNE}
    everywhere = await above.post(f"{ROOM}/{id}/noi-nhan", data={"tinh": PROVINCE, "viec": "tat-ca"})
    whole = hidden(everywhere)
    assert "Đã chọn 124 xã, phường" in everywhere.text
    assert 'class="fold" open' not in everywhere.text  # all of them, which a fold says without being opened
    assert everywhere.text.count('name="xa"') == 124
    assert (await kept(desk, id)).audience.areas == {COMMUNE}, whole


async def test_a_recording_goes_with_the_notice(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer)
    way = f"{ROOM}/{id}/ban-doc"

    async def send(content: bytes) -> int:
        page = await writer.get(way)
        answer = await writer.post(way, data={**hidden(page), "viec": "luu"}, files={"tep": ("../../a.ogg", content)})
        return answer.status_code

    assert await send(b"no sound at all") == 422
    assert await send(b"OggS" + bytes(LARGEST)) == 422
    assert await send(b"OggS" + bytes(2 * LARGEST)) == 422
    assert await send(b"OggS" + bytes(100)) == 303
    recording = (await kept(desk, id)).recording
    assert recording.startswith("ghi-am/")
    assert recording in (await writer.get(way)).text
    gone = await writer.post(way, data={**hidden(await writer.get(way)), "viec": "bo"})
    assert gone.status_code == 303
    assert (await kept(desk, id)).recording == ""


async def test_saving_what_waits_takes_it_back_from_its_approver(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver = desk.client("lan"), desk.client("minh")
    id = await begun(writer)
    await typed(writer, id, "xem-lai")
    page = await writer.get(f"{ROOM}/{id}")
    await writer.post(f"{ROOM}/{id}/gui-duyet", data={**hidden(page), **ticked(page)})
    read = await approver.get(f"{ROOM}/{id}/duyet")
    assert "Lưu thay đổi là rút về bản nháp" in (await writer.get(f"{ROOM}/{id}/sua")).text
    await typed(writer, id, **{"o-1": "thôn Khác"})
    late = {**hidden(read), **ticked(read), "so-nguoi": "3", "ma": digits(desk, "minh")}
    assert (await approver.post(f"{ROOM}/{id}/duyet", data=late)).status_code == 409
    assert (await kept(desk, id)).state is State.DRAFT
    assert (await approved(approver, id, digits(desk, "minh"))).status_code in {303, 409, 422}
    assert (await kept(desk, id)).state is State.DRAFT
