"""What administrators have written about scams and questions, read from the lessons folder, and the watch over it."""

from pathlib import Path

from bot.advice.book.answer_book import AnswerBook, watch_answers
from bot.advice.catalogue import Catalogue, watch_catalogue
from bot.advice.knowledge import Knowledge
from bot.learning.mistakes import Mistake


def read_knowledge(folder: Path) -> Knowledge:
    """Everything that is good in this lessons folder now; nothing is raised."""
    return KnowledgeWatch(folder).poll() or Knowledge()


class KnowledgeWatch:
    """Looks at both rooms whenever it is polled; reads only what changed. Blocking: not for an event loop."""

    def __init__(self, folder: Path) -> None:
        self._scams, self._answers = watch_catalogue(folder), watch_answers(folder)
        self._catalogue, self._book = Catalogue(), AnswerBook()

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What was wrong when it was last read, by room, file and line."""
        return self._catalogue.mistakes + self._book.mistakes

    def poll(self) -> Knowledge | None:
        """New knowledge when something changed since the last poll; else None."""
        catalogue, book = self._scams.poll(), self._answers.poll()
        if catalogue is None and book is None:
            return None
        self._catalogue, self._book = catalogue or self._catalogue, book or self._book
        return Knowledge(tuple(written.scam for written in self._catalogue.things), self._book.things)
