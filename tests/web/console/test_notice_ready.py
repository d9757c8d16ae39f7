"""What lies ready behind a notice can be read and put in other words, is judged like it, and is approved with it."""

import re
from html import unescape

from broadcasts.broadcast import State
from tests.web.console.conftest import Desk
from tests.web.console.noticed import ROOM, approved, begun, digits, hidden, kept, settle, submitted, ticked, typed

OWN = "Tin lũ quét sáng nay là nhầm."


def box(page: str, name: str) -> str:
    """What stands in a field of several lines."""
    found = re.search(rf'<textarea id="{name}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found, name
    return unescape(found[1])


async def test_the_prepared_words_stand_on_the_form_and_follow_the_notice(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer, "tu-viet")
    page = (await writer.get(f"{ROOM}/{id}/sua")).text
    assert box(page, "dinh-chinh-tieu-de").startswith("Đính chính thông báo")
    assert box(page, "bao-het-can-lam").startswith("Bà con sinh hoạt bình thường")
    texts = {name: box(page, name) for name in ("dinh-chinh-tieu-de", "dinh-chinh-can-lam", "bao-het-tieu-de")}
    await typed(writer, id, **{**texts, "su-kien": "lũ", "lien-he": "0219 3846 999"})
    correction = (await kept(desk, id)).correction
    assert correction is not None
    assert correction.headline == "Đính chính thông báo lũ"
    assert "0219 3846 999" in correction.instruction


async def test_own_words_are_kept_and_shown_to_whoever_approves(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver = desk.client("lan"), desk.client("minh")
    id = await begun(writer)
    await typed(writer, id, "xem-lai", **{"dinh-chinh-tieu-de": OWN, "bao-het-can-lam": ""})
    broadcast = await kept(desk, id)
    assert broadcast.correction is not None
    assert broadcast.all_clear is not None
    assert broadcast.correction.headline == OWN
    assert broadcast.template == ""  # these words are nobody's but the officer's: not to be sent alone
    assert box((await writer.get(f"{ROOM}/{id}/sua")).text, "dinh-chinh-tieu-de") == OWN
    page = await writer.get(f"{ROOM}/{id}")
    await writer.post(f"{ROOM}/{id}/gui-duyet", data={**hidden(page), **ticked(page)})
    read = (await approver.get(f"{ROOM}/{id}/duyet")).text
    assert OWN in read
    assert broadcast.all_clear.headline in read
    assert (await approved(approver, id, digits(desk, "minh"))).status_code == 303
    assert OWN in (await approver.get(f"{ROOM}/{id}/dung")).text
    assert (await kept(desk, id)).state is State.SENDING


async def test_an_emptied_field_is_the_prepared_one_again(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer)
    await typed(writer, id)
    before = await kept(desk, id)
    await typed(writer, id, **{"bao-het-tieu-de": "Lũ đã rút hết."})
    assert (await kept(desk, id)).text_hash != before.text_hash
    await typed(writer, id, **{"bao-het-tieu-de": " "})
    assert (await kept(desk, id)).text_hash == before.text_hash
    assert before.template


async def test_what_lies_ready_is_judged_by_the_same_rules_while_one_types(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer)
    await typed(writer, id)
    form = hidden(await writer.get(f"{ROOM}/{id}/sua"))
    wrong = {"bao-het-can-lam": "Bà con sơ tán ngay lên đồi.", "dinh-chinh-chuyen-gi": "Thông báo ở {thôn nào} sai."}
    panel = (await writer.post(f"{ROOM}/xem-thu", data={**form, **wrong, "muc": "khẩn cấp"})).text
    assert 'href="#bao-het-can-lam"' in panel
    assert 'href="#dinh-chinh-chuyen-gi"' in panel
    answer = await typed(writer, id, "xem-lai", **wrong)
    assert answer.status_code == 422
    assert "Lời báo hết, khi đã qua nguy hiểm: " in answer.text
    refused = await writer.post(f"{ROOM}/{id}/gui-duyet", data={"dau": (await kept(desk, id)).text_hash})
    assert refused.status_code == 422


async def test_the_words_of_a_drill_stay_a_drill(desk: Desk) -> None:
    await settle(desk.app.database)
    writer = desk.client("lan")
    id = await begun(writer, drill=True)
    await typed(writer, id, **{"dinh-chinh-tieu-de": OWN, "dinh-chinh-can-lam": "Bỏ qua tin trước."})
    correction = (await kept(desk, id)).correction
    assert correction is not None
    assert (correction.headline, correction.instruction) == (f"[DIỄN TẬP] {OWN}", "Bỏ qua tin trước. [DIỄN TẬP]")
    assert box((await writer.get(f"{ROOM}/{id}/sua")).text, "dinh-chinh-tieu-de") == OWN


async def test_a_colleague_sees_what_of_it_was_changed_meanwhile(desk: Desk) -> None:
    one, other = desk.client("lan"), desk.client("truc")
    id = await begun(one)
    await typed(one, id)
    read = hidden(await other.get(f"{ROOM}/{id}/sua"))["dau"]
    await typed(one, id, **{"dinh-chinh-tieu-de": OWN})
    refused = await typed(other, id, **{"dau": read, "dinh-chinh-tieu-de": "Tin trước sai."})
    assert refused.status_code == 409
    assert f"<del>{OWN}</del> <ins>Tin trước sai.</ins>" in refused.text


async def test_hostile_words_stay_words(desk: Desk) -> None:
    await settle(desk.app.database)
    writer = desk.client("lan")
    id = await submitted(writer)
    await typed(writer, id, **{"dinh-chinh-tieu-de": '"></textarea><script>alert(1)</script>'})
    for below in ("", "/sua"):
        assert "<script>alert" not in (await writer.get(f"{ROOM}/{id}{below}")).text
