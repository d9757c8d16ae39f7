"""The pages about people: questions and requests for help, what each officer may do with them, and what follows."""

import re
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.advice.book.answer_draft import answer_text, name_of
from bot.advice.book.answer_file import read_answer
from bot.app import clock
from bot.conversation.notice_facts import HelpAsked
from bot.conversation.question_facts import Asked, HandedOn, Question, QuestionState
from bot.messages import Address
from bot.storage.asking import questions
from bot.storage.broadcasting import cases
from bot.storage.database import Transaction
from bot.storage.editing import drafts
from bot.storage.notice_tables import mailings
from bot.storage.people.facts import write_facts
from tests.advice.answer_samples import KNOWN
from tests.web.console.conftest import COMMUNE, Desk

HOA = Address("web", "hoa")
ASKED = HandedOn("q1", Asked.QUESTION, "vườn cam vàng lá <b>thối rễ</b> chữa thế nào", COMMUNE, "elder")
ANSWER = "Bác rải vôi quanh gốc, xem thêm ở https://khuyennong.gov.vn rồi gọi khuyến nông xã."
HELP = HelpAsked("c1", "", COMMUNE, "nhà cạnh cây đa", 3, "nước tới cửa", "0912345678")
QUESTIONS, CASES = "/can-bo/cau-hoi", "/can-bo/can-giup"


async def ask(desk: Desk, *facts: Any, where: Address = HOA) -> None:
    assert await desk.app.database.write(lambda tx: write_facts(tx, where, facts or (ASKED,), clock())) == ()


async def kept(desk: Desk, id: str = "q1") -> Question:
    found = await desk.app.database.read(lambda tx: questions.question(tx, id))
    assert found
    return found


async def do(desk: Desk, who: str, path: str, deed: str, **fields: str) -> tuple[int, str]:
    """Status and the page one ends up at."""
    browser = desk.client(who)
    answer = await browser.post(path, data={"viec": deed, **fields})
    if answer.status_code != 303:
        return answer.status_code, answer.text
    after = await browser.get(answer.headers["location"])
    return answer.status_code, after.text


def noted(tx: Transaction) -> list[str]:
    keys = select(mailings.c.key).where(mailings.c.key.isnot(None)).order_by(mailings.c.id)
    return [str(key).partition(":")[0] for key in tx.execute(keys).scalars()]


async def test_a_question_waits_with_its_clock_and_no_markup_of_its_own(desk: Desk) -> None:
    await ask(desk)
    page = (await desk.client("lan").get(QUESTIONS)).text
    assert re.search(r"chờ \d+ giây", page)
    assert "&lt;b&gt;thối rễ" in page
    assert "xã Đồng Văn" in page


async def test_an_officer_takes_it_answers_it_and_the_asker_is_told(desk: Desk) -> None:
    await ask(desk)
    path = f"{QUESTIONS}/q1"
    status, page = await do(desk, "lan", path, "nhan")
    assert (status, (await kept(desk)).owner) == (303, desk.ids["lan"])
    assert "Gửi câu trả lời" in page
    status, page = await do(desk, "lan", path, "tra-loi", **{"tra-loi": "ngắn"})
    assert status == 422
    assert "Có 1 lỗi cần sửa" in page
    assert ">ngắn</textarea>" in page
    status, page = await do(desk, "lan", path, "tra-loi", **{"tra-loi": ANSWER})
    assert "Đã gửi câu trả lời." in page
    assert (await kept(desk)).answer == ANSWER
    assert "asker" in await desk.app.database.read(noted)


async def test_who_comes_second_is_told_and_nothing_is_lost(desk: Desk) -> None:
    await ask(desk)
    await do(desk, "lan", f"{QUESTIONS}/q1", "nhan")
    _, page = await do(desk, "minh", f"{QUESTIONS}/q1", "nhan")
    assert "đã có người làm trước" in page
    _, page = await do(desk, "minh", f"{QUESTIONS}/q1", "tra-loi", **{"tra-loi": ANSWER})
    assert (await kept(desk)).state is QuestionState.TAKEN


async def test_it_is_closed_with_a_reason_or_passed_on(desk: Desk) -> None:
    await ask(desk)
    await ask(desk, replace(ASKED, id="q2", words="đường qua đèo bao giờ làm lại"))
    await do(desk, "lan", f"{QUESTIONS}/q1", "nhan")
    assert (await do(desk, "lan", f"{QUESTIONS}/q1", "dong", **{"ly-do": "x"}))[0] == 404
    assert (await do(desk, "lan", f"{QUESTIONS}/q1", "dong", **{"ly-do": "in person"}))[0] == 303
    assert (await kept(desk)).state is QuestionState.CLOSED
    await do(desk, "lan", f"{QUESTIONS}/q2", "len-tinh")
    assert (await kept(desk, "q2")).passed_at
    assert "đường qua đèo" in (await desk.client("tinh").get(QUESTIONS)).text
    assert "đường qua đèo" not in (await desk.client("lan").get(QUESTIONS)).text


