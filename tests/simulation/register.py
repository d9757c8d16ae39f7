"""What was written, approved, stopped, as the officers themselves would remember it: the measure of what arrives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count

from bot.conversation.notice_facts import NoticeMoved, NoticeWritten
from broadcasts.governance import ALONE_AFTER
from broadcasts.notice import Kind, Level, Notice
from broadcasts.officer import Action
from tests.simulation.staff import Member

CORRECTED_FOR = timedelta(days=1)
_NUMBER = re.compile(r"tin số (\d{5})")


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody let a text go; `alone` by the urgent path, `proven` where all was there that this asks for."""

    by: Member
    at: datetime
    alone: bool = False
    proven: bool = False


@dataclass(slots=True, eq=False)
class Text:
    """One notice with one wording, known by the number that stands in its headline."""

    number: int
    of: str  # the broadcast that it was written for; of a correction, the one that it takes back
    notice: Notice
    fact: NoticeWritten
    hands: list[Member]  # everybody who has written at it up to then, or handed it in
    approvals: list[Approval] = field(default_factory=list)
    submitted_at: datetime | None = None
    mailing: int | None = None
    ended: bool = False  # of a correction or an all-clear: somebody has asked for it
    opened_at: datetime | None = None
    stopped_at: datetime | None = None
    ends: datetime | None = None
    later: set[int] = field(default_factory=set)  # numbers of what was opened in its place, at first or second hand
    meant: frozenset[str] = frozenset()  # contacts, as they were when it was opened
    hash: str = ""  # by which an officer says that this is what they have read
    main: "Text | None" = None  # of a correction or an all-clear, what it was approved together with

    @property
    def areas(self) -> frozenset[str]:
        """The communes that it is for."""
        return frozenset(self.notice.areas)

    def stop(self, now: datetime) -> None:
        """From now on nobody is to get it."""
        self.stopped_at = self.stopped_at or now


@dataclass(slots=True)
class Register:
    """Every text by its number, and the newest wording of each broadcast."""

    texts: dict[int, Text] = field(default_factory=dict)
    standing: dict[str, Text] = field(default_factory=dict)
    ready: dict[tuple[str, Kind], Text] = field(default_factory=dict)  # corrections and all-clears
    used: set[tuple[str, str]] = field(default_factory=set)  # second factors that have worked
    deeds: int = 0  # that were granted
    frozen: dict[str, datetime] = field(default_factory=dict)  # officers' accounts that were cut off
    _numbers: "count[int]" = field(default_factory=partial(count, 10_000, 3))

    def next_number(self) -> int:
        """The first of three numbers that no text has yet."""
        return next(self._numbers)

    def text_in(self, said: str) -> Text | None:
        """Which text this is; None for a personal message, KeyError for a number that nobody ever wrote."""
        found = _NUMBER.search(said)
        return self.texts[int(found[1])] if found else None

    def wrote(self, by: Member, fact: NoticeWritten) -> Text:
        """A draft was made or changed."""
        self.deeds += 1
        before = self.standing.get(fact.id)
        hands = [*(before.hands if before else ()), by]
        self.standing[fact.id] = written = self._note(fact.notice, fact, hands)
        for notice in filter(None, (fact.correction, fact.all_clear)):
            self.ready[fact.id, notice.kind] = self._note(notice, fact, hands, written)
        return written

    def _note(self, notice: Notice, fact: NoticeWritten, hands: list[Member], main: Text | None = None) -> Text:
        found = _NUMBER.search(notice.headline)
        assert found is not None
        text = Text(int(found[1]), fact.id, notice, fact, hands, ends=notice.ends, main=main)
        self.texts[text.number] = text
        return text

    def granted(self, by: Member, read: Text, fact: NoticeMoved, now: datetime) -> None:
        """What an officer asked for, with this text before them, was done."""
        self.deeds += 1
        match fact.action:
            case Action.SUBMIT:
                read.hands.append(by)
                read.submitted_at = now
            case Action.APPROVE:
                read.approvals.append(Approval(by, now))
            case Action.SEND_ALONE:
                read.approvals.append(Approval(by, now, alone=True, proven=self._proven(read, by, fact, now)))
            case Action.WITHDRAW | Action.ALL_CLEAR:
                self._ended(fact.id, Kind.CANCEL if fact.action is Action.WITHDRAW else Kind.ALL_CLEAR, now)
            case _:
                pass

    def _ended(self, broadcast: str, kind: Kind, now: datetime) -> None:
        text, after = self.standing[broadcast], self.ready.get((broadcast, kind))
        text.stop(now)
        if after is not None:
            after.ended = text.mailing is not None

    def _proven(self, text: Text, by: Member, fact: NoticeMoved, now: datetime) -> bool:
        """Whether everything that the urgent path asks for was there."""
        new = (by.secret, fact.factor) not in self.used and fact.factor == by.digits(now)
        self.used.add((by.secret, fact.factor))
        waited = text.submitted_at is not None and now - text.submitted_at >= ALONE_AFTER
        urgent = text.notice.level is Level.URGENT and not text.notice.drill and len(text.notice.areas) == 1
        return (
            new and waited and urgent and fact.template_approved and bool(text.fact.template) and len(fact.reason) > 9
        )

    def opened(self, text: Text, mailing: int, now: datetime) -> None:
        """It goes out, and what it takes the place of does not any more."""
        text.mailing, text.opened_at = mailing, now
        if text.main is not None:
            text.ends = max(filter(None, (text.notice.ends, now + CORRECTED_FOR)))
        for before in self.older(text):
            before.stop(now)
            before.later.add(text.number)

    def before(self, text: Text) -> Text | None:
        """What it takes the place of."""
        return text.main or self.standing.get(text.fact.refers_to)

    def older(self, text: Text) -> Iterator[Text]:
        """Whatever it has taken the place of, at first or second hand."""
        before = self.before(text)
        while before is not None:
            yield before
            before = self.before(before)

    def sent(self) -> list[Text]:
        """Everything that was opened, corrections and all-clears too."""
        return [text for text in self.texts.values() if text.mailing is not None]
