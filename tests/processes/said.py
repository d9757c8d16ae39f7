"""What was said over the network, found by how it begins."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from tests.telegram_server.calls import Call


@dataclass(slots=True)
class Said:
    """The messages among the requests of a server, each looked at once, however often it is asked for."""

    requests: Sequence[Call]
    _looked: int = 0
    _by_text: defaultdict[str, list[Call]] = field(default_factory=lambda: defaultdict(list))

    def beginning(self, words: str) -> list[Call]:
        """Every request to send a text that begins so, in the order in which they came."""
        news = self.requests[self._looked :]
        self._looked += len(news)
        for call in news:
            if call.method == "sendMessage":
                self._by_text[call.text("text")].append(call)
        found = (calls for text, calls in self._by_text.items() if text.startswith(words))
        return sorted(chain.from_iterable(found), key=lambda call: call.at)
