"""How far screens of several messages came when sending broke off, so that another try goes on from there."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from bot.channels.channel import MessageId
from bot.messages import Address

MOST = 1000  # screens; the oldest is forgotten, and then shown from its beginning


class Unfinished:
    """What this process has sent of each key, for networks that do not know keys; a restart forgets."""

    def __init__(self) -> None:
        self._sent: OrderedDict[tuple[Address, str], tuple[int, tuple[MessageId, ...]]] = OrderedDict()

    def take(self, address: Address, key: str, bodies: Sequence[Mapping[str, object]]) -> tuple[MessageId, ...]:
        """The ids of the messages that need not be sent again: none for a new key or for other bodies."""
        seen, ids = self._sent.pop((address, key), (0, ()))
        return ids if ids and seen == _print(bodies[: len(ids)]) else ()

    def keep(
        self, address: Address, key: str, bodies: Sequence[Mapping[str, object]], ids: Sequence[MessageId]
    ) -> None:
        """The first bodies were sent under these ids; nothing is kept without a key, or where nothing is missing."""
        if key and 0 < len(ids) < len(bodies):
            self._sent[address, key] = (_print(bodies[: len(ids)]), tuple(ids))
            if len(self._sent) > MOST:
                self._sent.popitem(last=False)


def _print(bodies: Sequence[Mapping[str, object]]) -> int:
    return hash(repr(bodies))
