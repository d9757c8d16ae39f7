"""What officers and askers need of the lessons folder, each on a shelf of its own: templates, and all advice."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.learning.mistakes import Mistake
from bot.learning.shelf import Poll, Shelf

if TYPE_CHECKING:
    from bot.advice.known import Known
    from bot.notices.templates import Templates

Tell = Callable[[Iterable[Mistake]], None]


def shelf_of_templates(folder: Path, tell: Tell) -> "Shelf[Templates]":
    """The templates of notices; `tell` hears what is wrong each time that something was read."""

    def watch() -> "Poll[Templates]":
        from bot.notices.templates import TemplateWatch

        watched = TemplateWatch(folder)

        def poll() -> "Templates | None":
            found = watched.poll()
            tell(found.mistakes if found else ())
            return found

        return poll

    return Shelf(watch, no_templates)


def shelf_of_advice(folder: Path, tell: Tell) -> "Shelf[Known]":
    """Kinds of scam, answers, and who is official, ready to be asked."""

    def watch() -> "Poll[Known]":
        from bot.advice.knowledge_watch import KnowledgeWatch
        from bot.advice.known import Known
        from bot.directory import read_directory
        from bot.learning.lesson_folder import DIRECTORY

        watched = KnowledgeWatch(folder)

        def poll() -> "Known | None":
            found = watched.poll()
            tell(watched.mistakes if found else ())
            return _made_ready(Known(read_directory(folder / DIRECTORY), found)) if found else None

        return poll

    return Shelf(watch, no_advice)


def _made_ready(known: "Known") -> "Known":
    """With everything worked out that the first to ask would have to wait a second for."""
    from bot.advice.book.answers import index_of
    from bot.advice.scam_check import check

    index_of(known.knowledge)
    check("http://x.vn", known)
    return known


def no_templates() -> "Templates":
    """An empty shelf."""
    from bot.notices.templates import Templates

    return Templates()


def no_advice() -> "Known":
    """Nothing is known but what holds everywhere."""
    from bot.advice.known import Known

    return Known()