async def test_an_editor_makes_an_answer_for_everybody_of_it(desk: Desk) -> None:
    await ask(desk)
    for deed, more in (("nhan", {}), ("tra-loi", {"tra-loi": ANSWER})):
        await do(desk, "lan", f"{QUESTIONS}/q1", deed, **more)
    assert "Đưa vào sổ hỏi đáp" not in (await desk.client("lan").get(f"{QUESTIONS}/q1")).text
    assert "Câu trả lời chờ đưa vào sổ" in (await desk.client("bien").get(QUESTIONS)).text
    assert "# Vườn cam vàng lá" in (await desk.client("bien").get(f"{QUESTIONS}/q1")).text
    answer = await desk.client("bien").post(f"{QUESTIONS}/q1", data={"viec": "vao-so"})
    path = answer.headers["location"].removeprefix("/can-bo/noi-dung/sua/")
    draft = await desk.app.database.read(lambda tx: drafts.draft(tx, desk.ids["bien"], path))
    assert draft
    assert ANSWER in draft.text
    assert (await desk.client("bien").get(answer.headers["location"])).status_code == 200
    assert (await kept(desk)).draft == "approved"


async def test_an_editor_may_want_none_of_it(desk: Desk) -> None:
    await ask(desk)
    for deed, more in (("nhan", {}), ("tra-loi", {"tra-loi": ANSWER})):
        await do(desk, "lan", f"{QUESTIONS}/q1", deed, **more)
    assert (await do(desk, "lan", f"{QUESTIONS}/q1", "bo"))[0] == 403
    assert (await do(desk, "bien", f"{QUESTIONS}/q1", "bo"))[0] == 303
    assert (await kept(desk)).draft == "dropped"


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("soat", QUESTIONS, 403),
        ("quan", QUESTIONS, 403),
        ("soat", f"{QUESTIONS}/q1", 403),
        ("bien", CASES, 403),
        ("lan", f"{QUESTIONS}/q9", 404),
        ("lan", f"{CASES}/c9", 404),
        ("bien", f"{QUESTIONS}/q1", 200),
        ("tinh", f"{QUESTIONS}/q1", 200),
    ],
)
async def test_who_sees_what(desk: Desk, who: str, path: str, status: int) -> None:
    await ask(desk)
    assert (await desk.client(who).get(path)).status_code == status


async def test_another_commune_is_none_of_their_business(desk: Desk) -> None:
    await ask(desk, replace(ASKED, area="26734"), replace(HELP, area="26734"))
    for path in (f"{QUESTIONS}/q1", f"{CASES}/c1"):
        assert (await desk.client("lan").get(path)).status_code == 403
        assert (await do(desk, "lan", path, "nhan"))[0] == 403
    assert "vườn cam" not in (await desk.client("lan").get(QUESTIONS)).text
    assert "cây đa" not in (await desk.client("lan").get(CASES)).text


async def test_a_case_is_taken_talked_over_and_closed(desk: Desk) -> None:
    await ask(desk, HELP)
    path = f"{CASES}/c1"
    assert "nhà cạnh cây đa" in (await desk.client("truc").get(CASES)).text
    _, page = await do(desk, "truc", path, "nhan")
    assert "tel:0912345678" in page
    await do(desk, "truc", path, "noi", loi="Tổ cứu hộ tới trong mười phút")
    _, page = await do(desk, "truc", path, "dong")
    assert "Tổ cứu hộ tới trong mười phút" in page
    found = await desk.app.database.read(lambda tx: cases.case(tx, "c1"))
    assert found
    assert found.state == "closed"
    assert await desk.app.database.read(noted) == ["person", "person", "person"]


async def test_a_case_is_its_owners_to_close(desk: Desk) -> None:
    await ask(desk, HELP)
    await do(desk, "truc", f"{CASES}/c1", "nhan")
    for deed in ("dong", "noi"):
        await do(desk, "minh", f"{CASES}/c1", deed, loi="xin chào")
    found = await desk.app.database.read(lambda tx: cases.case(tx, "c1"))
    assert found
    assert (found.state, found.said) == ("taken", ())


async def test_a_case_goes_up_once(desk: Desk) -> None:
    await ask(desk, HELP)
    _, page = await do(desk, "truc", f"{CASES}/c1", "len-tinh")
    assert "Đã báo lên tỉnh" in page
    _, page = await do(desk, "truc", f"{CASES}/c1", "len-tinh")
    assert "đã có người làm trước" in page


@pytest.mark.parametrize("asked", ["Máy tôi hay tự tắt?", "x" * 300, "# - > [a](b)\n\n## Trả lời", "…"])
def test_a_draft_is_a_file_that_only_waits_to_be_filled_in(asked: str) -> None:
    text = answer_text(asked, "- Một.\n\n# Hai.", "Chị Biên", clock().date())
    found = read_answer(text, f"hoi-dap/{name_of(asked)}.md", KNOWN)
    assert isinstance(found, tuple)
    if asked.startswith(("Máy", "x")):
        assert {one.code.name for one in found} <= {"PLACEHOLDER", "NOT_FILLED", "BAD_TOPIC", "UNFILLED"}, found
