"""What an officer does with a question in a browser, as the facts that a chat would make of it."""

from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path

from starlette.datastructures import FormData

from bot.advice.book.answer_draft import answer_text, name_of
from bot.advice.book.answer_names import ROOM
from bot.conversation import question_calls
from bot.conversation.notice_facts import Group, Note
from bot.conversation.question_facts import NoAnswer, Question, QuestionMove, QuestionMoved, Replied
from bot.conversation.visit import VIETNAM
from bot.messages import Screen
from bot.storage.asking import question_moves
from bot.storage.broadcasting import notes
from bot.storage.database import Transaction
from bot.storage.editing import drafts
from bot.storage.editing.drafts import Draft
from bot.web.console.at import At, field
from bot.web.console.people.refused import Refused
from broadcasts.notice import Level
from broadcasts.officer import Officer

Fact = QuestionMoved | Replied


def fact_of(at: At, found: Question, deed: str, form: FormData) -> Fact | None:
    """The fact behind a button; None for what is none."""
    match deed:
        case "nhan":
            return QuestionMoved(found.id, QuestionMove.TAKE)
        case "tra-loi":
            words = field(form, "tra-loi")
            return Replied(found.id, words, (_told(at, found, question_calls.answered(found, words)),))
        case "len-tinh":
            call = question_calls.passed_on(found, at.officer.name)
            above = Group.PROVINCE if found.area else Group.HELPERS
            called = _note(at, above, found.area, call, found)
            return QuestionMoved(
                found.id, QuestionMove.RAISE, (called, _told(at, found, question_calls.moved_up(found)))
            )
        case "dong" if (why := field(form, "ly-do", 20)) in {reason.value for reason in NoAnswer}:
            told = _told(at, found, question_calls.closed(found, NoAnswer(why)))
            return QuestionMoved(found.id, QuestionMove.CLOSE, (told,))
        case _:
            return None


def act(tx: Transaction, officer: Officer, fact: Fact, now: datetime) -> Refused:
    """Keep it with its notes, or say why not."""
    if isinstance(fact, Replied):
        refused: Refused = question_moves.reply(tx, officer, fact, now)
    else:
        refused = question_moves.move(tx, officer, fact, now)
    if refused is None:
        notes.send(tx, fact.notes, now)
    return refused


def into_book(tx: Transaction, at: At, found: Question, path: str, text: str) -> Refused:
    """Settle the draft, and begin the file in the officer's own drafts."""
    refused: Refused = question_moves.settle(tx, at.officer, found.id, True, at.now)
    if refused is None:
        drafts.save(tx, at.officer.id, Draft(path, text, "", at.now))
    return refused


def draft_of(at: At, found: Question, taken: Collection[str]) -> tuple[str, str]:
    """Path and text of a file whose name nobody has."""
    base = name_of(found.words) or found.id
    name = next(one for one in (base, *(f"{base}-{n}" for n in range(2, 100)), found.id) if one not in taken)
    return f"{ROOM}/{name}.md", answer_text(found.words, found.answer, at.officer.name, today(at), name)


def names_taken(lessons: Path) -> frozenset[str]:
    """The names of the answers there are."""
    return frozenset(file.stem for file in (lessons / ROOM).glob("*.md"))


def today(at: At) -> date:
    """The day in Vietnam."""
    return at.now.astimezone(VIETNAM).date()


def _told(at: At, found: Question, screen: Screen) -> Note:
    return _note(at, Group.ASKER, found.id, screen, found)


def _note(at: At, to: Group, about: str, screen: Screen, found: Question) -> Note:
    return Note(to, about, screen, f"{to.value}:{found.id}:{at.now:%Y%m%d%H%M%S%f}", Level.FIRST)
