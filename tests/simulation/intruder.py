"""Somebody who has taken over one officer's telephone, but neither the authenticator nor a second officer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from random import Random

from broadcasts.governance import ALONE_AFTER
from broadcasts.notice import Kind, Level
from broadcasts.officer import Action
from tests.simulation.office import ask, compose, freeze, write
from tests.simulation.register import Text
from tests.simulation.staff import COMMUNES, Member
from tests.simulation.stage import Stage

TRIES = 5


class Intruder:
    """Tries whatever an account can try, in any order."""

    def __init__(self, stage: Stage, chance: Random, account: Member) -> None:
        self._stage, self._chance, self._account = stage, chance, account

    async def run(self) -> None:
        """Until there is nothing left to try."""
        tries = (
            self._own,
            self._alone,
            self._others,
            self._wider,
            self._real,
            self._stale,
            self._feigned,
            self._frozen,
        )
        for _ in range(TRIES):
            await asyncio.sleep(self._chance.uniform(0.1, 4))
            attempt: Callable[[], Awaitable[object]] = self._chance.choice(tries)
            await attempt()

    async def _own(self) -> None:
        """Writes, hands in and approves."""
        text = await self._handed_in(self._areas)
        if text is not None:
            await ask(self._stage, self._account, text, Action.APPROVE)

    async def _alone(self) -> None:
        """The urgent path without its second factor: none, a guess, one that was seen over a shoulder."""
        text = await self._handed_in(self._areas)
        if text is None:
            return
        if self._chance.random() < 0.5:
            await self._stage.rest(ALONE_AFTER)
        whose, seen = self._stage.overheard
        for factor in ("", "000000", seen if whose is self._account else ""):
            await ask(self._stage, self._account, text, Action.SEND_ALONE, factor)

    async def _others(self) -> None:
        """Puts other words into what a colleague has written, at whatever state, and lets them go."""
        text = self._any()
        if text is not None:
            changed = await write(self._stage, self._account, compose(self._stage, self._chance, text.areas, text.of))
            await ask(self._stage, self._account, changed or text, Action.SUBMIT)
            await ask(self._stage, self._account, changed or text, Action.APPROVE)

    async def _wider(self) -> None:
        """Writes to people far away."""
        await self._handed_in(frozenset(COMMUNES))

    async def _real(self) -> None:
        """Makes a drill real, or something real a drill."""
        text = self._any()
        if text is not None:
            other = replace(text.notice, drill=not text.notice.drill)
            fact = replace(text.fact, notice=other, correction=None, all_clear=None)
            await write(self._stage, self._account, fact)

    async def _stale(self) -> None:
        """Approves what has long been written otherwise."""
        texts = [text for text in self._stage.register.texts.values() if text.main is None]
        if texts:
            await ask(self._stage, self._account, self._chance.choice(texts), Action.APPROVE)

    async def _feigned(self) -> None:
        """A correction of what was never sent, or of what others have sent."""
        text = self._any()
        if text is not None:
            fact = compose(self._stage, self._chance, text.areas)
            notice = replace(fact.notice, kind=Kind.CANCEL, drill=text.notice.drill)
            fact = replace(fact, notice=notice, correction=None, all_clear=None, refers_to=text.of)
            written = await write(self._stage, self._account, fact)
            if written is not None:
                await ask(self._stage, self._account, written, Action.SUBMIT)
                await ask(self._stage, self._account, written, Action.APPROVE)

    async def _frozen(self) -> None:
        """A colleague has noticed; everything is tried once more."""
        colleagues = [one for one in self._stage.staff.values() if one is not self._account]
        await freeze(self._stage, self._chance.choice(colleagues), self._account)
        await self._own()

    @property
    def _areas(self) -> frozenset[str]:
        return frozenset(self._chance.sample(sorted(self._account.officer.areas & set(COMMUNES)), 1))

    async def _handed_in(self, areas: frozenset[str]) -> Text | None:
        fact = compose(self._stage, self._chance, areas)
        notice = replace(fact.notice, level=Level.URGENT)
        text = await write(self._stage, self._account, replace(fact, notice=notice))
        return text if text and await ask(self._stage, self._account, text, Action.SUBMIT) else None

    def _any(self) -> Text | None:
        texts = [*self._stage.register.standing.values()]
        return self._chance.choice(texts) if texts else None
