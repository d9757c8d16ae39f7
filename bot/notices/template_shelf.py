"""The templates as they are now. Officers alone need them: the start of the bot waits neither for them nor for the code
that reads them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bot.learning.mistakes import Mistake

if TYPE_CHECKING:
    from bot.notices.templates import Templates, TemplateWatch


class TemplateShelf:
    """Read when somebody first asks, or at the first `refresh`."""

    def __init__(self, folder: Path, tell: Callable[[Iterable[Mistake]], None]) -> None:
        """`tell` hears what is wrong each time that something was read."""
        self._folder, self._tell = folder, tell
        self._watch: TemplateWatch | None = None
        self._held: Templates | None = None
        self._reading = Lock()  # a turn and the watching chore may come at once

    def templates(self) -> "Templates":
        """What is held; whoever asks first waits until it was read."""
        if self._held is None:
            self.refresh()
        return self._held or no_templates()

    def refresh(self) -> bool:
        """Take up what was edited; whether anything had since it was first read. Blocking: not for an event loop."""
        with self._reading:
            self._watch = self._watch or _watch(self._folder)
            before, found = self._held, self._watch.poll()
            if found is not None:
                self._held = found
                self._tell(found.mistakes)
            return found is not None and before is not None


def no_templates() -> "Templates":
    """An empty shelf."""
    from bot.notices.templates import Templates

    return Templates()


def _watch(folder: Path) -> "TemplateWatch":
    from bot.notices.templates import TemplateWatch

    return TemplateWatch(folder)
