"""One turn as one unit of storage work: read, decide, keep, and say what to show."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.conversation.facts import Given, HeldNeed, LessonNeed, LinkNeed, Person, ProgressNeed
from bot.conversation.notice_facts import NoticeNeeds
from bot.conversation.question_facts import OwnAnswerNeed, QuestionNeed, QuestionNeeds, QuestionsNeed
from bot.conversation.state import ConversationState
from bot.conversation.turn import decide, needs, show
from bot.conversation.visit import Visit, World
from bot.learning.lesson import Lesson
from bot.learning.library import reread
from bot.learning.progress import Progress
from bot.messages import Address, Incoming, Screen
from bot.storage.database import Transaction
from bot.storage.editing import lessons
from bot.storage.offices import officers
from bot.storage.people import conversations, facts, held, inbox, linking, progress
from bot.translations import mark

_SORRY = mark("{Me} xin lỗi, vừa có trục trặc. {You} chọn lại giúp {me}{polite}.")


class Turns:
    """The steps of a turn over one open transaction. `world` gives what holds for everybody now."""

    def __init__(self, world: Callable[[], World], windows: Mapping[str, timedelta] | None = None) -> None:
        """`windows`: how long after a person's message a channel lets us write; one that is not named always does."""
        self._world, self._windows = world, windows or {}

    def take(self, tx: Transaction, row: inbox.Row, now: datetime) -> Screen | None:
        """The screen to send, with everything it rests on kept; None where silence is the answer.

        A row that was decided before a crash is only shown again: a fact is never kept twice.
        """
        if row.incoming is None or not inbox.decided(tx, row.id):
            return self._again(tx, row.address, now)
        return self._decide(tx, row.incoming, now)

    def apologise(self, tx: Transaction, row: inbox.Row, now: datetime) -> Screen:
        """The first page after an apology: for a turn that failed, so that nobody meets silence."""
        inbox.decided(tx, row.id)
        state, person = conversations.conversation(tx, row.address)
        home = state.with_(scene="home", place={}, resume={}, said=())
        visit = self._visit(tx, row.address, self._bare(home, person, now))
        return self._show(tx, row.address, replace(visit, state=home.with_(said=(visit.plain(_SORRY),))))

    def _decide(self, tx: Transaction, incoming: Incoming, now: datetime) -> Screen | None:
        address = incoming.address
        state, person = conversations.conversation(tx, address)
        decision = decide(self._visit(tx, address, self._bare(state, person, now), incoming), incoming)
        refused = facts.write_facts(tx, address, decision.facts, now)
        if person.officer is not None:
            officers.seen(tx, address, now)
        if decision.silent:
            return None
        if decision.facts:
            person = conversations.person_at(tx, address)
        visit = self._visit(tx, address, self._bare(decision.state, person, now))
        return self._show(tx, address, replace(visit, refused=refused) if refused else visit)

    def _again(self, tx: Transaction, address: Address, now: datetime) -> Screen:
        """The same screen under the same name, so that the buttons of both copies work."""
        state, person = conversations.conversation(tx, address)
        return show(self._visit(tx, address, self._bare(state.with_(shown=state.shown - 1), person, now)))[0]

    def _bare(self, state: ConversationState, person: Person, now: datetime) -> Visit:
        """Somebody at this moment, before anything was read for them."""
        return Visit(now, state, person, self._world())

    def _visit(self, tx: Transaction, address: Address, bare: Visit, incoming: Incoming | None = None) -> Visit:
        """The visit with what the message, and the scene where it stands, may look at."""
        now, person, given = bare.now, bare.person, Given()
        about_notices: list[NoticeNeeds] = []
        about_questions: list[QuestionNeeds] = []
        for need in needs(bare, incoming):
            match need:
                case ProgressNeed():
                    given = replace(given, progress=_progress(tx, person))
                case LessonNeed(version):
                    given = replace(given, lesson=self._lesson(tx, version))
                case LinkNeed():
                    given = replace(given, **_link(tx, person, now))
                case HeldNeed():
                    given = replace(given, held=held.held(tx, address))
                case QuestionNeed() | OwnAnswerNeed() | QuestionsNeed():
                    about_questions.append(need)
                case _:
                    about_notices.append(need)
        if about_notices:
            from bot.storage.broadcasting.notice_reading import read_notice_needs  # the first page can do without

            given = replace(given, notices=read_notice_needs(tx, address, person, about_notices, now))
        if about_questions:
            from bot.storage.asking.question_reading import read_question_needs  # likewise

            given = replace(given, questions=read_question_needs(tx, address, person, about_questions, now))
        return replace(bare, given=given)

    def _lesson(self, tx: Transaction, version: str) -> Lesson | None:
        """A version that the library no longer has is read from what storage kept of it."""
        return self._world().library.version(version) or _kept_lesson(tx, version)

    def _show(self, tx: Transaction, address: Address, visit: Visit) -> Screen:
        screen, state = show(visit)
        window = self._windows.get(address.channel)
        conversations.keep_conversation(tx, address, state, visit.now, visit.now + window if window else None)
        return screen


def _kept_lesson(tx: Transaction, version: str) -> Lesson | None:
    kept = lessons.lesson_source(tx, version)
    return reread(kept.source, kept.file, kept.course, kept.language) if kept else None


def _link(tx: Transaction, person: Person, now: datetime) -> dict[str, Any]:
    if person.contact is None:
        return {}
    places = conversations.addresses_of(tx, person.contact)
    return {"link": linking.code_of(tx, person.contact, now) or "", "places": tuple(one.channel for one in places)}


def _progress(tx: Transaction, person: Person) -> Progress | None:
    return progress.progress_of(tx, person.contact) if person.contact else None
