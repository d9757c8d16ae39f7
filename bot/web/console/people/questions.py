"""People's questions at the desk: take one, answer it, pass it on, close it, make an answer for everybody of it."""

import asyncio
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.advice.book.answer_draft import answer_text
from bot.areas import commune
from bot.conversation.calls import area_name
from bot.conversation.offices.figures import ago
from bot.conversation.offices.question_desk_screens import LEAST, LONGEST, STATES
from bot.conversation.question_facts import NoAnswer, Question, QuestionState
from bot.conversation.question_words import KINDS, REASONS
from bot.learning.mentions import links
from bot.storage.asking import question_moves, questions
from bot.storage.database import Transaction
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.people import question_deeds
from bot.web.console.people.refused import answered
from broadcasts.officer import Action

ROOM = "/can-bo/cau-hoi"
DONE: Mapping[str, str] = {
    "nhan": mark("Câu hỏi này là của {you} rồi. Viết câu trả lời ở dưới."),
    "tra-loi": mark("Đã gửi câu trả lời."),
    "dong": mark("Đã đóng. Người hỏi được báo bằng lời nhẹ nhàng."),
    "len-tinh": mark("Đã chuyển lên tỉnh. Người hỏi được báo."),
    "bo": mark("Đã bỏ, không đưa vào sổ hỏi đáp."),
}
TOO_SHORT = mark("Viết ít nhất một câu trọn ý, từ {n} ký tự.")
TOO_LONG = mark("Câu trả lời dài quá. Viết gọn trong {n} ký tự.")


async def listed(at: At) -> Response:
    """What waits, who waits longest first; for editors the answers that wait to become everybody's."""
    waiting = await at.read(lambda tx: questions.on_desk(tx, at.officer))
    drafts = await at.read(lambda tx: questions.drafted(tx, at.officer))
    own = [one for one in waiting if one.owner]
    free = [one for one in waiting if not one.owner]
    groups = (
        ("cua-toi", at.say("{You} đang trả lời"), own),
        ("cho", at.say("Chưa ai nhận"), free),
        ("soan", at.say("Câu trả lời chờ đưa vào sổ hỏi đáp"), drafts),
    )
    return at.page("people_questions.html", groups=groups, **_words(at))


async def one(at: At) -> Response:
    """One question with what this officer can do."""
    return await _shown(at, await at.read(lambda tx: _found(tx, at)))


async def done(at: At) -> Response:
    """One deed, by the button that was pressed."""
    form = await at.form()
    deed, found = field(form, "viec", 20), await at.read(lambda tx: _found(tx, at))
    if deed == "tra-loi" and (mistake := _mistake(at, form)):
        return await _shown(at, found, 422, mistake, field(form, "tra-loi", 3 * LONGEST))
    if deed == "vao-so":
        return await _into_book(at, found)
    fact = question_deeds.fact_of(at, found, deed, form)
    if fact is None:
        if deed != "bo":
            raise HTTPException(404)
        refused = await at.write(lambda tx: question_moves.settle(tx, at.officer, found.id, False, at.now))
    else:
        refused = await at.write(lambda tx: question_deeds.act(tx, at.officer, fact, at.now))
    return answered(at, refused, f"{ROOM}/{found.id}", at.say(DONE[deed]))


async def _into_book(at: At, found: Question) -> Response:
    """To the editor, with the answer as a draft of a file."""
    taken = await asyncio.to_thread(question_deeds.names_taken, at.console.lessons_dir)
    path, text = question_deeds.draft_of(at, found, taken)
    refused = await at.write(lambda tx: question_deeds.into_book(tx, at, found, path, text))
    said = at.say("Đây là bản nháp từ câu trả lời. Điền hết chỗ [điền: …], xem lại rồi đăng.")
    return answered(at, refused, f"/can-bo/noi-dung/sua/{path}" if refused is None else f"{ROOM}/{found.id}", said)


def _found(tx: Transaction, at: At) -> Question:
    """The question of the address; 404 where there is none, 403 where it is none of this officer's business."""
    found = questions.question(tx, at.request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    if questions.denial(at.officer, found):
        raise HTTPException(403)
    return found


def _mistake(at: At, form: FormData) -> str:
    text = field(form, "tra-loi", 3 * LONGEST)
    if len(text) < LEAST:
        return at.say(TOO_SHORT, n=LEAST)
    return at.say(TOO_LONG, n=LONGEST) if len(text) > LONGEST else ""


async def _shown(at: At, found: Question, status: int = 200, mistake: str = "", typed: str = "") -> Response:
    own = found.state is QuestionState.TAKEN and found.owner == at.officer.id
    drafted = found.draft == "waiting" and at.may(Action.TEACH)
    return at.page(
        "people_question.html",
        status,
        question=found,
        own=own,
        reasons=[(reason.value, REASONS[reason]) for reason in NoAnswer],
        mistakes=[("tra-loi", mistake)] if mistake else [],
        typed=typed,
        longest=LONGEST,
        linked=list(dict.fromkeys(one.what for one in links(typed or found.answer))),
        draft=answer_text(found.words, found.answer, at.officer.name, question_deeds.today(at)) if drafted else "",
        **_words(at),
    )


def _words(at: At) -> Mapping[str, Any]:
    """How things are called, for the templates."""
    return {
        "kinds": KINDS,
        "states": STATES,
        "age": lambda moment: ago(at.now - moment, at.words),
        "where": lambda area: area_name(area) if commune(area) else at.say("chưa rõ xã"),
    }
