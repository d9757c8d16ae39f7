"""A notice from the first word to the people, page by page, as browsers without a script see it."""

from datetime import timedelta

from sqlalchemy import update

from bot.storage.notice_tables import broadcast_moves
from broadcasts.broadcast import Move, State
from broadcasts.notice import Kind
from tests.web.console.conftest import Desk
from tests.web.console.noticed import (
    ROOM,
    approved,
    begun,
    delivered,
    digits,
    hidden,
    kept,
    settle,
    submitted,
    ticked,
    typed,
)


async def test_a_notice_goes_from_a_template_to_the_people_and_is_stopped(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver = desk.client("lan"), desk.client("minh")
    id = await submitted(writer)
    assert f"{ROOM}/{id}/duyet" in (await approver.get(ROOM)).text
    page = await approver.get(f"{ROOM}/{id}/duyet")
    assert "Phát thật cho 3 người" in page.text
    assert "Lũ quét sắp đổ về các nhà dọc bờ suối" in page.text
    answer = await approved(approver, id, digits(desk, "minh"))
    assert answer.status_code == 303, answer.text
    assert (await kept(desk, id)).state is State.SENDING
    await delivered(desk.app.database, missed=1)
    live = (await approver.get(f"{ROOM}/{id}")).text
    assert "Đã gửi tới 2 trên 3 người." in live
    assert f'data-stream="{ROOM}/{id}/dang-phat"' in live
    page = await approver.get(f"{ROOM}/{id}/dung")
    assert "Thông báo về lũ quét vừa gửi là nhầm." in page.text
    answers = {**hidden(page), "ly-do": "Sai nơi nhận", "ma": digits(desk, "minh", later=1)}
    stopped = await approver.post(f"{ROOM}/{id}/dung", data=answers)
    assert stopped.status_code == 303, stopped.text
    assert (await kept(desk, id)).state is State.CANCELLED
    again = await approver.post(f"{ROOM}/{id}/dung", data=answers)
    assert again.status_code == 409
    assert "đã có người làm trước" in again.text


async def test_what_is_missing_is_asked_for_before_anything_leaves(desk: Desk) -> None:
    await settle(desk.app.database)
    id = await submitted(desk.client("lan"))
    approver = desk.client("minh")
    page = await approver.get(f"{ROOM}/{id}/duyet")
    good = {**hidden(page), **ticked(page), "so-nguoi": "3", "ma": digits(desk, "minh")}
    for wrong in ({"so-nguoi": "300"}, {"so-nguoi": ""}, {"ma": ""}, {"ma": "12 34"}):
        answer = await approver.post(f"{ROOM}/{id}/duyet", data={**good, **wrong})
        assert answer.status_code == 422, wrong
        assert "lỗi cần sửa" in answer.text
    changed = await approver.post(f"{ROOM}/{id}/duyet", data={**good, "dau": "0" * 64})
    assert changed.status_code == 409
    assert "vừa được sửa" in changed.text
    guessed = await approver.post(f"{ROOM}/{id}/duyet", data={**good, "ma": "000000"})
    assert guessed.status_code == 409
    assert (await kept(desk, id)).state is State.SUBMITTED
    assert (await approver.post(f"{ROOM}/{id}/duyet", data=good)).status_code == 303
    assert (await approver.post(f"{ROOM}/{id}/duyet", data=good)).status_code == 409


async def test_nobody_approves_their_own_work(desk: Desk) -> None:
    await settle(desk.app.database)
    duty = desk.client("truc")
    id = await submitted(duty)
    assert (await duty.get(f"{ROOM}/{id}/duyet")).headers["location"] == f"{ROOM}/{id}"
    values = {"dau": (await kept(desk, id)).text_hash, "so-nguoi": "3", "ma": digits(desk, "truc")}
    page = await duty.get(f"{ROOM}/{id}")
    answer = await duty.post(f"{ROOM}/{id}/duyet", data={**values, **ticked(page)})
    assert answer.status_code == 409
    assert "phải một người khác duyệt" in answer.text


async def test_one_on_duty_sends_alone_once_nobody_has_answered(desk: Desk) -> None:
    await settle(desk.app.database)
    duty = desk.client("truc")
    id = await submitted(duty)
    assert f"{ROOM}/{id}/gui-mot-minh" not in (await duty.get(f"{ROOM}/{id}")).text
    early = {"dau": (await kept(desk, id)).text_hash, "ly-do-khac": "nước lên rất nhanh", "ma": digits(desk, "truc")}
    assert "Chưa đủ 3 phút" in (await duty.post(f"{ROOM}/{id}/gui-mot-minh", data=early)).text
    waited = (await kept(desk, id)).moves[-1].at - timedelta(minutes=4)
    submission = broadcast_moves.c.move == Move.SUBMIT.value
    await desk.app.database.write(
        lambda tx: tx.execute(update(broadcast_moves).where(submission).values(at=waited)).rowcount
    )
    page = await duty.get(f"{ROOM}/{id}/gui-mot-minh")
    assert "Phát thật một mình" in page.text
    short = await duty.post(f"{ROOM}/{id}/gui-mot-minh", data={**early, "ly-do-khac": "gấp"})
    assert short.status_code == 422
    sent = await duty.post(f"{ROOM}/{id}/gui-mot-minh", data=early)
    assert sent.status_code == 303, sent.text
    assert (await kept(desk, id)).sent_unseen
    other = desk.client("minh")
    assert f"{ROOM}/{id}" in (await other.get(ROOM)).text
    page = await other.get(f"{ROOM}/{id}/xem-lai")
    looked = await other.post(f"{ROOM}/{id}/xem-lai", data={**hidden(page), "ma": digits(desk, "minh")})
    assert looked.status_code == 303, looked.text
    assert not (await kept(desk, id)).sent_unseen


async def test_a_returned_notice_shows_its_writer_why_and_the_approver_what_has_changed(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver = desk.client("lan"), desk.client("minh")
    id = await submitted(writer)
    page = await approver.get(f"{ROOM}/{id}/tra-lai")
    nothing = await approver.post(f"{ROOM}/{id}/tra-lai", data=hidden(page))
    assert nothing.status_code == 422
    answer = await approver.post(f"{ROOM}/{id}/tra-lai", data={**hidden(page), "ly-do-khac": "chưa rõ suối nào"})
    assert answer.status_code == 303
    assert "chưa rõ suối nào" in (await writer.get(f"{ROOM}/{id}")).text
    await typed(writer, id, **{"o-1": "thôn Bản Mới"})
    draft = await writer.get(f"{ROOM}/{id}")
    await writer.post(f"{ROOM}/{id}/gui-duyet", data={**hidden(draft), **ticked(draft)})
    compared = (await approver.get(f"{ROOM}/{id}/duyet")).text
    assert "<del>Lũ quét sắp đổ về các nhà dọc bờ suối</del>" in compared
    assert "<ins>Lũ quét sắp đổ về thôn Bản Mới</ins>" in compared


async def test_an_update_takes_the_place_of_the_first_and_the_danger_ends(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver, duty = desk.client("lan"), desk.client("minh"), desk.client("truc")
    id = await submitted(writer)
    await approved(approver, id, digits(desk, "minh"))
    made = await writer.post(f"{ROOM}/{id}/cap-nhat")
    assert made.status_code == 303, made.text
    newer = made.headers["location"].removeprefix(f"{ROOM}/").removesuffix("/sua")
    await typed(writer, newer, **{"o-2": "nhà văn hóa trên đồi"})
    assert (await kept(desk, newer)).notice.kind is Kind.UPDATE
    page = await writer.get(f"{ROOM}/{newer}")
    await writer.post(f"{ROOM}/{newer}/gui-duyet", data={**hidden(page), **ticked(page)})
    done = await approved(approver, newer, digits(desk, "minh", later=1))
    assert done.status_code == 303, done.text
    assert (await kept(desk, id)).state is State.UPDATED
    assert "Mở tin mới nhất" in (await approver.get(f"{ROOM}/{id}")).text
    page = await duty.get(f"{ROOM}/{newer}/het-nguy-hiem")
    over = await duty.post(f"{ROOM}/{newer}/het-nguy-hiem", data={**hidden(page), "ma": digits(desk, "truc")})
    assert over.status_code == 303, over.text
    assert (await kept(desk, newer)).state is State.ENDED


async def test_a_drill_is_a_record_of_its_own(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver = desk.client("lan"), desk.client("minh")
    id = await submitted(writer, drill=True)
    page = (await approver.get(f"{ROOM}/{id}/duyet")).text
    assert 'class="drill"' in page
    assert "Chạy thử với 3 người" in page
    assert "Phát thật" not in page
    assert 'class="danger"' not in page
    forged = await typed(writer, id, drill="", kind="actual")
    assert forged.status_code == 303
    assert (await kept(desk, id)).notice.drill
    assert (await kept(desk, id)).notice.headline.startswith("[DIỄN TẬP] ")


async def test_what_waits_for_its_hour_says_how_long(desk: Desk) -> None:
    await settle(desk.app.database)
    writer, approver = desk.client("lan"), desk.client("minh")
    id = await begun(writer)
    soon = {"muc": "thông thường", "gui": "hen", "gui-luc": "2020-01-01T08:00"}
    assert "Giờ hẹn gửi phải ở phía trước" in (await typed(writer, id, "xem-lai", **soon)).text
    ahead = (await kept(desk, id)).moves[-1].at + timedelta(hours=9)
    urgent = await typed(writer, id, "xem-lai", **{**soon, "muc": "khẩn cấp", "gui-luc": f"{ahead:%Y-%m-%dT%H:%M}"})
    assert "không hẹn giờ" in urgent.text
    good = await typed(writer, id, "xem-lai", **{**soon, "gui-luc": f"{ahead:%Y-%m-%dT%H:%M}", "den": ""})
    assert good.status_code == 303, good.text
    page = await writer.get(f"{ROOM}/{id}")
    await writer.post(f"{ROOM}/{id}/gui-duyet", data={**hidden(page), **ticked(page)})
    assert (await approved(approver, id, digits(desk, "minh"))).status_code == 303
    assert "còn " in (await approver.get(f"{ROOM}/{id}")).text
    assert "Hẹn giờ gửi" in (await approver.get(ROOM)).text
