"""Sees every row that moves too, and holds it against whose turn it was."""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.messages import Address
from tests.simulation.machines import Machine
from tests.simulation.network import Request
from tests.simulation.rules import Rule
from tests.simulation.staff import WEB
from tests.simulation.store import LaneMoved, LetterPut, MailingOpened, Moved, RowMoved
from tests.simulation.wire import WireJudge

_BY_WHOEVER_TENDS = {("later", "waiting"), ("held", "waiting"), ("held", "sent")}


@dataclass
class Judge(WireJudge):
    """Sees the messages and the database."""

    def kept(self, moved: list[Moved], by: Machine | None, asked: datetime | None) -> None:
        """A unit of work was kept that has moved these; it was handed in at that time."""
        for one in moved:
            match one:
                case LaneMoved():
                    self.lanes[one.channel] = one
                case MailingOpened():
                    self._opened(one)
                case LetterPut():
                    self._put(one, by, asked or self.clock())
                case RowMoved():
                    self._moved(one, by)

    def _opened(self, one: MailingOpened) -> None:
        text = self.register.text_in(one.body) if one.broadcast else None
        if text is None:
            self.notes.add(f"mailing:{one.id}")
            return
        self.register.opened(text, one.id, self.clock())
        meant = [one for one in self.citizens.values() if self._is_meant(text, one) and one.wants(text.notice.level)]
        text.meant = frozenset(one.contact for one in meant)

    def _put(self, letter: LetterPut, by: Machine | None, asked: datetime) -> None:
        """A letter has left when it was handed in: nobody is asked again while the database is slow."""
        request = Request(by, Address(WEB, letter.account), letter.key, _words(letter.body))
        if asked == self.clock():
            self.left(request)
        elif text := self._text(request):
            self._in_time(text, asked)
        self.arrived(request)

    def _moved(self, row: RowMoved, by: Machine | None) -> None:
        self.tell("row", row.id, "of mailing", row.mailing, f"{row.before} → {row.after}", "by", by and by.name)
        if row.after is None:
            self.breach(Rule.ONE_STATE, f"row {row.id} was taken out of the ledger")
        if row.before is None or (row.before, row.after) in _BY_WHOEVER_TENDS or self._let_go(row):
            return
        lane = self.lanes.get(row.channel)
        if lane is None or by is None or lane.owner != by.name:
            self.breach(Rule.LANE, f"{by and by.name} moved row {row.id} to {row.after}, but the lane is with {lane}")

    def _let_go(self, row: RowMoved) -> bool:
        """Whether nobody is to get it any more: then whoever tends the ledger says so."""
        text = next((text for text in self.register.sent() if text.mailing == row.mailing), None)
        over = text is not None and text.ends is not None and text.ends <= self.clock()
        return row.after in ("dropped", "uncertain") and (text is None or text.stopped_at is not None or over)


def _words(body: str) -> str:
    """What a page shows of a letter, without its buttons."""
    return "\n\n".join(paragraph["text"] for paragraph in json.loads(body)["paragraphs"])
