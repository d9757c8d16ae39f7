"""Something in the lessons folder that is read when it is first needed, and again when it was edited."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")
Poll = Callable[[], T | None]  # what is new since it was last asked; None: nothing


class Shelf(Generic[T]):
    """Holds the last of it. The start of the bot waits neither for it nor for the code that reads it."""

    def __init__(self, watch: Callable[[], Poll[T]], none: Callable[[], T]) -> None:
        """`watch` begins to look, and `none` is what holds where nothing could be read."""
        self._begin, self._none = watch, none
        self._poll: Poll[T] | None = None
        self._held: T | None = None
        self._reading = Lock()  # a turn and the watching chore may come at once

    def held(self) -> T:
        """What holds now; whoever asks first waits until it was read."""
        if self._held is None:
            self.refresh()
        if self._held is None:
            self._held = self._none()
        return self._held

    def refresh(self) -> bool:
        """Take up what was edited; whether anything had since it was first read. Blocking: not for an event loop."""
        with self._reading:
            self._poll = self._poll or self._begin()
            before, found = self._held, self._poll()
            if found is not None:
                self._held = found
            return found is not None and before is not None
