"""What officers go through with one notice, from the first word to its end: every way that the rules allow."""

import asyncio
from datetime import timedelta
from random import Random

from bot.conversation.notice_facts import NoticeWritten
from broadcasts.governance import ALONE_AFTER
from broadcasts.notice import Level
from broadcasts.officer import Action, Role
from tests.simulation.office import APPROVING, ENDING, WRITING, able, ask, compose, write
from tests.simulation.register import Text
from tests.simulation.staff import COMMUNES, Member
from tests.simulation.stage import Stage


class Matter:
    """One event that the people of some communes must hear of."""

    def __init__(self, stage: Stage, chance: Random) -> None:
        self._stage, self._chance = stage, chance
        self._haste = chance.choice((0.1, 0.3, 1.0))

    async def run(self) -> None:
        """Until nothing more is to be said about it."""
        text = await self._handed_in(None)
        for _ in range(3):
            if text is None or not await self._let_go(text):
                return
            text = await self._afterwards(text)

    async def _wait(self, most: float) -> None:
        await asyncio.sleep(self._chance.uniform(0.02, most) * self._haste)

    def _compose(self, areas: frozenset[str], id: str = "", old: Text | None = None) -> NoticeWritten:
        return compose(self._stage, self._chance, areas, id, old)

    async def _handed_in(self, old: Text | None) -> Text | None:
        """A text that waits for an approver; with `old` one that is to replace it."""
        areas = (
            old.areas
            if old
            else frozenset(self._chance.choices(COMMUNES, (4, 2, 1, 1), k=self._chance.choice((1, 1, 1, 2, 3))))
        )
        writer = self._chance.choice(able(self._stage, WRITING, areas))
        text = await write(self._stage, writer, self._compose(areas, old=old))
        while text is not None and self._chance.random() < 0.25:  # somebody finds a better word
            await self._wait(1)
            writer = self._chance.choice(able(self._stage, WRITING, areas))
            text = await write(self._stage, writer, self._compose(areas, text.of, old)) or text
        await self._wait(1)
        return text if text and await ask(self._stage, writer, text, Action.SUBMIT) else None

    async def _let_go(self, text: Text) -> bool:
        """Whether it was approved in the end, by one more person or by the urgent path."""
        await self._wait(2)
        if text.notice.level is Level.URGENT and len(text.areas) == 1 and self._chance.random() < 0.3:
            return await self._alone(text)
        if self._chance.random() < 0.15:
            text = await self._changed_meanwhile(text)
        for approver in self._readers(text)[:2]:
            if self._chance.random() < 0.1:
                await ask(self._stage, approver, text, Action.RETURN)
                return False
            if await ask(self._stage, approver, text, Action.APPROVE):
                return True
        return False

    async def _changed_meanwhile(self, text: Text) -> Text:
        """Somebody writes it anew while an approver is reading; what was read cannot be approved any more."""
        writer = self._chance.choice(able(self._stage, WRITING, text.areas))
        changed = await write(
            self._stage, writer, self._compose(text.areas, text.of, self._stage.register.before(text))
        )
        if changed is not None:
            await ask(self._stage, writer, changed, Action.SUBMIT)
        for approver in self._readers(text)[:1]:
            await ask(self._stage, approver, text, Action.APPROVE)
        return changed or text

    def _readers(self, text: Text) -> list[Member]:
        """Those who may approve it, and have found nothing wrong with it."""
        honest = all(hand is not self._stage.intruder for hand in text.hands)
        found = able(self._stage, APPROVING, text.areas, text.hands) if honest else []
        return self._some(found)

    def _some(self, found: list[Member]) -> list[Member]:
        return self._chance.sample(found, len(found))

    async def _alone(self, text: Text) -> bool:
        """Nobody answers: one duty officer sends it, and is seen afterwards."""
        duty = next(iter(self._some(able(self._stage, frozenset({Role.DUTY}), text.areas))), None)
        if duty is None or duty is self._stage.intruder:
            return False
        await ask(self._stage, duty, text, Action.SEND_ALONE, duty.digits(self._stage.clock()))  # too soon
        await self._stage.rest(ALONE_AFTER + timedelta(seconds=1))
        now = duty.digits(self._stage.clock())
        if not await ask(self._stage, duty, text, Action.SEND_ALONE, now):
            return False
        self._stage.overheard = (duty, now)
        for reader in self._readers(text)[:1]:
            await self._wait(3)
            await ask(self._stage, reader, text, Action.APPROVE)
        return True

    async def _afterwards(self, text: Text) -> Text | None:
        """It goes on as it is, is taken back, is over, or there is news: then the text with the news."""
        await self._wait(self._chance.choice((0.3, 3, 20)))
        match self._chance.choices(("nothing", "withdraw", "end", "news"), (3, 4, 2, 3))[0]:
            case "withdraw":
                await self._by_one(text, APPROVING, Action.WITHDRAW)
            case "end":
                await self._by_one(text, ENDING, Action.ALL_CLEAR)
            case "news":
                return await self._handed_in(text)
        return None

    async def _by_one(self, text: Text, roles: frozenset[Role], action: Action) -> None:
        for officer in self._some(able(self._stage, roles, text.areas))[:1]:
            await ask(self._stage, officer, text, action)
