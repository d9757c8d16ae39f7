"""One bot account's way out: exactly one process owns its lease, and only that one sends."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from broadcasts.door import unharmed
from broadcasts.ports import Lease, Ledger, Sender
from broadcasts.pump import Pump

RENEW = 2.0  # seconds between two renewals of a lease, which lasts ten
RETRY = 1.0  # seconds between two looks whether the owner is still alive
ANSWERS = 0.1  # part of an account's rate that belongs to processes that only answer people
SECOND = timedelta(seconds=1.1)  # in which nobody else sends: the networks count what left in the last one
LOG = logging.getLogger(__name__)


class Lane:
    """`owner` names this process; `name` is the channel's."""

    def __init__(self, name: str, owner: str, ledger: Ledger, sender: Sender, clock: Callable[[], datetime]) -> None:
        self.name, self.bell = name, asyncio.Event()
        self._owner, self._ledger, self._sender, self._clock = owner, ledger, sender, clock

    async def run(self) -> None:
        """Own the lane whenever nobody else does, until cancelled."""
        while True:
            await unharmed(self._once(), None, f"lane {self.name}")
            await asyncio.sleep(RETRY)

    async def _once(self) -> None:
        lease = await self._ledger.take(self.name, self._owner, self._clock())
        if lease is None:
            await self._stand_by()
        else:
            LOG.info("this process sends over %s, epoch %d", self.name, lease.epoch)
            await self._own(lease)

    async def _stand_by(self) -> None:
        others = await self._ledger.answerers(self.name, self._clock())
        self._sender.share(self.name, ANSWERS / max(1, others))

    def _share(self, lease: Lease) -> None:
        """All of the account's rate, but for what belongs to others who answer over it."""
        self._sender.share(self.name, 1 - ANSWERS if lease.others else 1.0)

    async def _own(self, lease: Lease) -> None:
        self._share(lease)
        pump = Pump(lease, self._ledger, self._sender, self._clock, self.bell)
        pumping = asyncio.create_task(pump.run(), name=f"pump {self.name}")
        keeping = asyncio.create_task(self._keep(pump), name=f"lease {self.name}")
        try:
            await asyncio.wait((pumping, keeping), return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _cancelled(keeping)
            await _cancelled(pumping)
            released = self._ledger.release(pump.lease, self._clock() + SECOND)
            await asyncio.gather(released, return_exceptions=True)  # else it ends by itself
        for task in (pumping, keeping):
            if not task.cancelled() and (failure := task.exception()):
                raise failure

    async def _keep(self, pump: Pump) -> None:
        """Renew until the lease is lost, or was not renewed in time: then nothing more may be sent."""
        while pump.owned:
            await asyncio.sleep(RENEW)
            renewed = await self._ledger.renew(pump.lease, self._clock())
            if renewed is None:
                break
            pump.lease = renewed
            self._share(renewed)
        LOG.warning("this process no longer owns %s", self.name)


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait((task,))
