"""People who need help, at the desk: who they are, what was said, and the same deeds as in chat."""

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation import calls
from bot.conversation.calls import area_name
from bot.conversation.facts import Person, Why
from bot.conversation.notice_facts import Case, CaseMove, CaseMoved, CaseSaid, Group, Note
from bot.conversation.offices.figures import ago
from bot.messages import Address, Screen
from bot.storage.broadcasting import cases, notes
from bot.storage.database import Transaction
from bot.storage.offices import audit
from bot.translations import mark
from bot.web.console.at import At, field
from bot.web.console.people.refused import Refused, answered

ROOM = "/can-bo/can-giup"
LONGEST = 1_000  # characters of what an officer writes to the person
DONE: Mapping[str, str] = {
    "nhan": mark("Việc này là của {you} rồi. Người cần giúp đã được báo."),
    "noi": mark("Đã chuyển lời."),
    "dong": mark("Đã đóng. Người cần giúp được báo là việc đã xong."),
    "len-tinh": mark("Đã báo lên tỉnh."),
}


async def listed(at: At) -> Response:
    """Open ones of the officer's area and those they have taken; who waits longest first."""
    found = sorted(await at.read(lambda tx: cases.on_desk(tx, at.officer, 100)), key=lambda one: one.opened_at)
    groups = (
        ("cho", at.say("Chưa ai nhận"), [one for one in found if not one.owner]),
        ("cua-toi", at.say("{You} đang lo"), [one for one in found if one.owner]),
    )
    return at.page("people_cases.html", groups=groups, **_words(at))


async def one(at: At) -> Response:
    """One case with all that was said."""
    found, notice = await at.read(lambda tx: (_found(tx, at), cases.notice_of(tx, at.request.path_params["id"])))
    own = found.state == "taken" and found.owner == at.officer.id
    return at.page("people_case.html", case=found, own=own, notice=notice, longest=LONGEST, **_words(at))


async def done(at: At) -> Response:
    """One deed, by the button that was pressed."""
    form = await at.form()
    deed = field(form, "viec", 20)
    if deed not in DONE:
        raise HTTPException(404)
    id = at.request.path_params["id"]
    if deed == "noi" and not field(form, "loi", LONGEST):
        return at.go(f"{ROOM}/{id}", at.say("Chưa có chữ nào để chuyển."))
    refused = await at.write(lambda tx: _act(tx, at, deed, form))
    return answered(at, refused, f"{ROOM}/{id}", at.say(DONE[deed]))


def _act(tx: Transaction, at: At, deed: str, form: FormData) -> Refused:
    """Keep it with its notes, or say why not."""
    found, officer = _found(tx, at), at.officer
    match deed:
        case "nhan":
            told = _told(at, found, calls.taken(officer.name))
            return _kept(tx, at, cases.move(tx, officer, CaseMoved(found.id, CaseMove.TAKE), at.now), told)
        case "dong":
            told = _told(at, found, calls.closed(officer.name))
            return _kept(tx, at, cases.move(tx, officer, CaseMoved(found.id, CaseMove.CLOSE), at.now), told)
        case "noi":
            words = field(form, "loi", LONGEST)
            told = _told(at, found, calls.officer_said(officer.name, words))
            said = CaseSaid(found.id, words)
            here = Address("console", officer.id)
            return _kept(tx, at, cases.say(tx, here, Person(officer=officer), said, at.now), told)
        case _:
            return _passed_on(tx, at, found)


def _passed_on(tx: Transaction, at: At, found: Case) -> Refused:
    """To the officers above, before the time at which they are called anyway."""
    if not cases.climb(tx, found.id, at.now):
        return Why.ALREADY
    audit.append(tx, at.now, at.officer.id, "case passed on", found.id)
    notes.send(tx, (_note(at, Group.PROVINCE, found.area, calls.climbed(found), found),), at.now)
    return None


def _kept(tx: Transaction, at: At, refused: Refused, told: Note) -> Refused:
    if refused is None:
        notes.send(tx, (told,), at.now)
    return refused


def _found(tx: Transaction, at: At) -> Case:
    """The case of the address; 404 where there is none, 403 where it is none of this officer's business."""
    found = cases.case(tx, at.request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    if cases.denial(at.officer, found):
        raise HTTPException(403)
    return found


def _told(at: At, found: Case, screen: Screen) -> Note:
    return _note(at, Group.PERSON, found.id, screen, found)


def _note(at: At, to: Group, about: str, screen: Screen, found: Case) -> Note:
    return Note(to, about, screen, f"{to.value}:{found.id}:{at.now:%Y%m%d%H%M%S%f}")


def _words(at: At) -> Mapping[str, Any]:
    return {"age": lambda moment: ago(at.now - moment, at.words), "where": area_name}
